package dev.lifeboat.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A careful restore without Lifeboat: one step after the other, each as its manual says. A crash in between is nobody's
 * concern here.
 *
 * @param backup what is to come back
 * @param live where to
 * @param safety where the live data goes before it is replaced; beside nothing else
 */
record NaiveRestore(Path backup, Path live, Path safety) {
    private static final int CHUNK_BYTES = 1 << 20;

    /** Verifies the backup, saves the live data, copies the backup over them, verifies the result. */
    void run(boolean verifiesSafety) throws SQLException, IOException {
        verify(backup);
        sqlite(live, "backup to '" + safety + "'");
        force(safety);
        force(safety.getParent());
        if (verifiesSafety) {
            verify(safety);
        }
        sqlite(live, "restore from '" + backup + "'");
        sqlite(live, "PRAGMA wal_checkpoint(TRUNCATE)");
        force(live.getParent());
        verify(live);
    }

    void tidy() throws IOException {
        Workplace.deleteDatabase(safety);
    }

    private static void verify(Path file) throws SQLException, IOException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            try (ResultSet structure = statement.executeQuery("PRAGMA integrity_check")) {
                require(structure.next() && structure.getString(1).equals("ok"), file);
            }
            try (ResultSet dangling = statement.executeQuery("PRAGMA foreign_key_check")) {
                require(!dangling.next(), file);
            }
        }
        hash(file);
    }

    private static byte[] hash(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void sqlite(Path file, String command) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void require(boolean sound, Path file) throws IOException {
        if (!sound) {
            throw new IOException(file + " is damaged");
        }
    }
}
