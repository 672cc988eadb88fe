package dev.lifeboat.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Many processes with one database. Alone, because who waits too long for a lock gives up. */
@Isolated
@Timeout(600)
@EnabledOnOs(value = OS.LINUX, disabledReason = "there is no LD_PRELOAD elsewhere")
class EverythingAtOnceIT {
    @TempDir
    Path folder;

    @Test
    void isAsIfOneAfterTheOther() throws Exception {
        assertThat(new Trials(folder).run("together")).contains("mode WAL", "mode DELETE");
    }
}
