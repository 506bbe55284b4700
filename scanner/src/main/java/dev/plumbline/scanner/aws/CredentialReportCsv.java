package dev.plumbline.scanner.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The credential report's comma-separated lines, its first naming the columns. */
final class CredentialReportCsv {
    private CredentialReportCsv() {}

    /**
     * One map of strings per line, as the report has them ({@code true}, {@code N/A}, {@code no_information}).
     *
     * @throws IllegalArgumentException if a line does not fit the first
     */
    static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || !lines.getFirst().startsWith("user,arn,")) {
            throw new IllegalArgumentException("no credential report: its first line must name user and arn");
        }
        List<String> columns = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            rows.add(row(columns, joinedNames(cells(line), columns.size())));
        }
        return rows;
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a line of the credential report has %d cells and not %d".formatted(cells.size(), columns.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    /** A user's name may hold commas; unquoted they stand in the first two columns alike, user and arn. */
    private static List<String> joinedNames(List<String> cells, int columns) {
        int extra = cells.size() - columns;
        if (extra <= 0 || extra % 2 != 0) {
            return cells;
        }
        int parts = 1 + extra / 2;
        List<String> joined = new ArrayList<>();
        joined.add(String.join(",", cells.subList(0, parts)));
        joined.add(String.join(",", cells.subList(parts, 2 * parts)));
        joined.addAll(cells.subList(2 * parts, cells.size()));
        return joined;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
