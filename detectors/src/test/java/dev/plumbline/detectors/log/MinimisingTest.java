package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.detectors.event.AccessEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of an event, and what is not. */
class MinimisingTest {
    @TempDir
    private Path folder;

    @Test
    void nothingRawLeavesTheReader() {
        AccessEvent event = Reading.only(folder, Reading.read("1", "2026-03-04T05:06:07Z"));

        assertThat(event.toString())
                .doesNotContain("kim", "lee", "203.0.113.77", "AKIA", "secret-name", "Python")
                .contains("arn:aws:s3:::ledger", "203.0.113.0/24", "aws-cli");
    }

    @Test
    void objectsAreCutToTheirBucketOnce() {
        AccessEvent event = Reading.only(folder, Reading.read("1", "2026-03-04T05:06:07Z"));

        assertThat(event.resources()).containsExactly("arn:aws:s3:::ledger");
        assertThat(event.bytesOut()).isEqualTo(1234);
    }

    @Test
    void tokensDependOnTheKey() {
        var other = new byte[32];
        other[0] = 1;
        String token = Reading.pseudonyms().token("user", "kim");

        assertThat(token)
                .matches("user:[0-9a-f]{10}")
                .isEqualTo(Reading.pseudonyms().token("user", "kim"));
        assertThat(new Pseudonyms(PseudonymKey.of(other)).token("user", "kim")).isNotEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "203.0.113.77:443, 203.0.113.0/24",
        "2001:db8:85a3::8a2e:370:7334, 2001:db8:85a3::/48",
        "2001:DB8::1, 2001:db8::/48",
        "[2001:db8:1:2::1]:443, 2001:db8:1::/48",
        "::ffff:198.51.100.7, 198.51.100.0/24",
        "ec2.amazonaws.com, ec2.amazonaws.com",
        "AWS Internal, aws-internal",
        "private, gcp-internal",
        "kims-laptop.example.org, unknown",
        "999.1.1.1, unknown",
        "1.2.3, unknown",
        "deadbeef, unknown",
        "'', unknown"
    })
    void addressesAreCutToTheirNetwork(String address, String network) {
        assertThat(Networks.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-14T00:44:23.000Z, 2020-09-14T00:44:23Z",
        "2025-01-21 17:39:10.000000000, 2025-01-21T17:39:10Z",
        "2022-02-08T09:23:37+11:00, 2022-02-07T22:23:37Z",
        "2026-03-04T05:06:07.1234567Z, 2026-03-04T05:06:07.123456700Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z"
    })
    void timesAreReadInEveryUsualForm(String text, Instant time) {
        assertThat(Timestamps.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-02-31T00:00:00Z", "2026-03-04T25:00:00Z", "2026-03-0xT00:00:00Z", "''"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Timestamps.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "[aws-cli/1.18.136 Python/3.8.5 Darwin/19.5.0 botocore/1.17.59], aws-cli",
        "'Boto3/1.34 md/Botocore#1.34', boto",
        "APN/1.0 HashiCorp/1.0 Terraform/1.7, terraform",
        "'Mozilla/5.0 (Macintosh)', browser",
        "kims-own-tool, other",
        "'', none"
    })
    void programsAreNamedByFamily(String agent, String family) {
        assertThat(new Agents().familyOf(agent)).isEqualTo(family);
    }

    @Test
    void theKeyIsMadeForItsOwnerAloneAndThenStays() throws IOException {
        Path file = folder.resolve("keys/pseudonym.key");

        var made = new Pseudonyms(PseudonymKey.loadOrCreate(file, new SecureRandom()));
        var loaded = new Pseudonyms(PseudonymKey.loadOrCreate(file, new SecureRandom()));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(made.token("user", "kim")).isEqualTo(loaded.token("user", "kim"));
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("pseudonym.key");
        PseudonymKey.loadOrCreate(file, new SecureRandom());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> PseudonymKey.loadOrCreate(file, new SecureRandom()))
                .isInstanceOf(LogProblemException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyFileWithoutAKeyIsRefusedAndNotShown() throws IOException {
        Path file = folder.resolve("pseudonym.key");
        PseudonymKey.loadOrCreate(file, new SecureRandom());
        Files.writeString(file, "not hexadecimal");

        assertThatThrownBy(() -> PseudonymKey.loadOrCreate(file, new SecureRandom()))
                .isInstanceOf(LogProblemException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("not hexadecimal");
    }
}
