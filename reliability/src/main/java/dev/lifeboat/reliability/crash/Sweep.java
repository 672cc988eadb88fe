package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Tries operations with a fault at one call after the other, on all processors. */
final class Sweep implements AutoCloseable {
    private final Path folder;
    private final List<Worker> workers = new ArrayList<>();
    private final Map<Base, Scene> scenes = new EnumMap<>(Base.class);
    private final ExecutorService threads;

    /** Works in this folder, which is made. */
    Sweep(Path folder, FaultLibrary library) throws IOException, InterruptedException {
        this.folder = folder;
        int count = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count; i++) {
            Path own = folder.resolve("worker-" + i);
            workers.add(new Worker(Victim.in(own.resolve("work"), library), own.resolve("root")));
        }
        threads = Executors.newFixedThreadPool(count);
    }

    /** Whoever tries one call after the other. */
    private record Worker(Victim victim, Path root) {}

    /** Where a trial begins. */
    private record Beginning(Scene scene, Map<String, String> rawBefore, String contentBefore) {}

    /**
     * Tries a fault at every call.
     *
     * @param step 1 for every call, 2 for every second one
     */
    Tally run(Trial trial, int step)
            throws IOException, InterruptedException, SQLException, BackupException, ExecutionException {
        Worker first = workers.get(0);
        Beginning beginning = beginning(trial, first);
        Path database = beginning.scene().stage(first.root(), trial.operation());
        Victim.Outcome whole = perform(first, trial, beginning.scene(), database, Fault.NONE);
        if (!whole.succeeded()) {
            throw new IOException(trial + " does not work even without faults: " + whole.output());
        }
        long calls = whole.calls().size();
        Tally tally = new Tally(trial, calls);
        AtomicLong next = new AtomicLong(1);
        List<Future<?>> running = new ArrayList<>();
        for (Worker worker : workers) {
            running.add(threads.submit(() -> {
                for (long at = next.getAndAdd(step); at <= calls; at = next.getAndAdd(step)) {
                    one(worker, trial, beginning, new Fault(trial.kind(), at), tally);
                }
                return null;
            }));
        }
        for (Future<?> future : running) {
            future.get();
        }
        return tally;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void one(Worker worker, Trial trial, Beginning beginning, Fault fault, Tally tally)
            throws IOException, InterruptedException {
        Path database = beginning.scene().stage(worker.root(), trial.operation());
        Victim.Outcome outcome = perform(worker, trial, beginning.scene(), database, fault);
        Invariants invariants = new Invariants(
                beginning.scene(), trial.operation(), database, beginning.rawBefore(), beginning.contentBefore());
        tally.add(fault, outcome, invariants.after(outcome.succeeded()));
    }

    private static Victim.Outcome perform(Worker worker, Trial trial, Scene scene, Path database, Fault fault)
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

    private Beginning beginning(Trial trial, Worker worker)
            throws IOException, InterruptedException, SQLException, BackupException {
        Scene scene = scenes.get(trial.base());
        if (scene == null) {
            scene = Scene.prepare(folder.resolve(trial.base().name()), trial.base());
            scenes.put(trial.base(), scene);
        }
        return trial.operation() == Operation.RECOVER
                ? interrupted(scene, worker)
                : staged(scene, scene, trial.operation(), worker);
    }

    /** What lies there before anything goes wrong. */
    private Beginning staged(Scene scene, Scene later, Operation operation, Worker worker) throws IOException {
        Path database = scene.stage(worker.root(), operation);
        Map<String, String> raw = Invariants.raw(worker.root());
        return new Beginning(later, raw, Content.of(database));
    }

    /** A replacement that was killed when the old files were being moved. */
    private Beginning interrupted(Scene scene, Worker worker) throws IOException, InterruptedException {
        Operation replacement = Operation.RESTORE_DESTROYED;
        Path database = scene.stage(worker.root(), replacement);
        List<String> words = replacement.words(scene, database);
        Victim.Outcome whole = worker.victim().run(worker.root(), Fault.NONE, words);
        long moved = whole.calls().stream()
                .filter(call -> call.operation().equals("rename")
                        && call.path().endsWith(Scene.DATABASE)
                        && call.second().contains("quarantine"))
                .mapToLong(Call::number)
                .findFirst()
                .orElseThrow(() -> new IOException("no old file is moved: " + whole.calls()));
        scene.stage(worker.root(), replacement);
        worker.victim().run(worker.root(), new Fault(Fault.Kind.KILL_AFTER, moved), words);
        Path copy = Files.createDirectories(folder.resolve("interrupted-" + System.nanoTime()));
        Scene.copyFolder(worker.root(), copy);
        Scene later = new Scene(copy, scene.backup(), scene.older(), scene.oldState(), scene.newState());
        return staged(scene, later, replacement, worker);
    }
}
