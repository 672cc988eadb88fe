package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CleanupPlan;
import dev.lifeboat.backup.CleanupResult;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One clean-up: the newest verified backup proves itself again before anything is deleted on its account (FR-020). The
 * caller holds the locks.
 */
final class CleanupOperation {
    private final Workshop shop;
    private final CleanupPlan shown;
    private final OperationRun run;
    private final Meter meter;
    private final Set<String> provedDamaged = new HashSet<>();

    CleanupOperation(Workshop shop, CleanupPlan shown, OperationRun run, Meter meter) {
        this.shop = shop;
        this.shown = shown;
        this.run = run;
        this.meter = meter;
    }

    CleanupResult perform() throws BackupException, IOException {
        meter.begin(Stage.PREPARING, 0);
        CleanupPlan plan = plan();
        while (!targets(plan).isEmpty() && !anchorHolds(plan)) {
            plan = plan();
        }
        return delete(targets(plan), plan);
    }

    private CleanupPlan plan() throws BackupException {
        List<Backup> backups =
                shop.catalog().backupsIfAny().stream().map(this::asProved).toList();
        return shown.policy().plan(backups, shop.configuration().clock().instant());
    }

    /** What both the shown plan and the present state would delete, unchanged in between. */
    private List<Backup> targets(CleanupPlan plan) {
        return plan.deletions().stream()
                .filter(backup -> shown.deletions().stream().anyMatch(planned -> isSame(planned, backup)))
                .toList();
    }

    private boolean anchorHolds(CleanupPlan plan) throws BackupException, IOException {
        Backup anchor = plan.anchor().orElseThrow();
        Verification verification = shop.verifier()
                .verify(
                        anchor,
                        anchor.path(),
                        shop.catalog().sidecar(anchor.path()),
                        meter.step(Stage.VERIFYING, 0, 80));
        remember(anchor, verification);
        if (verification instanceof Verification.Damaged) {
            provedDamaged.add(anchor.name());
            return false;
        }
        return true;
    }

    /** On a full disk nothing can be recorded, and just then clean-up must work. */
    private void remember(Backup anchor, Verification verification) throws BackupException {
        try {
            run.change(() -> {
                VerificationRecord.write(shop, anchor, verification);
                return anchor;
            });
        } catch (IOException unwritable) {
            System.getLogger(getClass().getName())
                    .log(System.Logger.Level.WARNING, "cannot record the verification of " + anchor.name(), unwritable);
        }
    }

    private CleanupResult delete(List<Backup> targets, CleanupPlan plan) throws BackupException {
        List<String> deleted = new ArrayList<>();
        List<CleanupResult.Failure> failed = new ArrayList<>();
        Monitor step = meter.step(Stage.DELETING, 80, 100);
        for (Backup backup : targets) {
            try {
                run.change(() -> {
                    shop.shelf().delete(backup);
                    return backup;
                });
                deleted.add(backup.name());
            } catch (IOException failure) {
                if (!Durable.isThere(backup.path())) {
                    deleted.add(backup.name());
                    continue;
                }
                failed.add(new CleanupResult.Failure(backup.name(), IoErrors.translate(failure, backup.path())));
            }
            step.progress(deleted.size() + failed.size(), targets.size());
        }
        return new CleanupResult(deleted, plan.kept(), failed);
    }

    private Backup asProved(Backup backup) {
        return provedDamaged.contains(backup.name())
                ? new Backup(
                        backup.name(),
                        backup.path(),
                        backup.sizeBytes(),
                        backup.createdAt(),
                        backup.kind(),
                        BackupState.DAMAGED,
                        backup.metadata(),
                        List.of(Message.of("finding.checksum")))
                : backup;
    }

    private static boolean isSame(Backup planned, Backup present) {
        return planned.name().equals(present.name())
                && planned.sizeBytes() == present.sizeBytes()
                && planned.createdAt()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .equals(present.createdAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
