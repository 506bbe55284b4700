package dev.plumbline.scanner.collect;

/** A request had no answer within its attempts and time, or one that asking again would not change. */
public final class RequestFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RequestFailure failure;

    public RequestFailedException(RequestFailure failure, Throwable cause) {
        super("%s: %s".formatted(failure.code(), failure.message()), cause);
        this.failure = failure;
    }

    public RequestFailure failure() {
        return failure;
    }
}
