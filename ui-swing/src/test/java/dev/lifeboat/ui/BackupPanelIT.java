package dev.lifeboat.ui;

import static dev.lifeboat.ui.PanelScene.onEventThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.Message;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAccumulator;
import javax.swing.Timer;
import org.assertj.swing.data.TableCell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person can do with the panel, against real files. */
@Timeout(120)
class BackupPanelIT {
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
    class Create {
        @Test
        void theEmptyPanelSaysWhatToDoFirst() {
            scene.open(Locale.ENGLISH);

            assertThat(scene.banner()).isEqualTo("No backups yet. Create the first one; it takes seconds.");
            scene.window.label("empty").requireVisible();
            scene.window.button("restore").requireDisabled().requireToolTip("Select a backup in the list first.");
        }

        @Test
        void showsProgressThenTheFileAndItsRow() throws Exception {
            scene.open(Locale.ENGLISH);
            scene.hold();

            scene.click("create");
            scene.untilProgressShows();
            String stage = scene.window.label("progress-stage").text();
            scene.goOn();
            scene.untilMessage("Backup created: ");
            scene.until("a row", () -> scene.names().size() == 1);
            scene.click("show");

            String name = scene.names().get(0);
            assertThat(stage).isNotEmpty();
            assertThat(scene.message()).isEqualTo("Backup created: " + name);
            assertThat(scene.selected()).containsExactly(name);
            assertThat(scene.banner()).isEqualTo("Protected. Last backup just now, verified.");
            assertThat(new SqliteShell(scene.folder.resolve(name)).run("PRAGMA integrity_check"))
                    .isEqualTo("ok");
        }

        @Test
        void leavesTheListUsableAndNothingElse() throws Exception {
            Backup backup = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.hold();

            scene.click("create");
            scene.until("running", () -> !scene.window.button("create").isEnabled());
            scene.window.table("backups").selectRows(0);

            scene.until("selected", () -> scene.selected().equals(List.of(backup.name())));
            for (String name : List.of("restore", "verify", "delete", "clean-up")) {
                scene.window
                        .button(name)
                        .requireDisabled()
                        .requireToolTip("Not possible now: another operation is running.");
            }
            scene.goOn();
            scene.untilMessage("Backup created: ");
            scene.window.button("verify").requireEnabled();
        }

        @Test
        void ofALargerFileLeavesTheWindowAlive() throws Exception {
            scene.sql.run("INSERT INTO note VALUES (randomblob(80000000))");
            scene.open(Locale.ENGLISH);
            LongAccumulator longestNanos = new LongAccumulator(Math::max, 0);
            long[] last = {System.nanoTime()};
            Timer heart = new Timer(10, beat -> {
                longestNanos.accumulate(System.nanoTime() - last[0]);
                last[0] = System.nanoTime();
            });
            onEventThread(() -> {
                last[0] = System.nanoTime();
                heart.start();
                return null;
            });

            scene.click("create");
            scene.untilMessage("Backup created: ");
            heart.stop();

            assertThat(Duration.ofNanos(longestNanos.get())).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        }

        @Test
        void whileAnotherRunsIsRefusedInWordsAndWorksAfterwards() throws Exception {
            scene.overlookWhatRuns();
            scene.open(Locale.ENGLISH);

            try (AutoCloseable elsewhere = scene.creatingElsewhere()) {
                scene.click("create");
                scene.untilMessage("Creating a backup is running on this database");
                assertThat(scene.message()).contains("Wait until it has finished and try again.");
                scene.window.toggleButton("message-details-toggle").click();
                assertThat(scene.window.textBox("message-details").text()).contains("OPERATION_IN_PROGRESS");
            }

            scene.click("create");
            scene.untilMessage("Backup created: ");
        }

        @Test
        void failsWithWhatToDo() throws Exception {
            scene.open(Locale.GERMAN);
            Files.delete(scene.sql.database());

            scene.click("create");

            scene.untilMessage("application.db");
            assertThat(scene.message()).contains("Prüfen Sie den Pfad");
        }
    }

    @Nested
    class Verify {
        @Test
        void tellsIntactFromDamaged() throws Exception {
            Backup damaged = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
            Backup intact = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            try (RandomAccessFile file = new RandomAccessFile(damaged.path().toFile(), "rw")) {
                file.write(new byte[1024]);
            }
            scene.open(Locale.ENGLISH);

            scene.select(intact.name());
            scene.click("verify");
            scene.untilMessage("The backup is intact: " + intact.name());
            scene.select(damaged.name());
            scene.click("verify");
            scene.untilMessage("The backup is damaged: " + damaged.name());

            assertThat(scene.message()).contains("Choose another backup; this one can be deleted.");
            scene.until(
                    "state shown",
                    () -> scene.window
                            .table("backups")
                            .valueAt(TableCell.row(1).column(4))
                            .equals("Damaged"));
        }

        @Test
        void canBeCancelled() throws Exception {
            Backup backup = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.hold();
            scene.select(backup.name());

            scene.click("verify");
            scene.until("running", () -> !scene.window.button("verify").isEnabled());
            scene.click("cancel-verify");
            scene.goOn();

            scene.untilMessage("The verification was cancelled: " + backup.name());
        }
    }

    @Nested
    class Follow {
        @Test
        void whatHappensInTheFolderShowsAndTheSelectionStays() throws Exception {
            Backup first = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.select(first.name());

            Backup second = scene.made(Duration.ofHours(1), BackupKind.AUTOMATIC);
            scene.until("added", () -> scene.names().equals(List.of(second.name(), first.name())));
            scene.real.annotate(second.name(), "from elsewhere");
            scene.until("note", () -> note(0).equals("from elsewhere"));
            scene.real.delete(second.name());
            scene.until("removed", () -> scene.names().equals(List.of(first.name())));

            assertThat(scene.selected()).containsExactly(first.name());
        }

        @Test
        void aFolderThatAppearsShows() throws Exception {
            scene.open(Locale.ENGLISH);

            Backup first = scene.made(Duration.ofMinutes(1), BackupKind.MANUAL);

            scene.until("appeared", () -> scene.names().equals(List.of(first.name())));
        }

        @Test
        void anOperationElsewhereShowsAndEnds() throws Exception {
            scene.open(Locale.ENGLISH);

            try (AutoCloseable elsewhere = scene.creatingElsewhere()) {
                scene.untilProgressShows();
                assertThat(scene.window.label("progress-stage").text()).startsWith("Running now: Creating a backup");
                scene.window.button("create").requireDisabled();
            }

            scene.until("over", () -> scene.window.button("create").isEnabled());
        }

        @Test
        void aNoteIsEditedInPlaceWhateverHappensMeanwhile() throws Exception {
            Backup first = scene.made(Duration.ofHours(2), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.select(first.name());

            scene.robot.pressAndReleaseKeys(KeyEvent.VK_F2);
            scene.window.textBox("note-editor").enterText("before ");
            scene.made(Duration.ofHours(1), BackupKind.AUTOMATIC);
            scene.window.textBox("note-editor").enterText("the move").pressAndReleaseKeys(KeyEvent.VK_ENTER);
            scene.untilMessage("Note saved: " + first.name());

            scene.until("both rows", () -> scene.names().size() == 2);
            assertThat(scene.real.show(first.name()).note()).isEqualTo("before the move");
        }

        private String note(int row) {
            return onEventThread(() -> scene.table.backupAt(row).note());
        }
    }

    @Nested
    class Tell {
        @Test
        void aFailedAutomaticBackupUntilOneSucceeds() throws Exception {
            scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            BackupException failure =
                    new BackupException(BackupError.PERMISSION_DENIED, Message.of("error.permission", "/backups"));

            onEventThread(() -> {
                scene.panel.automaticBackupFailed(failure);
                return null;
            });
            scene.until(
                    "failing",
                    () -> scene.banner().equals("The last automatic backup failed: Access to /backups was denied."));
            String advice = scene.window.textBox("banner-detail").text();
            scene.click("create");
            scene.until("protected", () -> scene.banner().startsWith("Protected."));

            assertThat(advice).startsWith("Check the permissions");
            assertThat(onEventThread(() -> scene.panel.protection().look())).isEqualTo(Protection.Look.PROTECTED);
        }

        @Test
        void theSelectedRowsAsText() throws Exception {
            Backup backup = scene.made(Duration.ofHours(1), BackupKind.MANUAL);
            scene.open(Locale.ENGLISH);
            scene.select(backup.name());

            scene.press(KeyEvent.VK_CONTROL, KeyEvent.VK_C);
            scene.untilMessage("1 row was copied.");

            assertThat(Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor))
                    .asString()
                    .contains("Manual\t")
                    .endsWith("\t" + backup.name());
        }
    }
}
