package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.ProgressListener;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restores that are refused or fail, as a person sees them, with the real provider and real files. */
class RestoreFailureIT {
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
    class Refusing {
        @Test
        void aBackupFullOfZerosIsOfferedForDeletionAndTheDataUntouched() throws Exception {
            RestoreScene.destroy(backup.path());

            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-failed");

            report.textBox("restore-report").requireText("The restore did not succeed. Your data is as it was before.");
            assertThat(report.textBox("restore-reason").text()).contains(backup.name(), "damaged");
            report.button("restore-delete").requireText("Delete this backup…");
            report.button("restore-close").click();
            scene.untilQuiet();
            requireNothingChanged();
        }

        @Test
        void aBackupKnownToBeDamagedIsRefusedAtOnce() throws Exception {
            RestoreScene.destroy(backup.path());
            scene.real.verify(backup.name(), ProgressListener.NONE);

            start(scene.service, Locale.ENGLISH);
            DialogFixture report = scene.dialog("restore-refused");

            report.textBox("restore-report").requireText("This backup cannot be restored. Nothing was changed.");
            report.button("restore-delete").requireEnabled();
            report.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
            scene.untilQuiet();
            requireNothingChanged();
        }

        @Test
        void aBackupOfANewerVersionIsRefusedWithBothVersions() throws Exception {
            scene.sql.run("PRAGMA user_version = 9");
            backup = scene.backup();
            scene.sql.run("PRAGMA user_version = 6");

            start(scene.service, Locale.ENGLISH);
            DialogFixture report = scene.dialog("restore-refused");

            assertThat(report.textBox("restore-reason").text()).contains("version 9", "up to 6");
            report.textBox("restore-hint").requireText("Update the application, then restore this backup.");
            report.button("restore-close").click();
            scene.untilQuiet();
            requireNothingChanged();
        }

        @Test
        void aBackupThatIsGoneIsSaidToBeGone() throws Exception {
            Files.delete(backup.path());

            start(scene.service, Locale.ENGLISH);
            DialogFixture report = scene.dialog("restore-refused");

            assertThat(report.textBox("restore-reason").text()).contains(backup.name());
        }
    }

    @Nested
    class Failing {
        @Test
        void midwaySaysThatTheOldDataIsThere() throws Exception {
            try (SqliteShell.Lock writer = scene.sql.lock()) {
                start(scene.service, Locale.ENGLISH);
                scene.dialog("restore-question").button("restore-confirm").click();
                DialogFixture report = scene.dialog("restore-failed");

                report.textBox("restore-report")
                        .requireText("The restore did not succeed. Your data is as it was before.");
                assertThat(report.textBox("restore-reason").text()).contains("locked");
                assertThat(report.textBox("restore-hint").text()).startsWith("Close the other application");
                report.button("restore-close").click();
                scene.untilQuiet();
            }

            requireNothingChanged();
            assertThat(scene.host.released).isFalse();
        }

        @Test
        void inAnUnknownStateSaysWhatWasFoundAndPromisesNothing() {
            BackupException unknown = new BackupException(
                    BackupError.UNKNOWN,
                    Message.of("error.restore-unknown", backup.name(), "torn", Message.of("state-found.new")));

            start(scene.failing("restore", unknown), Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-failed");

            report.textBox("restore-report").requireText("The restore did not succeed.");
            assertThat(report.textBox("restore-reason").text()).contains("the restored data is there");
            assertThat(report.textBox("restore-hint").text()).startsWith("Close Test Application and start it again");
        }

        @Test
        void withABugPromisesNothingEither() {
            start(scene.failing("restore", new IllegalStateException("a bug")), Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();

            scene.dialog("restore-failed").textBox("restore-report").requireText("The restore did not succeed.");
        }

        @Test
        void toReleaseTheDatabaseChangesNothing() throws Exception {
            scene.host.releaseFails = true;

            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-failed");

            report.textBox("restore-report").requireText("The restore did not succeed. Your data is as it was before.");
            assertThat(report.textBox("restore-reason").text()).contains("a connection is in use");
            requireNothingChanged();
        }

        @Test
        void givesDetailsToReadAndToCopy() throws Exception {
            scene.host.releaseFails = true;

            start(scene.service, Locale.ENGLISH);
            scene.dialog("restore-question").button("restore-confirm").click();
            DialogFixture report = scene.dialog("restore-failed");
            report.button("show-details").click();
            report.button("copy-details").click();

            assertThat(report.textBox("details").text()).contains("HostException: a connection is in use");
            Object copied = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
            assertThat(copied).isEqualTo(report.textBox("details").text());
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
