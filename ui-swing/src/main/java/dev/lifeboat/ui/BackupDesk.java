package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the parts of the panel share: what there is, what runs, and what was said last. It does one operation at a time,
 * in the background, and tells its listeners about every change. On the event dispatch thread only.
 */
final class BackupDesk {
    /** An operation on the service; runs in the background. */
    @FunctionalInterface
    interface Job<T> {
        T run(BackupService service, ProgressRelay progress) throws BackupException;
    }

    private record Failure(BackupException cause, Instant at) {}

    private final BackupService service;
    private final BackupHost host;
    private final Background background;
    private final Texts texts;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private Overview overview = Overview.unread();
    private boolean read;
    private boolean reading;
    private boolean readAgain;
    private int operations;
    private Optional<Progress> own = Optional.empty();
    private Optional<ProgressRelay> relay = Optional.empty();
    private Optional<Notice> notice = Optional.empty();
    private Optional<Failure> automaticFailure = Optional.empty();

    BackupDesk(BackupService service, BackupHost host, Background background, Texts texts) {
        this.service = service;
        this.host = host;
        this.background = background;
        this.texts = texts;
    }

    BackupService service() {
        return service;
    }

    BackupHost host() {
        return host;
    }

    Background background() {
        return background;
    }

    Phrases phrases() {
        return new Phrases(texts, overview.clock());
    }

    Texts texts() {
        return texts;
    }

    /** Is called after every change, until the desk itself goes. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** What was read last. */
    Overview overview() {
        return overview;
    }

    List<Backup> backups() {
        return overview.list().backups();
    }

    /** Whether anything has been read yet. */
    boolean isRead() {
        return read;
    }

    /**
     * What runs: an operation of this panel, or another one in this or another process. Writing a note down takes no
     * time and stops nobody.
     */
    Optional<Progress> running() {
        if (own.isPresent()) {
            return own.filter(progress -> progress.operation() != Operation.ANNOTATE);
        }
        return overview.status().flatMap(BackupStatus::running);
    }

    /** Whether what runs was started here. */
    boolean isOwnRunning() {
        return own.isPresent();
    }

    Optional<Notice> notice() {
        return notice;
    }

    Protection protection() {
        if (!read) {
            return new Protection(Protection.Look.NOTHING_YET, texts().text("banner.loading"));
        }
        Optional<BackupException> problem = overview.problem();
        if (problem.isPresent()) {
            return Protection.unreadable(problem.get(), texts().locale());
        }
        return Protection.of(
                overview.list(),
                automaticFailure.map(Failure::cause),
                host.automaticBackupInterval(),
                overview.clock(),
                texts().locale());
    }

    /** What to do about the failure that {@link #protection()} tells of. */
    Optional<String> advice() {
        return overview.problem()
                .or(() -> automaticFailure.map(Failure::cause))
                .map(failure -> failure.hint(texts().locale()));
    }

    void automaticBackupFailed(BackupException cause) {
        ask(() -> new Failure(cause, service.configuration().clock().instant()), failure -> {
            automaticFailure = Optional.of(failure);
            changed();
            reload();
        });
    }

    /** Shows a notice until the next operation. */
    void say(Notice said) {
        notice = Optional.of(said);
        changed();
    }

    /** Reads everything anew; several wishes while that runs are one. */
    void reload() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        int before = operations;
        background.run(() -> Overview.read(service), found -> accept(found, before), this::cannotRead);
    }

    /** Does something, after what is being done; its outcome is said. */
    <T> void perform(Operation operation, Job<T> job, Function<? super T, Notice> told) {
        perform(operation, job, told, cancelled -> Notice.information(String.valueOf(cancelled.getMessage())));
    }

    /** The same for something that can be cancelled. */
    <T> void perform(
            Operation operation,
            Job<T> job,
            Function<? super T, Notice> told,
            Function<CancellationException, Notice> cancelled) {
        if (own.isPresent()) {
            waiting.add(() -> perform(operation, job, told, cancelled));
            return;
        }
        ProgressRelay progress = new ProgressRelay(this::progressed);
        own = Optional.of(new Progress(operation, Stage.PREPARING, 0));
        relay = Optional.of(progress);
        notice = Optional.empty();
        operations++;
        changed();
        background.run(() -> job.run(service, progress), result -> end(told.apply(result)), thrown -> {
            boolean wanted = thrown instanceof CancellationException;
            end(wanted ? cancelled.apply((CancellationException) thrown) : Notice.failure(thrown, texts()));
        });
    }

    /** Runs something that only reads, and hands on its answer. */
    <T> void ask(Callable<T> work, Consumer<? super T> answer) {
        background.run(work, answer, thrown -> say(Notice.failure(thrown, texts())));
    }

    /** Whether what runs would stop when told to. */
    boolean isCancellable() {
        return own.filter(progress -> progress.operation() == Operation.VERIFY).isPresent();
    }

    void cancel() {
        relay.ifPresent(ProgressRelay::cancel);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void progressed(Progress progress) {
        own = own.map(running -> progress);
        changed();
    }

    private void end(Notice outcome) {
        own = Optional.empty();
        relay = Optional.empty();
        operations++;
        overview = overview.atRest();
        say(outcome);
        Optional.ofNullable(waiting.poll()).ifPresent(Runnable::run);
        reload();
    }

    /** What was read before or while an operation of ours began or ended says nothing any more. */
    private void accept(Overview found, int operationsBefore) {
        reading = false;
        boolean again = readAgain || operations != operationsBefore;
        readAgain = false;
        if (operations == operationsBefore) {
            read = true;
            overview = found;
            forgetFailureAfterSuccess();
            changed();
        }
        if (again) {
            reload();
        }
    }

    private void cannotRead(Exception thrown) {
        reading = false;
        say(Notice.failure(thrown, texts()));
    }

    private void forgetFailureAfterSuccess() {
        Optional<Instant> last = overview.list().lastBackup().map(Backup::createdAt);
        automaticFailure = automaticFailure.filter(
                failure -> last.filter(success -> success.isAfter(failure.at())).isEmpty());
    }
}
