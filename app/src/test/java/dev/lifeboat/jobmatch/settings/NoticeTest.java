package dev.lifeboat.jobmatch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.ByteSize;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What people read about their settings, folders and log, in both languages. */
@Isolated("it changes what the whole process has once")
class NoticeTest {
    private static final Pattern ASKED_FOR = Pattern.compile("\"((?:settings|folder|log|reason)\\.[a-z-]+)\"");
    private static final Path SOURCES = Path.of("src/main/java/dev/lifeboat/jobmatch/settings");

    private final Properties english = bundle("notices.properties");

    @Test
    void keysThatAreAskedForAreThoseThatExist() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                ASKED_FOR
                        .matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(key -> !key.equals(SettingsFile.NAME))
                        .forEach(asked::add);
            }
        }

        assertThat(asked).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    }

    @Test
    void sizesAndNoticesInItAreInItsLanguage() {
        Notice notice = Notice.of("settings.too-large", "a", "b", new ByteSize(1_500_000));
        Notice outer = Notice.of("settings.cannot-save", "a", Notice.of("reason.denied"));

        assertThat(notice.in(Locale.US)).startsWith("a holds more than 1.5 MB and");
        assertThat(notice.in(Locale.GERMANY)).startsWith("a enthält mehr als 1,5 MB und");
        assertThat(outer.in(Locale.GERMANY)).endsWith(": der Zugriff ist verweigert.");
    }

    @Test
    void otherLanguagesThanGermanGetEnglishWhateverTheSystemSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Notice.of("reason.denied").in(Locale.FRANCE)).isEqualTo("access is denied");
            assertThat(Notice.of("reason.denied")).hasToString("access is denied");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Properties bundle(String file) {
        try (InputStream in = Notice.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
