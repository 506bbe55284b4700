package dev.plumbline.dashboards.demo.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CloudTrail as it lies in S3: {@code {"Records": [...]}}, gzipped, one file an hour and region.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html">layout</a>
 */
final class CloudTrailFormat implements LogFormat {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private final Folders folders;

    CloudTrailFormat(Folders folders) {
        this.folders = folders;
    }

    @Override
    public void write(Path folder, CloudAccount account, Day day, List<Call> calls) throws IOException {
        Map<String, List<Call>> files = new TreeMap<>();
        for (Call call : calls) {
            files.computeIfAbsent(fileOf(account, call), file -> new ArrayList<>())
                    .add(call);
        }
        for (Map.Entry<String, List<Call>> file : files.entrySet()) {
            writeFile(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void writeFile(Path file, List<Call> calls) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new FastGzip(folders.create(file)))) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            for (Call call : calls) {
                CloudTrailRecord.write(new NativeJson(json), call);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static String fileOf(CloudAccount account, Call call) {
        String region = CloudTrailRecord.regionOf(call);
        var hour = call.time().truncatedTo(ChronoUnit.HOURS);
        String unique = new Seeds(0).awsId("", account.id(), region, hour);
        return "AWSLogs/%s/CloudTrail/%s/%s/%s_CloudTrail_%s_%s_%s.json.gz"
                .formatted(account.id(), region, DAY.format(hour), account.id(), region, MINUTE.format(hour), unique);
    }
}
