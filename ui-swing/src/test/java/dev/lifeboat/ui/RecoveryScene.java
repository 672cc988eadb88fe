package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import java.awt.event.WindowEvent;
import java.awt.event.WindowListener;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;

/** A recovery window, the application behind it, and what it was asked. */
final class RecoveryScene {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final RestoreScene scene;
    private RecoveryWindow window;

    RecoveryScene(RestoreScene scene) {
        this.scene = scene;
    }

    RecoveryWindow window() {
        return window;
    }

    RecoveryCase aCase(RecoveryCase.Kind kind, List<Backup> choices, boolean mayStartEmpty) {
        return new RecoveryCase(
                kind,
                "It is like this.",
                BackupError.DATABASE_DAMAGED.hint().in(Locale.ENGLISH),
                "",
                scene.configuration.database(),
                scene.configuration.folder(),
                choices,
                mayStartEmpty);
    }

    FrameFixture open(RecoveryCase situation, Locale locale) {
        window = GuiActionRunner.execute(
                () -> new RecoveryWindow(scene.service, scene.host, scene.background, locale, situation, new Asked()));
        scene.show(window);
        return new FrameFixture(scene.robot, window);
    }

    /** What happens when a person has been in another window. */
    void comeBack() {
        WindowEvent activated = new WindowEvent(window, WindowEvent.WINDOW_ACTIVATED);
        GuiActionRunner.execute(() -> {
            for (WindowListener listener : window.getWindowListeners()) {
                listener.windowActivated(activated);
            }
        });
    }

    void untilRestorable(FrameFixture shown) {
        scene.until(
                "restorable",
                () -> GuiActionRunner.execute(
                        () -> shown.button("recovery-restore").target().isEnabled()));
    }

    private final class Asked implements RecoveryActions {
        @Override
        public void startEmpty() {
            asked.add("empty");
        }

        @Override
        public void startAgain() {
            asked.add("again");
        }

        @Override
        public void quit() {
            asked.add("quit");
        }
    }
}
