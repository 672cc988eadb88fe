package dev.lifeboat.benchmark;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.CreateRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates a verified backup, warm and in this process, against {@code cp} with {@code fsync} and against the peers,
 * which are running already.
 */
final class CreateTopic {
    private static final double PROMISED_MILLIS = 5000;

    private final Workplace workplace;
    private final int megabytes;
    private final Path folder;
    private final Path live;
    private final Path target;
    private final BackupService lifeboat;
    private final Contents contents;
    private final StageClock stages = new StageClock();
    private final Set<String> checked = new HashSet<>();
    private Optional<Backup> newest = Optional.empty();

    private CreateTopic(Workplace workplace, int megabytes) throws Exception {
        this.workplace = workplace;
        this.megabytes = megabytes;
        this.folder = workplace.emptyFolder("create");
        this.live = workplace.liveDatabase(megabytes, folder);
        // In a folder of its own, because the folder is forced too.
        this.target = Files.createDirectory(folder.resolve("copies")).resolve("copied.db");
        this.lifeboat = Workplace.lifeboat(live);
        this.contents = Contents.of(live);
    }

    static Outcome measure(Workplace workplace) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (int megabytes : workplace.options().sizes()) {
            outcomes.add(new CreateTopic(workplace, megabytes).run());
        }
        return Outcome.merged(outcomes);
    }

    private Outcome run() throws Exception {
        Contestant floor = copier("cp + fsync", () -> FloorCopy.command(live, target));
        Contestant create =
                new Contestant.Timed("Lifeboat, verified create", Contestant.Step.NONE, this::create, this::tidy);
        Map<Contestant, Rival> rivals = rivals();
        List<Contestant> contestants = new ArrayList<>(List.of(floor, create));
        contestants.addAll(rivals.keySet());

        Map<Contestant, Samples> samples = workplace.race(megabytes).run(contestants);

        Workplace.delete(folder);
        return new Outcome(
                compare(create, floor, rivals, samples),
                List.of(Standing.of(
                        Topic.CREATE,
                        megabytes,
                        "ms",
                        floor,
                        samples,
                        workplace.peers().missing())),
                List.of(),
                List.of(String.format(Locale.ROOT, "create, %d MB: %s", megabytes, stages.summary())));
    }

    private Map<Contestant, Rival> rivals() {
        Map<Contestant, Rival> rivals = new LinkedHashMap<>();
        workplace
                .peers()
                .rivals()
                .forEach(rival ->
                        rivals.put(copier(rival.title(), () -> workplace.peers().order(rival, live, target)), rival));
        return rivals;
    }

    private List<Comparison> compare(
            Contestant create, Contestant floor, Map<Contestant, Rival> rivals, Map<Contestant, Samples> samples) {
        List<Comparison> comparisons = new ArrayList<>();
        boolean promised = megabytes == Promises.USUAL_MB;
        comparisons.add(comparison(
                create, floor, samples, Comparison.Figure.RATIO, promised ? new Bound.AtMost(4) : Bound.NONE));
        rivals.keySet().stream()
                .filter(each -> rivals.get(each).effort() == Rival.Effort.EQUAL)
                .min(Comparator.comparingDouble(each -> samples.get(each).median()))
                .ifPresent(best -> comparisons.add(
                        comparison(create, best, samples, Comparison.Figure.SPEED_UP, againstTheBest())));
        rivals.keySet().stream()
                .filter(each -> rivals.get(each).effort() == Rival.Effort.INTEGRITY)
                .forEach(less -> comparisons.add(comparison(
                        create,
                        less,
                        samples,
                        Comparison.Figure.SPEED_UP,
                        promised ? new Bound.AtLeast(1) : Bound.NONE)));
        if (promised) {
            comparisons.add(
                    comparison(create, floor, samples, Comparison.Figure.WORST, new Bound.AtMost(PROMISED_MILLIS)));
        }
        return comparisons;
    }

    private Bound againstTheBest() {
        return switch (megabytes) {
            case Promises.USUAL_MB -> new Bound.AtLeast(1.9);
            case Promises.LARGE_MB -> new Bound.AtLeast(1.4);
            default -> Bound.NONE;
        };
    }

    private Comparison comparison(
            Contestant subject,
            Contestant reference,
            Map<Contestant, Samples> samples,
            Comparison.Figure figure,
            Bound bound) {
        return new Comparison(
                Topic.CREATE.id() + ", " + megabytes + " MB",
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                "ms",
                figure,
                bound);
    }

    private Contestant copier(String name, Contestant.Step work) {
        return new Contestant.Timed(name, Contestant.Step.NONE, work, () -> {
            checkOnce(name, target);
            Workplace.deleteDatabase(target);
        });
    }

    private void create() throws Exception {
        stages.start();
        Backup backup = lifeboat.create(CreateRequest.manual("benchmark"), stages);
        stages.stop();
        if (!backup.isUsable()) {
            throw new IOException("the backup is not usable");
        }
        newest = Optional.of(backup);
    }

    /** Removes the backup of this round, so that the folder and the disk stay as they are. */
    private void tidy() throws Exception {
        if (newest.isPresent()) {
            checkOnce("lifeboat", newest.get().path());
        }
        Workplace.deleteBackups(lifeboat);
    }

    /** Nobody wins by not doing it; looking at every round would only take longer. */
    private void checkOnce(String contestant, Path copy) throws Exception {
        if (Files.exists(copy) && checked.add(contestant)) {
            contents.requireIn(copy);
        }
    }
}
