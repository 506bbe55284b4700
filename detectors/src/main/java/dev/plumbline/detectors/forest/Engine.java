package dev.plumbline.detectors.forest;

/** Which isolation forest is grown. */
public enum Engine {
    /** Ours: seeded, reproducible bit for bit, knows missing values, and can say why. */
    PLUMBLINE {
        @Override
        public AnomalyScorer fit(ForestOptions options, Matrix rows) {
            return IsolationForest.fit(options, rows);
        }
    },
    /** That of smile-core: a second opinion to measure against. It takes no seed, so two fits differ. */
    SMILE {
        @Override
        public AnomalyScorer fit(ForestOptions options, Matrix rows) {
            return SmileForest.fit(options, rows);
        }
    };

    public abstract AnomalyScorer fit(ForestOptions options, Matrix rows);
}
