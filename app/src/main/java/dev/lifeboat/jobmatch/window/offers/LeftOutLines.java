package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.jobs.csv.ImportReport;
import dev.lifeboat.jobmatch.jobs.csv.Rejection;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

/** Lines that an import left out, with the reason of each. */
final class LeftOutLines extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("line", "column", "reason");

    private final transient Texts texts;
    private final transient List<Rejection> lines;

    LeftOutLines(Texts texts, ImportReport report) {
        this.texts = texts;
        this.lines = Stream.concat(report.rejections().stream(), report.duplicates().stream())
                .sorted(Comparator.comparingLong(Rejection::line))
                .toList();
    }

    /** All of them as lines of text, columns apart by tabulators. */
    String asText() {
        return lines.stream()
                .map(line -> line.line() + "\t" + line.column() + "\t" + texts.of(line.reason()) + "\n")
                .collect(Collectors.joining());
    }

    /** Makes columns as wide as what is in them, and the table as high as its rows, up to a number. */
    void fit(JTable table, int most) {
        int width = 0;
        for (int column = 0; column < getColumnCount(); column++) {
            int widest = table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, getColumnName(column), false, false, -1, column)
                    .getPreferredSize()
                    .width;
            for (int row = 0; row < Math.min(getRowCount(), 200); row++) {
                widest = Math.max(
                        widest,
                        table.prepareRenderer(table.getCellRenderer(row, column), row, column)
                                .getPreferredSize()
                                .width);
            }
            int room = widest + 2 * table.getFontMetrics(table.getFont()).charWidth('0');
            table.getColumnModel().getColumn(column).setPreferredWidth(room);
            width += room;
        }
        table.setPreferredScrollableViewportSize(
                new Dimension(width, table.getRowHeight() * Math.min(most, Math.max(3, getRowCount()))));
    }

    @Override
    public int getRowCount() {
        return lines.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.text("report.column." + COLUMNS.get(column));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == 0 ? Long.class : String.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Rejection line = lines.get(row);
        return switch (column) {
            case 0 -> line.line();
            case 1 -> line.column();
            default -> texts.of(line.reason());
        };
    }
}
