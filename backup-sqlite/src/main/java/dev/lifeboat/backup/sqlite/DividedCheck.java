package dev.lifeboat.backup.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import org.sqlite.SQLiteConnection;

/**
 * The integrity check in parts that can run at the same time: the structure of the whole file, and each table with its
 * indexes. Together they look at what the undivided check looks at. The structure of each table is looked at twice, so
 * that it pays for large files only, of which comparing indexes takes most of the time.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_integrity_check">PRAGMA integrity_check</a>
 */
final class DividedCheck {
    private static final int FEW_THREADS = 2;
    private static final long WORTHWHILE_BYTES = 256L << 20;
    private static final long WORTHWHILE_WITH_FEW_BYTES = 1L << 30;

    private final Source source;
    private final Executor workers;

    /** A new connection to the file, for one part. */
    @FunctionalInterface
    interface Source {
        SQLiteConnection open() throws SQLException;
    }

    DividedCheck(Source source, Executor workers) {
        this.source = source;
        this.workers = workers;
    }

    /** Whether so many threads are done with the parts sooner than one is with the whole. */
    static boolean isWorthwhile(Path file, Executor workers) {
        int threads = workers instanceof ThreadPoolExecutor pool ? pool.getMaximumPoolSize() : 1;
        long worthwhile = threads <= FEW_THREADS ? WORTHWHILE_WITH_FEW_BYTES : WORTHWHILE_BYTES;
        return threads > 1 && SqliteFiles.size(file) >= worthwhile;
    }

    /**
     * Begins; what the schema does not allow to be checked in parts is checked as a whole. Tables come first, because a
     * single one can take as long as everything else.
     */
    CompletableFuture<IntegrityCheck.Outcome> start() {
        List<CompletableFuture<IntegrityCheck.Outcome>> parts = new ArrayList<>();
        try (SQLiteConnection connection = source.open()) {
            for (Schema.Table table : largestFirst(connection)) {
                parts.add(supply(part -> IntegrityCheck.tablePart(part, table)));
            }
        } catch (SQLException unreadable) {
            return supply(IntegrityCheck::full);
        }
        parts.add(supply(IntegrityCheck::quickPart));
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done -> IntegrityCheck.Outcome.merged(
                        parts.stream().map(CompletableFuture::join).toList()))
                .exceptionallyCompose(failure -> supply(IntegrityCheck::full));
    }

    /** By a rough guess that costs little; the order decides only how well processors are used. */
    private static List<Schema.Table> largestFirst(SQLiteConnection connection) throws SQLException {
        List<Sized> tables = new ArrayList<>();
        for (Schema.Table table : Schema.tables(connection)) {
            tables.add(new Sized(table, Schema.guessLookups(connection, table)));
        }
        return tables.stream()
                .sorted(Comparator.comparingLong(Sized::lookups).reversed())
                .map(Sized::table)
                .toList();
    }

    private record Sized(Schema.Table table, long lookups) {}

    private <T> CompletableFuture<T> supply(Part<T> part) {
        return CompletableFuture.supplyAsync(() -> run(part), workers);
    }

    /** What is done on a connection of its own. */
    @FunctionalInterface
    private interface Part<T> {
        T run(SQLiteConnection connection) throws SQLException;
    }

    private <T> T run(Part<T> part) {
        try (SQLiteConnection connection = source.open()) {
            return part.run(connection);
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }
}
