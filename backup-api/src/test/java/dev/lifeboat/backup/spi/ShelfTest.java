package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:03:11Z");
    private static final String NAME = "backup_2026-11-22_14-03-11.db";

    @TempDir
    Path temporary;

    private Path folder;
    private Shelf shelf;

    @BeforeEach
    void emptyFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("backups"));
        BackupConfiguration configuration =
                BackupConfiguration.of(temporary.resolve("app.db")).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        PlainSidecar format = new PlainSidecar();
        shelf = new Shelf(configuration, format, new Catalog(configuration, format));
    }

    @Test
    void publishGivesTheCopyItsRecordAndItsName() throws Exception {
        Backup backup = shelf.publish(copy(), metadata(NAME, "app.db"));

        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(names()).containsExactly(NAME, NAME + ".json");
    }

    @Test
    void publishedFilesAreReadableByTheirOwnerOnly() throws Exception {
        shelf.publish(copy(), metadata(NAME, "app.db"));

        for (String name : names()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void publishNeverReplacesAnExistingFile() throws Exception {
        Files.writeString(folder.resolve(NAME), "theirs");
        Path copy = copy();

        assertThatThrownBy(() -> shelf.publish(copy, metadata(NAME, "app.db")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve(NAME)).hasContent("theirs");
        assertThat(names()).containsExactly(copy.getFileName().toString(), NAME);
    }

    @Test
    void publishNeverReplacesAnExistingRecord() throws Exception {
        Files.writeString(folder.resolve(NAME + ".json"), "theirs");
        Path copy = copy();

        assertThatThrownBy(() -> shelf.publish(copy, metadata(NAME, "app.db")))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(folder.resolve(NAME + ".json")).hasContent("theirs");
        assertThat(folder.resolve(NAME)).doesNotExist();
    }

    @Test
    void namesOfOneSecondAreNumbered() throws Exception {
        Files.writeString(folder.resolve(NAME), "first");
        Files.writeString(folder.resolve("backup_2026-11-22_14-03-11_2.db.json"), "a record without its backup");
        Files.createSymbolicLink(folder.resolve("backup_2026-11-22_14-03-11_3.db"), Path.of("nowhere"));

        assertThat(shelf.freeName(BackupKind.MANUAL, NOW).fileName()).isEqualTo("backup_2026-11-22_14-03-11_4.db");
        assertThat(shelf.freeName(BackupKind.SAFETY, NOW).fileName()).isEqualTo("safety_" + NAME);
    }

    @Test
    void deleteTakesTheRecordAlong() throws Exception {
        Backup backup = shelf.publish(copy(), metadata(NAME, "app.db"));

        shelf.delete(backup);

        assertThat(names()).isEmpty();
    }

    @Test
    void sweepRemovesTemporaryFilesAndRecordsOfDeletedBackups() throws Exception {
        copy();
        Files.createDirectories(folder.resolve(".tmp-preserving"))
                .resolve("app.db")
                .toFile()
                .createNewFile();
        shelf.writeSidecar(metadata(NAME, "app.db"));

        List<String> swept = shelf.sweep();

        assertThat(swept).hasSize(3);
        assertThat(names()).isEmpty();
    }

    @Test
    void sweepLeavesWhatIsNotItsOwn() throws Exception {
        shelf.writeSidecar(metadata(NAME, "other.db"));
        Files.writeString(folder.resolve("backup_2026-11-22_14-03-12.db.json"), "garbage");
        Files.writeString(folder.resolve("notes.db.json"), "{}");
        Files.writeString(folder.resolve("backup_2026-11-22_14-03-13.db"), "without a record");
        Files.writeString(folder.resolve("letter.txt"), "Dear");
        Files.createDirectory(folder.resolve("preserved_2026-11-22_14-03-11"));
        List<String> before = names();

        List<String> swept = shelf.sweep();

        assertThat(swept).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void sweepFollowsNoLinks() throws Exception {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "data");
        Files.createSymbolicLink(folder.resolve(".tmp-link"), outside);

        shelf.sweep();

        assertThat(outside.resolve("precious")).hasContent("data");
        assertThat(names()).isEmpty();
    }

    private Path copy() throws IOException {
        Path copy = shelf.temporary();
        Durable.createFile(copy);
        Files.write(copy, PlainFile.main(1));
        return copy;
    }

    private static BackupMetadata metadata(String name, String database) {
        return new BackupMetadata(
                name,
                database,
                NOW,
                BackupKind.MANUAL,
                "",
                Optional.empty(),
                PlainFile.main(1).length,
                "0".repeat(64),
                "",
                Map.of(),
                Optional.of(NOW),
                "",
                List.of(),
                List.of());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
