package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.inventory.ResourceJson;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Any answer of the SDK as a tree of plain values, by the SDK's own field model: member names as the API documents
 * them, times in ISO 8601, enumerations as their strings. What AWS did not send is not in the tree. Blobs are content,
 * not configuration, and never taken. Policy documents in strings are parsed, percent-encoded ones (IAM) too.
 */
final class AwsJson {
    /**
     * In lower case: services differ in how they spell one name. EMR's security configurations say how clusters encrypt;
     * elsewhere that member is a name. Content is that of Organizations' policies and Systems Manager's documents.
     */
    private static final Set<String> POLICY_MEMBERS = Set.of(
            "accesspolicies",
            "accesspolicy",
            "assumerolepolicydocument",
            "content",
            "delegatedadminresourcepolicy",
            "document",
            "inlinepolicy",
            "lifecyclepolicytext",
            "managementpolicy",
            "policy",
            "policydocument",
            "policyinjson",
            "policytext",
            "resourcepolicy",
            "securityconfiguration");

    private AwsJson() {}

    /** @throws IllegalArgumentException if a policy document is no JSON object */
    static Map<String, @Nullable Object> tree(SdkPojo answer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = plain(field.memberName(), field.getValueOrDefault(answer));
            if (value != null) {
                tree.put(field.memberName(), value);
            }
        }
        return tree;
    }

    static List<@Nullable Object> trees(List<? extends SdkPojo> answers) {
        return new ArrayList<>(answers.stream().map(AwsJson::tree).toList());
    }

    private static @Nullable Object plain(String member, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkAutoConstructList<?> notSent -> null;
            case SdkAutoConstructMap<?, ?> notSent -> null;
            case SdkBytes content -> null;
            case SdkPojo nested -> tree(nested);
            case Document document -> plain(member, document.unwrap());
            case List<?> items -> list(member, items);
            case Map<?, ?> entries -> map(entries);
            case String text -> POLICY_MEMBERS.contains(member.toLowerCase(Locale.ROOT)) ? policy(text) : text;
            case Boolean flag -> flag;
            case Instant time -> time.toString();
            case Float number -> number.doubleValue();
            case Double number -> number;
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.longValue();
            default ->
                throw new IllegalArgumentException("member %s is of %s, which no API answer has so far"
                        .formatted(member, value.getClass().getName()));
        };
    }

    private static List<@Nullable Object> list(String member, List<?> items) {
        List<@Nullable Object> plain = new ArrayList<>(items.size());
        items.forEach(item -> plain.add(plain(member, item)));
        return plain;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> entries) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        entries.forEach((key, value) -> plain.put(String.valueOf(key), plain(String.valueOf(key), value)));
        return plain;
    }

    private static Object policy(String text) {
        String document =
                text.startsWith("%") ? percentDecoded(text) : text.startsWith("{\\\"") ? unescaped(text) : text;
        return document.stripLeading().startsWith("{") ? ResourceJson.tree(document) : text;
    }

    /** API Gateway gives the inside of a JSON string: {@code {\"Version\":…}}. */
    private static String unescaped(String text) {
        return String.valueOf(
                ResourceJson.tree("{\"policy\":\"%s\"}".formatted(text)).get("policy"));
    }

    /** As RFC 3986 has it, where '+' is a plus; Java's decoder is made for forms, where it is a space. */
    private static String percentDecoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
