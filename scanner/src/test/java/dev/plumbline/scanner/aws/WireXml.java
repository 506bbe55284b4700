package dev.plumbline.scanner.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** An object of the SDK's model in the XML of AWS's protocols. */
final class WireXml {
    private WireXml() {}

    /** A whole body: under the root, or the one member that is the body by itself. */
    static String document(String root, SdkPojo response) {
        Optional<SdkField<?>> payload = response.sdkFields().stream()
                .filter(field -> field.containsTrait(PayloadTrait.class))
                .findFirst();
        if (payload.isEmpty()) {
            return element(root, members(response, "member"));
        }
        Object value = payload.get().getValueOrDefault(response);
        return switch (value) {
            case null -> "";
            case SdkPojo nested -> element(payload.get().locationName(), members(nested, "member"));
            default -> String.valueOf(value);
        };
    }

    /** @param itemName of a list's items where the model names none */
    static String members(SdkPojo object, String itemName) {
        StringBuilder xml = new StringBuilder();
        for (SdkField<?> field : object.sdkFields()) {
            Object value = field.getValueOrDefault(object);
            if (value != null
                    && field.location() == MarshallLocation.PAYLOAD
                    && !field.containsTrait(XmlAttributeTrait.class)) {
                String name = field.unmarshallLocationName();
                xml.append(element(name, field, value, itemName));
            }
        }
        return xml.toString();
    }

    private static String element(String name, SdkField<?> field, @Nullable Object value, String itemName) {
        return switch (value) {
            case null -> "";
            case SdkPojo nested -> element(name, members(nested, itemName));
            case SdkBytes bytes -> element(name, java.util.Base64.getEncoder().encodeToString(bytes.asByteArray()));
            case Instant time -> element(name, time.toString());
            case List<?> items -> list(name, field.getTrait(ListTrait.class), items, itemName);
            case Map<?, ?> entries -> map(name, field.getTrait(MapTrait.class), entries, itemName);
            default -> element(name, String.valueOf(value));
        };
    }

    private static String list(String name, ListTrait trait, List<?> items, String itemName) {
        StringBuilder xml = new StringBuilder();
        String each = trait.isFlattened()
                ? name
                : Optional.ofNullable(trait.memberLocationName()).orElse(itemName);
        items.forEach(item -> xml.append(element(each, trait.memberFieldInfo(), item, itemName)));
        return trait.isFlattened() ? xml.toString() : element(name, xml.toString());
    }

    private static String map(String name, MapTrait trait, Map<?, ?> entries, String itemName) {
        StringBuilder xml = new StringBuilder();
        entries.forEach((key, value) -> xml.append(element(
                trait.isFlattened() ? name : "entry",
                element(trait.keyLocationName(), String.valueOf(key))
                        + element(trait.valueLocationName(), trait.valueFieldInfo(), value, itemName))));
        return trait.isFlattened() ? xml.toString() : element(name, xml.toString());
    }

    private static String element(String name, String content) {
        return "<%1$s>%2$s</%1$s>".formatted(name, content);
    }
}
