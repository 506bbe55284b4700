package dev.plumbline.scanner.collect;

/**
 * A cloud cannot be read at all as things stand: no credentials, expired ones, a role that cannot be assumed, an
 * endpoint that does not answer. The message is one sentence for the user that says what to do.
 */
public final class ProviderAccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderAccessException(String message) {
        super(message);
    }

    public ProviderAccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
