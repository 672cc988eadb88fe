package dev.lifeboat.backup.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.RestoreResult;
import dev.lifeboat.backup.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database of more than a gigabyte, across the page at 1 GiB that SQLite never writes, in a process with little
 * memory.
 */
@Tag("long")
class LargeDatabaseIT {
    private static final long GIBIBYTE = 1L << 30;
    private static final long MEGABYTE = 1_000_000;
    private static final int ALLOWED_MORE_MEGABYTES = 40;

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "peak memory is read from /proc")
    void comesBackRowByRowInTheMemoryOfASmallOne() throws Exception {
        Path small = database("small.db", 10);
        Path large = database("large.db", 1090);
        DatabaseContent before = DatabaseContent.of(large);

        long smallPeak = roundTripInAnotherProcess(small);
        long largePeak = roundTripInAnotherProcess(large);

        assertThat(Files.size(large)).isGreaterThan(GIBIBYTE);
        assertThat(DatabaseContent.of(large)).isEqualTo(before);
        assertThat(Sql.column(large, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat((largePeak - smallPeak) / MEGABYTE)
                .as("more megabytes than for the small one")
                .isLessThan(ALLOWED_MORE_MEGABYTES);
        Lifeboat.on(large).assertNothingStray();
    }

    private Path database(String name, int megabytes) throws Exception {
        return Sql.run(
                folder.resolve(name),
                "PRAGMA journal_mode = WAL",
                "CREATE TABLE bulk (i INTEGER PRIMARY KEY, x BLOB)",
                "CREATE TABLE t (x TEXT UNIQUE)",
                "INSERT INTO bulk " + DatabaseKind.numbers(megabytes) + "SELECT i, randomblob(1000000) FROM n",
                "INSERT INTO t " + DatabaseKind.numbers(megabytes * 100) + "SELECT 'row ' || i FROM n");
    }

    /** Peak resident bytes of the process. */
    private static long roundTripInAnotherProcess(Path database) throws IOException {
        Process process = ChildJvm.of(LargeDatabaseIT.class, List.of("-Xmx48m"), List.of(database.toString()))
                .start();
        try (BufferedReader answer = process.inputReader(StandardCharsets.UTF_8)) {
            return Long.parseLong(answer.readLine());
        }
    }

    /** Create, verify, change, restore, and say how much memory that took. */
    public static void main(String[] arguments) throws Exception {
        Path database = Path.of(arguments[0]);
        Lifeboat lifeboat = Lifeboat.on(database);
        Backup backup = lifeboat.create();
        Verification verification = lifeboat.verify(backup);
        Sql.run(database, "DELETE FROM t", "DELETE FROM bulk WHERE i % 3 = 0", "INSERT INTO t VALUES ('live')");
        RestoreResult result = lifeboat.restore(backup);
        if (!verification.warnings().isEmpty() || !result.warnings().isEmpty()) {
            throw new IllegalStateException(verification + " " + result);
        }
        if (!new SqliteEngine(lifeboat.configuration()).holds(backup.path())) {
            throw new IllegalStateException("the page that SQLite never writes was compared");
        }
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            String peak =
                    status.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            System.out.println(Long.parseLong(peak.replaceAll("[^0-9]", "")) * 1024);
        }
    }
}
