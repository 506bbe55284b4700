package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {
    private static final DetectorOptions OPTIONS = DetectorOptions.standard().withThreads(2);

    /** What an analyst may be shown beside the truth in a month of 30,000 events. */
    private static final int MOST_FALSE_ALARMS = 15;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsAStolenKey(long seed) throws IOException {
        Company.Plant plant = Company::stolenKey;

        assertThat(rankOfPlanted(seed, plant)).isBetween(1, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsAnInsidersBulkRead(long seed) throws IOException {
        assertThat(rankOfPlanted(seed, Company::bulkRead)).isBetween(1, 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsASlowExfiltration(long seed) throws IOException {
        assertThat(rankOfPlanted(seed, Company::slowExfiltration)).isBetween(1, 10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void raisesFewAlarmsWhereNothingHappened(long seed) throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, seed, company -> {});

        assertThat(detect(log).anomalies()).hasSizeLessThanOrEqualTo(MOST_FALSE_ALARMS);
    }

    @Test
    void saysWhyInWords() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Set<String> planted = Company.write(log, 1, Company::bulkRead);

        Anomaly found = matching(detect(log), planted);

        assertThat(found.reasons())
                .extracting(Anomaly.Reason::feature)
                .containsAnyOf("reads", "events", "new-store-reads", "store-new-relation");
        assertThat(found.reasons())
                .allSatisfy(reason -> assertThat(reason.words()).contains(reason.observed()));
        assertThat(found.reasons().stream().mapToDouble(Anomaly.Reason::share).sum())
                .isLessThanOrEqualTo(1.0001);
        assertThat(found.sentence()).contains(found.principal().token(), "111122223333");
        assertThat(found.resources()).contains("arn:aws:s3:::payroll");
        assertThat(planted).containsAll(found.eventIds());
        assertThat(found.eventIds()).hasSizeBetween(1, 10);
    }

    @Test
    void isTheSameEveryTimeOnAnyNumberOfThreads() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, 4, Company::stolenKey);

        Detection one = new Detector(OPTIONS.withThreads(1)).detect(List.of(log), Marking.pseudonyms());
        Detection other = new Detector(OPTIONS.withThreads(3)).detect(List.of(log), Marking.pseudonyms());

        assertThat(one).isEqualTo(other);
    }

    @Test
    void doesNotDependOnTheKeyOfItsPseudonyms() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, 5, Company::stolenKey);
        byte[] key = new byte[32];
        key[7] = 99;

        List<Double> one = scores(new Detector(OPTIONS).detect(List.of(log), Marking.pseudonyms()));
        List<Double> other = scores(new Detector(OPTIONS).detect(List.of(log), new Pseudonyms(PseudonymKey.of(key))));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void keepsToTheBudget() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, 6, company -> {
            company.stolenKey();
            company.bulkRead();
        });

        Detection detection = new Detector(OPTIONS.withBudget(1, 0.05)).detect(List.of(log), Marking.pseudonyms());

        assertThat(detection.anomalies())
                .extracting(anomaly -> anomaly.start().toString().substring(0, 10))
                .doesNotHaveDuplicates();
        assertThat(new Detector(OPTIONS.withBudget(0, 0.05))
                        .detect(List.of(log), Marking.pseudonyms())
                        .anomalies())
                .isEmpty();
    }

    @Test
    void scoresEveryEventAndRanksThePlantedHigh() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Set<String> planted = Company.write(log, 7, Company::stolenKey);
        List<EventScore> scores = new ArrayList<>();

        Detection detection = new Detector(OPTIONS).detect(List.of(log), Marking.pseudonyms(), scores::add);

        assertThat(scores).hasSize(Math.toIntExact(detection.coverage().events()));
        assertThat(scores).allSatisfy(score -> {
            assertThat(score.score()).isBetween(0.0, 1.0);
            assertThat(score.pValue()).isGreaterThan(0).isLessThanOrEqualTo(1);
        });
        Set<String> highest = scores.stream()
                .sorted((left, right) -> Double.compare(right.score(), left.score()))
                .limit(planted.size())
                .map(EventScore::eventId)
                .collect(Collectors.toSet());
        Set<String> both = new HashSet<>(highest);
        both.retainAll(planted);
        assertThat(both).hasSizeGreaterThan(planted.size() * 8 / 10);
    }

    @Test
    void aShortLogStillGivesScoresButNoAnomalies() throws IOException {
        Path log = folder.resolve("log.json");
        Files.writeString(log, Marking.cloudTrail("s3", "GetObject", ""));
        List<EventScore> scores = new ArrayList<>();

        Detection detection = new Detector(OPTIONS).detect(List.of(log), Marking.pseudonyms(), scores::add);

        assertThat(detection.anomalies()).isEmpty();
        assertThat(scores).hasSize(1);
    }

    @Test
    void foldsHitsOfOneRulePrincipalAndHour() throws IOException {
        Path log = folder.resolve("log.ndjson");
        String stop = Marking.cloudTrail("cloudtrail", "StopLogging", "\"requestParameters\":{\"name\":\"main\"}");
        Files.writeString(
                log,
                stop + "\n" + stop.replace("\"1\"", "\"2\"").replace("05:06:07", "05:46:07") + "\n"
                        + stop.replace("\"1\"", "\"3\"").replace("05:06:07", "06:06:07"));

        List<EventRuleHit> hits = detect(log).hits();

        assertThat(hits).extracting(EventRuleHit::count).containsExactly(2, 1);
        assertThat(hits.getFirst().eventIds()).containsExactly("1", "2");
        assertThat(hits.getFirst().resources())
                .containsExactly("arn:aws:cloudtrail:eu-central-1:111122223333:trail/main");
        assertThat(hits.getFirst().level()).isEqualTo("critical");
    }

    @Test
    void aFewRefusalsAreNoBurst() throws IOException {
        Path log = folder.resolve("log.ndjson");
        String refused = Marking.cloudTrail("s3", "GetObject", "\"errorCode\":\"AccessDenied\"");
        StringBuilder few = new StringBuilder();
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            String line = refused.replace("\"1\"", "\"r" + i + "\"") + "\n";
            few.append(i < 11 ? line : "");
            many.append(line);
        }

        Files.writeString(log, few);
        assertThat(detect(log).hits()).isEmpty();
        Files.writeString(log, many);
        assertThat(detect(log).hits()).extracting(EventRuleHit::ruleId).containsExactly("aws-access-denied-burst");
    }

    @Test
    void aKeyThatAsksWhoItIsFromANewNetworkIsAHitOnlyIfItHadAnother() throws IOException {
        Path log = folder.resolve("log.ndjson");
        String asks = Marking.cloudTrail(
                "sts",
                "GetCallerIdentity",
                "\"userIdentity\":{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::1:user/kim\",\"accessKeyId\":\"AKIA1\"}");
        String before = asks.replace("GetCallerIdentity", "DecodeAuthorizationMessage")
                .replace("\"1\"", "\"0\"")
                .replace("2026-03-04", "2026-03-01")
                .replace("203.0.113.7", "10.0.0.1");

        Files.writeString(log, asks);
        assertThat(detect(log).hits()).isEmpty();
        Files.writeString(log, before + "\n" + asks);
        assertThat(detect(log).hits())
                .extracting(EventRuleHit::ruleId)
                .containsExactly("aws-identity-checked-from-new-network");
    }

    @Test
    void tellsNoNamesAndNoAddresses() throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, 8, company -> {
            company.stolenKey();
            company.bulkRead();
        });

        assertThat(detect(log).toString()).doesNotContain("person-", "program-", "198.51.100.66", "203.0.113.5");
    }

    private int rankOfPlanted(long seed, Company.Plant plant) throws IOException {
        Path log = folder.resolve("log.ndjson");
        Set<String> planted = Company.write(log, seed, plant);
        List<Anomaly> anomalies = detect(log).anomalies();
        assertThat(anomalies).hasSizeLessThanOrEqualTo(MOST_FALSE_ALARMS + 2);
        for (int i = 0; i < anomalies.size(); i++) {
            if (anomalies.get(i).eventIds().stream().anyMatch(planted::contains)) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static Anomaly matching(Detection detection, Set<String> planted) {
        return detection.anomalies().stream()
                .filter(anomaly -> anomaly.eventIds().stream().anyMatch(planted::contains))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> scores(Detection detection) {
        return detection.anomalies().stream().map(Anomaly::score).toList();
    }

    private static Detection detect(Path log) {
        return new Detector(OPTIONS).detect(List.of(log), Marking.pseudonyms());
    }
}
