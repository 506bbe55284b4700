package dev.plumbline.dashboards.demo.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shorthand for writing nested objects. */
final class NativeJson {
    private final JsonGenerator json;

    NativeJson(JsonGenerator json) {
        this.json = json;
    }

    NativeJson open() throws IOException {
        json.writeStartObject();
        return this;
    }

    NativeJson open(String field) throws IOException {
        json.writeObjectFieldStart(field);
        return this;
    }

    NativeJson close() throws IOException {
        json.writeEndObject();
        return this;
    }

    NativeJson openList(String field) throws IOException {
        json.writeArrayFieldStart(field);
        return this;
    }

    NativeJson closeList() throws IOException {
        json.writeEndArray();
        return this;
    }

    NativeJson put(String field, String value) throws IOException {
        json.writeStringField(field, value);
        return this;
    }

    NativeJson put(String field, boolean value) throws IOException {
        json.writeBooleanField(field, value);
        return this;
    }

    NativeJson put(String field, long value) throws IOException {
        json.writeNumberField(field, value);
        return this;
    }

    NativeJson nothing(String field) throws IOException {
        json.writeNullField(field);
        return this;
    }

    NativeJson members(Map<String, ?> members) throws IOException {
        for (Map.Entry<String, ?> member : members.entrySet()) {
            json.writeFieldName(member.getKey());
            value(member.getValue());
        }
        return this;
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    value(member.getValue());
                }
                json.writeEndObject();
            }
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    value(element);
                }
                json.writeEndArray();
            }
            case Boolean truth -> json.writeBoolean(truth);
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }
}
