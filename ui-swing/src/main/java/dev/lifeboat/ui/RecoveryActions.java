package dev.lifeboat.ui;

/**
 * What a recovery window asks of the application. Called on the event dispatch thread; must return at once. The window
 * stays open until the application disposes of it or has it present another case.
 */
public interface RecoveryActions {
    /** Begin with a new, empty database. The person has agreed to that. */
    void startEmpty();

    /** Start once more, because a backup was restored or because the person says that the cause is gone. */
    void startAgain();

    /** End the application. */
    void quit();
}
