package dev.plumbline.detectors.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.detectors.log.KeptFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Keeps the tables of {@code docs/detection.md} in step with the code. Written anew by
 * {@code mvn -pl detectors test -Dtest=DetectionGuideTest -Dplumbline.guide=write}.
 */
class DetectionGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "detection.md");
    private static final String COMMAND = "mvn -pl detectors test -Dtest=DetectionGuideTest -Dplumbline.guide=write";

    @Test
    void theGuideSaysWhatTheCodeSays() throws IOException {
        String guide = Files.readString(GUIDE);

        String expected = with(guide, "hour features", table(HourFeature.values()));
        expected = with(expected, "store features", table(StoreDayFeature.values()));
        expected = with(
                expected,
                "kept fields",
                "```\n" + String.join("\n", KeptFields.standard().names()) + "\n```\n");
        if (System.getProperty("plumbline.guide", "").equals("write")) {
            Files.writeString(GUIDE, expected);
        }

        assertThat(GUIDE).as("write it anew by: %s", COMMAND).content().isEqualTo(expected);
    }

    private static String with(String guide, String name, String content) {
        String begin = "<!-- %s: written by code -->\n".formatted(name);
        String end = "<!-- end of %s -->".formatted(name);
        assertThat(guide).contains(begin, end);
        return guide.substring(0, guide.indexOf(begin) + begin.length())
                + content
                + guide.substring(guide.indexOf(end));
    }

    private static String table(Feature... features) {
        return Arrays.stream(features)
                .map(feature -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                feature.key(),
                                feature.words().formatted("*n*", "*m*"),
                                feature.unit(),
                                feature.purpose()))
                .collect(Collectors.joining(
                        "", "| feature | as a reason | measured in | shows |\n|---|---|---|---|\n", ""));
    }
}
