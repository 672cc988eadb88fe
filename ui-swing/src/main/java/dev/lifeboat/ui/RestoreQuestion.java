package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.Window;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Asks whether to restore: what comes back, what it replaces and what is kept. */
final class RestoreQuestion {
    private final RestorePlan plan;
    private final RestoreOccasion occasion;
    private final Texts words;
    private final String application;
    private final Phrases phrases;

    RestoreQuestion(RestorePlan plan, RestoreOccasion occasion, Texts words, String application) {
        this.plan = plan;
        this.occasion = occasion;
        this.words = words;
        this.application = application;
        this.phrases = new Phrases(words, plan.configuration().clock());
    }

    /** Whether the person wants it. */
    boolean ask(Window owner) {
        AtomicBoolean agreed = new AtomicBoolean();
        Backup backup = plan.backup();
        String title = words.text("restore.title", phrases.time(backup.createdAt()));
        MessageDialog dialog = new MessageDialog(owner, "restore-question", title, MessageDialog.Sign.QUESTION);
        dialog.heading(words.text("restore.returns")).add(facts(backup), "");
        if (plan.isUpdatedAfterwards()) {
            dialog.say("restore-update", words.text("restore.update"));
        }
        dialog.heading(words.text("restore.replaced"))
                .say("restore-overwritten", overwritten())
                .say("restore-lost", lost(backup))
                .heading(words.text("restore.kept"))
                .say("restore-kept", words.text(occasion.key("restore.keeps."), folder()))
                .sayApart("restore-then", then())
                .button("restore-confirm", words.caption("restore.do"), () -> agreed.set(true))
                .closing("restore-cancel", words.caption("restore.cancel"))
                .show();
        return agreed.get();
    }

    private JComponent facts(Backup backup) {
        JPanel facts = new JPanel(new MigLayout("insets 0, wrap 2, gapy rel", "[]unrel[grow,fill]", ""));
        fact(facts, "name", backup.name());
        fact(facts, "created", words.text("restore.created", phrases.time(backup.createdAt()), age(backup)));
        fact(facts, "size", phrases.size(backup.sizeBytes()));
        fact(facts, "schema", phrases.schema(backup));
        fact(facts, "kind", phrases.kind(backup));
        fact(facts, "state", phrases.state(backup));
        if (!backup.note().isEmpty()) {
            fact(facts, "note", backup.note());
        }
        return facts;
    }

    private void fact(JPanel facts, String key, String value) {
        JLabel label = new JLabel(words.text("restore.label." + key));
        label.setEnabled(false);
        facts.add(label, "aligny top");
        facts.add(new Paragraph("restore-" + key, value).labelledBy(label), "wmin 0");
    }

    private String overwritten() {
        String database = plan.configuration().database().toString();
        return plan.preview().databaseExists()
                ? words.text(
                        "restore.overwritten",
                        database,
                        phrases.size(plan.preview().databaseSizeBytes()))
                : words.text("restore.nothing-there", database);
    }

    private String lost(Backup backup) {
        boolean future = backup.createdAt().isAfter(phrases.now());
        return future ? words.text("restore.lost.future") : words.text(occasion.key("restore.lost."), age(backup));
    }

    private String then() {
        return words.text(occasion.restarts() ? "restore.then.restarts" : "restore.then.opens", application);
    }

    private String age(Backup backup) {
        return phrases.age(backup.createdAt());
    }

    private String folder() {
        return plan.configuration().folder().toString();
    }
}
