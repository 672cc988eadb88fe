package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillCategory;
import dev.lifeboat.jobmatch.window.parts.Dialogs;
import dev.lifeboat.jobmatch.window.parts.Icons;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.awt.Dimension;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.TableRowSorter;
import net.miginfocom.swing.MigLayout;

/** All skills, a way to search them, and the inputs for the one that is selected. */
final class SkillsPanel {
    private final Texts texts;
    private final List<SkillCategory> categories;
    private final SkillTableModel model;
    private final JTable table;
    private final TableRowSorter<SkillTableModel> sorter;
    private final SkillFields fields;
    private final JTextField search = new JTextField();
    private final JButton remove = new JButton();
    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, fill, wrap 2", "[grow,fill][]", "[][grow,fill][]"));

    SkillsPanel(Texts texts, List<SkillCategory> categories, List<Skill> skills) {
        this.texts = texts;
        this.categories = categories;
        model = new SkillTableModel(texts, categories, skills);
        table = new JTable(model);
        sorter = new TableRowSorter<>(model);
        fields = new SkillFields(texts, categories, this::takeOver);
        setUpTable();
        panel.add(searchField(), "growx");
        JButton add = texts.caption("skills.add").applyTo(new JButton(Icons.of("add")));
        add.setName("skills-add");
        add.addActionListener(event -> add());
        add.setEnabled(!categories.isEmpty());
        panel.add(add, "split 2");
        texts.caption("skills.remove").applyTo(remove).setName("skills-remove");
        remove.setIcon(Icons.of("delete"));
        remove.addActionListener(event -> remove());
        panel.add(remove);
        panel.add(new JScrollPane(table), "span, grow, push");
        panel.add(fields.component(), "span, growx");
        showSelected();
    }

    JComponent component() {
        return panel;
    }

    /** All skills as they are now. */
    List<Skill> skills() {
        return model.skills();
    }

    /** Whether the selected skill has no name, or another one's. */
    boolean hasProblem() {
        return table.getSelectedRow() >= 0 && !problem().isEmpty();
    }

    /** Chooses the input with something wrong, if there is one. */
    boolean goToProblem() {
        boolean wrong = hasProblem();
        if (wrong) {
            fields.focusName();
        }
        return wrong;
    }

    private void setUpTable() {
        table.setName("skills");
        table.getAccessibleContext().setAccessibleName(texts.text("skills.table"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setRowSorter(sorter);
        Dialogs.behaveAsList(table);
        int letter = table.getFontMetrics(table.getFont()).charWidth('n');
        table.setPreferredScrollableViewportSize(new Dimension(letter * 56, table.getRowHeight() * 9));
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) {
                showSelected();
            }
        });
    }

    private JTextField searchField() {
        search.setName("skills-search");
        search.putClientProperty("JTextField.leadingIcon", Icons.of("search"));
        search.putClientProperty("JTextField.placeholderText", texts.text("skills.search"));
        search.putClientProperty("JTextField.showClearButton", true);
        search.getAccessibleContext().setAccessibleName(texts.text("skills.search"));
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                filter();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                filter();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                filter();
            }
        });
        return search;
    }

    private void filter() {
        String words = search.getText();
        sorter.setRowFilter(
                words.isBlank()
                        ? null
                        : new RowFilter<>() {
                            @Override
                            public boolean include(Entry<? extends SkillTableModel, ? extends Integer> entry) {
                                return entry.getModel().matches(entry.getIdentifier(), words);
                            }
                        });
    }

    private void add() {
        search.setText("");
        String name = texts.text("skills.new");
        for (int number = 2; model.isTaken(name, -1); number++) {
            name = texts.text("skills.new-numbered", number);
        }
        int row = table.convertRowIndexToView(model.add(Skill.of(categories.get(0), name, Skill.BEST_LEVEL / 2)));
        table.setRowSelectionInterval(row, row);
        table.scrollRectToVisible(table.getCellRect(row, 0, true));
        fields.focusName();
    }

    private void remove() {
        int row = table.getSelectedRow();
        model.remove(table.convertRowIndexToModel(row));
        if (table.getRowCount() > 0) {
            int next = Math.min(row, table.getRowCount() - 1);
            table.setRowSelectionInterval(next, next);
        }
        table.requestFocusInWindow();
    }

    private void showSelected() {
        int row = table.getSelectedRow();
        remove.setEnabled(row >= 0);
        if (row >= 0) {
            fields.show(model.skill(table.convertRowIndexToModel(row)));
        } else {
            fields.clear();
        }
    }

    private void takeOver() {
        int row = table.getSelectedRow();
        fields.say(problem());
        if (row >= 0 && problem().isEmpty()) {
            int index = table.convertRowIndexToModel(row);
            model.replace(index, fields.value(model.skill(index)));
        }
    }

    private String problem() {
        int row = table.getSelectedRow();
        if (fields.name().isBlank()) {
            return texts.text("skill.name.missing");
        }
        boolean taken = row >= 0 && model.isTaken(fields.name(), table.convertRowIndexToModel(row));
        return taken ? texts.text("skill.name.taken", fields.name().strip()) : "";
    }
}
