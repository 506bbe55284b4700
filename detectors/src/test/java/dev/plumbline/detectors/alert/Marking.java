package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.log.LogLimits;
import dev.plumbline.detectors.log.LogReader;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks event rules about an event by way of the reader, as it happens in life. */
final class Marking {
    private Marking() {}

    static Pseudonyms pseudonyms() {
        return new Pseudonyms(PseudonymKey.of(new byte[32]));
    }

    /** Names of the rules that match the one event in {@code json}, its network being known. */
    static List<String> marks(EventRules rules, String json) throws IOException {
        return marks(rules, json, false);
    }

    static List<String> marks(EventRules rules, String json, boolean networkIsNew) throws IOException {
        Path file = Files.createTempFile("event", ".json");
        try {
            Files.writeString(file, json);
            List<String> names = new ArrayList<>();
            new LogReader(pseudonyms(), rules, LogLimits.standard(), 1)
                    .read(List.of(file), logged -> names.addAll(logged.marks().rules(networkIsNew)));
            return names;
        } finally {
            Files.delete(file);
        }
    }

    static String cloudTrail(String service, String action, String members) {
        return """
                {"eventID":"1","eventTime":"2026-03-04T05:06:07Z","eventSource":"%s.amazonaws.com","eventName":"%s",\
                "awsRegion":"eu-central-1","eventType":"AwsApiCall","recipientAccountId":"111122223333",\
                "sourceIPAddress":"203.0.113.7"%s}""".formatted(service, action, members.isEmpty() ? "" : "," + members);
    }

    static String gcp(String service, String method, String members) {
        return """
                {"insertId":"1","timestamp":"2026-03-04T05:06:07Z","logName":"projects/p/logs/x","protoPayload":{\
                "serviceName":"%s","methodName":"%s","resourceName":"projects/p/x/y",\
                "authenticationInfo":{"principalEmail":"kim@example.org"}%s}}""".formatted(service, method, members.isEmpty() ? "" : "," + members);
    }

    static String azure(String operation, String result) {
        return """
                {"time":"2026-03-04T05:06:07Z","operationName":"%s","resultType":"%s","correlationId":"c",\
                "resourceId":"/subscriptions/s/resourceGroups/rg/providers/x/y/z","caller":"kim@example.org"}""".formatted(operation, result);
    }
}
