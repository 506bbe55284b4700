package dev.plumbline.dashboards.page;

import java.util.Optional;

/**
 * Links to the neighbours of one page of a list.
 *
 * @param from counts from 0
 * @param size rows a full page has
 */
public record Paging(Filter filter, String path, int from, int shown, long total, int size) {
    public static final int FINDINGS = 50;

    /** The list is ranked so that a morning's work stands on its first page. */
    public static final int INCIDENTS = 10;

    public boolean needed() {
        return from > 0 || from + shown < total;
    }

    public Optional<String> previous() {
        return from > 0 ? Optional.of(link(Math.max(0, from - size))) : Optional.empty();
    }

    public Optional<String> next() {
        return from + shown < total ? Optional.of(link(from + shown)) : Optional.empty();
    }

    private String link(int start) {
        String first = filter.on(path);
        return start == 0 ? first : first + (filter.query().isEmpty() ? "?" : "&") + "from=" + start;
    }
}
