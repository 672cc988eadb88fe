package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;

/**
 * Power failures in recorded operations. Each operation is recorded once; what a disk may hold after each of its calls
 * is built from the record, recovered and looked at. For one thread.
 */
final class PowerLoss {
    private final Path root;
    private final Victim victim;
    private final Beginnings beginnings;

    /** Works in this folder, which exists. */
    PowerLoss(Path folder, FaultLibrary library) throws IOException, InterruptedException {
        root = folder.resolve("root");
        victim = Victim.in(folder.resolve("work"), library);
        beginnings = new Beginnings(folder);
    }

    /**
     * How much is tried.
     *
     * @param step 1 for a failure after every call, 2 for one after every second
     * @param randomStates after each call, beside those that are not random
     * @param first whether to stop where something is lost
     */
    record Extent(int step, int randomStates, boolean first) {
        boolean isEnough(Tally tally) {
            return first && !tally.violations().isEmpty();
        }
    }

    Tally run(Trials.Recorded recorded, Extent extent)
            throws IOException, InterruptedException, SQLException, BackupException {
        Beginnings.Beginning beginning = beginnings.of(recorded.operation(), recorded.base(), victim, root);
        return Replay.record(recorded, beginning, victim, root).run(extent);
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

        Tally run(Extent extent) throws IOException {
            Tally tally = new Tally(recorded.toString(), recording.length());
            int length = recording.length();
            for (int last = length; last > 0 && !extent.isEnough(tally); last -= extent.step()) {
                for (Loss loss : Loss.values()) {
                    for (int seed = 0; seed < (loss == Loss.RANDOM ? extent.randomStates() : 1); seed++) {
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
