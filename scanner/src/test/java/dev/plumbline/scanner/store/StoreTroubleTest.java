package dev.plumbline.scanner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.sqlite.SQLiteConfig;

/** What a user is told of a database that fails; SQLite's failures are real ones. */
class StoreTroubleTest {
    @TempDir
    Path folder;

    @Test
    void aStoreThatAnotherProcessHolds() throws SQLException {
        try (Connection holder = sqlite(folder.resolve("plumbline.db"));
                Statement holding = holder.createStatement();
                Connection other = sqlite(folder.resolve("plumbline.db"));
                Statement waiting = other.createStatement()) {
            holding.execute("BEGIN EXCLUSIVE");

            Throwable failure = catchThrowable(() -> waiting.execute("BEGIN IMMEDIATE"));

            assertThat(StoreTrouble.outside(failure))
                    .hasValueSatisfying(words -> assertThat(words).contains("another process holds it"));
        }
    }

    @Test
    void aFileThatIsNoDatabase() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "no database at all, but long enough to be read so");

        assertThat(StoreTrouble.opening(failureOf(file))).contains("no SQLite database");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertThat(StoreTrouble.opening(failureOf(folder.resolve("none/plumbline.db"))))
                .contains("its folder is missing");
    }

    @Test
    void aServerThatIsNotThere() {
        SQLException refused =
                new PSQLException("Connection to db:5432 refused.", PSQLState.CONNECTION_UNABLE_TO_CONNECT);

        assertThat(StoreTrouble.outside(new IllegalStateException(refused)))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("Connection to db:5432 refused.")
                        .contains("jdbc:postgresql://HOST:PORT/DATABASE"));
    }

    @Test
    void ourOwnSqlIsNobodyElsesTrouble() throws SQLException {
        try (Connection connection = sqlite(folder.resolve("plumbline.db"));
                Statement statement = connection.createStatement()) {
            Throwable failure = catchThrowable(() -> statement.execute("SELECT nonsense FROM nowhere"));

            assertThat(StoreTrouble.outside(failure)).isEmpty();
        }
    }

    private static Throwable failureOf(Path file) {
        return catchThrowable(() -> {
            try (Connection connection = sqlite(file);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE scan (id TEXT)");
            }
        });
    }

    private static Connection sqlite(Path file) throws SQLException {
        SQLiteConfig impatient = new SQLiteConfig();
        impatient.setBusyTimeout(0);
        return impatient.createConnection("jdbc:sqlite:" + file);
    }
}
