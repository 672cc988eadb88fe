package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.CleanupPlan;
import java.awt.Window;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** Shows what a clean-up would delete and what stays, each with its reason, and asks (FR-022). */
final class CleanUpDialog {
    private static final int WIDTH = 40;

    private final CleanupPlan plan;
    private final Phrases phrases;
    private final MessageDialog question;
    private boolean wanted;

    CleanUpDialog(Window owner, CleanupPlan plan, Phrases phrases) {
        this.plan = plan;
        this.phrases = phrases;
        question = new MessageDialog(owner, "clean-up", text("cleanup.title")).add(body(), "grow, push, wmin 0");
        int count = plan.deletions().size();
        if (count > 0) {
            Caption verb = phrases.texts().caption("cleanup.confirm", count);
            question.button("confirm", verb, () -> wanted = true);
        }
        question.closing("cancel", phrases.texts().caption(count > 0 ? "action.cancel" : "action.close"));
    }

    /** Shows it; whether the person wants what it shows. */
    boolean ask() {
        question.show();
        return wanted;
    }

    private JPanel body() {
        JPanel body = new JPanel(new MigLayout("insets 0, fill, wrap 1", "[grow,fill]"));
        body.setOpaque(false);
        if (!plan.deletions().isEmpty()) {
            List<Backup> going = plan.deletions();
            String older = text("cleanup.older", plan.policy().maxAge().toDays());
            List<PlanTable.Row> rows = going.stream()
                    .map(backup -> new PlanTable.Row(backup, older))
                    .toList();
            addList(body, "cleanup.deletions", new PlanTable("deletions", rows, phrases), going);
        }
        Paragraph explanation = new Paragraph("explanation").ofColumns(WIDTH).readable();
        explanation.say(text(explanationKey()));
        body.add(explanation, "wmin 0, gapbottom unrelated");
        if (!plan.kept().isEmpty()) {
            List<Backup> staying =
                    plan.kept().stream().map(CleanupPlan.Kept::backup).toList();
            List<PlanTable.Row> rows = plan.kept().stream()
                    .map(kept -> new PlanTable.Row(
                            kept.backup(), kept.reason().text(phrases.texts().locale())))
                    .toList();
            addList(body, "cleanup.kept", new PlanTable("kept", rows, phrases), staying);
        }
        return body;
    }

    private String explanationKey() {
        if (!plan.deletions().isEmpty()) {
            return "cleanup.question";
        }
        return plan.kept().isEmpty() ? "cleanup.nothing.empty" : "cleanup.nothing";
    }

    private void addList(JPanel body, String key, PlanTable table, List<Backup> backups) {
        JLabel heading = new JLabel(text(key, backups.size(), phrases.size(backups)));
        heading.setName(table.getName() + "-heading");
        heading.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        heading.setLabelFor(table);
        body.add(heading);
        body.add(new JScrollPane(table), "grow, pushy, wmin 0");
    }

    private String text(String key, Object... arguments) {
        return phrases.texts().text(key, arguments);
    }
}
