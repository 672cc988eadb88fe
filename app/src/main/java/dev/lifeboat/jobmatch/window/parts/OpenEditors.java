package dev.lifeboat.jobmatch.window.parts;

import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** The editors that are open, and what happens to their changes. Used on the event dispatch thread. */
public final class OpenEditors {
    private final Texts texts;
    private final List<Editor> editors = new ArrayList<>();

    /** None so far. */
    public OpenEditors(Texts texts) {
        this.texts = texts;
    }

    private enum Answer {
        SAVE,
        DISCARD,
        KEEP_EDITING
    }

    /** One was opened. */
    public void add(Editor editor) {
        editors.add(editor);
    }

    /** One was closed. */
    public void remove(Editor editor) {
        editors.remove(editor);
    }

    /** The first open one of this kind. */
    public <E extends Editor> Optional<E> find(Class<E> type, Predicate<? super E> wanted) {
        return editors.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst();
    }

    /**
     * Has unsaved changes in all editors saved or dropped, as the person says; closes those editors. Blocks while
     * events go on.
     *
     * @return false if somebody would rather go on editing, or something could not be saved
     */
    public boolean settleAll(Window owner) {
        for (Editor editor : List.copyOf(editors)) {
            if (editor.isChanged() && !settle(editor, owner)) {
                return false;
            }
        }
        return true;
    }

    /** Closes an editor, after asking what becomes of unsaved changes. */
    public void close(Editor editor) {
        if (editor.isChanged()) {
            settle(editor, editor.window());
        } else {
            editor.discard();
        }
    }

    /** Closes all editors without saving, such as when their window goes. */
    public void discardAll() {
        List.copyOf(editors).forEach(Editor::discard);
    }

    private boolean settle(Editor editor, Window owner) {
        Answer answer = new Question<>(
                        texts,
                        "unsaved",
                        texts.text("unsaved.headline", editor.subject()),
                        texts.text("unsaved.body"),
                        Answer.KEEP_EDITING)
                .warning()
                .usual("unsaved.save", Answer.SAVE)
                .choice("unsaved.discard", Answer.DISCARD)
                .choice("unsaved.keep", Answer.KEEP_EDITING)
                .ask(owner);
        switch (answer) {
            case SAVE -> {
                return save(editor);
            }
            case DISCARD -> {
                editor.discard();
                return true;
            }
            default -> {
                editor.window().toFront();
                return false;
            }
        }
    }

    private static boolean save(Editor editor) {
        SecondaryLoop waiting =
                Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean saved = new AtomicBoolean();
        editor.save(success -> {
            saved.set(success);
            ended.set(true);
            waiting.exit();
        });
        if (!ended.get()) {
            waiting.enter();
        }
        return saved.get();
    }
}
