package dev.lifeboat.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Identifiers that file names, sidecars and scripts rely on. */
@Isolated("it changes what the whole process has once")
class IdentifiersTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void putTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    @Tag("FR-005")
    void kindsAreStable() {
        assertThat(Arrays.stream(BackupKind.values()).map(BackupKind::id))
                .containsExactly("manual", "automatic", "pre-migration", "safety");
    }

    @Test
    @Tag("FR-005")
    void kindsAreFoundByTheirIdAlone() {
        for (BackupKind kind : BackupKind.values()) {
            assertThat(BackupKind.fromId(kind.id())).contains(kind);
        }
        for (String other : new String[] {"", "MANUAL", "Manual", "pre_migration", "manual ", "manuel"}) {
            assertThat(BackupKind.fromId(other)).isEmpty();
        }
    }

    @Test
    @Tag("FR-022")
    void reasonsToKeepAreStableAndHaveWords() {
        assertThat(Arrays.stream(KeepReason.values()).map(KeepReason::id))
                .containsExactly("recent", "pre-migration", "last-verified", "future", "foreign", "no-verified-backup");
        for (KeepReason reason : KeepReason.values()) {
            assertThat(reason.text(Locale.ENGLISH)).isNotBlank().doesNotStartWith("keep.");
        }
    }

    @Test
    @Tag("FR-009")
    void statesAndOperationsAreStableInEveryLanguageOfTheSystem() {
        Locale.setDefault(Locale.forLanguageTag("tr"));

        assertThat(Arrays.stream(BackupState.values()).map(BackupState::id))
                .containsExactly("verified", "unverified", "damaged", "foreign");
        assertThat(Arrays.stream(DatabaseState.values()).map(DatabaseState::id))
                .containsExactly("clean", "old", "new", "neither");
        assertThat(Arrays.stream(Operation.values()).map(Operation::id))
                .containsExactly("create", "verify", "restore", "delete", "cleanup", "recover", "annotate");
        assertThat(Arrays.stream(KeepReason.values()).map(KeepReason::id)).allMatch(id -> id.matches("[a-z-]+"));
    }
}
