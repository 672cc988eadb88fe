package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.ui.BackupTableModel.Column;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.event.TableModelEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackupTableTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @Nested
    class Model {
        @Test
        void aRowSaysEverythingAboutABackup() {
            BackupTableModel model =
                    model(Locale.GERMANY, backup("a", NOON, BackupKind.PRE_MIGRATION, 15_300_000, "1.10"));

            assertThat(IntStream.range(0, model.getColumnCount()).mapToObj(model::getColumnName))
                    .containsExactly("Erstellt", "Art", "Größe", "Schema", "Zustand", "Notiz");
            assertThat(row(model, 0))
                    .containsExactly(
                            NOON, "Vor Aktualisierung", 15_300_000L, flyway("1.10"), model.backup(0), "note of a");
        }

        @Test
        void aForeignFileIsShownAsWhatItIs() {
            BackupTableModel model = model(Locale.ENGLISH, foreign("holiday.db"));

            assertThat(row(model, 0)).containsExactly(NOON, "–", 7L, null, model.backup(0), "");
            assertThat(shown(table(model), Column.STATE)).isEqualTo("Foreign file");
        }

        @Test
        void everyValueIsOfItsColumnsType() {
            BackupTableModel model = model(Locale.ENGLISH, backup("a", NOON, BackupKind.MANUAL, 1, "1"));

            for (int column = 0; column < model.getColumnCount(); column++) {
                assertThat(model.getValueAt(0, column)).isInstanceOf(model.getColumnClass(column));
            }
        }

        @Test
        void aNoteCanBeEditedWhereThereIsARecordOnly() {
            BackupTableModel model =
                    model(Locale.ENGLISH, backup("a", NOON, BackupKind.MANUAL, 1, "1"), foreign("holiday.db"));

            assertThat(model.isCellEditable(0, Column.NOTE.ordinal())).isTrue();
            assertThat(model.isCellEditable(0, Column.KIND.ordinal())).isFalse();
            assertThat(model.isCellEditable(1, Column.NOTE.ordinal())).isFalse();
        }

        @Test
        void onlyAChangedNoteIsWrittenDown() {
            List<String> written = new ArrayList<>();
            BackupTableModel model = new BackupTableModel(
                    new Texts(Locale.ENGLISH),
                    () -> phrases(Locale.ENGLISH),
                    (backup, note) -> written.add(backup.name() + ": " + note));
            model.show(list(backup("a", NOON, BackupKind.MANUAL, 1, "1")));

            model.setValueAt("note of a", 0, Column.NOTE.ordinal());
            model.setValueAt(" before the move ", 0, Column.NOTE.ordinal());

            assertThat(written).containsExactly("a: before the move");
        }

        @Test
        void showingAnotherListReplacesTheRowsAndTellsTheTable() {
            BackupTableModel model = model(Locale.ENGLISH, foreign("a"), foreign("b"));
            boolean[] told = new boolean[1];
            model.addTableModelListener(event ->
                    told[0] = event.getLastRow() == Integer.MAX_VALUE && event.getType() == TableModelEvent.UPDATE);

            model.show(list(foreign("c")));

            assertThat(told[0]).isTrue();
            assertThat(model.getRowCount()).isEqualTo(1);
            assertThat(model.backup(0).name()).isEqualTo("c");
        }
    }

    @Nested
    class Table {
        private final Backup oldest = backup("oldest", NOON.minusSeconds(60), BackupKind.SAFETY, 2_000, "1.9");
        private final Backup newest = backup("newest", NOON.plusSeconds(60), BackupKind.MANUAL, 10_000, "1.10");
        private final Backup middle = backup("middle", NOON, BackupKind.AUTOMATIC, 900, "1.2");
        private final BackupTable table = table(model(Locale.US, oldest, newest, middle));

        @Test
        void theNewestComesFirst() {
            assertThat(names()).containsExactly("newest", "middle", "oldest");
        }

        @Test
        void sizesSortAsNumbers() {
            table.getRowSorter().toggleSortOrder(Column.SIZE.ordinal());

            assertThat(names()).containsExactly("middle", "oldest", "newest");
        }

        @Test
        void schemaVersionsSortAsVersions() {
            table.getRowSorter().toggleSortOrder(Column.SCHEMA_VERSION.ordinal());

            assertThat(names()).containsExactly("middle", "oldest", "newest");
        }

        @Test
        void everyColumnSortsWithGapsInIt() {
            BackupTable withGaps = table(model(Locale.US, oldest, foreign("x"), newest, foreign("y")));

            for (Column column : Column.values()) {
                withGaps.getRowSorter().toggleSortOrder(column.ordinal());
                assertThat(withGaps.getRowCount()).isEqualTo(4);
            }
        }

        @Test
        void statesSortByTrustAndNotByWord() {
            BackupTable mixed = table(model(Locale.US, foreign("x"), oldest, newest));

            mixed.getRowSorter().toggleSortOrder(Column.STATE.ordinal());

            assertThat(mixed.backupAt(0).name()).isEqualTo("newest");
            assertThat(mixed.backupAt(2).name()).isEqualTo("x");
        }

        @Test
        void ageSizeAndStateReadAsPeopleWriteThem() {
            BackupTable german = table(model(Locale.GERMANY, backup("a", NOON, BackupKind.MANUAL, 15_300_000, "1")));

            assertThat(shown(german, Column.CREATED)).isEqualTo("vor 3 Stunden");
            assertThat(shown(german, Column.SIZE)).isEqualTo("15,3 MB");
            assertThat(shown(german, Column.SCHEMA_VERSION)).isEqualTo("1");
            assertThat(shown(german, Column.STATE)).isEqualTo("Geprüft, 22. Nov.");
        }

        @Test
        void theExactTimeIsInTheTooltipAndReadOut() {
            JLabel created = cell(table(model(Locale.GERMANY, newest)), Column.CREATED);

            assertThat(created.getToolTipText()).isEqualTo("22.11.2026, 13:01:00");
            assertThat(created.getAccessibleContext().getAccessibleName())
                    .isEqualTo("vor 2 Stunden, 22.11.2026, 13:01:00");
        }

        @Test
        void anOldOneIsMarkedByWordAndStyle() {
            Instant exactlyThirtyDays = NOW.minus(Duration.ofDays(30));
            BackupTable two = table(model(
                    Locale.US,
                    backup("kept", exactlyThirtyDays, BackupKind.MANUAL, 1, "1"),
                    backup("old", exactlyThirtyDays.minusSeconds(1), BackupKind.MANUAL, 1, "1")));
            JLabel young = cell(two, Column.KIND);
            boolean youngIsSlanted = young.getFont().isItalic();
            String youngText = young.getText();
            JLabel old = (JLabel) two.prepareRenderer(two.getCellRenderer(1, 1), 1, 1);

            assertThat(youngText).isEqualTo("Manual");
            assertThat(youngIsSlanted).isFalse();
            assertThat(old.getText()).isEqualTo("Manual · old");
            assertThat(old.getFont().isItalic()).isTrue();
        }

        @Test
        void anotherListLeavesTheSelectionAlone() {
            table.select("middle");

            table.show(list(foreign("new one"), oldest, middle));

            assertThat(table.selected()).containsExactly(middle);
        }

        @Test
        void anotherListWaitsUntilTheNoteIsWritten() {
            table.select("middle");
            table.editNote();
            table.show(list(middle));
            int whileEditing = table.getRowCount();

            table.getCellEditor().cancelCellEditing();

            assertThat(whileEditing).isEqualTo(3);
            assertThat(table.getRowCount()).isEqualTo(1);
        }

        private List<String> names() {
            BackupTableModel model = (BackupTableModel) table.getModel();
            return IntStream.range(0, table.getRowCount())
                    .map(table::convertRowIndexToModel)
                    .mapToObj(row -> model.backup(row).name())
                    .toList();
        }
    }

    private static String shown(BackupTable table, Column column) {
        return cell(table, column).getText();
    }

    private static JLabel cell(BackupTable table, Column column) {
        return (JLabel) table.prepareRenderer(table.getCellRenderer(0, column.ordinal()), 0, column.ordinal());
    }

    private static BackupTable table(BackupTableModel model) {
        return new BackupTable(model, () -> Backup.DEFAULT_MAX_AGE);
    }

    private static Phrases phrases(Locale locale) {
        return new Phrases(new Texts(locale), Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));
    }

    private static BackupList list(Backup... backups) {
        return new BackupList(List.of(backups), Optional.empty(), List.of());
    }

    private static List<Object> row(BackupTableModel model, int row) {
        return Arrays.stream(Column.values())
                .map(column -> model.getValueAt(row, column.ordinal()))
                .toList();
    }

    private static BackupTableModel model(Locale locale, Backup... backups) {
        BackupTableModel model = new BackupTableModel(new Texts(locale), () -> phrases(locale), (backup, note) -> {});
        model.show(list(backups));
        return model;
    }

    private static Backup backup(String name, Instant createdAt, BackupKind kind, long size, String version) {
        BackupMetadata metadata = new BackupMetadata(
                name,
                "application.db",
                createdAt,
                kind,
                "test",
                Optional.of(flyway(version)),
                size,
                "0".repeat(64),
                "1.0",
                Map.of(),
                Optional.of(createdAt),
                "note of " + name,
                List.of(),
                List.of());
        return new Backup(
                name,
                Path.of(name),
                size,
                createdAt,
                Optional.of(kind),
                BackupState.VERIFIED,
                Optional.of(metadata),
                List.of());
    }

    private static Backup foreign(String name) {
        return new Backup(
                name, Path.of(name), 7, NOON, Optional.empty(), BackupState.FOREIGN, Optional.empty(), List.of());
    }

    private static SchemaVersion flyway(String version) {
        return new SchemaVersion(version, "flyway");
    }
}
