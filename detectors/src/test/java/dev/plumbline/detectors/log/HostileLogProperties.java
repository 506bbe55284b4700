package dev.plumbline.detectors.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever stands in a file: reading ends, throws nothing, and loses nothing that is not counted. */
class HostileLogProperties {
    @Property(tries = 300)
    void anyBytesAreReadToTheEnd(@ForAll @Size(max = 400) byte[] content) throws IOException {
        Reading reading = read(content);

        assertThat(reading.events()).isEmpty();
    }

    @Property(tries = 200)
    void anArchiveDamagedAnywhereIsReadAsFarAsItGoes(
            @ForAll @IntRange(min = 0, max = 10_000) int place, @ForAll byte damage) throws IOException {
        byte[] content = Reading.gzip((Reading.read("1", "2026-03-04T05:06:07Z") + "\n").repeat(3));
        content[place % content.length] = damage;

        Reading reading = read(content);

        assertThat(reading.events()).hasSizeLessThanOrEqualTo(3);
    }

    @Property(tries = 200)
    void everyGoodLineAmongBadOnesIsRead(
            @ForAll @IntRange(min = 1, max = 12) int good,
            @ForAll @Size(max = 12) List<@StringLength(min = 1, max = 40) @CharRange(from = '!', to = '~') String> bad,
            @ForAll Random random)
            throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < good; i++) {
            lines.add(Reading.read("id-" + i, "2026-03-04T05:06:07Z"));
        }
        bad.forEach(line -> lines.add("{" + line));
        Collections.shuffle(lines, random);

        Reading reading = read(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(reading.events()).hasSize(good);
        assertThat(reading.coverage().malformed() + reading.coverage().unrecognised())
                .isGreaterThanOrEqualTo(bad.size());
    }

    private static Reading read(byte[] content) throws IOException {
        Path file = Files.createTempFile("hostile", ".log");
        try {
            return Reading.of(LogLimits.standard(), 1, Files.write(file, content));
        } finally {
            Files.delete(file);
        }
    }
}
