package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.window.parts.Desk;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Editor;
import dev.lifeboat.jobmatch.window.parts.Problem;
import dev.lifeboat.jobmatch.window.parts.Question;
import dev.lifeboat.jobmatch.window.parts.ScrollingPanel;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/** The window in which an offer is entered or changed. Several can be open, each for another offer. */
final class OfferEditor implements Editor {
    private final Desk desk;
    private final Texts texts;
    private final SavedOffer saved;
    private final OfferFields fields;
    private final List<Object> before;
    private final JDialog dialog;
    private final JButton save = new JButton();
    private boolean closed;

    OfferEditor(Desk desk, SavedOffer saved) {
        this.desk = desk;
        this.texts = desk.texts();
        this.saved = saved;
        this.fields = new OfferFields(texts, saved.offer(), saved.isNew(), saved.sources());
        this.before = fields.content();
        String title = saved.isNew()
                ? texts.text("editor.new")
                : texts.text("editor.edit", saved.offer().title());
        dialog = new JDialog(desk.window(), title, Dialog.ModalityType.MODELESS);
        dialog.setName("offer-editor");
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                desk.editors().close(OfferEditor.this);
            }
        });
        Dialogs.closeOnEscape(dialog, () -> desk.editors().close(this));
        dialog.setContentPane(content());
        dialog.getRootPane().setDefaultButton(save);
    }

    /** Opens it. */
    void open() {
        desk.editors().add(this);
        Dialogs.packOnScreen(dialog);
        dialog.setVisible(true);
        fields.first().requestFocusInWindow();
    }

    /** Whether it edits this offer. */
    boolean edits(long id) {
        return !saved.isNew() && saved.offer().id() == id;
    }

    @Override
    public Window window() {
        return dialog;
    }

    @Override
    public String subject() {
        return saved.isNew()
                ? texts.text("editor.subject.new")
                : texts.text("editor.subject", saved.offer().title());
    }

    @Override
    public boolean isChanged() {
        return !closed && !fields.content().equals(before);
    }

    @Override
    public void save(Consumer<Boolean> done) {
        fields.value(saved.offer())
                .ifPresentOrElse(offer -> store(new OfferSaving(saved, offer, fields.sourceName()), done), () -> {
                    dialog.toFront();
                    done.accept(false);
                });
    }

    @Override
    public void discard() {
        closed = true;
        desk.editors().remove(this);
        dialog.dispose();
    }

    private void store(OfferSaving saving, Consumer<Boolean> done) {
        save.setEnabled(false);
        desk.jobs().change(saving::run, outcome -> settled(saving, outcome, done), failure -> {
            save.setEnabled(true);
            Problem.show(dialog, texts, "editor.not-saved", failure);
            done.accept(false);
        });
    }

    private void settled(OfferSaving saving, OfferSaving.Outcome outcome, Consumer<Boolean> done) {
        save.setEnabled(true);
        if (outcome instanceof OfferSaving.Saved stored) {
            discard();
            desk.say(texts.text("editor.saved", stored.offer().title()));
            desk.offersChanged(OptionalLong.of(stored.offer().id()));
            done.accept(true);
            return;
        }
        boolean deleted = outcome instanceof OfferSaving.Deleted;
        String key = deleted ? "editor.deleted" : "editor.conflict";
        boolean goOn = new Question<>(texts, "conflict", texts.text(key), texts.text(key + ".body"), false)
                .warning()
                .choice(deleted ? "editor.add-again" : "editor.overwrite", true)
                .usual("unsaved.keep", false)
                .ask(dialog);
        if (goOn) {
            store(saving.regardless(), done);
        } else {
            done.accept(false);
        }
    }

    private JComponent content() {
        JPanel content =
                new JPanel(new MigLayout("insets dialog, fill, wrap 1", "[grow,fill]", "[grow,fill]unrelated[]"));
        ScrollingPanel inside = new ScrollingPanel(new MigLayout("insets 2, fill", "[grow,fill]", "[grow,fill]"));
        inside.add(fields.component());
        JScrollPane scroll = new JScrollPane(inside);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        content.add(scroll);
        texts.caption("editor.save").applyTo(save).setName("editor-save");
        save.addActionListener(event -> save(ended -> {}));
        JButton cancel = texts.caption("button.cancel").applyTo(new JButton());
        cancel.setName("editor-cancel");
        cancel.addActionListener(event -> desk.editors().close(this));
        content.add(Dialogs.buttons(save, cancel));
        return content;
    }
}
