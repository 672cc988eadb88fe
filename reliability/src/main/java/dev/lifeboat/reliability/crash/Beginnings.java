package dev.lifeboat.reliability.crash;

import dev.lifeboat.backup.BackupException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What operations find when they begin. For one thread. */
final class Beginnings {
    private final Path folder;
    private final Map<Base, Scene> scenes = new EnumMap<>(Base.class);

    /** Keeps what it copies from in this folder. */
    Beginnings(Path folder) {
        this.folder = folder;
    }

    /**
     * Where a trial begins.
     *
     * @param scene that is copied
     * @param rawBefore the database's files, see {@link Invariants#raw}
     * @param contentBefore what they hold, see {@link Content#of}
     */
    record Beginning(Scene scene, Map<String, String> rawBefore, String contentBefore) {}

    /** What this operation finds; uses the victim and its folder to prepare it. */
    Beginning of(Operation operation, Base base, Victim victim, Path root)
            throws IOException, InterruptedException, SQLException, BackupException {
        Scene scene = scenes.get(base);
        if (scene == null) {
            scene = Scene.prepare(folder.resolve(base.name()), base);
            scenes.put(base, scene);
        }
        return operation.recovers()
                ? interrupted(scene, operation, victim, root)
                : staged(scene, scene, operation, root);
    }

    /** What lies there before anything goes wrong. */
    private static Beginning staged(Scene scene, Scene later, Operation operation, Path root) throws IOException {
        Path database = scene.stage(root, operation);
        Map<String, String> raw = Invariants.raw(root);
        return new Beginning(later, raw, Content.of(database));
    }

    /** A replacement that was killed when the old files were being moved. */
    private Beginning interrupted(Scene scene, Operation operation, Victim victim, Path root)
            throws IOException, InterruptedException {
        Operation replacement = Operation.RESTORE_DESTROYED;
        Path database = scene.stage(root, replacement);
        List<String> words = replacement.words(scene, database);
        Victim.Outcome whole = victim.run(root, Fault.NONE, words);
        long moved = whole.calls().stream()
                .filter(call -> call.operation().equals("rename")
                        && call.path().endsWith(Scene.DATABASE)
                        && call.second().contains("quarantine"))
                .mapToLong(Call::number)
                .findFirst()
                .orElseThrow(() -> new IOException("no old file is moved: " + whole.calls()));
        scene.stage(root, replacement);
        victim.run(root, new Fault(Fault.Kind.KILL_AFTER, moved), words);
        Path copy = Files.createDirectories(folder.resolve("interrupted-" + System.nanoTime()));
        Scene.copyFolder(root, copy);
        if (operation == Operation.RECOVER_BACK) {
            spoilStaged(copy);
        }
        Scene later = new Scene(copy, scene.backup(), scene.older(), scene.oldState(), scene.newState());
        return staged(scene, later, replacement, root);
    }

    private static void spoilStaged(Path folder) throws IOException {
        try (DirectoryStream<Path> staged = Files.newDirectoryStream(folder, ".*.staged-*")) {
            for (Path file : staged) {
                Files.write(file, new byte[4096], StandardOpenOption.WRITE);
            }
        }
    }
}
