package dev.plumbline.scanner.aws.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What kind of export a file is, told by the names that it begins with. */
enum ExportKind {
    /** A snapshot or history file of AWS Config, or what {@code get-resource-config-history} prints. */
    CONFIG,
    /** What {@code aws iam get-account-authorization-details} prints. */
    AUTHORIZATION_DETAILS;

    /** Far behind the first member of any export. */
    private static final long HEAD_BYTES = 1 << 20;

    /** Empty for anything else, and for what is no JSON. */
    static Optional<ExportKind> of(Path file) {
        try (JsonParser parser = JsonFile.open(file)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                first = parser.nextToken();
            }
            return first == JsonToken.START_OBJECT ? ofObject(parser) : Optional.empty();
        } catch (IOException e) {
            // Whoever reads it as something else will say what is wrong with it.
            return Optional.empty();
        }
    }

    private static Optional<ExportKind> ofObject(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME && JsonFile.offset(parser) < HEAD_BYTES) {
            switch (parser.currentName()) {
                case "configurationItems", "configSnapshotId" -> {
                    return Optional.of(CONFIG);
                }
                case "UserDetailList", "GroupDetailList", "RoleDetailList" -> {
                    return Optional.of(AUTHORIZATION_DETAILS);
                }
                default -> {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }
        return Optional.empty();
    }
}
