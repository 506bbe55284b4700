package dev.plumbline.detectors.log;

import static dev.plumbline.detectors.log.KeptFields.slotOf;

import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Principal.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Who acted, from {@code userIdentity}.
 *
 * <p>An assumed role is one principal whatever its sessions are called: session names of ordinary roles are chosen by
 * the caller, so an intruder could otherwise be a new, history-less principal with every call. The one exception are
 * the roles of IAM Identity Center: nobody but Identity Center can assume them, it writes the person's user name as
 * session name, and hundreds of people share one such role. There the person is the principal, across all of the
 * person's permission sets. A {@code sourceIdentity} is kept in the chain, never as the principal, because some trust
 * policies let the caller choose it.
 */
final class CloudTrailPrincipals {
    private static final int TYPE = slotOf("userIdentity.type");
    private static final int ARN = slotOf("userIdentity.arn");
    private static final int PRINCIPAL_ID = slotOf("userIdentity.principalId");
    private static final int ACCOUNT = slotOf("userIdentity.accountId");
    private static final int ACCESS_KEY = slotOf("userIdentity.accessKeyId");
    private static final int USER_NAME = slotOf("userIdentity.userName");
    private static final int INVOKED_BY = slotOf("userIdentity.invokedBy");
    private static final int ON_BEHALF_OF = slotOf("userIdentity.onBehalfOf.userId");
    private static final int ISSUER = slotOf("userIdentity.sessionContext.sessionIssuer.arn");
    private static final int MFA = slotOf("userIdentity.sessionContext.attributes.mfaAuthenticated");
    private static final int SOURCE_IDENTITY = slotOf("userIdentity.sessionContext.sourceIdentity");
    private static final int FROM_CONSOLE = slotOf("sessionCredentialFromConsole");
    private static final int AGENT = slotOf("userAgent");
    private static final int EVENT_NAME = slotOf("eventName");

    private final Pseudonyms pseudonyms;

    CloudTrailPrincipals(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    Principal of(FieldBag fields) {
        return switch (fields.text(TYPE)) {
            case "Root" -> user(fields, arnOrId(fields), Kind.HUMAN);
            case "IAMUser" -> user(fields, arnOrId(fields), isInteractive(fields) ? Kind.HUMAN : Kind.SERVICE);
            case "SAMLUser", "FederatedUser" -> user(fields, arnOrId(fields), Kind.HUMAN);
            case "IdentityCenterUser" -> user(fields, fields.text(ON_BEHALF_OF), Kind.HUMAN);
            case "WebIdentityUser" -> service(fields, arnOrId(fields));
            case "AssumedRole", "Role" -> role(fields);
            case "AWSService" -> cloudService(fields.text(INVOKED_BY));
            case "AWSAccount" -> otherAccount(fields);
            default -> fields.has(INVOKED_BY) ? cloudService(fields.text(INVOKED_BY)) : unknown(fields);
        };
    }

    private Principal role(FieldBag fields) {
        String role = fields.has(ISSUER) ? fields.text(ISSUER) : roleOf(fields.text(ARN));
        if (isIdentityCenterRole(role)) {
            String person = sessionNameOf(fields).toLowerCase(Locale.ROOT);
            if (!person.isEmpty()) {
                return new Principal(
                        pseudonyms.token("user", "identity-center:" + person),
                        Kind.HUMAN,
                        session(fields),
                        List.of(pseudonyms.token("role-session", role)));
            }
        }
        List<String> chain = fields.has(SOURCE_IDENTITY)
                ? List.of(pseudonyms.token("user", fields.text(SOURCE_IDENTITY)))
                : List.of();
        return new Principal(pseudonyms.token("role-session", role), Kind.ROLE_SESSION, session(fields), chain);
    }

    private static boolean isIdentityCenterRole(String role) {
        return role.contains("/aws-reserved/sso.amazonaws.com/") || role.contains("/AWSReservedSSO_");
    }

    /** {@code arn:aws:sts::1:assumed-role/Name/session} without the session, which the issuer's ARN lacks too. */
    private static String roleOf(String arn) {
        int session = arn.lastIndexOf('/');
        return session > arn.indexOf('/') ? arn.substring(0, session) : arn;
    }

    private static String sessionNameOf(FieldBag fields) {
        String arn = fields.text(ARN);
        int slash = arn.lastIndexOf('/');
        if (slash > arn.indexOf('/')) {
            return arn.substring(slash + 1);
        }
        String id = fields.text(PRINCIPAL_ID);
        return id.substring(id.indexOf(':') + 1);
    }

    private Principal user(FieldBag fields, String identity, Kind kind) {
        return new Principal(pseudonyms.token("user", identity), kind, session(fields), List.of());
    }

    private Principal service(FieldBag fields, String identity) {
        return new Principal(pseudonyms.token("service", identity), Kind.SERVICE, session(fields), List.of());
    }

    private static Principal cloudService(String name) {
        boolean isService = name.endsWith(".amazonaws.com") || name.equals("AWS Internal");
        return new Principal("cloud-service:" + (isService ? name : "aws"), Kind.CLOUD_SERVICE, "", List.of());
    }

    private Principal otherAccount(FieldBag fields) {
        String id = fields.text(PRINCIPAL_ID);
        if (fields.text(ACCOUNT).equalsIgnoreCase("anonymous") || id.equals("ANONYMOUS_PRINCIPAL")) {
            return new Principal("anonymous", Kind.ANONYMOUS, "", List.of());
        }
        if (fields.has(INVOKED_BY) && id.isEmpty()) {
            return cloudService(fields.text(INVOKED_BY));
        }
        // The owner of a bucket sees a foreign role as AROA...:session: again the role counts, not the session.
        int session = id.indexOf(':');
        String identity = fields.text(ACCOUNT) + '/' + (session < 0 ? id : id.substring(0, session));
        return session < 0
                ? service(fields, identity)
                : new Principal(
                        pseudonyms.token("role-session", identity), Kind.ROLE_SESSION, session(fields), List.of());
    }

    private Principal unknown(FieldBag fields) {
        String identity = arnOrId(fields);
        if (identity.isEmpty()) {
            return new Principal("anonymous", Kind.ANONYMOUS, "", List.of());
        }
        return service(fields, identity);
    }

    /** A console login, multi-factor sign-in or browser tells of a person at a keyboard; a bare access key does not. */
    private static boolean isInteractive(FieldBag fields) {
        return fields.text(MFA).equals("true")
                || fields.text(FROM_CONSOLE).equals("true")
                || fields.text(EVENT_NAME).equals("ConsoleLogin")
                || fields.text(AGENT).startsWith("Mozilla/")
                || fields.text(AGENT).startsWith("console.");
    }

    private static String arnOrId(FieldBag fields) {
        if (fields.has(ARN)) {
            return fields.text(ARN);
        }
        String id = fields.has(PRINCIPAL_ID) ? fields.text(PRINCIPAL_ID) : fields.text(USER_NAME);
        return id.isEmpty() ? "" : fields.text(ACCOUNT) + '/' + id;
    }

    private String session(FieldBag fields) {
        return fields.has(ACCESS_KEY) ? pseudonyms.token("key", fields.text(ACCESS_KEY)) : "";
    }
}
