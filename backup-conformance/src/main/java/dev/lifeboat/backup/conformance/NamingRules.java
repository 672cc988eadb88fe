package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for the names of backups, which are the only way to address them. */
abstract class NamingRules extends Rules {
    private static final List<String> NEVER_WRITTEN = List.of(
            "",
            ".",
            "..",
            "../backup_2026-03-01_13-00-00.db",
            "..\\backup_2026-03-01_13-00-00.db",
            "/backup_2026-03-01_13-00-00.db",
            "x/backup_2026-03-01_13-00-00.db",
            "./backup_2026-03-01_13-00-00.db",
            "backup_2026-03-01_13-00-00.db/",
            "backup_2026-03-01_13-00-00.db\n",
            "backup_2026-03-01_13-00-00.db\u0000",
            "backup_2026-03-01_13-00-00\u0007.db",
            " backup_2026-03-01_13-00-00.db",
            "backup_2026-03-01_13-00-00_0.db",
            "backup_2026-03-01_13-00-00_1.db",
            "backup_2026-03-01_13-00-00_02.db",
            "backup_2026-03-01_13-00-00_-2.db",
            "backup_2026-03-01_13-00-00_2_2.db",
            "backup_2026-03-01_13-00-00_99999999999999999999.db",
            "backup_2026-03-01_13-00-00__automatic.db",
            "backup_2026-03-01_13-00-00_automatic_2.db",
            "backup_2026-03-01_13-00-00_manual.db",
            "backup_2026-03-01_13-00-00_pre_migration.db",
            "safety_backup_2026-03-01_13-00-00_automatic.db",
            "safety_backup_2026-03-01_13-00-00_pre-migration.db",
            "Backup_2026-03-01_13-00-00.db",
            "backup_2026-03-01_13-00-00.DB",
            "backup_2026-03-01_13-00-00.db.json",
            "backup_2026-03-01_13-00-00",
            "backup_2026-02-29_13-00-00.db",
            "backup_2026-02-30_13-00-00.db",
            "backup_2026-13-01_13-00-00.db",
            "backup_2026-00-01_13-00-00.db",
            "backup_2026-03-00_13-00-00.db",
            "backup_2026-03-01_24-00-00.db",
            "backup_2026-03-01_13-60-00.db",
            "backup_2026-03-01_13-00-60.db",
            "backup_26-03-01_13-00-00.db",
            "backup_+2026-03-01_13-00-00.db",
            "backup_٢٠٢٦-03-01_13-00-00.db",
            "preserved_2026-03-01_13-00-00",
            "data.db",
            "b".repeat(10_000));

    NamingRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-004")
    void carriesLocalTimeAndKind() throws Exception {
        String manual = create(service, BackupKind.MANUAL).name();
        String preMigration = create(service, BackupKind.PRE_MIGRATION).name();
        Backup automatic = create(service, BackupKind.AUTOMATIC);
        String safety = restore(automatic).safetyBackup().orElseThrow().name();

        assertThat(manual).isEqualTo("backup_2026-03-01_13-00-00.db");
        assertThat(preMigration).isEqualTo("backup_2026-03-01_13-01-00_pre-migration.db");
        assertThat(automatic.name()).isEqualTo("backup_2026-03-01_13-02-00_automatic.db");
        assertThat(safety).isEqualTo("safety_backup_2026-03-01_13-03-00.db");
    }

    @Test
    @Tag("FR-004")
    void countsBackupsOfOneSecond() throws Exception {
        List<String> names =
                List.of(createNow(BackupKind.MANUAL), createNow(BackupKind.MANUAL), createNow(BackupKind.MANUAL));

        assertThat(names)
                .containsExactly(
                        "backup_2026-03-01_13-00-00.db",
                        "backup_2026-03-01_13-00-00_2.db",
                        "backup_2026-03-01_13-00-00_3.db");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    @Tag("FR-004")
    void countsBeforeTheKind() throws Exception {
        createNow(BackupKind.PRE_MIGRATION);

        String second = createNow(BackupKind.PRE_MIGRATION);

        assertThat(second).isEqualTo("backup_2026-03-01_13-00-00_2_pre-migration.db");
    }

    @Test
    @Tag("FR-004")
    void tellsTheRepeatedHourAtTheEndOfSummerTimeApart() throws Exception {
        Instant inSummerTime = Instant.parse("2026-10-25T00:30:00Z");
        Instant inWinterTime = Instant.parse("2026-10-25T01:30:00Z");

        Backup earlier = createAt(inSummerTime);
        Backup later = createAt(inWinterTime);
        clock.set(Instant.parse("2026-10-25T02:00:00Z"));

        assertThat(earlier.name()).isEqualTo("backup_2026-10-25_02-30-00.db");
        assertThat(later.name()).isEqualTo("backup_2026-10-25_02-30-00_2.db");
        assertThat(service.list().backups()).extracting(Backup::createdAt).containsExactly(inWinterTime, inSummerTime);
        assertThat(service.list().lastBackup().orElseThrow().name()).isEqualTo(later.name());
    }

    @Test
    @Tag("FR-004")
    void neverOverwritesAFileOfThatName() throws Exception {
        Files.createDirectories(folder);
        Path taken = folder.resolve("backup_2026-03-01_13-00-00.db");
        Damage.writeText(taken, "somebody's own file");
        Files.createDirectory(folder.resolve("backup_2026-03-01_13-00-00_2.db"));

        String name = createNow(BackupKind.MANUAL);

        assertThat(name).isEqualTo("backup_2026-03-01_13-00-00_3.db");
        assertThat(taken).hasContent("somebody's own file");
    }

    @Test
    @Tag("FR-004")
    void neverOverwritesTheSidecarOfANeighbour() throws Exception {
        Backup theirs = openNeighbour().create(CreateRequest.manual("conformance"), ProgressListener.NONE);
        Files.delete(theirs.path());
        byte[] before = Files.readAllBytes(sidecar(theirs));

        String name = createNow(BackupKind.MANUAL);

        assertThat(name).isNotEqualTo(theirs.name());
        assertThat(Files.readAllBytes(sidecar(theirs))).isEqualTo(before);
    }

    @Test
    @Tag("FR-013")
    void isTheOnlyWayToABackup() throws Exception {
        create();
        Files.copy(database, home.resolve("backup_2026-03-01_13-00-00.db"));
        FolderSnapshot before = FolderSnapshot.of(home);

        for (String name : NEVER_WRITTEN) {
            operations(name).forEach((operation, call) -> assertInvalid(operation, name, call));
        }

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-013")
    void isCheckedBeforeTheFolderIs() {
        service = open(configuration().withFolder(home.resolve("not there")));

        operations("../x.db").forEach((operation, call) -> assertInvalid(operation, "../x.db", call));
    }

    @Test
    @Tag("FR-013")
    void isAnsweredWithNotFoundWhenThereIsNoSuchBackup() throws Exception {
        create();
        FolderSnapshot before = FolderSnapshot.of(home);

        operations("backup_2020-02-29_23-59-59_2_pre-migration.db")
                .forEach((operation, call) -> refused(BackupError.BACKUP_NOT_FOUND, call::run));

        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }

    @Test
    @Tag("FR-013")
    void isAnsweredWithNotFoundWhenThereIsNoFolder() {
        operations("backup_2020-02-29_23-59-59.db")
                .forEach((operation, call) -> refused(BackupError.BACKUP_NOT_FOUND, call::run));

        assertThat(Path.of(home.toString(), "backups", "backup_2020-02-29_23-59-59.db"))
                .doesNotExist();
    }

    private String createNow(BackupKind backupKind) throws BackupException {
        return service.create(new CreateRequest(backupKind, "conformance", ""), ProgressListener.NONE)
                .name();
    }

    private static void assertInvalid(String operation, String name, Call call) {
        BackupException refusal = refused(BackupError.INVALID_NAME, call::run);

        assertThat(refusal.getMessage())
                .as("%s %s", operation, name)
                .doesNotContain("\n")
                .doesNotContain("\u0000")
                .doesNotContain("\u0007");
    }

    private Map<String, Call> operations(String name) {
        return Map.of(
                "show", () -> service.show(name),
                "verify", () -> service.verify(name, ProgressListener.NONE),
                "preview", () -> service.preview(RestoreRequest.of(name)),
                "restore", () -> service.restore(RestoreRequest.of(name), ProgressListener.NONE),
                "restore with overrides",
                        () -> service.restore(new RestoreRequest(name, true, true), ProgressListener.NONE),
                "delete", () -> service.delete(name),
                "annotate", () -> service.annotate(name, "note"));
    }

    /** An operation on a backup. */
    @FunctionalInterface
    private interface Call {
        void run() throws BackupException;
    }
}
