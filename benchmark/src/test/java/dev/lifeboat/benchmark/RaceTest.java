package dev.lifeboat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RaceTest {
    private final List<String> order = new ArrayList<>();

    @Test
    void alternatesAndLetsNobodyAlwaysFollowTheSame() throws Exception {
        new Race(0, 3).run(List.of(runner("a"), runner("b"), runner("c")));

        assertThat(order).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
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
