package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.SchemaVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for tests: one moment, one database and backups of it. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-22T16:03:11Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Path DATABASE = Path.of("/data/my.db");
    static final String NAME = "backup_2026-11-22_14-03-11.db";
    static final String CHECKSUM = "ab".repeat(32);

    private Samples() {}

    /** Two hours old, verified, with everything that can be recorded. */
    static Backup backup() {
        return backup(BackupKind.MANUAL, Duration.ofHours(2));
    }

    /** A verified one of this kind and age. */
    static Backup backup(BackupKind kind, Duration age) {
        Instant created = NOW.minus(age);
        String name = BackupName.of(kind, LocalDateTime.ofInstant(created, ZoneOffset.UTC), 1)
                .fileName();
        BackupMetadata metadata = new BackupMetadata(
                name,
                "my.db",
                created,
                kind,
                "command-line",
                Optional.of(new SchemaVersion("6", SchemaVersion.USER_VERSION)),
                15_300_000,
                CHECKSUM,
                "0.1.0",
                Map.of("jobs", 1350L),
                Optional.of(created),
                "before the move",
                List.of(Message.of("warning.no-tables")),
                List.of());
        return new Backup(
                name,
                Path.of("/data/backups", name),
                15_300_000,
                created,
                Optional.of(kind),
                BackupState.VERIFIED,
                Optional.of(metadata),
                List.of());
    }

    /** A file that happens to lie in the folder. */
    static Backup foreign(String name) {
        return new Backup(
                name,
                Path.of("/data/backups", name),
                12,
                NOW,
                Optional.empty(),
                BackupState.FOREIGN,
                Optional.empty(),
                List.of(Message.of("remark.not-ours")));
    }
}
