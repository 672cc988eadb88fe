package dev.lifeboat.jobmatch.window.offers;

import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.RenderingHints;
import java.util.OptionalInt;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;

/** A score as a number with a bar before it. */
final class ScoreRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private transient OptionalInt score = OptionalInt.empty();
    private boolean selected;

    ScoreRenderer(Texts texts) {
        this.texts = texts;
        setHorizontalAlignment(SwingConstants.TRAILING);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        super.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
        OfferRow offer = (OfferRow) value;
        score = offer.offer().score();
        selected = isSelected && table.isFocusOwner();
        setText(OfferColumn.SCORE.text(offer.offer(), texts));
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (score.isEmpty()) {
            return;
        }
        Graphics2D bar = (Graphics2D) graphics.create();
        bar.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Insets insets = getInsets();
        int letter = getFontMetrics(getFont()).charWidth('0');
        int height = getFontMetrics(getFont()).getAscent() / 2;
        int width = getWidth() - insets.left - insets.right - 4 * letter;
        int y = (getHeight() - height) / 2;
        Color filled = selected ? getForeground() : UIManager.getColor("ProgressBar.foreground");
        bar.setColor(UIManager.getColor("ProgressBar.background"));
        if (!selected) {
            bar.fillRoundRect(insets.left, y, width, height, height, height);
        }
        bar.setColor(filled);
        if (selected) {
            bar.drawRoundRect(insets.left, y, width - 1, height - 1, height, height);
        }
        bar.fillRoundRect(insets.left, y, Math.max(height, width * score.getAsInt() / 100), height, height, height);
        bar.dispose();
    }
}
