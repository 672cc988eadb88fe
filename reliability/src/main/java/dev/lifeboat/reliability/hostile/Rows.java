package dev.lifeboat.reliability.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;

/** What is in a database, read without the product. */
final class Rows {
    private static final List<String> QUERIES = List.of(
            "SELECT id, title, letter FROM jobs ORDER BY +id",
            "SELECT name, colour, 0 FROM tags ORDER BY +name",
            "SELECT rowid, body, 0 FROM notes ORDER BY +rowid");

    private Rows() {}

    /**
     * The checksum of all rows of the tables that every sample has; where a table is missing, that counts as its
     * content. Opens the file for writing as an application would, so it must be a copy.
     *
     * @throws SQLException when SQLite calls the file damaged
     */
    static String of(Path database) throws SQLException {
        MessageDigest digest = sha256();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        digest.update((rows.getString(1) + '|' + rows.getString(2)).getBytes(StandardCharsets.UTF_8));
                        byte[] bytes = rows.getBytes(3);
                        digest.update(bytes == null ? new byte[0] : bytes);
                    }
                } catch (SQLException failure) {
                    if (!isAboutTheSchema(failure)) {
                        throw failure;
                    }
                    digest.update(failure.getMessage().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Another schema is no damage. */
    private static boolean isAboutTheSchema(SQLException failure) {
        return failure.getErrorCode() == 1;
    }

    /** The checksum of bytes. */
    static String sha256(byte[] bytes) throws IOException {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
