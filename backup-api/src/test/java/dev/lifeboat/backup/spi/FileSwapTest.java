package dev.lifeboat.backup.spi;

import static dev.lifeboat.backup.spi.SwapFolder.INTENT;
import static dev.lifeboat.backup.spi.SwapFolder.QUARANTINE;
import static dev.lifeboat.backup.spi.SwapFolder.STAGED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that an interrupted replacement leaves, also when somebody used the database before it was recovered. */
class FileSwapTest {
    private static final List<String> IN_ORDER_OF_MOVES = List.of("app.db-shm", "app.db-wal", "app.db");

    @TempDir
    Path temporary;

    private SwapFolder folder;

    @BeforeEach
    void oldDatabaseWithLog() throws IOException {
        folder = new SwapFolder(temporary);
    }

    private SwapFolder old() throws IOException {
        return folder.with("app.db", "old").with("app.db-wal", "old log").with("app.db-shm", "old index");
    }

    /** The replacement has begun and moved so many files. */
    private SwapFolder moved(int files) throws IOException {
        old().withIntent(0, 1, 2).withQuarantine();
        for (String name : IN_ORDER_OF_MOVES.subList(0, files)) {
            folder.quarantined(name);
        }
        return folder;
    }

    @Nested
    class Replace {
        @Test
        void putsTheStagedFileInPlaceOfTheOldOneAndItsLog() throws IOException {
            old();
            List<Message> notes = new ArrayList<>();
            Path staged = folder.swap().newStagedFile();
            Files.writeString(staged, "new");

            var leftover = folder.swap().replace(staged, SwapFolder.sha256("new"), notes);

            assertThat(leftover).isEmpty();
            assertThat(notes).isEmpty();
            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new"));
        }

        @Test
        void movesTheSideFilesBeforeTheMainFile() throws IOException {
            old().with(STAGED, "new");
            SimulatedPath simulated = SimulatedDisk.holding(temporary);
            Path main = simulated.resolve("app.db");
            List<Path> sides = folder.live().sides().stream()
                    .<Path>map(side -> simulated.resolve(side))
                    .toList();

            new FileSwap(new DatabaseFiles(main, sides))
                    .replace(simulated.resolve(STAGED), SwapFolder.sha256("new"), new ArrayList<>());

            assertThat(simulated.disk().log()).containsSubsequence("move app.db-shm", "move app.db-wal", "move app.db");
        }

        @Test
        void putsTheStagedFileWhereNothingWas() throws IOException {
            Path staged = folder.swap().newStagedFile();
            Files.writeString(staged, "new");

            folder.swap().replace(staged, SwapFolder.sha256("new"), new ArrayList<>());

            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new"));
        }
    }

    @Nested
    class Finish {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void finishesAfterAnyNumberOfMoves(int files) throws IOException {
            moved(files).with(STAGED, "new");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new"));
        }

        @Test
        void leavesTheNewDatabasesOwnLogAloneWhenTheReplacementWasDone() throws IOException {
            moved(3).with("app.db", "new").with("app.db-wal", "new log");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new", "app.db-wal", "new log"));
        }

        @Test
        void recognisesThatItWasDoneWhereNothingHadBeenBefore() throws IOException {
            folder.withIntent().withQuarantine().with("app.db", "new");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new"));
        }

        @Test
        void finishesWithoutItsQuarantineFolder() throws IOException {
            old().withIntent(0, 1, 2).with(STAGED, "new");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new"));
        }

        @Test
        void keepsADatabaseThatReappearedTogetherWithItsLog() throws IOException {
            moved(3).with(STAGED, "new").with("app.db", "reappeared").with("app.db-wal", "reappeared log");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "new",
                            "app.db.found-1/app.db", "reappeared",
                            "app.db.found-1/app.db-wal", "reappeared log"));
        }

        @Test
        void keepsADatabaseThatAppearedWhereNoneHadBeen() throws IOException {
            folder.withIntent().withQuarantine().with(STAGED, "new").with("app.db", "reappeared");

            folder.recover();

            assertThat(folder.contents()).isEqualTo(Map.of("app.db", "new", "app.db.found-1/app.db", "reappeared"));
        }

        @Test
        void keepsTheOldDatabaseWhenSomebodyWroteToItAfterTheCrash() throws IOException {
            moved(2).with(STAGED, "new").with("app.db", "old, written to");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "new", "app.db.found-1/app.db", "old, written to"));
        }

        @Test
        void neverOverwritesWhatAnEarlierRecoveryFound() throws IOException {
            moved(3).with(STAGED, "new").with("app.db", "second").with("app.db.found-1/app.db", "first");

            folder.recover();

            assertThat(folder.contents())
                    .containsEntry("app.db.found-1/app.db", "first")
                    .containsEntry("app.db.found-2/app.db", "second");
        }

        @Test
        void keepsAMainFileWithItsOwnLogWhenItDiedWhileSettingThemAside() throws IOException {
            moved(3).with(STAGED, "new")
                    .with("app.db", "reappeared")
                    .with(".app.db.finding/app.db-wal", "reappeared log")
                    .with("app.db.found-1/app.db-wal", "stray log");

            folder.recover();

            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "new",
                            "app.db.found-1/app.db-wal", "stray log",
                            "app.db.found-2/app.db", "reappeared",
                            "app.db.found-2/app.db-wal", "reappeared log"));
        }
    }

    @Nested
    class Undo {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void bringsEverythingBackWhenTheStagedFileIsNotWhole(int files) throws IOException {
            moved(files).with(STAGED, "ne");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void bringsEverythingBackWhenTheStagedFileIsGone(int files) throws IOException {
            moved(files);

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @Test
        void goesOnWhereAnEarlierRecoveryDied() throws IOException {
            moved(3).with(STAGED, "ne").with("app.db-wal", "old log");
            Files.delete(temporary.resolve(QUARANTINE).resolve("app.db-wal"));

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @Test
        void saysThatNeitherIsThereWhenNothingCanBeMovedBack() throws IOException {
            folder.withIntent(0, 1).withQuarantine().with(STAGED, "ne");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEITHER);
            assertThat(folder.contents()).isEmpty();
        }

        @Test
        void keepsADatabaseThatReappeared() throws IOException {
            moved(3).with(STAGED, "ne").with("app.db", "reappeared").with("app.db-wal", "reappeared log");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "old",
                            "app.db-wal", "old log",
                            "app.db-shm", "old index",
                            "app.db.found-1/app.db", "reappeared",
                            "app.db.found-1/app.db-wal", "reappeared log"));
        }

        @Test
        void replacesTheEmptyLogThatAReaderLeftByTheOldOne() throws IOException {
            moved(2).with(STAGED, "ne").with("app.db-wal", "");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .containsEntry("app.db", "old")
                    .containsEntry("app.db-wal", "old log")
                    .containsEntry("app.db-shm", "old index");
        }

        @Test
        void neverPutsTheOldLogBesideADatabaseThatWasWrittenToWithoutIt() throws IOException {
            moved(2).with(STAGED, "ne").with("app.db", "old, written to");

            folder.recover();

            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "old, written to",
                            "app.db.found-1/app.db-wal", "old log",
                            "app.db.found-1/app.db-shm", "old index"));
        }

        @Test
        void neverTakesAwayTheLogThatSomebodyBeganAfterTheCrash() throws IOException {
            moved(2).with(STAGED, "ne").with("app.db-wal", "later log");

            folder.recover();

            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "old",
                            "app.db-wal", "later log",
                            "app.db.found-1/app.db-wal", "old log",
                            "app.db.found-1/app.db-shm", "old index"));
        }
    }

    @Nested
    class UnreadableIntent {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3})
        void bringsEverythingBackWhileTheStagedFileIsThere(int files) throws IOException {
            moved(files).with(STAGED, "new").with(INTENT, "garbage");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @Test
        void neverPutsTheOldLogBesideTheNewDatabase() throws IOException {
            moved(3).with("app.db", "new").with(INTENT, "garbage");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.NEW);
            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "new",
                            "app.db.found-1/app.db", "old",
                            "app.db.found-1/app.db-wal", "old log",
                            "app.db.found-1/app.db-shm", "old index"));
        }

        @Test
        void keepsADatabaseThatReappeared() throws IOException {
            moved(3).with(STAGED, "new").with("app.db", "reappeared").with(INTENT, "garbage");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of(
                            "app.db", "old",
                            "app.db-wal", "old log",
                            "app.db-shm", "old index",
                            "app.db.found-1/app.db", "reappeared"));
        }

        @Test
        void goesOnWhereAnEarlierRecoveryDied() throws IOException {
            moved(3).with(STAGED, "new").with(INTENT, "garbage").with("app.db-wal", "old log");
            Files.delete(temporary.resolve(QUARANTINE).resolve("app.db-wal"));

            folder.recover();

            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "garbage", "format=2\nid=x\nend=true\n", "format=1\nid=../../x\nend=true\n"})
        void leavesADatabaseAloneThatNothingWasDoneTo(String garbage) throws IOException {
            old().with(INTENT, garbage);

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.OLD);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }
    }

    @Nested
    class NoIntent {
        @Test
        void sweepsWhatRestoresLeave() throws IOException {
            old().with(STAGED, "ne")
                    .with(".app.db.intent-new", "format=")
                    .with(QUARANTINE + "/app.db", "older")
                    .with(".app.db.compared-" + SwapFolder.ID, "copy");

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.state()).isEqualTo(DatabaseState.CLEAN);
            assertThat(recovery.actions()).hasSize(4);
            assertThat(folder.contents())
                    .isEqualTo(Map.of("app.db", "old", "app.db-wal", "old log", "app.db-shm", "old index"));
        }

        @Test
        void neverDeletesAQuarantineWhileThereIsNoDatabase() throws IOException {
            folder.with(QUARANTINE + "/app.db", "old").with(STAGED, "ne");

            folder.recover();

            assertThat(folder.contents()).isEqualTo(Map.of(QUARANTINE + "/app.db", "old"));
        }

        @Test
        void leavesTheFilesOfAnotherDatabaseInTheFolderAlone() throws IOException {
            old().with(".other.db.staged-" + SwapFolder.ID, "theirs").with(".other.db.intent", "theirs");
            Map<String, String> before = folder.contents();

            FileSwap.Recovery recovery = folder.recover();

            assertThat(recovery.actions()).isEmpty();
            assertThat(folder.contents()).isEqualTo(before);
        }
    }
}
