package dev.plumbline.detectors.forest;

/**
 * The mean depth at which a random tree isolates one of {@code n} rows, {@code c(n) = 2 H(n-1) - 2 (n-1) / n}: the
 * yardstick of every score, and what a leaf that still holds several rows adds to the path.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.17">Liu, Ting and Zhou, Isolation Forest, ICDM 2008, equation 1</a>
 */
final class PathLength {
    /** Up to here the harmonic number is summed term by term; beyond, its expansion is exact to the last digits of a double. */
    private static final int SUMMED = 1_024;

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    private PathLength() {}

    /** The mean depth for {@code rows} rows; 0 for none or one, which need no cut. */
    static double expected(int rows) {
        if (rows < 2) {
            return 0;
        }
        return 2 * (harmonic(rows - 1) - (rows - 1.0) / rows);
    }

    static double harmonic(int terms) {
        if (terms > SUMMED) {
            double inverse = 1.0 / terms;
            double square = inverse * inverse;
            return StrictMath.log(terms) + EULER_MASCHERONI + inverse / 2 - square / 12 + square * square / 120;
        }
        double sum = 0;
        for (int term = terms; term >= 1; term--) {
            sum += 1.0 / term;
        }
        return sum;
    }
}
