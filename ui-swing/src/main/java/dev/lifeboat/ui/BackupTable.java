package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.ui.BackupTableModel.Column;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.table.TableRowSorter;

/**
 * Shows backups, newest first until a person sorts by another column (FR-010), in columns as wide as their content. A
 * new list changes neither the selection nor a note that is being edited.
 *
 * <p>Its name is {@code backups}; Tab leaves it.
 */
final class BackupTable extends JTable implements BackupSelection {
    private static final long serialVersionUID = 1L;

    private static final int NOTE_LETTERS = 12;

    private static final Comparator<SchemaVersion> BY_VERSION = Comparator.comparing(SchemaVersion::source)
            .thenComparing((a, b) -> Boolean.compare(a.isNewerThan(b), b.isNewerThan(a)));
    private static final Comparator<Backup> BY_STATE = Comparator.comparing(Backup::state)
            .thenComparing(backup -> backup.verifiedAt().orElse(Instant.MIN), Comparator.reverseOrder());

    private final BackupTableModel backups;
    private transient Optional<BackupList> waiting = Optional.empty();
    private boolean sizedByPerson;

    /**
     * A table of what the model holds.
     *
     * @param maxAge up to which age a backup is not old
     */
    BackupTable(BackupTableModel model, Supplier<Duration> maxAge) {
        super(model);
        backups = model;
        setName("backups");
        getAccessibleContext().setAccessibleName(model.texts().text("column.table"));
        getAccessibleContext().setAccessibleDescription(model.texts().text("column.table.description"));
        BackupCell cell = new BackupCell(model::phrases, maxAge);
        for (Column column : Column.values()) {
            getColumnModel().getColumn(column.ordinal()).setCellRenderer(cell);
        }
        getColumnModel().getColumn(Column.NOTE.ordinal()).setCellEditor(noteEditor(model.texts()));
        sort(model);
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_LAST_COLUMN);
        setFillsViewportHeight(true);
        putClientProperty("JTable.autoStartsEdit", Boolean.FALSE);
        putClientProperty("terminateEditOnFocusLost", Boolean.TRUE);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        getTableHeader().setReorderingAllowed(false);
        ColumnWidths.alignHeadings(this);
    }

    private void sort(BackupTableModel model) {
        TableRowSorter<BackupTableModel> sorter = new TableRowSorter<>(model);
        sorter.setComparator(Column.SCHEMA_VERSION.ordinal(), BY_VERSION);
        sorter.setComparator(Column.STATE.ordinal(), BY_STATE);
        sorter.setSortKeys(List.of(new SortKey(Column.CREATED.ordinal(), SortOrder.DESCENDING)));
        setRowSorter(sorter);
    }

    private static DefaultCellEditor noteEditor(Texts texts) {
        JTextField field = new JTextField();
        field.setName("note-editor");
        field.getAccessibleContext().setAccessibleName(texts.text("note.editor"));
        DefaultCellEditor editor = new DefaultCellEditor(field);
        editor.setClickCountToStart(2);
        return editor;
    }

    /** Shows this list; while a note is being edited, afterwards. */
    void show(BackupList list) {
        if (isEditing()) {
            waiting = Optional.of(list);
            return;
        }
        if (!backups.shows(list)) {
            replaceRows(list);
        }
        repaint();
        sizeColumns();
    }

    private void replaceRows(BackupList list) {
        Set<String> names = new HashSet<>(selected().stream().map(Backup::name).toList());
        int lead = getSelectionModel().getLeadSelectionIndex();
        getSelectionModel().setValueIsAdjusting(true);
        backups.show(list);
        for (int row = 0; row < getRowCount(); row++) {
            if (names.contains(backupAt(row).name())) {
                addRowSelectionInterval(row, row);
            }
        }
        if (getSelectedRow() < 0 && lead >= 0 && getRowCount() > 0) {
            // Arrow keys go on from where a deleted row was.
            getSelectionModel().setAnchorSelectionIndex(Math.min(lead, getRowCount() - 1));
            getSelectionModel().setLeadSelectionIndex(Math.min(lead, getRowCount() - 1));
            clearSelection();
        }
        getSelectionModel().setValueIsAdjusting(false);
    }

    @Override
    public void removeEditor() {
        super.removeEditor();
        if (waiting != null && waiting.isPresent()) {
            BackupList list = waiting.get();
            waiting = Optional.empty();
            show(list);
        }
    }

    Backup backupAt(int row) {
        return backups.backup(convertRowIndexToModel(row));
    }

    @Override
    public List<Backup> selected() {
        return Arrays.stream(getSelectedRows())
                .filter(row -> row < getRowCount())
                .mapToObj(this::backupAt)
                .toList();
    }

    @Override
    public void select(String name) {
        for (int row = 0; row < getRowCount(); row++) {
            if (backupAt(row).name().equals(name)) {
                setRowSelectionInterval(row, row);
                scrollRectToVisible(getCellRect(row, 0, true));
            }
        }
    }

    /** Begins to edit the note of the selected row, if it can be edited. */
    void editNote() {
        int column = convertColumnIndexToView(Column.NOTE.ordinal());
        if (getSelectedRow() >= 0 && editCellAt(getSelectedRow(), column)) {
            scrollRectToVisible(getCellRect(getSelectedRow(), column, true));
            getEditorComponent().requestFocusInWindow();
        }
    }

    /** The menu is about the row it is opened on; the keyboard's about the selected one. */
    @Override
    public Point getPopupLocation(MouseEvent event) {
        if (event == null) {
            int row = Math.max(getSelectedRow(), 0);
            return getCellRect(row, 0, false).getLocation();
        }
        int row = rowAtPoint(event.getPoint());
        if (row >= 0 && !isRowSelected(row)) {
            setRowSelectionInterval(row, row);
        }
        return super.getPopupLocation(event);
    }

    /** The last column takes the rest; where the others do not fit, the table scrolls sideways. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getPreferredSize().width <= getParent().getWidth();
    }

    private void sizeColumns() {
        sizedByPerson |= getTableHeader() != null && getTableHeader().getResizingColumn() != null;
        if (sizedByPerson) {
            return;
        }
        int note = convertColumnIndexToView(Column.NOTE.ordinal());
        for (int column = 0; column < getColumnCount(); column++) {
            ColumnWidths.set(
                    this, column, column == note ? NOTE_LETTERS * letter() : ColumnWidths.wanted(this, column));
        }
    }

    private int letter() {
        return getFontMetrics(getFont()).charWidth('n');
    }
}
