package dev.plumbline.detectors.alert;

/** An event rule that cannot be loaded; the message names file and line, what is wrong and what is accepted. */
public final class EventRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventRuleException(String message) {
        super(message);
    }

    EventRuleException(String message, Throwable cause) {
        super(message, cause);
    }
}
