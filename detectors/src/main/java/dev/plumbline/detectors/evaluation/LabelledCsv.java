package dev.plumbline.detectors.evaluation;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plumbline.detectors.forest.Matrix;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a labelled set from CSV (RFC 4180, UTF-8, first line names the columns), gzipped if its name ends in {@code .gz}. One
 * column is the label, 1 for an anomaly and 0 for the rest; every other is a numeric feature, in which an empty cell or
 * {@code NaN} is a missing value. The file is read as a stream; only the numbers are kept.
 */
public final class LabelledCsv {
    private static final int LONGEST_QUOTED_CELL = 40;
    /** A quote that never closes must not swallow the file into memory. */
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final List<String> header;
    private final int label;
    private final double[] row;
    private final Matrix.Builder rows;
    private final BitSet anomalous = new BitSet();
    private int count;

    private LabelledCsv(Path file, CsvRecord first, String labelColumn) throws LabelledCsvException {
        this.file = file;
        this.header = first.getFields().stream().map(String::strip).toList();
        this.label = header.indexOf(labelColumn);
        if (label < 0) {
            throw new LabelledCsvException(
                    file,
                    first.getStartingLineNumber(),
                    "no column is called %s: name the column of labels with --label, one of %s"
                            .formatted(quoted(labelColumn), quoted(String.join(", ", header))));
        }
        if (header.lastIndexOf(labelColumn) != label) {
            throw new LabelledCsvException(
                    file, first.getStartingLineNumber(), "two columns are called %s".formatted(quoted(labelColumn)));
        }
        if (header.size() == 1) {
            throw new LabelledCsvException(
                    file, first.getStartingLineNumber(), "there is no feature beside the column of labels");
        }
        this.row = new double[header.size() - 1];
        this.rows = Matrix.builder(row.length);
    }

    /**
     * Reads a whole file.
     *
     * @param labelColumn name of the column that tells anomalies from the rest
     * @throws LabelledCsvException if it is no such set; the message names file and line
     * @throws java.nio.file.NoSuchFileException if there is no such file
     */
    public static LabelledSet read(Path file, String labelColumn) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = name(file).endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowExtraFields(true) // both refused below, in words that name the file
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_LINE)
                        .ofCsvRecord(plain)) {
            return read(file, csv.iterator(), labelColumn);
        } catch (CsvParseException malformed) {
            throw new LabelledCsvException(file, "not readable as CSV: " + malformed.getMessage(), malformed);
        } catch (UncheckedIOException wrapped) {
            throw unreadable(file, requireNonNull(wrapped.getCause(), "cause"));
        } catch (EOFException | ZipException corrupt) {
            throw unreadable(file, corrupt);
        }
    }

    private static LabelledCsvException unreadable(Path file, IOException cause) {
        return switch (cause) {
            case EOFException cut -> new LabelledCsvException(file, "the gzip data is cut short", cut);
            case ZipException corrupt ->
                new LabelledCsvException(file, "not readable as gzip: " + corrupt.getMessage(), corrupt);
            default -> new LabelledCsvException(file, "unreadable: " + cause.getMessage(), cause);
        };
    }

    private static LabelledSet read(Path file, Iterator<CsvRecord> records, String labelColumn)
            throws LabelledCsvException {
        if (!records.hasNext()) {
            throw new LabelledCsvException(file, "the file is empty; its first line must name the columns");
        }
        LabelledCsv reading = new LabelledCsv(file, records.next(), labelColumn);
        while (records.hasNext()) {
            reading.add(records.next());
        }
        return reading.finished();
    }

    private void add(CsvRecord cells) throws LabelledCsvException {
        long line = cells.getStartingLineNumber();
        if (cells.getFieldCount() != header.size()) {
            throw new LabelledCsvException(
                    file,
                    line,
                    "%d cells where the first line names %d columns".formatted(cells.getFieldCount(), header.size()));
        }
        int feature = 0;
        for (int column = 0; column < header.size(); column++) {
            if (column == label) {
                anomalous.set(count, isAnomaly(cells.getField(column), line));
            } else {
                row[feature++] = number(cells.getField(column), line, column);
            }
        }
        rows.add(row);
        count++;
    }

    private boolean isAnomaly(String cell, long line) throws LabelledCsvException {
        return switch (cell.strip()) {
            case "1", "1.0" -> true;
            case "0", "0.0" -> false;
            default ->
                throw new LabelledCsvException(
                        file,
                        line,
                        "column %s is %s, not 1 (anomaly) or 0".formatted(quoted(header.get(label)), quoted(cell)));
        };
    }

    private double number(String cell, long line, int column) throws LabelledCsvException {
        if (cell.isBlank() || cell.strip().equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(cell);
            if (Math.abs(value) <= Float.MAX_VALUE) {
                return value;
            }
        } catch (NumberFormatException notNumeric) {
            throw new LabelledCsvException(
                    file,
                    line,
                    "column %s is %s, not a number; leave a missing value empty"
                            .formatted(quoted(header.get(column)), quoted(cell)));
        }
        throw new LabelledCsvException(
                file,
                line,
                "column %s is %s, beyond ±%s".formatted(quoted(header.get(column)), quoted(cell), Float.MAX_VALUE));
    }

    private LabelledSet finished() throws LabelledCsvException {
        if (count == 0) {
            throw new LabelledCsvException(file, "there is no row below the first line");
        }
        boolean[] labels = new boolean[count];
        for (int row = 0; row < count; row++) {
            labels[row] = anomalous.get(row);
        }
        return new LabelledSet(setName(file), rows.build(), labels);
    }

    /** The file's name without {@code .csv} and {@code .gz}. */
    private static String setName(Path file) {
        String bare = name(file).replaceFirst("\\.gz$", "").replaceFirst("\\.csv$", "");
        return bare.isBlank() ? name(file) : bare;
    }

    private static String name(Path file) {
        return file.toString().isEmpty()
                ? ""
                : String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /** Short and printable, whatever the file holds. */
    private static String quoted(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_QUOTED_CELL
                ? "'" + printable + "'"
                : "'" + printable.substring(0, LONGEST_QUOTED_CELL) + "…'";
    }
}
