package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.aws.export.Told.Missing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How types are read that Config records in the words of CloudFormation, or as bare attributes. */
final class RegistryReadings {
    private static final ApiWords PLAIN = ApiWords.of();

    private RegistryReadings() {}

    /**
     * Attributes as SNS and SQS tell them: strings by name, under {@code Attributes}.
     *
     * @param listed the member of a listing that the resource is known by
     */
    static ConfigType.Reading attributes(String answer, String listed) {
        return (item, told) -> {
            Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
            PLAIN.map(item.configuration()).forEach((name, value) -> attributes.put(name, asText(value)));
            Object known = attributes.get(listed);
            told.put(listed, known != null ? known : item.resourceId());
            // They are no attributes: SQS tells them in its listing alone.
            attributes.remove("QueueUrl");
            attributes.remove("QueueName");
            told.put(answer, ConfigReadings.wrapped("Attributes", attributes));
        };
    }

    private static @Nullable Object asText(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number when number == Math.rint(number) -> String.valueOf(number.longValue());
            case Boolean flag -> flag.toString();
            case Number number -> number.toString();
            default -> value;
        };
    }

    static void secret(ConfigItem item, Told told) {
        Map<String, @Nullable Object> secret = PLAIN.map(item.configuration());
        rename(secret, "KMSKeyId", "KmsKeyId");
        if (secret.get("RotationRules") instanceof Map<?, ?> rules) {
            Map<String, @Nullable Object> api = PLAIN.map(rules);
            rename(api, "RotationDuration", "Duration");
            rename(api, "RotationScheduleExpression", "ScheduleExpression");
            secret.put("RotationRules", api);
        }
        told.spread(secret);
    }

    static void fileSystem(ConfigItem item, Told told) {
        Map<String, @Nullable Object> system = PLAIN.map(item.configuration());
        rename(system, "Arn", "FileSystemArn");
        told.answer(
                new Missing("FileSystemPolicy", "elasticfilesystem:DescribeFileSystemPolicy"),
                system.remove("FileSystemPolicy"),
                policy -> Trees.pair("FileSystemId", item.resourceId(), "Policy", policy));
        told.answer(
                new Missing("BackupPolicy", "elasticfilesystem:DescribeBackupPolicy"),
                system.remove("BackupPolicy"),
                policy -> Map.of("BackupPolicy", policy));
        told.answer(
                new Missing("LifecycleConfiguration", "elasticfilesystem:DescribeLifecycleConfiguration"),
                system.remove("LifecyclePolicies"),
                policies -> Map.of("LifecyclePolicies", policies));
        told.spread(system);
    }

    /** The API of ECR is one of the few whose members begin with small letters. */
    static void repository(ConfigItem item, Told told) {
        Map<String, @Nullable Object> recorded = PLAIN.map(item.configuration());
        rename(recorded, "Arn", "RepositoryArn");
        told.answer(
                new Missing("RepositoryPolicy", "ecr:GetRepositoryPolicy"),
                recorded.remove("RepositoryPolicyText"),
                policy -> Map.of("policyText", policy));
        recorded.remove("LifecyclePolicy");
        told.spread(decapitalised(recorded));
    }

    static void domain(ConfigItem item, Told told) {
        Map<String, @Nullable Object> domain = PLAIN.map(item.configuration());
        rename(domain, "Arn", "ARN");
        rename(domain, "Id", "DomainId");
        domain.remove("DomainArn");
        told.spread(domain);
    }

    static void stream(ConfigItem item, Told told) {
        Map<String, @Nullable Object> stream = PLAIN.map(item.configuration());
        rename(stream, "Arn", "StreamARN");
        rename(stream, "Name", "StreamName");
        rename(stream, "ShardCount", "OpenShardCount");
        if (stream.remove("StreamEncryption") instanceof Map<?, ?> encryption) {
            stream.putAll(PLAIN.map(encryption));
        } else {
            told.missing(new Missing("EncryptionType", "kinesis:DescribeStreamSummary"));
        }
        told.spread(stream);
    }

    private static void rename(Map<String, @Nullable Object> tree, String from, String to) {
        Object value = tree.remove(from);
        if (value != null) {
            tree.put(to, value);
        }
    }

    private static Map<String, @Nullable Object> decapitalised(Map<?, ?> tree) {
        Map<String, @Nullable Object> lower = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            lower.put(
                    name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1),
                    value instanceof Map<?, ?> map ? decapitalised(map) : value);
        });
        return lower;
    }
}
