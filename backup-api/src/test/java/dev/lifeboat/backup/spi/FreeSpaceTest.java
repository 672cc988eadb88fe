package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FR-027")
class FreeSpaceTest {
    @Test
    void bothNumbersAreShownInReadableUnits() {
        BackupException refusal = FreeSpace.insufficient(Path.of("/disk"), 12_300_000, 4_500_000);

        assertThat(refusal.error()).isEqualTo(BackupError.INSUFFICIENT_SPACE);
        assertThat(refusal.message(Locale.ENGLISH)).contains("12.3 MB", "4.5 MB");
        assertThat(refusal.message(Locale.GERMAN)).contains("12,3 MB", "4,5 MB");
    }

    @Test
    void numbersThatWouldLookTheSameAreShownToTheByte() {
        BackupException refusal = FreeSpace.insufficient(Path.of("/disk"), 3_741_000, 3_740_000);

        assertThat(refusal.message(Locale.ENGLISH)).contains("3,741,000 bytes", "3,740,000 bytes");
    }

    @Test
    void belowAFileThereIsAsMuchRoomAsBesideIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(FreeSpace.availableBytes(file.resolve("lifeboat.lock"))).isPositive();
    }
}
