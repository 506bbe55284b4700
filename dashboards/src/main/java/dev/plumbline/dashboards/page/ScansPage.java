package dev.plumbline.dashboards.page;

import dev.plumbline.dashboards.schedule.ScheduleState;
import java.util.List;

/** Scans, newest first, and when the next one is due. */
public record ScansPage(Words words, List<ScanView> scans, ScheduleState schedule) {
    public ScansPage {
        scans = List.copyOf(scans);
    }
}
