package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** Tries operations whose backup folder is disturbed at one call after the other, on all processors. */
final class Ground implements AutoCloseable {
    private static final String BACKUPS = "backups";

    private final Path folder;
    private final Beginnings beginnings;
    private final Workers workers;
    private final AtomicLong runs = new AtomicLong();

    /** Works in this folder, which is made. */
    Ground(Path folder, FaultLibrary library) throws IOException, InterruptedException {
        this.folder = folder;
        beginnings = new Beginnings(folder);
        workers = new Workers(folder, library);
    }

    /**
     * Disturbs an operation before its calls.
     *
     * @param parts how many calls at least, evenly chosen; all when there are fewer
     */
    Tally disturb(Operation operation, Disturbance disturbance, int parts)
            throws IOException, InterruptedException, SQLException, BackupException, ExecutionException {
        Workers.Worker any = workers.any();
        Beginnings.Beginning beginning = beginnings.of(operation, Base.HOT_LOG, any.victim(), any.root());
        long calls = calls(operation, beginning, Map.of());
        Tally tally = new Tally(operation + ", folder " + disturbance, calls);
        workers.each(
                calls,
                (int) Math.max(1, calls / parts),
                () -> false,
                (worker, at) -> one(worker.victim(), beginning, new Moment(operation, disturbance, at), tally));
        return tally;
    }

    /** Performs an operation on a disk that takes so much longer for every call; gives how many calls that were. */
    long slow(Operation operation, int millis) throws IOException, InterruptedException, SQLException, BackupException {
        Workers.Worker any = workers.any();
        return calls(
                operation,
                beginnings.of(operation, Base.HOT_LOG, any.victim(), any.root()),
                Map.of("FAULTS_DELAY", String.valueOf(millis)));
    }

    @Override
    public void close() {
        workers.close();
    }

    private record Moment(Operation operation, Disturbance disturbance, long at) {}

    private long calls(Operation operation, Beginnings.Beginning beginning, Map<String, String> environment)
            throws IOException, InterruptedException {
        Workers.Worker any = workers.any();
        Path database = beginning.scene().stage(any.root(), operation);
        List<String> words = operation.words(beginning.scene(), database);
        Victim.Outcome whole = any.victim().run(any.root(), words, environment);
        if (!whole.succeeded()) {
            throw new IOException(operation + " does not work even on firm ground: " + whole.output());
        }
        List<String> violations =
                invariants(beginning, operation, database).after(true).violations();
        if (!violations.isEmpty()) {
            throw new IOException(operation + " does not work even on firm ground: " + violations);
        }
        return whole.calls().size();
    }

    private void one(Victim victim, Beginnings.Beginning beginning, Moment moment, Tally tally)
            throws IOException, InterruptedException {
        Path own = folder.resolve("run-" + runs.incrementAndGet());
        Path root = Files.createDirectories(own.resolve("root"));
        Path away = own.resolve("away");
        Path backups = root.resolve(BACKUPS);
        Operation operation = moment.operation();
        Path database = beginning.scene().stage(root, operation);
        Victim.Outcome outcome = victim.interrupt(
                root,
                moment.at(),
                operation.words(beginning.scene(), database),
                () -> moment.disturbance().act(backups, away));
        if (Files.exists(away)) {
            moment.disturbance().undo(backups, away, own.resolve("lost"));
        }
        // What was deleted in a copy, or before the folder came back, is there again.
        boolean stays = outcome.succeeded() && (operation == Operation.CREATE || operation.restores());
        Invariants.Finding finding = invariants(beginning, operation, database).after(stays);
        tally.add(moment.at(), outcome, finding.with(Sweep.falsehood(operation, outcome, finding.state())));
    }

    private static Invariants invariants(Beginnings.Beginning beginning, Operation operation, Path database) {
        return new Invariants(beginning.scene(), operation, database, beginning.rawBefore(), beginning.contentBefore());
    }
}
