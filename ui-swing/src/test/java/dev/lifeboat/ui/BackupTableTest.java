package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupMetadata;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.backup.SchemaVersion;
import dev.lifeboat.ui.BackupTableModel.Column;
import java.awt.Component;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.swing.JLabel;
import javax.swing.event.TableModelEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackupTableTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final TimeZone zone = TimeZone.getDefault();

    @BeforeEach
    void useGermanTime() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void putZoneBack() {
        TimeZone.setDefault(zone);
    }

    @Nested
    class Model {
        @Test
        void aRowSaysEverythingAboutABackup() {
            BackupTableModel model =
                    model(Locale.GERMANY, backup("a", NOON, BackupKind.PRE_MIGRATION, 15_300_000, "1.10"));

            assertThat(IntStream.range(0, model.getColumnCount()).mapToObj(model::getColumnName))
                    .containsExactly("Erstellt", "Art", "Größe", "Schema", "Zustand", "Notiz");
            assertThat(row(model, 0))
                    .containsExactly(NOON, "Vor Aktualisierung", 15_300_000L, flyway("1.10"), "Geprüft", "note of a");
        }

        @Test
        void aForeignFileIsShownAsWhatItIs() {
            BackupTableModel model = model(Locale.ENGLISH, foreign("holiday.db"));

            assertThat(row(model, 0)).containsExactly(NOON, "", 7L, null, "Not a backup of this data", "");
        }

        @Test
        void everyValueIsOfItsColumnsType() {
            BackupTableModel model = model(Locale.ENGLISH, backup("a", NOON, BackupKind.MANUAL, 1, "1"));

            for (int column = 0; column < model.getColumnCount(); column++) {
                assertThat(model.getValueAt(0, column)).isInstanceOf(model.getColumnClass(column));
            }
        }

        @Test
        void showingAnotherListReplacesTheRowsAndTellsTheTable() {
            BackupTableModel model = model(Locale.ENGLISH, foreign("a"), foreign("b"));
            boolean[] told = new boolean[1];
            model.addTableModelListener(event ->
                    told[0] = event.getLastRow() == Integer.MAX_VALUE && event.getType() == TableModelEvent.UPDATE);

            model.show(new BackupList(List.of(foreign("c")), Optional.empty(), List.of()));

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
        private final BackupTable table = new BackupTable(model(Locale.US, oldest, newest, middle));

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
            BackupTable withGaps = new BackupTable(model(Locale.US, oldest, foreign("x"), newest, foreign("y")));

            for (Column column : Column.values()) {
                withGaps.getRowSorter().toggleSortOrder(column.ordinal());
                assertThat(withGaps.getRowCount()).isEqualTo(4);
            }
        }

        @Test
        void timeAndSizeReadAsPeopleWriteThem() {
            BackupTable german =
                    new BackupTable(model(Locale.GERMANY, backup("a", NOON, BackupKind.MANUAL, 15_300_000, "1")));

            assertThat(shown(german, Column.CREATED)).isEqualTo("22.11.2026, 13:00:00");
            assertThat(shown(german, Column.SIZE)).isEqualTo("15,3 MB");
            assertThat(shown(german, Column.SCHEMA_VERSION)).isEqualTo("1");
        }

        private List<String> names() {
            BackupTableModel model = (BackupTableModel) table.getModel();
            return IntStream.range(0, table.getRowCount())
                    .map(table::convertRowIndexToModel)
                    .mapToObj(row -> model.backup(row).name())
                    .toList();
        }

        private static String shown(BackupTable table, Column column) {
            Component cell = table.prepareRenderer(table.getCellRenderer(0, column.ordinal()), 0, column.ordinal());
            return ((JLabel) cell).getText();
        }
    }

    private static List<Object> row(BackupTableModel model, int row) {
        return Arrays.stream(Column.values())
                .map(column -> model.getValueAt(row, column.ordinal()))
                .toList();
    }

    private static BackupTableModel model(Locale locale, Backup... backups) {
        BackupTableModel model = new BackupTableModel(locale);
        model.show(new BackupList(List.of(backups), Optional.empty(), List.of()));
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
