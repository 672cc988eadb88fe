package dev.lifeboat.jobmatch.cli;

import dev.lifeboat.backup.BackupName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, to compare it with what lay there before. Lock files stay where they are and do not count. */
final class FolderContent {
    private static final String PRESERVED = "preserved_\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d(_\\d+)?";

    private FolderContent() {}

    /** Every file below the folder with the checksum of its bytes, and every folder. */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(path -> !path.equals(folder)).toList()) {
                if (!path.toString().endsWith(".lock")) {
                    content.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "folder" : sha256(path));
                }
            }
        }
        return content;
    }

    /** The checksum of a file's bytes. */
    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** What lies about the database and in the backup folder beside it without belonging there. */
    static List<String> strays(Path database, Path backups) throws IOException {
        String main = database.getFileName().toString();
        List<String> own = List.of(main, main + "-wal", main + "-shm", main + ".lock");
        try (Stream<Path> beside = Files.list(database.getParent());
                Stream<Path> inside = Files.exists(backups) ? Files.list(backups) : Stream.empty()) {
            Stream<Path> strange = beside.filter(path ->
                    !path.equals(backups) && !own.contains(path.getFileName().toString()));
            return Stream.concat(strange, inside.filter(path -> !belongsAmongBackups(path)))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean belongsAmongBackups(Path path) {
        String name = path.getFileName().toString();
        if (name.endsWith(".db.json")) {
            return Files.exists(path.resolveSibling(name.substring(0, name.length() - ".json".length())));
        }
        return name.equals("lifeboat.lock")
                || name.matches(PRESERVED)
                || BackupName.tryParse(name).isPresent();
    }
}
