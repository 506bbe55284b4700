package dev.plumbline.detectors.alert;

/**
 * How much speaks for an event being out of the ordinary, in nats, so that what is independent may be added: rarity of
 * the event itself, oddness of the window it stands in, event rules it matches.
 */
final class Evidence {
    /** A rare event is no attack: rarity alone never outweighs a rule of level high. */
    private static final double MOST_RARITY = 6;

    private static final double RARITY_WEIGHT = 0.4;

    /** Maps evidence to a score: this much of it gives 1 - 1/e. */
    private static final double SCALE = 8;

    private Evidence() {}

    static double of(EventRule.Level level) {
        return switch (level) {
            case CRITICAL -> 9;
            case HIGH -> 7;
            case MEDIUM -> 4;
            case LOW -> 2;
            case INFORMATIONAL -> 0.5;
        };
    }

    /** @param surprise of one event, in nats */
    static double ofRarity(double surprise) {
        return Math.min(RARITY_WEIGHT * surprise, MOST_RARITY);
    }

    /**
     * A window as odd as one in ten says nothing yet. The p-value cannot fall below one over the number of windows;
     * among the very odd the score still tells which is odder.
     */
    static double ofWindow(double pValue, double score) {
        return Math.max(-Math.log(pValue) - Math.log(10), 0) + 10 * Math.max(score - 0.6, 0);
    }

    /** In (0, 1). */
    static double score(double evidence) {
        return Math.min(Math.max(-Math.expm1(-evidence / SCALE), 1e-6), 1 - 1e-9);
    }
}
