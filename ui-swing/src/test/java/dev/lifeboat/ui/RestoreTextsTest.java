package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestoreTextsTest {
    private final Texts english = new Texts(Locale.ENGLISH);
    private final Texts german = new Texts(Locale.GERMAN);

    @ParameterizedTest
    @EnumSource
    void everyOccasionHasItsWords(RestoreOccasion occasion) {
        for (String prefix : new String[] {"restore.lost.", "restore.keeps.", "stage.saving."}) {
            assertThat(german.text(occasion.key(prefix), "x")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRecoveryCaseHasATitle(RecoveryCase.Kind kind) {
        assertThat(german.text("recovery.title." + kind)).isNotEmpty();
    }

    @Nested
    class Failure {
        @Test
        void isToldOnceWhenItOnlyAddsThatTheDataIsAsBefore() {
            BackupException cause = new BackupException(BackupError.UNKNOWN, Message.literal("The disk is on fire."));
            BackupException failure = new BackupException(
                    BackupError.RESTORE_FAILED,
                    Message.of("error.restore-failed", "a.db", cause.message()),
                    Path.of("a.db"),
                    cause);

            FailureText text = FailureText.of(failure, english, "App");

            assertThat(text.message()).isEqualTo("The disk is on fire.");
            assertThat(text.hint()).isEqualTo("Solve the cause and try again.");
            assertThat(text.details()).startsWith("RESTORE_FAILED").contains("a.db", "The disk is on fire.");
        }

        @Test
        void keepsAdviceOfItsOwn() {
            Message advice = Message.of("hint.move-away");
            BackupException failure =
                    new BackupException(BackupError.RESTORE_FAILED, Message.literal("A folder.")).withHint(advice);

            assertThat(FailureText.of(failure, german, "App").hint()).isEqualTo(advice.in(Locale.GERMAN));
        }

        @Test
        void withoutWordsOfItsOwnIsNamed() {
            FailureText text = FailureText.of(new IOException(), english, "App");

            assertThat(text.message()).contains("java.io.IOException");
            assertThat(text.hint()).isNotEmpty();
        }
    }
}
