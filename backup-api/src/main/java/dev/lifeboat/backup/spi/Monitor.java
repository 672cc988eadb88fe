package dev.lifeboat.backup.spi;

/** Told by an engine how far one of its steps is. May be called on any thread and must return quickly. */
@FunctionalInterface
public interface Monitor {
    /** Hears nothing and never cancels. */
    Monitor NONE = (done, total) -> {};

    /** So much of the step is done; both in the same unit of the engine's choice, {@code total} above 0. */
    void progress(long done, long total);

    /**
     * Whether to stop; an engine asks between pieces of work in {@link DatabaseEngine#inspect} and stops with an
     * exception.
     */
    default boolean isCancelled() {
        return false;
    }
}
