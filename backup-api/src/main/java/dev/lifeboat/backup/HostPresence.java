package dev.lifeboat.backup;

/**
 * Says that an application is using the database: while it is held, no other process can restore over it. Dies with the
 * process; closing it twice does no harm.
 */
public interface HostPresence extends AutoCloseable {
    /** Gives the database free for restores by other processes. */
    @Override
    void close();
}
