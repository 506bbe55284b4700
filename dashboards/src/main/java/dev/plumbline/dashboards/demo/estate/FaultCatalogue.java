package dev.plumbline.dashboards.demo.estate;

import dev.plumbline.dashboards.demo.company.Parameters;
import java.util.List;
import java.util.stream.Stream;

/** Every mistake that is planted, at every size. */
final class FaultCatalogue {
    private FaultCatalogue() {}

    static List<Fault> of(Parameters parameters) {
        return Stream.of(new AwsFaults(parameters).all(), AzureFaults.all(), new GcpFaults(parameters).all())
                .flatMap(List::stream)
                .toList();
    }
}
