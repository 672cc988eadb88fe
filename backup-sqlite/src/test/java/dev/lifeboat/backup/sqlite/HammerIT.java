package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.DatabaseState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three processes at once do everything to one database: what is listed as good is good, and the data is of one state.
 */
class HammerIT {
    private static final int PROCESSES = 3;
    private static final long SEED = Long.getLong("lifeboat.seed", System.nanoTime());

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    void everythingAtOnceForAFewSeconds(String journalMode) throws Exception {
        hammer(journalMode, 4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE"})
    @Tag("long")
    void everythingAtOnceForAMinute(String journalMode) throws Exception {
        hammer(journalMode, 60_000);
    }

    private void hammer(String journalMode, long millis) throws Exception {
        Path database = Files.createDirectory(folder.resolve("data")).resolve("app.db");
        Generations.create(database, 1, 4096, journalMode);
        Random random = new Random(SEED);
        List<Path> outputs = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            String seed = String.valueOf(random.nextInt(100_000) * 1000L + i + 1);
            Path output = folder.resolve("output" + i);
            outputs.add(output);
            List<String> arguments = List.of(database.toString(), seed, String.valueOf(millis));
            Path temporary = Files.createDirectory(folder.resolve("temporary" + i));
            processes.add(ChildJvm.of(Hammer.class, List.of("-Djava.io.tmpdir=" + temporary), arguments)
                    .redirectOutput(output.toFile())
                    .start());
        }

        for (Process process : processes) {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        }

        StringBuilder said = new StringBuilder();
        for (Path output : outputs) {
            said.append(Files.readString(output, StandardCharsets.UTF_8));
        }
        System.getLogger(HammerIT.class.getName()).log(System.Logger.Level.INFO, journalMode + " " + said);
        assertThat(said.toString())
                .as("seed " + SEED)
                .doesNotContain("SURPRISE")
                .contains("create=", "delete=", "restore=", "write=");
        assertThat(Lifeboat.on(database).service().recover().state()).isEqualTo(DatabaseState.CLEAN);
        String live = Generations.read(database);
        assertThat(live).startsWith("generation ");
        new Invariants(live, live, Set.of(), false).check(database);
    }
}
