package dev.lifeboat.jobmatch.window.parts;

import dev.lifeboat.ui.Paragraph;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/**
 * Labels, inputs and what is wrong with them, one below the other. Used on the event dispatch thread.
 *
 * <p>The input {@code X} of the form {@code F} has the name {@code F-X} and the label {@code F.X}; the words about it
 * are in {@code F-X-problem}.
 */
public final class Form {
    private final Texts texts;
    private final String prefix;
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[][grow,fill]", "[]"));
    private final Map<JComponent, Paragraph> problems = new LinkedHashMap<>();

    /** An empty form. */
    public Form(Texts texts, String prefix) {
        this.texts = texts;
        this.prefix = prefix;
    }

    /** The form itself. */
    public JPanel panel() {
        return panel;
    }

    /** Adds a line. */
    public <C extends JComponent> C row(String name, C input) {
        return row(name, input, input);
    }

    /** Adds a line whose input is inside of something that shows it, such as a panel with a unit. */
    public <C extends JComponent> C row(String name, C input, JComponent shown) {
        panel.add(label(name, input), "newline");
        panel.add(shown, "width 0::, growx");
        addProblem(name, input);
        return input;
    }

    /** Adds several lines of text that fill the rest of the height, below their label. */
    public JTextArea area(String name, int rows) {
        JTextArea area = new JTextArea(rows, 34);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        Dialogs.letTabLeave(area);
        panel.add(label(name, area), "newline, span");
        panel.add(new JScrollPane(area), "span, grow, push");
        addProblem(name, area);
        return area;
    }

    /** Says what is wrong with an input; an empty sentence means nothing. */
    public void problem(JComponent input, String sentence) {
        Paragraph words = problems.get(input);
        boolean wrong = !sentence.isEmpty();
        if (!words.text().equals(sentence)) {
            words.say(sentence);
            input.getAccessibleContext().setAccessibleDescription(sentence);
            words.setVisible(wrong);
            panel.revalidate();
        }
        input.putClientProperty("JComponent.outline", wrong ? "error" : null);
    }

    /** Goes to the first input with something wrong, if there is one. */
    public boolean goToProblem() {
        for (Map.Entry<JComponent, Paragraph> entry : problems.entrySet()) {
            if (!entry.getValue().text().isEmpty()) {
                entry.getKey().requestFocusInWindow();
                return true;
            }
        }
        return false;
    }

    private JLabel label(String name, JComponent input) {
        input.setName(prefix + "-" + name);
        JLabel label = texts.caption(prefix + "." + name).applyTo(new JLabel());
        label.setLabelFor(input);
        input.getAccessibleContext().setAccessibleName(label.getText());
        return label;
    }

    private void addProblem(String name, JComponent input) {
        Paragraph words = new Paragraph(prefix + "-" + name + "-problem")
                .ofColumns(20)
                .styled("small")
                .withStyle("foreground: $Actions.Red");
        words.setVisible(false);
        problems.put(input, words);
        panel.add(words, "skip, gaptop 0, width 0::");
    }
}
