package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The parts that other windows use too, without a window around them. */
class RestorePartsIT {
    @BeforeEach
    void watchThreads() {
        FailOnThreadViolationRepaintManager.install();
    }

    @AfterEach
    void watchNoLonger() {
        FailOnThreadViolationRepaintManager.uninstall();
    }

    @Nested
    class Checklist {
        private final StageChecklist stages =
                GuiActionRunner.execute(() -> new StageChecklist(List.of("Look", "Act"), Locale.ENGLISH));

        @Test
        void beginsWithEverythingToCome() {
            assertThat(spoken()).containsExactly("Look: not yet", "Act: not yet");
            assertThat(GuiActionRunner.execute(bar()::isIndeterminate)).isTrue();
        }

        @Test
        void aStageThatStartsEndsThoseBeforeIt() {
            GuiActionRunner.execute(() -> stages.start(1));

            assertThat(spoken()).containsExactly("Look: done", "Act: running");
        }

        @Test
        void aRunningStageCanSayMore() {
            GuiActionRunner.execute(() -> stages.start(0, "Look 2 of 4: here"));

            assertThat(spoken()).containsExactly("Look 2 of 4: here: running", "Act: not yet");
        }

        @Test
        void aFailedStageStaysFailedAndStopsTheBar() {
            GuiActionRunner.execute(() -> {
                stages.start(0);
                stages.fail(0);
                stages.start(1);
            });

            assertThat(spoken()).containsExactly("Look: failed", "Act: running");
            assertThat(GuiActionRunner.execute(bar()::isIndeterminate)).isFalse();
        }

        @Test
        void aScreenReaderIsToldOfEveryStep() {
            List<Object> heard = new ArrayList<>();
            GuiActionRunner.execute(() -> {
                named(stages, "stage-0").getAccessibleContext().addPropertyChangeListener(event -> {
                    if (event.getPropertyName().equals(AccessibleContext.ACCESSIBLE_NAME_PROPERTY)) {
                        heard.add(event.getNewValue());
                    }
                });
                stages.start(0);
                stages.done(0);
            });

            assertThat(heard).contains("Look: running").endsWith("Look: done");
        }

        @Test
        void theBarShowsThePercentage() {
            GuiActionRunner.execute(() -> stages.progress(42));

            assertThat(GuiActionRunner.execute(bar()::getValue)).isEqualTo(42);
        }

        private List<String> spoken() {
            return GuiActionRunner.execute(() -> IntStream.range(0, 2)
                    .mapToObj(stage -> (JLabel) named(stages, "stage-" + stage))
                    .map(label -> label.getAccessibleContext().getAccessibleName())
                    .toList());
        }

        private JProgressBar bar() {
            return (JProgressBar) named(stages, "stage-progress");
        }
    }

    @Nested
    class Notice {
        private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");
        private final List<String> pressed = new ArrayList<>();

        @Test
        void namesTheSafetyBackupAndOffersToUndo() {
            RestoreNotice notice = notice(Optional.of("safety_backup_1.db"), Optional.empty());

            assertThat(said(notice))
                    .isEqualTo("Restored the backup of "
                            + new Phrases(new Texts(Locale.ENGLISH), Clock.systemDefaultZone()).time(MADE)
                            + ". Your previous data is in safety_backup_1.db.");
            GuiActionRunner.execute(() -> {
                ((AbstractButton) named(notice, "notice-undo")).doClick();
                ((AbstractButton) named(notice, "notice-keep")).doClick();
            });
            assertThat(pressed).containsExactly("undo", "keep");
        }

        @Test
        void saysWhereDamagedFilesAreAndHasNothingToUndoThen() {
            Path folder = Path.of("backups", "preserved_1");
            RestoreNotice notice = notice(Optional.empty(), Optional.of(folder));

            assertThat(said(notice)).endsWith("The damaged files are kept in " + folder + ".");
            assertThat(parts(notice)).noneMatch(part -> "notice-undo".equals(part.getName()));
        }

        private RestoreNotice notice(Optional<String> safety, Optional<Path> preserved) {
            return GuiActionRunner.execute(() -> new RestoreNotice(
                    MADE.atZone(ZoneId.systemDefault()),
                    safety,
                    preserved,
                    Locale.ENGLISH,
                    () -> pressed.add("undo"),
                    () -> pressed.add("keep")));
        }

        private static String said(RestoreNotice notice) {
            return GuiActionRunner.execute(() -> notice.getAccessibleContext().getAccessibleDescription());
        }
    }

    private static Component named(Container root, String name) {
        return parts(root)
                .filter(part -> name.equals(part.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> parts(Container root) {
        return Stream.of(root.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? parts(inner) : Stream.of()));
    }
}
