package dev.lifeboat.backup.conformance;

import dev.lifeboat.backup.spi.BackupProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The small provider keeps every rule. */
class VacuumIntoProviderTest extends BackupProviderContract {
    @Override
    protected ProviderUnderTest providerUnderTest() {
        return new SqliteFiles();
    }

    /** Databases with one table of texts. */
    private static final class SqliteFiles implements ProviderUnderTest {
        @Override
        public BackupProvider provider() {
            return new VacuumIntoProvider();
        }

        @Override
        public void write(Path database, List<String> texts) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
                statement.execute("DELETE FROM texts");
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO texts (text) VALUES (?)")) {
                    for (String text : texts) {
                        insert.setString(1, text);
                        insert.execute();
                    }
                }
                connection.commit();
            }
        }

        @Override
        public List<String> read(Path database) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SELECT text FROM texts ORDER BY id")) {
                List<String> texts = new ArrayList<>();
                while (result.next()) {
                    texts.add(result.getString(1));
                }
                return texts;
            }
        }

        @Override
        public void setSchemaVersion(Path database, int version) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = " + version);
            }
        }

        @Override
        public AutoCloseable occupy(Path database, boolean exclusively) throws SQLException {
            Connection connection = connect(database);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA locking_mode = " + (exclusively ? "EXCLUSIVE" : "NORMAL"));
                statement.execute(exclusively ? "BEGIN EXCLUSIVE" : "BEGIN");
                statement.execute("SELECT count(*) FROM texts");
            }
            return connection;
        }

        @Override
        public List<Path> sideFiles(Path database) {
            String name = database.getFileName().toString();
            return List.of(
                    database.resolveSibling(name + "-wal"),
                    database.resolveSibling(name + "-shm"),
                    database.resolveSibling(name + "-journal"));
        }

        private static Connection connect(Path database) throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:sqlite:file:" + database.toUri().getRawPath());
        }
    }
}
