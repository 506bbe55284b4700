package dev.plumbline.dashboards.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path crowd;

    @BeforeEach
    void writeASet() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("f0,f1,label\n");
        for (int row = 0; row < 400; row++) {
            int label = row % 40 == 0 ? 1 : 0;
            int spread = label == 1 ? 3 : 1;
            text.append("%s,%s,%d%n".formatted(spread * random.nextGaussian(), spread * random.nextGaussian(), label));
        }
        crowd = Files.writeString(folder.resolve("crowd.csv"), text);
    }

    @Test
    void printsATableOnStandardOutputAndProgressOnTheOther() {
        int code = evaluate(crowd.toString(), "--seeds", "3");

        assertThat(code).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString())
                .containsPattern("set +ROC-AUC +average precision +fit rows/s +score rows/s")
                .containsPattern("crowd  0\\.\\d{4} ± 0\\.\\d{4} +0\\.\\d{4} ± 0\\.\\d{4} +[\\d,]+ +[\\d,]+");
        assertThat(err.toString()).contains("crowd: 400 rows, 2 features, 10 anomalies; 3 fits by plumbline");
    }

    @Test
    void printsJsonForPrograms() throws IOException {
        int code = evaluate(crowd.toString(), crowd.toString(), "--seeds", "2", "--format", "json");

        JsonNode results = new ObjectMapper().readTree(out.toString());
        assertThat(code).isZero();
        assertThat(results).hasSize(2);
        assertThat(results.get(0).fieldNames())
                .toIterable()
                .containsExactly("set", "auc", "auc_sd", "ap", "ap_sd", "fit_rows_per_s", "score_rows_per_s");
        assertThat(results.get(0).get("set").asText()).isEqualTo("crowd");
        assertThat(results.get(0).get("auc")).isEqualTo(results.get(1).get("auc"));
    }

    @Test
    void smileAgreesOnAnEasySet() throws IOException {
        evaluate(crowd.toString(), "--seeds", "5", "--format", "json");
        double ours =
                new ObjectMapper().readTree(out.toString()).get(0).get("auc").asDouble();
        out.getBuffer().setLength(0);

        int code = evaluate(crowd.toString(), "--seeds", "5", "--format", "json", "--engine", "smile");

        double smiles =
                new ObjectMapper().readTree(out.toString()).get(0).get("auc").asDouble();
        assertThat(code).isZero();
        assertThat(ours).isCloseTo(smiles, within(0.03));
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertRefused(
                "no such file: " + folder.resolve("none.csv"),
                folder.resolve("none.csv").toString());
    }

    @Test
    void refusesASetWithoutTheColumnOfLabels() {
        assertRefused(crowd + ":1: no column is called 'odd'", crowd.toString(), "--label", "odd");
    }

    @Test
    void refusesACellThatIsNoNumber() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "f0,label\n1,0\nmany,1\n");

        assertRefused(bad + ":3: column 'f0' is 'many', not a number", bad.toString());
    }

    @Test
    void refusesASetWithoutAnomalies() throws IOException {
        Path calm = Files.writeString(folder.resolve("calm.csv"), "f0,label\n1,0\n2,0\n");

        assertRefused(calm + ": 0 anomalies among 2 rows", calm.toString());
    }

    @Test
    void refusesAMissingValueForSmile() throws IOException {
        Path gap = Files.writeString(folder.resolve("gap.csv"), "f0,label\n1,0\n,1\n");

        assertRefused(gap + ": row 1, column 0 is missing", gap.toString(), "--engine", "smile");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertRefused("a forest needs 1 to 1000000 trees, not 0", crowd.toString(), "--trees", "0");
        assertRefused("an evaluation needs at least 1 seed, not -1", crowd.toString(), "--seeds", "-1");
    }

    @Test
    void refusesAnUnknownEngineAndNamesThoseThereAre() {
        assertRefused("PLUMBLINE, SMILE", crowd.toString(), "--engine", "isotree");
    }

    private void assertRefused(String sentence, String... arguments) {
        err.getBuffer().setLength(0);

        int code = evaluate(arguments);

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    private int evaluate(String... arguments) {
        String[] line = new String[arguments.length + 1];
        line[0] = "evaluate";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return Plumbline.run(new PrintWriter(out), new PrintWriter(err), line);
    }
}
