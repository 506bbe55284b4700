package dev.plumbline.detectors.log;

import static dev.plumbline.detectors.log.KeptFields.slotOf;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** CloudTrail records, management and data events alike, from {@code eventVersion} 1.0 on. */
final class CloudTrailFormat implements EventFormat {
    private static final int ID = slotOf("eventID");
    private static final int TIME = slotOf("eventTime");
    private static final int LOGSTASH_TIME = slotOf("@timestamp");
    private static final int NAME = slotOf("eventName");
    private static final int SOURCE = slotOf("eventSource");
    private static final int REGION = slotOf("awsRegion");
    private static final int ACCOUNT = slotOf("recipientAccountId");
    private static final int CALLER_ACCOUNT = slotOf("userIdentity.accountId");
    private static final int ERROR = slotOf("errorCode");
    private static final int READ_ONLY = slotOf("readOnly");
    private static final int ADDRESS = slotOf("sourceIPAddress");
    private static final int AGENT = slotOf("userAgent");
    private static final int BYTES = slotOf("additionalEventData.bytesTransferredOut");
    private static final int LOGIN = slotOf("responseElements.ConsoleLogin");

    private final CloudTrailPrincipals principals;
    private final Agents agents = new Agents();
    private final CloudTrailResources resources = new CloudTrailResources();

    CloudTrailFormat(Pseudonyms pseudonyms) {
        principals = new CloudTrailPrincipals(pseudonyms);
    }

    @Override
    public boolean recognises(FieldBag fields) {
        return fields.has(NAME) && fields.has(SOURCE);
    }

    @Override
    public @Nullable AccessEvent read(FieldBag fields) {
        Instant time = Timestamps.parse(fields.has(TIME) ? fields.text(TIME) : fields.text(LOGSTASH_TIME));
        if (time == null) {
            return null;
        }
        String service = service(fields.text(SOURCE));
        String action = fields.text(NAME);
        String account = fields.has(ACCOUNT) ? fields.text(ACCOUNT) : fields.text(CALLER_ACCOUNT);
        String region = fields.text(REGION);
        return new AccessEvent(
                fields.text(ID),
                time,
                Provider.AWS,
                account,
                region,
                principals.of(fields),
                service,
                action,
                access(service, action, fields.text(READ_ONLY)),
                resources.of(fields, service, region, account),
                outcome(fields),
                Numbers.whole(fields.text(BYTES)),
                Networks.of(fields.text(ADDRESS)),
                agents.familyOf(fields.text(AGENT)));
    }

    private static String service(String source) {
        String suffix = ".amazonaws.com";
        return source.endsWith(suffix) ? source.substring(0, source.length() - suffix.length()) : source;
    }

    /** Reading data is told from looking around: both are {@code readOnly}, but only one hands data out. */
    static Access access(String service, String action, String readOnly) {
        if (action.startsWith("List")
                || action.startsWith("Describe")
                || action.startsWith("Lookup")
                || action.equals("GetCallerIdentity")
                || action.equals("HeadBucket")) {
            return Access.LIST;
        }
        if (isAdministration(service, action)) {
            boolean reads = readOnly.isEmpty() ? action.startsWith("Get") : readOnly.equals("true");
            return reads ? Access.LIST : Access.ADMIN;
        }
        boolean reads =
                readOnly.isEmpty() ? action.startsWith("Get") || action.startsWith("Head") : readOnly.equals("true");
        return reads ? Access.READ : Access.WRITE;
    }

    private static boolean isAdministration(String service, String action) {
        return switch (service) {
            case "iam", "cloudtrail", "organizations", "config", "guardduty", "securityhub", "access-analyzer" -> true;
            case "kms" ->
                !action.equals("Decrypt") && !action.equals("Encrypt") && !action.startsWith("GenerateDataKey");
            case "sts" -> false;
            default ->
                action.contains("Policy")
                        || action.contains("Acl")
                        || action.contains("Permission")
                        || action.contains("PublicAccessBlock")
                        || action.endsWith("Attribute")
                        || action.contains("SecurityGroup")
                        || action.contains("Encryption")
                        || action.contains("Logging")
                        || action.contains("Replication");
        };
    }

    private static Outcome outcome(FieldBag fields) {
        String error = fields.text(ERROR);
        if (error.isEmpty()) {
            return fields.text(LOGIN).equals("Failure") ? Outcome.DENIED : Outcome.SUCCESS;
        }
        boolean denied = error.contains("AccessDenied")
                || error.contains("Unauthorized")
                || error.contains("NotAuthorized")
                || error.contains("Forbidden")
                || error.contains("InvalidClientTokenId")
                || error.contains("SignatureDoesNotMatch");
        return denied ? Outcome.DENIED : Outcome.FAILED;
    }
}
