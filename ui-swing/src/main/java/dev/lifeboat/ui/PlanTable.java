package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;

/** Backups with the reason for what becomes of each; nothing can be changed. Tab leaves it. */
final class PlanTable extends JTable {
    private static final long serialVersionUID = 1L;

    private static final int MOST_ROWS_SHOWN = 6;
    private static final int MOST_LETTERS = 110;
    private static final int SIZE_COLUMN = 2;

    /**
     * A row of the table.
     *
     * @param backup which
     * @param reason why, in words
     */
    record Row(Backup backup, String reason) {}

    PlanTable(String name, List<Row> rows, Phrases phrases) {
        super(new DefaultTableModel(cells(rows, phrases), headings(phrases.texts())) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(int row, int column) {
                return false;
            }
        });
        setName(name);
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        getTableHeader().setReorderingAllowed(false);
        ColumnWidths.alignHeadings(this);
        getColumnModel().getColumn(SIZE_COLUMN).setCellRenderer(new SizeCell());
        sizeColumns();
    }

    private static Object[] headings(Texts texts) {
        return new Object[] {
            texts.text("column.CREATED"),
            texts.text("column.KIND"),
            texts.text("column.SIZE"),
            texts.text("column.STATE"),
            texts.text("cleanup.reason")
        };
    }

    private static Object[][] cells(List<Row> rows, Phrases phrases) {
        return rows.stream()
                .map(row -> new Object[] {
                    phrases.age(row.backup().createdAt()),
                    phrases.kind(row.backup()),
                    phrases.size(row.backup().sizeBytes()),
                    phrases.state(row.backup()),
                    row.reason()
                })
                .toArray(Object[][]::new);
    }

    private void sizeColumns() {
        int all = 2 * getFontMetrics(getFont()).charWidth('n');
        for (int column = 0; column < getColumnCount(); column++) {
            int width = ColumnWidths.wanted(this, column);
            ColumnWidths.set(this, column, width);
            all += width;
        }
        int most = MOST_LETTERS * getFontMetrics(getFont()).charWidth('n');
        int shownRows = Math.max(1, Math.min(getRowCount(), MOST_ROWS_SHOWN));
        setPreferredScrollableViewportSize(new Dimension(Math.min(all, most), shownRows * getRowHeight()));
    }

    /** Where the columns do not fit, the table scrolls sideways. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getPreferredSize().width <= getParent().getWidth();
    }

    /** Sizes end below each other, with some room to what follows. */
    private static final class SizeCell extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, value, selected, focused, row, column);
            int room = getFontMetrics(getFont()).charWidth('n');
            setHorizontalAlignment(TRAILING);
            setBorder(BorderFactory.createCompoundBorder(getBorder(), BorderFactory.createEmptyBorder(0, 0, 0, room)));
            return this;
        }
    }
}
