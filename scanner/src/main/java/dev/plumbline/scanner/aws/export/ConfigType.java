package dev.plumbline.scanner.aws.export;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.aws.export.Told.Missing;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.util.List;

/**
 * How AWS Config's record of one type of resource becomes ours.
 *
 * @param name Config's name of the type, such as {@code AWS::S3::Bucket}
 * @param global whether collectors list it once for the account, wherever Config says it is
 * @param missing what Config never records
 * @param reading tells what it does record
 */
record ConfigType(String name, ResourceType type, boolean global, List<Missing> missing, Reading reading) {
    static final String NOT_IN_SNAPSHOT = "NotInConfigSnapshot";

    ConfigType {
        missing = List.copyOf(missing);
    }

    /** Puts what an item tells in the words of the API. */
    interface Reading {
        void tell(ConfigItem item, Told told);
    }

    static ConfigType of(String name, String type, Reading reading) {
        return new ConfigType(name, new ResourceType(type), false, List.of(), reading);
    }

    ConfigType listedOnce() {
        return new ConfigType(name, type, true, missing, reading);
    }

    /** With answers that Config does not record. */
    ConfigType without(Missing... never) {
        return new ConfigType(name, type, global, List.of(never), reading);
    }

    ConfigType without(List<Missing> never) {
        return new ConfigType(name, type, global, never, reading);
    }

    String region(ConfigItem item) {
        return global ? Scope.GLOBAL : item.region();
    }

    /** @throws IllegalArgumentException if the item has no ARN to be known by */
    ResourceId id(ConfigItem item) {
        return new ResourceId(
                item.arn().orElseThrow(() -> new IllegalArgumentException("member 'ARN' must be a string")));
    }

    /** @throws IllegalArgumentException if the item has no ARN to be known by */
    Resource resource(ConfigItem item) {
        ResourceId id = id(item);
        Told told = new Told(NOT_IN_SNAPSHOT);
        reading.tell(item, told);
        missing.forEach(told::missing);
        return Redaction.of(new Resource(
                Cloud.AWS,
                item.account(),
                region(item),
                type,
                id,
                item.resourceName().orElseGet(() -> lastPart(id.value())),
                item.allTags(),
                told.config(),
                told.unread(),
                item.captured()));
    }

    static String lastPart(String arn) {
        return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
    }
}
