package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a folder that comes, changes and goes. */
class FolderWatchTest {
    private final LinkedBlockingQueue<Boolean> toldOnEventThread = new LinkedBlockingQueue<>();

    @TempDir
    private Path parent;

    @Test
    void tellsOfAFolderThatComesChangesAndGoes() throws Exception {
        Path folder = parent.resolve("backups");
        try (FolderWatch watch = watch(folder)) {
            Files.createDirectory(folder);
            assertThat(told()).isTrue();

            Path file = Files.writeString(folder.resolve("a.db"), "one");
            assertThat(told()).isTrue();

            Files.delete(file);
            assertThat(told()).isTrue();

            Files.delete(folder);
            assertThat(told()).isTrue();
        }
    }

    private FolderWatch watch(Path folder) {
        return FolderWatch.of(() -> folder, () -> toldOnEventThread.add(EventQueue.isDispatchThread()));
    }

    /** Whether it was told on the event dispatch thread; null when it was not told in time. */
    private Boolean told() throws InterruptedException {
        Boolean first = toldOnEventThread.poll(20, TimeUnit.SECONDS);
        toldOnEventThread.clear();
        return first;
    }
}
