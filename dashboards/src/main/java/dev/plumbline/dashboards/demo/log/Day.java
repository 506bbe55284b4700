package dev.plumbline.dashboards.demo.log;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** @param number from 0, the first day of the logs */
record Day(int number, LocalDate date) {
    boolean weekend() {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** @param hour of the day, with a fraction, in UTC */
    Instant at(double hour) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(Math.round(hour * 3_600_000));
    }
}
