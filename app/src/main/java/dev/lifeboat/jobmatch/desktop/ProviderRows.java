package dev.lifeboat.jobmatch.desktop;

import dev.lifeboat.backup.InstalledProvider;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

/** Providers with their version and where they come from. */
final class ProviderRows extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("id", "description", "version", "origin");
    private static final int LEAST_ROWS = 3;

    private final transient Texts texts;
    private final transient List<List<String>> rows = new ArrayList<>();

    ProviderRows(Texts texts) {
        this.texts = texts;
    }

    void show(List<InstalledProvider> providers) {
        rows.clear();
        for (InstalledProvider provider : providers) {
            rows.add(List.of(
                    provider.id(),
                    provider.provider().description(),
                    provider.version().orElse("–"),
                    provider.plugin().map(Path::toString).orElse(texts.of("providers.built-in"))));
        }
        fireTableDataChanged();
    }

    /** Makes the columns as wide as what is in them. */
    void fit(JTable table) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            int widest = table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, getColumnName(column), false, false, -1, column)
                    .getPreferredSize()
                    .width;
            for (int row = 0; row < rows.size(); row++) {
                widest = Math.max(
                        widest,
                        table.prepareRenderer(table.getCellRenderer(row, column), row, column)
                                .getPreferredSize()
                                .width);
            }
            int gap = table.getFontMetrics(table.getFont()).charWidth('0');
            table.getColumnModel().getColumn(column).setPreferredWidth(widest + gap);
        }
        table.setPreferredScrollableViewportSize(
                new Dimension(0, table.getRowHeight() * Math.max(LEAST_ROWS, rows.size())));
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.of("providers.column." + COLUMNS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row).get(column);
    }
}
