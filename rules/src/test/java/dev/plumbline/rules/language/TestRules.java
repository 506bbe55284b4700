package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules and resources that tests make up. */
final class TestRules {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private TestRules() {}

    /** A pack of one rule about buckets, whose condition is given with its key, as it stands in the file from line 6. */
    static RulePack pack(String pass) {
        try {
            Path file = Files.createTempFile("rule", ".yaml");
            try {
                Files.writeString(file, """
                        id: own-bucket-rule
                        title: A rule
                        resource: aws.s3.bucket
                        severity: low
                        why: For a test.
                        %s
                        evidence: [config.Name, config.Policy.Statement, account.Block, resource.tags]
                        remediation: {console: none}
                        cases: []
                        """.formatted(pass.stripTrailing()));
                return RulePack.load(List.of(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Resource bucket(Map<String, @Nullable Object> config, Unread... unread) {
        return new Resource(
                Cloud.AWS,
                new AccountId("111122223333"),
                "eu-west-1",
                new ResourceType("aws.s3.bucket"),
                new ResourceId("arn:aws:s3:::example"),
                "example",
                Map.of("owner", "data"),
                config,
                List.of(unread),
                NOW);
    }

    static Unread denied(String path, String permission) {
        return new Unread(path, permission, "AccessDenied", permission);
    }
}
