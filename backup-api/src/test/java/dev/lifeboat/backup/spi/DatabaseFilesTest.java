package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFilesTest {
    private static final int COMMITS = 20_000;

    @TempDir
    Path folder;

    /** Another program makes and deletes a journal with each commit. */
    @Test
    void sideFileThatComesAndGoesIsNotInTheWay() {
        Path side = folder.resolve("app.db-journal");
        DatabaseFiles files = new DatabaseFiles(folder.resolve("app.db"), List.of(side));

        CompletableFuture<Void> commits = CompletableFuture.runAsync(() -> commit(side));

        while (!commits.isDone()) {
            assertThat(files.strangeSide()).isEmpty();
        }
        commits.join();
    }

    private static void commit(Path side) {
        try {
            for (int i = 0; i < COMMITS; i++) {
                Files.createFile(side);
                Files.delete(side);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
