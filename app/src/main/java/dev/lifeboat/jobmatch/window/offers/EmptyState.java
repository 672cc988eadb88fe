package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.ui.Paragraph;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the main window shows while there are no offers: what to do first. */
public final class EmptyState {
    private final JPanel panel =
            new JPanel(new MigLayout("insets dialog, wrap 1, alignx center, aligny center", "[grow 0,fill]"));

    /** The invitation with its three commands. */
    public EmptyState(Desk desk, OfferCommands commands) {
        panel.setName("empty-state");
        JLabel headline = new JLabel(desk.texts().text("empty.headline"));
        headline.putClientProperty("FlatLaf.styleClass", "h2");
        panel.add(headline);
        panel.add(words("empty-body", desk.texts().text("empty.body")), "gaptop related");
        panel.add(named("empty-new-offer", commands.add().button()), "gaptop unrelated");
        panel.add(named("empty-import", commands.importFile().button()));
        panel.add(named("empty-examples", commands.examples().button()));
        panel.add(words("empty-hint", desk.texts().text("empty.hint")).styled("small"), "gaptop related");
    }

    /** The invitation itself. */
    public JComponent component() {
        return panel;
    }

    private static Paragraph words(String name, String text) {
        return new Paragraph(name, text).ofColumns(32);
    }

    private static JComponent named(String name, JComponent button) {
        button.setName(name);
        return button;
    }
}
