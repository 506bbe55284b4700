package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialReportCsvTest {
    private static final String COLUMNS = "user,arn,mfa_active\n";

    @Test
    void rowsCarryTheColumnsNames() {
        assertThat(CredentialReportCsv.rows(COLUMNS + "alice,arn:aws:iam::1:user/alice,N/A\n\n"))
                .containsExactly(Map.of("user", "alice", "arn", "arn:aws:iam::1:user/alice", "mfa_active", "N/A"));
    }

    @Test
    void namesMayHoldCommasQuotedOrNot() {
        assertThat(CredentialReportCsv.rows(COLUMNS + "a,b,c,arn:user/a,b,c,true\n"))
                .singleElement()
                .isEqualTo(Map.of("user", "a,b,c", "arn", "arn:user/a,b,c", "mfa_active", "true"));
        assertThat(CredentialReportCsv.rows(COLUMNS + "\"a,\"\"b\",\"arn:user/a,b\",true\n"))
                .singleElement()
                .isEqualTo(Map.of("user", "a,\"b", "arn", "arn:user/a,b", "mfa_active", "true"));
    }

    @Test
    void whatIsNoReportIsRefused() {
        assertThatThrownBy(() -> CredentialReportCsv.rows("<html>")).hasMessageContaining("no credential report");
        assertThatThrownBy(() -> CredentialReportCsv.rows("")).hasMessageContaining("no credential report");
        assertThatThrownBy(() -> CredentialReportCsv.rows(COLUMNS + "alice\n")).hasMessageContaining("has 1 cells");
    }
}
