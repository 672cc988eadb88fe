package dev.lifeboat.backup;

/**
 * Hears how an operation gets on. Called on threads of the operation, one call at a time, a few times a second at most
 * per percent; must return quickly. What it throws is logged and otherwise ignored: a display never fails a backup.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = progress -> {};

    /** The operation has got this far. */
    void onProgress(Progress progress);

    /**
     * Whether the person no longer wants the answer. Only a verification asks; it then ends with a
     * {@link java.util.concurrent.CancellationException}.
     */
    default boolean isCancelled() {
        return false;
    }
}
