package dev.plumbline.detectors.log;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines without copying them. Holds one line at a time, and none longer than the limit. */
final class JsonLines {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean exhausted;
    private int length;
    private long line;
    private boolean tooLong;

    JsonLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Moves to the next line, or tells that there is none. */
    boolean next() throws IOException {
        start += length;
        skipNewline();
        length = 0;
        tooLong = false;
        line++;
        for (int at = 0; ; ) {
            for (int i = start + at; i < end; i++) {
                if (buffer[i] == '\n') {
                    length = i - start;
                    return true;
                }
            }
            at = end - start;
            if (exhausted) {
                length = at;
                return length > 0 || tooLong;
            }
            if (at > longest) {
                tooLong = true;
                start = end;
                at = 0;
            }
            fill();
        }
    }

    private void skipNewline() {
        if (line > 0 && start < end) {
            start++;
        }
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            exhausted = true;
        } else {
            end += count;
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** One-based. */
    long line() {
        return line;
    }

    /** Whether the line was over the limit; its bytes are then gone but for some at its end. */
    boolean tooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
