package dev.lifeboat.jobmatch.desktop;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Whether the operating system's windows are dark, which Java does not tell: asked of the system's own programs.
 *
 * @see <a href="https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html">XDG
 *     settings portal</a>
 */
final class SystemTheme {
    private static final int PATIENCE_SECONDS = 1;
    private static final Question PORTAL = new Question(
            List.of(
                    "gdbus",
                    "call",
                    "--session",
                    "--timeout",
                    "1",
                    "--dest",
                    "org.freedesktop.portal.Desktop",
                    "--object-path",
                    "/org/freedesktop/portal/desktop",
                    "--method",
                    "org.freedesktop.portal.Settings.Read",
                    "org.freedesktop.appearance",
                    "color-scheme"),
            answer -> answer.contains("uint32 1"));
    private static final Question GNOME = new Question(
            List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"),
            answer -> answer.contains("dark"));
    private static final Question MAC = new Question(
            List.of("defaults", "read", "-g", "AppleInterfaceStyle"),
            answer -> answer.toLowerCase(Locale.ROOT).contains("dark"));
    private static final Question WINDOWS = new Question(
            List.of(
                    "reg",
                    "query",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                    "/v",
                    "AppsUseLightTheme"),
            answer -> answer.contains("0x0"));

    private SystemTheme() {}

    /** A command, and what its answer means. */
    private record Question(List<String> command, Predicate<String> isDark) {}

    /** Asks; light where nobody can tell. Blocks for up to two seconds. */
    static boolean isDark() {
        String system = System.getProperty("os.name");
        List<Question> questions = system.startsWith("Windows")
                ? List.of(WINDOWS)
                : system.startsWith("Mac") ? List.of(MAC) : List.of(PORTAL, GNOME);
        for (Question question : questions) {
            Optional<String> answer = ask(question.command());
            if (answer.isPresent()) {
                return question.isDark().test(answer.get());
            }
        }
        return false;
    }

    /** The answer of a program; empty when there is no such program, or it has none. */
    private static Optional<String> ask(List<String> command) {
        Path answer = null;
        try {
            // A file and not a pipe: a program that never ends would be read for ever.
            answer = Files.createTempFile("theme", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? Optional.of(Files.readString(answer, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException notHere) {
            System.getLogger(SystemTheme.class.getName()).log(Level.DEBUG, "cannot ask " + command, notHere);
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            delete(answer);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            System.getLogger(SystemTheme.class.getName()).log(Level.DEBUG, "cannot delete " + file, stays);
        }
    }
}
