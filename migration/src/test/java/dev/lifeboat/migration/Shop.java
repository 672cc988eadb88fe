package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupConfiguration;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupProviders;
import dev.lifeboat.backup.BackupService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small application's database with its scripts, in a folder of their own: customers, and orders that refer to them.
 */
final class Shop {
    static final String V1 = """
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL
                REFERENCES customers (id) ON DELETE CASCADE, goods TEXT NOT NULL);
            """;
    static final String V2 = "ALTER TABLE customers ADD COLUMN city TEXT NOT NULL DEFAULT '';\n";
    static final String V3 = """
            CREATE TABLE new_customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL CHECK (length(city) < 100));
            INSERT INTO new_customers SELECT id, name, city FROM customers;
            DROP TABLE customers;
            ALTER TABLE new_customers RENAME TO customers;
            """;

    private final Path folder;

    Shop(Path folder) {
        this.folder = folder;
    }

    Path database() {
        return folder.resolve("shop.db");
    }

    Path backups() {
        return folder.resolve("backups");
    }

    /** Writes one script. */
    Shop script(String fileName, String sql) throws IOException {
        Files.createDirectories(scripts());
        Files.writeString(scripts().resolve(fileName), sql);
        return this;
    }

    /** Writes the scripts of the first version and makes a database with them and with data. */
    Shop atVersion1() throws Exception {
        script("V1__shop.sql", V1);
        assertThat(migrate()).isInstanceOf(MigrationOutcome.Migrated.class);
        run("INSERT INTO customers (id, name) VALUES (1, 'Ada'), (2, 'Grace')");
        run("INSERT INTO orders (customer_id, goods) VALUES (1, 'tea'), (1, 'milk'), (2, 'bread')");
        return this;
    }

    MigrationOutcome migrate() throws BackupException {
        return migrate(MigrationListener.NONE);
    }

    MigrationOutcome migrate(MigrationListener listener) throws BackupException {
        return SafeMigrator.of(service(), MigrationScripts.in(scripts())).migrate(listener);
    }

    BackupService service() throws BackupException {
        BackupConfiguration configuration = BackupConfiguration.of(database())
                .withSchema(MigrationScripts.in(scripts()).newest(), new FlywaySchemaVersionReader())
                .withBusyTimeout(Duration.ofMillis(200));
        return BackupProviders.installed().forDatabase(database()).open(configuration);
    }

    Path scripts() {
        return folder.resolve("scripts");
    }

    List<Backup> preMigrationBackups() throws BackupException {
        return service().list().backups().stream()
                .filter(backup ->
                        backup.kind().filter(BackupKind.PRE_MIGRATION::equals).isPresent())
                .toList();
    }

    void run(String sql) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + database());
    }

    /** Everything: the schema and every row of every table, Flyway's history without its times. */
    Map<String, List<String>> content() throws SQLException {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = open()) {
            content.put("schema", rows(connection, "SELECT sql FROM sqlite_schema ORDER BY name"));
            for (String table : rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
                String columns = table.equals("flyway_schema_history") ? "version, script, checksum, success" : "*";
                content.put(table, rows(connection, "SELECT " + columns + " FROM \"" + table + "\""));
            }
            assertThat(rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
        }
        return content;
    }

    List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    static String text(MigrationOutcome outcome) {
        return outcome.message(Locale.ENGLISH) + " " + outcome.hint(Locale.ENGLISH);
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }
}
