package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must hold after any accident to an operation on a database of {@link Generations}, once recovery has run: the
 * invariants I1 to I6 of the design.
 *
 * @param old what was live before the operation
 * @param restored what a restore puts there; the same as {@code old} for an operation that leaves the live data alone
 * @param backups names of backups that must be there: those from before, and those that were acknowledged
 * @param acknowledged whether the operation said that it was done, so that the restored data must be there
 */
record Invariants(String old, String restored, Set<String> backups, boolean acknowledged) {
    /** Recovers and checks all of them. */
    RecoveryResult recoverAndCheck(Path database) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database);
        RecoveryResult result = lifeboat.service().recover();
        recoveryIsIdempotent(lifeboat);
        check(database);
        if (result.state() == DatabaseState.OLD) {
            assertThat(Generations.read(database))
                    .as("recovery says that the old data is there")
                    .isEqualTo(old);
        }
        if (result.state() == DatabaseState.NEW) {
            assertThat(Generations.read(database))
                    .as("recovery says that the restored data is there")
                    .isEqualTo(restored);
        }
        return result;
    }

    /** Checks those that must hold at once when nothing had to be recovered. */
    void check(Path database) throws Exception {
        Lifeboat lifeboat = Lifeboat.on(database);
        nothingIsLeft(lifeboat);
        String live = Generations.read(database);
        liveIsOldOrNew(live);
        acknowledgedIsThere(lifeboat, live);
        backupsHold(lifeboat);
        oldIsPreserved(lifeboat, live);
    }

    private void liveIsOldOrNew(String live) {
        assertThat(live).as("I1: live is entirely old or entirely new").isIn(old, restored);
    }

    private void acknowledgedIsThere(Lifeboat lifeboat, String live) throws Exception {
        assertThat(lifeboat.names())
                .as("I2: backups that were there or acknowledged")
                .containsAll(backups);
        if (acknowledged) {
            assertThat(live).as("I2: a restore that was acknowledged").isEqualTo(restored);
        }
    }

    private static void backupsHold(Lifeboat lifeboat) throws Exception {
        for (Backup backup : lifeboat.service().list().backups()) {
            assertThat(backup.state()).as("I3: state of " + backup.name()).isEqualTo(BackupState.VERIFIED);
            assertThat(lifeboat.service().verify(backup.name(), ProgressListener.NONE))
                    .as("I3: " + backup.name() + " matches its hash")
                    .isInstanceOf(Verification.Intact.class);
            assertThat(generationOf(backup))
                    .as("I3: " + backup.name() + " restores")
                    .startsWith("generation ");
        }
    }

    private void oldIsPreserved(Lifeboat lifeboat, String live) throws Exception {
        if (old.equals(restored) || !live.equals(restored) || old.equals("missing")) {
            return;
        }
        List<String> preserved = new ArrayList<>();
        for (Backup backup : lifeboat.service().list().backups()) {
            preserved.add(generationOf(backup));
        }
        for (PreservedFiles files : lifeboat.service().list().preserved()) {
            preserved.add(Generations.raw(
                    files.path().resolve(lifeboat.configuration().database().getFileName())));
        }
        assertThat(preserved).as("I4: live is new, so old is preserved").contains(old);
    }

    private static void nothingIsLeft(Lifeboat lifeboat) throws Exception {
        Path database = lifeboat.configuration().database();
        String name = database.getFileName().toString();
        Set<String> known = Set.of(name, name + "-wal", name + "-shm", name + "-journal", name + ".lock", "backups");
        Set<String> strange = new TreeSet<>(Lifeboat.files(database.getParent()));
        strange.removeAll(known);
        assertThat(strange).as("I5: files beside the database").isEmpty();
        Set<String> kept = new TreeSet<>(Lifeboat.files(lifeboat.configuration().folder()));
        Set<String> backups = new TreeSet<>(lifeboat.names());
        kept.removeIf(file -> file.endsWith(".lock") || file.startsWith("preserved_"));
        kept.removeIf(file -> backups.contains(file) || backups.contains(file.replaceFirst("\\.json$", "")));
        assertThat(kept).as("I5: files in the backup folder").isEmpty();
    }

    private static void recoveryIsIdempotent(Lifeboat lifeboat) throws Exception {
        Map<String, FileState> before = files(lifeboat);
        RecoveryResult again = lifeboat.service().recover();
        assertThat(again.state()).as("I6: state of a second recovery").isEqualTo(DatabaseState.CLEAN);
        assertThat(again.actions()).as("I6: actions of a second recovery").isEmpty();
        assertThat(files(lifeboat)).as("I6: files after a second recovery").isEqualTo(before);
    }

    private static Map<String, FileState> files(Lifeboat lifeboat) throws Exception {
        Map<String, FileState> states = new TreeMap<>();
        Path folder = lifeboat.configuration().database().getParent();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".lock")
                            && !file.toString().endsWith("-shm"))
                    .forEach(file -> states.put(folder.relativize(file).toString(), FileState.of(file)));
        }
        return states;
    }

    /** Read from a copy, so that not even a side file can appear beside the backup. */
    private static String generationOf(Backup backup) throws Exception {
        Path copy = Files.createTempFile("backup", ".db");
        try {
            Files.write(copy, Files.readAllBytes(backup.path()));
            return Generations.read(copy);
        } finally {
            Files.delete(copy);
        }
    }
}
