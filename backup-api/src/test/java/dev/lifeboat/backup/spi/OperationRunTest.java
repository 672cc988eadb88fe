package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationRunTest {
    @TempDir
    Path folder;

    @Test
    void anInterruptedCallerGetsTheResultAndStaysInterrupted() throws Exception {
        Path file = folder.resolve("file");
        Thread.currentThread().interrupt();

        String read = OperationRun.call(false, folder, run -> {
            Files.writeString(file, "content");
            return Files.readString(file);
        });

        assertThat(read).isEqualTo("content");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void temporaryFilesGoWithTheirCompanionsWhenTheOperationFails() throws Exception {
        Files.writeString(folder.resolve("other"), "stays");

        assertThatThrownBy(() -> OperationRun.call(false, folder, run -> {
                    Path temporary = run.temporary(folder.resolve(".tmp-1"));
                    Files.writeString(temporary, "half");
                    Files.writeString(folder.resolve(".tmp-1-journal"), "half");
                    throw new BackupException(BackupError.DATABASE_BUSY, Message.literal("busy"));
                }))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        failure -> assertThat(failure.error()).isEqualTo(BackupError.DATABASE_BUSY));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("other"));
        }
    }

    @Test
    void aDiscardedTemporaryFileIsGoneAtOnceAndANamesakeLaterIsNot() throws Exception {
        Path temporary = folder.resolve(".tmp-1");

        OperationRun.call(false, folder, run -> {
            Files.writeString(run.temporary(temporary), "half");
            run.discard(temporary);
            assertThat(temporary).doesNotExist();
            return Files.writeString(temporary, "somebody else's");
        });

        assertThat(temporary).hasContent("somebody else's");
    }

    @Test
    void aFailureOfTheFileSystemIsTranslated() {
        assertThatThrownBy(() -> OperationRun.call(false, folder, run -> {
                    throw new NoSuchFileException("gone");
                }))
                .isInstanceOfSatisfying(
                        BackupException.class,
                        failure -> assertThat(failure.error()).isEqualTo(BackupError.UNKNOWN))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void whatNobodyForesawIsPassedOn() {
        assertThatThrownBy(() -> OperationRun.call(true, folder, run -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OperationRun.call(true, folder, run -> {
                    throw new AssertionError("a worse bug");
                }))
                .isInstanceOf(AssertionError.class);
    }
}
