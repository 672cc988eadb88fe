package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Progress;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.text.NumberFormat;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/**
 * The last line of the panel: how far an operation is while one runs, else how the last one ended, with what to do next
 * and, folded, what a technician would like to know.
 */
final class MessageLine extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int DETAIL_ROWS = 4;

    private final transient BackupDesk desk;
    private final JLabel stage = new JLabel();
    private final JProgressBar bar = new JProgressBar();
    private final JButton cancel;
    private final JLabel icon = new JLabel();
    private final Paragraph message = new Paragraph("message").readable();
    private final JButton show;
    private final JToggleButton unfold = new JToggleButton();
    private final JTextArea details = new JTextArea(DETAIL_ROWS, 0);
    private final JScrollPane folded = new JScrollPane(details);
    private final JButton copy = new JButton();
    private final JPanel progress;
    private final JPanel line;
    private final JPanel technical;
    private transient Optional<Notice> shown = Optional.empty();

    MessageLine(BackupDesk desk, CancelVerifyAction cancelVerify, ShowAction showBackup) {
        super(new MigLayout("insets 0, fillx, hidemode 3, wrap 1", "[grow,fill]"));
        this.desk = desk;
        setOpaque(false);
        cancel = new JButton(cancelVerify);
        cancel.setName(cancelVerify.key());
        show = new JButton(showBackup);
        show.setName(showBackup.key());
        nameProgress();
        nameDetails();
        progress = row(bar, stage, bar, cancel);
        line = row(message, icon, message, show, unfold);
        add(progress);
        add(line, "wmin 0");
        technical = row(folded, folded, copy);
        add(technical, "wmin 0, hmin pref");
        desk.onChange(this::refresh);
        showNotice(Optional.empty());
        refresh();
    }

    /** Parts side by side; those that cannot be seen leave no gap. */
    private static JPanel row(JComponent widest, JComponent... parts) {
        JPanel row = new JPanel(new MigLayout("insets 0, fillx, hidemode 3"));
        row.setOpaque(false);
        for (JComponent part : parts) {
            row.add(part, part == widest ? "growx, pushx, wmin 0" : "");
        }
        return row;
    }

    private void nameProgress() {
        stage.setName("progress-stage");
        stage.setLabelFor(bar);
        bar.setName("progress");
        bar.setStringPainted(true);
        bar.getAccessibleContext().setAccessibleName(desk.texts().text("progress.name"));
    }

    private void nameDetails() {
        desk.texts().caption("action.details").applyTo(unfold);
        unfold.setName("message-details-toggle");
        unfold.setToolTipText(desk.texts().text("action.details.description"));
        unfold.addActionListener(event -> unfold(unfold.isSelected()));
        details.setName("message-details");
        details.setEditable(false);
        details.putClientProperty(FlatClientProperties.STYLE_CLASS, "monospaced");
        details.getAccessibleContext().setAccessibleName(desk.texts().text("message.details"));
        desk.texts().caption("action.copy-details").applyTo(copy);
        copy.setName("message-details-copy");
        copy.setToolTipText(desk.texts().text("action.copy-details.description"));
        copy.addActionListener(event -> copyDetails());
    }

    private void refresh() {
        Optional<Progress> running = desk.running();
        progress.setVisible(running.isPresent());
        cancel.setVisible(desk.isCancellable());
        running.ifPresent(this::showProgress);
        Optional<Notice> notice = running.isPresent() ? Optional.empty() : desk.notice();
        if (!shown.equals(notice)) {
            shown = notice;
            showNotice(notice);
        }
        show.setVisible(notice.flatMap(Notice::backup).isPresent());
    }

    private void showProgress(Progress made) {
        String words = made.stage().text().in(desk.texts().locale());
        stage.setText(
                desk.isOwnRunning()
                        ? words
                        : desk.texts()
                                .text(
                                        "progress.other",
                                        made.operation().text().in(desk.texts().locale()),
                                        words));
        bar.setValue(made.percent());
        bar.setString(NumberFormat.getPercentInstance(desk.texts().locale()).format(made.percent() / 100.0));
    }

    private void showNotice(Optional<Notice> notice) {
        line.setVisible(notice.isPresent());
        message.say(notice.map(Notice::spoken).orElse(""));
        icon.setIcon(notice.map(said -> said.outcome().icon().icon()).orElse(null));
        details.setText(notice.map(Notice::details)
                .filter(lines -> !lines.isEmpty())
                .map(this::withLog)
                .orElse(""));
        details.setCaretPosition(0);
        unfold.setVisible(!details.getText().isEmpty());
        unfold.setSelected(false);
        unfold(false);
        revalidate();
    }

    private void unfold(boolean open) {
        technical.setVisible(open);
        revalidate();
    }

    private String withLog(String lines) {
        return desk.host()
                .log()
                .map(log -> lines + "\n" + desk.texts().text("details.log", log))
                .orElse(lines);
    }

    private void copyDetails() {
        String text = message.text() + "\n" + details.getText();
        try {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        } catch (IllegalStateException clipboardInUse) {
            desk.say(Notice.failure(clipboardInUse, desk.texts()));
        }
    }
}
