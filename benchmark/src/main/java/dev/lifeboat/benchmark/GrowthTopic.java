package dev.lifeboat.benchmark;

import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How time and memory grow with the database: the time per megabyte of a verified create, warm and in this process,
 * beside that of SQLite's own check with nothing else to do; and the most memory that the command {@code lifeboat
 * create} ever has beyond that of one that does nothing.
 */
final class GrowthTopic {
    private static final Bound TIME = new Bound.AtMost(1.3);
    private static final Bound ABOVE_FLOOR = new Bound.AtMost(100);
    private static final Bound FLAT = new Bound.AtMost(40);

    /** Small databases are measured several times in a row, so that every sample is about so much work. */
    private static final int SAMPLE_MB = 100;

    /** So much it takes in small backups until the virtual machine has compiled what they spend their time with. */
    private static final int WARM_UP_MB = 3000;

    private static final String CHECK_ALONE = "integrity_check alone";
    /** Lifeboat's own setting: 8 MB. */
    private static final String CACHE = "PRAGMA cache_size=-8192";

    private final Workplace workplace;
    private final List<Integer> sizes;
    private final Set<String> flags = new LinkedHashSet<>();

    private GrowthTopic(Workplace workplace) {
        this.workplace = workplace;
        this.sizes = workplace.options().growthSizes().stream().sorted().toList();
    }

    static Outcome measure(Workplace workplace) throws Exception {
        GrowthTopic topic = new GrowthTopic(workplace);
        List<Outcome> outcomes = new ArrayList<>(List.of(topic.time()));
        if (Child.lifeboat().isPresent() && Child.canMeasureMemory()) {
            outcomes.add(topic.memory());
        } else {
            outcomes.add(
                    Outcome.skipped("growth: memory not measured, it takes benchmark/run and a system with /proc"));
        }
        return Outcome.merged(outcomes);
    }

    private Outcome time() throws Exception {
        Path folder = workplace.emptyFolder("growth");
        Map<Integer, Contestant> creates = new LinkedHashMap<>();
        Map<Integer, Contestant> floors = new LinkedHashMap<>();
        Map<Integer, Contestant> checks = new LinkedHashMap<>();
        for (int megabytes : sizes) {
            Path home = Files.createDirectory(folder.resolve(String.valueOf(megabytes)));
            Path live = workplace.liveDatabase(megabytes, home);
            creates.put(megabytes, perMegabyte("create", megabytes, live, create(live)));
            Path target = home.resolve("copied.db");
            floors.put(
                    megabytes,
                    perMegabyte(
                            "cp + fsync",
                            megabytes,
                            live,
                            new Contestant.Timed(
                                    "cp + fsync",
                                    () -> Workplace.delete(target),
                                    () -> FloorCopy.command(live, target),
                                    () -> Workplace.delete(target))));
            checks.put(megabytes, perMegabyte(CHECK_ALONE, megabytes, live, checkAlone(live)));
        }
        List<Contestant> contestants = new ArrayList<>(creates.values());
        contestants.addAll(floors.values());
        contestants.addAll(checks.values());

        int smallest = sizes.get(0);
        for (int done = 0; done < WARM_UP_MB; done += smallest * timesPerSample(smallest)) {
            creates.get(smallest).round();
        }
        Map<Contestant, Samples> samples = new Race(1, workplace.options().rounds()).run(contestants);

        Workplace.delete(folder);
        return new Outcome(
                List.of(
                        spread(creates, samples, TIME),
                        largestAgainstSmallest(creates, samples),
                        spread(checks, samples, Bound.NONE),
                        spread(floors, samples, Bound.NONE)),
                List.of(),
                List.of(
                        curve(Curve.Panel.TIME, "Lifeboat, verified create", creates, samples),
                        curve(Curve.Panel.TIME, CHECK_ALONE, checks, samples),
                        curve(Curve.Panel.TIME, "cp + fsync", floors, samples)),
                List.of());
    }

    /** The size that takes longest per megabyte against the one that takes shortest. */
    private static Comparison spread(Map<Integer, Contestant> bySize, Map<Contestant, Samples> samples, Bound bound) {
        Comparator<Contestant> byMedian =
                Comparator.comparingDouble(each -> samples.get(each).median());
        Contestant slowest = bySize.values().stream().max(byMedian).orElseThrow();
        Contestant fastest = bySize.values().stream().min(byMedian).orElseThrow();
        return comparison(slowest, fastest, samples, "ms/MB", Comparison.Figure.RATIO, bound);
    }

    private Comparison largestAgainstSmallest(Map<Integer, Contestant> bySize, Map<Contestant, Samples> samples) {
        return comparison(
                bySize.get(sizes.get(sizes.size() - 1)),
                bySize.get(sizes.get(0)),
                samples,
                "ms/MB",
                Comparison.Figure.RATIO,
                Bound.NONE);
    }

    /**
     * A contestant whose milliseconds are divided by the size. All sizes are read from memory: a large database, whose
     * turn comes only once in minutes, would otherwise come from the disk, and the small ones not.
     */
    private static Contestant perMegabyte(String name, int megabytes, Path live, Contestant whole) {
        int times = timesPerSample(megabytes);
        return new Contestant.Measured(name + ", " + megabytes + " MB", () -> {
            Workplace.readIntoMemory(live);
            double milliseconds = 0;
            for (int i = 0; i < times; i++) {
                milliseconds += whole.round();
            }
            return milliseconds / times / megabytes;
        });
    }

    private static int timesPerSample(int megabytes) {
        return Math.max(1, SAMPLE_MB / megabytes);
    }

    private static Contestant create(Path live) throws Exception {
        BackupService lifeboat = Workplace.lifeboat(live);
        return new Contestant.Timed(
                "create",
                Contestant.Step.NONE,
                () -> lifeboat.create(CreateRequest.manual("benchmark"), ProgressListener.NONE),
                () -> Workplace.deleteBackups(lifeboat));
    }

    private static Contestant checkAlone(Path live) {
        return new Contestant.Timed(CHECK_ALONE, Contestant.Step.NONE, () -> check(live), Contestant.Step.NONE);
    }

    private static void check(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(CACHE);
            try (ResultSet structure = statement.executeQuery("PRAGMA integrity_check")) {
                if (!structure.next() || !structure.getString(1).equals("ok")) {
                    throw new SQLException(file + " is damaged");
                }
            }
        }
    }

    private Outcome memory() throws Exception {
        Contestant floor = new Contestant.Measured("peak memory, lifeboat --version", this::idle);
        Map<Integer, Contestant> creates = new LinkedHashMap<>();
        for (int megabytes : sizes) {
            creates.put(
                    megabytes,
                    new Contestant.Measured("peak memory, create " + megabytes + " MB", () -> create(megabytes)));
        }
        List<Contestant> contestants = new ArrayList<>(List.of(floor));
        contestants.addAll(creates.values());

        Map<Contestant, Samples> samples = new Race(0, workplace.options().rounds()).run(contestants);

        List<Comparison> comparisons = new ArrayList<>();
        for (Contestant create : creates.values()) {
            comparisons.add(comparison(create, floor, samples, "MB", Comparison.Figure.DIFFERENCE, ABOVE_FLOOR));
        }
        Contestant smallest = creates.get(sizes.get(0));
        Contestant largest = creates.get(sizes.get(sizes.size() - 1));
        comparisons.add(comparison(largest, smallest, samples, "MB", Comparison.Figure.DIFFERENCE, FLAT));
        Curve curve = new Curve(
                Curve.Panel.MEMORY,
                "lifeboat create",
                sizes.stream()
                        .map(megabytes -> new Curve.Point(
                                megabytes,
                                samples.get(creates.get(megabytes)).median()
                                        - samples.get(floor).median()))
                        .toList());
        return new Outcome(
                comparisons,
                List.of(),
                List.of(curve),
                List.of("growth: flags of the virtual machine: " + String.join(", or ", flags)));
    }

    private double idle() throws IOException, InterruptedException {
        return megabytes(Child.measureMemory(Child.lifeboat("--version").orElseThrow()));
    }

    private double create(int megabytes) throws IOException, SQLException, InterruptedException {
        Path folder = workplace.emptyFolder("memory");
        try {
            Path live = workplace.liveDatabase(megabytes, folder);
            Child.Footprint footprint =
                    Child.measureMemory(Child.lifeboat("create", "--quiet", "--database", live.toString())
                            .orElseThrow());
            flags.add(String.join(" ", footprint.flags()));
            return megabytes(footprint);
        } finally {
            Workplace.delete(folder);
        }
    }

    private static double megabytes(Child.Footprint footprint) {
        return footprint.kibibytes() / 1024.0;
    }

    private static Curve curve(
            Curve.Panel panel, String name, Map<Integer, Contestant> bySize, Map<Contestant, Samples> samples) {
        List<Curve.Point> points = new ArrayList<>();
        bySize.forEach((megabytes, contestant) ->
                points.add(new Curve.Point(megabytes, samples.get(contestant).median())));
        return new Curve(panel, name, points);
    }

    private static Comparison comparison(
            Contestant subject,
            Contestant reference,
            Map<Contestant, Samples> samples,
            String unit,
            Comparison.Figure figure,
            Bound bound) {
        return new Comparison(
                Topic.GROWTH.id(),
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                unit,
                figure,
                bound);
    }
}
