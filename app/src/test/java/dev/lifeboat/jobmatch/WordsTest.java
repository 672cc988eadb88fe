package dev.lifeboat.jobmatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that people read exists in English and German alike; the command line's help has a test of its own. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/dev/lifeboat/jobmatch");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+");
    private static final Pattern MNEMONIC = Pattern.compile("&(?! )");

    static Stream<Path> bundles() throws IOException {
        List<Path> german;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            german = files.filter(file -> file.toString().endsWith("_de.properties"))
                    .filter(file -> !file.getParent().endsWith("cli"))
                    .toList();
        }
        return german.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void germanHasTheKeysPlaceholdersAndMnemonicsOfEnglish(Path file) {
        Properties german = load(file);
        Properties english =
                load(file.resolveSibling(file.getFileName().toString().replace("_de.", ".")));

        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
            assertThat(MNEMONIC.matcher(german.getProperty(key)).find())
                    .as("mnemonic of " + key)
                    .isEqualTo(MNEMONIC.matcher(english.getProperty(key)).find());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPatternCanBeFormatted(Path file) {
        Properties german = load(file);
        Properties english =
                load(file.resolveSibling(file.getFileName().toString().replace("_de.", ".")));

        for (Properties bundle : List.of(german, english)) {
            for (String key : bundle.stringPropertyNames()) {
                String pattern = bundle.getProperty(key);
                assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT))
                        .as(key)
                        .doesNotThrowAnyException();
                assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                assertThat(pattern).as(key).isNotBlank();
            }
        }
    }

    private static Properties load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Set<String> placeholders(String pattern) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).forEach(found::add);
        return found;
    }
}
