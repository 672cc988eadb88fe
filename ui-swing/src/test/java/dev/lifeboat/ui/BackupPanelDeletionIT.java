package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a person deletes backups: one, or the old ones. */
@Timeout(120)
class BackupPanelDeletionIT {
    @TempDir
    private Path folder;

    private PanelScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new PanelScene(folder);
    }

    @AfterEach
    void cleanUp() throws Exception {
        scene.close();
    }

    @Nested
    class Delete {
        @Test
        void asksNamesTheFileAndDeletes() throws Exception {
            Backup first = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
            Backup second = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.select(first.name());

            scene.robot.pressAndReleaseKeys(KeyEvent.VK_DELETE);
            DialogFixture question = scene.dialog("delete");
            question.textBox("delete-file").requireText(first.name());
            question.button("cancel").requireFocused();
            question.button("confirm").click();
            scene.untilMessage("Backup deleted: " + first.name());

            scene.until("one row", () -> scene.names().equals(List.of(second.name())));
            assertThat(first.path()).doesNotExist();
        }

        @Test
        void isGivenUpByEscapeAndByEnter() throws Exception {
            Backup first = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
            scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);

            for (int key : new int[] {KeyEvent.VK_ESCAPE, KeyEvent.VK_ENTER}) {
                scene.select(first.name());
                scene.click("delete");
                scene.dialog("delete").button("cancel").requireFocused();
                scene.robot.pressAndReleaseKeys(key);
                scene.untilNoDialog();
            }

            assertThat(first.path()).exists();
        }

        @Test
        void ofTheLastOneIsRefusedInWords() throws Exception {
            Backup only = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.select(only.name());

            scene.click("delete");
            DialogFixture question = scene.dialog("delete");
            question.button("confirm").click();
            scene.until(
                    "refusal",
                    () -> question.textBox("delete-message")
                            .text()
                            .contains("is the last backup that is not damaged."));
            question.button("cancel").requireText("Close").click();

            assertThat(only.path()).exists();
        }
    }

    @Nested
    class CleanUp {
        @Test
        void showsWhatGoesAndWhatStaysAndDoesIt() throws Exception {
            Backup old = scene.made(Duration.ofDays(40), BackupKind.MANUAL);
            Backup update = scene.made(Duration.ofDays(50), BackupKind.PRE_MIGRATION);
            Backup young = scene.made(Duration.ofHours(1), BackupKind.AUTOMATIC);
            scene.open(Locale.ENGLISH);

            scene.click("clean-up");
            DialogFixture question = scene.dialog("clean-up");
            String[][] goes = question.table("deletions").contents();
            String[][] stays = question.table("kept").contents();
            question.button("cancel").requireFocused();
            question.button("confirm").requireText("Delete 1 backup").click();
            scene.untilMessage("1 backup was deleted");

            assertThat(goes).hasDimensions(1, 5);
            assertThat(goes[0]).contains("Manual", "older than 30 days");
            assertThat(stays).hasDimensions(2, 5);
            assertThat(stays[0]).contains("Automatic", "newer than the limit");
            assertThat(stays[1]).contains("Before update", "made before an update");
            scene.until("two rows", () -> scene.names().equals(List.of(young.name(), update.name())));
            assertThat(old.path()).doesNotExist();
        }

        @Test
        void saysWhenThereIsNothingToDelete() throws Exception {
            scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.GERMAN);

            scene.click("clean-up");

            DialogFixture told = scene.dialog("clean-up");
            assertThat(told.textBox("explanation").text()).startsWith("Es gibt nichts zu löschen.");
            told.button("cancel").requireText("Schließen").click();
            scene.untilNoDialog();
        }
    }
}
