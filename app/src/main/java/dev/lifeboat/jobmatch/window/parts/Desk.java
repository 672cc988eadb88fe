package dev.lifeboat.jobmatch.window.parts;

import java.awt.Window;
import java.time.Clock;
import java.util.OptionalLong;

/** What the parts of the main window share. Used on the event dispatch thread. */
public interface Desk {
    /** The main window, for dialogs over it. */
    Window window();

    /** The words. */
    Texts texts();

    /** The way to the database. */
    JobAccess jobs();

    /** The editors that are open. */
    OpenEditors editors();

    /** Says which day it is. */
    Clock clock();

    /** Shows a sentence in the status line. */
    void say(String sentence);

    /** Shows in the status line how far work is, until it is called with the end. */
    void showProgress(String sentence, ProgressMeter meter);

    /** The work of this meter has ended. */
    void endProgress(ProgressMeter meter);

    /**
     * Offers were added, changed or deleted: everything that shows them reads anew.
     *
     * @param select the offer to go to, if it is shown
     */
    void offersChanged(OptionalLong select);
}
