package dev.lifeboat.jobmatch.cli;

import java.util.Optional;
import java.util.function.Supplier;

/** Asks a supplier when the answer is first needed, and keeps it; safe for use by several threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> asked;
    private Optional<T> answer = Optional.empty();

    Once(Supplier<T> asked) {
        this.asked = asked;
    }

    @Override
    public synchronized T get() {
        if (answer.isEmpty()) {
            answer = Optional.of(asked.get());
        }
        return answer.get();
    }
}
