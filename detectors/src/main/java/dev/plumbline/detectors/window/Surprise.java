package dev.plumbline.detectors.window;

/**
 * How surprising a thing is: minus the logarithm of its probability, from the principal's own past, backed off to its
 * peers and from them to chance. In nats; things seen all the time are near 0.
 */
final class Surprise {
    /** As many imagined sightings as a back-off counts for. */
    private static final double WEIGHT = 4;

    private Surprise() {}

    static double of(int thing, IntCounts own, IntCounts peers, int vocabulary) {
        double chance = 1.0 / (vocabulary + 1);
        double among = (peers.get(thing) + WEIGHT * chance) / (peers.total() + WEIGHT);
        return -Math.log((own.get(thing) + WEIGHT * among) / (own.total() + WEIGHT));
    }
}
