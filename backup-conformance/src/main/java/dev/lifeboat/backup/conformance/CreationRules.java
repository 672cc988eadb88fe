package dev.lifeboat.backup.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.CreateRequest;
import dev.lifeboat.backup.Operation;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Rules for making a backup. */
abstract class CreationRules extends Rules {
    CreationRules(BackupProviderContract contract) {
        super(contract);
    }

    @Test
    @Tag("FR-002")
    void holdsTheContentOfThatMoment() throws Exception {
        Backup backup = create();

        kind.write(database, SECOND);

        assertThat(contentOf(backup.path())).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-002")
    void leavesTheDatabaseAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(database);

        create();

        assertThat(Files.readAllBytes(database)).isEqualTo(before);
        assertThat(liveContent()).isEqualTo(FIRST);
    }

    @Test
    @Tag("FR-003")
    void makesTheFolderBesideTheDatabase() throws Exception {
        assertThat(folder).doesNotExist();

        Backup backup = create();

        assertThat(backup.path()).isEqualTo(folder.resolve(backup.name())).isRegularFile();
    }

    @Test
    @Tag("FR-003")
    void makesAFolderThatTheCallerNamed() throws Exception {
        Path named = home.resolve("some").resolve("where else");
        service = open(configuration().withFolder(named));

        Backup backup = create();

        assertThat(backup.path()).isEqualTo(named.resolve(backup.name())).isRegularFile();
        assertThat(folder).doesNotExist();
    }

    @Test
    @Tag("FR-005")
    void recordsWhatPeopleAndProgramsNeedToKnow() throws Exception {
        Instant created = Instant.parse("2026-03-01T12:00:00.123Z");
        clock.set(Instant.parse("2026-03-01T12:00:00.123456789Z"));
        kind.setSchemaVersion(database, 7);
        String note = "before “the” big \\ change\n{0} & <tag>";

        String name = service.create(new CreateRequest(BackupKind.AUTOMATIC, "interval", note), ProgressListener.NONE)
                .name();
        Backup backup = open(configuration()).show(name);
        BackupMetadata metadata = backup.metadata().orElseThrow();

        assertThat(metadata.name()).isEqualTo(name);
        assertThat(metadata.databaseName()).isEqualTo("data.db");
        assertThat(metadata.createdAt()).isEqualTo(backup.createdAt()).isEqualTo(created);
        assertThat(metadata.kind()).isEqualTo(BackupKind.AUTOMATIC);
        assertThat(metadata.trigger()).isEqualTo("interval");
        assertThat(metadata.schemaVersion().orElseThrow().value()).isEqualTo("7");
        assertThat(metadata.sizeBytes()).isEqualTo(backup.sizeBytes()).isEqualTo(Files.size(backup.path()));
        assertThat(metadata.sha256()).isEqualTo(FolderSnapshot.sha256(Files.readAllBytes(backup.path())));
        assertThat(metadata.applicationVersion()).isEqualTo("1.2.3");
        assertThat(metadata.tableRows()).containsValue((long) FIRST.size());
        assertThat(metadata.verifiedAt()).contains(created);
        assertThat(metadata.note()).isEqualTo(backup.note()).isEqualTo(note);
        assertThat(metadata.findings()).isEmpty();
    }

    @Test
    @Tag("FR-005")
    void returnsWhatAFreshServiceLists() throws Exception {
        Backup created = create();

        assertThat(open(configuration()).list().backups()).containsExactly(created);
        assertThat(open(configuration()).show(created.name())).isEqualTo(created);
    }

    @Test
    @Tag("FR-005")
    void writesASidecarInJsonWithAnIntegerFormatVersion() throws Exception {
        Backup backup = create();

        String json = Files.readString(sidecar(backup)).strip();

        assertThat(json).startsWith("{").endsWith("}").containsPattern("\"formatVersion\"\\s*:\\s*[0-9]+\\s*[,}]");
    }

    @Test
    @Tag("FR-005")
    void keepsNoFilesButBackupsAndTheirSidecars() throws Exception {
        Backup one = create();
        Backup two = create();

        FolderSnapshot after = FolderSnapshot.of(folder);

        assertThat(after.entries())
                .containsOnlyKeys(one.name(), one.name() + ".json", two.name(), two.name() + ".json");
    }

    @Test
    @Tag("FR-006")
    void isVerifiedBeforeItIsListed() throws Exception {
        List<List<Backup>> listed = new ArrayList<>();

        Backup backup =
                service.create(CreateRequest.manual("conformance"), progress -> listed.add(listDuringOperation()));

        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(backup.verifiedAt()).contains(START);
        assertThat(backup.remarks()).isEmpty();
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(backups -> assertThat(backups).isSubsetOf(backup));
    }

    @Test
    @Tag("FR-006")
    void backsUpADatabaseWithoutContent() throws Exception {
        kind.write(database, List.of());

        Backup backup = create();

        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(contentOf(backup.path())).isEmpty();
    }

    @Test
    @Tag("FR-002")
    void takesAnyPathThatTheSystemTakes() throws Exception {
        String odd = "a #b %20c;d&e=f+g'!" + (File.separatorChar == '/' ? "?mode=memory:x\"y\\z" : "")
                + lettersOfTheSystem();
        Path oddDatabase = Files.createDirectory(home.resolve(odd)).resolve(odd + ".db");
        kind.write(oddDatabase, SECOND);
        service = open(configuration(oddDatabase));

        Backup backup = create();
        kind.write(oddDatabase, FIRST);
        restore(backup);

        assertThat(contentOf(backup.path())).isEqualTo(SECOND);
        assertThat(kind.read(oddDatabase)).isEqualTo(SECOND);
    }

    @Test
    @Tag("FR-002")
    void tellsHowFarItIsWithoutEverGoingBack() throws Exception {
        List<Progress> heard = new ArrayList<>();

        service.create(CreateRequest.manual("conformance"), heard::add);

        assertThat(heard).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.operation()).isEqualTo(Operation.CREATE);
            assertThat(progress.percent()).isBetween(0, 100);
        });
        assertThat(heard).extracting(Progress::percent).isSorted();
    }

    @Test
    @Tag("FR-025")
    void isNotDisturbedByAListenerThatFails() throws Exception {
        ProgressListener broken = progress -> {
            throw new IllegalStateException("the window is gone");
        };

        Backup backup = service.create(CreateRequest.manual("conformance"), broken);

        assertThat(stateOf(backup)).isEqualTo(BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-025")
    void isNotDisturbedByAnInterruptOfItsCaller() throws Exception {
        Thread.currentThread().interrupt();

        Backup backup = create();

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(contentOf(backup.path())).isEqualTo(FIRST);
        assertThat(create().state()).isEqualTo(BackupState.VERIFIED);
    }

    @Test
    @Tag("FR-003")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void keepsBackupsForTheirOwnerAlone() throws Exception {
        Backup backup = create();

        assertThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(backup.path())).isEqualTo("rw-------");
        assertThat(permissions(sidecar(backup))).isEqualTo("rw-------");
    }

    private List<Backup> listDuringOperation() {
        try {
            return service.list().backups();
        } catch (BackupException e) {
            throw new AssertionError("list does not work while an operation runs", e);
        }
    }

    /** Letters beyond ASCII where the system's locale lets Java name files with them. */
    private static String lettersOfTheSystem() {
        String encoding = System.getProperty("sun.jnu.encoding", "US-ASCII");
        return Charset.forName(encoding).newEncoder().canEncode("ä€") ? "ä€" : "";
    }

    static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }
}
