package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.KMS;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.CustomKeyStoresListEntry;
import software.amazon.awssdk.services.kms.model.DescribeCustomKeyStoresResponse;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.ListGrantsResponse;
import software.amazon.awssdk.services.kms.model.ListKeysResponse;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;

/** KMS: keys, whether they rotate, who may use them; stores of keys outside of KMS. */
final class KmsTypes {
    private KmsTypes() {}

    static List<AwsType<?>> all() {
        return List.of(customKeyStore(), key());
    }

    private static AwsType<?> customKeyStore() {
        return KMS.type("aws.kms.customkeystore")
                .list(
                        "DescribeCustomKeyStores",
                        (kms, token) -> kms.describeCustomKeyStores(r -> r.marker(token)),
                        DescribeCustomKeyStoresResponse::nextMarker,
                        DescribeCustomKeyStoresResponse::customKeyStores)
                .id((store, place) -> place.arn("kms", "customkeystore/" + store.customKeyStoreId()))
                .name(CustomKeyStoresListEntry::customKeyStoreName)
                .noneIf("UnsupportedOperationException")
                .build();
    }

    private static AwsType<?> key() {
        return KMS.type("aws.kms.key")
                .list(
                        "ListKeys",
                        (kms, token) -> kms.listKeys(r -> r.limit(1_000).marker(token)),
                        ListKeysResponse::nextMarker,
                        ListKeysResponse::keys)
                .id(KeyListEntry::keyArn)
                .members(key -> Map.of("KeyId", key.keyId(), "Arn", key.keyArn()))
                .goneIf("NotFoundException")
                .describe(
                        "DescribeKey",
                        KeyMetadata::builder,
                        (kms, key) -> kms.describeKey(r -> r.keyId(key.keyId())).keyMetadata())
                // Asymmetric and HMAC keys and keys of other origin have no automatic rotation that could be on or off.
                .ask(
                        "GetKeyRotationStatus",
                        (kms, key) -> kms.getKeyRotationStatus(r -> r.keyId(key.keyId())),
                        question -> question.orNone("UnsupportedOperationException"))
                .ask(
                        "GetKeyPolicy",
                        (kms, key) -> kms.getKeyPolicy(r -> r.keyId(key.keyId()).policyName("default")))
                .join(
                        "ListAliases",
                        (kms, token) -> kms.listAliases(r -> r.limit(100).marker(token)),
                        ListAliasesResponse::nextMarker,
                        ListAliasesResponse::aliases,
                        AliasListEntry::targetKeyId,
                        KeyListEntry::keyId)
                .askPages(
                        "ListGrants",
                        (kms, key, token) -> kms.listGrants(
                                r -> r.keyId(key.keyId()).limit(100).marker(token)),
                        ListGrantsResponse::nextMarker)
                .askPages(
                        "ListResourceTags",
                        (kms, key, token) -> kms.listResourceTags(
                                r -> r.keyId(key.keyId()).limit(50).marker(token)),
                        ListResourceTagsResponse::nextMarker)
                .tags()
                .name((key, config) -> firstAlias(config, key.keyId()))
                .build();
    }

    /** What a person knows a key by. */
    private static String firstAlias(Map<String, @Nullable Object> config, String otherwise) {
        return config.get("Aliases") instanceof Map<?, ?> answer
                        && answer.get("Aliases") instanceof List<?> aliases
                        && !aliases.isEmpty()
                        && aliases.getFirst() instanceof Map<?, ?> first
                        && first.get("AliasName") instanceof String name
                ? name
                : otherwise;
    }
}
