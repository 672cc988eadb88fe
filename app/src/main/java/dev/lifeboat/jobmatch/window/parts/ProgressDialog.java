package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.ui.Paragraph;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Shows how far work is that can be stopped without a trace, and keeps its window from being used meanwhile. Used on
 * the event dispatch thread.
 */
public final class ProgressDialog {
    private static final int REFRESH_MILLIS = 50;

    private final Texts texts;
    private final ProgressMeter meter = new ProgressMeter();
    private final JProgressBar bar = new JProgressBar(0, 100);
    private final JButton cancel = new JButton();
    private final JDialog dialog;
    private final Timer refresh;

    /** A dialog over this window, saying what is being done. */
    public ProgressDialog(Window owner, Texts texts, String sentence) {
        this.texts = texts;
        this.dialog = new JDialog(owner, texts.text("app.name"), Dialog.ModalityType.DOCUMENT_MODAL);
        this.refresh = new Timer(REFRESH_MILLIS, event -> refresh());
        dialog.setName("progress");
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                stop();
            }
        });
        Dialogs.closeOnEscape(dialog, this::stop);
        JPanel content = new JPanel(new MigLayout("insets dialog, wrap 1", "[grow,fill]"));
        content.add(new Paragraph("progress-sentence", sentence).ofColumns(36));
        bar.setName("progress-bar");
        bar.setIndeterminate(true);
        bar.setStringPainted(true);
        bar.setString("");
        bar.getAccessibleContext().setAccessibleName(sentence);
        content.add(bar);
        texts.caption("button.cancel").applyTo(cancel).setName("progress-cancel");
        cancel.addActionListener(event -> stop());
        content.add(cancel, "growx 0, alignx trailing, gaptop unrelated");
        dialog.setContentPane(content);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
    }

    /** What the work tells how far it is. */
    public ProgressMeter meter() {
        return meter;
    }

    /** Shows it and returns at once. */
    public void open() {
        refresh.start();
        EventQueue.invokeLater(() -> {
            if (refresh.isRunning()) {
                dialog.setVisible(true);
            }
        });
    }

    /** Closes it; the work has ended. */
    public void close() {
        refresh.stop();
        dialog.dispose();
    }

    private void stop() {
        meter.stop();
        cancel.setEnabled(false);
        bar.setIndeterminate(true);
        bar.setString(texts.text("progress.stopping"));
    }

    private void refresh() {
        int percent = meter.percent();
        if (percent >= 0 && cancel.isEnabled()) {
            bar.setIndeterminate(false);
            bar.setValue(percent);
            bar.setString(texts.text("progress.percent", percent));
        }
    }
}
