package dev.plumbline.detectors.window;

/** Remembers how large a number usually is and how much it varies, by the logarithm of past windows. */
final class Volume {
    /** A window's least weight in the mean: the usual follows slowly, so that a ramp does not become usual too soon. */
    private final double leastWeight;

    private double meanLog;
    private double variance;
    private double largest;
    private int windows;

    Volume(double leastWeight) {
        this.leastWeight = leastWeight;
    }

    void add(double number) {
        addLog(Math.log1p(number));
        largest = Math.max(largest, number);
    }

    /** Takes in a number that is a logarithm already. */
    void addLog(double log) {
        windows++;
        double weight = Math.max(1.0 / windows, leastWeight);
        double before = log - meanLog;
        meanLog += before * weight;
        variance = (1 - weight) * (variance + weight * before * before);
    }

    int windows() {
        return windows;
    }

    double meanLog() {
        return meanLog;
    }

    /** Shrunk to {@code peers} while few windows are known. */
    double meanLog(Volume peers, double weight) {
        return (windows * meanLog + weight * peers.meanLog) / (windows + weight);
    }

    /** Of the logarithm: what lies within it is as usual as can be. */
    double spread() {
        return Math.sqrt(variance);
    }

    double largest() {
        return largest;
    }
}
