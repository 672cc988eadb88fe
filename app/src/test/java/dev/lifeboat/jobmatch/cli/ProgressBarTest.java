package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.Stage;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A bar for work that lasts. */
class ProgressBarTest {
    private final FakeTerminal terminal = new FakeTerminal();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void shortWorkShowsNoBar() {
        try (ProgressBar bar = bar(true)) {
            nanos.set(900_000_000);
            bar.onProgress(new Progress(Operation.CREATE, Stage.COPYING, 90));
        }

        assertThat(terminal.err().size()).isZero();
    }

    @Test
    void longWorkShowsPercentageAndStageAndIsWipedInTheEnd() {
        try (ProgressBar bar = bar(true)) {
            nanos.set(1_100_000_000);
            bar.onProgress(new Progress(Operation.CREATE, Stage.COPYING, 50));

            assertThat(terminal.err().toString())
                    .isEqualTo("\r[###############...............] 50 %  Copying the data");
        }

        assertThat(terminal.err().toString()).endsWith("\r" + " ".repeat(55) + "\r");
    }

    @Test
    void nobodyLooksSoNothingIsDrawn() {
        try (ProgressBar bar = bar(false)) {
            nanos.set(5_000_000_000L);
            bar.onProgress(new Progress(Operation.CREATE, Stage.COPYING, 50));
        }

        assertThat(terminal.err().size()).isZero();
    }

    private ProgressBar bar(boolean visible) {
        return new ProgressBar(terminal, new Texts(Locale.UK), visible, nanos::get);
    }
}
