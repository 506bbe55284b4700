package dev.plumbline.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {
    @Test
    void placeholdersBecomeTheResourcesOwnNames() {
        String command = Remedy.fill("do --bucket {name} --in {region} --of {account} {id}", finding("logs"));

        assertThat(command).isEqualTo("do --bucket logs --in eu-central-1 --of 111122223333 arn:aws:s3:::logs");
    }

    @Test
    void nameThatWouldRunInAShellIsQuoted() {
        String command = Remedy.fill("do {name}", finding("a; rm -rf $HOME 'b'"));

        assertThat(command).isEqualTo("do 'a; rm -rf $HOME '\\''b'\\'''");
    }

    @Test
    void nameThatLooksLikeAPlaceholderStaysAsItIs() {
        assertThat(Remedy.fill("do {name}", finding("{id}"))).isEqualTo("do '{id}'");
    }

    @Test
    void bracesThatMeanNothingToUsStay() {
        assertThat(Remedy.fill("do {\"a\": {other}}", finding("logs"))).isEqualTo("do {\"a\": {other}}");
    }

    private static Finding finding(String name) {
        RuleId rule = new RuleId("aws-s3-bucket-versioning");
        ResourceId resource = new ResourceId("arn:aws:s3:::logs");
        Instant seen = Instant.parse("2026-11-22T09:30:00Z");
        return new Finding(
                FindingId.of(rule, resource, ""),
                rule,
                "title",
                Severity.LOW,
                Finding.Outcome.FAIL,
                Finding.Status.OPEN,
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-central-1",
                new ResourceType("aws.s3.bucket"),
                resource,
                name,
                List.of(new Evidence("config", "null")),
                10,
                seen,
                seen);
    }
}
