package dev.lifeboat.reliability.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is in databases and folders, as checksums. */
final class Content {
    private Content() {}

    /** The checksum of all rows; or, in words, what is wrong with the file. */
    static String of(Path database) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            try (ResultSet check = statement.executeQuery("PRAGMA integrity_check")) {
                if (!check.getString(1).equals("ok")) {
                    return "damaged: " + check.getString(1);
                }
            }
            MessageDigest digest = sha256();
            try (ResultSet rows = statement.executeQuery("SELECT id, title, letter FROM jobs ORDER BY id")) {
                while (rows.next()) {
                    digest.update((rows.getLong(1) + rows.getString(2)).getBytes(StandardCharsets.UTF_8));
                    digest.update(rows.getBytes(3));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (SQLException unreadable) {
            return "unreadable: " + unreadable.getMessage();
        }
    }

    /** The checksum of every file below a folder, by its name; {@code folder} for folders. */
    static Map<String, String> ofFolder(Path folder) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.filter(path -> !path.equals(folder))
                    .forEach(path -> content.put(
                            folder.relativize(path).toString(), Files.isDirectory(path) ? "folder" : sha256(path)));
        }
        return content;
    }

    /** The checksum of a file's bytes. */
    static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
