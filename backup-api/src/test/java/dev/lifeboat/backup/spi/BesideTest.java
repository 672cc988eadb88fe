package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BesideTest {
    @Test
    void answerIsThatOfTheOtherThread() throws Exception {
        try (Beside<String> beside =
                Beside.start("elsewhere", () -> Thread.currentThread().getName())) {
            assertThat(beside.result()).isEqualTo("elsewhere");
            assertThat(beside.isDone()).isTrue();
        }
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new BackupException(BackupError.DATABASE_BUSY, Message.literal("busy")),
                new IOException("disk"),
                new IllegalStateException("bug"),
                new AssertionError("error"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failureIsThrownAsItIs(Throwable failure) {
        try (Beside<String> beside = Beside.start("failing", () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        })) {
            assertThatThrownBy(beside::result).isSameAs(failure);
        }
    }

    @Test
    void whatNoOtherThreadHasBegunIsDoneHere() throws Exception {
        List<Runnable> waiting = new ArrayList<>();
        try (Beside<Thread> beside = Beside.offer(waiting::add, Thread::currentThread)) {
            beside.runUnlessBegun();

            assertThat(beside.result()).isSameAs(Thread.currentThread());
            waiting.get(0).run();
        }
    }

    @Test
    void whatAnotherThreadHasBegunIsNotDoneTwice() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        try (Beside<Integer> beside = Beside.offer(task -> new Thread(task).start(), () -> {
            begun.countDown();
            mayEnd.await();
            return times.incrementAndGet();
        })) {
            begun.await();
            beside.runUnlessBegun();
            assertThat(beside.isDone()).isFalse();

            mayEnd.countDown();
            assertThat(beside.result()).isEqualTo(1);
            beside.runUnlessBegun();
            assertThat(times).hasValue(1);
        }
    }

    @Test
    void nothingGoesOnOnceItIsClosedAndAnInterruptIsKept() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Beside<Boolean> beside = Beside.start("slow", () -> {
            mayEnd.await();
            Thread.sleep(50);
            ended.set(true);
            return true;
        });

        Thread.currentThread().interrupt();
        mayEnd.countDown();
        beside.close();

        assertThat(ended).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }
}
