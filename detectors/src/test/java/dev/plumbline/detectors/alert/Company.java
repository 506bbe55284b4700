package dev.plumbline.detectors.alert;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A month in a small company as CloudTrail saw it: people who come and go, programs that never rest. Attacks are
 * planted on demand. Equal seeds give equal logs.
 */
final class Company {
    private static final int DAYS = 30;
    private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");

    private final SplittableRandom random;
    private final BufferedWriter out;
    private final Set<String> planted = new LinkedHashSet<>();
    private int events;

    private Company(long seed, BufferedWriter out) {
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** Ids of the planted events. */
    static Set<String> write(Path file, long seed, Plant plant) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            var company = new Company(seed, out);
            for (int day = 0; day < DAYS; day++) {
                company.day(day);
            }
            plant.into(company);
            return company.planted;
        }
    }

    @FunctionalInterface
    interface Plant {
        void into(Company company) throws IOException;
    }

    private void day(int day) throws IOException {
        boolean weekend = day % 7 >= 5;
        for (int person = 0; person < 14 && !weekend; person++) {
            for (int hour = 8; hour < 18; hour++) {
                if (random.nextInt(3) > 0) {
                    work(
                            "person-" + person,
                            true,
                            day,
                            hour,
                            "203.0.113." + person,
                            "team-" + person % 4,
                            random.nextInt(4, 18));
                }
            }
        }
        for (int program = 0; program < 6; program++) {
            for (int hour = 0; hour < 24; hour += 2) {
                work(
                        "program-" + program,
                        false,
                        day,
                        hour,
                        "10.1." + program + ".9",
                        "lake-" + program,
                        random.nextInt(10, 18));
            }
        }
    }

    private void work(String who, boolean human, int day, int hour, String address, String bucket, int reads)
            throws IOException {
        call(who, human, day, hour, address, "ListObjects", bucket, "", false);
        for (int i = 0; i < reads; i++) {
            call(who, human, day, hour, address, random.nextInt(5) == 0 ? "PutObject" : "GetObject", bucket, "", false);
        }
    }

    void stolenKey() throws IOException {
        for (int i = 0; i < 14; i++) {
            call("program-3", false, 20, 19, "198.51.100.66", "ListObjects", "team-" + i % 4, "AccessDenied", true);
        }
        for (int i = 0; i < 150; i++) {
            call("program-3", false, 20, 19, "198.51.100.66", "GetObject", "payroll", "", true);
        }
    }

    void bulkRead() throws IOException {
        for (int i = 0; i < 1200; i++) {
            call("person-5", true, 22, 2, "203.0.113.5", "GetObject", "payroll", "", true);
        }
    }

    void slowExfiltration() throws IOException {
        for (int day = 14; day < 27; day++) {
            for (int i = 0; i < 8 + 5 * (day - 14); i++) {
                call("person-9", true, day, 11, "203.0.113.9", "GetObject", "payroll", "", true);
            }
        }
    }

    private void call(
            String who,
            boolean human,
            int day,
            int hour,
            String address,
            String action,
            String bucket,
            String error,
            boolean plant)
            throws IOException {
        String id = "e-" + events++;
        if (plant) {
            planted.add(id);
        }
        Instant time = START.plusSeconds(day * 86_400L + hour * 3600L + random.nextInt(3600));
        out.write("""
                {"eventID":"%s","eventTime":"%s","eventSource":"s3.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",\
                "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/%s","accountId":"111122223333",\
                "sessionContext":{"attributes":{"mfaAuthenticated":"%s"}}},"sourceIPAddress":"%s","userAgent":"Boto3/1.34",\
                "requestParameters":{"bucketName":"%s"},"recipientAccountId":"111122223333"%s}
                """.formatted(
                        id,
                        time,
                        action,
                        who,
                        human,
                        address,
                        bucket,
                        error.isEmpty() ? "" : ",\"errorCode\":\"" + error + "\""));
    }
}
