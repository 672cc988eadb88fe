package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What people read, in every language it is written in. */
@Isolated("it changes what the whole process has once")
class MessageBundlesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+");

    private final Properties english = bundle("messages.properties");
    private final Properties german = bundle("messages_de.properties");

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
    void everySentenceIsAPatternWithoutStrayApostrophes() {
        for (Properties bundle : List.of(english, german)) {
            for (String key : bundle.stringPropertyNames()) {
                String pattern = bundle.getProperty(key);

                assertThatCode(() -> new MessageFormat(pattern, Locale.ROOT))
                        .as(key)
                        .doesNotThrowAnyException();
                assertThat(pattern.replace("''", "")).as(key).isNotBlank().doesNotContain("'");
            }
        }
    }

    @Test
    void everyCodeHasATextAndAHint() {
        for (BackupError error : BackupError.values()) {
            assertThat(english).containsKeys("text." + error, "hint." + error);
        }
    }

    @Test
    void everyOperationStageAndReasonHasWords() {
        List<String> keys = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            keys.add(operation.text().key());
        }
        for (Stage stage : Stage.values()) {
            keys.add(stage.text().key());
        }
        for (KeepReason reason : KeepReason.values()) {
            keys.add("keep." + reason.id());
        }

        assertThat(english.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void englishIsShownInEnglishAlthoughTheSystemSpeaksGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(BackupError.DATABASE_DAMAGED.text(Locale.UK)).isEqualTo("The database is damaged");
            assertThat(BackupError.DATABASE_DAMAGED.text(Locale.GERMANY)).isEqualTo("Die Datenbank ist beschädigt");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static TreeSet<String> placeholders(String pattern) {
        return new TreeSet<>(
                PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).toList());
    }

    private static Properties bundle(String file) {
        try (InputStream in = Message.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
