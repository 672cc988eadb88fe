package dev.lifeboat.jobmatch.settings;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.ReturnPoint;
import dev.lifeboat.backup.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * A backup service that writes one line to the log for every operation that has ended: what, which file, how large, how
 * long; and for every failure its code, sentence and cause. Answers and failures are passed on unchanged.
 *
 * <p>Reading is logged only when it fails, and asking for the status not at all: windows ask for it again and again.
 */
public final class LoggedBackupService implements BackupService {
    private final BackupService service;
    private final Events events = new Events(LoggedBackupService.class);

    /** Logs what this service does, in the time of its clock. */
    public LoggedBackupService(BackupService service) {
        this.service = service;
    }

    @Override
    public BackupConfiguration configuration() {
        return service.configuration();
    }

    @Override
    public Backup create(CreateRequest request, ProgressListener progress) throws BackupException {
        return logged(
                "create a backup (" + request.kind().id() + ") of " + database(),
                () -> service.create(request, progress),
                LogSentence::created);
    }

    @Override
    public BackupList list() throws BackupException {
        return loggedFailure("list the backups in " + service.configuration().folder(), service::list);
    }

    @Override
    public Backup show(String name) throws BackupException {
        return loggedFailure("show " + name, () -> service.show(name));
    }

    @Override
    public Verification verify(String name, ProgressListener progress) throws BackupException {
        return logged("verify " + name, () -> service.verify(name, progress), LogSentence::verified);
    }

    @Override
    public RestorePreview preview(RestoreRequest request) throws BackupException {
        return loggedFailure("preview a restore of " + request.name(), () -> service.preview(request));
    }

    @Override
    public RestoreResult restore(RestoreRequest request, ProgressListener progress) throws BackupException {
        return logged(
                "restore " + request.name() + " over " + database(),
                () -> service.restore(request, progress),
                result -> LogSentence.restored(result, database()));
    }

    @Override
    public void delete(String name) throws BackupException {
        logged(
                "delete " + name,
                () -> {
                    service.delete(name);
                    return name;
                },
                LogSentence::deleted);
    }

    @Override
    public Backup annotate(String name, String note) throws BackupException {
        return logged("change the note of " + name, () -> service.annotate(name, note), LogSentence::annotated);
    }

    @Override
    public CleanupPlan planCleanup(RetentionPolicy policy) throws BackupException {
        return loggedFailure("plan a clean-up", () -> service.planCleanup(policy));
    }

    @Override
    public CleanupResult cleanUp(CleanupPlan plan, ProgressListener progress) throws BackupException {
        return logged("clean up old backups", () -> service.cleanUp(plan, progress), LogSentence::cleanedUp);
    }

    @Override
    public ReturnPoint setReturnPoint(String name) throws BackupException {
        ReturnPoint point = loggedFailure("set a return point at " + name, () -> service.setReturnPoint(name));
        return new LoggedReturnPoint(point);
    }

    @Override
    public RecoveryResult recover() throws BackupException {
        return logged("recover " + database(), service::recover, LogSentence::recovered);
    }

    @Override
    public BackupStatus status() throws BackupException {
        return service.status();
    }

    @Override
    public HostPresence holdPresence() throws BackupException {
        try {
            return service.holdPresence();
        } catch (BackupException refused) {
            // A successor asks again and again until its predecessor has left.
            if (refused.error() != BackupError.DATABASE_BUSY) {
                events.failed("claim " + database(), refused);
            }
            throw refused;
        }
    }

    /** A way back that is logged when it is gone. */
    private final class LoggedReturnPoint implements ReturnPoint {
        private final ReturnPoint point;

        private LoggedReturnPoint(ReturnPoint point) {
            this.point = point;
        }

        @Override
        public String backup() {
            return point.backup();
        }

        @Override
        public void lift() throws BackupException {
            loggedFailure("lift the return point at " + point.backup(), () -> {
                point.lift();
                return point;
            });
        }

        @Override
        public RecoveryResult goBack(ProgressListener progress) throws BackupException {
            return logged("go back to " + point.backup(), () -> point.goBack(progress), LogSentence::recovered);
        }
    }

    private Path database() {
        return service.configuration().database();
    }

    private <T> T logged(String what, Operation<T> operation, Function<T, LogSentence> ending) throws BackupException {
        Instant begin = now();
        T result = loggedFailure(what, operation);
        Duration took = Duration.between(begin, now());
        LogSentence sentence = ending.apply(result);
        if (sentence.isWarning()) {
            events.warned(sentence.text(), took);
        } else {
            events.succeeded(sentence.text(), took);
        }
        return result;
    }

    private <T> T loggedFailure(String what, Operation<T> operation) throws BackupException {
        try {
            return operation.run();
        } catch (BackupException | RuntimeException | Error failure) {
            events.failed(what, failure);
            throw failure;
        }
    }

    private Instant now() {
        return service.configuration().clock().instant();
    }

    @FunctionalInterface
    private interface Operation<T> {
        T run() throws BackupException;
    }
}
