package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.aws.LoopbackAws.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
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
    private static final int DEEPEST = 6;
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
        fill(builder, token, 0);
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

    private static void fill(SdkPojo builder, @Nullable String token, int depth) {
        for (SdkField<?> field : builder.sdkFields()) {
            if (depth <= 1 && TOKENS.contains(field.memberName().toLowerCase(Locale.ROOT))) {
                field.set(builder, token);
            } else if (depth == 0 && field.marshallingType().equals(MarshallingType.SDK_POJO)) {
                // CloudFront's answers are a list with its token within them.
                SdkPojo nested = field.constructor().get();
                fill(nested, token, 1);
                field.set(builder, ((Buildable) nested).build());
            } else {
                field.set(builder, sample(field, depth));
            }
        }
    }

    private static @Nullable Object sample(SdkField<?> field, int depth) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.LIST)) {
            return depth > DEEPEST
                    ? List.of()
                    : List.of(sampleOf(field.getTrait(ListTrait.class).memberFieldInfo(), depth));
        }
        if (type.equals(MarshallingType.MAP)) {
            return depth > DEEPEST
                    ? Map.of()
                    : Map.of("sample", sampleOf(field.getTrait(MapTrait.class).valueFieldInfo(), depth));
        }
        if (type.equals(MarshallingType.SDK_POJO)) {
            return depth > DEEPEST ? null : sampleOf(field, depth);
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
        return number(type);
    }

    private static @Nullable Object number(MarshallingType<?> type) {
        return NUMBERS.get(type.getTargetClass());
    }

    private static Object sampleOf(SdkField<?> field, int depth) {
        if (!field.marshallingType().equals(MarshallingType.SDK_POJO)) {
            Object sample = sample(field, depth + 1);
            return sample == null ? "sample" : sample;
        }
        SdkPojo nested = field.constructor().get();
        fill(nested, null, depth + 1);
        return ((Buildable) nested).build();
    }
}
