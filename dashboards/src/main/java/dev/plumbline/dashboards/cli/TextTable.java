package dev.plumbline.dashboards.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns of text under their headings, as wide as their widest cell. Control characters are made visible. */
final class TextTable {
    private static final int WIDEST_CELL = 100;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> cell(cell.toString())).toList());
        return this;
    }

    void print(PrintWriter out) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(("%-" + widths[column] + "s  ").formatted(row.get(column)));
        }
        return line.toString().stripTrailing();
    }

    /** Names come from clouds and logs: none may move the cursor or colour the terminal. */
    private static String cell(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "\u00b7");
        if (visible.length() <= WIDEST_CELL) {
            return visible.isEmpty() ? " " : visible;
        }
        // An ARN tells most at its ends.
        int half = WIDEST_CELL / 2;
        return visible.substring(0, half) + "…" + visible.substring(visible.length() - half + 1);
    }
}
