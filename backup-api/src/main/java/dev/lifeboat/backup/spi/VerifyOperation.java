package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Stage;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One verification that a person asked for. It reads without a lock, so that it can run beside other operations, and
 * remembers its outcome under the locks.
 *
 * <p>A backup can be deleted meanwhile, and another one of the same second be given its name; an outcome is only one if
 * the file is still the same.
 */
final class VerifyOperation {
    private final Workshop shop;
    private final OperationRun run;
    private final Meter meter;

    VerifyOperation(Workshop shop, OperationRun run, Meter meter) {
        this.shop = shop;
        this.run = run;
        this.meter = meter;
    }

    Verification perform(String name) throws BackupException, IOException {
        meter.begin(Stage.VERIFYING, 0);
        while (true) {
            Backup backup = shop.catalog().find(name);
            Optional<Catalog.Identity> identity = Catalog.identity(backup.path());
            Optional<Verification> outcome =
                    identity.isEmpty() ? Optional.empty() : verifyUnlessReplaced(backup, identity);
            if (outcome.isPresent()) {
                return remember(backup, identity, outcome.get());
            }
        }
    }

    private Optional<Verification> verifyUnlessReplaced(Backup backup, Optional<Catalog.Identity> identity)
            throws BackupException, IOException {
        try {
            Optional<SidecarFormat.Sidecar> sidecar = shop.catalog().sidecar(backup.path());
            Verification outcome =
                    shop.verifier().verify(backup, backup.path(), sidecar, meter.step(Stage.VERIFYING, 0, 100));
            return identity.equals(Catalog.identity(backup.path())) ? Optional.of(outcome) : Optional.empty();
        } catch (BackupException | IOException failure) {
            if (identity.equals(Catalog.identity(backup.path()))) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    private Verification remember(Backup backup, Optional<Catalog.Identity> identity, Verification outcome) {
        Message reason;
        try (OperationLock lock = OperationLock.ofDatabase(shop.configuration(), Operation.VERIFY)) {
            lock.alsoFolder(shop.catalog().folder());
            if (identity.equals(Catalog.identity(backup.path()))) {
                run.change(() -> {
                    VerificationRecord.write(shop, backup, outcome);
                    return outcome;
                });
            }
            return outcome;
        } catch (BackupException refused) {
            reason = refused.message();
        } catch (IOException failure) {
            reason = IoErrors.translate(failure, SidecarFile.pathOf(backup.path()))
                    .message();
        }
        List<Message> warnings = new ArrayList<>(outcome.warnings());
        warnings.add(Message.of("warning.not-remembered", reason));
        return outcome instanceof Verification.Damaged damaged
                ? new Verification.Damaged(damaged.name(), damaged.findings(), warnings)
                : new Verification.Intact(outcome.name(), warnings);
    }
}
