package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Listed backups without files. */
final class BackupsForTests {
    private BackupsForTests() {}

    static Backup backup(Instant createdAt, BackupKind kind, BackupState state, long size) {
        String name = kind.id() + " of " + createdAt;
        return new Backup(name, Path.of("x"), size, createdAt, Optional.of(kind), state, Optional.empty(), List.of());
    }

    static BackupList listed(Backup... backups) {
        Optional<Backup> last = List.of(backups).stream()
                .filter(backup -> backup.state() == BackupState.VERIFIED)
                .max(Backup.OLDEST_FIRST);
        return new BackupList(List.of(backups), last, List.of());
    }
}
