package dev.lifeboat.ui;

import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * Draws the marks of a timeline so that kinds differ in form, not only in tint: manual ones are full bars, automatic
 * ones outlines, those before an update have a pointed roof, those before a restore are hatched, foreign files are
 * dashed. The colours are the look and feel's.
 */
final class MarkPainter {
    private final Graphics2D canvas;
    private final JComponent component;
    private final float thin;

    MarkPainter(Graphics2D canvas, JComponent component) {
        this.canvas = canvas;
        this.component = component;
        thin = Math.max(1, component.getFont().getSize() / 11f);
        canvas.setFont(component.getFont());
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    void axis(int y, int width) {
        canvas.setStroke(new BasicStroke(thin));
        canvas.setColor(colour("Separator.foreground"));
        canvas.drawLine(0, y, width, y);
    }

    void label(String text, int x, int y) {
        canvas.setColor(component.getForeground());
        canvas.drawString(text, x, y);
    }

    /** A small mark of a kind, to explain it. */
    void sample(BackupKind kind, Rectangle bounds) {
        canvas.setStroke(new BasicStroke(thin));
        canvas.setColor(tint(kind));
        paintKind(kind, bounds);
    }

    void paint(TimelineMarks.Mark mark, boolean selected) {
        Backup backup = mark.backup();
        Rectangle bounds = mark.bounds();
        if (selected) {
            canvas.setColor(colour("Table.selectionBackground"));
            canvas.fillRect(bounds.x - 2, 0, bounds.width + 4, bounds.y + bounds.height);
        }
        canvas.setStroke(new BasicStroke(thin));
        canvas.setColor(selected ? colour("Table.selectionForeground") : tint(backup));
        if (backup.state() == BackupState.FOREIGN) {
            float dash = 2 * thin;
            canvas.setStroke(
                    new BasicStroke(thin, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {dash}, 0));
            canvas.draw(inside(bounds));
        } else {
            paintKind(backup.kind().orElse(BackupKind.MANUAL), bounds);
        }
        if (backup.state() == BackupState.DAMAGED) {
            cross(bounds);
        }
    }

    private void paintKind(BackupKind kind, Rectangle bounds) {
        switch (kind) {
            case MANUAL -> canvas.fill(inside(bounds));
            case AUTOMATIC -> canvas.draw(inside(bounds));
            case PRE_MIGRATION -> canvas.fill(roofed(bounds));
            case SAFETY -> hatch(bounds);
        }
    }

    private static Shape inside(Rectangle bounds) {
        return new Rectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
    }

    private static Shape roofed(Rectangle bounds) {
        int right = bounds.x + bounds.width - 1;
        int bottom = bounds.y + bounds.height - 1;
        int eaves = Math.min(bottom, bounds.y + bounds.width);
        Polygon house = new Polygon();
        house.addPoint(bounds.x, bottom);
        house.addPoint(bounds.x, eaves);
        house.addPoint(bounds.x + bounds.width / 2, bounds.y);
        house.addPoint(right, eaves);
        house.addPoint(right, bottom);
        return house;
    }

    private void hatch(Rectangle bounds) {
        canvas.draw(inside(bounds));
        Shape before = canvas.getClip();
        canvas.clip(inside(bounds));
        int step = Math.max(3, bounds.width / 2);
        for (int y = bounds.y; y < bounds.y + bounds.height + bounds.width; y += step) {
            canvas.drawLine(bounds.x, y, bounds.x + bounds.width, y - bounds.width);
        }
        canvas.setClip(before);
    }

    /** Larger than the mark, so that it is seen on full ones too. */
    private void cross(Rectangle bounds) {
        int arm = bounds.width;
        int x = bounds.x + bounds.width / 2;
        int y = bounds.y + bounds.height / 2;
        canvas.setColor(colour("Actions.Red"));
        canvas.setStroke(new BasicStroke(2 * thin));
        canvas.drawLine(x - arm, y - arm, x + arm, y + arm);
        canvas.drawLine(x - arm, y + arm, x + arm, y - arm);
    }

    private Color tint(Backup backup) {
        if (backup.state() == BackupState.FOREIGN || backup.state() == BackupState.DAMAGED) {
            return colour("Actions.Grey");
        }
        return tint(backup.kind().orElse(BackupKind.MANUAL));
    }

    private Color tint(BackupKind kind) {
        return switch (kind) {
            case MANUAL -> colour("Actions.Blue");
            case AUTOMATIC -> colour("Actions.Green");
            case PRE_MIGRATION -> colour("Actions.Yellow");
            case SAFETY -> colour("Actions.Grey");
        };
    }

    /** Other looks and feels lack some of these colours; forms are enough then. */
    private Color colour(String key) {
        Color known = UIManager.getColor(key);
        return known == null ? component.getForeground() : known;
    }
}
