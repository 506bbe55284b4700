package dev.plumbline.detectors.window;

/** Remembers how large a number usually is: mean of its logarithm over past windows. */
final class Volume {
    /** A baseline moves by at most this share per window, so that a slow ramp does not become the usual too soon. */
    private static final double SLOWEST = 1.0 / 400;

    private double meanLog;
    private double largest;
    private int windows;

    void add(double number) {
        windows++;
        meanLog += (Math.log1p(number) - meanLog) * Math.max(1.0 / windows, SLOWEST);
        largest = Math.max(largest, number);
    }

    int windows() {
        return windows;
    }

    /** Of the logarithm, shrunk to {@code peers} while few windows are known. */
    double meanLog(Volume peers, double weight) {
        double prior = peers.windows == 0 ? 0 : peers.meanLog;
        return (windows * meanLog + weight * prior) / (windows + weight);
    }

    double largest() {
        return largest;
    }
}
