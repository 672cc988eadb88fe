package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Copies the main file of a database in the kernel, several times as fast as SQLite copies pages.
 *
 * <p>The caller's read transaction keeps the main file as it is: in rollback mode nobody can write it meanwhile, and in
 * write-ahead mode nothing newer than what that transaction sees is written back to it. That the log is empty once the
 * transaction has begun means that it sees nothing but the main file.
 *
 * @see <a href="https://www.sqlite.org/wal.html">Write-ahead logging</a>
 */
final class MainFileCopy implements AutoCloseable {
    private static final long CHUNK_BYTES = 8L << 20;
    private static final boolean LINUX = System.getProperty("os.name").equals("Linux");

    /**
     * Interrupting the thread that uses a channel closes it, and closing this one would drop locks: only a thread that
     * nobody else knows uses it.
     */
    private final ExecutorService alone = Executors.newSingleThreadExecutor(work -> new Thread(work, "lifeboat-copy"));

    private final Path database;
    private final Path target;
    private Optional<FileChannel> source = Optional.empty();

    private MainFileCopy(Path database, Path target) {
        this.database = database;
        this.target = target;
    }

    /**
     * Copies as many bytes as the read transaction says the database has. A mere shortcut: whoever hears that it was
     * not taken, for whatever reason, lets SQLite copy, which also tells what is wrong if something is.
     *
     * @param target an empty file
     * @return whether it was copied; if not, the target is empty
     */
    static boolean copy(Path database, long sizeBytes, Path target, Monitor monitor) throws IOException {
        if (!LINUX || SqliteFiles.walSize(database) > 0) {
            return false;
        }
        try (MainFileCopy copy = new MainFileCopy(database, target)) {
            for (long done = 0; done < sizeBytes; monitor.progress(done, sizeBytes)) {
                done += copy.transfer(done, Math.min(CHUNK_BYTES, sizeBytes - done));
            }
            return true;
        } catch (IOException failure) {
            System.getLogger(MainFileCopy.class.getName())
                    .log(System.Logger.Level.DEBUG, "SQLite copies instead", failure);
        }
        FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
        return false;
    }

    /** Copies some bytes; returns how many, at least one. */
    private long transfer(long position, long count) throws IOException {
        try {
            return CompletableFuture.supplyAsync(() -> transferAlone(position, count), alone)
                    .join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            throw failure;
        }
    }

    private long transferAlone(long position, long count) {
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            if (source.isEmpty()) {
                source = Optional.of(KeptChannels.to(database));
            }
            long copied = source.get().transferTo(position, count, out.position(position));
            if (copied <= 0) {
                throw new IOException("the file is shorter than its header says: " + database);
            }
            return copied;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        alone.shutdown();
    }
}
