package dev.lifeboat.ui;

/** The application could not do what a restore needs of it. The message is a sentence in the person's language. */
public final class HostException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A failure with its reason.
     *
     * @param sentence what could not be done and why, in the person's language
     */
    public HostException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
