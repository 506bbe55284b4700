package dev.plumbline.scanner.aws;

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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;
import software.amazon.awssdk.services.kms.model.Tag;

/** KMS keys of one region: what they are, whether they rotate, who may use them. */
final class KeyCollector implements Collector {
    private static final ResourceType TYPE = new ResourceType("aws.kms.key");
    private static final AwsOperation LIST_KEYS = AwsOperation.of("kms", "ListKeys");
    private static final AwsOperation LIST_ALIASES = AwsOperation.of("kms", "ListAliases");
    private static final AwsOperation DESCRIBE_KEY = AwsOperation.of("kms", "DescribeKey");
    private static final AwsOperation GET_KEY_ROTATION_STATUS = AwsOperation.of("kms", "GetKeyRotationStatus");
    private static final AwsOperation GET_KEY_POLICY = AwsOperation.of("kms", "GetKeyPolicy");
    private static final AwsOperation LIST_GRANTS = AwsOperation.of("kms", "ListGrants");
    private static final AwsOperation LIST_RESOURCE_TAGS = AwsOperation.of("kms", "ListResourceTags");
    /** Asymmetric and HMAC keys and keys of other origin have no automatic rotation that could be on or off. */
    private static final Set<String> NO_ROTATION = Set.of("UnsupportedOperationException");

    private static final int PAGE = 1_000;
    private static final int SMALL_PAGE = 100;
    private static final int TAG_PAGE = 50;
    private static final int KEYS_AT_ONCE = 16;

    private final AwsConnection connection;
    private final Clock clock;

    KeyCollector(AwsConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return TYPE;
    }

    @Override
    public Set<String> requiredPermissions() {
        return Set.of(
                LIST_KEYS.permission(),
                LIST_ALIASES.permission(),
                DESCRIBE_KEY.permission(),
                GET_KEY_ROTATION_STATUS.permission(),
                GET_KEY_POLICY.permission(),
                LIST_GRANTS.permission(),
                LIST_RESOURCE_TAGS.permission());
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, TYPE, clock, sink);
        String region = scope.regions().getFirst();
        AwsService<KmsClient> kms = connection.kms(region);
        return listing.read(() -> {
            Aliases aliases = aliases(kms);
            AwsPages.forEach(
                    LIST_KEYS,
                    marker -> kms.call(
                            LIST_KEYS,
                            client -> client.listKeys(
                                    request -> request.limit(PAGE).marker(marker))),
                    ListKeysResponse::nextMarker,
                    page -> Fanout.forEach(page.keys(), KEYS_AT_ONCE, key -> read(kms, region, key, aliases, listing)));
        });
    }

    /** One listing tells the aliases of all keys. */
    private static Aliases aliases(AwsService<KmsClient> kms) {
        try {
            List<AliasListEntry> all = AwsPages.items(
                    LIST_ALIASES,
                    marker -> kms.call(
                            LIST_ALIASES,
                            client -> client.listAliases(
                                    request -> request.limit(SMALL_PAGE).marker(marker))),
                    ListAliasesResponse::nextMarker,
                    ListAliasesResponse::aliases);
            return new Aliases(
                    all.stream()
                            .filter(alias -> alias.targetKeyId() != null)
                            .collect(Collectors.groupingBy(AliasListEntry::targetKeyId)),
                    Optional.empty());
        } catch (AwsFailure failure) {
            return new Aliases(Map.of(), Optional.of(failure));
        }
    }

    private static void read(
            AwsService<KmsClient> kms, String region, KeyListEntry key, Aliases aliases, Listing listing) {
        Answers answers = new Answers();
        String id = key.keyId();
        try {
            answers.spread(kms.call(
                    DESCRIBE_KEY,
                    client -> AwsJson.tree(
                            client.describeKey(request -> request.keyId(id)).keyMetadata())));
        } catch (AwsFailure failure) {
            if (failure.code().equals("NotFoundException")) {
                // Deleted since it was listed: there is no such resource.
                return;
            }
            answers.spread(Map.of("KeyId", id, "Arn", key.keyArn()));
            answers.unreadMembers(KeyMetadata.builder().build(), failure);
        }
        answers.ask(
                "KeyRotationStatus",
                NO_ROTATION,
                () -> kms.call(
                        GET_KEY_ROTATION_STATUS,
                        client -> AwsJson.tree(client.getKeyRotationStatus(request -> request.keyId(id)))));
        answers.ask(
                "KeyPolicy",
                () -> kms.call(
                        GET_KEY_POLICY,
                        client -> AwsJson.tree(
                                client.getKeyPolicy(request -> request.keyId(id).policyName("default")))));
        aliases.putInto(answers, id);
        answers.ask("Grants", () -> Map.of("Grants", grants(kms, id)));
        answers.ask("ResourceTags", () -> Map.of("Tags", tags(kms, id)));
        listing.publish(region, key.keyArn(), aliases.nameOf(id), tagMap(answers), answers);
    }

    private static List<@Nullable Object> grants(AwsService<KmsClient> kms, String id) {
        return AwsJson.trees(AwsPages.items(
                LIST_GRANTS,
                marker -> kms.call(
                        LIST_GRANTS,
                        client -> client.listGrants(
                                request -> request.keyId(id).limit(SMALL_PAGE).marker(marker))),
                ListGrantsResponse::nextMarker,
                ListGrantsResponse::grants));
    }

    private static List<@Nullable Object> tags(AwsService<KmsClient> kms, String id) {
        List<Tag> tags = AwsPages.items(
                LIST_RESOURCE_TAGS,
                marker -> kms.call(
                        LIST_RESOURCE_TAGS,
                        client -> client.listResourceTags(
                                request -> request.keyId(id).limit(TAG_PAGE).marker(marker))),
                ListResourceTagsResponse::nextMarker,
                ListResourceTagsResponse::tags);
        return AwsJson.trees(tags);
    }

    private static Map<String, String> tagMap(Answers answers) {
        return answers.config().get("ResourceTags") instanceof Map<?, ?> tags
                ? Answers.tags(tags.get("Tags"), "TagKey", "TagValue")
                : Map.of();
    }

    /** The aliases of every key of the region, or why they are not known. */
    private record Aliases(Map<String, List<AliasListEntry>> byKey, Optional<AwsFailure> failure) {
        private void putInto(Answers answers, String key) {
            if (failure.isPresent()) {
                answers.unread("Aliases", failure.get());
            } else {
                answers.put("Aliases", Map.of("Aliases", AwsJson.trees(byKey.getOrDefault(key, List.of()))));
            }
        }

        /** What a person knows a key by. */
        private String nameOf(String key) {
            return byKey.getOrDefault(key, List.of()).stream()
                    .map(AliasListEntry::aliasName)
                    .findFirst()
                    .orElse(key);
        }
    }
}
