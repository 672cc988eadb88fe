package dev.lifeboat.backup.sqlite.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteConnection;

/**
 * Proves that tables, their indexes and the rows they refer to agree, in one file that nobody changes. Several threads
 * may ask for different tables at the same time.
 *
 * <p>SQLite looks up every row in every index and for every foreign key, at random places, which takes the longer the
 * larger the file is. Here each table and index is read once from its beginning to its end. Together with a
 * {@code quick_check} that finds nothing, a proof says what {@code integrity_check} and {@code foreign_key_check} of
 * the table say when they find nothing.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_integrity_check">PRAGMA integrity_check</a>
 */
public final class TableProofs {
    /**
     * How many times a file may be read: each page once for its table or index, and once for those that refer to it.
     */
    private static final int AMPLE = 4;

    /**
     * For the numbers of rows that are referred to: eight megabytes, enough for sixty million that are close together.
     */
    private static final long MOST_WORDS = 1 << 20;

    private final Path file;
    private final BooleanSupplier cancelled;
    private final AtomicLong bytesLeft;
    private final AtomicLong wordsLeft = new AtomicLong(MOST_WORDS);
    private final Map<Long, Optional<RowNumbers>> rowNumbers = new ConcurrentHashMap<>();

    /**
     * Proofs for a file.
     *
     * @param file changed by nobody, its header found good
     * @param cancelled asked often; what was cancelled is not proven
     */
    public TableProofs(Path file, BooleanSupplier cancelled) {
        this.file = file;
        this.cancelled = cancelled;
        this.bytesLeft = new AtomicLong(AMPLE * file.toFile().length());
    }

    /**
     * What was proven. What was not may be wrong, or is not understood here, and SQLite has to be asked.
     *
     * @param ofIndexes each index holds each row once, in order, and no key twice where keys are unique
     * @param ofForeignKeys each row that refers to another one refers to one that is there
     */
    public record Proof(boolean ofIndexes, boolean ofForeignKeys) {
        private static final Proof NONE = new Proof(false, false);
    }

    /**
     * Reads a table with its indexes.
     *
     * @param connection to the same file
     * @param table which must not be virtual
     */
    public Proof prove(SQLiteConnection connection, String table) {
        try {
            IndexedTable described = IndexedTable.read(connection, table);
            if (described.needsNoProof()) {
                return new Proof(true, true);
            }
            try (PageFile pages = PageFile.open(file, bytesLeft, cancelled)) {
                TableReading reading = new TableReading(pages, described, parent -> rowNumbers(pages, parent));
                reading.readTable();
                return new Proof(provesIndexes(reading), reading.allParentsFound());
            }
        } catch (NotProven | SQLException | IOException | IndexOutOfBoundsException leftToSqlite) {
            return Proof.NONE;
        }
    }

    private static boolean provesIndexes(TableReading reading) throws IOException {
        try {
            reading.compareIndexes();
            return true;
        } catch (NotProven | IndexOutOfBoundsException leftToSqlite) {
            return false;
        }
    }

    private Optional<RowNumbers> rowNumbers(PageFile pages, long root) {
        return rowNumbers.computeIfAbsent(root, first -> {
            try {
                return Optional.of(RowNumbers.read(pages, first, wordsLeft));
            } catch (NotProven | IOException | IndexOutOfBoundsException leftToSqlite) {
                return Optional.empty();
            }
        });
    }
}
