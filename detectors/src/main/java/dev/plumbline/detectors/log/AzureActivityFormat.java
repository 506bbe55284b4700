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

/**
 * Azure activity log (REST, SDK and diagnostic-settings forms) and, since they share their outer form, the resource
 * logs of storage accounts and key vaults and the Entra audit log.
 */
final class AzureActivityFormat implements EventFormat {
    private static final int ID = slotOf("eventDataId");
    private static final int TIME = slotOf("time");
    private static final int OPERATION = slotOf("operationName");
    private static final int RESOURCE = slotOf("resourceId");
    private static final int SUBSCRIPTION = slotOf("subscriptionId");
    private static final int TENANT = slotOf("tenantId");
    private static final int CORRELATION = slotOf("correlationId");
    private static final int RESULT = slotOf("resultType");
    private static final int SIGNATURE = slotOf("resultSignature");
    private static final int STATUS_CODE = slotOf("statusCode");
    private static final int LOCATION = slotOf("location");
    private static final int ADDRESS = slotOf("callerIpAddress");
    private static final int CALLER = slotOf("caller");
    private static final int APPLICATION = slotOf("claims.appid");
    private static final int TOKEN_KIND = slotOf("claims.idtyp");
    private static final int UPN = slotOf(upn());
    private static final int NAME = slotOf(upn().replace("/upn>", "/name>"));
    private static final int OBJECT = slotOf("claims.<http://schemas.microsoft.com/identity/claims/objectidentifier>");
    private static final int TOKEN_ID = slotOf("claims.uti");
    private static final int PRINCIPAL_ID = slotOf("identity.authorization.evidence.principalId");
    private static final int PRINCIPAL_TYPE = slotOf("identity.authorization.evidence.principalType");
    private static final int IDENTITY_TYPE = slotOf("identity.type");
    private static final int AGENT = slotOf("properties.userAgentHeader");
    private static final int BYTES = slotOf("properties.responseBodySize");
    private static final int URI = slotOf("uri");
    private static final int OBJECT_KEY = slotOf("properties.objectKey");
    private static final int DIRECTORY_USER = slotOf("properties.initiatedBy.user.userPrincipalName");
    private static final int DIRECTORY_APPLICATION = slotOf("properties.initiatedBy.app.servicePrincipalId");

    private final Pseudonyms pseudonyms;
    private final Agents agents = new Agents();

    AzureActivityFormat(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    private static String upn() {
        return "claims.<http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn>";
    }

    @Override
    public boolean recognises(FieldBag fields) {
        return fields.has(OPERATION) && fields.has(TIME);
    }

    @Override
    public @Nullable AccessEvent read(FieldBag fields) {
        Instant time = Timestamps.parse(fields.text(TIME));
        if (time == null) {
            return null;
        }
        String operation = fields.text(OPERATION);
        String resource = fields.text(RESOURCE).toLowerCase(Locale.ROOT);
        return new AccessEvent(
                fields.text(ID),
                time,
                Provider.AZURE,
                account(fields, resource),
                fields.text(LOCATION).toLowerCase(Locale.ROOT),
                principal(fields),
                service(operation, resource),
                operation.toLowerCase(Locale.ROOT),
                access(operation.toLowerCase(Locale.ROOT)),
                AzureResources.of(resource, fields.text(URI), fields.text(OBJECT_KEY)),
                outcome(fields),
                Numbers.whole(fields.text(BYTES)),
                Networks.of(fields.text(ADDRESS)),
                agents.familyOf(fields.text(AGENT)));
    }

    /** Diagnostic settings write no event id: one request is told from its answer by time, result and operation. */
    static String madeUpId(FieldBag fields) {
        String request = fields.text(CORRELATION);
        return request.isEmpty() ? "" : request + '/' + fields.text(RESULT) + '/' + fields.text(TIME);
    }

    private static String account(FieldBag fields, String resource) {
        if (fields.has(SUBSCRIPTION)) {
            return fields.text(SUBSCRIPTION);
        }
        String prefix = "/subscriptions/";
        if (resource.startsWith(prefix)) {
            int end = resource.indexOf('/', prefix.length());
            return end < 0 ? resource.substring(prefix.length()) : resource.substring(prefix.length(), end);
        }
        return fields.text(TENANT);
    }

    private static String service(String operation, String resource) {
        int slash = operation.indexOf('/');
        if (slash > 0) {
            return operation.substring(0, slash).toLowerCase(Locale.ROOT);
        }
        int provider = resource.lastIndexOf("/providers/");
        if (provider < 0) {
            return "microsoft.aadiam";
        }
        int start = provider + "/providers/".length();
        int end = resource.indexOf('/', start);
        return end < 0 ? resource.substring(start) : resource.substring(start, end);
    }

    private Principal principal(FieldBag fields) {
        String session = fields.has(TOKEN_ID) ? pseudonyms.token("key", fields.text(TOKEN_ID)) : "";
        String person = personOf(fields);
        if (!person.isEmpty()) {
            return new Principal(
                    pseudonyms.token("user", person.toLowerCase(Locale.ROOT)), Kind.HUMAN, session, List.of());
        }
        String service = serviceOf(fields);
        if (!service.isEmpty()) {
            return new Principal(pseudonyms.token("service", service), Kind.SERVICE, session, List.of());
        }
        if (fields.has(OBJECT)) {
            boolean user = fields.text(PRINCIPAL_TYPE).equals("User");
            return new Principal(
                    pseudonyms.token(user ? "user" : "service", fields.text(OBJECT)),
                    user ? Kind.HUMAN : Kind.SERVICE,
                    session,
                    List.of());
        }
        boolean anonymous = fields.text(IDENTITY_TYPE).equals("Anonymous");
        return anonymous
                ? new Principal("anonymous", Kind.ANONYMOUS, "", List.of())
                : new Principal("cloud-service:azure", Kind.CLOUD_SERVICE, "", List.of());
    }

    private static String personOf(FieldBag fields) {
        if (fields.has(UPN)) {
            return fields.text(UPN);
        }
        if (fields.text(CALLER).indexOf('@') > 0) {
            return fields.text(CALLER);
        }
        boolean application = fields.text(TOKEN_KIND).equals("app")
                || fields.text(PRINCIPAL_TYPE).equals("ServicePrincipal");
        if (!application && fields.text(NAME).indexOf('@') > 0) {
            return fields.text(NAME);
        }
        return fields.text(DIRECTORY_USER);
    }

    private static String serviceOf(FieldBag fields) {
        if (fields.has(APPLICATION)) {
            return fields.text(APPLICATION);
        }
        if (fields.has(CALLER)) {
            return fields.text(CALLER);
        }
        if (fields.text(PRINCIPAL_TYPE).equals("ServicePrincipal")) {
            return fields.text(PRINCIPAL_ID);
        }
        return fields.text(DIRECTORY_APPLICATION);
    }

    private static Access access(String operation) {
        if (operation.indexOf('/') < 0) { // resource logs: GetBlob, ListBlobs, SecretGet
            if (operation.startsWith("list") || operation.endsWith("list") || operation.contains("properties")) {
                return Access.LIST;
            }
            return operation.startsWith("get") || operation.endsWith("get") ? Access.READ : Access.WRITE;
        }
        if (operation.endsWith("/read")) {
            return Access.LIST;
        }
        if (operation.endsWith("/listkeys/action")
                || operation.endsWith("getsecret/action")
                || operation.contains("/begingetaccess/")
                || operation.contains("listaccountsas")
                || operation.contains("listservicesas")) {
            return Access.READ; // hands out a key or an address that opens the data
        }
        return operation.startsWith("microsoft.authorization/")
                        || operation.startsWith("microsoft.insights/")
                        || operation.contains("policies")
                        || operation.contains("accesspolicy")
                        || operation.contains("firewall")
                ? Access.ADMIN
                : Access.WRITE;
    }

    private static Outcome outcome(FieldBag fields) {
        String signature = fields.text(SIGNATURE);
        String status = fields.text(STATUS_CODE);
        if (signature.startsWith("Unauthorized")
                || signature.startsWith("Forbidden")
                || signature.contains("403")
                || status.equals("403")
                || status.equals("401")) {
            return Outcome.DENIED;
        }
        String result = fields.text(RESULT);
        boolean failed = result.startsWith("Fail")
                || result.equals("Failure")
                || status.length() == 3 && (status.charAt(0) == '4' || status.charAt(0) == '5');
        return failed ? Outcome.FAILED : Outcome.SUCCESS;
    }
}
