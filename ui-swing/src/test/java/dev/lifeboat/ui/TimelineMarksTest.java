package dev.lifeboat.ui;

import static dev.lifeboat.ui.BackupsForTests.backup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the marks of a timeline stand. */
class TimelineMarksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Rectangle AREA = new Rectangle(0, 0, 208, 50);

    @Test
    void marksStandByTimeAndAreAsHighAsTheirBackupsAreLarge() {
        List<TimelineMarks.Mark> marks = place(made(10, 1_000), made(5, 500), made(0, 250));

        assertThat(marks).extracting(mark -> mark.bounds().x).containsExactly(0, 100, 200);
        assertThat(marks).extracting(mark -> mark.bounds().height).containsExactly(50, 25, 12);
        assertThat(marks).allMatch(mark -> mark.bounds().y + mark.bounds().height == 50);
    }

    @Test
    void marksOfOneMomentStandBesideEachOther() {
        List<TimelineMarks.Mark> marks = place(made(10, 1), made(0, 1), made(0, 1), made(0, 1));

        for (int i = 1; i < marks.size(); i++) {
            assertThat(marks.get(i).bounds().intersects(marks.get(i - 1).bounds()))
                    .isFalse();
        }
        assertThat(marks.get(3).bounds().x).isEqualTo(200);
    }

    @Test
    void whereThereAreTooManyNoneLeavesTheArea() {
        Backup[] many = IntStream.range(0, 500).mapToObj(day -> made(day, 1)).toArray(Backup[]::new);

        assertThat(place(many)).hasSize(500).allMatch(mark -> AREA.contains(mark.bounds()));
    }

    @Test
    void aMarkIsFoundByItsColumn() {
        TimelineMarks marks = TimelineMarks.of(List.of(made(10, 1_000), made(5, 1)), NOW, AREA, 8);

        assertThat(marks.at(103).map(TimelineMarks.Mark::backup)).contains(made(5, 1));
        assertThat(marks.at(50)).isEmpty();
    }

    private static List<TimelineMarks.Mark> place(Backup... backups) {
        return TimelineMarks.of(List.of(backups), NOW, AREA, 8).marks();
    }

    private static Backup made(int daysAgo, long size) {
        return backup(NOW.minus(Duration.ofDays(daysAgo)), BackupKind.MANUAL, BackupState.VERIFIED, size);
    }
}
