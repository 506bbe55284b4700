package dev.plumbline.scanner.inventory;

import dev.plumbline.rules.resource.Resource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes an inventory file, gzipped if its name ends in {@code .gz}. Takes resources from any thread. */
public final class InventoryWriter implements Consumer<Resource>, AutoCloseable {
    private final BufferedWriter lines;

    private InventoryWriter(BufferedWriter lines) {
        this.lines = lines;
    }

    public static InventoryWriter create(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        return new InventoryWriter(new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8)));
    }

    /** @throws UncheckedIOException if the disk refuses */
    @Override
    public void accept(Resource resource) {
        String line = ResourceJson.write(resource);
        try {
            synchronized (lines) {
                lines.write(line);
                lines.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
