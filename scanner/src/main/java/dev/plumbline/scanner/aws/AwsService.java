package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.ResourceType;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

/**
 * One of AWS's services, as {@link AwsServices} lists them. The client's classes are not loaded before one is made.
 *
 * @param name in settings, budgets and coverage: the SDK module's, such as {@code s3control}
 * @param permission what grants an operation, in IAM's spelling
 * @param endpoint the prefix of its host names, by which the SDK lists where it is offered
 * @param global asked once for the account, at the partition's own endpoint
 * @param client makes a client of which region, credentials and the rest are not yet set
 */
record AwsService<C>(
        String name, UnaryOperator<String> permission, String endpoint, boolean global, Making<?, C> client) {

    /** Such as {@code ListKeys}, which {@code kms:ListKeys} permits. */
    AwsOperation operation(String operation) {
        return new AwsOperation(name, operation, permission.apply(operation));
    }

    /** Begins the declaration of a type of resource, such as {@code aws.kms.key}. */
    AwsTypeStart<C> type(String type) {
        return new AwsTypeStart<>(this, new ResourceType(type));
    }

    /** Where a global service is signed for; a regional one has no such place. */
    Optional<String> home(String partition) {
        return global
                ? Optional.of(
                        switch (partition) {
                            case "aws-cn" -> "cn-north-1";
                            case "aws-us-gov" -> "us-gov-west-1";
                            default -> "us-east-1";
                        })
                : Optional.empty();
    }

    /** The SDK's builder and what it builds, kept together so that no cast is needed. */
    record Making<B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C>(Supplier<B> builder) {}
}
