package dev.plumbline.rules.resource;

import java.util.Map;

/**
 * An answer that could not be had, and what would give it.
 *
 * @param path where the answer would stand, such as {@code config.BucketPolicy}; everything below it is unread too.
 *     Resources and accounts say {@code config}; a verdict says {@code account} for what the account lacked
 * @param api the operation that failed, in the provider's spelling, such as {@code s3:GetBucketPolicy}
 * @param errorCode the provider's code, such as {@code AccessDenied}, or ours: {@code Timeout}, or
 *     {@code NotInConfigSnapshot} where nobody was asked
 * @param permission the permission that would grant it, in the provider's spelling; empty if none would
 */
public record Unread(String path, String api, String errorCode, String permission) {
    /** What a saved source is called that does not hold an answer, by our code for that. */
    private static final Map<String, String> ABSENT = Map.of(
            "NotInAuthorizationDetails", "the authorization details",
            "NotInConfigSnapshot", "an AWS Config snapshot",
            "NotInExport", "the export");

    public Unread {
        if (!isAtOrBelow("config", path) && !isAtOrBelow("account", path)) {
            throw new IllegalArgumentException("unread path '%s' must start with config or account".formatted(path));
        }
    }

    /** The same gap as a rule sees it that reads the account: {@code config.X} becomes {@code account.X}. */
    public Unread ofAccount() {
        return isAtOrBelow("config", path)
                ? new Unread("account" + path.substring("config".length()), api, errorCode, permission)
                : this;
    }

    /** One line for a person: what was not read, why, and what to grant. */
    public String sentence() {
        String source = ABSENT.get(errorCode);
        if (source != null) {
            return "%s was not read: the answer of %s is not in %s; scan the account itself to have it"
                    .formatted(path, api, source);
        }
        String denied = "%s was not read: %s answered %s".formatted(path, api, errorCode);
        return permission.isEmpty() ? denied : denied + "; grant " + permission;
    }

    private static boolean isAtOrBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + ".") || path.startsWith(root + "[");
    }
}
