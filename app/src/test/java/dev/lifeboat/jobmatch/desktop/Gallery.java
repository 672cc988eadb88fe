package dev.lifeboat.jobmatch.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.jobmatch.jobs.JobDatabase;
import dev.lifeboat.jobmatch.jobs.Schema;
import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import dev.lifeboat.jobmatch.settings.Settings;
import dev.lifeboat.jobmatch.settings.Theme;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.event.HierarchyEvent;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.AbstractWindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Paints every window in every state into PNG files, to be looked at: {@code ./check --screenshots DIR} runs its
 * subclasses, in light and dark, English and German, at the scale of {@code flatlaf.uiScale}.
 */
abstract class Gallery {
    private static final Instant NOW = Instant.now();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
    private static final int UNTIL_SOMETHING_SHOWS_MILLIS = 120;

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

    final DesktopDriver begin(Theme theme, Locale locale) throws Exception {
        app = new DesktopDriver(home).speaking(locale);
        app.settings(
                Settings.DEFAULT.withAutomaticBackupDays(7).withTheme(theme).withRetentionDays(3650));
        String scale = System.getProperty("flatlaf.uiScale", "1").equals("2") ? "200" : "100";
        suffix = "-" + theme.id() + "-" + locale.getLanguage() + "-" + scale;
        Files.createDirectories(app.database().getParent());
        return app;
    }

    @AfterEach
    final void end() throws Exception {
        app.close();
    }

    final void fill(int offers) throws Exception {
        Schema.newest(app.database()).close();
        try (JobDatabase jobs = new JobDatabase(app.database());
                JobDatabase.Session session = jobs.begin()) {
            new DemoData(session.connection(), Clock.fixed(NOW, ZoneId.systemDefault())).fill(offers, 1, (a, b) -> {});
            session.commit();
        }
    }

    final Backup make(BackupKind kind, Duration age, String note) throws Exception {
        Clock then = Clock.fixed(NOW.minus(age), ZoneId.systemDefault());
        return app.service(then).create(new CreateRequest(kind, "gallery", note), ProgressListener.NONE);
    }

    static void zero(Backup backup) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(backup.path().toFile(), "rw")) {
            file.seek(20_000);
            file.write(new byte[10_000]);
        }
    }

    final void shot(String name, AbstractWindowFixture<?, ? extends Window, ?> fixture) throws Exception {
        app.robot().waitForIdle();
        assertThat(app.robot().finder().findAll(fixture.target(), Gallery::hasPlaceholder))
                .as("words that were forgotten")
                .isEmpty();
        write(name, GuiActionRunner.execute(() -> paint(fixture.target())));
    }

    private static boolean hasPlaceholder(Component part) {
        String words = part instanceof JTextComponent text
                ? text.getText()
                : part instanceof JLabel label ? label.getText() : "";
        return words != null && PLACEHOLDER.matcher(words).find();
    }

    /** Does something, and paints the window around this component soon after it shows, before it goes away again. */
    final void shotWhile(String name, Component watched, Runnable act) throws Exception {
        CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
        GuiActionRunner.execute(() -> watched.addHierarchyListener(event -> {
            boolean shows = (event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && watched.isShowing();
            if (shows) {
                Timer timer = new Timer(
                        UNTIL_SOMETHING_SHOWS_MILLIS,
                        tick -> picture.complete(paint(SwingUtilities.getWindowAncestor(watched))));
                timer.setRepeats(false);
                timer.start();
            }
        }));
        act.run();
        write(name, picture.get(30, TimeUnit.SECONDS));
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("lifeboat.gallery", "target/gallery")));
        ImageIO.write(image, "png", folder.resolve(name + suffix + ".png").toFile());
    }

    private static BufferedImage paint(Window window) {
        BufferedImage image = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        // Printing would leave out what is selected.
        window.paint(graphics);
        graphics.dispose();
        return image.getSubimage(
                window.getInsets().left,
                window.getInsets().top,
                window.getWidth() - window.getInsets().left - window.getInsets().right,
                window.getHeight() - window.getInsets().top - window.getInsets().bottom);
    }
}
