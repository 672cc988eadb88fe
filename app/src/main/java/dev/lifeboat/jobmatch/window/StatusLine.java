package dev.lifeboat.jobmatch.window;

import dev.lifeboat.jobmatch.window.parts.ProgressMeter;
import dev.lifeboat.jobmatch.window.parts.Texts;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The line at the bottom: how many offers, what has just happened, what is running, and how safe the data is. */
final class StatusLine {
    private static final int REFRESH_MILLIS = 50;

    private final Texts texts;
    private final JPanel panel =
            new JPanel(new MigLayout("insets rel unrel rel unrel, hidemode 3", "[]para[grow,fill][][]"));
    private final JLabel counts = new JLabel(" ");
    private final JLabel message = new JLabel(" ");
    private final JProgressBar bar = new JProgressBar(0, 100);
    private final JButton protection = new JButton();
    private final Timer refresh;
    private ProgressMeter running;

    /**
     * The line.
     *
     * @param openBackups what to do when somebody wants to know more about how safe the data is
     */
    StatusLine(Texts texts, Runnable openBackups) {
        this.texts = texts;
        this.refresh = new Timer(REFRESH_MILLIS, event -> refresh());
        counts.setName("status-counts");
        message.setName("status-message");
        bar.setName("status-progress");
        bar.setStringPainted(true);
        bar.setVisible(false);
        protection.setName("status-protection");
        protection.putClientProperty("JButton.buttonType", "toolBarButton");
        protection.setFocusable(true);
        protection.setVisible(false);
        protection.setToolTipText(texts.text("status.protection.tip"));
        protection.getAccessibleContext().setAccessibleDescription(texts.text("status.protection.tip"));
        protection.addActionListener(event -> openBackups.run());
        panel.add(counts);
        panel.add(message, "width 0::");
        panel.add(bar);
        panel.add(protection);
    }

    JComponent component() {
        return panel;
    }

    void count(int shown, int total) {
        counts.setText(texts.text(shown == total ? "status.count" : "status.count-shown", total, shown));
    }

    void say(String sentence) {
        message.setText(sentence.isEmpty() ? " " : sentence);
        message.setToolTipText(sentence.isEmpty() ? null : sentence);
        message.getAccessibleContext().setAccessibleName(sentence);
    }

    void protection(String sentence, Icon icon) {
        protection.setText(sentence);
        protection.setIcon(icon);
        protection.getAccessibleContext().setAccessibleName(sentence);
        protection.setVisible(true);
    }

    void showProgress(String sentence, ProgressMeter meter) {
        running = meter;
        say(sentence);
        bar.setIndeterminate(true);
        bar.setString("");
        bar.setVisible(true);
        bar.getAccessibleContext().setAccessibleName(sentence);
        refresh.start();
    }

    /** The work of this meter has ended; if other work has begun meanwhile, that goes on. */
    void endProgress(ProgressMeter meter) {
        if (running == meter) {
            refresh.stop();
            bar.setVisible(false);
            say("");
        }
    }

    /** Looks at nothing any more. */
    void close() {
        refresh.stop();
    }

    private void refresh() {
        int percent = running.percent();
        if (percent >= 0) {
            bar.setIndeterminate(false);
            bar.setValue(percent);
            bar.setString(texts.text("progress.percent", percent));
        }
    }
}
