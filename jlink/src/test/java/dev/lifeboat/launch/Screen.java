package dev.lifeboat.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The display of this process, for which somebody presses keys. Windows are told by their titles. */
final class Screen {
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOK_AGAIN_MILLIS = 100;

    private Screen() {}

    /** Waits until the window whose title begins like this has the focus. */
    static void await(String title) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!hasFocus(title)) {
            assertThat(System.nanoTime()).as("no window is called " + title).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    static boolean hasFocus(String title) throws IOException, InterruptedException {
        Image.Result focused = Image.run(xdotool(List.of("getactivewindow", "getwindowname")));
        return focused.exitCode() == 0 && focused.output().startsWith(title);
    }

    /** Presses keys one after the other, such as {@code ctrl+comma}. */
    static void press(String... keys) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("key", "--delay", "50"));
        words.addAll(List.of(keys));
        Image.Result pressed = Image.run(xdotool(words));
        assertThat(pressed.exitCode()).as(pressed.output()).isZero();
    }

    private static ProcessBuilder xdotool(List<String> words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(words);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
