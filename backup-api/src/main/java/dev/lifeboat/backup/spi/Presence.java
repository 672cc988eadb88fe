package dev.lifeboat.backup.spi;

import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.HostPresence;
import dev.lifeboat.backup.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lock that says an application uses the database; a restore needs it too, so that it never happens under a running
 * application.
 */
final class Presence {
    private Presence() {}

    /** Claims it for this process, which may have it already. */
    static HostPresence claim(BackupConfiguration configuration) throws BackupException {
        Path file = OperationLock.databaseLock(configuration);
        LockFile.requireRegular(file);
        try {
            Optional<LockFile.Hold> hold = LockFile.of(file).tryShare(LockFile.Slot.PRESENCE);
            if (hold.isEmpty()) {
                throw new BackupException(
                        BackupError.DATABASE_BUSY,
                        Message.of(
                                "error.application-running",
                                configuration.database().toString()),
                        configuration.database());
            }
            return () -> release(hold.get());
        } catch (IOException failure) {
            throw IoErrors.translate(failure, file);
        }
    }

    private static void release(LockFile.Hold hold) {
        try {
            hold.close();
        } catch (IOException closed) {
            System.getLogger(Presence.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot release the presence lock", closed);
        }
    }
}
