package dev.lifeboat.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide whose code is meant to be used as it is. A heading that is a path in code font is followed by that file; the
 * commands of a chapter are its block of {@code sh}.
 */
final class Guide {
    private static final Pattern FILE = Pattern.compile("(?ms)^### `([^`]+)`$.*?^```[a-z]+\n(.*?)^```$");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^## ([^\n]+)$((?:(?!^## ).)*?)^```sh\n(.*?)^```$");

    private final String text;

    Guide(Path file) throws IOException {
        text = Files.readString(file);
    }

    /** Writes every file of the guide below this folder. */
    void extractTo(Path folder) throws IOException {
        Matcher matcher = FILE.matcher(text);
        while (matcher.find()) {
            Path file = folder.resolve(matcher.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, matcher.group(2));
        }
    }

    /** The commands of every chapter that has some. */
    Map<String, String> commands() {
        Map<String, String> commands = new TreeMap<>();
        Matcher matcher = COMMANDS.matcher(text);
        while (matcher.find()) {
            commands.put(matcher.group(1), matcher.group(3));
        }
        return commands;
    }
}
