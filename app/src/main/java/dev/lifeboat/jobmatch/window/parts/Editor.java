package dev.lifeboat.jobmatch.window.parts;

import java.awt.Window;
import java.util.function.Consumer;

/** A window in which somebody changes something. Used on the event dispatch thread. */
public interface Editor {
    /** The window. */
    Window window();

    /** What is edited, for a sentence: "The changes to {0} are not saved." */
    String subject();

    /** Whether something was changed and not saved. */
    boolean isChanged();

    /**
     * Saves in the background and closes the window. What prevents it is shown to the person first.
     *
     * @param done hears whether it was saved
     */
    void save(Consumer<Boolean> done);

    /** Closes the window without saving. */
    void discard();
}
