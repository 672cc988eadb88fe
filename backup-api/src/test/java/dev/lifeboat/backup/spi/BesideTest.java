package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
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
