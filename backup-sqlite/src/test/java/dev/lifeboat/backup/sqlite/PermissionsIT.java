package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A user who may not write where the database is: what can be read is backed up, what cannot is said, and nothing is
 * changed.
 */
@EnabledIf("dev.lifeboat.backup.sqlite.Unprivileged#isPossible")
class PermissionsIT {
    @TempDir
    Path scratch;

    @TempDir
    Path area;

    private Path data;
    private Path backups;
    private Path database;

    @BeforeEach
    void makeFolders() throws Exception {
        Files.setPosixFilePermissions(area, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = Unprivileged.own(Files.createDirectory(area.resolve("data")), "rwxr-xr-x");
        backups = Unprivileged.own(Files.createDirectory(area.resolve("backups")), "rwxr-xr-x");
        database = data.resolve("app.db");
    }

    @Test
    void cleanWriteAheadDatabaseOnReadOnlyMediaIsBackedUp() throws Exception {
        Sql.run(database, "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)", "INSERT INTO t VALUES (1), (2)");
        Map<String, FileState> before = freeze();

        String answer = create();

        assertThat(answer).startsWith("created").endsWith("{t=2}");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void rollbackDatabaseOnReadOnlyMediaIsBackedUp() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)", "INSERT INTO t VALUES (1), (2)");
        Map<String, FileState> before = freeze();

        String answer = create();

        assertThat(answer).startsWith("created").endsWith("{t=2}");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void commitsInTheLogOnReadOnlyMediaAreInTheBackup() throws Exception {
        Crash.withHotLog(database);
        Map<String, FileState> before = freeze();

        String answer = create();

        assertThat(answer).startsWith("created").endsWith("{t=500}");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void logWithoutItsIndexOnReadOnlyMediaIsNeverIgnored() throws Exception {
        Crash.withHotLog(database);
        Files.delete(data.resolve("app.db-shm"));
        Map<String, FileState> before = freeze();

        String answer = create();

        assertThat(answer)
                .satisfiesAnyOf(
                        complete -> assertThat(complete).startsWith("created").endsWith("{t=500}"),
                        refused -> assertThat(refused).startsWith("PERMISSION_DENIED"));
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void halfWrittenTransactionThatCannotBeUndoneOnReadOnlyMediaIsRefused() throws Exception {
        Crash.withHotJournal(database);
        Map<String, FileState> before = freeze();

        String answer = create();

        assertThat(answer).startsWith("PERMISSION_DENIED").contains(database.toString());
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(Lifeboat.files(backups)).isEmpty();
    }

    @Test
    void databaseThatMayNotBeReadIsRefused() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)");
        Unprivileged.own(database, "---------");

        String answer = create();

        assertThat(answer).startsWith("PERMISSION_DENIED").contains(database.toString());
    }

    @Test
    void folderThatMayNotBeEnteredIsRefused() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)");
        Unprivileged.own(data, "---------");

        String answer = create();

        assertThat(answer).startsWith("PERMISSION_DENIED").contains(database.toString());
        Unprivileged.own(data, "rwxr-xr-x");
    }

    @Test
    void backupFolderThatMayNotBeWrittenIsRefused() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)");
        Unprivileged.own(backups, "r-xr-xr-x");

        String answer = create();

        assertThat(answer).startsWith("PERMISSION_DENIED").contains(backups.toString());
        assertThat(Lifeboat.files(backups)).isEmpty();
    }

    @Test
    void verifyWorksOnReadOnlyMediaAndSaysThatItCannotRememberIt() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)");
        String name = create().split(" ")[1];
        Unprivileged.own(backups, "r-xr-xr-x");

        String answer = Unprivileged.run(scratch, database, backups, "verify", name);

        assertThat(answer).startsWith("Intact").contains("could not be recorded");
    }

    @Test
    void restoreOverADatabaseThatMayNotBeWrittenIsRefusedAndLeavesIt() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)", "INSERT INTO t VALUES ('old')");
        String name = create().split(" ")[1];
        Sql.run(database, "UPDATE t SET x = 'new'");
        Unprivileged.own(database, "r--r--r--");
        Map<String, FileState> before = FileState.ofDatabase(database);

        String answer = Unprivileged.run(scratch, database, backups, "restore", name);

        assertThat(answer).startsWith("PERMISSION_DENIED").contains(database.toString());
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
        assertThat(Lifeboat.files(backups)).containsExactlyInAnyOrder(name, name + ".json", "lifeboat.lock");
    }

    @Test
    void restoreIntoAFolderThatMayNotBeWrittenIsRefusedAndLeavesIt() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)", "INSERT INTO t VALUES ('old')");
        String name = create().split(" ")[1];
        Map<String, FileState> before = freeze();

        String answer = Unprivileged.run(scratch, database, backups, "restore", name);

        assertThat(answer).startsWith("PERMISSION_DENIED");
        assertThat(FileState.ofDatabase(database)).isEqualTo(before);
    }

    @Test
    void backupsAreForTheirOwnerOnly() throws Exception {
        Sql.run(database, "CREATE TABLE t (x)");
        Path fresh = area.resolve("data/not/there/yet");
        Unprivileged.own(database, "rw-rw-rw-");

        String name = Unprivileged.run(scratch, database, fresh, "create").split(" ")[1];

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve(name))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh.resolve(name + ".json"))))
                .isEqualTo("rw-------");
    }

    private String create() throws Exception {
        return Unprivileged.run(scratch, database, backups, "create");
    }

    /** Takes every right to write from the folder of the database and all that is in it. */
    private Map<String, FileState> freeze() throws Exception {
        try (var files = Files.list(data)) {
            for (Path file : files.toList()) {
                Unprivileged.own(file, "r--r--r--");
            }
        }
        Unprivileged.own(data, "r-xr-xr-x");
        return FileState.ofDatabase(database);
    }
}
