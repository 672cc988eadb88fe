package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.RestoreResult;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way a database can be unusable at the start, with the real provider and real files. */
class RecoveryWindowIT {
    @TempDir
    Path folder;

    private RestoreScene scene;
    private Backup backup;
    private RecoveryScene recovery;

    @BeforeEach
    void makeABackup() throws Exception {
        scene = new RestoreScene(folder);
        backup = scene.backup();
        recovery = new RecoveryScene(scene);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DAMAGED, Your data file is damaged, Ihre Datendatei ist beschädigt",
        "MISSING, Your data file is missing, Ihre Datendatei fehlt",
        "TOO_NEW, Your data was written by a newer version, Ihre Daten stammen von einer neueren Version",
        "INTERRUPTED, An earlier restore was interrupted, Ein früheres Wiederherstellen wurde unterbrochen",
        "MIGRATION_FAILED, Your data could not be updated, Ihre Daten konnten nicht aktualisiert werden",
        "UNAVAILABLE, Your data cannot be opened right now, Ihre Daten lassen sich gerade nicht öffnen"
    })
    void theTitleSaysTheState(RecoveryCase.Kind kind, String english, String german) {
        FrameFixture shown = recovery.open(recovery.aCase(kind, List.of(backup), false), Locale.ENGLISH);

        shown.label("recovery-title").requireText(english);
        assertThat(shown.target().getTitle()).isEqualTo(english + " – Test Application");
        shown.textBox("recovery-message").requireText("It is like this.");
        GuiActionRunner.execute(recovery.window()::dispose);

        recovery.open(recovery.aCase(kind, List.of(backup), false), Locale.GERMANY)
                .label("recovery-title")
                .requireText(german);
    }

    @Nested
    class Damaged {
        @Test
        void isRestoredAndTheDamagedFileKept() throws Exception {
            RestoreScene.destroy(scene.configuration.database());
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            assertThat(shown.textBox("recovery-explanation").text())
                    .contains("damaged file", scene.configuration.folder().toString());
            shown.button("recovery-restore").click();
            DialogFixture question = scene.dialog("restore-question");
            assertThat(question.textBox("restore-kept").text()).startsWith("The damaged file is copied");
            question.textBox("restore-then").requireText("Test Application opens afterwards.");
            question.button("restore-confirm").click();
            scene.until("started again", () -> recovery.asked.contains("again"));

            assertThat(scene.text()).isEqualTo("old");
            RestoreResult result = scene.host.restarted;
            assertThat(result.safetyBackup()).isEmpty();
            assertThat(result.preserved()).isNotEmpty().allMatch(Files::exists);
            assertThat(scene.host.restartedOnEventThread).isFalse();
            shown.progressBar("recovery-working").requireVisible();
            shown.button("recovery-restore").requireDisabled();
        }

        @Test
        void isRestoredWithTheKeyboardAlone() throws Exception {
            RestoreScene.destroy(scene.configuration.database());
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            scene.until(
                    "the table has the focus",
                    () -> GuiActionRunner.execute(
                            () -> shown.table("backups").target().isFocusOwner()));
            scene.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
            scene.dialog("restore-question");
            scene.pressWithAlt(KeyEvent.VK_R);
            scene.until("started again", () -> recovery.asked.contains("again"));

            assertThat(scene.text()).isEqualTo("old");
        }

        @Test
        void staysAsItIsWhenThePersonCancels() throws Exception {
            RestoreScene.destroy(scene.configuration.database());
            byte[] damaged = Files.readAllBytes(scene.configuration.database());
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            shown.button("recovery-restore").click();
            scene.dialog("restore-question").button("restore-cancel").click();
            scene.untilQuiet();

            assertThat(scene.configuration.database()).hasBinaryContent(damaged);
            assertThat(recovery.asked).isEmpty();
            shown.button("recovery-restore").requireEnabled();
        }

        @Test
        void withADamagedBackupTooSaysThatNothingWasChanged() throws Exception {
            RestoreScene.destroy(scene.configuration.database());
            RestoreScene.destroy(backup.path());
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            shown.button("recovery-restore").click();
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-failed");

            report.textBox("restore-report").requireText("The restore did not succeed. Nothing was changed.");
            report.button("restore-delete").requireEnabled();
            assertThat(recovery.asked).isEmpty();
        }

        @Test
        void withoutBackupsSaysWhatCanBeDone() throws Exception {
            Path elsewhere = Files.move(backup.path(), folder.resolve("elsewhere.db"));
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(), false), Locale.ENGLISH);

            assertThat(shown.textBox("recovery-no-backup").text())
                    .contains(scene.configuration.folder().toString());
            shown.button("recovery-restore").requireDisabled();

            Files.move(elsewhere, backup.path());
            recovery.comeBack();
            recovery.untilRestorable(shown);
            shown.table("backups").requireRowCount(1);
        }
    }

    @Nested
    class Missing {
        @Test
        void isRestored() throws Exception {
            Files.delete(scene.configuration.database());
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.MISSING, List.of(backup), true), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            shown.button("recovery-restore").click();
            DialogFixture question = scene.dialog("restore-question");
            assertThat(question.textBox("restore-overwritten").text()).startsWith("There is nothing at ");
            question.button("restore-confirm").click();
            scene.until("started again", () -> recovery.asked.contains("again"));

            assertThat(scene.text()).isEqualTo("old");
        }

        @Test
        void beginsEmptyOnlyAfterAsking() {
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.MISSING, List.of(backup), true), Locale.ENGLISH);

            shown.button("recovery-empty").click();
            scene.dialog("empty-question").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            scene.until("answered", () -> scene.dialogs().isEmpty());
            assertThat(recovery.asked).isEmpty();

            shown.button("recovery-empty").click();
            scene.dialog("empty-question").button("empty-confirm").click();
            scene.until("begun", () -> recovery.asked.contains("empty"));
        }
    }

    @Nested
    class TooNew {
        @Test
        void keepsTheNewerDataAsASafetyBackupAndHandsOverOnce() throws Exception {
            scene.sql.run("PRAGMA user_version = 9");
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.TOO_NEW, List.of(backup), false), Locale.ENGLISH);

            recovery.untilRestorable(shown);
            shown.button("recovery-restore").click();
            DialogFixture question = scene.dialog("restore-question");
            assertThat(question.textBox("restore-kept").text()).startsWith("A safety backup of the newer data");
            question.button("restore-confirm").click();
            scene.until("started again", () -> recovery.asked.contains("again"));
            recovery.comeBack();
            scene.untilQuiet();

            Backup safety = scene.host.restarted.safetyBackup().orElseThrow();
            assertThat(new SqliteShell(safety.path()).run("PRAGMA user_version"))
                    .isEqualTo("9");
            shown.button("recovery-restore").requireDisabled();
            shown.button("recovery-quit").requireEnabled();
            assertThat(recovery.asked).containsExactly("again");
        }

        @Test
        void advisesTheNewerVersionFirstAndExplainsBackupsThatAreTooNewAsWell() throws Exception {
            scene.sql.run("PRAGMA user_version = 9");
            Backup newer = scene.backup();
            FrameFixture shown = recovery.open(
                    recovery.aCase(RecoveryCase.Kind.TOO_NEW, List.of(newer, backup), false), Locale.ENGLISH);

            assertThat(shown.textBox("recovery-hint").text())
                    .startsWith("Install the newer version of Test Application first");
            recovery.untilRestorable(shown);
            shown.table("backups").requireSelectedRows(1);

            shown.table("backups").selectRows(0);
            scene.untilQuiet();
            assertThat(shown.textBox("recovery-explanation").text()).contains("version 9", "up to 6");
            shown.button("recovery-restore").requireDisabled();
        }
    }

    @Nested
    class Unavailable {
        @Test
        void canBeTriedAgain() {
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.UNAVAILABLE, List.of(), false), Locale.ENGLISH);

            shown.button("recovery-again").click();

            assertThat(recovery.asked).containsExactly("again");
            shown.button("recovery-again").requireDisabled();
            shown.button("recovery-quit").requireEnabled();
        }

        @Test
        void showsTheNextCaseInTheSameWindow() {
            FrameFixture shown =
                    recovery.open(recovery.aCase(RecoveryCase.Kind.UNAVAILABLE, List.of(), false), Locale.ENGLISH);

            RecoveryCase next = recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false);
            GuiActionRunner.execute(() -> recovery.window().present(next));

            shown.label("recovery-title").requireText("Your data file is damaged");
            recovery.untilRestorable(shown);
        }
    }

    @Test
    void closingQuits() {
        FrameFixture shown =
                recovery.open(recovery.aCase(RecoveryCase.Kind.DAMAGED, List.of(backup), false), Locale.ENGLISH);

        shown.close();
        scene.until("quit", () -> recovery.asked.contains("quit"));
        shown.button("recovery-quit").click();

        assertThat(recovery.asked).containsExactly("quit", "quit");
    }
}
