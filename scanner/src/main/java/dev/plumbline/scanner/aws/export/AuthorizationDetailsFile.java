package dev.plumbline.scanner.aws.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.aws.export.Told.Missing;
import dev.plumbline.scanner.collect.Scope;
import dev.plumbline.scanner.inventory.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aws iam get-account-authorization-details} prints, one entry at a time: one document, or several pages one
 * after the other. It says no time, so that of the file counts.
 */
final class AuthorizationDetailsFile {
    static final String NOT_IN_DETAILS = "NotInAuthorizationDetails";

    static final List<Kind> KINDS = List.of(
            new Kind("UserDetailList", "aws.iam.user", "UserName", IamEntity.OF_USERS, IamEntity::user),
            new Kind("GroupDetailList", "aws.iam.group", "GroupName", List.of(), IamEntity::group),
            new Kind("RoleDetailList", "aws.iam.role", "RoleName", List.of(), (entry, told) -> {
                IamEntity.role(entry, told);
                IamEntity.roleLastUsed(entry, told, true);
            }),
            new Kind("Policies", "aws.iam.policy", "PolicyName", List.of(), IamEntity::policy));

    private static final ApiWords WORDS = ApiWords.of();
    /** arn, partition, service, region, account, resource. */
    private static final int ARN_PARTS = 6;

    private final Path file;
    private final Instant written;
    private final FileTally tally;
    private final ExportSink sink;
    private @Nullable AccountId account;
    private boolean truncated;

    /** One of the lists of a page. */
    record Kind(String list, ResourceType type, String name, List<Missing> missing, Reading reading) {
        private Kind(String list, String type, String name, List<Missing> missing, Reading reading) {
            this(list, new ResourceType(type), name, missing, reading);
        }
    }

    /** Puts what an entry tells under the names of the calls made for it. */
    interface Reading {
        void tell(Map<String, @Nullable Object> entry, Told told);
    }

    private AuthorizationDetailsFile(Path file, Instant written, ExportSink sink) {
        this.file = file;
        this.written = written;
        this.tally = new FileTally(file);
        this.sink = sink;
    }

    /** @throws IOException if the file cannot be opened */
    static void read(Path file, AuthorizationListings listings, ExportTally all, ExportSink sink) throws IOException {
        AuthorizationDetailsFile reading = new AuthorizationDetailsFile(
                file, Files.getLastModifiedTime(file).toInstant(), sink);
        JsonFile.objects(file, reading.tally, reading::page);
        listings.add(file, Optional.ofNullable(reading.account), reading.tally.parts(), reading.truncated);
        reading.tally.addTo(all);
    }

    private void page(JsonParser parser) throws IOException {
        truncated = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            Optional<Kind> kind =
                    KINDS.stream().filter(one -> one.list().equals(name)).findFirst();
            if (kind.isPresent() && value == JsonToken.START_ARRAY) {
                entries(parser, kind.get());
            } else {
                truncated |= name.equals("IsTruncated") && value == JsonToken.VALUE_TRUE;
                parser.skipChildren();
            }
        }
    }

    private void entries(JsonParser parser, Kind kind) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long atByte = JsonFile.offset(parser);
            Optional<Object> value = JsonFile.value(parser);
            Optional<Resource> resource = value.isPresent() && value.get() instanceof Map<?, ?> entry
                    ? resource(kind, entry, atByte)
                    : unusable(
                            atByte,
                            "an entry of %s must be an object of at most %,d bytes"
                                    .formatted(kind.list(), JsonFile.MAX_ITEM_BYTES));
            resource.ifPresent(sink::resource);
        }
    }

    private Optional<Resource> unusable(long atByte, String message) {
        tally.problem(atByte, message);
        return Optional.empty();
    }

    private Optional<Resource> resource(Kind kind, Map<?, ?> entry, long atByte) {
        Optional<String> arn = Trees.text(entry, "Arn");
        String[] parts = arn.map(text -> text.split(":", ARN_PARTS)).orElseGet(() -> new String[0]);
        if (parts.length < ARN_PARTS || parts[4].isBlank()) {
            return unusable(atByte, "member 'Arn' of an entry of %s must be an ARN".formatted(kind.list()));
        }
        String id = arn.orElseThrow();
        if (IamEntity.isAwsManaged(id)) {
            return Optional.empty();
        }
        AccountId owner = new AccountId(parts[4]);
        account = owner;
        sink.account(owner, parts[1], written);
        tally.saw(owner, Scope.GLOBAL, kind.type());
        boolean wanted = sink.wants(new ExportSink.Version(id, new ResourceId(id), written));
        return wanted ? Optional.of(resource(kind, WORDS.map(entry), owner, id)) : Optional.empty();
    }

    private Resource resource(Kind kind, Map<String, @Nullable Object> entry, AccountId owner, String id) {
        Told told = new Told(NOT_IN_DETAILS);
        kind.reading().tell(entry, told);
        kind.missing().forEach(told::missing);
        return Redaction.of(new Resource(
                Cloud.AWS,
                owner,
                Scope.GLOBAL,
                kind.type(),
                new ResourceId(id),
                Trees.text(entry, kind.name()).orElseGet(() -> ConfigType.lastPart(id)),
                Trees.tags(entry.get("Tags")),
                told.config(),
                told.unread(),
                written));
    }
}
