package dev.plumbline.scanner.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.alert.Anomaly;
import dev.plumbline.detectors.alert.Signal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    @Test
    void anAnomalyOfAnEarlierVersionReadNothingNew() {
        Anomaly anomaly = Samples.anomaly();
        String now = Documents.write(anomaly);
        String earlier = now.replace("\"newReads\":{\"arn:aws:s3:::ledger\":4812},", "");

        assertThat(Documents.read(now, Signal.class)).isEqualTo(anomaly);
        assertThat(earlier).isNotEqualTo(now);
        assertThat(Documents.read(earlier, Signal.class))
                .isInstanceOfSatisfying(
                        Anomaly.class, read -> assertThat(read.newReads()).isEqualTo(Map.of()));
    }
}
