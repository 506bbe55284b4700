package dev.plumbline.scanner.aws;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** Asks about one bucket in its own region, which may turn out to be another than was thought. For one thread. */
final class BucketReader {
    private final AwsConnection connection;
    private final String bucket;
    private String region;

    BucketReader(AwsConnection connection, String bucket, String region) {
        this.connection = connection;
        this.bucket = bucket;
        this.region = region;
    }

    String region() {
        return region;
    }

    /** {@code GetBucketLocation}, whose answer also says where to ask from now on. */
    Map<String, @Nullable Object> location(AwsOperation operation) {
        Map<String, @Nullable Object> answer =
                call(operation, s3 -> AwsJson.tree(s3.getBucketLocation(request -> request.bucket(bucket))));
        region = regionOf(answer.get("LocationConstraint"));
        return answer;
    }

    Map<String, @Nullable Object> ask(BucketQuestion question) {
        return call(question.operation(), s3 -> AwsJson.tree(question.call().apply(s3, bucket)));
    }

    private <R> R call(AwsOperation operation, Function<S3Client, R> request) {
        try {
            return connection.client(AwsServices.S3, region).call(operation, request);
        } catch (AwsFailure failure) {
            if (failure.code().equals("NoSuchBucket")) {
                throw new BucketGoneException(failure);
            }
            Optional<String> elsewhere = failure.bucketRegion().filter(named -> !named.equals(region));
            if (elsewhere.isEmpty()) {
                throw failure;
            }
            region = elsewhere.get();
            return connection.client(AwsServices.S3, region).call(operation, request);
        }
    }

    /** S3's oldest regions have names of their own there. */
    private static String regionOf(@Nullable Object locationConstraint) {
        String constraint = locationConstraint == null ? "" : locationConstraint.toString();
        return switch (constraint) {
            case "" -> "us-east-1";
            case "EU" -> "eu-west-1";
            default -> constraint;
        };
    }

    /** The bucket was deleted after it had been listed. */
    static final class BucketGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private BucketGoneException(AwsFailure cause) {
            super(cause);
        }
    }
}
