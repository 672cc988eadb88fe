package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupName;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.PreservedFiles;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What holds after recovery, whatever went wrong before:
 *
 * <ol>
 *   <li>the live database is entirely the old one or entirely the new one;
 *   <li>what was acknowledged is there;
 *   <li>every listed backup matches its record;
 *   <li>where the live database is the new one, the old one is preserved;
 *   <li>nothing temporary is left;
 *   <li>a second recovery finds nothing to do.
 * </ol>
 */
final class Invariants {
    private static final Set<String> RAW = Set.of(Scene.DATABASE, Scene.DATABASE + "-wal", Scene.DATABASE + "-journal");

    private final Scene scene;
    private final Operation operation;
    private final Path database;
    private final Map<String, String> rawBefore;
    private final String contentBefore;
    private final List<String> violations = new ArrayList<>();

    /**
     * What holds for a database.
     *
     * @param rawBefore the database's files before the first operation began, see {@link #raw}
     * @param contentBefore what they held, see {@link Content#of}
     */
    Invariants(Scene scene, Operation operation, Path database, Map<String, String> rawBefore, String contentBefore) {
        this.scene = scene;
        this.operation = operation;
        this.database = database;
        this.rawBefore = rawBefore;
        this.contentBefore = contentBefore;
    }

    /**
     * What was found.
     *
     * @param state of the live database: old or new, or what is wrong with it
     * @param violations in words; empty when everything holds
     */
    record Finding(String state, List<String> violations) {
        Finding with(Optional<String> violation) {
            return new Finding(
                    state,
                    Stream.concat(violations.stream(), violation.stream()).toList());
        }
    }

    /** Recovers, and looks at everything. */
    Finding after(boolean acknowledged) throws IOException {
        String state = "unknown";
        try {
            BackupService service = Scene.service(database);
            RecoveryResult first = service.recover();
            Map<String, String> recovered = files();
            RecoveryResult second = service.recover();
            require(second.actions().isEmpty() && second.state() == DatabaseState.CLEAN, "I6: again " + second);
            require(files().equals(recovered), "I6: the second recovery changed files after " + first);
            require(strays().isEmpty(), "I5: left " + strays());
            List<Backup> backups = service.list().backups();
            for (Backup backup : backups) {
                require(backup.state() == BackupState.VERIFIED, "I3: " + backup.name() + " is " + backup.state());
                Verification verified = service.verify(backup.name(), ProgressListener.NONE);
                require(verified instanceof Verification.Intact, "I3: " + backup.name() + " " + verified);
            }
            List<PreservedFiles> preserved = service.list().preserved();
            state = state();
            require(state.equals("old") || state.equals("new"), "I1: live is " + state);
            if (state.equals("new")) {
                require(isOldPreserved(backups, preserved), "I4: the old state is lost");
            }
            if (acknowledged) {
                require(!operation.recovers() || first.actions().isEmpty(), "I2: recovered, but " + first);
                require(isDone(state, backups), "I2: acknowledged, but not done; live is " + state);
            }
            require(keepsTheRest(backups), "a backup that nobody wanted to delete is gone");
        } catch (BackupException failure) {
            violations.add("recovery failed: " + failure);
        }
        return new Finding(state, List.copyOf(violations));
    }

    private void require(boolean holds, String words) {
        if (!holds) {
            violations.add(words);
        }
    }

    private String state() throws IOException {
        Map<String, String> raw = raw(database.getParent());
        if (raw.equals(rawBefore)) {
            return "old";
        }
        if (!raw.containsKey(Scene.DATABASE)) {
            return "neither: there is only " + raw.keySet();
        }
        String content = Content.of(database);
        if (content.equals(scene.newState())) {
            return "new";
        }
        return content.equals(contentBefore) ? "old" : "neither: " + content;
    }

    private boolean isOldPreserved(List<Backup> backups, List<PreservedFiles> preserved) throws IOException {
        if (!replaced() && backups.stream().anyMatch(backup -> contentOf(backup).equals(scene.oldState()))) {
            return true;
        }
        for (PreservedFiles files : preserved) {
            if (raw(files.path()).equals(rawBefore)) {
                return true;
            }
        }
        // A database that was not there has nothing to be preserved but what lay beside it.
        return rawBefore.isEmpty();
    }

    /** Read from a copy, because opening may write beside a file. */
    private static String contentOf(Backup backup) {
        try {
            Path copy = Files.createTempFile("backup", ".db");
            try {
                Files.copy(backup.path(), copy, StandardCopyOption.REPLACE_EXISTING);
                return Content.of(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the old database was damaged or missing. */
    private boolean replaced() {
        return operation.replaces() || operation.recovers();
    }

    private boolean isDone(String state, List<Backup> backups) {
        return switch (operation) {
            case CREATE -> backups.size() == 3;
            case DELETE, CLEAN_UP -> !has(backups, scene.older());
            case RECOVER -> true;
            case RECOVER_BACK -> state.equals("old");
            default -> state.equals("new");
        };
    }

    private boolean keepsTheRest(List<Backup> backups) {
        boolean deletes = operation == Operation.DELETE || operation == Operation.CLEAN_UP;
        return has(backups, scene.backup()) && (deletes || has(backups, scene.older()));
    }

    private static boolean has(List<Backup> backups, String name) {
        return backups.stream().anyMatch(backup -> backup.name().equals(name));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = Content.ofFolder(database.getParent());
        files.keySet().removeIf(name -> name.endsWith(".lock") || name.endsWith("-shm"));
        return files;
    }

    /**
     * The checksums of the database's own files in a folder, by name. Shared memory does not count, and neither do
     * empty side files, which SQLite takes for none.
     */
    static Map<String, String> raw(Path folder) throws IOException {
        Map<String, String> raw = new TreeMap<>();
        for (String name : RAW) {
            Path file = folder.resolve(name);
            if (Files.exists(file) && (name.equals(Scene.DATABASE) || Files.size(file) > 0)) {
                raw.put(name, Content.sha256(file));
            }
        }
        return raw;
    }

    private List<String> strays() throws IOException {
        Path backups = database.resolveSibling("backups");
        Set<String> own = Set.of("backups", Scene.DATABASE + "-shm", Scene.DATABASE + ".lock");
        try (Stream<Path> beside = Files.list(database.getParent());
                Stream<Path> inside = Files.list(backups)) {
            Stream<String> strange = beside.map(path -> path.getFileName().toString())
                    .filter(name -> !own.contains(name) && !RAW.contains(name));
            return Stream.concat(
                            strange,
                            inside.filter(path -> !belongsAmongBackups(path))
                                    .map(path -> "backups/" + path.getFileName()))
                    .toList();
        }
    }

    private static boolean belongsAmongBackups(Path path) {
        String name = path.getFileName().toString();
        if (name.endsWith(".db.json")) {
            return Files.exists(path.resolveSibling(name.substring(0, name.length() - ".json".length())));
        }
        return name.equals("lifeboat.lock")
                || Files.isDirectory(path) && !name.startsWith(".")
                || BackupName.tryParse(name).isPresent();
    }
}
