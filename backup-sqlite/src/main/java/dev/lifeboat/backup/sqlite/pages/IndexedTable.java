package dev.lifeboat.backup.sqlite.pages;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/**
 * A table and its indexes, as the schema describes them.
 *
 * @param root first page of the table
 * @param key order of the rows of a table without row numbers
 * @param columns by their place in the records of the table
 * @param indexes none of them partial or over expressions
 * @param foreignKeys empty when one of them refers to something else than row numbers
 */
record IndexedTable(
        long root,
        Optional<Index> key,
        List<Column> columns,
        List<Index> indexes,
        Optional<List<ForeignKey>> foreignKeys) {
    /** In place of a place: the number of the row itself. */
    static final int ROW_NUMBER = -1;

    IndexedTable {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = foreignKeys.map(List::copyOf);
    }

    /** Whether there is nothing that could disagree. */
    boolean needsNoProof() {
        return key.isEmpty()
                && indexes.isEmpty()
                && foreignKeys.filter(List::isEmpty).isPresent();
    }

    /**
     * A column.
     *
     * @param isRequired whether it is declared to hold something
     * @param hasDefault whether records that end before it have a value nevertheless
     */
    record Column(boolean isRequired, boolean hasDefault) {}

    /**
     * An index.
     *
     * @param root its first page
     * @param isUnique whether no two entries may have the same key
     * @param keyLength how many of the parts are the key; the others tell the row
     * @param parts what an entry holds
     */
    record Index(long root, boolean isUnique, int keyLength, List<Part> parts) {
        Index {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A value of an entry.
     *
     * @param place of the same value in the table's records, or {@link IndexedTable#ROW_NUMBER}
     * @param collation how texts are compared
     * @param isDescending whether larger values come first
     */
    record Part(int place, Collation collation, boolean isDescending) {}

    /**
     * A column that holds the numbers of another table's rows, or nothing.
     *
     * @param place of the column in the table's records, or {@link IndexedTable#ROW_NUMBER}
     * @param parentRoot first page of the other table
     */
    record ForeignKey(int place, long parentRoot) {}

    /** Looks a table up, which must not be virtual. */
    static IndexedTable read(SQLiteConnection connection, String name) throws SQLException, NotProven {
        return new SchemaReader(connection, name).table();
    }
}
