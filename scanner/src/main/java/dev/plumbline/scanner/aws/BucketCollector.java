package dev.plumbline.scanner.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * Every bucket of the account, wherever it lies, with each answer about its posture, asked in the bucket's own region.
 * S3 lists buckets once for the account, so listed regions do not narrow it. Objects are never listed or read.
 */
final class BucketCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.s3.bucket");
    private static final AwsOperation LIST_BUCKETS = AwsServices.S3.operation("ListBuckets");
    private static final AwsOperation GET_LOCATION = AwsServices.S3.operation("GetBucketLocation");
    private static final int PAGE = 1_000;
    private static final int BUCKETS_AT_ONCE = 32;

    static final Set<String> PERMISSIONS = Stream.concat(
                    Stream.of(LIST_BUCKETS, GET_LOCATION),
                    BucketQuestion.ALL.stream().map(BucketQuestion::operation))
            .map(AwsOperation::permission)
            .collect(toUnmodifiableSet());

    private final AwsConnection connection;
    private final Clock clock;

    BucketCollector(AwsConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return PERMISSIONS;
    }

    @Override
    public List<String> regions(Scope scope) {
        return List.of(Scope.GLOBAL);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, TYPE, clock, sink);
        return listing.read(() -> AwsPages.forEach(
                LIST_BUCKETS,
                this::page,
                ListBucketsResponse::continuationToken,
                page -> Fanout.forEach(page.buckets(), BUCKETS_AT_ONCE, bucket -> read(bucket, listing))));
    }

    private ListBucketsResponse page(@Nullable String token) {
        return connection
                .client(AwsServices.S3, connection.homeRegion())
                .call(
                        LIST_BUCKETS,
                        s3 -> s3.listBuckets(request -> request.maxBuckets(PAGE).continuationToken(token)));
    }

    private void read(Bucket bucket, Listing listing) {
        Answers answers = new Answers();
        answers.spread(AwsJson.tree(bucket));
        BucketReader reader = new BucketReader(
                connection,
                bucket.name(),
                Optional.ofNullable(bucket.bucketRegion()).orElse(connection.homeRegion()));
        try {
            answers.ask("BucketLocation", () -> reader.location(GET_LOCATION));
            for (BucketQuestion question : BucketQuestion.ALL) {
                if (question.isAnsweredBy(answers.config())) {
                    answers.put(question.key(), null);
                } else {
                    answers.ask(question.key(), question.none(), () -> reader.ask(question));
                }
            }
        } catch (BucketReader.BucketGoneException e) {
            // Deleted since it was listed: there is no such resource.
            return;
        }
        listing.publish(
                reader.region(),
                "arn:%s:s3:::%s".formatted(connection.partition(), bucket.name()),
                bucket.name(),
                tags(answers),
                answers);
    }

    private static Map<String, String> tags(Answers answers) {
        return AwsTags.in(answers.config().get("BucketTagging"));
    }
}
