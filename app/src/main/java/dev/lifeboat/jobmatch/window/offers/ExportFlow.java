package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.OfferFilter;
import dev.lifeboat.jobmatch.jobs.csv.OfferExport;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.ProgressDialog;
import dev.lifeboat.jobmatch.window.parts.Question;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** From the question which offers to write to the file that holds them. Stopping or failing leaves no file behind. */
final class ExportFlow {
    private final Desk desk;
    private final Texts texts;

    ExportFlow(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Lets somebody choose what and where, and writes it. */
    void start(OfferFilter shown) {
        wanted(shown)
                .ifPresent(filter -> new SaveDialog(
                                texts, "export-chooser", texts.text("export.title"), texts.text("export.file-name"))
                        .ask(desk.window())
                        .ifPresent(file -> run(file, filter)));
    }

    private Optional<OfferFilter> wanted(OfferFilter shown) {
        if (shown.equals(OfferFilter.ALL)) {
            return Optional.of(shown);
        }
        return new Question<>(
                        texts,
                        "export-what",
                        texts.text("export.what"),
                        texts.text("export.what.body"),
                        Optional.<OfferFilter>empty())
                .usual("export.shown", Optional.of(shown))
                .choice("export.all", Optional.of(OfferFilter.ALL))
                .choice("button.cancel", Optional.empty())
                .ask(desk.window());
    }

    private void run(Path file, OfferFilter filter) {
        ProgressDialog progress = new ProgressDialog(
                desk.window(),
                texts,
                texts.text("export.running", file.getFileName().toString()));
        desk.jobs()
                .<Integer>work(
                        connection -> new OfferExport(connection, texts.locale()).write(file, filter, progress.meter()),
                        written -> {
                            progress.close();
                            desk.say(texts.text(
                                    "export.done", written, file.getFileName().toString()));
                        },
                        failure -> {
                            progress.close();
                            Problem.show(desk.window(), texts, "export.failed", failure);
                        });
        progress.open();
    }
}
