package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What people read, in every language it is written in. */
@Isolated("it changes what the whole process has once")
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)*)\"");
    private static final Pattern ASKED_FOR = Pattern.compile("texts\\s*\\.of\\(\\s*\"([a-z.-]+)\"\\s*[,)]");
    private static final Path SOURCES = Path.of("src/main/java/dev/lifeboat/jobmatch/cli");

    private final Properties english = bundle("texts.properties");
    private final Properties german = bundle("texts_de.properties");

    @Test
    void germanHasTheKeysOfEnglishAndNoOthers() {
        assertThat(german.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void germanSentencesUseThePlaceholdersOfTheEnglishOnes() {
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void everySentenceCanBeFormatted() {
        for (Properties bundle : List.of(english, german)) {
            for (String key : bundle.stringPropertyNames()) {
                String pattern = bundle.getProperty(key);
                if (isForTheParser(key)) {
                    assertThatCode(() -> String.format(pattern)).as(key).doesNotThrowAnyException();
                } else {
                    assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT))
                            .as(key)
                            .doesNotThrowAnyException();
                    assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                }
                assertThat(pattern).as(key).isNotBlank();
            }
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        Set<String> keys = new TreeSet<>(ASKED_FOR
                .matcher(sources())
                .results()
                .map(match -> match.group(1))
                .toList());
        keys.addAll(computedKeys());

        assertThat(keys).isNotEmpty();
        assertThat(english.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void noKeyIsUnused() throws IOException {
        Set<String> used = new TreeSet<>(
                KEY.matcher(sources()).results().map(match -> match.group(1)).toList());
        used.addAll(computedKeys());
        Set<String> unused = new TreeSet<>(english.stringPropertyNames());
        unused.removeAll(used);
        unused.removeIf(key -> key.startsWith("usage.") || key.startsWith("lifeboat.usage."));
        unused.removeIf(
                key -> Subcommands.NAMES.stream().anyMatch(name -> key.startsWith("lifeboat." + name + ".usage.")));

        assertThat(unused).isEmpty();
    }

    @Test
    void everyCommandIsExplained() {
        for (String name : Subcommands.NAMES) {
            assertThat(english).containsKey("lifeboat." + name + ".usage.header");
        }
    }

    @Test
    void englishIsShownInEnglishAlthoughTheSystemSpeaksGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(new Texts(Locale.US).of("state.damaged")).isEqualTo("Damaged");
            assertThat(new Texts(Locale.GERMANY).of("state.damaged")).isEqualTo("Beschädigt");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Set<String> computedKeys() {
        Stream<String> exits = Arrays.stream(ExitCode.values())
                .filter(code -> Arrays.stream(BackupError.values())
                        .noneMatch(e -> e.name().equals(code.name())))
                .map(code -> "exit." + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Stream<String> kinds = Arrays.stream(BackupKind.values()).map(kind -> "kind." + kind.id());
        Stream<String> states = Arrays.stream(BackupState.values()).map(state -> "state." + state.id());
        Stream<String> recovered = Arrays.stream(DatabaseState.values()).map(state -> "recovered." + state.id());
        Stream<String> options = Arrays.stream(CommandOption.values())
                .map(option -> option.spec().descriptionKey());
        return Stream.of(exits, kinds, states, recovered, options)
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    private static boolean isForTheParser(String key) {
        return key.startsWith("usage.") || key.startsWith("option.") || key.startsWith("lifeboat.");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Set<String> placeholders(String pattern) {
        return new TreeSet<>(
                PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).toList());
    }

    private static Properties bundle(String file) {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
