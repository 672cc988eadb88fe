package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JLabel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore as a person sees it, with the real provider and real files. */
class RestoreFlowIT {
    @TempDir
    Path folder;

    private RestoreScene scene;
    private Backup backup;

    @BeforeEach
    void makeABackupAndGoOnWorking() throws Exception {
        scene = new RestoreScene(folder);
        backup = scene.backup();
        scene.change("new");
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Nested
    class Succeeding {
        @Test
        void bringsTheOldDataBackKeepsTheNewAndRestarts() throws Exception {
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            scene.untilQuiet();

            assertThat(scene.text()).isEqualTo("old");
            Backup safety = scene.host.restarted.safetyBackup().orElseThrow();
            assertThat(safety.kind()).contains(BackupKind.SAFETY);
            assertThat(new SqliteShell(safety.path()).run("SELECT text FROM note"))
                    .isEqualTo("new");
            assertThat(scene.host.releasedAtRestart).isTrue();
            assertThat(scene.host.restartedOnEventThread).isFalse();
            assertThat(scene.host.released).isFalse();
        }

        @Test
        void needsNothingButTheKeyboard() throws Exception {
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question");
            scene.pressWithAlt(KeyEvent.VK_R);
            scene.untilQuiet();

            assertThat(scene.text()).isEqualTo("old");
        }

        @Test
        void saysSoWhenTheApplicationDoesNotStartAgain() throws Exception {
            scene.host.restartFails = true;

            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-not-restarted");

            report.textBox("restore-report").requireText("Restored. Please start the application again.");
            assertThat(report.textBox("restore-reason").text()).contains("no such program");
            assertThat(scene.text()).isEqualTo("old");
            report.button("restore-close").click();
            scene.untilQuiet();
        }
    }

    @Nested
    class Asking {
        @Test
        void saysWhatComesBackWhatIsReplacedAndWhatIsKept() {
            start(scene.service, Locale.ENGLISH);
            DialogFixture question = scene.dialog("restore-question");

            assertThat(question.target().getTitle())
                    .startsWith("Restore the backup of ")
                    .endsWith("?");
            question.textBox("restore-name").requireText(backup.name());
            assertThat(question.textBox("restore-created").text()).endsWith("· just now");
            question.textBox("restore-schema").requireText("5");
            question.textBox("restore-kind").requireText("Manual");
            assertThat(question.textBox("restore-state").text()).startsWith("Verified");
            assertThat(question.textBox("restore-overwritten").text())
                    .contains(scene.configuration.database().toString());
            question.textBox("restore-kept")
                    .requireText("A safety backup of today's data is made first, so you can undo this.");
            question.textBox("restore-then").requireText("Test Application restarts.");
            question.textBox("restore-update").requireVisible();
        }

        @Test
        void speaksGerman() {
            start(scene.service, Locale.GERMANY);
            DialogFixture question = scene.dialog("restore-question");

            assertThat(question.target().getTitle())
                    .startsWith("Sicherung vom ")
                    .endsWith(" wiederherstellen?");
            question.button("restore-confirm").requireText("Diese Sicherung wiederherstellen");
            question.textBox("restore-then").requireText("Test Application startet neu.");
        }

        @Test
        void cancelIsTheDefaultAndChangesNothing() throws Exception {
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            scene.untilQuiet();

            requireNothingChanged();
        }

        @Test
        void escapeChangesNothing() throws Exception {
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            scene.untilQuiet();

            requireNothingChanged();
        }

        @Test
        void endsQuietlyWhenThePersonWouldRatherKeepEditing() throws Exception {
            scene.host.settles = false;

            start(scene.service, Locale.ENGLISH);
            scene.until("asked about edits", () -> scene.host.askedToSettle);
            scene.untilQuiet();

            requireNothingChanged();
        }

        @Test
        void asksOnceHoweverOftenItIsStarted() {
            RestoreFlow flow = flow(scene.service, Locale.ENGLISH);
            JFrame owner = scene.owner();
            GuiActionRunner.execute(() -> {
                flow.start(owner, backup.name());
                flow.start(owner, backup.name());
            });
            scene.dialog("restore-question").button("restore-cancel").click();
            scene.untilQuiet();

            assertThat(scene.dialogs()).isEmpty();
        }
    }

    @Nested
    class Running {
        @Test
        void cannotBeClosed() throws Exception {
            scene.host.mayRelease = new CountDownLatch(1);
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture progress = scene.dialog("restore-progress");

            progress.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            scene.pressWithAlt(KeyEvent.VK_F4);
            GuiActionRunner.execute(() ->
                    progress.target().dispatchEvent(new WindowEvent(progress.target(), WindowEvent.WINDOW_CLOSING)));
            scene.robot.waitForIdle();

            assertThat(scene.dialogs()).containsExactly("restore-progress");
            assertThat(scene.text()).isEqualTo("new");
            scene.host.mayRelease.countDown();
            scene.untilQuiet();
            assertThat(scene.text()).isEqualTo("old");
        }

        @Test
        void showsItsStagesInWords() {
            scene.host.mayRelease = new CountDownLatch(1);
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture progress = scene.dialog("restore-progress");

            assertThat(stages(progress))
                    .containsExactly(
                            "Checking the backup: running",
                            "Saving today's data: not yet",
                            "Restoring: not yet",
                            "Restarting: not yet");
            scene.host.mayRelease.countDown();
            scene.untilQuiet();
        }

        @Test
        void hasAllStagesButTheLastBehindItWhileTheApplicationRestarts() {
            scene.host.mayRestart = new CountDownLatch(1);
            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture progress = scene.dialog("restore-progress");
            scene.until("restarting", () -> scene.host.restarted != null);
            scene.robot.waitForIdle();

            assertThat(stages(progress))
                    .containsExactly(
                            "Checking the backup: done",
                            "Saving today's data: done",
                            "Restoring: done",
                            "Restarting: running");
            scene.host.mayRestart.countDown();
            scene.untilQuiet();
        }

        private List<String> stages(DialogFixture progress) {
            return List.of("stage-0", "stage-1", "stage-2", "stage-3").stream()
                    .map(name -> progress.label(name).target())
                    .map(label -> GuiActionRunner.execute(() -> spoken(label)))
                    .toList();
        }

        private static String spoken(JLabel label) {
            return label.getAccessibleContext().getAccessibleName();
        }
    }

    private RestoreFlow flow(BackupService service, Locale locale) {
        return GuiActionRunner.execute(() -> new RestoreFlow(service, scene.host, scene.background, locale));
    }

    private void start(BackupService service, Locale locale) {
        RestoreFlow flow = flow(service, locale);
        JFrame owner = scene.owner();
        GuiActionRunner.execute(() -> flow.start(owner, backup.name()));
    }

    private void requireNothingChanged() throws Exception {
        assertThat(scene.text()).isEqualTo("new");
        assertThat(scene.host.restarted).isNull();
        assertThat(scene.real.list().backups())
                .noneMatch(listed -> listed.kind().equals(Optional.of(BackupKind.SAFETY)));
    }
}
