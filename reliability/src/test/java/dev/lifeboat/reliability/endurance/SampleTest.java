package dev.lifeboat.reliability.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because it counts the threads of the whole process. */
@Isolated
class SampleTest {
    private static final int MANY = 20;

    @TempDir
    Path data;

    @Test
    void threadsThatAreAboutToEndDoNotCount() throws Exception {
        long before = Sample.take(0, data).threads();
        start(() -> Thread.sleep(100));

        long after = Sample.take(1, data).threads();

        assertThat(after).isLessThan(before + MANY / 2);
    }

    @Test
    void threadsThatStayCount() throws Exception {
        long before = Sample.take(0, data).threads();
        CountDownLatch end = new CountDownLatch(1);
        try {
            start(end::await);

            long after = Sample.take(1, data).threads();

            assertThat(after).isGreaterThan(before + MANY / 2);
        } finally {
            end.countDown();
        }
    }

    /** So many that those which Java starts and ends itself make no difference. */
    private static void start(Waiting waiting) {
        IntStream.range(0, MANY)
                .forEach(i -> new Thread(() -> {
                            try {
                                waiting.run();
                            } catch (InterruptedException wanted) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .start());
    }

    @FunctionalInterface
    private interface Waiting {
        void run() throws InterruptedException;
    }
}
