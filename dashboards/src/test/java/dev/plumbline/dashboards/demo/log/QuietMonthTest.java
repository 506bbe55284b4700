package dev.plumbline.dashboards.demo.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.detectors.alert.Detection;
import dev.plumbline.detectors.alert.Detector;
import dev.plumbline.detectors.alert.DetectorOptions;
import dev.plumbline.detectors.log.PseudonymKey;
import dev.plumbline.detectors.log.Pseudonyms;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of the company in which nobody does any harm: what is told of it is a false alarm. */
class QuietMonthTest {
    /** With the turn of a month in it: nightly jobs then read almost twice as much. */
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 13);

    @TempDir
    private Path logs;

    @Test
    void staysFarWithinTheBudgetOfAlarms() {
        Company company = Company.of(new Parameters(1, 0.5, UNTIL));
        AccessLogs written = AccessLogs.write(company, withoutAttacks(company), logs, () -> {});
        DetectorOptions options = DetectorOptions.standard();

        Detection detection =
                new Detector(options).detect(List.of(logs), new Pseudonyms(PseudonymKey.of(new byte[32])));

        assertThat(written.attacks()).isEmpty();
        assertThat(detection.coverage().events()).isEqualTo(written.events());
        assertThat(detection.hits()).isEmpty();
        assertThat((double) detection.anomalies().size() / Parameters.DAYS)
                .isLessThanOrEqualTo(options.anomaliesPerDay() / 2.0);
    }

    private static Cast withoutAttacks(Company company) {
        return new Cast(Cast.of(company).habits().stream()
                .filter(habit -> !(habit instanceof Attack))
                .toList());
    }
}
