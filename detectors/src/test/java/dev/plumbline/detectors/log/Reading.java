package dev.plumbline.detectors.log;

import dev.plumbline.detectors.event.AccessEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What came of reading a log in a test. */
record Reading(List<AccessEvent> events, LogCoverage coverage) {
    static Reading of(Path... paths) {
        return of(LogLimits.standard(), 2, paths);
    }

    static Reading of(LogLimits limits, int threads, Path... paths) {
        List<AccessEvent> events = new ArrayList<>();
        var reader = new LogReader(pseudonyms(), EventMarker.NOTHING, limits, threads);
        LogCoverage coverage = reader.read(List.of(paths), logged -> events.add(logged.event()));
        return new Reading(events, coverage);
    }

    static Pseudonyms pseudonyms() {
        return new Pseudonyms(PseudonymKey.of(new byte[32]));
    }

    static AccessEvent only(Path folder, String json) {
        return of(file(folder, "one.json", json)).events().getFirst();
    }

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A CloudTrail record of an object that is read. */
    static String read(String id, String time) {
        return """
                {"eventVersion":"1.10","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/kim.lee",\
                "accountId":"111122223333","accessKeyId":"AKIAEXAMPLE00000001","userName":"kim.lee"},\
                "eventTime":"%s","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"eu-central-1",\
                "sourceIPAddress":"203.0.113.77","userAgent":"[aws-cli/2.15 Python/3.11]",\
                "requestParameters":{"bucketName":"ledger","key":"2026/secret-name.csv"},\
                "additionalEventData":{"bytesTransferredOut":1234.0},"responseElements":null,"eventID":"%s",\
                "readOnly":true,"resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::ledger/2026/secret-name.csv"},\
                {"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::ledger","accountId":"111122223333"}],\
                "eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"111122223333"}""".formatted(time, id);
    }
}
