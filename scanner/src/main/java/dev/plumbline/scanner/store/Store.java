package dev.plumbline.scanner.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * What is kept between runs. Thread-safe. Opening migrates the schema; a store that another process holds waits for it
 * up to {@link #BUSY_MILLIS}. Every change goes through {@link #inTransaction}: it is there whole or not at all, also
 * after the process or the machine died.
 */
public final class Store implements AutoCloseable {
    private static final int BUSY_MILLIS = 10_000;
    private static final int POSTGRES_CONNECTIONS = 8;

    private final String location;
    private final DataSource source;
    private final Jdbi jdbi;

    private Store(String location, DataSource source) {
        this.location = location;
        this.source = source;
        this.jdbi = Jdbi.create(source);
    }

    /**
     * Opens, and creates where there is none.
     *
     * @param location a file for SQLite, or a {@code jdbc:postgresql:} URL
     * @throws StoreException saying what cannot be opened and why
     */
    public static Store open(String location) {
        DataSource source = source(location);
        try {
            Flyway.configure().dataSource(source).loggers("slf4j").load().migrate();
        } catch (FlywayException e) {
            close(source);
            throw new StoreException(
                    "cannot open the store %s: %s".formatted(withoutSecrets(location), StoreTrouble.opening(e)), e);
        }
        return new Store(location, source);
    }

    private static DataSource source(String location) {
        if (location.startsWith("jdbc:postgresql:")) {
            return postgres(location);
        }
        if (location.startsWith("jdbc:")) {
            throw new StoreException("cannot open the store %s: give a file for SQLite, or a jdbc:postgresql: address"
                    .formatted(withoutSecrets(location)));
        }
        return sqlite(Path.of(location));
    }

    private static DataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        // Takes the write lock at BEGIN: two writers then wait for each other instead of failing half-way.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static DataSource postgres(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /**
     * Runs {@code work} in one transaction, rolled back if it throws.
     *
     * @throws StoreException if the database, its disk or the way there fails
     */
    public <T> T inTransaction(Function<Tables, T> work) {
        return used(() -> jdbi.inTransaction(handle -> work.apply(new Tables(handle))));
    }

    /**
     * Runs queries on one connection, outside any transaction of ours.
     *
     * @throws StoreException if the database, its disk or the way there fails
     */
    public <T> T read(Function<Tables, T> work) {
        return used(() -> jdbi.withHandle(handle -> work.apply(new Tables(handle))));
    }

    private <T> T used(Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            Optional<String> trouble = StoreTrouble.outside(e);
            if (trouble.isEmpty()) {
                throw e;
            }
            throw new StoreException(
                    "cannot use the store %s: %s".formatted(withoutSecrets(location), trouble.get()), e);
        }
    }

    /** The tables as one connection sees them; not thread-safe, not to be kept beyond the call. */
    public static final class Tables {
        private final Handle handle;

        private Tables(Handle handle) {
            this.handle = handle;
        }

        public ScanTable scans() {
            return new ScanTable(handle);
        }

        public FindingTable findings() {
            return new FindingTable(handle);
        }

        public DataClassTable dataClasses() {
            return new DataClassTable(handle);
        }

        public SignalTable signals() {
            return new SignalTable(handle);
        }

        public IncidentTable incidents() {
            return new IncidentTable(handle);
        }
    }

    @Override
    public void close() {
        close(source);
    }

    private static void close(DataSource source) {
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private static String withoutSecrets(String location) {
        return location.replaceAll("(?i)(password|user)=[^&]*", "$1=…").replaceAll("//[^@/]*@", "//…@");
    }
}
