package dev.plumbline.dashboards.demo;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.estate.Estate;
import dev.plumbline.dashboards.demo.log.AccessLogs;
import dev.plumbline.scanner.inventory.InventoryWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes the files of a demonstration, unless they are there already. */
public final class Demo {
    private Demo() {}

    /** Told how far the making has come, from any thread. */
    public interface Listener {
        /** Nothing has to be made: files of an earlier run are whole. */
        default void reused() {}

        /** Called once, before the first part. */
        default void parts(int count) {}

        default void partDone() {}
    }

    /**
     * Makes what is missing.
     *
     * @return what was planted, for comparison with what is found
     * @throws IOException if a file cannot be written; the folder is then made anew by the next run
     */
    public static Planted prepare(DemoFolder folder, Parameters parameters, Listener listener) throws IOException {
        if (folder.isWhole(parameters)) {
            listener.reused();
            return Planted.read(folder.planted());
        }
        folder.begin();
        Company company = Company.of(parameters);
        Estate estate = Estate.of(company);
        try (InventoryWriter inventory = InventoryWriter.create(folder.inventory())) {
            estate.resources().forEach(inventory);
        }
        listener.parts(AccessLogs.parts(company));
        Planted planted =
                new Planted(estate.faults(), logs(company, folder, listener).attacks());
        planted.write(folder.planted());
        folder.complete(parameters);
        return planted;
    }

    private static AccessLogs logs(Company company, DemoFolder folder, Listener listener) throws IOException {
        try {
            return AccessLogs.write(company, folder.logs(), listener::partDone);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
