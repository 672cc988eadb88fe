package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand backups in the panel: what it shows while somebody scrolls it knows already. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "strace watches the files")
class ManyBackupsIT {
    private static final int COUNT = 10_000;
    private static final int PAGE = 100;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'backup_'yyyy-MM-dd_HH-mm-ss'.db'");

    @TempDir
    Path folder;

    private PanelScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new PanelScene(folder);
        Backup first = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
        String record = Files.readString(recordOf(first.path()));
        LocalDateTime time = LocalDateTime.of(2020, 1, 1, 0, 0);
        for (int i = 1; i < COUNT; i++) {
            time = time.plusHours(1);
            Path copy = Files.createLink(scene.folder.resolve(NAME.format(time)), first.path());
            Files.writeString(
                    recordOf(copy),
                    record.replace(first.name(), copy.getFileName().toString()));
        }
    }

    @AfterEach
    void cleanUp() throws Exception {
        scene.close();
    }

    @Test
    void scrollingTouchesNoFile() throws Exception {
        scene.open(Locale.ENGLISH);
        scene.until("all rows", () -> scene.names().size() == COUNT);
        Path trace = folder.resolve("trace");
        String eventThread = eventThread();
        Process strace = watchFiles(trace);

        for (int row = 0; row + PAGE <= COUNT; row += PAGE) {
            show(row);
        }
        boolean seen = GuiActionRunner.execute(() -> Files.exists(scene.folder.resolve("seen")));
        strace.destroy();
        strace.waitFor();

        // Now and then the panel reads the list anew, on a thread of its own.
        List<String> touched = Files.readAllLines(trace).stream()
                .filter(line -> line.startsWith(eventThread) && line.contains(scene.folder + "/"))
                .toList();
        assertThat(seen).isFalse();
        assertThat(touched)
                .as("only what the test itself asked for")
                .singleElement()
                .asString()
                .contains("/seen");
    }

    /** The number by which the system knows the event dispatch thread. */
    private static String eventThread() {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(thread -> nameOf(thread).startsWith("AWT-EventQueue"))
                    .map(thread -> thread.getFileName() + " ")
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String nameOf(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException ended) {
            return "";
        }
    }

    private void show(int row) {
        GuiActionRunner.execute(() -> {
            scene.table.scrollRectToVisible(scene.table.getCellRect(row + PAGE, 0, true));
            JComponent view = (JComponent) scene.table.getParent();
            view.paintImmediately(view.getVisibleRect());
        });
    }

    /** Has every call that names a file written down, from now on. */
    private static Process watchFiles(Path trace) throws IOException {
        Process strace = new ProcessBuilder(
                        "strace",
                        "-f",
                        "-e",
                        "trace=%file",
                        "-o",
                        trace.toString(),
                        "-p",
                        String.valueOf(ProcessHandle.current().pid()))
                .redirectErrorStream(true)
                .start();
        BufferedReader words = strace.inputReader();
        String line = words.readLine();
        assertThat(line).contains("attached");
        return strace;
    }

    private static Path recordOf(Path backup) {
        return backup.resolveSibling(backup.getFileName() + ".json");
    }
}
