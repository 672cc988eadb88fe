package dev.lifeboat.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupList;
import dev.lifeboat.backup.BackupState;
import dev.lifeboat.ui.BackupTableModel.Column;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JLabel;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupCellTest {
    /** What people need to tell a drawing from what is behind it: WCAG 2.1, criterion 1.4.11. */
    private static final double ENOUGH = 3;

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LookAndFeel before = UIManager.getLookAndFeel();

    @AfterEach
    void undoTheme() throws Exception {
        UIManager.setLookAndFeel(before);
    }

    @ParameterizedTest
    @MethodSource("everyStateInEveryTheme")
    void theStateOfASelectedBackupStandsOut(BackupState state, LookAndFeel theme) throws Exception {
        UIManager.setLookAndFeel(theme);
        JLabel cell = selected(state);

        double clearest = pixels(drawingIn(cell))
                .mapToDouble(pixel -> contrast(new Color(pixel), cell.getBackground()))
                .max()
                .orElseThrow();

        assertThat(clearest).isGreaterThan(ENOUGH);
    }

    @ParameterizedTest
    @MethodSource("everyTheme")
    void theCrossOfASelectedDamagedBackupStandsOutFromItsSign(LookAndFeel theme) throws Exception {
        UIManager.setLookAndFeel(theme);

        BufferedImage drawing = drawingIn(selected(BackupState.DAMAGED));

        int middle = drawing.getWidth() / 2;
        Color cross = new Color(drawing.getRGB(middle, middle));
        Color sign = new Color(drawing.getRGB(middle, middle / 3));
        assertThat(contrast(cross, sign)).isGreaterThan(ENOUGH);
    }

    static Stream<Arguments> everyStateInEveryTheme() {
        return Arrays.stream(BackupState.values())
                .flatMap(state -> everyTheme().map(theme -> Arguments.of(state, theme)));
    }

    static Stream<LookAndFeel> everyTheme() {
        return Stream.of(new FlatLightLaf(), new FlatDarkLaf());
    }

    private static JLabel selected(BackupState state) {
        Texts texts = new Texts(Locale.ENGLISH);
        BackupTableModel model = new BackupTableModel(
                texts, () -> new Phrases(texts, Clock.fixed(NOON, ZoneOffset.UTC)), (backup, note) -> {});
        Backup backup =
                new Backup("a.db", Path.of("a.db"), 7, NOON, Optional.empty(), state, Optional.empty(), List.of());
        model.show(new BackupList(List.of(backup), Optional.empty(), List.of()));
        BackupTable table = new BackupTable(model, () -> Backup.DEFAULT_MAX_AGE);
        int column = Column.STATE.ordinal();
        return (JLabel)
                table.getCellRenderer(0, column).getTableCellRendererComponent(table, backup, true, false, 0, column);
    }

    private static BufferedImage drawingIn(JLabel cell) {
        int width = cell.getIcon().getIconWidth();
        int height = cell.getIcon().getIconHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(cell.getBackground());
        canvas.fillRect(0, 0, width, height);
        cell.getIcon().paintIcon(cell, canvas, 0, 0);
        canvas.dispose();
        return image;
    }

    private static IntStream pixels(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    /** By WCAG 2.1: 1 for the same colour, 21 for black and white. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
