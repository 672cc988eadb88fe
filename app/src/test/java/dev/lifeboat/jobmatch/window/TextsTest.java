package dev.lifeboat.jobmatch.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.jobmatch.window.parts.Texts;
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

/** The words of the windows: what is asked for is there, in the language that was asked for. */
@Isolated("it changes what the whole process has once")
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/lifeboat/jobmatch/window");
    private static final Pattern ASKED_FOR =
            Pattern.compile("(?:text|caption|label|Problem\\.show|choice|usual)\\(\\s*\"([a-z]+(?:[.-][a-z-]+)+)\"");

    private final Properties english = bundle("texts.properties");

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        Set<String> keys = new TreeSet<>();
        ASKED_FOR.matcher(sources()).results().map(match -> match.group(1)).forEach(keys::add);

        assertThat(keys).hasSizeGreaterThan(50);
        assertThat(english.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void englishIsShownInEnglishAlthoughTheSystemSpeaksGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(new Texts(Locale.US).text("offers.table")).isEqualTo("Job offers");
            assertThat(new Texts(Locale.FRANCE).text("offers.table")).isEqualTo("Job offers");
            assertThat(new Texts(Locale.GERMANY).text("offers.table")).isEqualTo("Stellenangebote");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersAreTakenIntoTheSentence() {
        Texts texts = new Texts(Locale.GERMANY);

        assertThat(texts.text("status.count-shown", 12_412, 37)).isEqualTo("12.412 Angebote, 37 gezeigt");
        assertThat(texts.text("status.count", 1, 1)).isEqualTo("Ein Angebot");
        assertThat(texts.text("skills.level", 8)).isEqualTo("8 – sehr gut");
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
        try (InputStream in = MainWindow.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
