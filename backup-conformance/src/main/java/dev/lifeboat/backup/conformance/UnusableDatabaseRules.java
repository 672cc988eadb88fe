package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for backing up what is no database, or no longer one: refused with what it is, and without a trace. */
@Tag("FR-025")
abstract class UnusableDatabaseRules extends Rules {
    UnusableDatabaseRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    void refusesAMissingDatabase() throws Exception {
        Files.delete(database);

        assertRefusedWithoutTrace(BackupError.DATABASE_NOT_FOUND);
    }

    @Test
    void refusesAFolder() throws Exception {
        Files.delete(database);
        Files.createDirectory(database);

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no named pipes among its files")
    void refusesAPipe() throws Exception {
        Files.delete(database);
        Damage.makeFifo(database);

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    @Test
    void refusesAFileOfZeroBytes() throws Exception {
        Files.write(database, new byte[0]);

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws Exception {
        Damage.writeText(database, "Dear diary, ".repeat(1000));

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    @Test
    void refusesADatabaseWithoutItsHead() throws Exception {
        Damage.zeroHead(database);

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    @Test
    void refusesADatabaseWithoutItsSecondHalf() throws Exception {
        Damage.truncateToHalf(database);

        assertRefusedWithoutTrace(BackupError.DATABASE_DAMAGED);
    }

    private void assertRefusedWithoutTrace(BackupError code) throws Exception {
        FolderSnapshot before = FolderSnapshot.of(home);

        BackupException refusal = refused(code, this::create);

        assertThat(refusal.message(Locale.ENGLISH)).contains(database.toString());
        assertThat(refusal.path()).contains(database);
        assertThat(FolderSnapshot.of(home)).isEqualTo(before);
    }
}
