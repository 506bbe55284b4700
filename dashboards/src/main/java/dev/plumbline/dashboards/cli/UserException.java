package dev.plumbline.dashboards.cli;

/** Something the user can put right; its message is the whole answer, one sentence that says how. Exit code 2. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UserException(String sentence) {
        super(sentence);
    }

    public UserException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
