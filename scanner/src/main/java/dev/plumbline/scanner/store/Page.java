package dev.plumbline.scanner.store;

import java.util.List;

/**
 * Some rows of many.
 *
 * @param total rows that match, of which {@code rows} are those asked for
 */
public record Page<T>(List<T> rows, long total) {
    public Page {
        rows = List.copyOf(rows);
    }
}
