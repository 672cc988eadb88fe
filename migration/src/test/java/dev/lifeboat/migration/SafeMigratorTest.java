package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupError;
import dev.lifeboat.backup.BackupException;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.Progress;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.RestoreRequest;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.backup.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in a migration, the data is that of before or that of after, and somebody says which. */
@Tag("FR-001")
class SafeMigratorTest {
    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void anApplication() {
        shop = new Shop(folder);
    }

    @Test
    void aMissingDatabaseIsMadeWithoutABackup() throws Exception {
        shop.script("V1__shop.sql", Shop.V1).script("V2__cities.sql", Shop.V2);

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome)
                .isEqualTo(new MigrationOutcome.Migrated(Optional.empty(), version("2"), 2, Optional.empty()));
        assertThat(outcome.isReady()).isTrue();
        assertThat(shop.content()).containsKeys("customers", "orders");
        assertThat(shop.files()).containsExactly("scripts", "shop.db");
    }

    @Test
    void pendingScriptsRunAfterAVerifiedBackup() throws Exception {
        shop.atVersion1();
        Map<String, List<String>> before = shop.content();
        shop.script("V2__cities.sql", Shop.V2).script("V3__short_cities.sql", Shop.V3);

        MigrationOutcome.Migrated outcome = (MigrationOutcome.Migrated) shop.migrate();

        assertThat(outcome.from()).contains(version("1"));
        assertThat(outcome.to()).isEqualTo(version("3"));
        assertThat(outcome.scripts()).isEqualTo(2);
        assertThat(shop.content().get("customers")).containsExactly("1|Ada|", "2|Grace|");
        assertThat(shop.content().get("orders"))
                .as("a rebuilt table cascades nothing")
                .hasSize(3);
        Backup backup = outcome.backup().orElseThrow();
        assertThat(shop.preMigrationBackups()).containsExactly(backup);
        assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
        assertThat(backup.schemaVersion()).contains(version("1"));
        assertThat(shop.service().verify(backup.name(), ProgressListener.NONE)).isInstanceOf(Verification.Intact.class);
        assertThat(shop.files()).containsExactly("backups", "scripts", "shop.db");

        shop.service().restore(RestoreRequest.of(backup.name()), ProgressListener.NONE);
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.migrate().isReady()).isTrue();
        assertThat(shop.content().get("customers")).containsExactly("1|Ada|", "2|Grace|");
    }

    @Test
    void nothingHappensWhenNothingIsPending() throws Exception {
        shop.atVersion1();
        byte[] before = Files.readAllBytes(shop.database());
        Events events = new Events();

        MigrationOutcome outcome = shop.migrate(events);

        assertThat(outcome).isEqualTo(new MigrationOutcome.UpToDate(version("1")));
        assertThat(events.heard).isEmpty();
        assertThat(Files.readAllBytes(shop.database())).isEqualTo(before);
        assertThat(shop.files()).containsExactly("scripts", "shop.db");
    }

    @Test
    void aListenerHearsWhatHappensInItsOrder() throws Exception {
        shop.atVersion1();
        shop.script("V2__cities.sql", Shop.V2).script("V3__short_cities.sql", Shop.V3);
        Events events = new Events();

        shop.migrate(events);

        assertThat(events.heard)
                .containsExactly(
                        "pending 1 to 3 [V2__cities.sql, V3__short_cities.sql]",
                        "backup",
                        "script V2__cities.sql 1 of 2",
                        "script V3__short_cities.sql 2 of 2",
                        "check",
                        "end ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"V2__broken.sql", "V3__broken.sql"})
    void aScriptWithAnErrorBringsTheOldDataBack(String broken) throws Exception {
        shop.atVersion1();
        Map<String, List<String>> before = shop.content();
        shop.script("V2__cities.sql", Shop.V2);
        if (broken.startsWith("V2")) {
            Files.delete(shop.scripts().resolve("V2__cities.sql"));
        }
        shop.script(
                broken, "INSERT INTO customers (id, name) VALUES (3, 'Edsger');\nINSERT INTO nowhere VALUES (1);\n");
        shop.script("V4__later.sql", "CREATE TABLE later (x);");
        Events events = new Events();

        MigrationOutcome outcome = shop.migrate(events);

        assertThat(outcome).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(outcome.isReady()).isFalse();
        assertThat(shop.content()).isEqualTo(before);
        assertThat(Shop.text(outcome))
                .isEqualTo("The update of the database failed in " + broken + ": no such table: nowhere. The data from"
                        + " before is back; nothing is lost. Try again, or go on using the version of the application"
                        + " from before and report the failure.");
        assertThat(((MigrationOutcome.Undone) outcome).failure().details()).contains(broken, "nowhere");
        assertThat(events.heard).contains("failure " + broken);
        assertThat(events.heard.contains("return"))
                .as("where nothing was changed nothing comes back")
                .isEqualTo(broken.startsWith("V3"));
        assertThat(shop.files()).containsExactly("backups", "scripts", "shop.db");
    }

    @Test
    void attemptsThatKeepFailingDoNotPileUpCopies() throws Exception {
        shop.atVersion1();
        shop.script("V2__cities.sql", Shop.V2).script("V3__broken.sql", "SELECT nonsense;");

        for (int i = 0; i < 3; i++) {
            assertThat(shop.migrate()).isInstanceOf(MigrationOutcome.Undone.class);
            assertThat(shop.preMigrationBackups()).hasSize(1);
        }

        shop.run("INSERT INTO customers (name) VALUES ('Barbara')");
        assertThat(shop.migrate()).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(shop.preMigrationBackups()).as("other data is kept").hasSize(2);
        assertThat(shop.service().list().backups())
                .as("no safety backup is made")
                .hasSize(2);
    }

    @Test
    void brokenReferencesAreAFailureUnlessTheyWereThereBefore() throws Exception {
        shop.atVersion1();
        shop.run("INSERT INTO orders (customer_id, goods) VALUES (77, 'lost long ago')");
        shop.script("V2__cities.sql", Shop.V2);
        assertThat(shop.migrate().isReady()).isTrue();
        Map<String, List<String>> before = shop.content();
        shop.script("V3__careless.sql", "DELETE FROM customers WHERE id = 1;");

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(outcome.message(Locale.ENGLISH))
                .contains("orders: 2 rows refer to rows that do not exist. The data");
        assertThat(shop.content()).isEqualTo(before);
    }

    @Test
    void aNewDatabaseThatCannotBeFinishedIsRemoved() throws Exception {
        shop.script("V1__shop.sql", Shop.V1).script("V2__broken.sql", "INSERT INTO nowhere VALUES (1);");

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(outcome.message(Locale.ENGLISH)).contains("V2__broken.sql", "removed");
        assertThat(shop.files()).containsExactly("scripts");
    }

    @Test
    @Tag("FR-007")
    void withoutABackupNothingIsMigrated() throws Exception {
        shop.atVersion1();
        shop.script("V2__cities.sql", Shop.V2);
        Files.writeString(shop.backups(), "a file where the folder should be");
        byte[] before = Files.readAllBytes(shop.database());

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        MigrationOutcome.Blocked.class,
                        blocked -> assertThat(blocked.reason().error()).isEqualTo(BackupError.PERMISSION_DENIED));
        assertThat(outcome.message(Locale.ENGLISH)).contains(shop.backups().toString());
        assertThat(outcome.hint(Locale.GERMAN)).isNotBlank();
        assertThat(Files.readAllBytes(shop.database())).isEqualTo(before);
    }

    @Test
    void aNewerDatabaseIsRefusedWithBothVersions() throws Exception {
        shop.atVersion1();
        shop.script("V2__cities.sql", Shop.V2).script("V10__more.sql", "CREATE TABLE more (x);");
        assertThat(shop.migrate().isReady()).isTrue();
        Files.delete(shop.scripts().resolve("V10__more.sql"));
        byte[] before = Files.readAllBytes(shop.database());

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isEqualTo(new MigrationOutcome.TooNew(version("10"), version("2")));
        assertThat(Shop.text(outcome)).contains("version 10", "up to 2", "Update the application");
        assertThat(Files.readAllBytes(shop.database())).isEqualTo(before);
    }

    @Test
    void aHistoryThatDoesNotFitIsRefusedBeforeAnythingIsCopied() throws Exception {
        shop.atVersion1();
        shop.script("V1__shop.sql", Shop.V1 + "-- changed afterwards\n").script("V2__cities.sql", Shop.V2);

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isInstanceOf(MigrationOutcome.Refused.class);
        assertThat(outcome.message(Locale.ENGLISH)).contains("checksum");
        assertThat(shop.files()).containsExactly("scripts", "shop.db");
    }

    @Test
    void aScriptThatCameTooLateIsRefusedInsteadOfForgotten() throws Exception {
        shop.atVersion1();
        shop.script("V3__cities.sql", Shop.V2);
        assertThat(shop.migrate().isReady()).isTrue();
        shop.script("V2__late.sql", "CREATE TABLE late (x);");

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isInstanceOf(MigrationOutcome.Refused.class);
        assertThat(outcome.message(Locale.ENGLISH)).contains("2");
    }

    @Test
    void aLogWithoutItsDatabaseIsNotThrownAway() throws Exception {
        shop.script("V1__shop.sql", Shop.V1);
        Path log = folder.resolve("shop.db-wal");
        Files.writeString(log, "what was written last");
        Files.createFile(shop.database());

        assertRefused(BackupError.DATABASE_DAMAGED);

        assertThat(log).hasContent("what was written last");
    }

    @Test
    void anotherApplicationsDatabaseIsRefused() throws Exception {
        shop.script("V1__shop.sql", Shop.V1);
        shop.run("CREATE TABLE something_else (x)");
        Map<String, List<String>> before = shop.content();

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome).isEqualTo(new MigrationOutcome.Refused(Optional.empty()));
        assertThat(shop.content()).isEqualTo(before);
        assertThat(outcome.message(Locale.ENGLISH)).contains("not made by this application");
        assertThat(shop.files()).as("nothing was copied").containsExactly("scripts", "shop.db");
    }

    @Test
    void aLockedDatabaseIsLeftAlone() throws Exception {
        shop.atVersion1();
        Map<String, List<String>> before = shop.content();
        shop.script("V2__cities.sql", Shop.V2);
        try (Connection other = shop.open();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertRefused(BackupError.DATABASE_BUSY);
        }
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.migrate().isReady()).isTrue();
    }

    @Test
    void aWriterThatStaysMakesTheMigrationFailAndLosesNothing() throws Exception {
        shop.atVersion1();
        shop.run("PRAGMA journal_mode = WAL");
        Map<String, List<String>> before = shop.content();
        shop.script("V2__cities.sql", Shop.V2);
        MigrationOutcome outcome;
        try (Connection other = shop.open();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            outcome = shop.migrate();
        }

        assertThat(outcome.isReady()).isFalse();
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.migrate().isReady()).as(Shop.text(outcome)).isTrue();
    }

    @Test
    void whatIsNoDatabaseIsSaidToBeDamaged() throws Exception {
        shop.script("V1__shop.sql", Shop.V1);
        Files.writeString(shop.database(), "These are my notes, and no database. ".repeat(100));

        assertRefused(BackupError.DATABASE_DAMAGED);

        assertThat(Files.readString(shop.database())).startsWith("These are my notes");
    }

    @Test
    void placeholdersInScriptsAreLeftAlone() throws Exception {
        shop.script("V1__shop.sql", Shop.V1 + "INSERT INTO customers (name) VALUES ('${name}');");

        assertThat(shop.migrate().isReady()).isTrue();

        assertThat(shop.content().get("customers")).containsExactly("1|${name}");
    }

    @Test
    void bothLanguagesSayTheSame() {
        ResourceBundle english = ResourceBundle.getBundle("dev.lifeboat.migration.messages", Locale.ROOT);
        ResourceBundle german = ResourceBundle.getBundle("dev.lifeboat.migration.messages", Locale.GERMAN);

        assertThat(german.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(german.getString(key)).as(key).isNotEqualTo(english.getString(key));
            for (String place : List.of("{0}", "{1}")) {
                assertThat(german.getString(key).contains(place))
                        .as(key + place)
                        .isEqualTo(english.getString(key).contains(place));
            }
        }
    }

    private void assertRefused(BackupError error) {
        assertThatThrownBy(() -> shop.migrate())
                .isInstanceOfSatisfying(
                        BackupException.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static SchemaVersion version(String value) {
        return new SchemaVersion(value, FlywaySchemaVersionReader.SOURCE);
    }

    /** What was heard; progress once for each stretch of it. */
    private static final class Events implements MigrationListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void onPending(Optional<SchemaVersion> from, SchemaVersion to, List<String> scripts) {
            heard.add("pending " + from.map(SchemaVersion::value).orElse("nothing") + " to " + to + " " + scripts);
        }

        @Override
        public void onBackup(Progress progress) {
            once("backup");
        }

        @Override
        public void onScript(String script, int number, int total) {
            heard.add("script " + script + " " + number + " of " + total);
        }

        @Override
        public void onCheck() {
            heard.add("check");
        }

        @Override
        public void onFailure(MigrationFailure failure) {
            heard.add("failure " + failure.script().orElse("of a check"));
        }

        @Override
        public void onReturn(Progress progress) {
            once("return");
        }

        @Override
        public void onEnd(MigrationOutcome outcome) {
            heard.add(outcome.isReady() ? "end ready" : "end not ready");
        }

        private void once(String event) {
            if (heard.isEmpty() || !heard.get(heard.size() - 1).equals(event)) {
                heard.add(event);
            }
        }
    }
}
