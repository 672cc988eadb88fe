package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.RestoreResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for restoring when the live database is damaged or gone: it must never block its own repair. */
abstract class LostDatabaseRules extends Rules {
    LostDatabaseRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-018")
    void aDatabaseWithoutItsHeadIsPreservedAndReplaced() throws Exception {
        Backup backup = create();
        Damage.zeroHead(database);

        assertPreservedAndReplaced(backup);
    }

    @Test
    @Tag("FR-018")
    void aTruncatedDatabaseIsPreservedAndReplaced() throws Exception {
        Backup backup = create();
        Damage.truncateToHalf(database);

        assertPreservedAndReplaced(backup);
    }

    @Test
    @Tag("FR-018")
    void anEmptiedDatabaseIsPreservedAndReplaced() throws Exception {
        Backup backup = create();
        Files.write(database, new byte[0]);

        assertPreservedAndReplaced(backup);
    }

    @Test
    @Tag("FR-018")
    void aFileThatIsNoDatabaseIsPreservedAndReplaced() throws Exception {
        Backup backup = create();
        Damage.writeText(database, "Dear diary, ".repeat(1000));

        assertPreservedAndReplaced(backup);
    }

    @Test
    @Tag("FR-018")
    void sideFilesAreAmongWhatIsPreserved() throws Exception {
        Backup backup = create();
        Damage.zeroHead(database);
        for (Path sideFile : kind.sideFiles(database)) {
            Damage.writeText(sideFile, "what is left of " + sideFile.getFileName());
        }

        assertPreservedAndReplaced(backup);
    }

    @Test
    @Tag("FR-018")
    void aMissingDatabaseComesBack() throws Exception {
        Backup backup = create();
        Files.delete(database);

        RestoreResult result = restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(result.safetyBackup()).isEmpty();
        assertThat(result.preserved()).isEmpty();
        assertThat(service.list().preserved()).isEmpty();
        assertThat(service.list().backups()).containsExactly(service.show(backup.name()));
    }

    @Test
    @Tag("FR-018")
    void sideFilesOfAMissingDatabaseArePreservedAndNotUsed() throws Exception {
        Backup backup = create();
        Files.delete(database);
        for (Path sideFile : kind.sideFiles(database)) {
            Damage.writeText(sideFile, "what is left of " + sideFile.getFileName());
        }
        Map<String, String> before = rawFiles();

        RestoreResult result = restore(backup);

        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(checksums(result.preserved())).isEqualTo(before);
    }

    @Test
    @Tag("FR-018")
    void whatWasPreservedIsListedApartFromBackups() throws Exception {
        Backup backup = create();
        Damage.zeroHead(database);
        long size = Files.size(database);

        restore(backup);
        PreservedFiles preserved = service.list().preserved().get(0);

        assertThat(service.list().preserved()).hasSize(1);
        assertThat(preserved.path())
                .isEqualTo(folder.resolve("preserved_2026-03-01_13-01-00"))
                .isDirectory();
        assertThat(preserved.createdAt()).isEqualTo(START.plusSeconds(60));
        assertThat(preserved.sizeBytes()).isEqualTo(size);
        assertThat(names()).containsExactly(backup.name());
    }

    @Test
    @Tag("FR-018")
    void twoInOneSecondArePreservedApart() throws Exception {
        Backup backup = create();
        Instant now = clock.instant();
        Damage.zeroHead(database);
        RestoreResult one = restore(backup);
        clock.set(now);
        Damage.writeText(database, "damaged in another way");

        RestoreResult two = restore(backup);

        assertThat(service.list().preserved()).hasSize(2);
        assertThat(two.preserved()).doesNotContainAnyElementsOf(one.preserved());
        assertThat(one.preserved().get(0)).exists();
        assertThat(two.preserved().get(0)).hasContent("damaged in another way");
    }

    @Test
    @Tag("FR-018")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void whatWasPreservedIsForItsOwnerAlone() throws Exception {
        Backup backup = create();
        Damage.zeroHead(database);

        Path preserved = restore(backup).preserved().get(0);

        assertThat(CreationRules.permissions(preserved)).isEqualTo("rw-------");
        assertThat(CreationRules.permissions(preserved.getParent())).isEqualTo("rwx------");
    }

    @Test
    @Tag("FR-018")
    void aRepairedDatabaseIsAsGoodAsAny() throws Exception {
        Backup backup = create();
        Damage.zeroHead(database);
        restore(backup);
        kind.write(database, SECOND);

        Backup next = create();
        Backup safety = restore(backup).safetyBackup().orElseThrow();

        assertThat(contentOf(next.path())).isEqualTo(SECOND);
        assertThat(contentOf(safety.path())).isEqualTo(SECOND);
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    private void assertPreservedAndReplaced(Backup backup) throws Exception {
        Map<String, String> before = rawFiles();

        RestoreResult result = restore(backup);

        assertThat(checksums(result.preserved())).isEqualTo(before);
        assertThat(result.safetyBackup()).isEmpty();
        assertThat(liveContent()).isEqualTo(FIRST);
        assertThat(result.preserved())
                .allSatisfy(file -> assertThat(file.getParent().getParent()).isEqualTo(folder));
        assertThat(FolderSnapshot.of(home).entries().keySet()).noneMatch(name -> name.contains(".tmp-"));
    }

    private Map<String, String> rawFiles() throws Exception {
        Map<String, String> files = new TreeMap<>(checksums(kind.sideFiles(database)));
        files.putAll(checksums(List.of(database)));
        return files;
    }

    /** Checksums by file name of those that exist. */
    private static Map<String, String> checksums(List<Path> files) throws Exception {
        Map<String, String> checksums = new TreeMap<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                checksums.put(file.getFileName().toString(), FolderSnapshot.sha256(Files.readAllBytes(file)));
            }
        }
        return checksums;
    }
}
