package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Tries operations with a fault at one call after the other, on all processors. */
final class Sweep implements AutoCloseable {
    private final Beginnings beginnings;
    private final Workers workers;

    /** Works in this folder, which is made. */
    Sweep(Path folder, FaultLibrary library) throws IOException, InterruptedException {
        beginnings = new Beginnings(folder);
        workers = new Workers(folder, library);
    }

    /**
     * Tries a fault at every call.
     *
     * @param step 1 for every call, 2 for every second one
     * @param first whether to stop where something is lost
     */
    Tally run(Trial trial, int step, boolean first)
            throws IOException, InterruptedException, SQLException, BackupException, ExecutionException {
        Workers.Worker any = workers.any();
        Beginnings.Beginning beginning = beginnings.of(trial.operation(), trial.base(), any.victim(), any.root());
        Path database = beginning.scene().stage(any.root(), trial.operation());
        Victim.Outcome whole = perform(any, trial, beginning.scene(), database, Fault.NONE);
        if (!whole.succeeded()) {
            throw new IOException(trial + " does not work even without faults: " + whole.output());
        }
        long calls = whole.calls().size();
        Tally tally = new Tally(trial.toString(), calls);
        workers.each(
                calls,
                step,
                () -> first && !tally.violations().isEmpty(),
                (worker, at) -> one(worker, trial, beginning, new Fault(trial.kind(), at), tally));
        return tally;
    }

    @Override
    public void close() {
        workers.close();
    }

    private void one(Workers.Worker worker, Trial trial, Beginnings.Beginning beginning, Fault fault, Tally tally)
            throws IOException, InterruptedException {
        Path database = beginning.scene().stage(worker.root(), trial.operation());
        Victim.Outcome outcome = perform(worker, trial, beginning.scene(), database, fault);
        Invariants invariants = new Invariants(
                beginning.scene(), trial.operation(), database, beginning.rawBefore(), beginning.contentBefore());
        Invariants.Finding finding = invariants.after(outcome.succeeded());
        tally.add(fault, outcome, finding.with(falsehood(trial.operation(), outcome, finding.state())));
    }

    /** What a refusal said that was not so: that a restore failed means that the old data is there. */
    static Optional<String> falsehood(Operation operation, Victim.Outcome outcome, String state) {
        if (outcome.killed() || outcome.succeeded()) {
            return Optional.empty();
        }
        Optional<String> code = outcome.errorCode();
        if (code.isEmpty()) {
            return Optional.of("refused without saying why");
        }
        boolean wrong =
                operation.restores() && state.equals("new") && !code.get().equals("UNKNOWN");
        return wrong ? Optional.of("refused with " + code.get() + ", but live is new") : Optional.empty();
    }

    private static Victim.Outcome perform(Workers.Worker worker, Trial trial, Scene scene, Path database, Fault fault)
            throws IOException, InterruptedException {
        List<String> words = trial.operation().words(scene, database);
        if (trial.base() == Base.IDLE_CONNECTION) {
            IdleConnection other = IdleConnection.to(database);
            try (other) {
                return worker.victim().run(worker.root(), fault, words);
            }
        }
        return worker.victim().run(worker.root(), fault, words);
    }
}
