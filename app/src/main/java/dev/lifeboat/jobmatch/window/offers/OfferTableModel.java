package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.window.parts.Texts;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** Offers as rows. Every cell of a row holds the whole {@link OfferRow}; the column knows what to show of it. */
final class OfferTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private static final List<OfferColumn> COLUMNS = List.of(OfferColumn.values());

    private final transient Texts texts;
    private transient List<OfferRow> rows = List.of();

    OfferTableModel(Texts texts) {
        this.texts = texts;
    }

    /** Replaces all rows. Rows of the same offers in the same order are changed in place. */
    void show(List<OfferRow> newRows) {
        boolean sameOffers = rows.stream()
                .map(OfferRow::id)
                .toList()
                .equals(newRows.stream().map(OfferRow::id).toList());
        rows = newRows;
        if (!sameOffers) {
            fireTableDataChanged();
        } else if (!rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1);
        }
    }

    OfferRow row(int index) {
        return rows.get(index);
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
        return COLUMNS.get(column).heading(texts);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return OfferRow.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row);
    }
}
