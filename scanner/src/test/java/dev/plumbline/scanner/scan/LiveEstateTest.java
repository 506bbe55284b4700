package dev.plumbline.scanner.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveEstateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whatExpiredCredentialsLeftUnreadIsReadByTheNextScanAlone() throws IOException {
        scan("the credentials have expired: start again; " + Coverage.KEPT);
        asked.clear();

        scan("");

        assertThat(asked).containsExactly("aws.kms.key");
    }

    @Test
    void whatFailedOtherwiseIsReadAnewWithTheRest() throws IOException {
        scan("kms:ListKeys answered AccessDenied");
        asked.clear();

        scan("");

        assertThat(asked).containsExactlyInAnyOrder("aws.s3.bucket", "aws.kms.key");
    }

    private void scan(String cause) throws IOException {
        Target target = new Target(
                Cloud.AWS,
                new Scope(new AccountId("111122223333"), List.of("eu-west-1")),
                List.of(new Told("aws.s3.bucket", ""), new Told("aws.kms.key", cause)),
                "");
        try (LiveEstate estate = LiveEstate.open(folder, new CollectionRun(1, entry -> {}), NOW)) {
            estate.collect(target);
            estate.discard();
        }
    }

    private final class Told implements Collector {
        private final ResourceType type;
        private final String cause;

        private Told(String type, String cause) {
            this.type = new ResourceType(type);
            this.cause = cause;
        }

        @Override
        public ResourceType resourceType() {
            return type;
        }

        @Override
        public Set<String> requiredPermissions() {
            return Set.of();
        }

        @Override
        public Coverage collect(Scope scope, Consumer<Resource> sink) {
            asked.add(type.value());
            Coverage.Status status = cause.isEmpty() ? Coverage.Status.READ : Coverage.Status.NOT_READ;
            return new Coverage(List.of(new Coverage.Entry(scope.account(), "eu-west-1", type, status, 0, cause, "")));
        }
    }
}
