package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Numbers that scripts rely on. */
class ExitCodeTest {
    @Test
    void everyErrorHasANumberOfItsOwn() {
        List<Integer> numbers = Arrays.stream(BackupError.values())
                .map(error -> ExitCode.of(error).number())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void noTwoOutcomesShareANumber() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).doesNotHaveDuplicates();
    }

    @Test
    void theNumbersAreThoseThatArePromised() {
        assertThat(ExitCode.SUCCESS.number()).isZero();
        assertThat(ExitCode.of(BackupError.UNKNOWN).number()).isEqualTo(1);
        assertThat(ExitCode.USAGE.number()).isEqualTo(2);
        assertThat(ExitCode.CONFIRMATION_REQUIRED.number()).isEqualTo(3);
        assertThat(ExitCode.DAMAGE_FOUND.number()).isEqualTo(4);
        assertThat(ExitCode.CLEANUP_INCOMPLETE.number()).isEqualTo(5);
        int number = 10;
        for (BackupError error : BackupError.values()) {
            if (error != BackupError.UNKNOWN) {
                assertThat(ExitCode.of(error).number()).as(error.name()).isEqualTo(number++);
            }
        }
    }

    @Test
    void everyNumberIsExplainedInEveryLanguage() {
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            for (ExitCode code : ExitCode.values()) {
                assertThat(code.meaning(new Texts(locale))).isNotBlank();
            }
        }
    }
}
