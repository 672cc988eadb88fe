package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.lifeboat.backup.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationScriptsTest {
    private static final String FOLDER = "app/migrations";

    @TempDir
    Path folder;

    @Nested
    class InAFolder {
        @Test
        void scriptsAreInTheOrderOfTheirVersionsNotOfTheirNames() throws IOException {
            script("V1.10__ten.sql", "");
            script("V1_9__nine.sql", "");
            script("V2__two.sql", "");
            script("V01__one.sql", "");

            MigrationScripts scripts = MigrationScripts.in(folder);

            assertThat(scripts.scripts())
                    .extracting(Script::fileName)
                    .containsExactly("V01__one.sql", "V1_9__nine.sql", "V1.10__ten.sql", "V2__two.sql");
            assertThat(scripts.newest()).isEqualTo(new SchemaVersion("2", FlywaySchemaVersionReader.SOURCE));
        }

        @Test
        void scriptsReadAsInTheHistoryThatFlywayWrites() throws Exception {
            script("V01__first.sql", "CREATE TABLE first (id INTEGER)");
            script("V1_1__with_two__underscores.sql", "CREATE TABLE second (id INTEGER)");
            script("V20261123.0900__größe & more.sql", "CREATE TABLE third (id INTEGER)");
            MigrationScripts scripts = MigrationScripts.in(folder);

            migrate(scripts);

            assertThat(scripts.scripts())
                    .extracting(script -> script.version().value(), Script::description, Script::fileName)
                    .containsExactlyElementsOf(history());
        }

        @Test
        void aScriptIsReadAsUtf8AndInFull() throws Exception {
            String sql = "CREATE TABLE word (text TEXT);\n"
                    .concat("-- filler\n".repeat(20_000))
                    .concat("INSERT INTO word VALUES ('größe 💾');");
            script("V1__first.sql", sql);

            migrate(MigrationScripts.in(folder));

            assertThat(rows("SELECT text, 0, 0 FROM word")).containsExactly(tuple("größe 💾", "0", "0"));
        }

        @Test
        void aFolderWithoutScriptsIsRefused() {
            Path missing = folder.resolve("missing");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.in(folder))
                    .withMessage("no migration scripts in " + folder);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.in(missing))
                    .withMessage("no migration scripts in " + missing);
        }

        @ParameterizedTest
        @CsvSource({
            "V2__a.sql, V2__b.sql",
            "V2__a.sql, V2.0__b.sql",
            "V1.1__a.sql, V1_1__b.sql",
            "V7__a.sql, V007__b.sql"
        })
        void twoScriptsOfOneVersionAreRefused(String one, String other) throws IOException {
            script("V1__first.sql", "");
            script("V9__last.sql", "");
            script(one, "");
            script(other, "");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.in(folder))
                    .withMessageContainingAll(one, other, folder.toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "v2__small.sql",
                    "V2__large.SQL",
                    "V2_single.sql",
                    "V2__.sql",
                    "V__none.sql",
                    "V2a__letter.sql",
                    "V2.__dot.sql",
                    "V2__editor.sql~",
                    "V2__settings.sql.conf",
                    "R__view.sql",
                    "U2__undo.sql",
                    "beforeMigrate.sql",
                    "README.md",
                    "deeper/V2__hidden.sql",
                    "V10000000000000000000000000000000000000000__long.sql"
                })
        void anyOtherNameIsRefused(String name) throws IOException {
            script("V1__first.sql", "");
            script(name, "");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.in(folder))
                    .withMessageStartingWith(name + " in " + folder);
        }

        @Test
        void aScriptInAnotherEncodingIsRefused() throws IOException {
            Files.write(folder.resolve("V1__latin.sql"), new byte[] {'-', '-', (byte) 0xfc});

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.in(folder))
                    .withMessage("V1__latin.sql in " + folder + " is not UTF-8");
        }
    }

    @Nested
    class WithAClass {
        private Path packed;

        /** A name that is another one when it is decoded as a URL once too often, or not at all. */
        @ParameterizedTest
        @EnumSource
        void scriptsAreFoundAndRun(Packing packing) throws Exception {
            pack("my größe+100%25 %", "V2__second.sql", "INSERT INTO word VALUES ('größe', 0, 0)");
            resource(FOLDER + "/V1__first.sql", "CREATE TABLE word (text TEXT, a, b)");

            migrate(MigrationScripts.of(packing.anchor(packed), FOLDER));

            assertThat(history())
                    .extracting(row -> row.toList().get(2))
                    .containsExactly("V1__first.sql", "V2__second.sql");
            assertThat(rows("SELECT * FROM word")).containsExactly(tuple("größe", "0", "0"));
        }

        @ParameterizedTest
        @EnumSource
        void scriptsInOtherFoldersAreNotTheirs(Packing packing) throws Exception {
            pack("application", "V1__first.sql", "");
            resource("app/V2__above.sql", "");
            resource(FOLDER + "2/V3__beside.sql", "");
            resource("other/" + FOLDER + "/V4__elsewhere.sql", "");

            MigrationScripts scripts = MigrationScripts.of(packing.anchor(packed), FOLDER);

            assertThat(scripts.scripts()).extracting(Script::fileName).containsExactly("V1__first.sql");
        }

        @ParameterizedTest
        @EnumSource
        void theFolderMayBeTheClassesPackage(Packing packing) throws Exception {
            pack("application", "V1__first.sql", "");
            resource("app/V5__beside.sql", "");
            Files.delete(packed.resolve(FOLDER).resolve("V1__first.sql"));

            MigrationScripts scripts = MigrationScripts.of(packing.anchor(packed), "app");

            assertThat(scripts.newest().value()).isEqualTo("5");
        }

        @ParameterizedTest
        @EnumSource
        void aFolderWithoutScriptsIsRefusedAndNamedWithItsPlace(Packing packing) throws Exception {
            pack("application", "V1__first.sql", "");
            Class<?> anchor = packing.anchor(packed);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.of(anchor, "app/migration"))
                    .withMessageStartingWith("no migration scripts in app/migration of ")
                    .withMessageContaining(anchor.getModule().isNamed() ? "module app" : packed.toString());
        }

        @ParameterizedTest
        @EnumSource
        void anyOtherNameIsRefused(Packing packing) throws Exception {
            pack("application", "V1__first.sql", "");
            resource(FOLDER + "/deeper/V2__hidden.sql", "");
            Class<?> anchor = packing.anchor(packed);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.of(anchor, FOLDER))
                    .withMessageStartingWith("deeper/V2__hidden.sql in " + FOLDER + " of ");
        }

        @Test
        void aClassFromNowhereIsRefused() throws Exception {
            Class<?> nowhere = madeInMemory(null);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.of(nowhere, FOLDER))
                    .withMessage("nobody knows where class " + nowhere.getName() + " was loaded from");
        }

        @Test
        void aClassThatIsInNeitherAFolderNorAJarIsRefused() throws Exception {
            String location = "jar:file:/outer.jar!/inner.jar";
            Class<?> packedTwice =
                    madeInMemory(new CodeSource(URI.create(location).toURL(), (Certificate[]) null));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MigrationScripts.of(packedTwice, FOLDER))
                    .withMessageEndingWith(" is neither in a folder nor in a jar but in " + location);
        }

        private Class<?> madeInMemory(CodeSource source) throws IOException {
            String name = Packing.class.getName();
            try (InputStream code = Packing.class.getResourceAsStream("Packing.class")) {
                byte[] bytes = code.readAllBytes();
                return new SecureClassLoader() {
                    Class<?> make() {
                        return defineClass(name, bytes, 0, bytes.length, source);
                    }
                }.make();
            }
        }

        private void pack(String name, String script, String sql) throws IOException {
            packed = Files.createDirectory(folder.resolve(name));
            resource(FOLDER + "/" + script, sql);
        }

        private void resource(String name, String content) throws IOException {
            write(packed.resolve(name), content);
        }
    }

    private void script(String name, String sql) throws IOException {
        write(folder.resolve(name), sql);
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void migrate(MigrationScripts scripts) {
        Flyway.configure()
                .dataSource(url(), null, null)
                .resourceProvider(scripts.resourceProvider())
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }

    private List<Tuple> history() throws SQLException {
        return rows("SELECT version, description, script FROM flyway_schema_history ORDER BY installed_rank");
    }

    private List<Tuple> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<Tuple> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(tuple(result.getString(1), result.getString(2), result.getString(3)));
            }
            return rows;
        }
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("application.db");
    }
}
