package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Forces a copy after each step in which it grows. Everything at once, at the end, keeps the disk busy for so long that
 * whoever commits to the database meanwhile waits for it; many small parts let others in between.
 *
 * <p>The system tells of a failure to write once. So one that is met here counts, whatever a later force says.
 */
final class ForcedSteps implements Monitor, AutoCloseable {
    private final FileChannel copy;
    private final Monitor monitor;
    private Optional<IOException> failure = Optional.empty();

    private ForcedSteps(FileChannel copy, Monitor monitor) {
        this.copy = copy;
        this.monitor = monitor;
    }

    /** For a copy that is there already, perhaps empty; what is done is passed on. */
    static ForcedSteps of(Path copy, Monitor monitor) throws IOException {
        return new ForcedSteps(FileChannel.open(copy, StandardOpenOption.WRITE), monitor);
    }

    /** Throws nothing, because SQLite would go on; {@link #requireForced} does. */
    @Override
    public void progress(long done, long total) {
        monitor.progress(done, total);
        if (failure.isEmpty() && done < total) {
            try {
                copy.force(false);
            } catch (IOException unwritten) {
                failure = Optional.of(unwritten);
            }
        }
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCancelled();
    }

    /** Fails if any step could not be forced. */
    void requireForced() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
