package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.jobmatch.jobs.csv.CsvColumn;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What people read about offers, in every language it is written in. */
@Isolated("it changes what the whole process has once")
class PhrasesTest {
    private static final Pattern ASKED_FOR = Pattern.compile(
            "\"((?:strength|gap|csv|demo|list)(?:\\.[a-z-]+)?)\"(?! \\+ suffix)|\"([a-z.-]+)\" \\+ suffix");
    private static final Path SOURCES = Path.of("src/main/java/dev/lifeboat/jobmatch/jobs");

    private final Properties english = bundle("phrases.properties");

    @Test
    void exactlyTheKeysThatAreAskedForExist() throws IOException {
        Set<String> keys = new TreeSet<>(computedKeys());
        ASKED_FOR.matcher(sources()).results().forEach(found -> {
            if (found.group(1) != null) {
                keys.add(found.group(1));
            } else {
                keys.add(found.group(2));
                keys.add(found.group(2) + "-optional");
            }
        });

        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void englishIsShownInEnglishAlthoughTheSystemSpeaksGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(OfferStatus.NEW.label().in(Locale.US)).isEqualTo("New");
            assertThat(OfferStatus.NEW.label().in(Locale.FRANCE)).isEqualTo("New");
            assertThat(OfferStatus.NEW.label().in(Locale.forLanguageTag("de-AT")))
                    .isEqualTo("Neu");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aKeyOfALaterVersionIsShownAsItIs() {
        assertThat(Phrase.of("strength.telepathy", 7).in(Locale.GERMAN)).isEqualTo("strength.telepathy [7]");
    }

    @Test
    void onlyArgumentsThatCanBeStoredAreTaken() {
        assertThatThrownBy(() -> Phrase.of("list", 1.5, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> computedKeys() throws IOException {
        Stream<String> labels = Stream.of(
                        Stream.of(RemoteOption.values()).map(RemoteOption::label),
                        Stream.of(ContractType.values()).map(ContractType::label),
                        Stream.of(OfferStatus.values()).map(OfferStatus::label),
                        Stream.of(CsvColumn.values()).map(CsvColumn::label))
                .flatMap(phrases -> phrases)
                .map(Phrase::key);
        String seed =
                Files.readString(Path.of("src/main/resources/dev/lifeboat/jobmatch/migrations/V2__seed_data.sql"));
        Stream<String> categories =
                Pattern.compile("\\('([a-z]+)',").matcher(seed).results().map(match -> "category." + match.group(1));
        return Stream.concat(labels, categories).collect(Collectors.toSet());
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

    private static Properties bundle(String file) {
        try (InputStream in = Phrase.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
