package dev.plumbline.rules.language;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration value in one short line of JSON, for a person to read as evidence. */
final class CompactJson {
    /** Characters after which a value is cut: enough for a policy statement or two. */
    static final int LONGEST = 500;

    private final StringBuilder json = new StringBuilder();

    private CompactJson() {}

    static String of(@Nullable Object value) {
        CompactJson writer = new CompactJson();
        writer.append(value);
        if (writer.json.length() <= LONGEST) {
            return writer.json.toString();
        }
        int end = Character.isHighSurrogate(writer.json.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return writer.json.substring(0, end) + "…";
    }

    private void append(@Nullable Object value) {
        if (json.length() > LONGEST) {
            return;
        }
        switch (value) {
            case Map<?, ?> map -> appendMap(map);
            case List<?> list -> appendList(list);
            case String text -> appendText(text);
            case null -> json.append("null");
            default -> json.append(value);
        }
    }

    private void appendMap(Map<?, ?> map) {
        json.append('{');
        String separator = "";
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                entries.hasNext() && json.length() <= LONGEST; ) {
            Map.Entry<?, ?> entry = entries.next();
            json.append(separator);
            appendText(String.valueOf(entry.getKey()));
            json.append(':');
            append(entry.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private void appendList(List<?> list) {
        json.append('[');
        for (int index = 0; index < list.size() && json.length() <= LONGEST; index++) {
            json.append(index == 0 ? "" : ",");
            append(list.get(index));
        }
        json.append(']');
    }

    private void appendText(String text) {
        json.append('"');
        for (int index = 0; index < text.length() && json.length() <= LONGEST; index++) {
            char c = text.charAt(index);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        json.append('"');
    }
}
