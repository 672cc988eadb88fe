package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Message;
import dev.lifeboat.backup.Verification;
import dev.lifeboat.backup.spi.SidecarFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever lies where a backup's record should be: the backup is listed, judged by what is certain, and can be restored
 * when it is sound.
 */
@Timeout(60)
class SidecarFileTest {

    @TempDir
    Path folder;

    private Path database;
    private Path sidecar;
    private Lifeboat lifeboat;
    private Backup backup;

    @BeforeEach
    void backUp() throws Exception {
        database = Sql.run(folder.resolve("app.db"), "CREATE TABLE t (x)", "INSERT INTO t VALUES ('restored')");
        lifeboat = Lifeboat.on(database);
        backup = lifeboat.create();
        sidecar = backup.path().resolveSibling(backup.name() + ".json");
        Sql.run(database, "UPDATE t SET x = 'live'");
    }

    @Test
    void enormousRecordIsNotRead() throws Exception {
        byte[] record = Files.readAllBytes(sidecar);
        Bytes.write(sidecar, record.length, " ".repeat(SidecarFormat.MAX_BYTES).getBytes(StandardCharsets.US_ASCII));

        assertUnverifiedAndRestorable("warning.sidecar-unreadable");
    }

    @Test
    void recordJustBelowTheLimitIsRead() throws Exception {
        byte[] record = Files.readAllBytes(sidecar);
        Bytes.write(
                sidecar,
                record.length,
                " ".repeat(SidecarFormat.MAX_BYTES - record.length).getBytes(StandardCharsets.US_ASCII));

        assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.VERIFIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {8190, 8191, 8192, 8193, 16384})
    void recordOfAnySizeIsReadToItsLastByte(int size) throws Exception {
        byte[] record = Files.readAllBytes(sidecar);
        String note = "n".repeat(size - record.length);
        Files.writeString(
                sidecar,
                new String(record, StandardCharsets.UTF_8).replace("\"note\": \"\"", "\"note\": \"" + note + "\""));
        assertThat(sidecar).hasSize(size);

        assertThat(lifeboat.service().show(backup.name()).note()).isEqualTo(note);
        assertThat(lifeboat.service().list().backups())
                .singleElement()
                .satisfies(listed -> assertThat(listed.note()).isEqualTo(note));
    }

    @Test
    void recordOfMoreTablesThanFitIsWrittenWithoutThemAndStaysReadable() throws Exception {
        BackupMetadata many = backup.metadata().orElseThrow();
        Map<String, Long> tables = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            tables.put("table number " + i, 1L);
        }
        BackupMetadata large = new BackupMetadata(
                many.name(),
                many.databaseName(),
                many.createdAt(),
                many.kind(),
                many.trigger(),
                many.schemaVersion(),
                many.sizeBytes(),
                many.sha256(),
                many.applicationVersion(),
                tables,
                many.verifiedAt(),
                "n".repeat(SidecarFormat.MAX_BYTES),
                List.of(Message.of("warning.foreign-keys", "ä".repeat(SidecarFormat.MAX_BYTES), 7L)),
                List.of());

        byte[] record = new JsonSidecarFormat().encode(large);
        Files.write(sidecar, record);

        assertThat(record.length).isLessThan(SidecarFormat.MAX_BYTES);
        assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.VERIFIED);
        assertThat(lifeboat.verify(backup)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void folderInPlaceOfARecordIsIgnored() throws Exception {
        Files.delete(sidecar);
        Files.createDirectories(sidecar.resolve("inside"));

        assertUnverifiedAndRestorable("warning.sidecar-unreadable");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linkInPlaceOfARecordIsNotFollowed() throws Exception {
        Path elsewhere = Files.move(sidecar, folder.resolve("elsewhere.json"));
        Files.createSymbolicLink(sidecar, elsewhere);

        assertUnverifiedAndRestorable("warning.sidecar-unreadable");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void pipeInPlaceOfARecordDoesNotHang() throws Exception {
        Files.delete(sidecar);
        assertThat(new ProcessBuilder("mkfifo", sidecar.toString()).start().waitFor())
                .isZero();

        assertUnverifiedAndRestorable("warning.sidecar-unreadable");
    }

    @Test
    void recordOfALaterFormatIsKeptWhenTheBackupIsVerifiedHere() throws Exception {
        String later = "{\"formatVersion\": 9, \"database\": \"app.db\", \"sizeBytes\": " + backup.sizeBytes()
                + ", \"sha256\": [1]}";
        Files.writeString(sidecar, later);

        assertUnverifiedAndRestorable("warning.sidecar-newer");

        assertThat(sidecar).hasContent(later);
    }

    @Test
    void recordOfALaterFormatWithAnotherSizeMeansDamage() throws Exception {
        Files.writeString(sidecar, "{\"formatVersion\": 9, \"database\": \"app.db\", \"sizeBytes\": 1}");

        assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.DAMAGED);
    }

    @Test
    void recordOfALaterFormatOfAnotherDatabaseIsForeign() throws Exception {
        Files.writeString(
                sidecar,
                "{\"formatVersion\": 9, \"sizeBytes\": " + backup.sizeBytes() + ", \"database\": \"other.db\"}");

        assertThat(lifeboat.service().show(backup.name()).state()).isEqualTo(BackupState.FOREIGN);
    }

    private void assertUnverifiedAndRestorable(String warning) throws Exception {
        Backup listed = lifeboat.service().list().backups().get(0);
        Verification verification = lifeboat.verify(backup);
        List<Message> warnings = lifeboat.restore(backup).warnings();

        assertThat(listed.state()).isEqualTo(BackupState.UNVERIFIED);
        assertThat(verification).isInstanceOf(Verification.Intact.class);
        assertThat(verification.warnings()).extracting(Message::key).containsExactly(warning);
        assertThat(warnings).isEqualTo(verification.warnings());
        assertThat(Sql.value(database, "SELECT x FROM t")).isEqualTo("restored");
    }
}
