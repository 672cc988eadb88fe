package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void measuresEverythingByDefault() {
        Options options = Options.parse(List.of());

        assertThat(options.topics()).containsExactly(Topic.values());
        assertThat(options.rounds()).isGreaterThanOrEqualTo(5);
        assertThat(options.sizes()).contains(50, 1024);
        assertThat(options.growthSizes()).contains(10, 4096);
        assertThat(options.writerSizes()).containsExactly(100, 1024);
        assertThat(options.backups()).containsExactly(1000, 10_000);
        assertThat(options.writesDocs()).isFalse();
        assertThat(options.results()).isEmpty();
    }

    @Test
    void takesEveryChoice() {
        Options options = Options.parse(
                List.of(("--rounds 9 --sizes 10,50 --restore 20 --growth 5,6 --writers 30 --large 300 --small 5"
                                + " --backups 70,700 --only list,cold --results out.jsonl --write-docs")
                        .split(" ")));

        assertThat(options)
                .isEqualTo(new Options(
                        Set.of(Topic.LIST, Topic.COLD),
                        9,
                        List.of(10, 50),
                        20,
                        List.of(5, 6),
                        List.of(30),
                        300,
                        5,
                        List.of(70, 700),
                        Optional.of(Path.of("out.jsonl")),
                        true));
    }

    @Test
    void quickKeepsFiveRounds() {
        assertThat(Options.parse(List.of("--quick")).rounds()).isEqualTo(5);
    }

    @Test
    void saysAllOptionsAndTopicsWhenAsked() {
        assertThat(Stream.of(Topic.values()).map(Topic::id)).allMatch(Options.USAGE::contains);
        assertThat(List.of("--quick", "--sizes", "--restore", "--growth", "--writers", "--write-docs"))
                .allMatch(Options.USAGE::contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fast",
                "--rounds",
                "--rounds 0",
                "--sizes 10,x",
                "--growth",
                "--backups 0",
                "--only nothing",
                "50"
            })
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(arguments.split(" "))));
    }
}
