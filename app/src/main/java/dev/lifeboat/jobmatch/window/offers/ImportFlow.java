package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.csv.CsvLayout;
import dev.lifeboat.jobmatch.jobs.csv.ImportReport;
import dev.lifeboat.jobmatch.jobs.csv.OfferImport;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.ProgressDialog;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.nio.file.Path;
import java.util.OptionalLong;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** From choosing a file to the report of what became of it. Stopping or failing leaves the database as it was. */
final class ImportFlow {
    private final Desk desk;
    private final Texts texts;

    ImportFlow(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Lets somebody choose a file, and imports it. */
    void start() {
        JFileChooser chooser = new JFileChooser();
        chooser.setName("import-chooser");
        chooser.setDialogTitle(texts.text("import.title"));
        chooser.setFileFilter(new FileNameExtensionFilter(texts.text("file.csv"), "csv", "txt", "tsv"));
        if (chooser.showDialog(desk.window(), texts.text("import.choose")) == JFileChooser.APPROVE_OPTION) {
            read(chooser.getSelectedFile().toPath());
        }
    }

    private void read(Path file) {
        desk.jobs().files(() -> CsvLayout.of(file), layout -> choose(file, layout), this::failed);
    }

    private void choose(Path file, CsvLayout layout) {
        if (layout.missing().isEmpty()) {
            run(file, layout);
        } else {
            new ColumnChooser(texts, layout).ask(desk.window()).ifPresent(chosen -> run(file, chosen));
        }
    }

    private void run(Path file, CsvLayout layout) {
        ProgressDialog progress = new ProgressDialog(
                desk.window(),
                texts,
                texts.text("import.running", file.getFileName().toString()));
        desk.jobs()
                .<ImportReport>change(
                        connection -> new OfferImport(connection, desk.clock()).read(file, layout, progress.meter()),
                        report -> {
                            progress.close();
                            done(file, report);
                        },
                        failure -> {
                            progress.close();
                            failed(failure);
                        });
        progress.open();
    }

    private void done(Path file, ImportReport report) {
        desk.say(texts.text("import.done", report.imported()));
        desk.offersChanged(OptionalLong.empty());
        new ImportReportDialog(desk, file, report).open();
    }

    private void failed(Exception failure) {
        Problem.show(desk.window(), texts, "import.failed", failure);
    }
}
