package dev.plumbline.scanner.scan;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.collect.Coverage;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Resources to be judged, gone over twice: once for the accounts, once for everything. Never held in memory whole. */
public interface Estate {
    /** Hands over every resource, the same ones each time. */
    void forEach(Consumer<Resource> sink) throws IOException;

    /** What was read to get these resources; complete only after one {@link #forEach}. */
    Coverage coverage() throws IOException;

    /** Lines that could not be used, as sentences; complete only after one {@link #forEach}. */
    List<String> problems();
}
