package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * An answer to any operation of any service, by the SDK's own model: every member is there, every list has one item.
 * So a type that is declared tomorrow has something to read.
 */
final class SampleAnswers {
    private static final Set<String> TOKENS = Set.of(
            "nexttoken",
            "nextmarker",
            "marker",
            "continuationtoken",
            "nextcontinuationtoken",
            "lastevaluatedtablename",
            "position");
    private static final Set<String> POLICIES =
            Set.of("Policy", "PolicyDocument", "AssumeRolePolicyDocument", "Document");
    private static final Map<Class<?>, Object> NUMBERS = Map.of(
            Integer.class,
            1,
            Long.class,
            1L,
            Short.class,
            (short) 1,
            Double.class,
            1.0,
            Float.class,
            1.0f,
            BigDecimal.class,
            BigDecimal.ONE);
    private static final int DEEPEST = 7;
    private static final Map<Key, Answer> MADE = new ConcurrentHashMap<>();

    private record Key(String request, Protocol protocol, boolean endless) {}

    private SampleAnswers() {}

    /** The one page there is. */
    static Answer to(Request request) {
        return answer(request, null);
    }

    /** A page after which there is always another. */
    static Answer anotherPage(Request request) {
        return answer(request, "again");
    }

    /** An answer that tells nothing, such as a listing where there are none. */
    static Answer empty(Request request) {
        return request.protocol()
                .answer(request.operation(), (SdkPojo) ((Buildable) responseBuilder(request.type())).build());
    }

    private static Answer answer(Request request, @Nullable String token) {
        return MADE.computeIfAbsent(
                new Key(request.type(), request.protocol(), token != null),
                key -> request.protocol().answer(request.operation(), model(request.type(), token)));
    }

    static boolean comeInPages(Request request) {
        return !anotherPage(request).body().equals(to(request).body());
    }

    /**
     * @param request the class name of the operation's request
     * @param token where the next page begins; {@code null} on the last
     */
    private static SdkPojo model(String request, @Nullable String token) {
        SdkPojo builder = responseBuilder(request);
        fill(builder, token, 0, Set.of());
        return (SdkPojo) ((Buildable) builder).build();
    }

    private static SdkPojo responseBuilder(String request) {
        try {
            Class<?> response = Class.forName(request.replaceAll("Request$", "Response"));
            return (SdkPojo) response.getMethod("builder").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no answer belongs to " + request, e);
        }
    }

    /** @param around the kinds of objects that this one is in: none is in itself again */
    private static void fill(SdkPojo builder, @Nullable String token, int depth, Set<Class<?>> around) {
        Set<Class<?>> within = new HashSet<>(around);
        within.add(builder.getClass());
        for (SdkField<?> field : builder.sdkFields()) {
            if (depth <= 1 && TOKENS.contains(field.memberName().toLowerCase(Locale.ROOT))) {
                field.set(builder, token);
            } else if (depth == 0 && field.memberName().startsWith("HasMore")) {
                // Kinesis and Firehose: the next page begins after the last name of this one.
                field.set(builder, token != null);
            } else if (depth == 0 && field.marshallingType().equals(MarshallingType.SDK_POJO)) {
                // CloudFront wraps what it lists, token included.
                SdkPojo nested = field.constructor().get();
                fill(nested, token, 1, within);
                field.set(builder, ((Buildable) nested).build());
            } else {
                field.set(builder, sample(field, depth, within));
            }
        }
    }

    private static @Nullable Object sample(SdkField<?> field, int depth, Set<Class<?>> within) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            return ends(member, depth, within) ? List.of() : List.of(sampleOf(member, depth, within));
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            return ends(member, depth, within) ? Map.of() : Map.of("sample", sampleOf(member, depth, within));
        }
        if (type.equals(MarshallingType.SDK_POJO)) {
            return ends(field, depth, within) ? null : sampleOf(field, depth, within);
        }
        if (type.equals(MarshallingType.STRING)) {
            return POLICIES.contains(String.valueOf(field.memberName())) ? "{\"Statement\":[]}" : "sample";
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            return true;
        }
        if (type.equals(MarshallingType.INSTANT)) {
            return Instant.parse("2026-01-02T03:04:05Z");
        }
        if (type.equals(MarshallingType.SDK_BYTES)) {
            return SdkBytes.fromUtf8String("sample");
        }
        if (type.equals(MarshallingType.DOCUMENT)) {
            return Document.fromString("sample");
        }
        return number(type);
    }

    private static boolean ends(SdkField<?> field, int depth, Set<Class<?>> within) {
        return depth > DEEPEST
                || field.marshallingType().equals(MarshallingType.SDK_POJO)
                        && within.contains(field.constructor().get().getClass());
    }

    private static @Nullable Object number(MarshallingType<?> type) {
        return NUMBERS.get(type.getTargetClass());
    }

    private static Object sampleOf(SdkField<?> field, int depth, Set<Class<?>> within) {
        if (!field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            Object sample = sample(field, depth + 1, within);
            return sample == null ? "sample" : sample;
        }
        SdkPojo nested = field.constructor().get();
        fill(nested, null, depth + 1, within);
        return ((Buildable) nested).build();
    }
}
