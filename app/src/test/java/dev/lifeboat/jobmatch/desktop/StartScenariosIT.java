package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.start.StartState;
import java.awt.Window;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What comes before the main window: updates, the way back from a database that cannot be used, and housekeeping. */
@Isolated("there is one screen, and windows depend on when what happens")
class StartScenariosIT {
    private static final String TITLES = "SELECT title FROM job_offers ORDER BY id";

    @TempDir
    Path home;

    private DesktopDriver app;

    @BeforeEach
    void makeFolders() throws Exception {
        app = new DesktopDriver(home);
        Files.createDirectories(app.database().getParent());
        app.settings(Settings.DEFAULT.withAutomaticBackupDays(0));
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @Test
    void theFirstStartOpensTheMainWindowWithoutAnyOther() throws Exception {
        app.start();

        app.mainWindow().requireVisible();
        assertThat(Schema.rows(app.database(), "SELECT count(*) FROM job_offers"))
                .containsExactly("0");
        assertThat(app.backups()).doesNotExist();
    }

    @Test
    void scenario4anOlderDatabaseIsBackedUpAndUpdatedBeforeTheMainWindowOpens() throws Exception {
        older("3");

        app.start();
        FrameFixture update = app.frame("migration");
        assertThat(update.target().getTitle()).contains("Database update required");
        app.mainWindow().requireVisible();

        app.await("the update's window is gone", () -> !update.target().isDisplayable());
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
        assertThat(fileNames(app.backups())).anyMatch(name -> name.contains("_pre-migration"));
    }

    @Test
    void scenario4anUpdateWithoutABackupIsBlockedUntilThereIsOne() throws Exception {
        older("3");
        Files.writeString(app.backups(), "in the way");

        app.start();
        FrameFixture update = app.frame("migration");
        app.await("blocked", () -> app.text(update.target(), "outcome").contains("not started"));
        assertThat(app.text(update.target(), "reason")).contains(app.backups().toString());
        assertThat(version()).isEqualTo("3");
        update.button("choose-folder").requireEnabled();
        update.button("quit").requireEnabled();

        Files.delete(app.backups());
        update.button("try-again").click();

        app.mainWindow().requireVisible();
        assertThat(version()).isEqualTo("6");
    }

    @Test
    void aBlockedUpdateCanBeLeftAlone() throws Exception {
        older("3");
        Files.writeString(app.backups(), "in the way");
        app.start();
        FrameFixture update = app.frame("migration");
        app.await("blocked", () -> app.text(update.target(), "outcome").contains("not started"));

        update.button("quit").click();

        assertThat(app.ended()).isInstanceOf(StartState.NotMigrated.class);
        assertThat(version()).isEqualTo("3");
    }

    @Test
    void anUpdateThatFailsIsUndoneAndSaysWhich() throws Exception {
        older("3");
        Schema.execute(app.database(), "CREATE TABLE new_skills (id INTEGER)");
        List<String> before = Schema.rows(app.database(), TITLES);

        app.start();
        FrameFixture update = app.frame("migration");
        app.await("undone", () -> app.text(update.target(), "outcome").contains("Your data is as it was before."));

        assertThat(app.text(update.target(), "reason")).contains("V4__skill_level_range.sql");
        assertThat(version()).isEqualTo("3");
        assertThat(Schema.rows(app.database(), TITLES)).isEqualTo(before);
        update.button("quit").click();
        assertThat(app.ended()).isInstanceOf(StartState.NotMigrated.class);
    }

    @Test
    void scenario7oldBackupsAreCleanedUpAtTheStartWithoutAWord() throws Exception {
        newest();
        Backup old = make(Duration.ofDays(60));
        Backup young = make(Duration.ofDays(1));

        app.start();
        app.mainWindow().requireVisible();

        app.await("cleaned up", () -> !Files.exists(old.path()));
        assertThat(young.path()).exists();
        assertThat(windows()).containsExactly("main-window");
    }

    @Test
    void aDamagedDatabaseIsReplacedByABackupAndItsFileKept() throws Exception {
        newest();
        make(Duration.ofHours(3));
        destroy(app.database());

        app.start();
        FrameFixture recovery = app.frame("recovery");
        assertThat(recovery.target().getTitle()).contains("Your data file is damaged");
        assertThat(app.text(recovery.target(), "recovery-message")).endsWith("is damaged: file is not a database");
        recovery.table("backups").requireRowCount(1).requireSelectedRows(0);
        restoreFrom(recovery);

        FrameFixture main = app.mainWindow();
        assertThat(Schema.rows(app.database(), TITLES)).containsExactly("Welder");
        assertThat(app.service().list().preserved()).hasSize(1);
        app.await(
                "says where it was kept",
                () -> app.text(main.target(), "notice-text").contains("damaged files are kept"));
    }

    @Test
    void aMissingDatabaseIsNotMadeAnewUnlessSomebodySaysSo() throws Exception {
        newest();
        make(Duration.ofHours(3));
        Files.delete(app.database());

        app.start();
        FrameFixture recovery = app.frame("recovery");
        assertThat(recovery.target().getTitle()).contains("Your data file is missing");
        assertThat(app.database()).doesNotExist();
        recovery.button("recovery-empty").click();
        app.dialog("empty-question").button("empty-confirm").click();

        app.mainWindow().requireVisible();
        assertThat(Schema.rows(app.database(), "SELECT count(*) FROM job_offers"))
                .containsExactly("0");
        assertThat(app.service().list().backups()).hasSize(1);
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() throws Exception {
        newest();
        Schema.execute(
                app.database(),
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES (7, '7', 'x', 'SQL', 'V7__x.sql', 1,"
                        + " '', '2030-01-01 12:00:00.000', 1, 1)");
        byte[] before = Files.readAllBytes(app.database());

        app.start();
        FrameFixture recovery = app.frame("recovery");

        assertThat(recovery.target().getTitle())
                .as(app.text(recovery.target(), "recovery-message"))
                .contains("newer version");
        assertThat(app.text(recovery.target(), "recovery-message"))
                .contains("7")
                .contains("6");
        recovery.button("recovery-quit").click();
        assertThat(app.ended()).isInstanceOf(StartState.NotMigrated.class);
        assertThat(Files.readAllBytes(app.database())).isEqualTo(before);
    }

    @Test
    void aSecondStartSaysThatOneIsRunningAndEnds() throws Exception {
        newest();

        app.runningElsewhere().start();
        DialogFixture problem = app.dialog("problem");

        assertThat(app.text(problem.target(), "problem-headline"))
                .contains("already running", app.database().toString());
        problem.button("problem-1").click();
        assertThat(app.ended()).isInstanceOf(StartState.AlreadyRunning.class);
    }

    @Test
    void theWindowsSpeakGermanWhereTheSystemDoes() throws Exception {
        newest();
        make(Duration.ofHours(3));
        destroy(app.database());

        app.speaking(Locale.GERMANY).start();
        FrameFixture recovery = app.frame("recovery");

        assertThat(recovery.target().getTitle()).contains("beschädigt");
        recovery.button("recovery-quit").click();
    }

    private void restoreFrom(FrameFixture recovery) {
        app.await("a choice", () -> recovery.button("recovery-restore").isEnabled());
        recovery.button("recovery-restore").click();
        app.dialog("restore-question").button("restore-confirm").click();
    }

    private void older(String version) throws Exception {
        Schema.migrate(app.database(), version);
        app.addOffer("Welder");
    }

    private void newest() throws Exception {
        Schema.newest(app.database()).close();
        app.addOffer("Welder");
    }

    private Backup make(Duration age) throws Exception {
        Clock then = Clock.fixed(Instant.now().minus(age), ZoneId.systemDefault());
        return app.service(then).create(new CreateRequest(BackupKind.MANUAL, "test", ""), ProgressListener.NONE);
    }

    private static void destroy(Path database) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
            file.write(new byte[4096]);
        }
    }

    private String version() throws Exception {
        return Schema.rows(
                        app.database(),
                        "SELECT version FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1")
                .get(0);
    }

    private List<String> windows() {
        return GuiActionRunner.execute(() -> Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .map(Window::getName)
                .toList());
    }

    private static List<String> fileNames(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
