package dev.plumbline.detectors.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Principal.Kind;
import dev.plumbline.detectors.event.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessLedgerTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final Principal KIM = new Principal("user:0000000001", Kind.HUMAN, "", List.of());

    private final AccessLedger ledger = new AccessLedger();

    @Test
    void countsWhatIsReadFromAStoreNotTouchedBefore() {
        read("ledger", 0);

        read("payroll", 10);
        read("payroll", 10);

        assertThat(readsOfNewStore(10)).isEqualTo(2);
    }

    @Test
    void aStoreStaysNewForTwoWeeks() {
        read("ledger", 0);

        read("payroll", 10);
        read("payroll", 23);
        read("payroll", 24);

        assertThat(readsOfNewStore(23)).isEqualTo(1);
        assertThat(readsOfNewStore(24)).isZero();
    }

    @Test
    void theUsualStoreIsNeverNew() {
        read("ledger", 0);

        read("ledger", 5);

        assertThat(readsOfNewStore(5)).isZero();
    }

    @Test
    void toWhomIsNewItselfEveryStoreIsNewWhichSaysNothing() {
        read("ledger", 0);

        read("payroll", 2);
        read("invoices", 3);

        assertThat(readsOfNewStore(2)).isZero();
        assertThat(readsOfNewStore(3)).isEqualTo(1);
    }

    @Test
    void whatWasRefusedOrOnlyListedWasNotRead() {
        read("ledger", 0);

        ledger.add(event("payroll", 10, Access.READ, Outcome.DENIED));
        ledger.add(event("payroll", 10, Access.LIST, Outcome.SUCCESS));

        assertThat(readsOfNewStore(10)).isZero();
    }

    @Test
    void whoLookedLongAgoAndReadsNowIsNoNewcomer() {
        read("ledger", 0);
        ledger.add(event("payroll", 4, Access.LIST, Outcome.SUCCESS));

        read("payroll", 20);

        assertThat(readsOfNewStore(20)).isZero();
    }

    @Test
    void doesNotDependOnTheOrderOfReading() {
        read("payroll", 24);
        read("payroll", 10);
        read("ledger", 0);

        assertThat(readsOfNewStore(10)).isEqualTo(1);
        assertThat(readsOfNewStore(24)).isZero();
    }

    private long readsOfNewStore(int day) {
        return ledger.windows().stream()
                .filter(window -> window.first().equals(at(day)))
                .flatMap(window -> window.cells().stream().map(cell -> ledger.readsOfNewStore(window, cell)))
                .mapToLong(Long::longValue)
                .sum();
    }

    private void read(String store, int day) {
        ledger.add(event(store, day, Access.READ, Outcome.SUCCESS));
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static AccessEvent event(String store, int day, Access access, Outcome outcome) {
        return new AccessEvent(
                day + store,
                at(day),
                Provider.AWS,
                "1",
                "eu-central-1",
                KIM,
                "s3",
                access == Access.LIST ? "ListObjects" : "GetObject",
                access,
                List.of("arn:aws:s3:::" + store),
                outcome,
                100,
                "203.0.113.0/24",
                "boto");
    }
}
