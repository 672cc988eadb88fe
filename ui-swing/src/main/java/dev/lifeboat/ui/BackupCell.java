package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.ui.BackupTableModel.Column;
import java.awt.Component;
import java.awt.Font;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows one cell of a backup's row. Old ones are slanted and say so; exact times are in tooltips and read out. */
final class BackupCell extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Phrases> words;
    private transient Phrases phrases;
    private final transient Supplier<Duration> maxAge;
    private final transient Map<BackupState, Icon> icons = new EnumMap<>(BackupState.class);
    private final transient Map<BackupState, Icon> iconsOnSelection = new EnumMap<>(BackupState.class);

    BackupCell(Supplier<Phrases> words, Supplier<Duration> maxAge) {
        this.words = words;
        phrases = words.get();
        this.maxAge = maxAge;
        for (BackupState state : BackupState.values()) {
            Icons drawing = Icons.valueOf(state.name());
            icons.put(state, drawing.icon());
            iconsOnSelection.put(state, drawing.onSelection());
        }
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, focused, row, column);
        Backup backup = ((BackupTable) table).backupAt(row);
        Column shown = BackupTableModel.COLUMNS.get(table.convertColumnIndexToModel(column));
        phrases = words.get();
        String text = text(backup, shown);
        String exact = exact(backup, shown);
        setText(text);
        setIcon(shown == Column.STATE ? (selected ? iconsOnSelection : icons).get(backup.state()) : null);
        setHorizontalAlignment(alignment(shown));
        setToolTipText(exact.isEmpty() ? null : exact);
        getAccessibleContext().setAccessibleName(exact.isEmpty() || exact.equals(text) ? text : text + ", " + exact);
        if (isOld(backup)) {
            setFont(getFont().deriveFont(Font.ITALIC));
        }
        return this;
    }

    private static int alignment(Column column) {
        return switch (column) {
            case SIZE -> SwingConstants.TRAILING;
            case SCHEMA_VERSION -> SwingConstants.CENTER;
            case CREATED, KIND, STATE, NOTE -> SwingConstants.LEADING;
        };
    }

    private String text(Backup backup, Column column) {
        return switch (column) {
            case CREATED -> phrases.age(backup.createdAt());
            case KIND -> isOld(backup) ? phrases.texts().text("kind.old", phrases.kind(backup)) : phrases.kind(backup);
            case SIZE -> phrases.size(backup.sizeBytes());
            case SCHEMA_VERSION -> phrases.schema(backup);
            case STATE -> phrases.state(backup);
            case NOTE -> backup.note();
        };
    }

    /** What the short text leaves out. */
    private String exact(Backup backup, Column column) {
        return switch (column) {
            case CREATED -> phrases.time(backup.createdAt());
            case KIND ->
                isOld(backup)
                        ? phrases.texts()
                                .text("kind.old.description", maxAge.get().toDays())
                        : "";
            case STATE -> trust(backup);
            case NOTE -> backup.note();
            case SIZE, SCHEMA_VERSION -> "";
        };
    }

    private String trust(Backup backup) {
        Optional<Instant> verified = backup.verifiedAt();
        return verified.map(at -> phrases.texts().text("state.VERIFIED.at", phrases.time(at)))
                .orElseGet(() -> backup.remarks().stream()
                        .map(remark -> remark.in(phrases.texts().locale()))
                        .collect(Collectors.joining(" ")));
    }

    private boolean isOld(Backup backup) {
        return backup.state() != BackupState.FOREIGN && backup.isOlderThan(maxAge.get(), phrases.now());
    }
}
