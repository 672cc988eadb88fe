package dev.lifeboat.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lists folders of many backups; opens each of them through JDBC to learn what the list says of it; and reads as many
 * small files.
 */
final class ListTopic {
    private static final Bound AGAINST_JDBC = new Bound.AtLeast(50);
    private static final Bound AGAINST_FILES = new Bound.AtMost(2);
    private static final Bound OPENED = new Bound.AtMost(0);
    /** A little more than so many times as many. */
    private static final double GROWTH = 1.1;

    /** It takes this many lists of a hundred until the virtual machine has compiled what lists them. */
    private static final int WARM_UP_BACKUPS = 200_000;

    private static final int WARM_UP_ROUNDS = 5;
    /** A list takes milliseconds, of which a third is chance: its middle is that of so many times as many rounds. */
    private static final int ROUNDS_FOR_ONE = 15;

    /** So many backups the bounds are promised for; fewer take little more than a look at the folder. */
    private static final int PROMISED_COUNT = 1000;

    private static final Pattern DATABASE = Pattern.compile("backup_[^/\"]*\\.db\"");

    private final Workplace workplace;
    private final Path folder;
    private final List<ManyBackups> folders = new ArrayList<>();

    private ListTopic(Workplace workplace) throws Exception {
        this.workplace = workplace;
        this.folder = workplace.emptyFolder("list");
        for (int count : workplace.options().backups().stream().sorted().toList()) {
            folders.add(ManyBackups.in(folder.resolve(String.valueOf(count)), count));
        }
    }

    static Outcome measure(Workplace workplace) throws Exception {
        return new ListTopic(workplace).run();
    }

    private Outcome run() throws Exception {
        ManyBackups few = folders.get(0);
        for (int listed = 0; listed < WARM_UP_BACKUPS; listed += few.count()) {
            few.list();
        }
        List<Contestant> lists = folders.stream()
                .map(many -> contestant("list of " + many.count() + " backups", many::list))
                .toList();
        Contestant read = contestant("reading " + few.count() + " small files", few::readRecords);
        Contestant open = contestant("opening each through JDBC", () -> few.openEach(true));
        Contestant glance = contestant("opening each for its version only", () -> few.openEach(false));
        List<Contestant> contestants = new ArrayList<>(lists);
        contestants.addAll(List.of(read, open, glance));

        Map<Contestant, Samples> samples =
                new Race(WARM_UP_ROUNDS, ROUNDS_FOR_ONE * workplace.options().rounds()).run(contestants);

        Contestant list = lists.get(0);
        boolean promised = few.count() == PROMISED_COUNT;
        List<Comparison> comparisons = new ArrayList<>();
        comparisons.add(
                comparison(list, open, samples, Comparison.Figure.SPEED_UP, promised ? AGAINST_JDBC : Bound.NONE));
        comparisons.add(comparison(list, glance, samples, Comparison.Figure.SPEED_UP, Bound.NONE));
        comparisons.add(
                comparison(list, read, samples, Comparison.Figure.RATIO, promised ? AGAINST_FILES : Bound.NONE));
        for (int i = 1; i < lists.size(); i++) {
            double times = (double) folders.get(i).count() / few.count();
            comparisons.add(
                    comparison(lists.get(i), list, samples, Comparison.Figure.RATIO, new Bound.AtMost(GROWTH * times)));
        }
        List<String> remarks = new ArrayList<>();
        countOpened(few)
                .ifPresentOrElse(
                        comparisons::add,
                        () -> remarks.add("list: opened databases not measured, it takes benchmark/run and strace"));
        Workplace.delete(folder);
        return new Outcome(comparisons, remarks);
    }

    /** The command's list against its verification of one backup, which has to open that; so the count counts. */
    private Optional<Comparison> countOpened(ManyBackups few) throws Exception {
        Optional<List<String>> list =
                Child.lifeboat("list", "--json", "--database", few.live().toString());
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<String> verify = Child.lifeboat(
                        "verify",
                        few.newest(),
                        "--json",
                        "--database",
                        few.live().toString())
                .orElseThrow();
        Optional<Long> opened = OpenedFiles.count(list.get(), DATABASE, folder);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        double verified = OpenedFiles.count(verify, DATABASE, folder).orElseThrow();
        return Optional.of(new Comparison(
                Topic.LIST.id(),
                new Comparison.Entry(
                        "databases opened by a list of " + few.count(), new Samples(List.of((double) opened.get()))),
                new Comparison.Entry("by a verification of one", new Samples(List.of(verified))),
                "times",
                Comparison.Figure.WORST,
                OPENED));
    }

    private static Contestant contestant(String name, Contestant.Step work) {
        return new Contestant.Timed(name, Contestant.Step.NONE, work, Contestant.Step.NONE);
    }

    private static Comparison comparison(
            Contestant subject,
            Contestant reference,
            Map<Contestant, Samples> samples,
            Comparison.Figure figure,
            Bound bound) {
        return new Comparison(
                Topic.LIST.id(),
                new Comparison.Entry(subject.name(), samples.get(subject)),
                new Comparison.Entry(reference.name(), samples.get(reference)),
                "ms",
                figure,
                bound);
    }
}
