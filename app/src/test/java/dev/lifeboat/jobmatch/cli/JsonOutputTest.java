package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The one object that programs read. Every test fails when standard output holds anything else. */
class JsonOutputTest {
    private final Fixture lifeboat = new Fixture();

    @Nested
    class Create {
        @Test
        void saysEverythingAboutTheNewBackup() {
            ExitCode exitCode = lifeboat.run("create", "--json");

            JsonObject json = lifeboat.json();
            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(json.get("name").getAsString()).isEqualTo(Samples.NAME);
            assertThat(json.get("path").getAsString()).isEqualTo("/data/backups/" + Samples.NAME);
            assertThat(json.get("sizeBytes").getAsLong()).isEqualTo(15_300_000);
            assertThat(json.get("createdAt").getAsString()).isEqualTo("2026-11-22T14:03:11Z");
            assertThat(json.get("kind").getAsString()).isEqualTo("manual");
            assertThat(json.get("schemaVersion").getAsString()).isEqualTo("6");
            assertThat(json.get("sha256").getAsString()).isEqualTo(Samples.CHECKSUM);
            assertThat(json.get("verified").getAsBoolean()).isTrue();
            assertThat(json.getAsJsonArray("warnings").get(0).getAsString()).isEqualTo("The database has no tables.");
            assertThat(lifeboat.err()).isEmpty();
        }

        @Test
        void speaksTheLanguageOfThePerson() {
            lifeboat.locale = Locale.GERMANY;

            lifeboat.run("create", "--json");

            assertThat(lifeboat.json().getAsJsonArray("warnings").get(0).getAsString())
                    .isEqualTo("Die Datenbank hat keine Tabellen.");
        }
    }

    @Nested
    class ListAll {
        @Test
        void tellsAgeAndStateOfEveryFile() {
            Backup old = Samples.backup(BackupKind.PRE_MIGRATION, Duration.ofDays(31));
            Backup future = Samples.backup(BackupKind.AUTOMATIC, Duration.ofHours(-1));
            lifeboat.service.list = new BackupList(
                    List.of(future, Samples.backup(), old, Samples.foreign("x.db")),
                    Optional.of(Samples.backup()),
                    List.of());

            lifeboat.run("list", "--json");

            List<JsonObject> backups = lifeboat.json().getAsJsonArray("backups").asList().stream()
                    .map(element -> element.getAsJsonObject())
                    .toList();
            assertThat(backups)
                    .extracting(one -> one.get("ageDays").getAsLong())
                    .containsExactly(-1L, 0L, 31L, 0L);
            assertThat(backups)
                    .extracting(one -> one.get("old").getAsBoolean())
                    .containsExactly(false, false, true, false);
            assertThat(backups)
                    .extracting(one -> one.get("state").getAsString())
                    .containsExactly("verified", "verified", "verified", "foreign");
            assertThat(backups)
                    .extracting(one -> one.get("note").getAsString())
                    .containsExactly("before the move", "before the move", "before the move", "");
            assertThat(backups.get(3).get("kind").isJsonNull()).isTrue();
            assertThat(backups.get(3).get("sha256").isJsonNull()).isTrue();
            assertThat(backups.get(3).get("schemaVersion").isJsonNull()).isTrue();
            assertThat(lifeboat.json().get("lastBackup").getAsString()).isEqualTo(Samples.NAME);
        }

        @Test
        void anEmptyFolderHasNoLastBackup() {
            lifeboat.run("list", "--json");

            assertThat(lifeboat.json().getAsJsonArray("backups")).isEmpty();
            assertThat(lifeboat.json().get("lastBackup").isJsonNull()).isTrue();
            assertThat(lifeboat.json().getAsJsonArray("preserved")).isEmpty();
        }

        @Test
        void preservedFilesAreListedApart() {
            PreservedFiles files =
                    new PreservedFiles(Path.of("/data/backups/preserved_2026-11-22_14-03-11"), Samples.NOW, 77);
            lifeboat.service.list = new BackupList(List.of(), Optional.empty(), List.of(files));

            lifeboat.run("list", "--json");

            JsonObject preserved =
                    lifeboat.json().getAsJsonArray("preserved").get(0).getAsJsonObject();
            assertThat(preserved.get("path").getAsString())
                    .isEqualTo(files.path().toString());
            assertThat(preserved.get("createdAt").getAsString()).isEqualTo("2026-11-22T16:03:11Z");
            assertThat(preserved.get("sizeBytes").getAsLong()).isEqualTo(77);
        }
    }

    @Test
    void showCountsTheRowsOfEveryTable() {
        lifeboat.run("show", Samples.NAME, "--json");

        assertThat(lifeboat.json().getAsJsonObject("tables").get("jobs").getAsLong())
                .isEqualTo(1350);
    }

    @Nested
    class Verify {
        @Test
        void anIntactBackupHasNoFindings() {
            ExitCode exitCode = lifeboat.run("verify", Samples.NAME, "--json");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.json().get("name").getAsString()).isEqualTo(Samples.NAME);
            assertThat(lifeboat.json().get("intact").getAsBoolean()).isTrue();
            assertThat(lifeboat.json().getAsJsonArray("findings")).isEmpty();
            assertThat(lifeboat.json().getAsJsonArray("warnings")).isEmpty();
        }

        @Test
        void damageIsAnAnswerWithAnExitCodeOfItsOwn() {
            lifeboat.service.verification =
                    new Verification.Damaged(Samples.NAME, List.of(Message.of("finding.checksum")), List.of());

            ExitCode exitCode = lifeboat.run("verify", Samples.NAME, "--json");

            assertThat(exitCode).isEqualTo(ExitCode.DAMAGE_FOUND);
            assertThat(lifeboat.json().get("intact").getAsBoolean()).isFalse();
            assertThat(lifeboat.json().getAsJsonArray("findings")).hasSize(1);
        }

        @Test
        void allChecksEveryBackupButForeignFiles() {
            lifeboat.service.list =
                    new BackupList(List.of(Samples.backup(), Samples.foreign("x.db")), Optional.empty(), List.of());

            ExitCode exitCode = lifeboat.run("verify", "--all", "--json");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.json().getAsJsonArray("backups")).hasSize(1);
            assertThat(lifeboat.service.calls).containsExactly("list", "verify " + Samples.NAME);
        }
    }

    @Test
    void restoreNamesTheSafetyBackupOrWhatWasPreserved() {
        lifeboat.service.restoreResult = new RestoreResult(
                Samples.NAME, Optional.empty(), List.of(Path.of("/data/backups/preserved_x/my.db")), List.of());

        lifeboat.run("restore", Samples.NAME, "--yes", "--json");

        assertThat(lifeboat.json().get("restored").getAsString()).isEqualTo(Samples.NAME);
        assertThat(lifeboat.json().get("safetyBackup").isJsonNull()).isTrue();
        assertThat(lifeboat.json().getAsJsonArray("preserved").get(0).getAsString())
                .isEqualTo("/data/backups/preserved_x/my.db");
        assertThat(lifeboat.json().getAsJsonArray("warnings")).isEmpty();
    }

    @Test
    void deleteNamesWhatIsGone() {
        lifeboat.run("delete", Samples.NAME, "--yes", "--json");

        assertThat(lifeboat.json().get("deleted").getAsString()).isEqualTo(Samples.NAME);
    }

    @Nested
    class Cleanup {
        private final Backup old = Samples.backup(BackupKind.MANUAL, Duration.ofDays(40));

        private void twoBackupsOneOld() {
            lifeboat.service.list =
                    new BackupList(List.of(Samples.backup(), old), Optional.of(Samples.backup()), List.of());
        }

        @Test
        void tellsWhatWentAndWhyTheRestStayed() {
            twoBackupsOneOld();

            ExitCode exitCode = lifeboat.run("cleanup", "--yes", "--json");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.json().getAsJsonArray("deleted").get(0).getAsString())
                    .isEqualTo(old.name());
            JsonObject kept = lifeboat.json().getAsJsonArray("kept").get(0).getAsJsonObject();
            assertThat(kept.get("name").getAsString()).isEqualTo(Samples.NAME);
            assertThat(kept.get("reason").getAsString()).isEqualTo("recent");
            assertThat(lifeboat.json().getAsJsonArray("failed")).isEmpty();
            assertThat(lifeboat.json().get("dryRun").getAsBoolean()).isFalse();
        }

        @Test
        void aDryRunNeedsNoConfirmationAndDeletesNothing() {
            twoBackupsOneOld();

            ExitCode exitCode = lifeboat.run("cleanup", "--dry-run", "--json");

            assertThat(exitCode).isEqualTo(ExitCode.SUCCESS);
            assertThat(lifeboat.json().get("dryRun").getAsBoolean()).isTrue();
            assertThat(lifeboat.json().getAsJsonArray("deleted")).hasSize(1);
            assertThat(lifeboat.service.calls).containsExactly("plan 30");
        }

        @Test
        void whatCouldNotBeDeletedHasAnExitCodeOfItsOwn() {
            twoBackupsOneOld();
            BackupException denied =
                    new BackupException(BackupError.PERMISSION_DENIED, Message.of("error.permission", "x"));
            lifeboat.service.cleanupFailures = List.of(new CleanupResult.Failure(old.name(), denied));

            ExitCode exitCode = lifeboat.run("cleanup", "--yes", "--json");

            assertThat(exitCode).isEqualTo(ExitCode.CLEANUP_INCOMPLETE);
            JsonObject failed = lifeboat.json().getAsJsonArray("failed").get(0).getAsJsonObject();
            assertThat(failed.get("name").getAsString()).isEqualTo(old.name());
            assertThat(failed.get("error").getAsString()).isEqualTo("PERMISSION_DENIED");
        }
    }

    @Test
    void recoverTellsWhatItDidAndWhichDataIsThere() {
        lifeboat.service.recovery = new RecoveryResult(List.of(Message.of("recovered.finished")), DatabaseState.NEW);

        lifeboat.run("recover", "--json");

        assertThat(lifeboat.json().getAsJsonArray("actions").get(0).getAsString())
                .isEqualTo("Finished an interrupted restore.");
        assertThat(lifeboat.json().get("state").getAsString()).isEqualTo("new");
    }

    @Nested
    class Status {
        @Test
        void nothingRunsAndThereIsNoBackup() {
            lifeboat.run("status", "--json");

            JsonObject json = lifeboat.json();
            assertThat(json.get("operation").isJsonNull()).isTrue();
            assertThat(json.get("stage").isJsonNull()).isTrue();
            assertThat(json.get("progress").isJsonNull()).isTrue();
            assertThat(json.get("lastBackup").isJsonNull()).isTrue();
        }

        @Test
        void whatRunsIsNamedWithItsStageAndPercentage() {
            Progress running = new Progress(Operation.RESTORE, Stage.SAVING, 45);
            lifeboat.service.status = new BackupStatus(Optional.of(running), Optional.of(Samples.backup()), 100, 200);

            lifeboat.run("status", "--json");

            JsonObject json = lifeboat.json();
            assertThat(json.get("operation").getAsString()).isEqualTo("restore");
            assertThat(json.get("stage").getAsString()).isEqualTo("saving");
            assertThat(json.get("progress").getAsInt()).isEqualTo(45);
            assertThat(json.get("lastBackup").getAsString()).isEqualTo(Samples.NAME);
            assertThat(json.get("databaseSizeBytes").getAsLong()).isEqualTo(100);
            assertThat(json.get("freeBytes").getAsLong()).isEqualTo(200);
        }
    }
}
