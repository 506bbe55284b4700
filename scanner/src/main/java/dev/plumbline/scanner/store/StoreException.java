package dev.plumbline.scanner.store;

/** The store cannot be opened or used; the message says which, why, and is fit for a user. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
