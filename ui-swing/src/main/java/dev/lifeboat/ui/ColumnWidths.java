package dev.lifeboat.ui;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellRenderer;

/** Makes the columns of a table as wide as what is in them. */
final class ColumnWidths {
    private static final int MEASURED_ROWS = 200;

    private ColumnWidths() {}

    /** The width that heading and cells want, with some room between columns. */
    static int wanted(JTable table, int column) {
        TableCellRenderer headings = table.getTableHeader().getDefaultRenderer();
        Object heading = table.getColumnModel().getColumn(column).getHeaderValue();
        Component header = headings.getTableCellRendererComponent(table, heading, false, false, -1, column);
        int width = header.getPreferredSize().width;
        for (int row = 0; row < Math.min(table.getRowCount(), MEASURED_ROWS); row++) {
            Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
            width = Math.max(width, cell.getPreferredSize().width);
        }
        return width + table.getFontMetrics(table.getFont()).charWidth('n');
    }

    /** Sets it. */
    static void set(JTable table, int column, int width) {
        if (table.getColumnModel().getColumn(column).getPreferredWidth() != width) {
            table.getColumnModel().getColumn(column).setPreferredWidth(width);
        }
    }

    /** Headings begin where the cells do. */
    static void alignHeadings(JTable table) {
        if (table.getTableHeader().getDefaultRenderer() instanceof JLabel headings) {
            headings.setHorizontalAlignment(SwingConstants.LEADING);
        }
    }
}
