package dev.lifeboat.reliability.hostile;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupService;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.DatabaseState;
import dev.lifeboat.backup.RecoveryResult;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Holds an answer against what was there: it is right, nothing else was touched, and nothing temporary is left. */
final class Judge {
    private static final List<String> LIVE =
            List.of(Sample.DATABASE, Sample.DATABASE + "-wal", Sample.DATABASE + "-journal");

    private final Case trial;
    private final Staged staged;
    private final Path scratch;
    private final List<String> violations = new ArrayList<>();

    /** A judge of one case that copies files into a folder to look into them. */
    Judge(Case trial, Staged staged, Path scratch) {
        this.trial = trial;
        this.staged = staged;
        this.scratch = scratch;
    }

    /** What is wrong with an answer or failure; nothing when all is as promised. */
    List<String> violations(BackupService service, Object answer) throws IOException {
        Map<String, byte[]> after = Staged.files(staged.folder());
        if (answer instanceof BackupException failure) {
            requireForeseen(failure);
        } else {
            requireRight(answer, after);
        }
        requireNamedFileKept();
        if (!(answer instanceof RestoreResult) && !recovers()) {
            requireLiveAsBefore(after);
        }
        requireSoundBackupKept(after);
        requireRecoverable(service);
        return List.copyOf(violations);
    }

    private void require(boolean holds, String words, Object... arguments) {
        if (!holds) {
            violations.add(String.format(words, arguments));
        }
    }

    /** A file that pretends to be left by a crash may make recovery, which is part of a restore, change things. */
    private boolean recovers() {
        return staged.words().startsWith(".my.db.");
    }

    private void requireForeseen(BackupException failure) {
        boolean harmlessReading = trial.action() == Action.LIST || trial.action() == Action.STATUS;
        require(failure.error() != BackupError.UNKNOWN, "nobody foresaw: %s", failure.getMessage());
        require(!harmlessReading || isSpecial("backups"), "one bad file hides all others: %s", failure.getMessage());
    }

    private boolean isSpecial(String name) {
        return staged.words().startsWith(name + " is ");
    }

    private void requireRight(Object answer, Map<String, byte[]> after) throws IOException {
        if (answer instanceof Verification.Intact) {
            requireIntact();
        } else if (answer instanceof Verification.Damaged damaged) {
            boolean sound = isSound(staged.backup());
            require(!sound || trial.target() == Target.SPECIAL, "a sound backup is called damaged: %s", damaged);
        } else if (answer instanceof RestoreResult) {
            requireRestored();
        } else if (answer instanceof BackupList list) {
            list.backups().forEach(this::requireTrue);
        } else if (answer instanceof Backup backup && trial.action() == Action.CREATE) {
            requireCreated(backup, after);
        } else if (answer instanceof Backup backup) {
            requireTrue(backup);
        }
    }

    private boolean isSound(String backup) {
        return staged.isSound(Sample.BACKUPS + backup) && staged.isSound(Sample.BACKUPS + backup + ".json");
    }

    private void requireIntact() throws IOException {
        String file = Sample.BACKUPS + staged.backup();
        require(
                !staged.isSound(file + ".json") || staged.isSound(file),
                "called intact, although it is not what was recorded");
        require(isReadable(rows(file)), "called intact, but %s", rows(file));
    }

    private void requireTrue(Backup backup) {
        byte[] bytes = staged.before().get(Sample.BACKUPS + backup.name());
        require(
                backup.state() != BackupState.VERIFIED || bytes != null && bytes.length == backup.sizeBytes(),
                "%s is listed as verified",
                backup.name());
    }

    private void requireRestored() throws IOException {
        String file = Sample.BACKUPS + staged.backup();
        require(!staged.isSound(file + ".json") || staged.isSound(file), "a damaged backup was restored");
        String live = rowsOf(Staged.files(staged.folder()), Sample.DATABASE);
        require(isReadable(live) && live.equals(rows(file)), "restored is %s instead of %s", live, rows(file));
    }

    private void requireCreated(Backup backup, Map<String, byte[]> after) throws IOException {
        require(backup.state() == BackupState.VERIFIED, "created is %s", backup.state());
        String held = rowsOf(after, Sample.BACKUPS + backup.name());
        String live = rows(Sample.DATABASE);
        require(isReadable(held) && held.equals(live), "created holds %s instead of %s", held, live);
    }

    private static boolean isReadable(String rows) {
        return !rows.startsWith("unreadable");
    }

    /** What a file held before the service was asked. */
    private String rows(String main) throws IOException {
        return rowsOf(staged.before(), main);
    }

    private String rowsOf(Map<String, byte[]> files, String main) throws IOException {
        Path copy = copyOut(files, main);
        try {
            return Rows.of(copy);
        } catch (SQLException damaged) {
            return "unreadable: " + damaged.getMessage();
        }
    }

    /** What lies beside a backup does not belong to it. */
    private Path copyOut(Map<String, byte[]> files, String main) throws IOException {
        Trees.delete(scratch);
        Files.createDirectories(scratch);
        List<String> suffixes = main.equals(Sample.DATABASE) ? List.of("", "-wal", "-journal") : List.of("");
        for (String suffix : suffixes) {
            byte[] bytes = files.get(main + suffix);
            if (bytes != null) {
                Files.write(scratch.resolve("copy" + suffix), bytes);
            }
        }
        return scratch.resolve("copy");
    }

    private void requireNamedFileKept() throws IOException {
        Path named = staged.folder().resolve(SideDamage.NAMED_FILE);
        if (trial.target() == Target.SIDE_FILE) {
            require(
                    Files.exists(named) && Files.readString(named).equals("precious"),
                    "a file that only a journal names was deleted");
        }
    }

    private void requireLiveAsBefore(Map<String, byte[]> after) throws IOException {
        boolean same =
                LIVE.stream().allMatch(file -> Objects.equals(content(staged.before(), file), content(after, file)));
        if (!same && staged.before().containsKey(Sample.DATABASE + "-journal")) {
            // Whoever opens a database with a hot journal undoes what its crash left half done.
            same = rows(Sample.DATABASE).equals(rowsOf(after, Sample.DATABASE));
        }
        require(same, "the live database was touched");
    }

    /** A file of no bytes says as much as none. */
    private static String content(Map<String, byte[]> files, String name) {
        byte[] bytes = files.get(name);
        return bytes == null || bytes.length == 0 && !name.equals(Sample.DATABASE) ? "" : Arrays.toString(bytes);
    }

    private void requireSoundBackupKept(Map<String, byte[]> after) {
        for (String name : List.of(staged.sample().newest(), staged.sample().older())) {
            String file = Sample.BACKUPS + name;
            boolean mayGo = trial.action() == Action.CLEAN_UP
                    && name.equals(staged.sample().older())
                    && staged.isSound(Sample.BACKUPS + staged.sample().newest());
            boolean kept = Arrays.equals(staged.before().get(file), after.get(file));
            require(kept || mayGo, "the bytes of backup %s changed", name);
        }
    }

    private void requireRecoverable(BackupService service) throws IOException {
        try {
            service.recover();
            RecoveryResult again = service.recover();
            boolean chosen = again.state() == DatabaseState.NEITHER;
            require(chosen || again.actions().isEmpty(), "recovery has no end: %s", again.actions());
            require(strays().isEmpty() || chosen, "left behind: %s", strays());
        } catch (BackupException failure) {
            boolean blocked = isSpecial("backups")
                    || isSpecial(Sample.DATABASE)
                    || staged.words().contains("lock is");
            require(blocked && failure.error() != BackupError.UNKNOWN, "recovery: %s", failure.getMessage());
        }
    }

    private List<String> strays() throws IOException {
        List<String> strays = new ArrayList<>();
        try (Stream<Path> beside = Files.list(staged.folder())) {
            beside.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .forEach(strays::add);
        }
        Path backups = staged.folder().resolve(Sample.BACKUPS);
        if (Files.isDirectory(backups, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.list(backups)) {
                inside.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("."))
                        .forEach(strays::add);
            }
        }
        return strays;
    }
}
