package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    @Test
    void everyTextIsThereInEveryLanguage() throws IOException {
        assertThat(bundle("texts_de.properties").keySet())
                .isEqualTo(bundle("texts.properties").keySet());
    }

    @Test
    void noTextIsEmpty() throws IOException {
        assertThat(bundle("texts.properties").values()).doesNotContain("");
        assertThat(bundle("texts_de.properties").values()).doesNotContain("");
    }

    @Test
    void everyTextTakesTheSamePlaceholdersInEveryLanguage() throws IOException {
        Properties german = bundle("texts_de.properties");

        bundle("texts.properties")
                .forEach((key, text) -> assertThat(placeholders((String) german.get(key)))
                        .as((String) key)
                        .isEqualTo(placeholders((String) text)));
    }

    @Test
    void everyTextIsAPatternThatCanBeFilledIn() throws IOException {
        for (Object key : bundle("texts.properties").keySet()) {
            assertThat(new Texts(Locale.ENGLISH).text((String) key, 2, 3, 4, 5)).doesNotContain("{");
            assertThat(new Texts(Locale.GERMAN).text((String) key, 2, 3, 4, 5)).doesNotContain("{");
        }
    }

    @Test
    void englishIsFoundWhereTheDefaultLanguageIsGerman() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(new Texts(Locale.UK).text("column.SIZE")).isEqualTo("Size");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasAWord(BackupKind kind) {
        assertThat(new Texts(Locale.GERMAN).text("kind." + kind)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateHasAWord(BackupState state) {
        assertThat(new Texts(Locale.GERMAN).text("state." + state)).isNotEmpty();
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{[0-9]")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties bundle(String file) throws IOException {
        try (InputStream stream = Texts.class.getResourceAsStream(file);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
