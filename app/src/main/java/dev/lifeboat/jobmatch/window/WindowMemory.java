package dev.lifeboat.jobmatch.window;

import dev.lifeboat.jobmatch.settings.OwnerOnlyFile;
import dev.lifeboat.jobmatch.settings.UserFileException;
import dev.lifeboat.ui.Background;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * Remembers from one start to the next where the main window was and how it was used, in {@code windows.json} beside
 * the settings, for their owner only. A file that is missing or cannot be understood is as if nobody had been here
 * before.
 *
 * <p>Safe for use by several threads.
 */
public final class WindowMemory {
    static final String NAME = "windows.json";

    private static final int MAX_BYTES = 100_000;

    private final Path file;
    private final Background background;
    private final Object writing = new Object();
    private WindowState state;

    private WindowMemory(Path file, Background background, WindowState state) {
        this.file = file;
        this.background = background;
        this.state = state;
    }

    /**
     * Reads what was remembered in this folder, which does not need to exist. Never fails. Blocks; never call it on the
     * EDT.
     *
     * @param background where it will be written
     */
    public static WindowMemory load(Path folder, Background background) {
        Path file = folder.toAbsolutePath().resolve(NAME);
        return new WindowMemory(file, background, read(file));
    }

    /** How the window was left. */
    synchronized WindowState state() {
        return state;
    }

    /** Remembers this instead, and writes it in the background. A failure is only logged: nobody loses any work. */
    void remember(WindowState newState) {
        synchronized (this) {
            if (newState.equals(state)) {
                return;
            }
            state = newState;
        }
        try {
            background.run(
                    () -> {
                        writeNewest();
                        return file;
                    },
                    written -> {},
                    failure -> System.getLogger(WindowMemory.class.getName())
                            .log(Level.WARNING, "the window's place is not remembered", failure));
        } catch (RejectedExecutionException ended) {
            System.getLogger(WindowMemory.class.getName()).log(Level.DEBUG, "too late to remember", ended);
        }
    }

    /** Writes what is remembered now, and returns when it is written. */
    void writeNewest() throws UserFileException {
        // One at a time, each with the newest state: whoever writes last never writes an older one.
        synchronized (writing) {
            OwnerOnlyFile.replace(file, WindowStateJson.encode(state()));
        }
    }

    /**
     * A place for a window that was somewhere when the screens were perhaps others: within the screen that shows most
     * of it, moved and made smaller as far as needed.
     *
     * @param wanted where it was
     * @param screens what can be seen now; at least one
     */
    static Rectangle onScreen(Rectangle wanted, List<Rectangle> screens) {
        Rectangle screen = screens.stream()
                .max(Comparator.comparingLong(one -> area(one.intersection(wanted))))
                .orElseThrow();
        int width = Math.min(wanted.width, screen.width);
        int height = Math.min(wanted.height, screen.height);
        return new Rectangle(
                Math.max(screen.x, Math.min(wanted.x, screen.x + screen.width - width)),
                Math.max(screen.y, Math.min(wanted.y, screen.y + screen.height - height)),
                width,
                height);
    }

    private static long area(Rectangle one) {
        return one.isEmpty() ? 0 : (long) one.width * one.height;
    }

    private static WindowState read(Path file) {
        if (!Files.isRegularFile(file)) {
            return WindowState.FIRST;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return WindowStateJson.decode(in.readNBytes(MAX_BYTES));
        } catch (NoSuchFileException missing) {
            return WindowState.FIRST;
        } catch (IOException unreadable) {
            System.getLogger(WindowMemory.class.getName()).log(Level.WARNING, "cannot read " + file, unreadable);
            return WindowState.FIRST;
        }
    }
}
