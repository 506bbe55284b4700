package dev.plumbline.detectors.window;

/**
 * How surprising a thing is: minus the logarithm of its probability, from the principal's own past, backed off to its
 * peers, from them to everybody, and from there to chance. In nats; things seen all the time are near 0.
 */
final class Surprise {
    /** As many imagined sightings as a back-off counts for. */
    private static final double WEIGHT = 4;

    private Surprise() {}

    /** @param vocabulary how many different things there are, as far as is known before this one */
    static double of(int thing, IntCounts own, IntCounts peers, IntCounts all, int vocabulary) {
        double chance = 1.0 / (vocabulary + 1);
        double anywhere = share(thing, all, chance);
        return -Math.log(share(thing, own, share(thing, peers, anywhere)));
    }

    private static double share(int thing, IntCounts counts, double otherwise) {
        return (counts.get(thing) + WEIGHT * otherwise) / (counts.total() + WEIGHT);
    }
}
