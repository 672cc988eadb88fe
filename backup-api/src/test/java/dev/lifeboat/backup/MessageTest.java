package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it changes what the whole process has once")
class MessageTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void showsAnUnknownKeyAsItIs() {
        assertThat(Message.of("finding.of-a-later-version").in(Locale.ENGLISH)).isEqualTo("finding.of-a-later-version");
        assertThat(Message.of("finding.of-a-later-version", "x", 3).in(Locale.GERMAN))
                .isEqualTo("finding.of-a-later-version [x, 3]");
    }

    @Test
    void leavesALiteralAlone() {
        Message literal = Message.literal("it's {0} and 'that' {");

        assertThat(literal.in(Locale.ENGLISH)).isEqualTo("it's {0} and 'that' {");
        assertThat(literal.in(Locale.GERMAN)).isEqualTo("it's {0} and 'that' {");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "en", "en-US", "fr", "ja-JP", "und", "zz"})
    void speaksEnglishUnlessAskedForGermanWhateverTheSystemSpeaks(String language) {
        for (Locale system : new Locale[] {Locale.GERMAN, Locale.FRANCE, Locale.ROOT}) {
            Locale.setDefault(system);

            assertThat(Message.of("finding.empty").in(Locale.forLanguageTag(language)))
                    .isEqualTo("The file is empty (0 bytes).");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-DE", "de-AT", "de-CH-1996"})
    void speaksGermanInEveryCountryOfIt(String language) {
        Locale.setDefault(Locale.US);

        assertThat(Message.of("finding.empty").in(Locale.forLanguageTag(language)))
                .isEqualTo(Message.of("finding.empty").in(Locale.GERMAN));
    }

    @Test
    void showsNumbersAndSizesInTheFormOfTheLanguage() {
        Message space = Message.of("error.space", "/backups", new ByteSize(15_300_000), new ByteSize(1));

        assertThat(space.in(Locale.ENGLISH))
                .isEqualTo("/backups needs 15.3 MB of free space; only 1 byte is available.");
        assertThat(space.in(Locale.GERMAN)).contains("/backups").contains("15,3 MB");
    }

    @Test
    void showsAMessageInAMessage() {
        Message outer = Message.of("error.integrity", "backup.db", Message.of("finding.empty"));

        assertThat(outer).hasToString("backup.db is damaged and was not restored: The file is empty (0 bytes).");
    }

    @Test
    void showsAnInstantAsPeopleDo() {
        String shown = Message.of("warning.not-remembered", Instant.parse("2026-11-22T14:03:11Z"))
                .in(Locale.ENGLISH);

        assertThat(shown).contains("2026").doesNotContain("T14").doesNotContain("Z");
    }

    @Test
    void takesArgumentsWithBracesAndQuotesAsTheyAre() {
        Message message = Message.of("error.invalid-name", "it's {1} '{'");

        assertThat(message).hasToString("“it's {1} '{'” is not a name that a backup can have.");
    }

    @Test
    void keepsItsArgumentsWhateverHappensToTheList() {
        List<Object> arguments = new ArrayList<>(List.of("x"));
        Message message = new Message("unknown", arguments);

        arguments.add("y");

        assertThat(message.arguments()).containsExactly("x");
    }
}
