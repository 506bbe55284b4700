package dev.plumbline.dashboards.demo.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.plumbline.dashboards.demo.company.CloudAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Cloud Audit Logs as a sink to Cloud Storage writes them: one log entry a line, one folder a log, one file a day.
 *
 * @see <a href="https://cloud.google.com/logging/docs/export/storage">layout</a>
 */
final class GcpAuditFormat implements LogFormat {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String STORAGE = "storage.googleapis.com";

    private final Folders folders;

    GcpAuditFormat(Folders folders) {
        this.folders = folders;
    }

    /** Letters and digits, as Google's insert ids are. */
    @Override
    public String eventId(Call call) {
        return Long.toUnsignedString(
                call.id().getMostSignificantBits() ^ call.id().getLeastSignificantBits(), 36);
    }

    @Override
    public void write(Path folder, CloudAccount account, Day day, List<Call> calls) throws IOException {
        for (String log : List.of("activity", "data_access")) {
            List<Call> entries =
                    calls.stream().filter(call -> logOf(call).equals(log)).toList();
            if (!entries.isEmpty()) {
                String file = "gcp/%s/cloudaudit.googleapis.com/%s/%s/00_00_00_23_59_59_S0.json.gz"
                        .formatted(account.id(), log, day.date().toString().replace('-', '/'));
                writeFile(folder.resolve(file), entries);
            }
        }
    }

    private void writeFile(Path file, List<Call> calls) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new FastGzip(folders.create(file)))) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Call call : calls) {
                entry(new NativeJson(json), call);
            }
            json.writeRaw('\n');
        }
    }

    /** Changes stand in one log; reading, of content or of settings, and content's own changes in the other. */
    private static String logOf(Call call) {
        return call.operation().data() || call.operation().readOnly() ? "data_access" : "activity";
    }

    private void entry(NativeJson json, Call call) throws IOException {
        json.open();
        payload(json, call);
        json.put("insertId", eventId(call));
        resource(json, call);
        json.put("timestamp", call.time().toString())
                .put("severity", severity(call))
                .put("logName", "projects/" + call.account().id() + "/logs/cloudaudit.googleapis.com%2F" + logOf(call))
                .put("receiveTimestamp", call.time().plusMillis(740).toString())
                .close();
    }

    private static String severity(Call call) {
        if (call.denied()) {
            return "ERROR";
        }
        return logOf(call).equals("activity") ? "NOTICE" : "INFO";
    }

    private static void payload(NativeJson json, Call call) throws IOException {
        json.open("protoPayload").put("@type", "type.googleapis.com/google.cloud.audit.AuditLog");
        json.open("status");
        if (call.denied()) {
            json.put("code", 7).put("message", "PERMISSION_DENIED");
        }
        json.close()
                .open("authenticationInfo")
                .put("principalEmail", mailOf(call.caller()))
                .close()
                .open("requestMetadata")
                .put("callerIp", call.origin().address())
                .put("callerSuppliedUserAgent", call.origin().agent() + ",gzip(gfe)")
                .close()
                .put("serviceName", call.operation().service())
                .put("methodName", call.operation().name());
        String resource = resourceName(call);
        json.openList("authorizationInfo")
                .open()
                .put("resource", resource)
                .put("permission", permission(call))
                .put("granted", !call.denied())
                .close()
                .closeList()
                .put("resourceName", resource)
                .close();
    }

    private static String mailOf(Caller caller) {
        if (caller instanceof Caller.GoogleAccount account) {
            return account.mail();
        }
        throw new IllegalStateException("%s does not call Google Cloud".formatted(caller));
    }

    private static String resourceName(Call call) {
        Call.Target target = call.target();
        if (target.store().isEmpty()) {
            return "projects/" + call.account().id();
        }
        String bucket = "projects/_/buckets/" + target.store();
        return target.object().isEmpty() ? bucket : bucket + "/objects/" + target.object();
    }

    /** Storage names its methods as its permissions; elsewhere the method's last word is near enough. */
    private static String permission(Call call) {
        String method = call.operation().name();
        if (call.operation().service().equals(STORAGE)) {
            return method;
        }
        String service = call.operation()
                .service()
                .substring(0, call.operation().service().indexOf('.'));
        String verb = method.substring(method.lastIndexOf('.') + 1);
        return service + "." + verb.substring(0, 1).toLowerCase(Locale.ROOT) + verb.substring(1);
    }

    private static void resource(NativeJson json, Call call) throws IOException {
        boolean bucket = !call.target().store().isEmpty();
        json.open("resource")
                .put("type", bucket ? "gcs_bucket" : "audited_resource")
                .open("labels");
        json.put("project_id", call.account().id());
        if (bucket) {
            json.put("bucket_name", call.target().store())
                    .put("location", call.account().region());
        } else {
            json.put("service", call.operation().service())
                    .put("method", call.operation().name());
        }
        json.close().close();
    }
}
