package dev.lifeboat.backup.sqlite.pages;

import dev.lifeboat.backup.sqlite.pages.IndexedTable.ForeignKey;
import dev.lifeboat.backup.sqlite.pages.IndexedTable.Index;
import dev.lifeboat.backup.sqlite.pages.IndexedTable.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * One reading of a table and then of its indexes. The entries that the rows call for are hashed and the hashes added
 * up, and so are the entries that are there; the sum does not depend on the order.
 */
final class TableReading {
    private final PageFile file;
    private final IndexedTable table;
    private final List<Index> indexes;
    private final int[][] places;
    private final long[] sums;
    private final List<ForeignKey> foreignKeys;
    private final List<RowNumbers> parents = new ArrayList<>();
    private boolean parentsFound;
    private long rows;

    /**
     * Prepares.
     *
     * @param parents gives the row numbers of the table with this first page, if they can be told
     */
    TableReading(PageFile file, IndexedTable table, LongFunction<Optional<RowNumbers>> parents) {
        this.file = file;
        this.table = table;
        this.indexes = table.indexes();
        this.sums = new long[indexes.size()];
        this.places = indexes.stream()
                .map(index -> index.parts().stream().mapToInt(Part::place).toArray())
                .toArray(int[][]::new);
        this.foreignKeys = table.foreignKeys().orElse(List.of());
        for (ForeignKey key : foreignKeys) {
            parents.apply(key.parentRoot()).ifPresent(this.parents::add);
        }
        this.parentsFound = table.foreignKeys().isPresent() && this.parents.size() == foreignKeys.size();
    }

    /** Whether all foreign keys could be told to refer to what is there; after {@link #readTable}. */
    boolean allParentsFound() {
        return parentsFound;
    }

    void readTable() throws IOException, NotProven {
        Alternating records = new Alternating(wanted());
        BTree.walk(file, table.root(), payload -> {
            StoredRecord row = records.next();
            row.read(payload);
            if (table.key().isPresent()) {
                requireKey(row);
                requireOrder(table.key().get(), records, row);
            }
            rows++;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += hash(places[i], row, payload.rowid());
            }
            if (parentsFound) {
                parentsFound = refersToWhatIsThere(row, payload.rowid());
            }
        });
    }

    private void requireKey(StoredRecord row) throws NotProven {
        if (!row.has(table.key().orElseThrow().keyLength() - 1)) {
            throw new NotProven("row without a key");
        }
    }

    /** How many of the first values of a row are needed. */
    private int wanted() {
        int last = table.key().map(Index::keyLength).orElse(0) - 1;
        for (Index index : indexes) {
            for (Part part : index.parts()) {
                last = Math.max(last, part.place());
            }
        }
        for (ForeignKey key : foreignKeys) {
            last = Math.max(last, key.place());
        }
        return last + 1;
    }

    private long hash(int[] entry, StoredRecord row, long rowid) throws NotProven {
        long hash = 0;
        for (int place : entry) {
            if (place == IndexedTable.ROW_NUMBER) {
                hash = Mix.number(hash, rowid);
            } else if (row.has(place)) {
                hash = row.hash(hash, place);
            } else if (table.columns().get(place).hasDefault()) {
                throw new NotProven("row from before a column with a default");
            } else {
                hash = Mix.empty(hash);
            }
        }
        return hash;
    }

    private boolean refersToWhatIsThere(StoredRecord row, long rowid) {
        for (int i = 0; i < foreignKeys.size(); i++) {
            int place = foreignKeys.get(i).place();
            if (place == IndexedTable.ROW_NUMBER) {
                if (!parents.get(i).contains(rowid)) {
                    return false;
                }
            } else if (row.has(place)) {
                boolean found = row.isNull(place)
                        || row.isInteger(place) && parents.get(i).contains(row.integer(place));
                if (!found) {
                    return false;
                }
            } else if (table.columns().get(place).hasDefault()) {
                return false;
            }
        }
        return true;
    }

    /** After {@link #readTable}; throws unless every index holds exactly its rows. */
    void compareIndexes() throws IOException, NotProven {
        for (int i = 0; i < sums.length; i++) {
            compare(indexes.get(i), sums[i]);
        }
    }

    private void compare(Index index, long expectedSum) throws IOException, NotProven {
        int length = index.parts().size();
        Alternating records = new Alternating(length);
        long[] sum = {0};
        BTree.walk(file, index.root(), payload -> {
            StoredRecord entry = records.next();
            entry.readWhole(payload);
            requireOrder(index, records, entry);
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = entry.hash(hash, i);
            }
            sum[0] += hash;
        });
        if (records.count() != rows || sum[0] != expectedSum) {
            throw new NotProven("other entries than rows");
        }
    }

    /** Numbers in SQLite's order; the parts after the key count where the key may be there twice. */
    private void requireOrder(Index index, Alternating records, StoredRecord entry) throws NotProven {
        if (records.count() == 1) {
            return;
        }
        StoredRecord before = records.before();
        List<Part> parts = index.parts();
        boolean holdsNothing = false;
        for (int i = 0; i < parts.size(); i++) {
            if (i == index.keyLength() && index.isUnique() && !holdsNothing) {
                break;
            }
            Part part = parts.get(i);
            int order = entry.compare(before, i, part.collation());
            if (part.isDescending() ? order < 0 : order > 0) {
                return;
            }
            if (order != 0) {
                break;
            }
            if (i < index.keyLength() && entry.isNull(i)) {
                if (part.place() != IndexedTable.ROW_NUMBER
                        && table.columns().get(part.place()).isRequired()) {
                    break;
                }
                holdsNothing = true;
            }
        }
        throw new NotProven("entries out of order, or twice");
    }

    /** Two records by turns: the one being read, and the one before it. */
    private static final class Alternating {
        private StoredRecord current;
        private StoredRecord before;
        private long count;

        Alternating(int values) {
            current = new StoredRecord(values);
            before = new StoredRecord(values);
        }

        StoredRecord next() {
            StoredRecord next = before;
            before = current;
            current = next;
            count++;
            return next;
        }

        StoredRecord before() {
            return before;
        }

        /** How many were asked for. */
        long count() {
            return count;
        }
    }
}
