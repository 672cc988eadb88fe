package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.cli.SmallDisk;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Settings;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Making, listing, deleting and cleaning up, in the running application. The numbers are those of the scenarios. */
@Isolated("there is one screen, and windows depend on when what happens")
class BackupScenariosIT {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path home;

    private DesktopDriver app;

    @BeforeEach
    void makeDatabase() throws Exception {
        app = new DesktopDriver(home).withOffers("Welder");
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @Test
    void scenario1aBackupIsMadeInSettings() throws Exception {
        enlargeDatabase();
        SettingsPages settings = openBackups();
        settings.awaitBanner("No backups yet");

        AtomicBoolean progressWasSeen = watchForShowing(settings, "progress");
        settings.press("create");
        boolean stayedUsable = settings.dialog().list("pages").isEnabled();
        String message = settings.awaitMessage("Backup created: ");

        String name = message.replaceAll("(?s).*Backup created: (\\S+\\.db).*", "$1");
        Path file = app.backups().resolve(name);
        assertThat(file).isRegularFile();
        assertThat(progressWasSeen).isTrue();
        assertThat(stayedUsable).isTrue();
        settings.awaitRows(1).awaitBanner("verified");
        assertThat(sqlite3(file, "PRAGMA integrity_check")).isEqualTo("ok");
        assertThat(sqlite3(file, "SELECT title FROM job_offers LIMIT 1")).isEqualTo("Welder");
        assertThat(fileNames(app.backups())).containsExactlyInAnyOrder(name, name + ".json", "lifeboat.lock");
    }

    @Test
    void scenario2backupsOfSeveralKindsAndAgesAreListed() throws Exception {
        make(BackupKind.PRE_MIGRATION, Duration.ofDays(71));
        make(BackupKind.MANUAL, Duration.ofDays(3));
        make(BackupKind.AUTOMATIC, Duration.ofHours(2));

        SettingsPages settings = openBackups().awaitRows(3);

        List<String> created = column(settings, 0);
        List<String> kinds = column(settings, 1);
        assertThat(created.get(0)).contains("2 hours ago");
        assertThat(created.get(1)).contains("3 days ago");
        assertThat(kinds.get(0)).contains("Automatic");
        assertThat(kinds.get(1)).contains("Manual");
        assertThat(kinds.get(2)).contains("Before update");
        assertThat(created.get(2) + kinds.get(2)).as("marked as old").contains("old");
    }

    @Test
    void scenario5oneIsDeletedAndTheLastOneIsNot() throws Exception {
        Backup older = make(BackupKind.MANUAL, Duration.ofDays(2));
        make(BackupKind.MANUAL, Duration.ofDays(1));
        SettingsPages settings = openBackups().awaitRows(2);

        settings.table().selectRows(1);
        settings.press("delete");
        DialogFixture question = app.dialog("delete");
        assertThat(app.text(question.target(), "delete-file")).isEqualTo(older.name());
        question.button("confirm").click();
        settings.awaitRows(1);
        assertThat(older.path()).doesNotExist();

        settings.table().selectRows(0);
        settings.press("delete");
        DialogFixture last = app.dialog("delete");
        last.button("confirm").click();

        app.await(
                "refused in words",
                () -> app.text(last.target(), "delete-message").contains("last"));
        last.button("cancel").click();
        assertThat(settings.rowCount()).isEqualTo(1);
    }

    @Test
    void scenario6cleanUpShowsWhatGoesAndNeverABackupFromBeforeAnUpdate() throws Exception {
        app.settings(Settings.DEFAULT.withAutomaticBackupDays(0).withRetentionDays(3650));
        Backup old = make(BackupKind.MANUAL, Duration.ofDays(60));
        Backup beforeUpdate = make(BackupKind.PRE_MIGRATION, Duration.ofDays(50));
        Backup young = make(BackupKind.MANUAL, Duration.ofDays(1));
        SettingsPages settings = openBackups().awaitRows(3);

        settings.dialog().list("pages").selectItem(0);
        settings.dialog().spinner("retention").enterTextAndCommit("30");
        settings.dialog().list("pages").selectItem(1);
        settings.press("clean-up");
        DialogFixture preview = app.dialog("clean-up");
        preview.table("deletions").requireRowCount(1);
        preview.table("kept").requireRowCount(2);
        assertThat(old.path()).as("nothing before somebody agrees").exists();
        preview.button("confirm").click();

        settings.awaitRows(2);
        assertThat(old.path()).doesNotExist();
        assertThat(beforeUpdate.path()).exists();
        assertThat(young.path()).exists();
    }

    @Test
    void scenario8tooLittleSpaceIsSaidWithBothNumbersAndNothingStays() throws Exception {
        enlargeDatabase();
        Path mountPoint = Files.createDirectory(home.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mount(mountPoint, 4 << 20)) {
            app.settings(Settings.DEFAULT.withAutomaticBackupDays(0).withBackupFolder(Optional.of(disk.seen())));
            SettingsPages settings = openBackups();

            settings.press("create");
            String message = settings.awaitMessage("MB");

            assertThat(message).containsPattern("[0-9.]+ MB.*[0-9.]+ MB");
            try (Stream<Path> files = Files.walk(disk.seen())) {
                assertThat(files.filter(file -> file.toString().contains(".db")))
                        .isEmpty();
            }
            app.close();
        } finally {
            app = new DesktopDriver(home.resolve("unused"));
        }
    }

    @Test
    void scenario11aSecondOperationIsRefusedDuringAFirstAndWorksAfterwards() throws Exception {
        SettingsPages settings = openBackups();
        settings.awaitBanner("No backups yet");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Backup> first = inAnotherProgram(progress -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        app.pressWithControl(KeyEvent.VK_B);
        app.await(
                "refused, or not even offered",
                () -> settings.message().contains("creating a backup")
                        || !settings.dialog().button("create").isEnabled());
        assertThat(app.service().list().backups()).isEmpty();
        mayEnd.countDown();
        first.get(30, TimeUnit.SECONDS);
        settings.awaitRows(1);
        settings.press("create");
        settings.awaitMessage("Backup created: ");

        settings.awaitRows(2);
    }

    private CompletableFuture<Backup> inAnotherProgram(ProgressListener listener) throws BackupException {
        BackupService service = app.service();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return service.create(CreateRequest.manual(""), listener);
            } catch (BackupException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private SettingsPages openBackups() {
        app.start();
        return SettingsPages.backups(app, app.mainWindow());
    }

    private Backup make(BackupKind kind, Duration age) throws BackupException {
        Clock then = Clock.fixed(NOW.minus(age), ZoneId.systemDefault());
        return app.service(then).create(new CreateRequest(kind, "test", ""), ProgressListener.NONE);
    }

    private void enlargeDatabase() throws Exception {
        Schema.execute(
                app.database(),
                "INSERT INTO job_offers (title, company, full_text, status) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                        + " SELECT i + 1 FROM n WHERE i < 3000) SELECT 'Offer ' || i, 'Company', hex(randomblob(5000)),"
                        + " 'NEW' FROM n");
    }

    private static List<String> column(SettingsPages settings, int column) {
        String[][] contents = settings.table().contents();
        return Stream.of(contents).map(row -> row[column]).toList();
    }

    /** However short it shows: a fast machine is done before anybody can look. */
    private AtomicBoolean watchForShowing(SettingsPages settings, String name) {
        AtomicBoolean seen = new AtomicBoolean();
        GuiActionRunner.execute(() -> {
            Component watched =
                    app.robot().finder().findByName(settings.dialog().target(), name, false);
            watched.addHierarchyListener(event -> seen.compareAndSet(false, watched.isShowing()));
        });
        return seen;
    }

    private static List<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String sqlite3(Path file, String sql) throws Exception {
        Process shell = new ProcessBuilder("sqlite3", file.toString(), sql).start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(shell.waitFor()).isZero();
        return answer;
    }
}
