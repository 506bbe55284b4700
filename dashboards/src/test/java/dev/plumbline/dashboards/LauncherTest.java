package dev.plumbline.dashboards;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as a user meets it: the real script run by bash, over a Java and a Maven that write down what they are told. */
@Timeout(120)
class LauncherTest {
    /** Surefire runs in the module's folder. */
    private static final Path SCRIPT = Path.of("..", "plumbline");

    /**
     * Says its process id and its arguments, one a line, and ends with a number of its own. Asked for an AOT cache, it makes
     * one, or fails.
     */
    private static final String JAVA = """
            #!/bin/bash
            for argument in "$@"; do
                case $argument in -XX:AOTCacheOutput=*)
                    touch "$TRAINING"
                    [ -n "$TRAINING_FAILS" ] && exit 1
                    echo cache >"${argument#*=}"
                    exit 0 ;;
                esac
            done
            echo "$$"
            printf '%s\\n' "$@"
            exit 7
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aJavaOfTheRightVersion() throws IOException {
        environment.put("JAVA_HOME", java("jdk", "25.0.3").toString());
        environment.put("HOME", Files.createDirectory(folder.resolve("home")).toString());
        environment.put("PATH", Files.createDirectory(folder.resolve("tools")) + ":/usr/bin:/bin");
        environment.put("PLUMBLINE_AOT", "off");
        environment.put("TRAINING", folder.resolve("training").toString());
    }

    @Test
    void argumentsGoThroughAsTheyAre() throws Exception {
        Result result = run(distribution(), "scan", "--config", "two words", "*", "", "$HOME", "--", "-x");

        assertThat(result.out()).endsWith("scan", "--config", "two words", "*", "", "$HOME", "--", "-x");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theExitCodeIsTheProgramsOwn() throws Exception {
        assertThat(run(distribution(), "scan").exitCode()).isEqualTo(7);
    }

    @Test
    void theProgramTakesTheLaunchersPlaceSoThatSignalsReachIt() throws Exception {
        Result result = run(distribution(), "scan");

        assertThat(result.out().getFirst()).isEqualTo(Long.toString(result.processId()));
    }

    @Test
    void optionsForTheJvmAreAddedLastSoThatTheyWin() throws Exception {
        environment.put("PLUMBLINE_JAVA_OPTS", "-Xmx512m -Dkey=value");

        List<String> out = run(distribution(), "scan").out();

        assertThat(out.subList(0, out.indexOf("-cp"))).endsWith("-Xmx512m", "-Dkey=value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "scan aws --help", "--version", "rules list", ""})
    void whatIsOverInAMomentLooksForPicocliInOneJarOnly(String commandLine) throws Exception {
        Path launcher = distribution();
        Path picocli = Files.createFile(folder.resolve("dist/lib/picocli-4.7.7.jar"));

        Result result = run(launcher, commandLine.isEmpty() ? new String[0] : commandLine.split(" "));

        assertThat(result.out()).contains("-Xbootclasspath/a:" + picocli.toRealPath());
    }

    @ParameterizedTest
    @CsvSource({"scan, picocli-4.7.7.jar", "--help, picocli.jar", "--help, picocli-4.7.7.jar picocli-4.7.6.jar"})
    void otherwisePicocliIsFoundAsTheManifestSays(String command, String jars) throws Exception {
        Path launcher = distribution();
        for (String jar : jars.split(" ")) {
            Files.createFile(folder.resolve("dist/lib").resolve(jar));
        }

        Result result = run(launcher, command);

        assertThat(result.out()).contains("-cp").noneMatch(argument -> argument.startsWith("-Xbootclasspath"));
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theFirstServerLeavesBehindACacheAndTheSecondUsesIt() throws Exception {
        Path launcher = distribution();
        environment.remove("PLUMBLINE_AOT");

        Result first = run(launcher, "serve");
        Path cache = awaitCache();
        Result second = run(launcher, "serve");

        assertThat(first.out()).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
        assertThat(second.out()).contains("-XX:AOTCache=" + cache);
        assertThat(caches()).containsExactly(cache);
    }

    @Test
    void aCacheOfOtherJarsIsNotUsedAndGoesWhenTheNewOneIsThere() throws Exception {
        Path launcher = distribution();
        environment.remove("PLUMBLINE_AOT");
        run(launcher, "serve");
        Path old = awaitCache();
        Files.writeString(folder.resolve("dist/lib/plumbline.jar"), "another build");

        Result result = run(launcher, "serve");

        assertThat(result.out()).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
        assertThat(awaitCache()).isNotEqualTo(old);
        assertThat(old).doesNotExist();
    }

    @Test
    void aTrainingThatFailsLeavesNothingBehind() throws Exception {
        Path launcher = distribution();
        environment.remove("PLUMBLINE_AOT");
        environment.put("TRAINING_FAILS", "yes");

        Result result = run(launcher, "serve");
        awaitTraining();

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(caches()).isEmpty();
    }

    @Test
    void aTrainingThatWasKilledIsDoneAgainAfterAnHour() throws Exception {
        Path launcher = distribution();
        environment.remove("PLUMBLINE_AOT");
        run(launcher, "serve");
        Path cache = awaitCache();
        Path lock = Files.createDirectory(Path.of(cache + ".lock"));
        Files.move(cache, lock.resolve("made.aot"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(Duration.ofMinutes(61))));

        run(launcher, "serve");

        assertThat(awaitCache()).isEqualTo(cache);
    }

    @Test
    void aHomeThatCannotBeWrittenToHoldsUpNoServer() throws Exception {
        Path launcher = distribution();
        environment.remove("PLUMBLINE_AOT");
        environment.put("HOME", Files.createFile(folder.resolve("file")).toString());

        Result result = run(launcher, "serve");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aLiveScanBeginsWithASmallHeapAndOneThatReadsLogsDoesNot() throws Exception {
        Path launcher = distribution();

        assertThat(run(launcher, "scan", "azure").out()).contains("-XX:+UseSerialGC", "-Xms64m");
        assertThat(run(launcher, "scan", "aws", "--logs", "trail").out())
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-Xms64m");
    }

    @Test
    void aLinkToTheLauncherFindsItsDistribution() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), distribution());

        assertThat(run(link, "scan").out())
                .contains(folder.resolve("dist/lib/plumbline.jar").toRealPath().toString());
    }

    @Test
    void withoutARecentJavaItSaysSoInOneSentence() throws Exception {
        Path launcher = distribution();
        Files.writeString(launcher, Files.readString(launcher).replace("least_java=25", "least_java=99"));

        Result result = run(launcher, "--help");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .singleElement()
                .asString()
                .contains("needs a JDK 99 or newer", "install one", "JAVA_HOME");
    }

    @Test
    void anOldJavaInJavaHomeGivesWayToTheOneOnThePath() throws Exception {
        Path recent = java("recent", "25");
        Files.createSymbolicLink(folder.resolve("tools/java"), recent.resolve("bin/java"));
        environment.put("JAVA_HOME", java("old", "17.0.15").toString());

        assertThat(run(distribution(), "scan").exitCode()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "25, true",
        "25.0.3, true",
        "26-ea, true",
        "100.0.1, true",
        "24.0.2, false",
        "1.8.0_402, false",
        "'', false"
    })
    void theVersionIsReadFromTheReleaseFile(String version, boolean accepted) throws Exception {
        Path home = java("other", version);
        environment.put("JAVA_HOME", home.toString());

        Result result = run(distribution(), "scan");

        assertThat(result.exitCode() == 7).as("%s is recent enough", version).isEqualTo(accepted);
    }

    @Test
    void aDistributionWithoutItsJarsSaysWhatToDo() throws Exception {
        Path launcher = distribution();
        Files.delete(folder.resolve("dist/lib/plumbline.jar"));

        Result result = run(launcher, "--help");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).singleElement().asString().contains("unpack the archive again");
    }

    @Test
    void aSourceTreeIsBuiltOnFirstUseOnly() throws Exception {
        Path launcher = sourceTree();

        Result first = run(launcher, "scan");
        Result second = run(launcher, "scan");

        assertThat(first.exitCode()).isEqualTo(7);
        assertThat(first.err()).contains("plumbline: building rules", "plumbline: building dashboards");
        assertThat(first.out().getLast())
                .as("nothing but the program writes to stdout")
                .isEqualTo("scan");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        Path launcher = sourceTree();
        run(launcher, "scan");

        touch(folder.resolve("tree/rules/src/main/java/Rule.java"));

        assertThat(run(launcher, "scan").err()).first().asString().contains("the sources have changed");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aDeletedSourceIsBuiltAgain() throws Exception {
        Path launcher = sourceTree();
        run(launcher, "scan");

        Files.delete(folder.resolve("tree/rules/src/main/java/Rule.java"));
        touch(folder.resolve("tree/rules/src/main/java"));

        run(launcher, "scan");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildCanBeSkipped() throws Exception {
        Path launcher = sourceTree();
        run(launcher, "scan");
        touch(folder.resolve("tree/pom.xml"));
        environment.put("PLUMBLINE_SKIP_BUILD", "1");

        assertThat(run(launcher, "scan").exitCode()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildShowsItsErrorsAndWhereTheLogIs() throws Exception {
        Path launcher = sourceTree();
        executable(folder.resolve("tools/mvn"), """
                #!/bin/bash
                echo '[INFO] BUILD FAILURE'
                echo '[ERROR] Rule.java:[3,8] cannot find symbol'
                exit 1
                """);

        Result result = run(launcher, "scan");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).anyMatch(line -> line.contains("cannot find symbol"));
        assertThat(result.err().getLast()).contains("plumbline-build.log");
        assertThat(folder.resolve("tree/dashboards/target/plumbline.lock")).doesNotExist();
    }

    @Test
    void twoLaunchesAtOnceBuildOnce() throws Exception {
        Path launcher = sourceTree();
        environment.put("UNTIL_WAITING", folder.resolve("second.err").toString());

        Process first = start(launcher, folder.resolve("first"), "scan");
        while (!Files.isSymbolicLink(folder.resolve("tree/dashboards/target/plumbline.lock")) && first.isAlive()) {
            Thread.onSpinWait();
        }
        Result second = run(launcher, "scan");

        assertThat(first.waitFor()).isEqualTo(7);
        assertThat(second.exitCode()).isEqualTo(7);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aBuildThatWasKilledHoldsUpNobody() throws Exception {
        Path launcher = sourceTree();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path target = Files.createDirectories(folder.resolve("tree/dashboards/target"));
        Files.createSymbolicLink(target.resolve("plumbline.lock"), Path.of(Long.toString(gone.pid())));

        assertThat(run(launcher, "scan").exitCode()).isEqualTo(7);
    }

    private record Result(int exitCode, long processId, List<String> out, List<String> err) {}

    private Result run(Path launcher, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("second");
        Process process = start(launcher, output, arguments);
        assertThat(process.waitFor(50, TimeUnit.SECONDS))
                .as("the launcher ends")
                .isTrue();
        return new Result(
                process.exitValue(),
                process.pid(),
                Files.readAllLines(Path.of(output + ".out")),
                Files.readAllLines(Path.of(output + ".err")));
    }

    private Process start(Path launcher, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(Path.of(output + ".out").toFile())
                .redirectError(Path.of(output + ".err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Path distribution() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("dist/bin"));
        Files.createFile(Files.createDirectories(folder.resolve("dist/lib")).resolve("plumbline.jar"));
        return Files.copy(SCRIPT, bin.resolve("plumbline"), COPY_ATTRIBUTES);
    }

    /** A tree in which everything is a minute old, and a Maven that does what ours would. */
    private Path sourceTree() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/rules/src/main/java"));
        Files.createFile(tree.resolve("Rule.java"));
        Files.createDirectories(folder.resolve("tree/dashboards/src/main"));
        Files.createFile(folder.resolve("tree/pom.xml"));
        Files.createFile(folder.resolve("tree/rules/pom.xml"));
        Files.copy(SCRIPT, folder.resolve("tree/plumbline"));
        try (var files = Files.walk(folder.resolve("tree"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
            }
        }
        executable(folder.resolve("tools/mvn"), """
                #!/bin/bash
                echo x >>%1$s/builds
                echo '[INFO] Building Plumbline rules 0.1.0-SNAPSHOT                    [2/5]'
                echo '[INFO] Building Plumbline dashboards 0.1.0-SNAPSHOT               [5/5]'
                if [ -n "$UNTIL_WAITING" ]; then
                    until grep -qs waiting "$UNTIL_WAITING"; do :; done
                fi
                mkdir -p %1$s/tree/dashboards/target/plumbline/lib
                touch %1$s/tree/dashboards/target/plumbline/lib/plumbline.jar
                """.formatted(folder));
        return folder.resolve("tree/plumbline");
    }

    /** The one cache there is, once the training in the background has ended. */
    private Path awaitCache() throws IOException {
        awaitTraining();
        List<Path> caches = caches();
        assertThat(caches).hasSize(1);
        return caches.getFirst();
    }

    /** A training says that it is under way, and takes away its lock when it ends. */
    private void awaitTraining() throws IOException {
        Path underWay = folder.resolve("training");
        while (!Files.exists(underWay) || caches().stream().anyMatch(Files::isDirectory)) {
            Thread.onSpinWait();
        }
        Files.delete(underWay);
    }

    /** Everything that was put beside the caches. */
    private List<Path> caches() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/.cache/plumbline"))) {
            return files.toList();
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    private static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        executable(Files.createDirectories(home.resolve("bin")).resolve("java"), JAVA);
        executable(home.resolve("bin/javac"), JAVA);
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"%s\"\nOS_NAME=\"Linux\"\n".formatted(version));
        return home;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
