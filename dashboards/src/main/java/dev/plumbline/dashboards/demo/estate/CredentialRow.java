package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.object;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of IAM's credential report, every value a string as in its CSV. */
final class CredentialRow {
    private static final String NONE = "N/A";

    private CredentialRow() {}

    /** A user without a password, a second factor or keys. */
    static Map<String, @Nullable Object> of(String user, String arn, Instant created) {
        Map<String, @Nullable Object> row = object(
                "user", user,
                "arn", arn,
                "user_creation_time", time(created),
                "password_enabled", "false",
                "password_last_used", NONE,
                "password_last_changed", NONE,
                "password_next_rotation", NONE,
                "mfa_active", "false");
        for (int key = 1; key <= 2; key++) {
            row.put("access_key_%d_active".formatted(key), "false");
            row.put("access_key_%d_last_rotated".formatted(key), NONE);
            row.put("access_key_%d_last_used_date".formatted(key), NONE);
            row.put("access_key_%d_last_used_region".formatted(key), NONE);
            row.put("access_key_%d_last_used_service".formatted(key), NONE);
        }
        for (int certificate = 1; certificate <= 2; certificate++) {
            row.put("cert_%d_active".formatted(certificate), "false");
            row.put("cert_%d_last_rotated".formatted(certificate), NONE);
        }
        return row;
    }

    static void password(Map<String, @Nullable Object> row, Instant lastUsed, Instant lastChanged) {
        row.put("password_enabled", "true");
        row.put("password_last_used", time(lastUsed));
        row.put("password_last_changed", time(lastChanged));
    }

    static void key(Map<String, @Nullable Object> row, int number, boolean active, Instant rotated, Instant used) {
        row.put("access_key_%d_active".formatted(number), String.valueOf(active));
        row.put("access_key_%d_last_rotated".formatted(number), time(rotated));
        row.put("access_key_%d_last_used_date".formatted(number), time(used));
        row.put("access_key_%d_last_used_region".formatted(number), "eu-central-1");
        row.put("access_key_%d_last_used_service".formatted(number), "s3");
    }

    /** The report writes its times with an offset, not with a Z. */
    static String time(Instant instant) {
        return instant.toString().replace("Z", "+00:00");
    }
}
