package dev.plumbline.dashboards.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.dashboards.demo.company.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private static final Parameters SMALL = new Parameters(1, 0.01, LocalDate.of(2026, 11, 1));
    private static final Parameters OTHER = new Parameters(2, 0.01, LocalDate.of(2026, 11, 1));

    @TempDir
    private Path temporary;

    @Test
    void aSecondRunUsesTheFilesOfTheFirst() throws IOException {
        Planted first = prepare(SMALL).planted();

        Run second = prepare(SMALL);

        assertThat(second.reused()).isTrue();
        assertThat(second.planted()).isEqualTo(first);
    }

    @Test
    void otherParametersMakeItAnewAndDropTheStoreOfTheFormer() throws IOException {
        prepare(SMALL);
        Path store = Files.writeString(temporary.resolve("demo/plumbline.db"), "of the former company");

        Run second = prepare(OTHER);

        assertThat(second.reused()).isFalse();
        assertThat(store).doesNotExist();
    }

    @Test
    void aChangedFileIsNoticedAndMadeAgain() throws IOException {
        prepare(SMALL);
        Files.writeString(temporary.resolve("demo/inventory.ndjson.gz"), "cut");

        assertThat(prepare(SMALL).reused()).isFalse();
        assertThat(prepare(SMALL).reused()).isTrue();
    }

    @Test
    void anInterruptedMakingIsMadeAgain() throws IOException {
        prepare(SMALL);
        folder().begin();

        assertThat(prepare(SMALL).reused()).isFalse();
    }

    @Test
    void aFolderWithOtherFilesIsLeftAlone() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("thesis"));
        Path chapter = Files.writeString(folder.resolve("chapter.txt"), "years of work");

        assertThatThrownBy(() -> DemoFolder.open(folder))
                .isInstanceOf(NoDemoFolderException.class)
                .hasMessageContaining("thesis")
                .hasMessageContaining("--dir");
        assertThat(folder).isDirectoryContaining(chapter::equals).isNotEmptyDirectory();
    }

    @Test
    void anotherProgramsMarkerIsNone() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("thesis"));
        Files.writeString(folder.resolve("demo.json"), "{\"plumblineDemo\": \"yes\"");

        assertThatThrownBy(() -> DemoFolder.open(folder)).isInstanceOf(NoDemoFolderException.class);
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("demo"));

        assertThatThrownBy(() -> DemoFolder.open(file)).hasMessageContaining("is a file");
    }

    private Run prepare(Parameters parameters) throws IOException {
        AtomicInteger reused = new AtomicInteger();
        Planted planted = Demo.prepare(folder(), parameters, new Demo.Listener() {
            @Override
            public void reused() {
                reused.incrementAndGet();
            }
        });
        return new Run(planted, reused.get() == 1);
    }

    private DemoFolder folder() throws IOException {
        return DemoFolder.open(temporary.resolve("demo"));
    }

    private record Run(Planted planted, boolean reused) {}
}
