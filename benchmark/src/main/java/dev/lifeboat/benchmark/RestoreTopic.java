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
import java.util.Map;

/** Restores, warm and in this process, against {@code cp} and against the steps that anybody would take one by one. */
final class RestoreTopic {
    private static final double PROMISED_MILLIS = 10_000;

    private final Workplace workplace;
    private final int megabytes;
    private final Path original;
    private final Path folder;
    private final Path live;
    private final BackupService lifeboat;
    private final Backup kept;
    private final Contents contents;
    private final NaiveRestore naive;
    private final StageClock stages = new StageClock();
    private int changes;

    private RestoreTopic(Workplace workplace, int megabytes) throws Exception {
        this.workplace = workplace;
        this.megabytes = megabytes;
        this.original = workplace.database(megabytes);
        this.folder = workplace.emptyFolder("restore");
        this.live = workplace.liveDatabase(megabytes, folder);
        this.lifeboat = Workplace.lifeboat(live);
        this.kept = lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE);
        this.contents = Contents.of(kept.path());
        this.naive = new NaiveRestore(
                kept.path(),
                live,
                Files.createDirectory(folder.resolve("naive")).resolve("safety.db"));
    }

    static Outcome measure(Workplace workplace) throws Exception {
        return new RestoreTopic(workplace, workplace.options().restoreSize()).run();
    }

    private Outcome run() throws Exception {
        Path target = folder.resolve("copied.db");
        Contestant floor = new Contestant.Timed(
                "cp + fsync",
                Contestant.Step.NONE,
                () -> FloorCopy.command(original, target),
                () -> Workplace.delete(target));
        Contestant restore = new Contestant.Timed("Lifeboat, restore", this::change, this::restore, this::tidy);
        Contestant fourSteps = new Contestant.Timed(
                "naive: verify, backup, copy back, verify", this::change, () -> naive.run(false), this::tidy);
        Contestant fiveSteps =
                new Contestant.Timed("naive, its backup verified too", this::change, () -> naive.run(true), this::tidy);

        Map<Contestant, Samples> samples = workplace.race(megabytes).run(List.of(floor, restore, fourSteps, fiveSteps));

        Workplace.delete(folder);
        boolean promised = megabytes == Promises.USUAL_MB;
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(comparison(
                restore, floor, samples, Comparison.Figure.RATIO, promised ? new Bound.AtMost(11) : Bound.NONE));
        comparisons.add(comparison(
                restore,
                fourSteps,
                samples,
                Comparison.Figure.SPEED_UP,
                promised ? new Bound.AtLeast(1.6) : Bound.NONE));
        if (promised) {
            comparisons.add(
                    comparison(restore, floor, samples, Comparison.Figure.WORST, new Bound.AtMost(PROMISED_MILLIS)));
        }
        return new Outcome(
                comparisons,
                List.of(Standing.of(Topic.RESTORE, megabytes, "ms", floor, samples, Map.of())),
                List.of(),
                List.of(
                        "restore, " + megabytes + " MB: " + stages.summary(),
                        "restore: a naive verification is integrity_check, foreign_key_check and SHA-256; its copies are"
                                + " those of SQLite's backup API, in this process, and forced to the disk"));
    }

    private Comparison comparison(
            Contestant subject,
            Contestant reference,
            Map<Contestant, Samples> samples,
            Comparison.Figure figure,
            Bound bound) {
        return new Comparison(
                Topic.RESTORE.id() + ", " + megabytes + " MB",
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                "ms",
                figure,
                bound);
    }

    private void restore() throws Exception {
        stages.start();
        RestoreResult result = lifeboat.restore(RestoreRequest.of(kept.name()), stages);
        stages.stop();
        if (result.safetyBackup().isEmpty()) {
            throw new IOException("no safety backup was made");
        }
    }

    /** The live data differs from the backup in a few hundred rows, as it does when somebody wants it back. */
    private void change() throws SQLException {
        changes++;
        sql("UPDATE job_offers SET title = 'changed " + changes + "' WHERE id % 20 = 0");
        sql("DELETE FROM activity_log WHERE id % 20 = 0");
    }

    private void sql(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    /** The rows that were deleted are back; removes what this round left, so that the disk stays as it is. */
    private void tidy() throws Exception {
        contents.requireIn(live);
        naive.tidy();
        try (var files = Files.list(lifeboat.configuration().folder())) {
            for (Path file : files.filter(path -> path.getFileName().toString().contains("backup_"))
                    .toList()) {
                if (!file.getFileName().toString().startsWith(kept.name())) {
                    Files.delete(file);
                }
            }
        }
    }
}
