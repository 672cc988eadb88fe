package dev.lifeboat.benchmark;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The runtime image against itself as it would be without what it learned in its build, that is with the archive of
 * Java's own classes only; and its cold command against {@code sqlite3 .backup}, which verifies nothing.
 */
final class StartTopic {
    private static final int FIRST_WITH_AOT_CACHE = 25;
    /** No slower at all. */
    private static final Bound NO_LOSS = new Bound.AtMost(1);

    private final Workplace workplace;
    private final StartedImage learned;
    private final StartedImage plain;
    private final List<Comparison> comparisons = new ArrayList<>();

    private StartTopic(Workplace workplace, StartedImage learned, StartedImage plain) {
        this.workplace = workplace;
        this.learned = learned;
        this.plain = plain;
    }

    static Outcome measure(Workplace workplace) throws Exception {
        Path image = Path.of(System.getProperty("benchmark.image", ""));
        if (!Files.isExecutable(image.resolve("bin/lifeboat"))) {
            return Outcome.skipped("start: not measured, it takes benchmark/run");
        }
        Path folder = workplace.emptyFolder("start");
        try {
            Path data = Files.createDirectory(folder.resolve("data"));
            StartedImage learned = new StartedImage(image, data);
            StartedImage plain = learned.withoutArchives(folder.resolve("plain"));
            return new StartTopic(workplace, learned, plain).run(folder);
        } finally {
            Workplace.delete(folder);
        }
    }

    private Outcome run(Path folder) throws Exception {
        List<String> remarks = new ArrayList<>();
        boolean cached = Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
        remarks.add("start: plain is the same image with Java's own class archive only; the window counts as open when"
                + " the log says so");
        compareVersion();
        compareCreate(folder, new Bound.AtMost(cached ? 9 : 12), remarks);
        if (GraphicsEnvironment.isHeadless()) {
            remarks.add("start: the window was not measured, it takes a screen, or Xvfb and openbox");
        } else {
            compareWindow(new Bound.AtMost(cached ? 0.58 : 0.72));
        }
        return new Outcome(comparisons, remarks);
    }

    private void compareVersion() throws Exception {
        Contestant.Step nothing = Contestant.Step.NONE;
        Contestant subject = new Contestant.Timed(
                "lifeboat --version", nothing, () -> Child.run(learned.lifeboat("--version")), nothing);
        Contestant reference = new Contestant.Timed(
                "the same, plain image", nothing, () -> Child.run(plain.lifeboat("--version")), nothing);
        compare(subject, reference, NO_LOSS, workplace.race().run(List.of(subject, reference)));
    }

    private void compareCreate(Path folder, Bound bound, List<String> remarks) throws Exception {
        int megabytes = workplace.options().smallSize();
        Path live = workplace.liveDatabase(megabytes, folder);
        Path copied = folder.resolve("copied.db");
        Contestant subject = create("lifeboat create, " + megabytes + " MB", learned, live);
        Contestant reference = create("the same, plain image", plain, live);
        List<Contestant> contestants = new ArrayList<>(List.of(subject, reference));
        Contestant shell = new Contestant.Timed(
                "sqlite3 .backup",
                () -> Workplace.delete(copied),
                () -> Child.run(List.of("sqlite3", live.toString(), ".backup '" + copied + "'")),
                Contestant.Step.NONE);
        boolean hasShell = Machine.sqliteShell().isPresent();
        if (hasShell) {
            contestants.add(shell);
        } else {
            remarks.add("start: not compared with sqlite3, which is not installed");
        }
        Map<Contestant, Samples> samples = workplace.race().run(contestants);
        compare(subject, reference, NO_LOSS, samples);
        if (hasShell) {
            compare(subject, shell, bound, samples);
        }
    }

    private static Contestant create(String name, StartedImage image, Path live) {
        Path backups = live.resolveSibling("backups");
        return new Contestant.Timed(
                name,
                () -> Workplace.delete(backups),
                () -> Child.run(
                        image.lifeboat("create", "--database", live.toString(), "--backups", backups.toString())),
                Contestant.Step.NONE);
    }

    private void compareWindow(Bound bound) throws Exception {
        learned.makeOffers();
        Contestant subject = new Contestant.Measured("first window", learned::millisToWindow);
        Contestant reference = new Contestant.Measured("the same, plain image", plain::millisToWindow);
        compare(subject, reference, bound, workplace.race().run(List.of(subject, reference)));
    }

    private void compare(Contestant subject, Contestant reference, Bound bound, Map<Contestant, Samples> samples) {
        comparisons.add(new Comparison(
                Topic.START.id(),
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                "ms",
                Comparison.Figure.RATIO,
                bound));
    }
}
