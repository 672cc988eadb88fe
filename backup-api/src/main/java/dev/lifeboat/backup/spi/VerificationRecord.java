package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Remembers the outcome of a verification in the sidecar. The caller holds the folder's lock. */
final class VerificationRecord {
    private VerificationRecord() {}

    /**
     * Writes the outcome into the backup's own record. Where there is none, or garbage, damage is recorded in a new
     * one; the record of another backup or another database and that of a newer format are left alone.
     */
    static void write(Workshop shop, Backup backup, Verification outcome) throws IOException {
        if (backup.state() == BackupState.FOREIGN || !Files.isRegularFile(backup.path(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        SidecarFormat.Sidecar sidecar = shop.catalog().sidecar(backup.path()).orElse(null);
        if (sidecar instanceof SidecarFormat.Readable readable) {
            if (readable.metadata().name().equals(backup.name())) {
                shop.shelf().writeSidecar(updated(readable.metadata(), outcome, now(shop)));
            }
            return;
        }
        boolean newer = sidecar instanceof SidecarFormat.Unreadable unreadable && unreadable.newerFormat();
        if (!newer && outcome instanceof Verification.Damaged damaged) {
            shop.shelf().writeSidecar(fresh(shop, backup, damaged));
        }
    }

    private static BackupMetadata updated(BackupMetadata metadata, Verification outcome, Instant now) {
        return outcome instanceof Verification.Damaged damaged
                ? metadata.damaged(damaged.findings())
                : metadata.verified(now);
    }

    private static BackupMetadata fresh(Workshop shop, Backup backup, Verification.Damaged damaged) throws IOException {
        BackupName name = BackupName.tryParse(backup.name()).orElseThrow();
        return new BackupMetadata(
                backup.name(),
                shop.catalog().databaseName(),
                backup.createdAt().truncatedTo(ChronoUnit.MILLIS),
                name.kind(),
                "",
                Optional.empty(),
                backup.sizeBytes(),
                Checksum.of(backup.path(), Monitor.NONE),
                "",
                Map.of(),
                Optional.empty(),
                "",
                damaged.warnings(),
                damaged.findings());
    }

    private static Instant now(Workshop shop) {
        return shop.configuration().clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
