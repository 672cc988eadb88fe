package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a database may lie: every character of a path is a character, never an option, a wildcard or an end. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "most of these names cannot exist there")
class DatabasePathTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Stream.of(
                        "with spaces and  more.db",
                        "what?mode=memory.db",
                        "a&b;c=d,e.db",
                        "#fragment.db",
                        "100%25 %s %00.db",
                        "Grüße aus Köln.sqlite",
                        "日本語 🛟.db",
                        "it's \"quoted\".db",
                        "back\\slash.db",
                        "two\nlines\t.db",
                        "-dash",
                        ":memory:",
                        "file:x.db",
                        "no suffix",
                        ".hidden",
                        "*?[x]{a,b}.db",
                        "~tilde$HOME.db",
                        "app.db.staged-1.db",
                        "backup_2020-01-01_00-00-00.db")
                .filter(DatabasePathTest::canBeAFileName)
                .toList();
    }

    /** Under the POSIX locale Java knows ASCII names only. */
    private static boolean canBeAFileName(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyFileNameIsBackedUpAndRestored(String name) throws Exception {
        Path database = folder.resolve(name);

        roundTrip(database, Lifeboat.on(database));

        assertThat(Lifeboat.files(folder)).containsExactlyInAnyOrder(name, name + ".lock", "backups");
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyFolderNameIsBackedUpAndRestored(String name) throws Exception {
        Path database = Files.createDirectories(folder.resolve(name)).resolve("app.db");
        Path backups = folder.resolve("backups of " + name);

        roundTrip(database, Lifeboat.on(BackupConfiguration.of(database).withFolder(backups)));

        assertThat(Lifeboat.files(database.getParent())).containsExactlyInAnyOrder("app.db", "app.db.lock");
        assertThat(Lifeboat.files(folder)).containsExactlyInAnyOrder(name, "backups of " + name);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 180, 220, 240, 247})
    void longFileNamesAreBackedUpAndRestoredAsLongAsSqliteTakesThem(int length) throws Exception {
        Path database = folder.resolve("x".repeat(length));

        roundTrip(database, Lifeboat.on(database));

        assertThat(Lifeboat.files(folder))
                .containsExactlyInAnyOrder(
                        database.getFileName().toString(), database.getFileName() + ".lock", "backups");
    }

    @Test
    void longFileNamesAreReplacedByRenamingToo() throws Exception {
        String letter = canBeAFileName("ü") ? "ü" : "uu";
        Path database = Sql.run(folder.resolve(letter.repeat(120)), "CREATE TABLE t (x)");
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Files.delete(database);

        lifeboat.restore(backup);

        assertThat(DatabaseContent.of(database).rows()).containsOnlyKeys("t");
        lifeboat.assertNothingStray();
    }

    @Test
    void deepFoldersAreBackedUpAndRestored() throws Exception {
        Path deep = folder;
        while (deep.toString().length() < 420) {
            deep = deep.resolve("a folder within");
        }
        Path database = Files.createDirectories(deep).resolve("app.db");

        roundTrip(database, Lifeboat.on(database));
    }

    @Test
    void linkedDatabaseIsRestoredWhereItReallyIs() throws Exception {
        Path real = Files.createDirectories(folder.resolve("real")).resolve("data.db");
        Path link = Files.createSymbolicLink(
                Files.createDirectories(folder.resolve("links")).resolve("app.db"), real);

        roundTrip(link, Lifeboat.on(link));

        assertThat(link).isSymbolicLink();
        assertThat(real).isRegularFile();
        assertThat(Lifeboat.files(real.getParent())).containsExactlyInAnyOrder("data.db", "data.db.lock");
        assertThat(Lifeboat.files(link.getParent())).containsExactlyInAnyOrder("app.db", "backups");
    }

    @Test
    void linkedDatabaseThatIsLostComesBackWhereTheLinkPoints() throws Exception {
        Path real = Sql.run(Files.createDirectories(folder.resolve("real")).resolve("data.db"), "CREATE TABLE t (x)");
        Path link = Files.createSymbolicLink(folder.resolve("app.db"), real);
        Backup backup = Lifeboat.on(link).create();
        Files.delete(real);

        Lifeboat.on(link).restore(backup);

        assertThat(link).isSymbolicLink();
        assertThat(DatabaseContent.of(real).rows()).containsOnlyKeys("t");
    }

    @Test
    void databaseInALinkedFolderHasOneLockWhicheverWayItIsNamed() throws Exception {
        Path real = Files.createDirectories(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Sql.run(real.resolve("app.db"), "CREATE TABLE t (x)");

        Backup one = Lifeboat.on(real.resolve("app.db")).create();
        Backup two = Lifeboat.on(link.resolve("app.db")).create();

        assertThat(Lifeboat.files(real)).containsExactlyInAnyOrder("app.db", "app.db.lock", "backups");
        assertThat(Lifeboat.on(link.resolve("app.db")).names()).containsExactlyInAnyOrder(one.name(), two.name());
    }

    private void roundTrip(Path database, Lifeboat lifeboat) throws Exception {
        Sql.run(database, "PRAGMA journal_mode = WAL", "CREATE TABLE t (x)", "INSERT INTO t VALUES ('kept')");
        DatabaseContent before = DatabaseContent.of(database);

        Backup backup = lifeboat.create();
        Verification verification = lifeboat.verify(backup);
        Sql.run(database, "UPDATE t SET x = 'lost'");
        RestoreResult result = lifeboat.restore(backup);

        assertThat(verification).isEqualTo(new Verification.Intact(backup.name(), List.of()));
        assertThat(result.warnings()).isEmpty();
        assertThat(DatabaseContent.of(database)).isEqualTo(before);
        lifeboat.assertNothingStray();
    }
}
