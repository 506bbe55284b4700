package dev.plumbline.scanner.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** An object of the SDK's model in the JSON of AWS's protocols. */
final class WireJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WireJson() {}

    static String document(SdkPojo response) {
        Optional<SdkField<?>> payload = response.sdkFields().stream()
                .filter(field -> field.containsTrait(PayloadTrait.class))
                .findFirst();
        try {
            return JSON.writeValueAsString(payload.isPresent() ? value(payload.get(), response) : members(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, @Nullable Object> members(SdkPojo object) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = value(field, object);
            if (value != null && field.location() == MarshallLocation.PAYLOAD) {
                members.put(field.locationName(), value);
            }
        }
        return members;
    }

    private static @Nullable Object value(SdkField<?> field, SdkPojo object) {
        return plain(field, field.getValueOrDefault(object));
    }

    private static @Nullable Object plain(SdkField<?> field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case SdkPojo nested -> members(nested);
            case SdkBytes bytes -> bytes.asByteArray();
            case Document document -> document.unwrap();
            case Instant time -> time(field, time);
            case List<?> items -> {
                SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
                List<@Nullable Object> all = new ArrayList<>();
                items.forEach(item -> all.add(plain(member, item)));
                yield all;
            }
            case Map<?, ?> entries -> {
                SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                entries.forEach((key, item) -> all.put(String.valueOf(key), plain(member, item)));
                yield all;
            }
            default -> value;
        };
    }

    private static Object time(SdkField<?> field, Instant time) {
        TimestampFormatTrait format = field.getTrait(TimestampFormatTrait.class);
        return format != null && format.format() == TimestampFormatTrait.Format.ISO_8601
                ? time.toString()
                : time.getEpochSecond();
    }
}
