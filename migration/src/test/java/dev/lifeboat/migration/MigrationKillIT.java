package dev.lifeboat.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.ProgressListener;
import dev.lifeboat.backup.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies in a migration loses nothing, and the next start migrates from the data of before. */
class MigrationKillIT {
    private static final long SEED = Long.getLong("lifeboat.seed", System.nanoTime());
    private static final String SLOW =
            "CREATE TABLE filler AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                    + " LIMIT 2000) SELECT i, randomblob(2000) AS bytes FROM n;\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"backup", "published", "script 1", "script 2", "script 3", "check"})
    void killedAtAnyMomentTheNextStartMigrates(String moment) throws Exception {
        Shop shop = shop("DELETE");
        Map<String, List<String>> before = shop.content();

        assertThat(end(moment)).isEqualTo(137);

        checkNextStart(shop, before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"failure", "return verifying", "return restoring"})
    void killedOnTheWayBackTheOldDataIsThereAtTheNextStart(String moment) throws Exception {
        Shop shop = shop("WAL");
        Map<String, List<String>> before = shop.content();
        shop.script("V9__broken.sql", "INSERT INTO nowhere VALUES (1);");

        assertThat(end(moment)).isEqualTo(137);
        MigrationOutcome next = shop.migrate();

        assertThat(next).isInstanceOf(MigrationOutcome.Undone.class);
        assertThat(shop.content()).isEqualTo(before);
        assertThat(shop.preMigrationBackups()).as("copies of the same data").hasSize(1);
    }

    @Test
    void killedAtRandomMomentsNothingIsLost() throws Exception {
        killAtRandomMoments(5);
    }

    @Test
    @Tag("long")
    void killedAtManyRandomMomentsNothingIsLost() throws Exception {
        killAtRandomMoments(60);
    }

    private void killAtRandomMoments(int rounds) throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < rounds; round++) {
            Files.createDirectories(folder);
            Shop shop = shop(random.nextBoolean() ? "WAL" : "DELETE");
            Map<String, List<String>> before = shop.content();
            Process process = MigratingProcess.start(folder, "");
            try {
                assertThat(process.getInputStream().readNBytes(6))
                        .isEqualTo("ready\n".getBytes(StandardCharsets.UTF_8));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(900));
                assertThat(process.destroyForcibly().waitFor()).isIn(0, 137);
                checkNextStart(shop, before);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + SEED + ", round " + round, broken);
            } finally {
                process.destroyForcibly().waitFor();
                clear();
            }
        }
    }

    private Shop shop(String journalMode) throws Exception {
        Shop shop = new Shop(folder.resolve("shop")).atVersion1();
        shop.run("PRAGMA journal_mode = " + journalMode);
        shop.run(SLOW);
        return shop.script("V2__cities.sql", Shop.V2)
                .script("V3__more.sql", SLOW.replace("filler", "more"))
                .script("V4__short_cities.sql", Shop.V3);
    }

    private static void checkNextStart(Shop shop, Map<String, List<String>> before) throws Exception {
        shop.service().recover();
        Map<String, List<String>> recovered = shop.content();
        boolean done = recovered.get("schema").toString().contains("length(city)");
        if (!done) {
            assertThat(recovered).as("the data of before, whole").isEqualTo(before);
        }

        MigrationOutcome outcome = shop.migrate();

        assertThat(outcome.isReady()).as(Shop.text(outcome)).isTrue();
        assertThat(shop.content().get("customers")).containsExactly("1|Ada|", "2|Grace|");
        assertThat(shop.content().get("filler")).isEqualTo(before.get("filler"));
        assertThat(shop.content()).containsKey("more");
        for (Backup backup : shop.service().list().backups()) {
            assertThat(backup.state()).isEqualTo(BackupState.VERIFIED);
            assertThat(shop.service().verify(backup.name(), ProgressListener.NONE))
                    .isInstanceOf(Verification.Intact.class);
        }
        assertThat(shop.files()).noneMatch(name -> name.startsWith("."));
    }

    private int end(String moment) throws IOException, InterruptedException {
        Process process = MigratingProcess.start(folder, moment);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void clear() throws IOException {
        try (var tree = Files.walk(folder.resolve("shop"))) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
