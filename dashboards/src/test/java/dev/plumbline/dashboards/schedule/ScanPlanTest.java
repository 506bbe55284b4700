package dev.plumbline.dashboards.schedule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanPlanTest {
    @Test
    void brokenCronIsRefusedWithAnExample() {
        assertThatThrownBy(() -> new ScanPlan(Optional.of("every day"), ZoneOffset.UTC, Optional.of(() -> {})))
                .hasMessageContaining("every day")
                .hasMessageContaining("0 6 * * *");
    }

    @Test
    void cronWithNothingToScanIsRefused() {
        assertThatThrownBy(() -> new ScanPlan(Optional.of("0 6 * * *"), ZoneOffset.UTC, Optional.empty()))
                .hasMessageContaining("nothing to scan");
    }
}
