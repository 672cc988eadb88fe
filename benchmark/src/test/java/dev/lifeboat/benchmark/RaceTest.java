package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void everybodyRunsOnceInEveryRound() throws Exception {
        new Race(0, 5).run(List.of(runner("a"), runner("b"), runner("c")));

        for (int round = 0; round < 5; round++) {
            assertThat(order.subList(3 * round, 3 * round + 3)).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void everybodyFollowsEachOfTheOthers() throws Exception {
        List<String> names = List.of("a", "b", "c", "d");
        new Race(0, 20).run(names.stream().map(this::runner).toList());

        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < order.size(); i++) {
            pairs.add(order.get(i - 1) + order.get(i));
        }
        for (String first : names) {
            for (String second : names) {
                assertThat(first.equals(second) || pairs.contains(first + second))
                        .as(second + " after " + first)
                        .isTrue();
            }
        }
    }

    @Test
    void doesNotCountWarmUps() throws Exception {
        Contestant runner = runner("a");

        Map<Contestant, Samples> samples = new Race(2, 3).run(List.of(runner));

        assertThat(samples.get(runner).values()).containsExactly(3.0, 4.0, 5.0);
    }

    private Contestant runner(String name) {
        return new Contestant.Measured(name, () -> {
            order.add(name);
            return order.size();
        });
    }
}
