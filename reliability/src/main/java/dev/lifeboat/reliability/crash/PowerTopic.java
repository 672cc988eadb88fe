package dev.lifeboat.reliability.crash;

import dev.lifeboat.reliability.Findings;
import dev.lifeboat.reliability.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The power fails after every call of every operation. Operations are recorded once; what a disk may hold then is built
 * from the record, recovered and looked at.
 */
public final class PowerTopic implements Topic {
    /** In a quick run the power fails after every so many-th call. */
    private static final int STEP = 9;

    private static final int RANDOM_STATES = 20;
    private static final int RANDOM_STATES_QUICK = 3;

    @Override
    public Findings run(Bench bench) throws Exception {
        FaultLibrary library = FaultLibrary.compile(bench.sources().resolve("faults.c"), bench.folder());
        Path root = bench.folder().resolve("root");
        Victim victim = Victim.in(bench.folder().resolve("work"), library);
        Beginnings beginnings = new Beginnings(bench.folder());
        List<String> violations = new ArrayList<>();
        long states = 0;
        for (Trials.Recorded recorded : Trials.recorded(bench.all())) {
            Beginnings.Beginning beginning = beginnings.of(recorded.operation(), recorded.base(), victim, root);
            Replay replay = Replay.record(recorded, beginning, victim, root);
            Tally tally = replay.run(bench.all() ? 1 : STEP, bench.all() ? RANDOM_STATES : RANDOM_STATES_QUICK);
            System.out.println(tally);
            violations.addAll(tally.violations());
            states += tally.runs();
        }
        return new Findings(List.of("states of a disk after a power failure, recovered: " + states), violations);
    }

    /** One recorded operation and its database. */
    private record Replay(
            Trials.Recorded recorded, Beginnings.Beginning beginning, Path root, Path database, Recording recording) {
        static Replay record(Trials.Recorded recorded, Beginnings.Beginning beginning, Victim victim, Path root)
                throws IOException, InterruptedException {
            Path database = beginning.scene().stage(root, recorded.operation());
            Recording.Contents before = Recording.Contents.of(root);
            Path data = root.resolveSibling("data");
            Victim.Outcome outcome =
                    victim.record(root, data, recorded.operation().words(beginning.scene(), database));
            if (!outcome.succeeded()) {
                throw new IOException(recorded + " does not work even without faults: " + outcome.output());
            }
            return new Replay(recorded, beginning, root, database, Recording.of(before, outcome.calls(), data));
        }

        Tally run(int step, int randomStates) throws IOException {
            Tally tally = new Tally(recorded.toString(), recording.length());
            int length = recording.length();
            for (int last = length; last > 0; last -= step) {
                for (Loss loss : Loss.values()) {
                    for (int seed = 0; seed < (loss == Loss.RANDOM ? randomStates : 1); seed++) {
                        look(last, loss, seed, tally);
                    }
                }
            }
            return tally;
        }

        private void look(int last, Loss loss, int seed, Tally tally) throws IOException {
            Scene.clear(root);
            Recording.Contents left = recording.afterLosing(last, loss, new Random(seed));
            for (String surviving : left.folders()) {
                Files.createDirectories(Path.of(surviving));
            }
            for (Map.Entry<String, byte[]> file : left.files().entrySet()) {
                if (!file.getKey().endsWith(".lock")) {
                    Files.write(Path.of(file.getKey()), file.getValue());
                }
            }
            Invariants invariants = new Invariants(
                    beginning.scene(),
                    recorded.operation(),
                    database,
                    beginning.rawBefore(),
                    beginning.contentBefore());
            tally.add(
                    "lost " + loss,
                    invariants.after(last == recording.length()),
                    "power lost after " + recording.call(last) + ", " + loss + " lost, seed " + seed);
        }
    }
}
