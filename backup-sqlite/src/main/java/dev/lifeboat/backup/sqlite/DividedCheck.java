package dev.lifeboat.backup.sqlite;

import dev.lifeboat.backup.sqlite.pages.TableProofs;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteConnection;

/**
 * The checks of a file in parts that can run at the same time: the structure of all pages, and each table with its
 * indexes and foreign keys. Together they find what the undivided checks find. Small files are done sooner undivided.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_integrity_check">PRAGMA integrity_check</a>
 * @see TableProofs
 */
final class DividedCheck {
    private static final long MIN_BYTES = 4L << 20;
    private static final long MEDIUM_BYTES = 32L << 20;
    private static final long PRACTICE_BYTES = 192L << 20;

    private final Path file;
    private final Source source;
    private final Executor workers;
    private final TableProofs proofs;

    /** A new connection to the file, for one part. */
    @FunctionalInterface
    interface Source {
        SQLiteConnection open() throws SQLException;
    }

    DividedCheck(Path file, Source source, Executor workers, BooleanSupplier cancelled) {
        this.file = file;
        this.source = source;
        this.workers = workers;
        this.proofs = new TableProofs(file, cancelled);
    }

    /**
     * Whether the parts are done sooner than the whole: when the file is large, or when so much has been checked before
     * it that Java's compiler has, or soon will have, made the proofs fast. The smaller the file, the less time there
     * is to win, and the more must have been checked.
     *
     * @param checkedBytes what was checked so far, to which this file is added
     */
    static boolean isWorthwhile(Path file, AtomicLong checkedBytes) {
        long size = SqliteFiles.size(file);
        long checked = checkedBytes.addAndGet(size);
        return size >= MIN_BYTES && checked >= Math.max(PRACTICE_BYTES, PRACTICE_BYTES * MEDIUM_BYTES / size);
    }

    /**
     * Begins; what the schema does not allow to be checked in parts is checked as a whole. The largest tables come
     * first, because a single one can take as long as everything else.
     */
    CompletableFuture<IntegrityCheck.Outcome> start() {
        List<CompletableFuture<IntegrityCheck.Outcome>> parts = new ArrayList<>();
        parts.add(supply(IntegrityCheck::quickPart));
        try (SQLiteConnection connection = source.open()) {
            Queue<Schema.Table> tables = new ConcurrentLinkedQueue<>(largestFirst(connection));
            for (int i = 0; i < threads(workers); i++) {
                parts.add(supply(part -> checkTables(part, tables)));
            }
        } catch (SQLException unreadable) {
            return supply(this::checkWhole);
        }
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
                .thenApply(done -> IntegrityCheck.Outcome.merged(
                        parts.stream().map(CompletableFuture::join).toList()))
                .exceptionallyCompose(failure -> supply(this::checkWhole));
    }

    private static int threads(Executor workers) {
        return workers instanceof ThreadPoolExecutor pool ? pool.getMaximumPoolSize() : 1;
    }

    /** One connection for as many tables as others leave: to read the schema takes its time, too. */
    private IntegrityCheck.Outcome checkTables(SQLiteConnection connection, Queue<Schema.Table> tables)
            throws SQLException {
        List<IntegrityCheck.Outcome> outcomes = new ArrayList<>();
        for (Schema.Table table = tables.poll(); table != null; table = tables.poll()) {
            outcomes.add(check(connection, table));
        }
        return IntegrityCheck.Outcome.merged(outcomes);
    }

    /** What is not proven is left to SQLite, which says what is wrong, or that nothing is. */
    private IntegrityCheck.Outcome check(SQLiteConnection connection, Schema.Table table) throws SQLException {
        if (table.isVirtual()) {
            return IntegrityCheck.tablePart(connection, table);
        }
        TableProofs.Proof proof = proofs.prove(connection, table.name());
        if (!proof.ofIndexes() || !proof.ofForeignKeys()) {
            SqliteConnections.expectLookUps(connection, file);
        }
        IntegrityCheck.Outcome indexes =
                proof.ofIndexes() ? IntegrityCheck.Outcome.SOUND : IntegrityCheck.tablePart(connection, table);
        return proof.ofForeignKeys() || !indexes.findings().isEmpty()
                ? indexes
                : indexes.with(ForeignKeyCheck.warnings(connection, table));
    }

    private IntegrityCheck.Outcome checkWhole(SQLiteConnection connection) throws SQLException {
        SqliteConnections.expectLookUps(connection, file);
        IntegrityCheck.Outcome outcome = IntegrityCheck.full(connection);
        return outcome.findings().isEmpty() ? outcome.with(ForeignKeyCheck.warnings(connection)) : outcome;
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
