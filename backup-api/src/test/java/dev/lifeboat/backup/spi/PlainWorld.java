package dev.lifeboat.backup.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.RecoveryResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One database with three backups on a simulated disk, and what must hold in it after any accident (the invariants I1
 * to I6).
 *
 * <p>The live data is number 2 before anything happens; the backups hold the numbers 7, 8 and 9, the first two of them
 * 40 days old.
 */
final class PlainWorld {
    static final Instant NOW = Instant.parse("2026-11-22T14:03:11Z");
    static final String OLDEST = "backup_2026-10-13_14-03-11.db";
    static final String OLDER = "backup_2026-10-13_14-03-11_2.db";
    static final String RECENT = "backup_2026-11-22_14-03-11.db";

    private final SimulatedPath root;
    private final Base base;
    private final boolean inPlace;

    /** What the live database looks like before the accident. */
    enum Base {
        CLEAN("2"),
        HOT_LOG("2"),
        DAMAGED("damaged"),
        MISSING("missing"),
        ONLY_A_LOG("missing");

        private final String content;

        Base(String content) {
            this.content = content;
        }

        private void build(Path main) throws IOException {
            if (this == CLEAN) {
                Files.write(main, PlainFile.main(2));
            }
            if (this == DAMAGED) {
                Files.writeString(main, "no database");
            }
            if (this == HOT_LOG) {
                Files.write(main, PlainFile.main(1));
            }
            if (this == HOT_LOG || this == DAMAGED || this == ONLY_A_LOG) {
                Files.write(PlainFile.logOf(main), PlainFile.log(2, 1));
                Files.writeString(main.resolveSibling(main.getFileName() + "-shm"), "index");
            }
        }
    }

    private PlainWorld(SimulatedPath root, Base base, boolean inPlace) {
        this.root = root;
        this.base = base;
        this.inPlace = inPlace;
    }

    /** Builds the world in a folder, in place of whatever is there. */
    static PlainWorld in(Path folder, Base base, boolean inPlace) throws IOException {
        Folders.deleteTree(folder);
        Files.createDirectories(folder.resolve("backups"));
        base.build(folder.resolve("app.db"));
        putBackup(folder, OLDEST, 7, NOW.minus(Duration.ofDays(40)));
        putBackup(folder, OLDER, 8, NOW.minus(Duration.ofDays(40)));
        putBackup(folder, RECENT, 9, NOW);
        return new PlainWorld(SimulatedDisk.holding(folder), base, inPlace);
    }

    /** Puts a verified backup into the folder of backups. */
    static void putBackup(Path folder, String name, int number, Instant createdAt) throws IOException {
        Path backup = folder.resolve("backups").resolve(name);
        Files.write(backup, PlainFile.main(number));
        BackupMetadata metadata = new BackupMetadata(
                name,
                "app.db",
                createdAt,
                BackupKind.MANUAL,
                "",
                Optional.empty(),
                Files.size(backup),
                Checksum.of(backup, Monitor.NONE),
                "",
                Map.of(),
                Optional.of(createdAt),
                "",
                List.of(),
                List.of());
        Files.write(SidecarFile.pathOf(backup), new PlainSidecar().encode(metadata));
    }

    /** The same world as a power cut would leave it now, in another folder. */
    PlainWorld afterPowerCut(SimulatedPlatter.Survival survival, Path folder) throws IOException {
        Folders.deleteTree(folder);
        disk().platter().afterPowerCut(survival, folder);
        return new PlainWorld(SimulatedDisk.holding(folder), base, inPlace);
    }

    SimulatedDisk disk() {
        return root.disk();
    }

    Path database() {
        return root.resolve("app.db");
    }

    Path folder() {
        return root.resolve("backups");
    }

    Base base() {
        return base;
    }

    BackupService service() {
        BackupConfiguration configuration =
                BackupConfiguration.of(database()).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        return new FolderBackupService(configuration, new PlainEngine(database(), inPlace), new PlainSidecar());
    }

    /** The live data as a database system would read it. */
    String live() throws IOException {
        return PlainFile.read(database());
    }

    /** The live data before the accident. */
    String old() {
        return base.content;
    }

    /**
     * Recovers and checks every invariant. The live data must be one of these, and these backups, at least, be whole.
     */
    void recoverAndCheck(String restored, Set<String> whole) throws IOException, BackupException {
        RecoveryResult result = service().recover();

        String live = live();
        assertThat(live).as("I1: live is wholly old or wholly new").isIn(base.content, restored);
        if (!base.content.equals(restored)) {
            checkStateIsTold(result.state(), live, restored);
            checkOldIsPreserved(live, restored);
        }
        checkBackups(whole);
        checkNothingIsLeft();
        checkSecondRecoveryChangesNothing();
    }

    private void checkStateIsTold(DatabaseState state, String live, String restored) {
        if (state == DatabaseState.OLD) {
            assertThat(live).as("recovery says OLD").isEqualTo(base.content);
        }
        if (state == DatabaseState.NEW) {
            assertThat(live).as("recovery says NEW").isEqualTo(restored);
        }
        if (state == DatabaseState.NEITHER) {
            assertThat(live).as("recovery says NEITHER").isEqualTo("missing");
        }
    }

    private void checkOldIsPreserved(String live, String restored) throws IOException, BackupException {
        if (!live.equals(restored) || base == Base.MISSING) {
            return;
        }
        List<String> saved = new ArrayList<>();
        for (Backup backup : service().list().backups()) {
            saved.add(PlainFile.read(backup.path()));
        }
        if (base == Base.CLEAN || base == Base.HOT_LOG) {
            assertThat(saved).as("I4: the old data is in a backup").contains(base.content);
            return;
        }
        List<String> logs = new ArrayList<>();
        for (var preserved : service().list().preserved()) {
            logs.add(Files.readString(preserved.path().resolve("app.db-wal")));
        }
        assertThat(logs).as("I4: the old raw files are preserved").contains(new String(PlainFile.log(2, 1)));
    }

    private void checkBackups(Set<String> whole) throws IOException, BackupException {
        Set<String> verified = new HashSet<>();
        for (Backup backup : service().list().backups()) {
            assertThat(backup.state()).as("I3: state of " + backup.name()).isEqualTo(BackupState.VERIFIED);
            assertThat(Checksum.of(backup.path(), Monitor.NONE))
                    .as("I3: checksum of " + backup.name())
                    .isEqualTo(backup.metadata().orElseThrow().sha256());
            assertThat(PlainFile.read(backup.path()))
                    .as("I3: content of " + backup.name())
                    .matches("[0-9]+");
            verified.add(backup.name());
        }
        assertThat(verified)
                .as("I2: what was there, and what was acknowledged, is there")
                .containsAll(whole);
    }

    private void checkNothingIsLeft() throws IOException {
        try (Stream<Path> beside = Files.list(database().getParent());
                Stream<Path> backups = Files.list(folder())) {
            assertThat(beside.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith(".") || name.contains(".found")))
                    .as("I5: hidden files beside the database")
                    .isEmpty();
            assertThat(backups.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith(".") || isOrphan(name)))
                    .as("I5: temporary files in the backup folder")
                    .isEmpty();
        }
    }

    private boolean isOrphan(String name) {
        return name.endsWith(".json") && !Files.exists(folder().resolve(name.substring(0, name.length() - 5)));
    }

    private void checkSecondRecoveryChangesNothing() throws IOException, BackupException {
        Map<String, String> before = contents();
        RecoveryResult again = service().recover();
        assertThat(again.state()).as("I6: state of a second recovery").isEqualTo(DatabaseState.CLEAN);
        assertThat(again.actions()).as("I6: actions of a second recovery").isEmpty();
        assertThat(contents()).as("I6: files after a second recovery").isEqualTo(before);
    }

    /** Every file with its content, but the locks, and every folder. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.real())) {
            for (Path file :
                    all.filter(file -> !file.toString().endsWith(".lock")).toList()) {
                String content = Files.isDirectory(file) ? "folder" : Files.readString(file);
                contents.put(root.real().relativize(file).toString(), content);
            }
        }
        return contents;
    }
}
