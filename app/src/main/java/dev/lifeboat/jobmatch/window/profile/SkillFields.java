package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillCategory;
import dev.lifeboat.jobmatch.window.parts.Choices;
import dev.lifeboat.jobmatch.window.parts.Form;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/**
 * The inputs for the skill that is selected; what is entered counts at once, until it is saved with everything else.
 */
final class SkillFields {
    private final Texts texts;
    private final Runnable entered;
    private final Form form;
    private final JTextField name;
    private final JComboBox<SkillCategory> category;
    private final JSlider level = new JSlider(0, Skill.BEST_LEVEL);
    private final JLabel levelWords = new JLabel();
    private final JTextField aliases;
    private boolean filling;

    /**
     * The inputs.
     *
     * @param entered called whenever somebody has changed one of them
     */
    SkillFields(Texts texts, List<SkillCategory> categories, Runnable entered) {
        this.texts = texts;
        this.entered = entered;
        form = new Form(texts, "skill");
        name = form.row("name", new JTextField());
        category = form.row("category", Choices.of(categories, one -> one.label(texts.locale())));
        form.row("level", level, levelRow());
        aliases = form.row("aliases", new JTextField());
        aliases.putClientProperty("JTextField.placeholderText", texts.text("skill.aliases.example"));
        listen(name);
        listen(aliases);
        category.addActionListener(event -> entered());
        level.addChangeListener(event -> {
            sayLevel();
            entered();
        });
    }

    JComponent component() {
        return form.panel();
    }

    /** Shows this skill. */
    void show(Skill skill) {
        filling = true;
        name.setText(skill.name());
        for (int i = 0; i < category.getItemCount(); i++) {
            if (category.getItemAt(i).id() == skill.categoryId()) {
                category.setSelectedIndex(i);
            }
        }
        level.setValue(skill.level());
        aliases.setText(String.join(", ", skill.aliases()));
        sayLevel();
        say("");
        setEnabled(true);
        filling = false;
    }

    /** Shows nothing, and takes nothing. */
    void clear() {
        filling = true;
        name.setText("");
        aliases.setText("");
        level.setValue(0);
        levelWords.setText(" ");
        say("");
        setEnabled(false);
        filling = false;
    }

    /** The name as it is entered. */
    String name() {
        return name.getText();
    }

    /** The shown skill with what was entered; its name must not be blank. */
    Skill value(Skill shown) {
        return new Skill(
                shown.id(),
                category.getItemAt(category.getSelectedIndex()).id(),
                name.getText(),
                level.getValue(),
                Arrays.stream(aliases.getText().split("[,;]"))
                        .filter(alias -> !alias.isBlank())
                        .toList());
    }

    /** Says what is wrong with the name. */
    void say(String problem) {
        form.problem(name, problem);
    }

    /** Lets somebody type another name. */
    void focusName() {
        name.requestFocusInWindow();
        name.selectAll();
    }

    private JPanel levelRow() {
        level.setMajorTickSpacing(1);
        level.setSnapToTicks(true);
        level.setPaintTicks(true);
        levelWords.setName("skill-level-words");
        JPanel row = new JPanel(new MigLayout("insets 0, wrap 1", "[grow,fill]", "[]0[]"));
        row.add(level);
        row.add(levelWords);
        return row;
    }

    private void sayLevel() {
        levelWords.setText(texts.text("skills.level", level.getValue()));
        level.getAccessibleContext().setAccessibleDescription(levelWords.getText());
    }

    private void setEnabled(boolean enabled) {
        List.of(name, category, level, aliases).forEach(input -> input.setEnabled(enabled));
    }

    private void entered() {
        if (!filling) {
            entered.run();
        }
    }

    private void listen(JTextField field) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                entered();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                entered();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                entered();
            }
        });
    }
}
