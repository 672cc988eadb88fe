package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an application that commits a thousand times a second from another process feels of a backup, and of {@code cp}
 * with {@code fsync} of the same file; and whether the backup ends beside it.
 */
final class WritersTopic {
    private static final int IDLE_SECONDS = 2;
    private static final int WARM_UP_SECONDS = 5;
    /** After the work, until what it put off, such as a checkpoint, has been caught up with. */
    private static final int AFTERMATH_SECONDS = 1;

    private static final int PATIENCE_SECONDS = 600;
    /** A peer gets this many times what Lifeboat takes, but some seconds at least. */
    private static final int PATIENCE_WITH_PEERS = 10;

    private static final int LEAST_PATIENCE_SECONDS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Workplace workplace;
    private final int megabytes;
    private final Path folder;
    private final Path live;
    private final Path target;
    private final BackupService lifeboat;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Felt idle = new Felt();
    private final Felt beside = new Felt();
    private final Felt besideCopy = new Felt();

    private WritersTopic(Workplace workplace, int megabytes) throws Exception {
        this.workplace = workplace;
        this.megabytes = megabytes;
        this.folder = workplace.emptyFolder("writers");
        this.live = workplace.liveDatabase(megabytes, folder);
        this.target = Files.createDirectory(folder.resolve("copies")).resolve("copied.db");
        this.lifeboat = Workplace.lifeboat(live);
    }

    static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int megabytes : workplace.options().writerSizes()) {
            WritersTopic topic = new WritersTopic(workplace, megabytes);
            try {
                outcomes.add(topic.run());
            } finally {
                topic.executor.shutdownNow();
            }
        }
        return Outcome.merged(outcomes);
    }

    /** What the writer felt, a value for each round. */
    private static final class Felt {
        private final List<Double> p99 = new ArrayList<>();
        private final List<Double> longest = new ArrayList<>();
        private final List<Double> busy = new ArrayList<>();
        private final List<Double> perSecond = new ArrayList<>();
        private final List<Double> millis = new ArrayList<>();

        void add(Commits during, Commits after, double tookMillis) {
            p99.add(during.p99Millis());
            longest.add(Math.max(during.longestMillis(), after.longestMillis()));
            busy.add((double) during.busy() + after.busy());
            perSecond.add(during.perSecond());
            millis.add(tookMillis);
        }
    }

    private Outcome run() throws Exception {
        List<String> remarks = new ArrayList<>();
        try (WriterProcess writer = WriterProcess.start(live)) {
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            writer.look();
            warmUp();
            for (int round = 0; round < workplace.options().rounds(); round++) {
                feel(writer, idle, () -> TimeUnit.SECONDS.sleep(IDLE_SECONDS));
                feel(writer, beside, this::create);
                Workplace.deleteBackups(lifeboat);
                feel(writer, besideCopy, () -> FloorCopy.command(live, target));
                Workplace.deleteDatabase(target);
            }
            for (Rival rival : workplace
                    .peers()
                    .rivals()
                    .filter(each -> each.effort() == Rival.Effort.ALONE)
                    .toList()) {
                remarks.add("writers, " + megabytes + " MB: " + rival.title() + " beside them " + ending(rival));
            }
        } catch (TimeoutException endless) {
            return Outcome.skipped("writers, " + megabytes + " MB: MISSED: a create did not end within "
                    + PATIENCE_SECONDS + " seconds");
        }
        Workplace.delete(folder);
        remarks.add(
                0,
                String.format(
                        Locale.ROOT,
                        "writers, %d MB: all %d creates ended; %.0f commits a second beside them, %.0f beside cp, %.0f idle",
                        megabytes,
                        beside.p99.size(),
                        new Samples(beside.perSecond).median(),
                        new Samples(besideCopy.perSecond).median(),
                        new Samples(idle.perSecond).median()));
        return new Outcome(comparisons(), remarks);
    }

    private void warmUp() throws Exception {
        create();
        Workplace.deleteBackups(lifeboat);
    }

    private void feel(WriterProcess writer, Felt felt, Contestant.Step work) throws Exception {
        writer.look();
        long start = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        Commits during = writer.look();
        TimeUnit.SECONDS.sleep(AFTERMATH_SECONDS);
        felt.add(during, writer.look(), millis);
    }

    private void create() throws Exception {
        Future<Backup> running =
                executor.submit(() -> lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE));
        if (!running.get(PATIENCE_SECONDS, TimeUnit.SECONDS).isUsable()) {
            throw new IOException("the backup is not usable");
        }
    }

    /** Whether a peer's copy ends while the writer goes on; it is broken off when its time is over. */
    private String ending(Rival rival) throws Exception {
        double patience =
                Math.max(LEAST_PATIENCE_SECONDS, PATIENCE_WITH_PEERS * new Samples(beside.millis).median() / 1000);
        long start = System.nanoTime();
        Future<?> running = executor.submit(() -> {
            workplace.peers().order(rival, live, target);
            return null;
        });
        try {
            running.get((long) (patience * 1000), TimeUnit.MILLISECONDS);
            return String.format(
                    Locale.ROOT, "ended after %.1f s", (System.nanoTime() - start) / NANOS_PER_MILLI / 1000);
        } catch (TimeoutException endless) {
            workplace.peers().restart(rival);
            return String.format(Locale.ROOT, "did not end within %.1f s and was broken off", patience);
        } finally {
            Workplace.deleteDatabase(target);
        }
    }

    private List<Comparison> comparisons() {
        String create = "writer beside a verified create";
        String copy = "writer beside cp + fsync";
        return List.of(
                comparison(
                        create + ", p99",
                        beside.p99,
                        "writer idle, p99",
                        idle.p99,
                        "ms",
                        Comparison.Figure.RATIO,
                        new Bound.AtMost(2.5)),
                comparison(
                        create + ", longest pause",
                        beside.longest,
                        copy + ", longest pause",
                        besideCopy.longest,
                        "ms",
                        Comparison.Figure.WORST_RATIO,
                        new Bound.AtMost(2)),
                comparison(
                        create + ", BUSY",
                        beside.busy,
                        copy + ", BUSY",
                        besideCopy.busy,
                        "times",
                        Comparison.Figure.WORST,
                        new Bound.AtMost(0)),
                comparison(
                        "verified create beside the writer",
                        beside.millis,
                        copy,
                        besideCopy.millis,
                        "ms",
                        Comparison.Figure.RATIO,
                        Bound.NONE));
    }

    private Comparison comparison(
            String subject,
            List<Double> values,
            String reference,
            List<Double> referenceValues,
            String unit,
            Comparison.Figure figure,
            Bound bound) {
        return new Comparison(
                Topic.WRITERS.id() + ", " + megabytes + " MB",
                new Comparison.Entry(subject, new Samples(values)),
                new Comparison.Entry(reference, new Samples(referenceValues)),
                unit,
                figure,
                bound);
    }
}
