package dev.lifeboat.ui;

import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells when files in a folder appear, change or go, once for many changes that come together, and when it begins to
 * notice. The folder may be missing at first and come and go. Begins when made, ends when closed; its thread does not
 * keep the process alive.
 */
final class FolderWatch implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 500;
    private static final long TOGETHER_MILLIS = 200;

    private final Supplier<Path> where;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * Starts to watch.
     *
     * @param folder where it is; asked on the watching thread
     * @param changed called on the event dispatch thread
     */
    static FolderWatch of(Supplier<Path> folder, Runnable changed) {
        FolderWatch watch = new FolderWatch(folder, changed);
        Thread thread = new Thread(watch::run, "backup-folder-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private FolderWatch(Supplier<Path> where, Runnable changed) {
        this.where = where;
        this.changed = changed;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void run() {
        Path folder = where.get();
        try (WatchService watcher = folder.getFileSystem().newWatchService()) {
            while (!isClosed()) {
                if (Files.isDirectory(folder)) {
                    watchUntilItGoes(folder, watcher);
                }
                closed.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (IOException | UnsupportedOperationException cannotWatch) {
            // The panel looks from time to time anyway.
            System.getLogger(FolderWatch.class.getName())
                    .log(System.Logger.Level.INFO, "cannot watch " + folder, cannotWatch);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Many changes that come together are told once; a file that grows without end does not delay that. */
    private void watchUntilItGoes(Path folder, WatchService watcher) throws IOException, InterruptedException {
        WatchKey key;
        try {
            key = folder.register(
                    watcher,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (NoSuchFileException goneAlready) {
            return;
        }
        // What changed before this moment went unnoticed.
        tell();
        while (key.isValid() && !isClosed()) {
            if (watcher.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) != null) {
                closed.await(TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
                key.pollEvents();
                key.reset();
                tell();
            }
        }
        key.cancel();
        tell();
    }

    private void tell() {
        EventQueue.invokeLater(() -> {
            if (!isClosed()) {
                changed.run();
            }
        });
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
