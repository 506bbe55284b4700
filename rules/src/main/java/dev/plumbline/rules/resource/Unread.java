package dev.plumbline.rules.resource;

/**
 * An answer that could not be had, and what would give it.
 *
 * @param path where the answer would stand, such as {@code config.BucketPolicy}; everything below it is unread too
 * @param api the operation that failed, in the provider's spelling, such as {@code s3:GetBucketPolicy}
 * @param errorCode the provider's code, such as {@code AccessDenied}, or ours for a timeout: {@code Timeout}
 * @param permission the permission that would grant it, in the provider's spelling; empty if none would
 */
public record Unread(String path, String api, String errorCode, String permission) {
    public Unread {
        if (!path.startsWith("config")) {
            throw new IllegalArgumentException("unread path '%s' must start with config".formatted(path));
        }
    }

    /** One line for a person: what was not read, why, and what to grant. */
    public String sentence() {
        String denied = "%s was not read: %s answered %s".formatted(path, api, errorCode);
        return permission.isEmpty() ? denied : denied + "; grant " + permission;
    }
}
