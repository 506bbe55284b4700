package dev.plumbline.scanner.aws.export;

import dev.plumbline.scanner.aws.export.Told.Missing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How types are read that Config records in the words of the API, changed as {@link ApiWords} knows. */
final class ConfigReadings {
    static final ApiWords CLUSTER = ApiWords.of(
            "DBClusterArn",
            "DBClusterIdentifier",
            "DBClusterInstanceClass",
            "DBClusterMembers",
            "DBClusterOptionGroupMemberships",
            "DBClusterOptionGroupName",
            "DBClusterParameterGroup",
            "DBClusterParameterGroupStatus",
            "DBClusterSnapshotArn",
            "DBClusterSnapshotIdentifier",
            "DBInstanceIdentifier",
            "DBSubnetGroup",
            "FQDN",
            "IAMDatabaseAuthenticationEnabled",
            "IAMRoleName");
    static final ApiWords DISTRIBUTION =
            ApiWords.of("ACMCertificateArn", "ARN", "HTTPPort", "HTTPSPort", "IAMCertificateId", "SSLSupportMethod");

    private static final ApiWords PLAIN = ApiWords.of();
    private static final ApiWords KEY = ApiWords.of("AWSAccountId");
    private static final ApiWords TABLE = ApiWords.of("KMSMasterKeyArn", "KMSMasterKeyId", "SSEDescription", "SSEType");
    private static final ApiWords FUNCTION = ApiWords.of("KMSKeyArn");

    private ConfigReadings() {}

    static ConfigType.Reading spread() {
        return spread(PLAIN);
    }

    static ConfigType.Reading spread(ApiWords words) {
        return (item, told) -> told.spread(words.map(item.configuration()));
    }

    static void key(ConfigItem item, Told told) {
        Map<String, @Nullable Object> metadata = KEY.map(item.configuration());
        // KMS tells both, always with the same value; Config long recorded only the older name.
        Object spec = metadata.get("CustomerMasterKeySpec");
        if (spec != null) {
            metadata.putIfAbsent("KeySpec", spec);
        }
        told.spread(metadata);
        told.answer(
                new Missing("KeyRotationStatus", "kms:GetKeyRotationStatus"),
                item.supplement().get("KeyRotationStatus"),
                enabled -> Map.of("KeyRotationEnabled", enabled));
        told.answer(
                new Missing("KeyPolicy", "kms:GetKeyPolicy"),
                item.supplement().get("Policy"),
                policy -> Map.of("Policy", policy));
        told.put("ResourceTags", Map.of("Tags", pairs(item, "TagKey", "TagValue")));
    }

    static void securityGroup(ConfigItem item, Told told) {
        Map<String, @Nullable Object> group = PLAIN.map(item.configuration());
        for (String direction : List.of("IpPermissions", "IpPermissionsEgress")) {
            if (group.containsKey(direction)) {
                group.put(
                        direction,
                        Trees.objects(group, direction).stream()
                                .map(ConfigReadings::permission)
                                .toList());
            }
        }
        told.spread(group);
    }

    /** Config has the IPv4 ranges twice: as bare strings under the API's name, and in the API's shape under another. */
    private static Map<String, @Nullable Object> permission(Map<?, ?> permission) {
        Map<String, @Nullable Object> api = new LinkedHashMap<>();
        permission.forEach((key, value) -> api.put(String.valueOf(key), value));
        Object ranges = api.remove("Ipv4Ranges");
        api.put(
                "IpRanges",
                ranges != null
                        ? ranges
                        : Trees.list(permission, "IpRanges").stream()
                                .map(range -> range instanceof String cidr ? Map.of("CidrIp", cidr) : range)
                                .toList());
        return api;
    }

    static ConfigType.Reading databaseSnapshot(String answer, String identifier) {
        return (item, told) -> {
            Map<String, @Nullable Object> snapshot = CLUSTER.map(item.configuration());
            told.spread(snapshot);
            told.answer(
                    new Missing(answer, "rds:Describe" + answer),
                    item.supplement().get(answer),
                    attributes -> {
                        Map<String, @Nullable Object> result = new LinkedHashMap<>();
                        result.put(identifier, snapshot.get(identifier));
                        result.put(answer, PLAIN.value(answer, attributes));
                        return Map.of(answer + "Result", result);
                    });
        };
    }

    static void table(ConfigItem item, Told told) {
        told.spread(TABLE.map(item.configuration()));
        told.answer(
                new Missing("ContinuousBackups", "dynamodb:DescribeContinuousBackups"),
                item.supplement().get("ContinuousBackupsDescription"),
                backups -> wrapped("ContinuousBackupsDescription", TABLE.value("", backups)));
    }

    static void function(ConfigItem item, Told told) {
        told.spread(FUNCTION.map(item.configuration()));
        told.answer(
                new Missing("Policy", "lambda:GetPolicy"),
                item.supplement().get("Policy"),
                policy -> Map.of("Policy", policy));
        told.answer(
                new Missing("FunctionConcurrency", "lambda:GetFunctionConcurrency"),
                item.supplement().get("Concurrency"),
                concurrency -> asMap(FUNCTION.value("", concurrency)));
    }

    static void warehouse(ConfigItem item, Told told) {
        told.spread(PLAIN.map(item.configuration()));
        told.answer(
                new Missing("LoggingStatus", "redshift:DescribeLoggingStatus"),
                item.supplement().get("LoggingStatus"),
                status -> asMap(PLAIN.value("", status)));
    }

    static void loadBalancer(ConfigItem item, Told told) {
        told.spread(PLAIN.map(item.configuration()));
        told.answer(
                new Missing("LoadBalancerAttributes", "elasticloadbalancing:DescribeLoadBalancerAttributes"),
                item.supplement().get("LoadBalancerAttributes"),
                attributes -> wrapped("Attributes", PLAIN.value("Attributes", attributes)));
    }

    static Map<String, @Nullable Object> wrapped(String key, @Nullable Object value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(key, value);
        return tree;
    }

    private static List<Map<String, @Nullable Object>> pairs(ConfigItem item, String key, String value) {
        return item.allTags().entrySet().stream()
                .map(tag -> Trees.pair(key, tag.getKey(), value, tag.getValue()))
                .toList();
    }

    private static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? PLAIN.map(map) : Map.of();
    }
}
