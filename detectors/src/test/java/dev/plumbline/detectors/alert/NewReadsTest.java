package dev.plumbline.detectors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewReadsTest {
    @TempDir
    private Path folder;

    @Test
    void anAnomalySaysHowMuchWasReadFromWhichNewStore() throws IOException {
        Detection detection = detect(Company::stolenKey);

        assertThat(detection.anomalies())
                .filteredOn(anomaly -> anomaly.newReads().containsKey("arn:aws:s3:::payroll"))
                .singleElement()
                .satisfies(anomaly -> assertThat(anomaly.newReads()).isEqualTo(Map.of("arn:aws:s3:::payroll", 150L)));
    }

    @Test
    void whoKeepsToItsStoresReadsNothingNew() throws IOException {
        Detection detection = detect(company -> {});

        assertThat(detection.anomalies())
                .allSatisfy(anomaly -> assertThat(anomaly.newReads()).isEmpty());
    }

    private Detection detect(Company.Plant plant) throws IOException {
        Path log = folder.resolve("log.ndjson");
        Company.write(log, 1, plant);
        var options = DetectorOptions.standard().withThreads(1);
        return new Detector(options).detect(List.of(log), new Pseudonyms(PseudonymKey.of(new byte[32])));
    }
}
