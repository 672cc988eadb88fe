package dev.lifeboat.jobmatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts, run by Flyway, on databases with data of every version. */
class MigrationsTest {
    private static final String CATEGORY = "INSERT INTO skill_categories (id, name) VALUES (101, 'Handwerk')";
    private static final String SKILLS = "INSERT INTO skills (id, category_id, name, level) VALUES"
            + " (201, 101, 'Löten', 7), (202, 101, 'C++', 0), (203, 101, 'Go', 10)";
    private static final String ALIASES =
            "INSERT INTO skill_aliases (skill_id, alias) VALUES (201, 'Weichlöten'), (203, 'Golang')";
    private static final String SOURCE = "INSERT INTO job_sources (id, name) VALUES (301, 'Schwarzes Brett')";
    private static final String OFFERS =
            "INSERT INTO job_offers (id, source_id, url, title, company, status, salary_from,"
                    + " salary_to, posted_on, notes, full_text) VALUES"
                    + " (401, 301, 'https://example.org/1', 'Löter (m/w/d)', 'Funk & Söhne', 'APPLIED', 40000, NULL, '2026-10-01',"
                    + " 'Frau Öztürk anrufen', 'Wir löten.' || char(10) || 'Sie auch?'),"
                    + " (402, NULL, '', 'Go Developer', 'O''Neill', 'NEW', 60000, 70000, NULL, '', ''),"
                    + " (403, 301, '', 'Nobody scored this', 'ACME', 'REJECTED', NULL, NULL, NULL, '', '')";
    private static final String MATCHES = "INSERT INTO match_results (offer_id, score, strengths, gaps) VALUES"
            + " (401, 88, '[[\"strength.skill\",\"Löten\",7]]', '[]'), (402, 0, '[]', '[]')";
    private static final List<String> TABLES = List.of(
            "skill_categories",
            "skills",
            "skill_aliases",
            "preferences",
            "preferred_locations",
            "job_sources",
            "job_offers",
            "match_results",
            "profile");

    @TempDir
    Path folder;

    private Path database;

    @BeforeEach
    void nameDatabase() {
        database = folder.resolve("jobmatcher.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5"})
    void everyOlderVersionIsUpgradedWithAllItsData(String version) throws SQLException {
        Schema.migrate(database, version);
        fill();
        Map<String, List<String>> before = contents();

        Schema.migrate(database, Schema.NEWEST);

        Map<String, List<String>> after = contents();
        for (String column : before.keySet()) {
            assertThat(after.get(column)).as(column).containsAll(before.get(column));
        }
        assertSound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5"})
    void anUpgradedSchemaIsTheSameAsANewOne(String version) throws SQLException {
        Path fresh = folder.resolve("fresh.db");
        Schema.migrate(fresh, Schema.NEWEST);
        Schema.migrate(database, version);
        fill();

        Schema.migrate(database, Schema.NEWEST);

        String schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
        assertThat(Schema.rows(database, schema)).isEqualTo(Schema.rows(fresh, schema));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4", "5", "6"})
    void noIndexAndNoTriggerGetsLost(String version) throws SQLException {
        String names = "SELECT name FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL";
        Schema.migrate(database, String.valueOf(Integer.parseInt(version) - 1));
        List<String> before = Schema.rows(database, names);

        Schema.migrate(database, version);

        assertThat(Schema.rows(database, names)).containsAll(before);
    }

    @Nested
    class SeedData {
        @Test
        void leavesAloneWhatTheUserHasEntered() throws SQLException {
            Schema.migrate(database, "1");
            Schema.execute(
                    database,
                    "INSERT INTO profile (id, name) VALUES (1, 'Ada')",
                    "INSERT INTO preferences (id, minimum_salary) VALUES (1, 70000)",
                    "INSERT INTO skill_categories (id, name) VALUES (7, 'METHODS')",
                    "INSERT INTO job_sources (name, url) VALUES ('linkedin', 'https://example.org')");

            Schema.migrate(database, "2");

            assertThat(Schema.rows(database, "SELECT name FROM profile")).containsExactly("Ada");
            assertThat(Schema.rows(database, "SELECT minimum_salary FROM preferences"))
                    .containsExactly("70000");
            assertThat(Schema.rows(database, "SELECT id, code, name FROM skill_categories WHERE name = 'Methods'"))
                    .containsExactly("7|null|METHODS");
            assertThat(Schema.rows(database, "SELECT url FROM job_sources WHERE name = 'LinkedIn'"))
                    .containsExactly("https://example.org");
        }
    }

    @Nested
    class RemotePreferences {
        @ParameterizedTest
        @ValueSource(ints = {-1, 101})
        void areRefusedOutsideOfTheirRange(int wish) {
            Schema.migrate(database, "3");

            assertThatThrownBy(() -> Schema.execute(database, "UPDATE preferences SET remote_wish = " + wish))
                    .hasMessageContaining("between 0 and 100");
            assertThatThrownBy(() -> Schema.execute(
                            database, "REPLACE INTO preferences (id, remote_wish) VALUES (1, " + wish + ")"))
                    .hasMessageContaining("between 0 and 100");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 100})
        void reachTheEndsOfTheirRange(int wish) throws SQLException {
            Schema.migrate(database, "3");

            Schema.execute(database, "UPDATE preferences SET remote_wish = " + wish);

            assertThat(Schema.rows(database, "SELECT remote_wish FROM preferences"))
                    .containsExactly(String.valueOf(wish));
        }
    }

    @Nested
    class SkillLevels {
        @Test
        void outsideOfTheirRangeBecomeTheNearestOneInIt() throws SQLException {
            Schema.migrate(database, "3");
            Schema.execute(
                    database,
                    CATEGORY,
                    "INSERT INTO skills (id, category_id, name, level) VALUES"
                            + " (1, 101, 'low', -5), (2, 101, 'high', 99), (3, 101, 'fine', 10)");

            Schema.migrate(database, "4");

            assertThat(Schema.rows(database, "SELECT id, level FROM skills ORDER BY id"))
                    .containsExactly("1|0", "2|10", "3|10");
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 11})
        void areRefusedOutsideOfTheirRangeAfterwards(int level) throws SQLException {
            Schema.migrate(database, "4");
            Schema.execute(database, CATEGORY, SKILLS);

            assertThatThrownBy(() -> Schema.execute(database, "UPDATE skills SET level = " + level))
                    .hasMessageContaining("CHECK");
        }

        @Test
        void areRebuiltWithoutTheirAliasesBeingDeleted() throws SQLException {
            Schema.migrate(database, "3");
            Schema.execute(database, CATEGORY, SKILLS, ALIASES);

            Schema.migrate(database, "4");

            assertThat(Schema.rows(database, "SELECT * FROM skill_aliases"))
                    .containsExactly("201|Weichlöten", "203|Golang");
        }
    }

    @Nested
    class MatchScores {
        @Test
        void areTakenOverToTheirOffers() throws SQLException {
            Schema.migrate(database, "4");
            Schema.execute(database, SOURCE, OFFERS, MATCHES);

            Schema.migrate(database, "5");

            assertThat(scores()).containsExactly("401|88", "402|0", "403|null");
        }

        @ParameterizedTest
        @ValueSource(strings = {"5", "6"})
        void stayEqualWhateverHappensToTheResult(String version) throws SQLException {
            Schema.migrate(database, version);
            Schema.execute(database, SOURCE, OFFERS, MATCHES);

            Schema.execute(
                    database,
                    "INSERT INTO match_results (offer_id, score) VALUES (403, 33)",
                    "UPDATE match_results SET score = 55 WHERE offer_id = 402",
                    "DELETE FROM match_results WHERE offer_id = 401");

            assertThat(scores()).containsExactly("401|null", "402|55", "403|33");
        }

        private List<String> scores() throws SQLException {
            return Schema.rows(database, "SELECT id, match_score FROM job_offers ORDER BY id");
        }
    }

    @Nested
    class Deletions {
        @BeforeEach
        void fillNewest() throws SQLException {
            Schema.migrate(database, "6");
            Schema.execute(database, CATEGORY, SKILLS, ALIASES, SOURCE, OFFERS, MATCHES);
        }

        @Test
        void ofAnOfferTakeItsResultWithThem() throws SQLException {
            Schema.execute(database, "PRAGMA foreign_keys = ON", "DELETE FROM job_offers WHERE id = 401");

            assertThat(Schema.rows(database, "SELECT offer_id FROM match_results"))
                    .containsExactly("402");
            assertSound();
        }

        @Test
        void ofACategoryTakeItsSkillsAndTheirAliasesWithThem() throws SQLException {
            Schema.execute(database, "PRAGMA foreign_keys = ON", "DELETE FROM skill_categories WHERE id = 101");

            assertThat(Schema.rows(database, "SELECT * FROM skills")).isEmpty();
            assertThat(Schema.rows(database, "SELECT * FROM skill_aliases")).isEmpty();
            assertSound();
        }

        @Test
        void ofASourceLeaveItsOffers() throws SQLException {
            Schema.execute(database, "PRAGMA foreign_keys = ON", "DELETE FROM job_sources WHERE id = 301");

            assertThat(Schema.rows(database, "SELECT id, source_id FROM job_offers ORDER BY id"))
                    .containsExactly("401|null", "402|null", "403|null");
            assertSound();
        }
    }

    private void fill() throws SQLException {
        Schema.execute(
                database,
                CATEGORY,
                SKILLS,
                ALIASES,
                "INSERT OR IGNORE INTO profile (id) VALUES (1)",
                "UPDATE profile SET name = 'Ada Lovelace', summary = 'Sätze.'",
                "INSERT OR IGNORE INTO preferences (id) VALUES (1)",
                "UPDATE preferences SET minimum_salary = 65000, contract = 'PERMANENT'",
                "INSERT INTO preferred_locations VALUES (1, 0, 'Köln'), (1, 1, 'Wien')",
                SOURCE,
                OFFERS,
                MATCHES);
    }

    /** Every column of every table of this version, so that a later one may have more. */
    private Map<String, List<String>> contents() throws SQLException {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : TABLES) {
            for (String column : Schema.rows(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
                String key = table.equals("match_results")
                        ? "offer_id"
                        : table.equals("skill_aliases")
                                ? "skill_id"
                                : table.equals("preferred_locations") ? "position" : "id";
                contents.put(
                        table + "." + column,
                        Schema.rows(database, "SELECT " + key + ", " + column + " FROM " + table));
            }
        }
        return contents;
    }

    private void assertSound() throws SQLException {
        assertThat(Schema.rows(database, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(Schema.rows(database, "PRAGMA integrity_check")).containsExactly("ok");
    }
}
