package dev.plumbline.dashboards;

import java.util.Optional;

/** What the build wrote into the jar's manifest. */
public final class Build {
    private Build() {}

    /** Such as {@code 0.1.0}; {@code development} when run from classes. */
    public static String version() {
        return Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
