package dev.plumbline.scanner.gcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the client's objects back into the JSON that Google sent, members that the client does not know included. So
 * 64-bit numbers stay the strings that Google's JSON makes of them.
 */
final class RestJson {
    private static final ObjectReader TREE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build()
            .readerFor(new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});

    private RestJson() {}

    static Map<String, @Nullable Object> of(GenericJson object) {
        try {
            return TREE.readValue(GsonFactory.getDefaultInstance().toString(object));
        } catch (IOException e) {
            throw new UncheckedIOException("what the client wrote is not JSON", e);
        }
    }

    static List<Map<String, @Nullable Object>> of(List<? extends GenericJson> objects) {
        return objects.stream().map(RestJson::of).toList();
    }
}
