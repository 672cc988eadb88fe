package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process that restores leaves for the one after it. */
class RestoredNoteFileTest {
    private static final Path DATABASE = Path.of("/data/jobmatcher.db");
    private static final RestoredNote NOTE = new RestoredNote(
            "backup_2026-11-22_14-03-11.db",
            Instant.parse("2026-11-22T13:03:11Z"),
            Optional.of("safety_backup_2026-11-23_09-00-00.db"),
            Optional.empty(),
            DATABASE);

    @TempDir
    Path folder;

    @Test
    void theNextProcessReadsWhatTheLastOneWrote() {
        Path state = folder.resolve("not/there/yet");
        new RestoredNoteFile(state).save(NOTE);

        assertThat(new RestoredNoteFile(state).load(DATABASE)).contains(NOTE);
        assertThat(new RestoredNoteFile(state).load(DATABASE))
                .as("until it was read")
                .contains(NOTE);
    }

    @Test
    void namesWhereDamagedFilesWereKept() {
        RestoredNote kept = new RestoredNote(
                NOTE.backup(), NOTE.createdAt(), Optional.empty(), Optional.of(folder.resolve("kept")), DATABASE);
        new RestoredNoteFile(folder).save(kept);

        assertThat(new RestoredNoteFile(folder).load(DATABASE)).contains(kept);
    }

    @Test
    void isGoneOnceItWasRead() throws Exception {
        RestoredNoteFile file = new RestoredNoteFile(folder);
        file.save(NOTE);

        file.clear();

        assertThat(file.load(DATABASE)).isEmpty();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void saysNothingAboutAnotherDatabase() {
        new RestoredNoteFile(folder).save(NOTE);

        assertThat(new RestoredNoteFile(folder).load(Path.of("/data/other.db"))).isEmpty();
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        new RestoredNoteFile(folder).save(NOTE);

        assertThat(Files.getPosixFilePermissions(folder.resolve("restored.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "[]",
                "{}",
                "{\"backup\":7}",
                "{\"backup\":\"a\",\"createdAt\":\"yesterday\",\"database\":\"/data/jobmatcher.db\"}",
                "{\"backup\":null,\"createdAt\":null,\"database\":null}",
                "{\"backup\":{},\"createdAt\":[],\"database\":\"\\u0000\"}"
            })
    void garbageIsNoNote(String content) throws Exception {
        Files.writeString(folder.resolve("restored.json"), content);

        assertThat(new RestoredNoteFile(folder).load(DATABASE)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoReasonToFail() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        new RestoredNoteFile(inTheWay).save(NOTE);

        assertThat(new RestoredNoteFile(inTheWay).load(DATABASE)).isEmpty();
    }
}
