package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules for a database that another connection is using. */
@Tag("FR-025")
abstract class BusyRules extends Rules {
    BusyRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void aBackupOfALockedDatabaseIsRefusedWithoutATrace() throws Exception {
        FolderSnapshot before = FolderSnapshot.of(home);
        AutoCloseable application = closeLater(kind.occupy(database, true));

        refused(BackupError.DATABASE_BUSY, this::create);

        application.close();
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
        assertThat(contentOf(create().path())).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-029")
    void aRestoreOverALockedDatabaseIsRefusedWithoutATrace() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        FolderSnapshot before = FolderSnapshot.of(home);
        AutoCloseable application = closeLater(kind.occupy(database, true));

        refused(BackupError.DATABASE_BUSY, () -> restore(backup));

        application.close();
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
        restore(backup);
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    void aBackupDoesNotMindAReader() throws Exception {
        closeLater(kind.occupy(database, false));

        Backup backup = create();

        assertThat(contentOf(backup.path())).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-029")
    void aRestoreOverADatabaseThatIsReadHappensWhollyOrWithoutATrace() throws Exception {
        Backup backup = create();
        kind.write(database, SECOND);
        FolderSnapshot before = FolderSnapshot.of(home);
        AutoCloseable application = closeLater(kind.occupy(database, false));

        BackupException refusal = catchThrowableOfType(BackupException.class, () -> restore(backup));
        application.close();

        if (refusal == null) {
            assertThat(liveContent()).isEqualTo(FIRST);
        } else {
            assertThat(refusal.error()).isEqualTo(BackupError.DATABASE_BUSY);
            assertThat(FolderSnapshot.of(home)).isEqualTo(before);
        }
    }
}
