package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void measuresEverythingByDefault() {
        Options options = Options.parse(List.of());

        assertThat(options.topics()).containsExactly(Topic.values());
        assertThat(options.rounds()).isGreaterThanOrEqualTo(5);
        assertThat(options.sizes()).containsExactly(50);
        assertThat(options.results()).isEmpty();
    }

    @Test
    void takesEveryChoice() {
        Options options = Options.parse(List.of(
                "--rounds",
                "9",
                "--sizes",
                "10,50",
                "--large",
                "300",
                "--small",
                "5",
                "--backups",
                "70",
                "--only",
                "list,cold",
                "--results",
                "out.jsonl"));

        assertThat(options)
                .isEqualTo(new Options(
                        Set.of(Topic.LIST, Topic.COLD),
                        9,
                        List.of(10, 50),
                        300,
                        5,
                        70,
                        Optional.of(Path.of("out.jsonl"))));
    }

    @Test
    void quickKeepsFiveRounds() {
        assertThat(Options.parse(List.of("--quick")).rounds()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "--rounds", "--rounds 0", "--sizes 10,x", "--only nothing", "50"})
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(arguments.split(" "))));
    }
}
