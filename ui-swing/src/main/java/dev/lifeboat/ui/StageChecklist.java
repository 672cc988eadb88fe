package dev.lifeboat.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;

/**
 * The stages of something that takes a while, each with a sign and a word for how far it is, above one bar for all of
 * it.
 *
 * <p>A stage that starts ends those before it. Its name is {@code stages}; a stage's label is {@code stage-0} and so
 * on, its accessible name says its state; the bar is {@code stage-progress}.
 */
public final class StageChecklist extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient List<Row> rows = new ArrayList<>();
    private final JProgressBar bar = new JProgressBar();

    /** All stages are still to come; their names are shown in this order, the states in this language. */
    public StageChecklist(List<String> names, Locale locale) {
        super(new MigLayout("insets 0, fillx, wrap 3", "[]rel[grow]unrel[]", ""));
        texts = new Texts(locale);
        setName("stages");
        for (String name : names) {
            rows.add(new Row(name));
        }
        bar.setName("stage-progress");
        bar.setIndeterminate(true);
        bar.getAccessibleContext().setAccessibleName(texts.text("stage.progress"));
        add(bar, "span, growx, gaptop unrel");
    }

    /** This stage begins; those before it are done. */
    public void start(int stage) {
        start(stage, rows.get(stage).name);
    }

    /** This stage begins, or goes on, with words that say more, such as "Updating 2 of 4: add match score". */
    public void start(int stage, String words) {
        for (int earlier = 0; earlier < stage; earlier++) {
            done(earlier);
        }
        rows.get(stage).show(StageMark.RUNNING, words);
    }

    /** This stage has ended well; one that has failed stays failed. */
    public void done(int stage) {
        Row row = rows.get(stage);
        if (row.mark != StageMark.FAILED) {
            row.show(StageMark.DONE, row.label.getText());
        }
    }

    /** This stage has failed; the bar stands still. */
    public void fail(int stage) {
        Row row = rows.get(stage);
        row.show(StageMark.FAILED, row.label.getText());
        bar.setIndeterminate(false);
    }

    /** How much of the whole is done, 0 to 100; until it is told the bar only says that something is going on. */
    public void progress(int percent) {
        bar.setIndeterminate(false);
        bar.setValue(percent);
    }

    private final class Row {
        private final String name;
        private final JLabel sign = new JLabel();
        private final JLabel label = new JLabel();
        private final JLabel word = new JLabel();
        private StageMark mark;

        Row(String name) {
            this.name = name;
            label.setName("stage-" + rows.size());
            word.putClientProperty(FlatClientProperties.STYLE_CLASS, "small");
            word.setEnabled(false);
            show(StageMark.PENDING, name);
            add(sign);
            add(label, "growx, wmin 0");
            add(word, "alignx trailing");
        }

        /** The accessible name changes last: that is what a screen reader announces. */
        void show(StageMark next, String words) {
            mark = next;
            sign.setIcon(next.icon());
            label.setText(words);
            label.setEnabled(next != StageMark.PENDING);
            word.setText(next == StageMark.PENDING ? "" : texts.text("stage.word." + next.id()));
            label.getAccessibleContext().setAccessibleName(texts.text("stage." + next.id(), words));
        }
    }
}
