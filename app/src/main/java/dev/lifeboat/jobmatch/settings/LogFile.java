package dev.lifeboat.jobmatch.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The application's log: what is logged through {@link System.Logger} from {@code INFO} on goes to a file in English,
 * and no longer to the terminal. Five files of 1 MB are kept: {@code jobmatchchecker.0.log} is written, {@code .4} is
 * the oldest.
 *
 * <p>A second process that logs at the same time writes to {@code jobmatchchecker.0.log.1}. The lock files beside them
 * die with their process: one that a crash left does no harm. Where nothing can be written the application runs without
 * a log; {@link #problem()} says why. Safe for use by several threads; one per process is enough.
 */
public final class LogFile implements AutoCloseable {
    static final int MAX_BYTES = 1_000_000;
    static final int FILES = 5;

    private static final String NAME = "jobmatchchecker.";
    private static final String NUMBER = "[0-9]+";
    private static final String GENERATION = "jobmatchchecker\\.[0-9]+\\.log(\\.[0-9]+)?";
    private static final String GENERATION_OR_LOCK = GENERATION + "(\\.lck)?";

    private final Logger root = Logger.getLogger("");
    private final List<Handler> handlersBefore = List.of(root.getHandlers());
    private final Level levelBefore = root.getLevel();
    private final AtomicReference<Notice> problem = new AtomicReference<>();
    private final Path folder;
    private Optional<Handler> handler = Optional.empty();
    private Optional<Path> path = Optional.empty();

    private LogFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts to log into this folder, which is created when missing; takes the place of all other destinations. Never
     * fails, and never waits for a file that is a pipe.
     *
     * @param folder the state folder of {@link UserFolders}
     */
    public static LogFile open(Path folder) {
        LogFile log = new LogFile(folder.toAbsolutePath());
        log.handlersBefore.forEach(log.root::removeHandler);
        log.root.setLevel(Level.INFO);
        try {
            log.start();
        } catch (IOException refused) {
            log.stop();
            log.cannotWrite(OwnerOnly.reason(refused));
        }
        return log;
    }

    /** The file that this process writes its log to at the moment; empty when it has none. */
    public static Optional<Path> inUse() {
        return Arrays.stream(Logger.getLogger("").getHandlers())
                .filter(OwnerOnlyHandler.class::isInstance)
                .map(handler -> ((OwnerOnlyHandler) handler).file)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The file that is written; empty when the application runs without a log. */
    public synchronized Optional<Path> path() {
        return path;
    }

    /** Why nothing, or no longer everything, is logged; empty while all is well. */
    public Optional<Notice> problem() {
        return Optional.ofNullable(problem.get());
    }

    /** Ends the log and gives the other destinations back their place. Closing twice does no harm. */
    @Override
    public void close() {
        stop();
        root.setLevel(levelBefore);
        handlersBefore.stream()
                .filter(each -> !Arrays.asList(root.getHandlers()).contains(each))
                .forEach(root::addHandler);
    }

    private synchronized void start() throws IOException {
        OwnerOnly.createFolder(folder);
        refusePipes();
        OwnerOnlyHandler file = new OwnerOnlyHandler(folder, this::cannotWrite);
        handler = Optional.of(file);
        LogLine format = new LogLine(ZoneId.systemDefault());
        file.setFormatter(format);
        LogRecord first = new LogRecord(
                Level.INFO,
                "Logging begins in process " + ProcessHandle.current().pid());
        first.setLoggerName(LogFile.class.getName());
        file.publish(first);
        path = Optional.of(fileEndingWith(format.format(first).getBytes(StandardCharsets.UTF_8)));
        file.file = path;
        root.addHandler(file);
    }

    private synchronized void stop() {
        handler.ifPresent(file -> {
            root.removeHandler(file);
            file.close();
        });
        handler = Optional.empty();
        path = Optional.empty();
    }

    private void cannotWrite(Notice reason) {
        problem.compareAndSet(null, Notice.of("log.cannot-write", folder.toString(), reason));
    }

    /** Opening a pipe for writing would wait for a reader, and a folder leaves a lock file behind. */
    private void refusePipes() throws IOException {
        for (Path file : files(folder, GENERATION)) {
            try {
                if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                    throw new FileSystemException(file.toString(), null, file + " is no regular file");
                }
            } catch (NoSuchFileException rotatedMeanwhile) {
                ignored(rotatedMeanwhile);
            }
        }
    }

    /**
     * The current file of those in the folder that has this ending: the handler does not tell which one it took. When
     * the line filled the file up, it is in the one before by now.
     */
    private Path fileEndingWith(byte[] line) throws IOException {
        for (Path file : files(folder, GENERATION)) {
            try {
                if (Arrays.equals(ending(file, line.length), line)) {
                    return file.resolveSibling(file.getFileName().toString().replaceFirst(NUMBER, "0"));
                }
            } catch (NoSuchFileException rotatedMeanwhile) {
                ignored(rotatedMeanwhile);
            }
        }
        throw new IOException("the first line is missing");
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static byte[] ending(Path file, int length) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - length));
            return Channels.newInputStream(channel).readNBytes(length);
        }
    }

    private static void ignored(NoSuchFileException rotatedMeanwhile) {
        System.getLogger(LogFile.class.getName())
                .log(System.Logger.Level.DEBUG, "another process rotates its log", rotatedMeanwhile);
    }

    /** Where a handler says that it cannot write. */
    @FunctionalInterface
    private interface FailureListener {
        void failed(Notice reason);
    }

    /** Files that only their owner can read, also those that rotation makes; failures are not told to the terminal. */
    private static final class OwnerOnlyHandler extends FileHandler {
        private final Path folder;
        private volatile Optional<Path> file = Optional.empty();

        OwnerOnlyHandler(Path folder, FailureListener listener) throws IOException {
            super(folder.toString().replace("%", "%%") + "/" + NAME + "%g.log", MAX_BYTES, FILES, true);
            this.folder = folder;
            setEncoding(StandardCharsets.UTF_8.name());
            setLevel(Level.INFO);
            setErrorManager(new ErrorManager() {
                @Override
                public void error(String message, Exception failure, int code) {
                    listener.failed(OwnerOnly.reason(
                            failure instanceof IOException refused ? refused : new IOException(message, failure)));
                }
            });
            restrictAll();
        }

        /** Called for every file that is opened, for the first one before this object is complete. */
        @Override
        protected synchronized void setOutputStream(OutputStream out) {
            super.setOutputStream(out);
            if (folder != null) {
                restrictAll();
            }
        }

        private void restrictAll() {
            try {
                files(folder, GENERATION_OR_LOCK).forEach(OwnerOnly::restrict);
            } catch (IOException unlistable) {
                reportError(null, unlistable, ErrorManager.OPEN_FAILURE);
            }
        }
    }
}
