package dev.plumbline.dashboards.demo.log;

/** Something that should be found: its {@link #name()} and the ids of its calls are written down beside the logs. */
sealed interface Attack extends Habit
        permits InsiderBulkRead, LoggingOff, SlowExfiltration, SnapshotShared, StolenKey {}
