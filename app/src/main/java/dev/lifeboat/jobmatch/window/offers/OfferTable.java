package dev.lifeboat.jobmatch.window.offers;

import com.formdev.flatlaf.util.UIScale;
import dev.lifeboat.jobmatch.jobs.OfferSummary;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;

/** The table of offers. Keeps the selection when rows come and go. Used on the event dispatch thread. */
final class OfferTable {
    private final Texts texts;
    private final OfferTableModel model;
    private final JTable table;

    OfferTable(Texts texts) {
        this.texts = texts;
        this.model = new OfferTableModel(texts);
        this.table = new JTable(model);
        table.setName("offers");
        table.getAccessibleContext().setAccessibleName(texts.text("offers.table"));
        table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        Dialogs.behaveAsList(table);
        TableRowSorter<OfferTableModel> sorter = new TableRowSorter<>(model);
        for (OfferColumn column : OfferColumn.values()) {
            TableColumn shown = table.getColumnModel().getColumn(column.ordinal());
            shown.setCellRenderer(column == OfferColumn.SCORE ? new ScoreRenderer(texts) : new TextRenderer(column));
            size(column, shown);
            sorter.setComparator(column.ordinal(), column.order());
        }
        table.setRowSorter(sorter);
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                selectUnder(event);
            }
        });
    }

    JTable component() {
        return table;
    }

    /** Shows these rows, keeps what is selected of them, and selects the first one if nothing is left of it. */
    void show(List<OfferRow> rows) {
        Set<Long> before = selected().stream().map(OfferSummary::id).collect(Collectors.toSet());
        ListSelectionModel selection = table.getSelectionModel();
        selection.setValueIsAdjusting(true);
        model.show(rows);
        selection.clearSelection();
        for (int row = 0; row < table.getRowCount(); row++) {
            if (before.contains(offer(row).id())) {
                selection.addSelectionInterval(row, row);
            }
        }
        if (selection.isSelectionEmpty() && table.getRowCount() > 0) {
            selection.setSelectionInterval(0, 0);
            table.scrollRectToVisible(table.getCellRect(0, 0, true));
        }
        selection.setValueIsAdjusting(false);
    }

    /** Selects this offer alone, and scrolls to it; does nothing if it is not shown. */
    void select(long id) {
        for (int row = 0; row < table.getRowCount(); row++) {
            if (offer(row).id() == id) {
                table.setRowSelectionInterval(row, row);
                table.scrollRectToVisible(table.getCellRect(row, 0, true));
                return;
            }
        }
    }

    /** The selected offers as they are shown, from above. */
    List<OfferSummary> selected() {
        return Arrays.stream(table.getSelectedRows()).mapToObj(this::offer).toList();
    }

    /** The selected rows as text, with a heading, as spreadsheets take it. */
    String copied() {
        StringBuilder lines = new StringBuilder(line(column -> column.heading(texts)));
        selected().forEach(offer -> lines.append(line(column -> column.text(offer, texts))));
        return lines.toString();
    }

    /** How wide the columns are, whatever the scale of the screen. */
    Map<String, Integer> widths() {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (OfferColumn column : OfferColumn.values()) {
            int width = table.getColumnModel().getColumn(column.ordinal()).getWidth();
            widths.put(column.name(), UIScale.unscale(width));
        }
        return widths;
    }

    /** Makes the columns so wide; those that are not named stay. */
    void widen(Map<String, Integer> widths) {
        for (OfferColumn column : OfferColumn.values()) {
            if (widths.getOrDefault(column.name(), 0) > 0) {
                TableColumn shown = table.getColumnModel().getColumn(column.ordinal());
                shown.setPreferredWidth(UIScale.scale(widths.get(column.name())));
            }
        }
    }

    private void size(OfferColumn column, TableColumn shown) {
        FontMetrics letters = table.getFontMetrics(table.getFont());
        int room = 2 * letters.charWidth('n');
        int width = room
                + column.samples(texts).mapToInt(letters::stringWidth).max().orElse(0);
        shown.setPreferredWidth(width);
        shown.setMinWidth(column.isNeededInFull() ? width : letters.charWidth('n') * 6);
    }

    private static String line(Function<OfferColumn, String> cell) {
        return Arrays.stream(OfferColumn.values()).map(cell).collect(Collectors.joining("\t")) + "\n";
    }

    private OfferSummary offer(int viewRow) {
        return model.row(table.convertRowIndexToModel(viewRow)).offer();
    }

    private void selectUnder(MouseEvent event) {
        int row = table.rowAtPoint(event.getPoint());
        if (SwingUtilities.isRightMouseButton(event) && row >= 0 && !table.isRowSelected(row)) {
            table.setRowSelectionInterval(row, row);
        }
    }

    private final class TextRenderer extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        private final OfferColumn column;

        TextRenderer(OfferColumn column) {
            this.column = column;
        }

        @Override
        public Component getTableCellRendererComponent(
                JTable owner, Object value, boolean isSelected, boolean hasFocus, int row, int index) {
            super.getTableCellRendererComponent(owner, value, isSelected, hasFocus, row, index);
            String text = column.text(((OfferRow) value).offer(), texts);
            setText(text);
            boolean cut = getPreferredSize().width
                    > owner.getColumnModel().getColumn(index).getWidth();
            setToolTipText(cut ? text : null);
            return this;
        }
    }
}
