package dev.plumbline.dashboards.page;

import java.util.Optional;

/** Links to the neighbours of one page of a list; {@code from} counts from 0. */
public record Paging(Filter filter, String path, int from, int shown, long total) {
    /** Rows a page; the previous page starts so many earlier. */
    public static final int SIZE = 50;

    public boolean needed() {
        return from > 0 || from + shown < total;
    }

    public Optional<String> previous() {
        return from > 0 ? Optional.of(link(Math.max(0, from - SIZE))) : Optional.empty();
    }

    public Optional<String> next() {
        return from + shown < total ? Optional.of(link(from + shown)) : Optional.empty();
    }

    private String link(int start) {
        String first = filter.on(path);
        return start == 0 ? first : first + (filter.query().isEmpty() ? "?" : "&") + "from=" + start;
    }
}
