package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.swing.table.AbstractTableModel;

/**
 * The files in a backup folder as the rows of a table (FR-009): when, what kind, size, schema version, state and note.
 *
 * <p>Cells hold typed values, so that every column sorts by what it means; {@link BackupTable} knows how to show them.
 * What a row does not have, such as a foreign file's kind, is an empty text or, for a schema version, a {@code null}
 * cell, as in any table model. Damaged and foreign files are rows like all others and say so in words (FR-011).
 */
public final class BackupTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    /** The columns, in the order of the model. */
    public enum Column {
        /** When it was made: an {@link Instant}. */
        CREATED(Instant.class),
        /** What kind it is, in words. */
        KIND(String.class),
        /** Size of the file in bytes: a {@link Long}. */
        SIZE(Long.class),
        /** The recorded {@link SchemaVersion}; {@code null} when none is known. */
        SCHEMA_VERSION(SchemaVersion.class),
        /** How far it can be trusted, in words. */
        STATE(String.class),
        /** A person's note. */
        NOTE(String.class);

        private final Class<?> type;

        Column(Class<?> type) {
            this.type = type;
        }
    }

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final transient Texts texts;
    private transient List<Backup> backups = List.of();

    /** An empty table with headings and words in this language. */
    public BackupTableModel(Locale locale) {
        texts = new Texts(locale);
    }

    /** The language of headings and words. */
    public Locale locale() {
        return texts.locale();
    }

    /** Replaces all rows, in the order of the list. */
    public void show(BackupList list) {
        backups = list.backups();
        fireTableDataChanged();
    }

    /** The backup in a row of the model; a sorted table's row has to be converted first. */
    public Backup backup(int row) {
        return backups.get(row);
    }

    @Override
    public int getRowCount() {
        return backups.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.text("column." + COLUMNS.get(column));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return COLUMNS.get(column).type;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Backup backup = backups.get(row);
        return switch (COLUMNS.get(column)) {
            case CREATED -> backup.createdAt();
            case KIND -> backup.kind().map(kind -> texts.text("kind." + kind)).orElse("");
            case SIZE -> backup.sizeBytes();
            case SCHEMA_VERSION -> backup.schemaVersion().orElse(null);
            case STATE -> texts.text("state." + backup.state());
            case NOTE -> backup.note();
        };
    }
}
