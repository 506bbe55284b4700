package dev.plumbline.scanner.aws.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** JSON files of any length, plain or gzipped (told by content), read one value at a time. */
final class JsonFile {
    /** Far above the largest item that AWS Config writes. */
    static final long MAX_ITEM_BYTES = 16 << 20;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int BUFFER = 1 << 16;
    private static final int MAX_DEPTH = 200;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength((int) MAX_ITEM_BYTES)
                    .build())
            .build();

    private JsonFile() {}

    /** Stands before the first token; its locations count unpacked bytes. */
    static JsonParser open(Path file) throws IOException {
        return FACTORY.createParser(bytes(file));
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            bytes.mark(2);
            int magic = bytes.read() << 8 | bytes.read();
            bytes.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    static long offset(JsonParser parser) {
        return parser.currentLocation().getByteOffset();
    }

    /** Reads one object of a file, from its first token to its last. */
    interface ObjectReader {
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Goes over the objects of a file, one after the other or in one array. Where it is torn or broken, reading ends with
     * a problem.
     *
     * @throws IOException if the file cannot be opened
     */
    static void objects(Path file, FileTally tally, ObjectReader reader) throws IOException {
        try (JsonParser parser = open(file)) {
            try {
                while (parser.nextToken() != null) {
                    if (parser.currentToken() == JsonToken.START_OBJECT) {
                        reader.read(parser);
                    }
                }
            } catch (JsonProcessingException | EOFException | ZipException | CharConversionException e) {
                String words = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
                tally.problem(
                        offset(parser),
                        "the file is cut off or damaged here, what stands behind was not read (%s)".formatted(words));
            }
        }
    }

    /**
     * The value that the parser stands at the start of, as a tree of plain values. Leaves the parser at its end.
     *
     * @return empty if it is too large to be what it says it is; it has then been passed over
     * @throws IOException if the JSON is broken or ends within it
     */
    static Optional<Object> value(JsonParser parser) throws IOException {
        Builder builder = new Builder();
        long end = offset(parser) + MAX_ITEM_BYTES;
        JsonToken token = parser.currentToken();
        while (!builder.take(token, parser)) {
            if (offset(parser) > end) {
                builder.giveUp();
            }
            token = parser.nextToken();
            if (token == null) {
                throw new EOFException("the file ends within a value");
            }
        }
        return builder.result();
    }

    /** Not recursive: how deep a file nests is the file's choice. */
    private static final class Builder {
        private final Deque<Object> open = new ArrayDeque<>();
        private @Nullable Object root;
        private int depth;
        private boolean tooLarge;

        /** Whether this was the last token of the value. */
        private boolean take(JsonToken token, JsonParser parser) throws IOException {
            switch (token) {
                case FIELD_NAME -> {
                    return false;
                }
                case START_OBJECT -> start(new LinkedHashMap<String, @Nullable Object>(), parser);
                case START_ARRAY -> start(new ArrayList<@Nullable Object>(), parser);
                case END_OBJECT, END_ARRAY -> end();
                default -> attach(scalar(token, parser), parser);
            }
            return depth == 0;
        }

        private void start(Object container, JsonParser parser) throws IOException {
            depth++;
            if (!tooLarge) {
                attach(container, parser);
                open.push(container);
            }
        }

        private void end() {
            depth--;
            if (!tooLarge) {
                open.pop();
            }
        }

        private void giveUp() {
            tooLarge = true;
            root = null;
            open.clear();
        }

        @SuppressWarnings("unchecked") // what is open was made above
        private void attach(@Nullable Object value, JsonParser parser) throws IOException {
            switch (open.peek()) {
                case null -> root = tooLarge ? null : value;
                case Map<?, ?> map -> ((Map<String, @Nullable Object>) map).put(parser.currentName(), value);
                case List<?> list -> ((List<@Nullable Object>) list).add(value);
                default -> throw new IllegalStateException("only objects and arrays are open");
            }
        }

        private Optional<Object> result() {
            return Optional.ofNullable(root);
        }

        private static @Nullable Object scalar(JsonToken token, JsonParser parser) throws IOException {
            return switch (token) {
                case VALUE_STRING -> parser.getText();
                case VALUE_TRUE -> Boolean.TRUE;
                case VALUE_FALSE -> Boolean.FALSE;
                case VALUE_NUMBER_INT ->
                    parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                            ? (Object) parser.getDoubleValue()
                            : (Object) parser.getLongValue();
                case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                default -> null;
            };
        }
    }
}
