package dev.plumbline.dashboards.page;

import dev.plumbline.detectors.alert.Anomaly;
import java.util.List;

/** How much each feature adds to an anomaly's score, as bars in SVG user units, largest first as given. */
public record FeatureBars(List<Bar> bars, int height) {
    public static final int WIDTH = 960;
    public static final int LABELS = 230;
    private static final int NUMBERS = 60;
    private static final int ROW_HEIGHT = 24;

    public FeatureBars {
        bars = List.copyOf(bars);
    }

    /** @param width of the share's bar, at most {@link #full()} */
    public record Bar(int y, String feature, double width, String percent) {}

    public static FeatureBars of(Anomaly anomaly) {
        List<Anomaly.Reason> reasons = anomaly.reasons();
        List<Bar> bars = java.util.stream.IntStream.range(0, reasons.size())
                .mapToObj(row -> bar(row, reasons.get(row)))
                .toList();
        return new FeatureBars(bars, reasons.size() * ROW_HEIGHT);
    }

    public static int full() {
        return WIDTH - LABELS - NUMBERS;
    }

    public String summary() {
        return "Share of the score by feature: "
                + String.join(
                        ", ",
                        bars.stream()
                                .map(bar -> bar.feature() + " " + bar.percent())
                                .toList());
    }

    /** Detectors name features as keys, such as {@code new-network}. */
    public static String words(String feature) {
        return feature.replace('-', ' ');
    }

    private static Bar bar(int row, Anomaly.Reason reason) {
        double share = Math.clamp(reason.share(), 0, 1);
        return new Bar(
                row * ROW_HEIGHT,
                Words.cut(words(reason.feature()), 30),
                Math.round(share * full() * 10) / 10.0,
                Math.round(share * 100) + " %");
    }
}
