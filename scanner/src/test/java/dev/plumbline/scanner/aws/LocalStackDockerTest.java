package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.CollectionRun;
import dev.plumbline.scanner.collect.CollectionSpool;
import dev.plumbline.scanner.collect.Timekeeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The collectors against an AWS that others wrote: LocalStack, in its last community edition. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class LocalStackDockerTest {
    private static final String REGION = "us-east-1";

    @Container
    private final LocalStackContainer localstack = new LocalStackContainer(
                    DockerImageName.parse("localstack/localstack:4.0"))
            .withServices(
                    LocalStackContainer.Service.S3,
                    LocalStackContainer.Service.IAM,
                    LocalStackContainer.Service.KMS,
                    LocalStackContainer.Service.STS);

    @TempDir
    private Path directory;

    @Test
    void findsWhatWasMade() throws IOException {
        String key = seed();

        List<Resource> resources = scan();

        assertThat(resources)
                .extracting(resource -> resource.type() + " " + resource.name())
                .contains("aws.s3.bucket versioned", "aws.s3.bucket plain", "aws.iam.user alice");
        assertThat(resources)
                .filteredOn(resource -> resource.name().equals("versioned"))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.config())
                        .extracting("BucketVersioning")
                        .hasToString("{Status=Enabled}"));
        assertThat(resources)
                .filteredOn(resource -> resource.type().value().equals("aws.kms.key"))
                .extracting(resource -> resource.config().get("KeyId"))
                .contains(key);
    }

    private String seed() {
        try (S3Client s3 = with(S3Client.builder().forcePathStyle(true)).build();
                IamClient iam = with(IamClient.builder()).build();
                KmsClient kms = with(KmsClient.builder()).build()) {
            s3.createBucket(request -> request.bucket("plain"));
            s3.createBucket(request -> request.bucket("versioned"));
            s3.putBucketVersioning(request -> request.bucket("versioned")
                    .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            iam.createUser(request -> request.userName("alice"));
            return kms.createKey().keyMetadata().keyId();
        }
    }

    private <B extends AwsClientBuilder<B, ?>> B with(B builder) {
        return builder.endpointOverride(localstack.getEndpoint())
                .region(Region.of(REGION))
                .credentialsProvider(credentials());
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(localstack.getAccessKey(), localstack.getSecretKey()));
    }

    private List<Resource> scan() throws IOException {
        URI endpoint = localstack.getEndpoint();
        AwsSettings settings =
                AwsSettings.standard().withRegions(List.of(REGION)).withEndpoint(endpoint);
        try (AwsScanner scanner = AwsScanner.open(settings, Clock.systemUTC(), credentials(), Timekeeper.system());
                CollectionSpool spool = CollectionSpool.open(directory)) {
            new CollectionRun(4, entry -> {}).run(scanner.collectors(), scanner.scope(), spool);
            List<Resource> resources = new ArrayList<>();
            spool.resources(resources::add);
            return resources;
        }
    }
}
