package dev.plumbline.dashboards.demo.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.plumbline.dashboards.demo.company.CloudAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The activity log as diagnostic settings write it into a storage account: one record a line, one file an hour.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema">schema</a>
 */
final class AzureActivityFormat implements LogFormat {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern(
                    "'y='yyyy'/m='MM'/d='dd'/h='HH'/m=00/PT1H.json'")
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Folders folders;

    AzureActivityFormat(Folders folders) {
        this.folders = folders;
    }

    /** Reading settings is not an activity. */
    @Override
    public boolean records(Call call) {
        return !call.operation().readOnly();
    }

    @Override
    public void write(Path folder, CloudAccount account, Day day, List<Call> calls) throws IOException {
        Map<String, List<Call>> files = new TreeMap<>();
        String root = "insights-activity-logs/resourceId=/SUBSCRIPTIONS/%s/"
                .formatted(account.id().toUpperCase(Locale.ROOT));
        for (Call call : calls) {
            files.computeIfAbsent(root + HOUR.format(call.time()), file -> new ArrayList<>())
                    .add(call);
        }
        for (Map.Entry<String, List<Call>> file : files.entrySet()) {
            writeFile(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void writeFile(Path file, List<Call> calls) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(folders.create(file))) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Call call : calls) {
                record(new NativeJson(json), call);
            }
            json.writeRaw('\n');
        }
    }

    private static void record(NativeJson json, Call call) throws IOException {
        String resource = resourceId(call);
        json.open()
                .put("time", TIME.format(call.time()))
                .put("resourceId", resource.toUpperCase(Locale.ROOT))
                .put("operationName", call.operation().name().toUpperCase(Locale.ROOT))
                .put("category", "Administrative")
                .put("resultType", call.denied() ? "Failure" : "Success")
                .put("resultSignature", call.denied() ? "Failed.Forbidden" : "Succeeded.")
                .put("durationMs", "41")
                .put("callerIpAddress", call.origin().address())
                .put("correlationId", call.id().toString());
        identity(json, call, resource);
        json.put("level", call.denied() ? "Error" : "Information")
                .open("properties")
                .put("statusCode", call.denied() ? "Forbidden" : "OK")
                .nothing("serviceRequestId")
                .put("eventCategory", "Administrative")
                .put("entity", resource)
                .put("message", call.operation().name())
                .close()
                .close();
    }

    private static String resourceId(Call call) {
        return call.target().store().isEmpty()
                ? "/subscriptions/%s/resourceGroups/rg-platform"
                        .formatted(call.account().id())
                : call.target().store();
    }

    private static void identity(NativeJson json, Call call, String resource) throws IOException {
        if (!(call.caller() instanceof Caller.EntraIdentity caller)) {
            throw new IllegalStateException("%s does not call Azure".formatted(call.caller()));
        }
        json.open("identity")
                .open("authorization")
                .put("scope", resource)
                .put("action", call.operation().name())
                .open("evidence")
                .put("role", "Contributor")
                .put("roleAssignmentScope", "/subscriptions/" + call.account().id())
                .put("principalId", caller.objectId().replace("-", ""))
                .put("principalType", caller.person() ? "User" : "ServicePrincipal")
                .close()
                .close();
        claims(json, caller);
        json.close();
    }

    private static void claims(NativeJson json, Caller.EntraIdentity caller) throws IOException {
        json.open("claims")
                .put("aud", "https://management.core.windows.net/")
                .put("appid", caller.person() ? "c44b4083-3bb0-49c1-b47d-974e53cbdf3c" : caller.objectId())
                .put("http://schemas.microsoft.com/identity/claims/objectidentifier", caller.objectId());
        if (caller.person()) {
            json.put("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", caller.name())
                    .put("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", caller.name());
        } else {
            json.put("idtyp", "app");
        }
        json.close();
    }
}
