package dev.lifeboat.jobmatch.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.jobmatch.restart.RestartException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the old process does. */
class RestartTest {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final List<Integer> exits = new ArrayList<>();
    private final Successor successor = new Successor();
    private ProcessBuilder builder;

    @Test
    void itEndsWithoutErrorWhenItsSuccessorLives() throws Exception {
        restart().now();

        assertThat(exits).containsExactly(0);
        assertThat(successor.waited).isEqualTo(MOMENT);
        assertThat(successor.destroyed).isFalse();
    }

    @Test
    void theSuccessorIsToldItsPredecessorInPlaceOfAnyBefore() throws Exception {
        restart().now();

        assertThat(builder.environment())
                .containsEntry(Predecessor.VARIABLE, Predecessor.ofThisProcess().value());
        assertThat(builder.command()).endsWith("java", "", "a b");
    }

    @Test
    void itGoesOnWhenItsSuccessorEndsAtOnce() {
        successor.ended = true;

        assertThatThrownBy(() -> restart().now())
                .isInstanceOfSatisfying(
                        RestartException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.ENDED_AT_ONCE))
                .hasMessageContaining("exit code 42");
        assertThat(exits).isEmpty();
    }

    @Test
    void itGoesOnWhenTheSystemStartsNoProcess() {
        Restart restart = new Restart(
                () -> List.of("java"),
                ignored -> {
                    throw new IOException("no memory");
                },
                MOMENT,
                exits::add);

        assertThatThrownBy(restart::now).isInstanceOfSatisfying(RestartException.class, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.NOT_STARTED);
            assertThat(failure.text(Locale.ENGLISH)).contains("no memory", "by hand");
            assertThat(failure.text(Locale.FRANCE)).isEqualTo(failure.text(Locale.ENGLISH));
            assertThat(failure.text(Locale.GERMANY)).contains("no memory", "von Hand");
        });
        assertThat(exits).isEmpty();
    }

    @Test
    void itGoesOnWhenTheCommandDoesNotExist() {
        Restart restart =
                new Restart(() -> List.of("/no/such/java"), ProcessBuilder::start, Duration.ofMinutes(1), exits::add);

        assertThatThrownBy(restart::now).isInstanceOf(RestartException.class).hasMessageContaining("by hand");
        assertThat(exits).isEmpty();
    }

    @Test
    void theSuccessorIsEndedAgainWhenTheWaitIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> restart().now()).isInstanceOf(InterruptedException.class);
        assertThat(successor.destroyed).isTrue();
        assertThat(exits).isEmpty();
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        for (Reason reason : Reason.values()) {
            RestartException failure = new RestartException(reason, "it''s {x}", null);

            assertThat(failure.getMessage()).contains("it''s {x}").endsWith(" by hand.");
            assertThat(failure.text(Locale.GERMAN)).contains("it''s {x}").endsWith(" von Hand neu.");
        }
    }

    private Restart restart() {
        return new Restart(
                () -> List.of("java", "", "a b"),
                prepared -> {
                    builder = prepared;
                    return successor;
                },
                MOMENT,
                exits::add);
    }

    /** A process that does not exist. */
    private static final class Successor extends Process {
        private boolean ended;
        private boolean destroyed;
        private Duration waited = Duration.ZERO;

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            waited = Duration.of(timeout, unit.toChronoUnit());
            return ended;
        }

        @Override
        public int exitValue() {
            return 42;
        }

        @Override
        public void destroy() {
            destroyed = true;
        }

        @Override
        public int waitFor() {
            return exitValue();
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }
    }
}
