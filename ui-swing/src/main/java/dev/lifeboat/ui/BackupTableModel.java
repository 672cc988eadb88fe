package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.table.AbstractTableModel;

/**
 * The files in a backup folder as the rows of a table (FR-009): when, what kind, size, schema version, state and note.
 *
 * <p>Cells hold typed values, so that every column sorts by what it means; {@link BackupTable} knows how to show them.
 * What a row does not have, such as a schema version, is a {@code null} cell, as in any table model. Damaged and
 * foreign files are rows like all others and say so in words (FR-011). Notes can be edited where there is a record to
 * write them into.
 */
final class BackupTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    /** The columns, in the order of the model. */
    enum Column {
        /** When it was made: an {@link Instant}. */
        CREATED(Instant.class),
        /** What kind it is, in words. */
        KIND(String.class),
        /** Size of the file in bytes: a {@link Long}. */
        SIZE(Long.class),
        /** The recorded {@link SchemaVersion}; {@code null} when none is known. */
        SCHEMA_VERSION(SchemaVersion.class),
        /** How far it can be trusted: the {@link Backup} itself. */
        STATE(Backup.class),
        /** A person's note. */
        NOTE(String.class);

        private final Class<?> type;

        Column(Class<?> type) {
            this.type = type;
        }
    }

    static final List<Column> COLUMNS = List.of(Column.values());

    private final transient Texts texts;
    private final transient Supplier<Phrases> phrases;
    private final transient Optional<BiConsumer<Backup, String>> annotate;
    private transient List<Backup> backups = List.of();

    /**
     * An empty table with headings in this language, and words as they are now.
     *
     * @param annotate hears a backup and its new note when a person changed it
     */
    BackupTableModel(Texts texts, Supplier<Phrases> phrases, BiConsumer<Backup, String> annotate) {
        this(texts, phrases, Optional.of(annotate));
    }

    private BackupTableModel(Texts texts, Supplier<Phrases> phrases, Optional<BiConsumer<Backup, String>> annotate) {
        this.texts = texts;
        this.phrases = phrases;
        this.annotate = annotate;
    }

    /** An empty table in which nothing can be changed. */
    static BackupTableModel readOnly(Texts texts, Supplier<Phrases> phrases) {
        return new BackupTableModel(texts, phrases, Optional.empty());
    }

    Texts texts() {
        return texts;
    }

    Phrases phrases() {
        return phrases.get();
    }

    /** Whether a note could be written for this one. */
    static boolean hasRecord(Backup backup) {
        boolean recorded = backup.metadata()
                .filter(record -> record.name().equals(backup.name()))
                .isPresent();
        return recorded && backup.state() != BackupState.FOREIGN;
    }

    /** Replaces all rows, in the order of the list. */
    void show(BackupList list) {
        backups = list.backups();
        fireTableDataChanged();
    }

    /** Whether showing this list would change nothing. */
    boolean shows(BackupList list) {
        return backups.equals(list.backups());
    }

    /** The backup in a row of the model; a sorted table's row has to be converted first. */
    Backup backup(int row) {
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
            case KIND -> phrases().kind(backup);
            case SIZE -> backup.sizeBytes();
            case SCHEMA_VERSION -> backup.schemaVersion().orElse(null);
            case STATE -> backup;
            case NOTE -> backup.note();
        };
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return annotate.isPresent() && COLUMNS.get(column) == Column.NOTE && hasRecord(backups.get(row));
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        Backup backup = backups.get(row);
        String note = String.valueOf(value).strip();
        if (!note.equals(backup.note())) {
            annotate.ifPresent(change -> change.accept(backup, note));
        }
    }
}
