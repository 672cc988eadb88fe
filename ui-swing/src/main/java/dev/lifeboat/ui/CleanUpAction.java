package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.RetentionPolicy;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Deletes old backups, after showing which and why (FR-022). */
final class CleanUpAction extends DeskAction {
    private static final long serialVersionUID = 1L;

    CleanUpAction(BackupDesk desk) {
        super(desk, "clean-up");
        show(Icons.CLEAN_UP.icon());
    }

    @Override
    Optional<String> refusal() {
        return refusalWhileRunning();
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        RetentionPolicy retention = desk().host().retention();
        Window owner = Windows.of(event);
        desk().ask(() -> desk().service().planCleanup(retention), plan -> askAndDelete(owner, plan));
    }

    private void askAndDelete(Window owner, CleanupPlan plan) {
        boolean wanted = new CleanUpDialog(owner, plan, desk().phrases()).ask();
        if (wanted) {
            desk().perform(
                            Operation.CLEANUP,
                            (service, progress) -> service.cleanUp(plan, progress),
                            result -> told(plan, result));
        }
    }

    private Notice told(CleanupPlan plan, CleanupResult result) {
        List<Backup> deleted = plan.deletions().stream()
                .filter(backup -> result.deleted().contains(backup.name()))
                .toList();
        String done = text("cleanup.done", deleted.size(), desk().phrases().size(deleted));
        if (result.failed().isEmpty()) {
            return Notice.success(done);
        }
        List<String> reasons = result.failed().stream().map(this::reason).toList();
        String failed = text("cleanup.failed", reasons.size(), reasons.stream().collect(Collectors.joining(" ")));
        return Notice.failure(done, failed, reasons);
    }

    private String reason(CleanupResult.Failure failure) {
        return failure.error().message(desk().texts().locale()) + " "
                + failure.error().hint(desk().texts().locale());
    }
}
