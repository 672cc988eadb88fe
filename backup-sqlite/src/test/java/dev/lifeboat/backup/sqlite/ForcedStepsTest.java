package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.spi.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ForcedStepsTest {
    /** The system refuses to force it. */
    private static final Path NEVER_FORCED = Path.of("/dev/null");

    @TempDir
    Path folder;

    private final List<Long> heard = new ArrayList<>();
    private final Monitor monitor = (done, total) -> heard.add(done);

    @Test
    void passOnWhatIsDone() throws Exception {
        Path copy = Files.createFile(folder.resolve("copy"));

        try (ForcedSteps steps = ForcedSteps.of(copy, monitor)) {
            steps.progress(1, 3);
            steps.progress(2, 3);
            steps.progress(3, 3);

            assertThatCode(steps::requireForced).doesNotThrowAnyException();
        }

        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no such file there")
    void rememberThatOneOfThemFailed() throws Exception {
        try (ForcedSteps steps = ForcedSteps.of(NEVER_FORCED, monitor)) {
            steps.progress(1, 3);
            steps.progress(2, 3);

            assertThatThrownBy(steps::requireForced).isInstanceOf(IOException.class);
        }

        assertThat(heard).containsExactly(1L, 2L);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no such file there")
    void leaveTheLastOneToWhoeverForcesTheFinishedCopy() throws Exception {
        try (ForcedSteps steps = ForcedSteps.of(NEVER_FORCED, monitor)) {
            steps.progress(3, 3);

            assertThatCode(steps::requireForced).doesNotThrowAnyException();
        }
    }
}
