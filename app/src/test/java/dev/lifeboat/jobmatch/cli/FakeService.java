package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestorePreview;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.RetentionPolicy;
import dev.lifeboat.backup.ReturnPoint;
import dev.lifeboat.backup.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A service that answers what a test gave it, remembers what it was asked to do, and fails when told to. */
final class FakeService implements BackupService {
    final List<String> calls = new ArrayList<>();
    BackupConfiguration configuration = BackupConfiguration.of(Samples.DATABASE);
    BackupList list = new BackupList(List.of(), Optional.empty(), List.of());
    Verification verification = new Verification.Intact(Samples.NAME, List.of());
    Optional<BackupException> refusal = Optional.empty();
    boolean databaseExists = true;
    RestoreResult restoreResult = new RestoreResult(Samples.NAME, Optional.empty(), List.of(), List.of());
    List<CleanupResult.Failure> cleanupFailures = List.of();
    RecoveryResult recovery = new RecoveryResult(List.of(), DatabaseState.CLEAN);
    BackupStatus status = new BackupStatus(Optional.empty(), Optional.empty(), 0, 0);
    CreateRequest created = CreateRequest.manual("");
    RestoreRequest restored = RestoreRequest.of("");
    Optional<BackupException> failure = Optional.empty();
    Optional<RuntimeException> bug = Optional.empty();

    @Override
    public BackupConfiguration configuration() {
        return configuration;
    }

    @Override
    public Backup create(CreateRequest request, ProgressListener progress) throws BackupException {
        call("create");
        created = request;
        return Samples.backup();
    }

    @Override
    public BackupList list() throws BackupException {
        call("list");
        return list;
    }

    @Override
    public Backup show(String name) throws BackupException {
        call("show " + name);
        return Samples.backup();
    }

    @Override
    public Verification verify(String name, ProgressListener progress) throws BackupException {
        call("verify " + name);
        return verification;
    }

    @Override
    public RestorePreview preview(RestoreRequest request) throws BackupException {
        call("preview " + request.name());
        return new RestorePreview(Samples.backup(), databaseExists, 16_000_000, refusal);
    }

    @Override
    public RestoreResult restore(RestoreRequest request, ProgressListener progress) throws BackupException {
        call("restore " + request.name());
        restored = request;
        return restoreResult;
    }

    @Override
    public void delete(String name) throws BackupException {
        call("delete " + name);
    }

    @Override
    public Backup annotate(String name, String note) {
        throw new UnsupportedOperationException("not a command");
    }

    @Override
    public CleanupPlan planCleanup(RetentionPolicy policy) throws BackupException {
        call("plan " + policy.maxAge().toDays());
        return policy.plan(list.backups(), Samples.NOW);
    }

    @Override
    public CleanupResult cleanUp(CleanupPlan plan, ProgressListener progress) throws BackupException {
        call("cleanUp");
        List<String> gone = cleanupFailures.isEmpty()
                ? plan.deletions().stream().map(Backup::name).toList()
                : List.of();
        return new CleanupResult(gone, plan.kept(), cleanupFailures);
    }

    @Override
    public ReturnPoint setReturnPoint(String name) {
        throw new UnsupportedOperationException("the command line changes no schema");
    }

    @Override
    public RecoveryResult recover() throws BackupException {
        call("recover");
        return recovery;
    }

    @Override
    public BackupStatus status() throws BackupException {
        call("status");
        return status;
    }

    @Override
    public HostPresence holdPresence() {
        return () -> {};
    }

    private void call(String operation) throws BackupException {
        calls.add(operation);
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (bug.isPresent()) {
            throw bug.get();
        }
    }
}
