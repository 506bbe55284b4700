package dev.plumbline.dashboards.demo.company;

import java.util.SplittableRandom;

/**
 * Addresses that belong to nobody: the ranges set apart for documentation (RFC 5737) and for benchmarks (RFC 2544).
 */
public final class Networks {
    private Networks() {}

    /** The company's office, where about half of the people sit. */
    public static String office(SplittableRandom random) {
        return "203.0.113." + (1 + random.nextInt(254));
    }

    /** Somebody's own connection. */
    public static String home(SplittableRandom random) {
        return random.nextInt(2) == 0 ? office(random) : anywhere(random);
    }

    /** A hotel, a telephone, a rented server: five hundred networks that no one else is likely to use. */
    public static String anywhere(SplittableRandom random) {
        return "198.%d.%d.%d".formatted(18 + random.nextInt(2), random.nextInt(256), 1 + random.nextInt(254));
    }

    /** The address translation of the company's own machines. */
    static String ofMachines(SplittableRandom random) {
        return "192.0.2." + (1 + random.nextInt(254));
    }
}
