package dev.lifeboat.ui;

import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Everything the panel shows, read in one go.
 *
 * @param list what there is; nothing where it cannot be listed
 * @param status what runs, and how much space is free; empty where that cannot be read
 * @param problem why something could not be read
 * @param clock the service's, for ages and local times
 */
record Overview(BackupList list, Optional<BackupStatus> status, Optional<BackupException> problem, Clock clock) {
    private static final BackupList NOTHING = new BackupList(List.of(), Optional.empty(), List.of());

    /** Before anything was read. */
    static Overview unread() {
        return new Overview(NOTHING, Optional.empty(), Optional.empty(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** Blocks. */
    static Overview read(BackupService service) {
        Clock clock = service.configuration().clock();
        BackupList list = NOTHING;
        Optional<BackupStatus> status = Optional.empty();
        try {
            list = service.list();
            status = Optional.of(service.status());
            return new Overview(list, status, Optional.empty(), clock);
        } catch (BackupException problem) {
            return new Overview(list, status, Optional.of(problem), clock);
        }
    }

    /** The same without what was running. */
    Overview atRest() {
        Optional<BackupStatus> resting = status.map(known ->
                new BackupStatus(Optional.empty(), known.lastBackup(), known.databaseSizeBytes(), known.freeBytes()));
        return new Overview(list, resting, problem, clock);
    }
}
