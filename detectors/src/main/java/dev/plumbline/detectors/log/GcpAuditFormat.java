package dev.plumbline.detectors.log;

import static dev.plumbline.detectors.log.KeptFields.slotOf;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Principal.Kind;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Google Cloud audit logs: log entries with a {@code protoPayload}, admin activity, data access and policy denied. */
final class GcpAuditFormat implements EventFormat {
    private static final int ID = slotOf("insertId");
    private static final int TIME = slotOf("timestamp");
    private static final int RECEIVED = slotOf("receiveTimestamp");
    private static final int LOG = slotOf("logName");
    private static final int PROJECT = slotOf("resource.labels.project_id");
    private static final int LOCATION = slotOf("resource.labels.location");
    private static final int LOCATIONS = slotOf("protoPayload.resourceLocation.currentLocations");
    private static final int BUCKET = slotOf("resource.labels.bucket_name");
    private static final int SERVICE = slotOf("protoPayload.serviceName");
    private static final int METHOD = slotOf("protoPayload.methodName");
    private static final int RESOURCE = slotOf("protoPayload.resourceName");
    private static final int STATUS = slotOf("protoPayload.status.code");
    private static final int EMAIL = slotOf("protoPayload.authenticationInfo.principalEmail");
    private static final int SUBJECT = slotOf("protoPayload.authenticationInfo.principalSubject");
    private static final int KEY = slotOf("protoPayload.authenticationInfo.serviceAccountKeyName");
    private static final int DELEGATE =
            slotOf("protoPayload.authenticationInfo.serviceAccountDelegationInfo.firstPartyPrincipal.principalEmail");
    private static final int GRANTED = slotOf("protoPayload.authorizationInfo.granted");
    private static final int ADDRESS = slotOf("protoPayload.requestMetadata.callerIp");
    private static final int AGENT = slotOf("protoPayload.requestMetadata.callerSuppliedUserAgent");

    private static final String PERMISSION_DENIED = "7";
    private static final String UNAUTHENTICATED = "16";

    private final Pseudonyms pseudonyms;
    private final Agents agents = new Agents();

    GcpAuditFormat(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Override
    public boolean recognises(FieldBag fields) {
        return fields.has(METHOD);
    }

    @Override
    public @Nullable AccessEvent read(FieldBag fields) {
        Instant time = Timestamps.parse(fields.has(TIME) ? fields.text(TIME) : fields.text(RECEIVED));
        if (time == null) {
            return null;
        }
        String method = fields.text(METHOD);
        String service = fields.text(SERVICE);
        return new AccessEvent(
                fields.text(ID),
                time,
                Provider.GCP,
                project(fields),
                fields.has(LOCATION) ? fields.text(LOCATION) : fields.text(LOCATIONS),
                principal(fields),
                service,
                method,
                access(method, fields.text(LOG)),
                GcpResources.of(service, fields.text(RESOURCE), fields.text(BUCKET)),
                outcome(fields),
                0,
                Networks.of(fields.text(ADDRESS)),
                agents.familyOf(fields.text(AGENT)));
    }

    private static String project(FieldBag fields) {
        if (fields.has(PROJECT)) {
            return fields.text(PROJECT);
        }
        String log = fields.text(LOG); // projects/<id>/logs/..., or organizations/<id>/logs/...
        int start = log.indexOf('/') + 1;
        int end = log.indexOf('/', start);
        return start > 0 && end > start ? log.substring(start, end) : "";
    }

    private Principal principal(FieldBag fields) {
        String email = fields.text(EMAIL).toLowerCase(Locale.ROOT);
        String subject = fields.text(SUBJECT);
        if (email.isEmpty() && subject.isEmpty()) {
            return new Principal("anonymous", Kind.ANONYMOUS, "", List.of());
        }
        if (email.equals("allusers") || subject.equals("allUsers")) {
            return new Principal("anonymous", Kind.ANONYMOUS, "", List.of());
        }
        if (isGoogleAgent(email)) {
            return new Principal("cloud-service:" + domainOf(email), Kind.CLOUD_SERVICE, "", List.of());
        }
        String session = fields.has(KEY) ? pseudonyms.token("key", fields.text(KEY)) : "";
        List<String> chain = fields.has(DELEGATE)
                ? List.of(pseudonyms.token("user", fields.text(DELEGATE).toLowerCase(Locale.ROOT)))
                : List.of();
        boolean service = email.endsWith(".gserviceaccount.com")
                || subject.startsWith("serviceAccount:")
                || (email.isEmpty() && subject.startsWith("principal:"));
        String identity = email.isEmpty() ? subject : email;
        return service
                ? new Principal(pseudonyms.token("service", identity), Kind.SERVICE, session, chain)
                : new Principal(pseudonyms.token("user", identity), Kind.HUMAN, session, chain);
    }

    /** Google's own agents act for its services; accounts of the customer end in iam. or a project's domain. */
    private static boolean isGoogleAgent(String email) {
        return email.equals("system@google.com")
                || (email.startsWith("service-") && email.endsWith(".iam.gserviceaccount.com"))
                || email.endsWith("@cloudservices.gserviceaccount.com")
                || email.endsWith("@system.gserviceaccount.com");
    }

    private static String domainOf(String email) {
        String domain = email.substring(email.indexOf('@') + 1);
        return domain.replace(".iam.gserviceaccount.com", "").replace(".gserviceaccount.com", "");
    }

    private static Access access(String method, String log) {
        String verb = method.substring(method.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (verb.startsWith("list") || verb.startsWith("search") || verb.startsWith("aggregatedlist")) {
            return Access.LIST;
        }
        if (verb.startsWith("setiam")
                || verb.contains("policy") && !verb.startsWith("get")
                || verb.contains("sink") && !verb.startsWith("get")
                || verb.contains("serviceaccountkey")
                || method.contains("iam.admin") && !verb.startsWith("get")) {
            return Access.ADMIN;
        }
        if (verb.startsWith("get") && !log.endsWith("data_access") && !method.startsWith("storage.objects")) {
            return Access.LIST;
        }
        if (verb.startsWith("get")
                || verb.startsWith("read")
                || verb.startsWith("query")
                || verb.equals("decrypt")
                || verb.startsWith("access")
                || verb.startsWith("batchget")) {
            return Access.READ;
        }
        return Access.WRITE;
    }

    private static Outcome outcome(FieldBag fields) {
        String status = fields.text(STATUS);
        if (status.equals(PERMISSION_DENIED) || status.equals(UNAUTHENTICATED)) {
            return Outcome.DENIED;
        }
        if (!status.isEmpty() && !status.equals("0")) {
            return Outcome.FAILED;
        }
        return fields.text(GRANTED).equals("false") ? Outcome.DENIED : Outcome.SUCCESS;
    }
}
