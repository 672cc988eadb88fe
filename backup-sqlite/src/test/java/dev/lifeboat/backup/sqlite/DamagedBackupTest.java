package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.backup.spi.Monitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What verify finds in a backup that is no longer what it was, with its record and without. */
class DamagedBackupTest {
    private static final int FLIPS = 400;
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path database;
    private Lifeboat lifeboat;
    private Backup backup;

    @BeforeEach
    void backUp() throws Exception {
        database = Sql.run(
                folder.resolve("app.db"),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE t (i INTEGER PRIMARY KEY, x TEXT UNIQUE)",
                "INSERT INTO t " + DatabaseKind.numbers(1000) + "SELECT i, hex(randomblob(100)) FROM n");
        lifeboat = Lifeboat.on(database);
        backup = lifeboat.create();
    }

    @Nested
    class WithItsRecord {
        @Test
        void everyFlippedBitIsFound(TestReporter reporter) throws Exception {
            Random random = new Random(20261122);
            SqliteEngine engine = new SqliteEngine(BackupConfiguration.of(database));
            int foundWithoutChecksum = 0;
            for (int i = 0; i < FLIPS; i++) {
                long position = random.nextLong(backup.sizeBytes());
                int bit = random.nextInt(8);
                Bytes.flipBit(backup.path(), position, bit);

                Verification verification = lifeboat.verify(backup);

                assertThat(keys(verification))
                        .as("bit " + bit + " of byte " + position)
                        .contains("finding.checksum");
                foundWithoutChecksum += engine.inspect(backup.path(), Runnable::run, Monitor.NONE)
                                .isIntact()
                        ? 0
                        : 1;
                Bytes.flipBit(backup.path(), position, bit);
            }

            reporter.publishEntry("flips that SQLite's own checks found", foundWithoutChecksum + " of " + FLIPS);
            assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.DAMAGED);
            assertThat(lifeboat.verify(backup)).isInstanceOf(Verification.Intact.class);
            assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.VERIFIED);
        }

        @ParameterizedTest
        @EnumSource
        void everyKindOfDamageIsFoundRememberedAndNotRestored(Damage damage) throws Exception {
            FileState live = FileState.of(database);
            damage.inflict(backup.path());

            Verification verification = lifeboat.verify(backup);
            Lifeboat.failure(BackupError.INTEGRITY_FAILED, () -> lifeboat.restore(backup));

            assertThat(verification).isInstanceOf(Verification.Damaged.class);
            assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.DAMAGED);
            assertThat(lifeboat.service().list().lastBackup()).isEmpty();
            assertThat(FileState.of(database)).isEqualTo(live);
            lifeboat.assertNothingStray();
        }
    }

    @Nested
    class WithoutARecord {
        @ParameterizedTest
        @EnumSource
        void everyKindOfDamageIsFoundAndNotRestored(Damage damage) throws Exception {
            FileState live = FileState.of(database);
            damage.inflict(backup.path());
            lifeboat.removeSidecar(backup);

            Lifeboat.failure(BackupError.INTEGRITY_FAILED, () -> lifeboat.restore(backup));
            Verification verification = lifeboat.verify(backup);

            assertThat(verification).isInstanceOf(Verification.Damaged.class);
            assertThat(FileState.of(database)).isEqualTo(live);
            lifeboat.assertNothingStray();
        }

        @Test
        void soundBackupIsRestoredWithAWarning() throws Exception {
            DatabaseContent good = DatabaseContent.of(database);
            Sql.run(database, "DELETE FROM t");
            lifeboat.removeSidecar(backup);

            Verification verification = lifeboat.verify(backup);
            List<Message> warnings = lifeboat.restore(backup).warnings();

            assertThat(verification.warnings()).extracting(Message::key).containsExactly("warning.no-sidecar");
            assertThat(warnings).extracting(Message::key).containsExactly("warning.no-sidecar");
            assertThat(DatabaseContent.of(database)).isEqualTo(good);
        }

        @Test
        void appendedPagesAreFound() throws Exception {
            Bytes.write(backup.path(), backup.sizeBytes(), new byte[PAGE]);

            assertThat(findings()).containsExactly("finding.page-count");
        }

        @Test
        void missingLastPageIsFound() throws Exception {
            Bytes.truncate(backup.path(), backup.sizeBytes() - PAGE);

            assertThat(findings()).containsExactly("finding.page-count");
        }

        @Test
        void pageCountOfTheHeaderThatIsWrongIsFound() throws Exception {
            Bytes.write(backup.path(), 28, 0, 0, 0, 5);

            assertThat(findings()).containsExactly("finding.page-count");
        }

        @Test
        void headerOfAWriteAheadDatabaseIsFound() throws Exception {
            Bytes.write(backup.path(), 18, 2, 2);

            assertThat(findings()).containsExactly("finding.wal-header");
        }

        @Test
        void emptyTextAndEncryptedFilesAreCalledWhatTheyAre() throws Exception {
            Damage.ZERO_BYTES.inflict(backup.path());
            assertThat(findings()).containsExactly("finding.empty");

            Damage.TEXT_FILE.inflict(backup.path());
            assertThat(findings()).containsExactly("finding.not-database");

            Files.write(backup.path(), Bytes.random(5, 20 * PAGE));
            assertThat(findings()).containsExactly("finding.not-database");
        }

        private List<String> findings() throws Exception {
            Files.deleteIfExists(backup.path().resolveSibling(backup.name() + ".json"));
            return keys(lifeboat.verify(backup));
        }
    }

    @Test
    void foreignLogBesideABackupIsSaidAndNeverUsed() throws Exception {
        DatabaseContent good = DatabaseContent.of(database);
        Path foreign = Files.copy(backup.path(), folder.resolve("foreign.db"));
        Sql.run(foreign, "PRAGMA journal_mode = WAL");
        Crash.leaveLog(foreign, "UPDATE t SET x = 'foreign ' || x");
        Files.copy(folder.resolve("foreign.db-wal"), SqliteFiles.wal(backup.path()));
        Files.copy(folder.resolve("foreign.db-shm"), SqliteFiles.sharedMemory(backup.path()));
        Map<String, FileState> before = FileState.ofDatabase(backup.path());
        Sql.run(database, "DELETE FROM t");

        Verification verification = lifeboat.verify(backup);
        List<Message> warnings = lifeboat.restore(backup).warnings();

        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(verification.warnings())
                .extracting(Message::key)
                .containsExactly("warning.side-file", "warning.side-file");
        assertThat(warnings).isEqualTo(verification.warnings());
        assertThat(DatabaseContent.of(database)).isEqualTo(good);
        assertThat(FileState.ofDatabase(backup.path())).isEqualTo(before);
    }

    @Test
    void hotJournalBesideABackupIsSaidAndNeverPlayedBack() throws Exception {
        Path foreign = Crash.withHotJournal(folder.resolve("foreign.db"));
        Backup adopted = lifeboat.adopt(foreign);
        Files.copy(SqliteFiles.journal(foreign), SqliteFiles.journal(adopted.path()));
        Map<String, FileState> before = FileState.ofDatabase(adopted.path());

        Verification verification = lifeboat.verify(adopted);

        assertThat(verification.warnings()).extracting(Message::key).contains("warning.side-file");
        assertThat(FileState.ofDatabase(adopted.path())).isEqualTo(before);
    }

    @Test
    void cancelledVerificationIsNoVerdictAndRemembersNothing() throws Exception {
        Damage.MIDDLE_PAGE_DESTROYED.inflict(backup.path());
        FileState sidecar = FileState.of(backup.path().resolveSibling(backup.name() + ".json"));
        ProgressListener impatient = new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> lifeboat.service().verify(backup.name(), impatient))
                .isInstanceOf(CancellationException.class);

        assertThat(FileState.of(backup.path().resolveSibling(backup.name() + ".json")))
                .isEqualTo(sidecar);
        assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.VERIFIED);
    }

    private static List<String> keys(Verification verification) {
        return verification instanceof Verification.Damaged damaged
                ? damaged.findings().stream().map(Message::key).toList()
                : List.of();
    }
}
