package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Creates and restores, warm and in this process, and copies the same file with {@code cp} and {@code fsync}. */
final class CopyTopic {
    private static final Bound CREATE = new Bound.AtMost(5.5);
    private static final Bound RESTORE = new Bound.AtMost(12);

    private final int megabytes;
    private final Path original;
    private final Path folder;
    private final Path live;
    private final BackupService lifeboat;
    private final String kept;
    private final StageClock createStages = new StageClock();
    private final StageClock restoreStages = new StageClock();
    private int changes;

    private CopyTopic(Workplace workplace, int megabytes) throws Exception {
        this.megabytes = megabytes;
        this.original = workplace.database(megabytes);
        this.folder = workplace.emptyFolder("copy");
        this.live = workplace.liveDatabase(megabytes, folder);
        this.lifeboat = Workplace.lifeboat(live);
        this.kept = lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE)
                .name();
    }

    static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int megabytes : workplace.options().sizes()) {
            outcomes.add(new CopyTopic(workplace, megabytes).run(workplace.race()));
        }
        return Outcome.merged(outcomes);
    }

    private Outcome run(Race race) throws Exception {
        Path target = folder.resolve("copied.db");
        Contestant floor = new Contestant.Timed(
                "cp + fsync",
                Contestant.Step.NONE,
                () -> FloorCopy.command(original, target),
                () -> Workplace.delete(target));
        Contestant inProcess = new Contestant.Timed(
                "a copy in this process + fsync",
                Contestant.Step.NONE,
                () -> FloorCopy.copy(original, target),
                () -> Workplace.delete(target));
        Contestant create = new Contestant.Timed(
                "verified create, " + megabytes + " MB", Contestant.Step.NONE, this::create, this::tidy);
        Contestant restore =
                new Contestant.Timed("restore, " + megabytes + " MB", this::change, this::restore, this::tidy);

        Map<Contestant, Samples> samples = race.run(List.of(floor, inProcess, create, restore));

        Workplace.delete(folder);
        return new Outcome(
                List.of(comparison(create, floor, samples, CREATE), comparison(restore, floor, samples, RESTORE)),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "cp is the command; %s, which starts no other, takes %.1f ms",
                                inProcess.name(),
                                samples.get(inProcess).median()),
                        create.name() + ": " + createStages.summary(),
                        restore.name() + ": " + restoreStages.summary()));
    }

    private static Comparison comparison(
            Contestant subject, Contestant floor, Map<Contestant, Samples> samples, Bound bound) {
        return new Comparison(
                Topic.COPY.id(),
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(floor.name(), samples.get(floor)),
                "ms",
                Comparison.Figure.RATIO,
                bound);
    }

    private void create() throws Exception {
        createStages.start();
        Backup backup = lifeboat.create(CreateRequest.manual("benchmark"), createStages);
        createStages.stop();
        require(backup.isUsable(), "the backup is not usable");
    }

    private void restore() throws Exception {
        restoreStages.start();
        RestoreResult result = lifeboat.restore(RestoreRequest.of(kept), restoreStages);
        restoreStages.stop();
        require(result.safetyBackup().isPresent(), "no safety backup was made");
    }

    /** The live data differs from the backup in a few hundred rows, as it does when somebody wants it back. */
    private void change() throws SQLException {
        changes++;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE job_offers SET title = 'changed " + changes + "' WHERE id % 20 = 0");
        }
    }

    /** Removes the backups of this round, so that the folder and the disk stay as they are. */
    private void tidy() throws IOException {
        try (var files = Files.list(folder.resolve("backups"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().contains("backup_"))
                    .toList()) {
                if (!file.getFileName().toString().startsWith(kept)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
