package dev.plumbline.detectors.log;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * Finds the events in a stream of JSON tokens, whatever they are wrapped in: {@code {"Records": [...]}}, an array, one
 * object, an EventBridge {@code detail}, a Logstash {@code message}, the {@code CloudTrailEvent} text of LookupEvents.
 * Fields off the allow-list are skipped without being turned into text. Confined to one thread.
 */
final class EventParser {
    private static final int DEEPEST_ENVELOPE = 4;
    private static final Set<String> LISTS = Set.of("Records", "records", "events", "Events", "value", "entries");
    private static final Set<String> WRAPPERS = Set.of("event", "detail", "_source", "data", "logEntry");
    private static final Set<String> TEXTS = Set.of("CloudTrailEvent", "message", "Message", "raw", "@message");

    private final JsonFactory factory;
    private final Handler handler;
    private final KeptFields.Node root = KeptFields.standard().root();
    private final FieldBag[] bags = new FieldBag[DEEPEST_ENVELOPE];
    private long found;

    /** Takes what the parser finds. */
    interface Handler {
        /** @param fields valid during the call only; may belong to no known log */
        void event(FieldBag fields, long line);

        /** An event that was written as text inside another value, and is broken there. */
        void brokenText(JacksonException problem, long line);
    }

    EventParser(JsonFactory factory, Handler handler) {
        this.factory = factory;
        this.handler = handler;
        for (int i = 0; i < bags.length; i++) {
            bags[i] = new FieldBag(KeptFields.standard().size());
        }
    }

    /** Reads every root value of the stream. */
    void parse(JsonParser parser, long line) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            values(parser, token, 0, line);
        }
    }

    private void values(JsonParser parser, JsonToken token, int depth, long line) throws IOException {
        int open = 0; // counted, not recursed into: lists in lists may have no bottom
        for (JsonToken inner = token; ; inner = parser.nextToken()) {
            requireMore(parser, inner);
            switch (inner) {
                case START_ARRAY -> open++;
                case END_ARRAY -> open--;
                case START_OBJECT -> event(parser, depth, line);
                default -> handler.event(emptied(depth), line); // a bare number or text is no event: let it be counted
            }
            if (open == 0) {
                return;
            }
        }
    }

    private void event(JsonParser parser, int depth, long line) throws IOException {
        FieldBag bag = emptied(depth);
        long before = found;
        long at = line > 0 ? line : parser.currentLocation().getLineNr();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            requireMore(parser, token);
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (depth + 1 < DEEPEST_ENVELOPE && isEnvelope(name, value)) {
                envelope(parser, value, depth + 1, line);
            } else {
                field(parser, value, root.child(name), bag);
            }
        }
        if (found == before) {
            found++;
            handler.event(bag, at);
        }
    }

    private static boolean isEnvelope(String name, JsonToken value) {
        return switch (value) {
            case START_ARRAY -> LISTS.contains(name);
            case START_OBJECT -> WRAPPERS.contains(name);
            case VALUE_STRING -> TEXTS.contains(name);
            default -> false;
        };
    }

    private void envelope(JsonParser parser, JsonToken value, int depth, long line) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            found++; // also an empty list of records was one
            values(parser, value, depth, line);
            return;
        }
        String text = parser.getText();
        if (text.startsWith("{") || text.startsWith("[")) {
            found++;
            text(text, depth, line > 0 ? line : parser.currentLocation().getLineNr());
        }
    }

    /** What is broken inside a text is no reason to give up what stands around it. */
    private void text(String text, int depth, long line) throws IOException {
        try (JsonParser inner = factory.createParser(text)) {
            for (JsonToken token = inner.nextToken(); token != null; token = inner.nextToken()) {
                values(inner, token, depth, line);
            }
        } catch (JacksonException e) {
            handler.brokenText(e, line);
        }
    }

    private void field(
            JsonParser parser, JsonToken value, KeptFields.@org.jspecify.annotations.Nullable Node node, FieldBag bag)
            throws IOException {
        if (node == null) {
            bag.drop();
            parser.skipChildren();
            return;
        }
        switch (value) {
            case START_OBJECT -> {
                for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                    requireMore(parser, token);
                    String name = parser.currentName();
                    field(parser, parser.nextToken(), node.child(name), bag);
                }
            }
            case START_ARRAY -> {
                for (int open = 1; open > 0; ) {
                    JsonToken token = parser.nextToken();
                    requireMore(parser, token);
                    if (token == JsonToken.START_ARRAY) {
                        open++;
                    } else if (token == JsonToken.END_ARRAY) {
                        open--;
                    } else {
                        field(parser, token, node, bag);
                    }
                }
            }
            case VALUE_NULL -> {}
            default -> {
                if (node.slot() >= 0) {
                    bag.add(node.slot(), parser.getText());
                } else {
                    bag.drop();
                }
            }
        }
    }

    private static void requireMore(JsonParser parser, @org.jspecify.annotations.Nullable JsonToken token)
            throws IOException {
        if (token == null) {
            throw new com.fasterxml.jackson.core.io.JsonEOFException(parser, null, "the document ends early");
        }
    }

    private FieldBag emptied(int depth) {
        bags[depth].clear();
        return bags[depth];
    }
}
