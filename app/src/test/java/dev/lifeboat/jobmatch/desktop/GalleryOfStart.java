package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.settings.Theme;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes before, or instead of, the main window. */
class GalleryOfStart extends Gallery {
    private DesktopDriver app;

    @ParameterizedTest
    @MethodSource("looks")
    void updates(Theme theme, Locale locale) throws Exception {
        app = begin(theme, locale);
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
        app = begin(theme, locale);
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

    @ParameterizedTest
    @MethodSource("looks")
    void twice(Theme theme, Locale locale) throws Exception {
        app = begin(theme, locale);
        fill(5);
        app.runningElsewhere().start();
        DialogFixture running = app.dialog("problem");
        shot("already-running", running);
        running.button("problem-1").click();
        app.ended();
    }

    private static String text(FrameFixture frame, String name) {
        return GuiActionRunner.execute(() ->
                frame.robot().finder().findAll(frame.target(), component -> name.equals(component.getName())).stream()
                        .map(component -> component instanceof JTextComponent text ? text.getText() : "shown")
                        .findFirst()
                        .orElse(""));
    }
}
