package dev.lifeboat.ui;

import dev.lifeboat.backup.ByteSize;
import dev.lifeboat.backup.SchemaVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.swing.JTable;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;

/**
 * Shows backups, newest first until a person sorts by another column (FR-010). Times are local, in the language's own
 * form.
 *
 * <p>Its name is {@code backups}.
 */
public final class BackupTable extends JTable {
    private static final long serialVersionUID = 1L;

    private static final Comparator<SchemaVersion> BY_VERSION = Comparator.comparing(SchemaVersion::source)
            .thenComparing((a, b) -> Boolean.compare(a.isNewerThan(b), b.isNewerThan(a)));

    /** A table of what the model holds; it follows the model's changes. */
    public BackupTable(BackupTableModel model) {
        super(model);
        Locale locale = model.locale();
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault());
        setName("backups");
        setDefaultRenderer(Instant.class, renderer(Instant.class, SwingConstants.LEADING, time::format));
        setDefaultRenderer(
                Long.class, renderer(Long.class, SwingConstants.TRAILING, bytes -> new ByteSize(bytes).in(locale)));

        TableRowSorter<BackupTableModel> sorter = new TableRowSorter<>(model);
        sorter.setComparator(BackupTableModel.Column.SCHEMA_VERSION.ordinal(), BY_VERSION);
        sorter.setSortKeys(List.of(new SortKey(BackupTableModel.Column.CREATED.ordinal(), SortOrder.DESCENDING)));
        setRowSorter(sorter);
    }

    private static <T> DefaultTableCellRenderer renderer(Class<T> type, int alignment, Function<T, String> text) {
        DefaultTableCellRenderer renderer = new DefaultTableCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void setValue(Object value) {
                setText(text.apply(type.cast(value)));
            }
        };
        renderer.setHorizontalAlignment(alignment);
        return renderer;
    }
}
