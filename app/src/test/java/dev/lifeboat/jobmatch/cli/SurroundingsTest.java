package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it changes what the whole process has once")
class SurroundingsTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US"})
    void speaksTheLanguageOfTheEnvironmentWhereTheSystemDoesNotHaveIt(String fallback) {
        Locale.setDefault(Locale.forLanguageTag(fallback));

        Locale locale = Surroundings.locale(Map.of("LANG", "de_DE.UTF-8"));

        assertThat(locale).isEqualTo(Locale.GERMANY);
    }

    @Test
    void keepsTheLocaleThatJavaFound() {
        Locale.setDefault(Locale.UK);

        Locale locale = Surroundings.locale(Map.of("LANG", "de_DE.UTF-8"));

        assertThat(locale).isEqualTo(Locale.UK);
    }

    @Test
    void staysEnglishInThePosixLocaleAndWithAnEmptyEnvironment() {
        Locale.setDefault(Locale.ENGLISH);

        assertThat(Surroundings.locale(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(Surroundings.locale(Map.of("LANG", "POSIX"))).isEqualTo(Locale.ENGLISH);
        assertThat(Surroundings.locale(Map.of())).isEqualTo(Locale.ENGLISH);
    }
}
