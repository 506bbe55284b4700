package dev.plumbline.dashboards.demo;

/** The folder holds something else; the message says so and what to give instead. */
public final class NoDemoFolderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoDemoFolderException(String message) {
        super(message);
    }
}
