package dev.plumbline.scanner.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/**
 * The answer to one question that came in pages, put together as if it had come in one: lists are joined, what tells of
 * the paging is left out, and a list that AWS did not send is empty. For one thread.
 */
final class PagedAnswer {
    private static final Set<String> PAGING = Set.of(
            "nexttoken",
            "nextmarker",
            "marker",
            "continuationtoken",
            "nextcontinuationtoken",
            "truncated",
            "istruncated",
            "hasmore",
            "hasmoretags",
            "maxitems",
            "maxresults",
            "position");

    private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();

    void add(SdkPojo page) {
        Map<String, @Nullable Object> members = AwsJson.tree(page);
        for (SdkField<?> field : page.sdkFields()) {
            String member = field.memberName();
            if (PAGING.contains(member.toLowerCase(Locale.ROOT))) {
                continue;
            }
            Object value = members.get(member);
            if (field.marshallingType().equals(MarshallingType.LIST)) {
                join(member, value);
            } else if (value != null) {
                tree.putIfAbsent(member, value);
            }
        }
    }

    private void join(String member, @Nullable Object value) {
        List<@Nullable Object> all = new ArrayList<>();
        if (tree.get(member) instanceof List<?> before) {
            all.addAll(before);
        }
        if (value instanceof List<?> more) {
            all.addAll(more);
        }
        tree.put(member, all);
    }

    Map<String, @Nullable Object> tree() {
        return tree;
    }

    /** The name of the one list that a listing's answer is about. */
    static String listMember(SdkPojo page) {
        return page.sdkFields().stream()
                .filter(field -> field.marshallingType().equals(MarshallingType.LIST))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s lists nothing".formatted(page.getClass().getSimpleName())))
                .memberName();
    }
}
