package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import dev.lifeboat.backup.Backup;
import dev.lifeboat.backup.BackupKind;
import dev.lifeboat.backup.BackupState;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.ToolTipManager;

/**
 * A mark for each backup over time, its height the size, its form the kind; damaged ones are crossed. A click on a mark
 * selects the backup; the keyboard has the table for that.
 */
final class Timeline extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int HEIGHT_IN_LINES = 3;

    private final transient BackupDesk desk;
    private final transient BackupSelection selection;

    Timeline(BackupDesk desk, BackupSelection selection) {
        this.desk = desk;
        this.selection = selection;
        setName("timeline");
        setOpaque(false);
        putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
        getAccessibleContext().setAccessibleName(desk.texts().text("timeline.name"));
        ToolTipManager.sharedInstance().registerComponent(this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                marks().at(event.getX())
                        .ifPresent(mark -> selection.select(mark.backup().name()));
            }
        });
        desk.onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        getAccessibleContext().setAccessibleDescription(description());
        setVisible(!desk.backups().isEmpty());
        repaint();
    }

    /** What it shows, in sentences. */
    String description() {
        List<Backup> oldestFirst =
                desk.backups().stream().sorted(Backup.OLDEST_FIRST).toList();
        if (oldestFirst.isEmpty()) {
            return desk.texts().text("timeline.none");
        }
        long largest = oldestFirst.stream().mapToLong(Backup::sizeBytes).max().orElse(0);
        long damaged = oldestFirst.stream()
                .filter(backup -> backup.state() == BackupState.DAMAGED)
                .count();
        Phrases phrases = desk.phrases();
        String range = desk.texts()
                .text(
                        "timeline.description",
                        oldestFirst.size(),
                        phrases.date(oldestFirst.get(0).createdAt()),
                        phrases.date(oldestFirst.get(oldestFirst.size() - 1).createdAt()),
                        phrases.size(largest));
        return range + " " + desk.texts().text("timeline.damaged", damaged);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return marks().at(event.getX()).map(mark -> words(mark.backup())).orElse(null);
    }

    private String words(Backup backup) {
        Phrases phrases = desk.phrases();
        return desk.texts()
                .text(
                        "timeline.mark",
                        phrases.time(backup.createdAt()),
                        phrases.kind(backup),
                        phrases.size(backup.sizeBytes()),
                        phrases.state(backup));
    }

    @Override
    public Dimension getPreferredSize() {
        int line = getFontMetrics(getFont()).getHeight();
        return new Dimension(HEIGHT_IN_LINES * line, (HEIGHT_IN_LINES + 1) * line);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }

    /** Where the marks are now. */
    TimelineMarks marks() {
        FontMetrics metrics = getFontMetrics(getFont());
        Rectangle area = new Rectangle(0, 0, getWidth(), getHeight() - metrics.getHeight() - metrics.getDescent());
        return TimelineMarks.of(desk.backups(), desk.phrases().now(), area, metrics.getHeight() / 2);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D canvas = (Graphics2D) graphics.create();
        TimelineMarks marks = marks();
        List<String> selected = selection.selected().stream().map(Backup::name).toList();
        MarkPainter painter = new MarkPainter(canvas, this);
        marks.marks()
                .forEach(mark ->
                        painter.paint(mark, selected.contains(mark.backup().name())));
        if (!marks.marks().isEmpty()) {
            paintAxis(painter, marks.marks().get(0).backup().createdAt());
        }
        canvas.dispose();
    }

    private void paintAxis(MarkPainter painter, Instant first) {
        FontMetrics metrics = getFontMetrics(getFont());
        int line = getHeight() - metrics.getHeight() - metrics.getDescent();
        painter.axis(line, getWidth());
        int text = getHeight() - metrics.getDescent();
        String oldest = desk.phrases().date(first);
        String now = desk.texts().text("timeline.now");
        int nowStarts = getWidth() - metrics.stringWidth(now);
        painter.label(oldest, 0, text);
        painter.label(now, nowStarts, text);
        paintLegend(painter, metrics.stringWidth(oldest), nowStarts);
    }

    /** Explains the forms that are there, in the middle; without room for all, tooltips have to do. */
    private void paintLegend(MarkPainter painter, int from, int to) {
        FontMetrics metrics = getFontMetrics(getFont());
        int height = metrics.getAscent();
        int mark = metrics.getHeight() / 2;
        int bottom = getHeight() - metrics.getDescent();
        List<BackupKind> kinds = Arrays.stream(BackupKind.values())
                .filter(kind -> desk.backups().stream()
                        .anyMatch(backup -> backup.kind().filter(kind::equals).isPresent()))
                .toList();
        int gap = 2 * mark;
        int width = kinds.stream()
                .mapToInt(kind ->
                        mark + mark / 2 + metrics.stringWidth(desk.phrases().kind(kind)) + gap)
                .sum();
        int x = from + (to - from - width + gap) / 2;
        if (x < from + gap) {
            return;
        }
        for (BackupKind kind : kinds) {
            String word = desk.phrases().kind(kind);
            painter.sample(kind, new Rectangle(x, bottom - height, mark, height));
            painter.label(word, x + mark + mark / 2, bottom);
            x += mark + mark / 2 + metrics.stringWidth(word) + gap;
        }
    }
}
