package dev.lifeboat.backup;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * An immutable map of rows per table that keeps its order, in a fifth of the memory of a linked map: a list of backups
 * holds thousands of them.
 */
final class TableRows extends AbstractMap<String, Long> {
    private final String[] names;
    private final long[] rows;

    private TableRows(Map<String, Long> source) {
        names = new String[source.size()];
        rows = new long[source.size()];
        int i = 0;
        for (Map.Entry<String, Long> table : source.entrySet()) {
            names[i] = table.getKey();
            rows[i++] = table.getValue();
        }
    }

    static Map<String, Long> copyOf(Map<String, Long> source) {
        return source instanceof TableRows ? source : new TableRows(source);
    }

    @Override
    public Set<Entry<String, Long>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, Long>> iterator() {
                return new Tables();
            }
        };
    }

    /** Comparing by looking up each table among all would take for ever for a hundred thousand of them. */
    @Override
    public boolean equals(Object other) {
        boolean same =
                other instanceof TableRows that && Arrays.equals(names, that.names) && Arrays.equals(rows, that.rows);
        return same || other instanceof Map<?, ?> map && new HashMap<>(this).equals(new HashMap<>(map));
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** From the first to the last. */
    private final class Tables implements Iterator<Entry<String, Long>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < names.length;
        }

        @Override
        public Entry<String, Long> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(names[next], rows[next++]);
        }
    }
}
