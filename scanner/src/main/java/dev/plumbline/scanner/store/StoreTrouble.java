package dev.plumbline.scanner.store;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What is wrong with a database, in words for whoever has to mend it. */
final class StoreTrouble {
    private StoreTrouble() {}

    /** Why a store could not be opened, and what to do. */
    static String opening(Throwable failure) {
        return outside(failure).orElseGet(() -> message(failure));
    }

    /** Empty if the trouble is our own SQL and not the database, its disk or the way there. */
    static Optional<String> outside(Throwable failure) {
        return deepestSql(failure)
                .flatMap(sql -> sql instanceof SQLiteException sqlite ? file(sqlite) : connection(sql));
    }

    private static Optional<String> file(SQLiteException failure) {
        // An extended code holds the plain one in its lowest byte.
        int plain = failure.getResultCode().code & 0xff;
        return switch (SQLiteErrorCode.getErrorCode(plain)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                Optional.of("another process holds it: wait until that one has ended, or give another file");
            case SQLITE_NOTADB -> Optional.of("it is no SQLite database: move it away, or give another file");
            case SQLITE_CORRUPT -> Optional.of("it is damaged: restore a copy, or move it away to begin anew");
            case SQLITE_CANTOPEN -> Optional.of("its folder is missing or may not be used: make it, or give another");
            case SQLITE_READONLY, SQLITE_PERM -> Optional.of("it may not be written: check who owns it");
            case SQLITE_FULL -> Optional.of("its disk is full");
            case SQLITE_IOERR -> Optional.of("its disk gives errors: " + failure.getMessage());
            default -> Optional.empty();
        };
    }

    /** SQLSTATE's classes 08 (connection), 28 (sign-in), 3D (no such database), 53 (resources), 57 (operator). */
    private static Optional<String> connection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "28", "3D", "53", "57" ->
                Optional.of(message(failure)
                        + " The address is jdbc:postgresql://HOST:PORT/DATABASE?user=NAME&password=WORD");
            default -> Optional.empty();
        };
    }

    private static Optional<SQLException> deepestSql(Throwable failure) {
        SQLException deepest = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                deepest = sql;
            }
        }
        return Optional.ofNullable(deepest);
    }

    private static String message(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null && !(root instanceof SQLException); ) {
            root = cause;
            cause = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
    }
}
