package dev.lifeboat.jobmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures for programs: an object like every other answer. */
class JsonFailuresTest {
    private final Fixture lifeboat = new Fixture();

    @ParameterizedTest
    @EnumSource(BackupError.class)
    void everyErrorHasItsCodeASentenceAHintAndItsExitCode(BackupError error) {
        lifeboat.service.failure = Optional.of(
                new BackupException(error, Message.of("error.database-missing", "/data/my.db"), Samples.DATABASE));

        ExitCode exitCode = lifeboat.run("create", "--json");

        JsonObject failure = lifeboat.json().getAsJsonObject("error");
        assertThat(exitCode).isEqualTo(ExitCode.of(error));
        assertThat(failure.get("code").getAsString()).isEqualTo(error.name());
        assertThat(failure.get("message").getAsString()).isEqualTo("There is no database at /data/my.db.");
        assertThat(failure.get("hint").getAsString()).isEqualTo(error.hint().in(Locale.UK));
    }

    @Test
    void aBugIsUnknownAndShowsNoStackTrace() {
        lifeboat.service.bug = Optional.of(new IllegalStateException("boom"));

        ExitCode exitCode = lifeboat.run("create", "--json");

        assertThat(exitCode).isEqualTo(ExitCode.UNKNOWN);
        assertThat(lifeboat.json().getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("UNKNOWN");
        assertThat(lifeboat.out()).contains("IllegalStateException: boom").doesNotContain("\tat ");
        assertThat(lifeboat.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json",
                "crate --json",
                "create --json",
                "create --json --database",
                "create --json --database a --database b",
                "create --json --database a --older-than 3d",
                "create --json --database a --kind safety",
                "create --json --database a b",
                "verify --json --database a",
                "verify --json --database a b --all",
                "restore --json --database a --yes",
                "cleanup --json --database a --older-than 3y",
                "list --json --unheard-of --database a"
            })
    void wrongUsageIsAnObjectToo(String words) {
        ExitCode exitCode = lifeboat.runWords(words.split(" "));

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(lifeboat.json().getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("USAGE");
        assertThat(lifeboat.json().getAsJsonObject("error").get("hint").getAsString())
                .contains("--help");
        assertThat(lifeboat.service.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restore x", "delete x", "cleanup"})
    void programsAreNeverAskedNotEvenOnATerminal(String words) {
        lifeboat.terminal.somebodyThere = true;

        ExitCode exitCode = lifeboat.runWords((words + " --json --database a").split(" "));

        assertThat(exitCode).isEqualTo(ExitCode.CONFIRMATION_REQUIRED);
        assertThat(lifeboat.json().getAsJsonObject("error").get("code").getAsString())
                .isEqualTo("CONFIRMATION_REQUIRED");
        assertThat(lifeboat.terminal.questions).isEmpty();
        assertThat(lifeboat.service.calls).noneMatch(call -> call.equals("cleanUp") || call.equals(words));
    }
}
