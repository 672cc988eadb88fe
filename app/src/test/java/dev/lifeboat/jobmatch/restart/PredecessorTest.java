package dev.lifeboat.jobmatch.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process before this one, as an environment variable tells it. */
class PredecessorTest {
    @Test
    void aValueIsReadAsItWasWritten() {
        Predecessor predecessor = new Predecessor(4711, Instant.ofEpochMilli(1_234_567_890_123L));

        assertThat(Predecessor.parse(predecessor.value())).contains(predecessor);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "1@", "@1", "-1@1", "1@1 ", "a@b", "99999999999999999999@1"})
    void anythingElseIsNoPredecessor(String value) {
        assertThat(Predecessor.parse(value)).isEmpty();
    }

    @Test
    void thisProcessLives() {
        assertThat(Predecessor.ofThisProcess().lives()).isTrue();
    }

    @Test
    void anotherProcessThatGotTheNumberIsNotThePredecessor() {
        Predecessor now = Predecessor.ofThisProcess();

        assertThat(new Predecessor(now.pid(), now.startedAt().minusSeconds(60)).lives())
                .isFalse();
    }

    @Test
    void aClockThatIsSetALittleMakesNoOtherProcess() {
        Predecessor now = Predecessor.ofThisProcess();

        assertThat(new Predecessor(now.pid(), now.startedAt().plusSeconds(2)).lives())
                .isTrue();
    }

    @Test
    void aProcessThatHasEndedDoesNotLive() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Instant startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        process.waitFor();

        assertThat(new Predecessor(process.pid(), startedAt).lives()).isFalse();
    }
}
