package dev.plumbline.detectors.log;

/** A log path or pseudonym key that cannot be used at all; the message says which, why and what to do. */
public final class LogProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogProblemException(String message) {
        super(message);
    }

    public LogProblemException(String message, Throwable cause) {
        super(message, cause);
    }
}
