package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.AbstractWindowFixture;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Paints every window in every state into PNG files, to be looked at: {@code ./check --screenshots DIR} runs it, in
 * light and dark, English and German, at the scale of {@code flatlaf.uiScale}.
 */
class Gallery {
    private static final Instant NOW = Instant.now();

    @TempDir(factory = HomeOfAnna.class)
    Path home;

    private DesktopDriver app;
    private String suffix;

    /** A folder whose name can be shown. */
    static final class HomeOfAnna implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), "Anna"));
        }
    }

    static Stream<Arguments> looks() {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Stream.of(Locale.US, Locale.GERMANY).map(locale -> Arguments.of(theme, locale)));
    }

    private void begin(Theme theme, Locale locale) throws Exception {
        app = new DesktopDriver(home).speaking(locale);
        app.settings(
                Settings.DEFAULT.withAutomaticBackupDays(7).withTheme(theme).withRetentionDays(3650));
        String scale = System.getProperty("flatlaf.uiScale", "1").equals("2") ? "200" : "100";
        suffix = "-" + theme.id() + "-" + locale.getLanguage() + "-" + scale;
        Files.createDirectories(app.database().getParent());
    }

    @AfterEach
    void end() throws Exception {
        app.close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theApplicationInUse(Theme theme, Locale locale) throws Exception {
        begin(theme, locale);
        fill(150);
        make(BackupKind.PRE_MIGRATION, Duration.ofDays(71), "");
        make(BackupKind.MANUAL, Duration.ofDays(44), locale == Locale.US ? "before the big import" : "vor dem Import");
        zero(make(BackupKind.AUTOMATIC, Duration.ofDays(20), ""));
        make(BackupKind.AUTOMATIC, Duration.ofDays(9), "");
        make(BackupKind.MANUAL, Duration.ofHours(2), "");
        Files.writeString(app.backups().resolve("holiday.db"), "not a database");
        app.start();
        FrameFixture main = app.mainWindow();
        app.await("offers", () -> main.table("offers").target().getRowCount() > 0);
        shot("main", main);

        main.menuItem("menu-edit-offer").click();
        DialogFixture editor = app.dialog("offer-editor");
        shot("editor", editor);
        editor.button("editor-cancel").click();
        main.menuItem("menu-profile").click();
        DialogFixture profile = app.dialog("profile-dialog");
        for (int tab = 0; tab < profile.tabbedPane("profile-tabs").target().getTabCount(); tab++) {
            profile.tabbedPane("profile-tabs").selectTab(tab);
            shot("profile-" + (tab + 1), profile);
        }
        profile.button("profile-cancel").click();
        main.menuItem("menu-about").click();
        DialogFixture about = app.dialog("about");
        shot("about", about);
        about.button("close").click();

        SettingsPages settings = SettingsPages.backups(app, main);
        settings.awaitRows(6);
        shot("backups", settings.dialog());
        settings.table().selectRows(1);
        settings.press("verify");
        app.await("verified", () -> !settings.message().isEmpty());
        shot("backups-verified", settings.dialog());
        settings.press("restore");
        DialogFixture question = app.dialog("restore-question");
        shot("restore-question", question);
        question.button("restore-cancel").click();
        settings.press("delete");
        DialogFixture deletion = app.dialog("delete");
        shot("delete", deletion);
        deletion.button("cancel").click();
        settings.dialog().list("pages").selectItem(0);
        shot("settings", settings.dialog());
        settings.dialog().list("pages").selectItem(2);
        app.await("providers", () -> settings.dialog().table("providers").rowCount() > 0);
        shot("providers", settings.dialog());
        settings.dialog().list("pages").selectItem(0);
        settings.dialog().spinner("retention").enterTextAndCommit("30");
        settings.dialog().list("pages").selectItem(1);
        settings.press("clean-up");
        DialogFixture cleanUp = app.dialog("clean-up");
        shot("clean-up", cleanUp);
        cleanUp.button("cancel").click();

        settings.table().selectRows(3);
        settings.press("verify");
        app.await("found damaged", () -> settings.message().length() > 0);
        shot("backups-damaged", settings.dialog());
        settings.table().selectRows(1);
        settings.press("restore");
        app.dialog("restore-question").button("restore-confirm").click();
        app.await("restarted", () -> app.restarts() == 1);
        FrameFixture anew = app.mainWindow();
        app.await("offers", () -> anew.table("offers").target().getRowCount() > 0);
        shot("main-restored", anew);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void emptyStates(Theme theme, Locale locale) throws Exception {
        begin(theme, locale);
        app.settings(app.settingsFile().load().settings().withAutomaticBackupDays(0));
        app.start();
        FrameFixture main = app.mainWindow();
        shot("main-empty", main);
        SettingsPages settings = SettingsPages.backups(app, main);
        app.await("read", () -> !settings.banner().isEmpty());
        shot("backups-empty", settings.dialog());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void updates(Theme theme, Locale locale) throws Exception {
        begin(theme, locale);
        Schema.migrate(app.database(), "3");
        Files.writeString(app.backups(), "in the way");
        app.start();
        FrameFixture blocked = app.frame("migration");
        app.await("blocked", () -> !text(blocked, "outcome").isEmpty());
        shot("update-blocked", blocked);
        Files.delete(app.backups());
        Schema.execute(app.database(), "CREATE TABLE new_skills (id INTEGER)");
        blocked.button("try-again").click();
        app.await("the next window", () -> !blocked.target().isDisplayable());
        FrameFixture undone = app.frame("migration");
        app.await("undone", () -> !text(undone, "outcome").isEmpty());
        shot("update-undone", undone);
        Schema.execute(app.database(), "DROP TABLE new_skills");
        undone.button("try-again").click();
        app.await("the next window", () -> !undone.target().isDisplayable());
        shot("update", app.frame("migration"));
        app.mainWindow();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void recovery(Theme theme, Locale locale) throws Exception {
        begin(theme, locale);
        fill(20);
        make(BackupKind.MANUAL, Duration.ofDays(9), "");
        make(BackupKind.AUTOMATIC, Duration.ofHours(5), "");
        byte[] sound = Files.readAllBytes(app.database());
        try (RandomAccessFile file = new RandomAccessFile(app.database().toFile(), "rw")) {
            file.write(new byte[4096]);
        }
        recoveryShot("recovery-damaged");
        Files.delete(app.database());
        recoveryShot("recovery-missing");
        Files.write(app.database(), sound);
        Schema.execute(
                app.database(),
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, installed_on, execution_time, success) VALUES (7, '7', 'x', 'SQL', 'V7__x.sql', 1,"
                        + " '', '2030-01-01 12:00:00.000', 1, 1)");
        recoveryShot("recovery-too-new");
    }

    private void recoveryShot(String name) throws Exception {
        app.start();
        FrameFixture recovery = app.frame("recovery");
        app.await("explained", () -> recovery.button("recovery-restore").isEnabled());
        shot(name, recovery);
        recovery.button("recovery-quit").click();
        app.ended();
    }

    private void fill(int offers) throws Exception {
        Schema.newest(app.database()).close();
        try (JobDatabase jobs = new JobDatabase(app.database());
                JobDatabase.Session session = jobs.begin()) {
            new DemoData(session.connection(), Clock.fixed(NOW, ZoneId.systemDefault())).fill(offers, 1, (a, b) -> {});
            session.commit();
        }
    }

    private Backup make(BackupKind kind, Duration age, String note) throws Exception {
        Clock then = Clock.fixed(NOW.minus(age), ZoneId.systemDefault());
        return app.service(then).create(new CreateRequest(kind, "gallery", note), ProgressListener.NONE);
    }

    private static void zero(Backup backup) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(backup.path().toFile(), "rw")) {
            file.seek(20_000);
            file.write(new byte[10_000]);
        }
    }

    private static String text(FrameFixture frame, String name) {
        return GuiActionRunner.execute(() ->
                frame.robot().finder().findAll(frame.target(), component -> name.equals(component.getName())).stream()
                        .map(component -> component instanceof JTextComponent text ? text.getText() : "shown")
                        .findFirst()
                        .orElse(""));
    }

    private void shot(String name, AbstractWindowFixture<?, ? extends Window, ?> fixture) throws Exception {
        app.robot().waitForIdle();
        BufferedImage image = GuiActionRunner.execute(() -> paint(fixture.target()));
        Path folder = Files.createDirectories(Path.of(System.getProperty("lifeboat.gallery", "target/gallery")));
        ImageIO.write(image, "png", folder.resolve(name + suffix + ".png").toFile());
    }

    private static BufferedImage paint(Window window) {
        BufferedImage image = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        window.printAll(graphics);
        graphics.dispose();
        return image.getSubimage(
                window.getInsets().left,
                window.getInsets().top,
                window.getWidth() - window.getInsets().left - window.getInsets().right,
                window.getHeight() - window.getInsets().top - window.getInsets().bottom);
    }
}
