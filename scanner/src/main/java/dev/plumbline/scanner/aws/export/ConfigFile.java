package dev.plumbline.scanner.aws.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot or history file of AWS Config, one item at a time. An item that cannot be used is counted and named; what
 * stands behind broken JSON or a torn end is lost, and said to be.
 */
final class ConfigFile {
    private static final String HISTORY =
            "%s is a configuration history, which holds only what changed in its time: give a snapshot as well";

    private final Path file;
    private final FileTally tally;
    private final ExportSink sink;
    private boolean snapshot;

    private ConfigFile(Path file, ExportSink sink) {
        this.file = file;
        this.tally = new FileTally(file);
        this.sink = sink;
    }

    /** @throws IOException if the file cannot be opened */
    static void read(Path file, ExportTally all, ExportSink sink) throws IOException {
        ConfigFile reading = new ConfigFile(file, sink);
        JsonFile.objects(file, reading.tally, reading::document);
        reading.tally.addTo(all, reading.snapshot ? Optional.empty() : Optional.of(HISTORY.formatted(file)));
    }

    private void document(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("configurationItems") && value == JsonToken.START_ARRAY) {
                items(parser);
            } else {
                snapshot |= name.equals("configSnapshotId");
                parser.skipChildren();
            }
        }
    }

    private void items(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long atByte = JsonFile.offset(parser);
            Optional<Object> value = JsonFile.value(parser);
            Optional<Resource> resource = value.isPresent() && value.get() instanceof Map<?, ?> item
                    ? resource(item, atByte)
                    : unusable(
                            atByte,
                            "an item must be an object of at most %,d bytes".formatted(JsonFile.MAX_ITEM_BYTES));
            resource.ifPresent(sink::resource);
        }
    }

    private Optional<Resource> resource(Map<?, ?> item, long atByte) {
        try {
            return resource(ConfigItem.of(item), atByte);
        } catch (IllegalArgumentException e) {
            return unusable(atByte, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Resource> unusable(long atByte, String message) {
        tally.problem(atByte, message);
        return Optional.empty();
    }

    private Optional<Resource> resource(ConfigItem item, long atByte) {
        sink.account(item.account(), partition(item), item.captured());
        Optional<ConfigType> type = ConfigTypes.of(item.type());
        type.ifPresent(known -> tally.saw(item.account(), known.region(item), known.type()));
        if (item.gone()) {
            sink.gone(item.key(), item.captured());
        } else if (item.type().equals(ConfigTypes.ACCOUNT_BLOCK)) {
            sink.accountBlock(item.account(), item.captured(), BucketItem.WORDS.map(item.configuration()));
        } else if (type.isPresent()) {
            return resource(item, type.get());
        } else {
            tally.notRead(item.account(), item.region(), item.type(), atByte);
        }
        return Optional.empty();
    }

    private Optional<Resource> resource(ConfigItem item, ConfigType type) {
        ResourceId id = type.id(item);
        boolean wanted = !IamEntity.isAwsManaged(id.value())
                && sink.wants(new ExportSink.Version(item.key(), id, item.captured()));
        return wanted ? Optional.of(type.resource(item)) : Optional.empty();
    }

    private static String partition(ConfigItem item) {
        return item.arn()
                .map(arn -> arn.split(":", 3))
                .filter(arn -> arn.length == 3)
                .map(arn -> arn[1])
                .orElseGet(() -> partitionOf(item.region()));
    }

    private static String partitionOf(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
