package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.csv.ImportReport;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.Texts;
import dev.lifeboat.ui.Paragraph;
import java.awt.Dialog;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import net.miginfocom.swing.MigLayout;

/** What became of an imported file: how many offers were added, and which lines were left out and why. */
final class ImportReportDialog {
    private static final int COLUMNS = 48;
    private static final int ROWS = 12;

    private final Desk desk;
    private final Texts texts;
    private final Path file;
    private final ImportReport report;
    private final LeftOutLines lines;
    private final JDialog dialog;

    ImportReportDialog(Desk desk, Path file, ImportReport report) {
        this.desk = desk;
        this.texts = desk.texts();
        this.file = file;
        this.report = report;
        this.lines = new LeftOutLines(texts, report);
        this.dialog = new JDialog(desk.window(), texts.text("import.title"), Dialog.ModalityType.DOCUMENT_MODAL);
    }

    /** Shows it until it is closed. */
    void open() {
        dialog.setName("import-report");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        JPanel content = new JPanel(new MigLayout("insets dialog, fill, wrap 1", "[grow,fill]"));
        Paragraph headline = new Paragraph("report-headline", texts.text("report.headline", report.imported()));
        content.add(headline.ofColumns(COLUMNS).styled("h3"));
        String summary = texts.text(
                "report.summary",
                report.duplicates().size(),
                report.rejectedLines(),
                file.getFileName().toString());
        content.add(new Paragraph("report-summary", summary).ofColumns(COLUMNS), "gaptop related");
        if (lines.getRowCount() > 0) {
            content.add(new JScrollPane(table()), "grow, push, gaptop related");
        }
        content.add(buttons(), "growy 0, gaptop unrelated");
        dialog.setContentPane(content);
        Dialogs.closeOnEscape(dialog, dialog::dispose);
        Dialogs.packOnScreen(dialog);
        dialog.setVisible(true);
    }

    private JTable table() {
        JTable table = new JTable(lines);
        table.setName("report-lines");
        table.getAccessibleContext().setAccessibleName(texts.text("report.lines"));
        Dialogs.behaveAsList(table);
        table.setAutoCreateRowSorter(true);
        lines.fit(table, ROWS);
        return table;
    }

    private JPanel buttons() {
        JPanel row = new JPanel(new MigLayout("insets 0", "[][]push[]"));
        if (lines.getRowCount() > 0) {
            JButton copy = texts.caption("report.copy").applyTo(new JButton());
            copy.setName("report-copy");
            copy.addActionListener(event -> {
                Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text()), null);
                desk.say(texts.text("report.copied"));
            });
            JButton save = texts.caption("report.save").applyTo(new JButton());
            save.setName("report-save");
            save.addActionListener(event -> save());
            row.add(copy);
            row.add(save);
        }
        JButton close = texts.caption("button.close").applyTo(new JButton());
        close.setName("report-close");
        close.addActionListener(event -> dialog.dispose());
        dialog.getRootPane().setDefaultButton(close);
        row.add(close, "cell 2 0");
        return row;
    }

    private void save() {
        String text = text();
        new SaveDialog(texts, "report-chooser", texts.text("report.save.title"), texts.text("report.file-name"))
                .ask(dialog)
                .ifPresent(target -> desk.jobs()
                        .files(
                                () -> Files.write(target, text.getBytes(StandardCharsets.UTF_8)),
                                written -> desk.say(texts.text("report.saved", written.toString())),
                                failure -> Problem.show(dialog, texts, "report.not-saved", failure)));
    }

    private String text() {
        return texts.text("report.headline", report.imported()) + "\n\n" + lines.asText();
    }
}
