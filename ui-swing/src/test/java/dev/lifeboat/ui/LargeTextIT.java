package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.ProgressListener;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters of twice the size, in the language with the longer words: nothing may be cut off. */
class LargeTextIT {
    private static final Locale LOCALE = Locale.GERMANY;

    @TempDir
    Path folder;

    private RestoreScene scene;
    private Backup backup;

    @BeforeEach
    void makeABackupAndEnlargeLetters() throws Exception {
        scene = new RestoreScene(folder);
        backup = scene.backup();
        GuiActionRunner.execute(() -> {
            Font usual = UIManager.getFont("defaultFont");
            UIManager.put("defaultFont", usual.deriveFont(usual.getSize2D() * 2));
        });
    }

    @AfterEach
    void putLettersBack() throws Exception {
        GuiActionRunner.execute(() -> UIManager.put("defaultFont", null));
        scene.close();
    }

    @Test
    void fitsTheQuestionAndTheProgress() {
        scene.host.mayRelease = new CountDownLatch(1);
        start();

        requireNothingCutOff(scene.dialog("restore-question").target());
        scene.dialog("restore-question").button("restore-confirm").click();
        requireNothingCutOff(scene.dialog("restore-progress").target());

        scene.host.mayRelease.countDown();
        scene.untilQuiet();
    }

    @Test
    void fitsARefusal() throws Exception {
        RestoreScene.destroy(backup.path());
        scene.real.verify(backup.name(), ProgressListener.NONE);
        start();

        requireNothingCutOff(scene.dialog("restore-refused").target());
        scene.dialog("restore-refused").button("show-details").click();
        requireNothingCutOff(scene.dialog("restore-refused").target());
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheRecoveryWindow(RecoveryCase.Kind kind) {
        RecoveryCase situation = new RecoveryCase(
                kind,
                "Die Datei " + scene.configuration.database() + " lässt sich nicht benutzen, und das ist der Grund.",
                "Das können Sie tun, damit es weitergeht, und das sollten Sie zuerst versuchen.",
                "details",
                scene.configuration.database(),
                scene.configuration.folder(),
                List.of(backup),
                true);
        RecoveryWindow window = GuiActionRunner.execute(() ->
                new RecoveryWindow(scene.service, scene.host, scene.background, LOCALE, situation, new NoActions()));
        scene.show(window);
        scene.untilQuiet();

        requireNothingCutOff(window);
    }

    private void start() {
        RestoreFlow flow =
                GuiActionRunner.execute(() -> new RestoreFlow(scene.service, scene.host, scene.background, LOCALE));
        JFrame owner = scene.owner();
        GuiActionRunner.execute(() -> flow.start(owner, backup.name()));
    }

    private void requireNothingCutOff(Container window) {
        scene.robot.waitForIdle();
        List<String> cutOff = GuiActionRunner.execute(() -> parts(window)
                .filter(part -> part instanceof JLabel || part instanceof AbstractButton || part instanceof Paragraph)
                .filter(part -> SwingUtilities.getAncestorOfClass(BackupTable.class, part) == null)
                .filter(part -> part.isShowing() && isCutOff(window, part))
                .map(part -> part + " prefers " + part.getPreferredSize())
                .toList());
        assertThat(cutOff).isEmpty();
    }

    private static boolean isCutOff(Container window, Component part) {
        Dimension needed = part.getPreferredSize();
        boolean narrow = !(part instanceof Paragraph) && part.getWidth() < needed.width;
        boolean outside = !window.getBounds().contains(bounds(part));
        return needed.width > 0 && (narrow || part.getHeight() < needed.height || outside);
    }

    private static Rectangle bounds(Component part) {
        return new Rectangle(part.getLocationOnScreen(), part.getSize());
    }

    private static Stream<Component> parts(Container root) {
        return Stream.of(root.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.of()));
    }

    private static final class NoActions implements RecoveryActions {
        @Override
        public void startEmpty() {}

        @Override
        public void startAgain() {}

        @Override
        public void quit() {}
    }
}
