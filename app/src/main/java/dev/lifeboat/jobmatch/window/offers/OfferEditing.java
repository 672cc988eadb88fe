package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.JobOfferStore;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.jobs.demo.DemoData;
import dev.lifeboat.jobmatch.jobs.demo.NotEmptyException;
import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.ProgressDialog;
import dev.lifeboat.jobmatch.window.parts.Question;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Opens editors, deletes offers and adds examples. Used on the event dispatch thread. */
final class OfferEditing {
    private static final int EXAMPLES = 120;
    private static final long SEED = 2026;

    private final Desk desk;
    private final Texts texts;

    OfferEditing(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts();
    }

    /** Opens an editor for a new offer. */
    void add() {
        desk.jobs()
                .read(
                        connection -> SavedOffer.fresh(connection, desk.clock()),
                        saved -> new OfferEditor(desk, saved).open(),
                        failure -> Problem.show(desk.window(), texts, "offers.not-read", failure));
    }

    /** Opens the editor of this offer, or shows the one that is open. */
    void edit(long id) {
        if (showOpen(id)) {
            return;
        }
        desk.jobs()
                .read(
                        connection -> SavedOffer.read(connection, id),
                        saved -> open(id, saved),
                        failure -> Problem.show(desk.window(), texts, "offers.not-read", failure));
    }

    /** Asks, and deletes these offers. */
    void delete(List<OfferSummary> offers) {
        String first = offers.get(0).title();
        boolean sure = new Question<>(
                        texts,
                        "delete",
                        texts.text(
                                "delete.headline",
                                offers.size(),
                                first,
                                offers.get(0).company()),
                        texts.text("delete.body", offers.size()),
                        false)
                .warning()
                .choice("delete.delete", true)
                .usual("button.cancel", false)
                .ask(desk.window());
        if (!sure) {
            return;
        }
        desk.jobs()
                .change(
                        connection -> {
                            JobOfferStore store = new JobOfferStore(connection);
                            for (OfferSummary offer : offers) {
                                store.delete(offer.id());
                            }
                            return offers.size();
                        },
                        deleted -> {
                            desk.say(texts.text("delete.done", deleted, first));
                            desk.offersChanged(OptionalLong.empty());
                        },
                        failure -> Problem.show(desk.window(), texts, "delete.failed", failure));
    }

    /** Fills an empty database with made-up offers and a made-up person. */
    void addExamples() {
        ProgressDialog progress = new ProgressDialog(desk.window(), texts, texts.text("examples.running"));
        desk.jobs()
                .change(
                        connection -> {
                            new DemoData(connection, desk.clock()).fill(EXAMPLES, SEED, progress.meter());
                            return EXAMPLES;
                        },
                        added -> {
                            progress.close();
                            desk.say(texts.text("examples.done", added));
                            desk.offersChanged(OptionalLong.empty());
                        },
                        failure -> {
                            progress.close();
                            examplesFailed(failure);
                        });
        progress.open();
    }

    private void examplesFailed(Exception failure) {
        if (failure instanceof NotEmptyException) {
            new Question<>(
                            texts,
                            "not-empty",
                            texts.text("examples.not-empty"),
                            texts.text("examples.not-empty.body"),
                            false)
                    .usual("button.close", false)
                    .ask(desk.window());
        } else {
            Problem.show(desk.window(), texts, "examples.failed", failure);
        }
    }

    private void open(long id, Optional<SavedOffer> saved) {
        if (saved.isEmpty()) {
            desk.say(texts.text("detail.gone"));
            desk.offersChanged(OptionalLong.empty());
        } else if (!showOpen(id)) {
            new OfferEditor(desk, saved.get()).open();
        }
    }

    private boolean showOpen(long id) {
        Optional<OfferEditor> open = desk.editors().find(OfferEditor.class, editor -> editor.edits(id));
        open.ifPresent(editor -> editor.window().toFront());
        return open.isPresent();
    }
}
