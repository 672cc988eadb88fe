package dev.lifeboat.jobmatch.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Databases at any version of the schema, made by Flyway from the application's scripts, as a migrator would. */
public final class Schema {
    static final String NEWEST = "6";

    private static final String SCRIPTS = "filesystem:src/main/resources/dev/lifeboat/jobmatch/migrations";

    private static Path template;

    private Schema() {}

    /** A new database at the newest version. */
    public static JobDatabase newest(Path file) throws IOException {
        Files.copy(template(), file);
        return new JobDatabase(file);
    }

    /** Brings a database to this version; makes it if it is not there. */
    public static void migrate(Path file, String version) {
        Flyway.configure()
                .dataSource(url(file), null, null)
                .locations(SCRIPTS)
                .target(version)
                .load()
                .migrate();
    }

    /** Runs statements without foreign keys, as somebody with a shell would. */
    public static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Every row as its columns with bars between. */
    public static List<String> rows(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(rows.getString(i)));
                }
                result.add(String.join("|", columns));
            }
            return result;
        }
    }

    private static synchronized Path template() throws IOException {
        if (template == null) {
            template = Files.createTempFile("newest-schema", ".db");
            template.toFile().deleteOnExit();
            migrate(template, NEWEST);
        }
        return template;
    }

    private static String url(Path file) {
        // Nobody pulls the plug of a test.
        return "jdbc:sqlite:" + file + "?synchronous=OFF";
    }
}
