package dev.lifeboat.backup.sqlite.pages;

import static dev.lifeboat.backup.sqlite.pages.IndexedTable.ROW_NUMBER;

import dev.lifeboat.backup.sqlite.pages.IndexedTable.Column;
import dev.lifeboat.backup.sqlite.pages.IndexedTable.ForeignKey;
import dev.lifeboat.backup.sqlite.pages.IndexedTable.Index;
import dev.lifeboat.backup.sqlite.pages.IndexedTable.Part;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConnection;

/** Asks SQLite how a table and its indexes are made. */
final class SchemaReader {
    private static final int EXPRESSION = -2;

    private final SQLiteConnection connection;
    private final String name;
    private final Map<Integer, Integer> places = new HashMap<>();

    SchemaReader(SQLiteConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    IndexedTable table() throws SQLException, NotProven {
        List<Map<String, String>> declared = columns();
        List<Map<String, String>> listed = indexes();
        boolean hasRowNumbers = hasRowNumbers();
        List<Column> columns = new ArrayList<>();
        for (Map<String, String> column : declared) {
            if (!column.get("hidden").equals("0")) {
                throw new NotProven("column that is computed");
            }
            places.put(columns.size(), columns.size());
            columns.add(new Column(!column.get("notnull").equals("0"), column.get("dflt_value") != null));
        }
        Optional<Index> key = Optional.empty();
        if (hasRowNumbers) {
            rowNumber(declared, listed).ifPresent(column -> places.put(column, ROW_NUMBER));
        } else {
            key = Optional.of(primaryKey(listed));
            columns = reordered(columns, key.get().parts().size());
        }
        List<Index> indexes = new ArrayList<>();
        for (Map<String, String> index : listed) {
            if (hasRowNumbers || !index.get("origin").equals("pk")) {
                indexes.add(index(index));
            }
        }
        return new IndexedTable(root("table", name), key, columns, indexes, foreignKeys(declared));
    }

    private List<Map<String, String>> columns() throws SQLException {
        return rows("SELECT name, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)", name);
    }

    private List<Map<String, String>> indexes() throws SQLException {
        return rows("SELECT name, \"unique\", origin, partial FROM pragma_index_list(?)", name);
    }

    private boolean hasRowNumbers() throws SQLException {
        return rows("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'", name).stream()
                .allMatch(row -> row.get("wr").equals("0"));
    }

    /** Empty unless each is one column that refers to row numbers under their other name. */
    private Optional<List<ForeignKey>> foreignKeys(List<Map<String, String>> declared) throws SQLException, NotProven {
        List<ForeignKey> keys = new ArrayList<>();
        for (Map<String, String> key :
                rows("SELECT seq, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?)", name)) {
            SchemaReader parent = new SchemaReader(connection, key.get("table"));
            Optional<String> number = parent.rowNumberName();
            String referred = key.get("to");
            if (!key.get("seq").equals("0")
                    || number.isEmpty()
                    || referred != null && !number.get().equalsIgnoreCase(referred)) {
                return Optional.empty();
            }
            keys.add(new ForeignKey(places.get(column(declared, key.get("from"))), parent.root("table", parent.name)));
        }
        return Optional.of(keys);
    }

    private Optional<String> rowNumberName() throws SQLException {
        List<Map<String, String>> columns = columns();
        return hasRowNumbers()
                ? rowNumber(columns, indexes())
                        .map(column -> columns.get(column).get("name"))
                : Optional.empty();
    }

    private static int column(List<Map<String, String>> declared, String name) throws NotProven {
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i).get("name").equalsIgnoreCase(name)) {
                return i;
            }
        }
        throw new NotProven("foreign key of a column that is not there");
    }

    /** The column that is another name for the row's number. */
    private static Optional<Integer> rowNumber(List<Map<String, String>> columns, List<Map<String, String>> indexes) {
        if (indexes.stream().anyMatch(index -> index.get("origin").equals("pk"))) {
            return Optional.empty();
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).get("pk").equals("0")) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Also tells where columns are stored, the key's being the first; one can be there twice. */
    private Index primaryKey(List<Map<String, String>> listed) throws SQLException, NotProven {
        for (Map<String, String> index : listed) {
            if (index.get("origin").equals("pk")) {
                List<Map<String, String>> parts = parts(index);
                places.clear();
                for (int i = 0; i < parts.size(); i++) {
                    places.putIfAbsent(Integer.valueOf(parts.get(i).get("cid")), i);
                }
                return described(0, true, parts);
            }
        }
        throw new NotProven("neither row numbers nor a key");
    }

    private List<Column> reordered(List<Column> columns, int values) throws NotProven {
        List<Column> stored = new ArrayList<>(Collections.nCopies(values, columns.get(0)));
        for (int i = 0; i < columns.size(); i++) {
            Integer place = places.get(i);
            if (place == null) {
                throw new NotProven("column that is not stored");
            }
            stored.set(place, columns.get(i));
        }
        return stored;
    }

    private Index index(Map<String, String> index) throws SQLException, NotProven {
        if (!index.get("partial").equals("0")) {
            throw new NotProven("partial index");
        }
        return described(root("index", index.get("name")), !index.get("unique").equals("0"), parts(index));
    }

    private List<Map<String, String>> parts(Map<String, String> index) throws SQLException {
        return rows("SELECT cid, desc, coll, key FROM pragma_index_xinfo(?) ORDER BY seqno", index.get("name"));
    }

    private Index described(long root, boolean unique, List<Map<String, String>> rows) throws NotProven {
        List<Part> parts = new ArrayList<>();
        int keyLength = 0;
        for (Map<String, String> row : rows) {
            int column = Integer.parseInt(row.get("cid"));
            if (column == EXPRESSION) {
                throw new NotProven("index over an expression");
            }
            Integer place = column < 0 ? Integer.valueOf(ROW_NUMBER) : places.get(column);
            if (place == null) {
                throw new NotProven("index of a column that is not there");
            }
            keyLength += row.get("key").equals("0") ? 0 : 1;
            parts.add(
                    new Part(place, collation(row.get("coll")), !row.get("desc").equals("0")));
        }
        return new Index(root, unique, keyLength, parts);
    }

    private static Collation collation(String name) throws NotProven {
        try {
            return Collation.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotProven("collation " + name);
        }
    }

    private long root(String type, String object) throws SQLException, NotProven {
        List<Map<String, String>> found = rows(
                "SELECT rootpage FROM sqlite_schema WHERE type = '" + type + "' AND name = ? COLLATE NOCASE", object);
        if (found.size() != 1) {
            throw new NotProven("described " + found.size() + " times");
        }
        return Long.parseLong(found.get(0).get("rootpage"));
    }

    private List<Map<String, String>> rows(String query, String argument) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet result = statement.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 1; i <= columns; i++) {
                        row.put(result.getMetaData().getColumnName(i), result.getString(i));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
