package dev.lifeboat.jobmatch.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.migration.MigrationListener;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state that a start can end in, with real files. */
class StartUpTest {
    private static final String CONTENT = "SELECT id, title, company FROM job_offers ORDER BY id";

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void nameDatabase() {
        database = folder.resolve("jobmatcher.db");
    }

    @Test
    void theFirstStartMakesADatabase() throws Exception {
        StartState.Ready ready = ready();

        assertThat(ready.isNew()).isTrue();
        assertThat(Schema.rows(database, "SELECT count(*) FROM job_sources")).isNotEmpty();
        assertThat(files()).containsExactly("jobmatcher.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5"})
    void anOlderDatabaseIsBackedUpAndMigrated(String version) throws Exception {
        fill(version);
        List<String> before = Schema.rows(database, CONTENT);

        StartState.Ready ready = ready();

        assertThat(ready.isNew()).isFalse();
        assertThat(Schema.rows(database, CONTENT)).isEqualTo(before);
        List<String> migrated = dump();
        Backup backup = application().service().list().backups().get(0);
        assertThat(backup.kind()).contains(BackupKind.PRE_MIGRATION);
        assertThat(backup.schemaVersion().orElseThrow().value()).isEqualTo(version);
        assertThat(application().service().verify(backup.name(), ProgressListener.NONE))
                .isInstanceOf(Verification.Intact.class);

        application().service().restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);
        ready();

        assertThat(dump()).as("migrated once more, to the same content").isEqualTo(migrated);
    }

    @Test
    void aSecondStartSaysThatTheApplicationIsRunning() throws Exception {
        ready();
        String other = "running";
        BackupException busy =
                new BackupException(BackupError.DATABASE_BUSY, dev.lifeboat.backup.Message.literal(other));

        StartState state = application()
                .start(
                        service -> {
                            throw busy;
                        },
                        false,
                        MigrationListener.NONE);

        assertThat(state).isInstanceOf(StartState.AlreadyRunning.class);
        assertThat(state.message(Locale.ENGLISH)).contains("already running", database.toString());
    }

    @Test
    void aTruncatedDatabaseIsDamagedAndStaysAsItIs() throws Exception {
        String backup = filledAndBackedUp();
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(database) / 2);
        }

        assertDamaged(backup);
    }

    @Test
    void anOverwrittenHeaderIsDamage() throws Exception {
        String backup = filledAndBackedUp();
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[100]), 0);
        }

        assertDamaged(backup);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "These are my notes. They are longer than a page of a database would be. "})
    void anotherFileInItsPlaceIsDamage(String text) throws Exception {
        String backup = filledAndBackedUp();
        Files.writeString(database, text.length() > 1 ? text.repeat(100) : text);

        assertDamaged(backup);
    }

    @Test
    void aFolderInItsPlaceIsSaid() throws Exception {
        Files.createDirectory(database);

        StartState state = start(false);

        assertThat(state).isInstanceOf(StartState.Damaged.class);
        assertThat(state.message(Locale.ENGLISH)).contains("folder").doesNotContain("Exception");
    }

    @Test
    void aMissingDatabaseIsNotMadeAnewWhileThereAreBackups() throws Exception {
        String backup = filledAndBackedUp();
        Files.delete(database);

        StartState state = start(false);

        assertThat(state).isInstanceOf(StartState.Missing.class);
        assertThat(((StartState.Missing) state).choices())
                .extracting(Backup::name)
                .containsExactly(backup);
        assertThat(database).doesNotExist();
        assertThat(state.message(Locale.GERMAN)).contains("es gibt eine Sicherung");

        StartState empty = start(true);
        assertThat(empty).isInstanceOf(StartState.Ready.class);
        assertThat(Schema.rows(database, CONTENT)).isEmpty();
        assertThat(application().service().list().backups()).hasSize(1);
    }

    @Test
    void aLogWithoutItsDatabaseIsKept() throws Exception {
        Path log = folder.resolve("jobmatcher.db-wal");
        Files.writeString(log, "what was written last");

        assertThat(start(false)).isInstanceOf(StartState.Missing.class);
        assertThat(log).hasContent("what was written last");

        assertThat(start(true)).isInstanceOf(StartState.Ready.class);
        assertThat(folder.resolve("jobmatcher.db-wal.kept-1")).hasContent("what was written last");
    }

    @Test
    void aNewerDatabaseIsRefusedWithBothVersions() throws Exception {
        fill("6");
        Schema.execute(
                database,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES"
                        + " (7, '7', 'later', 'SQL', 'V7__later.sql', 1, '', '2026-11-23 12:00:00.000', 1, 1)");
        byte[] before = Files.readAllBytes(database);

        StartState state = start(false);

        assertThat(state.id()).isEqualTo("too-new");
        assertThat(state.message(Locale.ENGLISH)).contains("version 7", "up to 6");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void anInterruptedRestoreIsUndoneOrFinished() throws Exception {
        filledAndBackedUp();
        List<String> before = Schema.rows(database, CONTENT);
        Files.writeString(folder.resolve(".jobmatcher.db.staged-0123456789abcdef0123456789abcdef"), "half a copy");

        StartState.Ready ready = ready();

        assertThat(ready.recovery().state()).isEqualTo(DatabaseState.OLD);
        assertThat(Schema.rows(database, CONTENT)).isEqualTo(before);
        assertThat(files()).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void withoutAPlaceForTheBackupTheMigrationIsBlocked() throws Exception {
        fill("3");
        Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        byte[] before = Files.readAllBytes(database);

        StartState state = start(false);

        assertThat(state.id()).isEqualTo("migration-blocked");
        assertThat(state.hint(Locale.ENGLISH)).isNotBlank();
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void anUpToDateDatabaseOpensWithoutAPlaceForBackups() throws Exception {
        fill("6");
        Files.writeString(folder.resolve("backups"), "a file where the folder should be");

        assertThat(start(false)).isInstanceOf(StartState.Ready.class);
    }

    @Test
    void aDatabaseThatAnotherProgramLocksIsSaidToBeBusy() throws Exception {
        fill("6");
        try (var other = java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            StartState state = start(false);

            assertThat(state.id()).isEqualTo("busy");
            assertThat(state.hint(Locale.ENGLISH)).isNotBlank();
        }
    }

    @Test
    void aStateThatIsNotReadyHoldsNothing() throws Exception {
        filledAndBackedUp();
        Files.delete(database);
        boolean[] closed = {false};
        HostPresence presence = () -> closed[0] = true;

        application().start(service -> presence, false, MigrationListener.NONE);

        assertThat(closed[0]).isTrue();
    }

    private void assertDamaged(String backup) throws Exception {
        byte[] before = Files.readAllBytes(database);

        StartState state = start(false);

        assertThat(state).isInstanceOf(StartState.Damaged.class);
        assertThat(((StartState.Damaged) state).choices())
                .extracting(Backup::name)
                .startsWith(backup);
        assertThat(state.message(Locale.ENGLISH)).contains(database.toString()).doesNotContain("Exception");
        assertThat(state.hint(Locale.ENGLISH)).contains("Restore a backup");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);

        application().service().restore(RestoreRequest.of(backup), ProgressListener.NONE);
        assertThat(start(false)).isInstanceOf(StartState.Ready.class);
    }

    /** A V6 database with a manual backup; returns the backup's name. */
    private String filledAndBackedUp() throws Exception {
        fill("6");
        Backup backup = application().service().create(CreateRequest.manual("test"), ProgressListener.NONE);
        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        return backup.name();
    }

    private void fill(String version) throws Exception {
        Schema.migrate(database, version);
        Schema.execute(
                database,
                "INSERT INTO job_offers (id, title, company) VALUES (1, 'Löter', 'Funk & Söhne'), (2, 'Koch', 'Mensa')",
                "INSERT INTO match_results (offer_id, score) VALUES (1, 88)");
    }

    private List<String> dump() throws Exception {
        return Stream.of("job_offers", "match_results", "skills", "job_sources", "preferences", "sqlite_schema")
                .flatMap(table -> rows("SELECT * FROM " + table).stream()
                        .map(row -> table + ": " + row.replaceAll("\\|[0-9]+\\|", "|n|")))
                .toList();
    }

    private List<String> rows(String sql) {
        try {
            return Schema.rows(database, sql);
        } catch (java.sql.SQLException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private StartState.Ready ready() throws BackupException, InterruptedException {
        StartState state = start(false);
        assertThat(state).as(state.message(Locale.ENGLISH)).isInstanceOf(StartState.Ready.class);
        return (StartState.Ready) state;
    }

    private StartState start(boolean mayBeginEmpty) throws BackupException, InterruptedException {
        StartState state = application().start(BackupService::holdPresence, mayBeginEmpty, MigrationListener.NONE);
        if (state instanceof StartState.Ready ready) {
            ready.presence().close();
            assertThat(ready.migration().isReady()).isTrue();
        }
        return state;
    }

    private Application application() throws BackupException {
        return Application.on(
                database,
                Settings.DEFAULT,
                Optional.empty(),
                BackupProviders.installed(),
                "test",
                Clock.systemDefaultZone());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }
}
