package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.awt.Dialog.ModalityType;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.List;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/**
 * Shows a restore while it runs and lets nobody do anything else (FR-016): there is no button, no Escape, and closing
 * the window does nothing.
 *
 * <p>Progress may be told from any thread; everything else belongs to the event dispatch thread.
 */
final class RestoreProgressDialog implements ProgressListener {
    private static final int RESTARTING = 3;

    private final JDialog dialog;
    private final StageChecklist stages;
    private RestoreOutcome outcome;

    RestoreProgressDialog(Window owner, RestorePlan plan, RestoreOccasion occasion, Texts words, String application) {
        String last = occasion.restarts() ? words.text("stage.restarting") : words.text("stage.opening", application);
        stages = new StageChecklist(
                List.of(
                        words.text("stage.checking"),
                        words.text(occasion.key("stage.saving.")),
                        words.text("stage.restoring"),
                        last),
                words.locale());
        stages.start(0);

        Phrases phrases = new Phrases(words, plan.configuration().clock());
        String title =
                words.text("restore.running.title", phrases.time(plan.backup().createdAt()));
        String sentence = words.text("restore.running");
        dialog = new JDialog(owner, title, ModalityType.APPLICATION_MODAL);
        dialog.setName("restore-progress");
        dialog.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        dialog.getRootPane().putClientProperty(FlatClientProperties.TITLE_BAR_SHOW_CLOSE, false);
        dialog.getAccessibleContext().setAccessibleDescription(sentence);
        JPanel content = new JPanel(new MigLayout("insets dialog, fillx, wrap 1", "[grow,fill]", "[]para[]"));
        content.add(stages);
        content.add(new Paragraph("restore-sentence", sentence), "wmin 0");
        dialog.setContentPane(content);
        dialog.pack();
        dialog.setResizable(false);
        dialog.setLocationRelativeTo(owner);
    }

    /** Shows it until it is told how the restore ended. */
    RestoreOutcome await() {
        dialog.setVisible(true);
        return outcome;
    }

    /** The restore has ended. */
    void end(RestoreOutcome how) {
        outcome = how;
        dialog.dispose();
    }

    @Override
    public void onProgress(Progress progress) {
        EventQueue.invokeLater(() -> {
            switch (progress.stage()) {
                case SAVING -> stages.start(1);
                case RESTORING -> stages.start(2);
                default -> stages.start(0);
            }
            stages.progress(progress.percent());
        });
    }

    /** The data is restored. Called on any thread. */
    void restarting() {
        EventQueue.invokeLater(() -> stages.start(RESTARTING));
    }
}
