package dev.plumbline.detectors.forest;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * 100 trees of 256 on a million rows of 20 features, beside smile in the same run. One thread each; {@link CpuTime} adds the
 * rate per second of processor time, which a busy machine does not spoil. How to run it: docs/benchmarks.md.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx4g", "-XX:+UseSerialGC"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ForestBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int FEATURES = 20;
    private static final ForestOptions OPTIONS = ForestOptions.standard(1);

    private final double[][] values = crowd();
    private final Matrix matrix = Matrix.of(values);
    private final AnomalyScorer byPlumbline = Engine.PLUMBLINE.fit(OPTIONS, matrix);
    private final smile.anomaly.IsolationForest bySmile = smileFit();

    /** Runs all benchmarks of this class. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ForestBenchmark.class.getSimpleName())
                        .addProfiler(CpuTime.class)
                        .build())
                .run();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] scoreByPlumbline() {
        return byPlumbline.score(matrix);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] scoreBySmile() {
        return Parallel.within(1, () -> bySmile.score(values));
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public AnomalyScorer fitByPlumbline() {
        return Engine.PLUMBLINE.fit(OPTIONS, matrix);
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public smile.anomaly.IsolationForest fitBySmile() {
        return smileFit();
    }

    private smile.anomaly.IsolationForest smileFit() {
        var options = new smile.anomaly.IsolationForest.Options(OPTIONS.trees(), 8, 256.0 / ROWS, 0);
        return Parallel.within(1, () -> smile.anomaly.IsolationForest.fit(values, options));
    }

    private static double[][] crowd() {
        Random random = new Random(1);
        double[][] rows = new double[ROWS][FEATURES];
        for (int row = 0; row < ROWS; row++) {
            int spread = row % 100 == 0 ? 4 : 1;
            for (int feature = 0; feature < FEATURES; feature++) {
                rows[row][feature] = spread * random.nextGaussian();
            }
        }
        return rows;
    }
}
