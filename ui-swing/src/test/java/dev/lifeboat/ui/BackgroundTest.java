package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which thread does what. */
class BackgroundTest {
    private final Background background = new Background();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void worksElsewhereAndAnswersOnTheEventThread() throws Exception {
        CompletableFuture<Boolean> worksOnEventThread = new CompletableFuture<>();
        CompletableFuture<Boolean> answersOnEventThread = new CompletableFuture<>();

        background.run(
                () -> worksOnEventThread.complete(EventQueue.isDispatchThread()),
                result -> answersOnEventThread.complete(EventQueue.isDispatchThread()),
                answersOnEventThread::completeExceptionally);

        assertThat(answersOnEventThread.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worksOnEventThread).isCompletedWithValue(false);
    }

    @Test
    void aFailureIsAnAnswer() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();
        IOException thrown = new IOException("full");

        background.run(
                () -> {
                    throw thrown;
                },
                result -> failure.complete(new IllegalStateException("no failure")),
                failure::complete);

        assertThat(failure.get(10, TimeUnit.SECONDS)).isSameAs(thrown);
    }

    @Test
    void anErrorIsAnAnswerToo() throws Exception {
        CompletableFuture<Exception> failure = new CompletableFuture<>();

        background.run(
                () -> {
                    throw new StackOverflowError("deep");
                },
                result -> failure.complete(new IllegalStateException("no failure")),
                failure::complete);

        assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessageContaining("deep");
    }

    @Test
    void isBusyUntilTheAnswer() throws Exception {
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<Boolean> busyAtAnswer = new CompletableFuture<>();

        background.run(
                mayEnd::get, result -> busyAtAnswer.complete(background.isBusy()), busyAtAnswer::completeExceptionally);
        boolean busyBefore = background.isBusy();
        mayEnd.complete(null);

        assertThat(busyBefore).isTrue();
        assertThat(busyAtAnswer.get(10, TimeUnit.SECONDS)).isFalse();
    }
}
