package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.Skill;
import dev.lifeboat.jobmatch.jobs.SkillCategory;
import dev.lifeboat.jobmatch.jobs.Words;
import dev.lifeboat.jobmatch.window.parts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** Skills by category and name, changed here until they are saved. */
final class SkillTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS = List.of("name", "category", "level", "aliases");

    private final transient Texts texts;
    private final transient List<SkillCategory> categories;
    private final transient List<Skill> skills;

    SkillTableModel(Texts texts, List<SkillCategory> categories, List<Skill> skills) {
        this.texts = texts;
        this.categories = categories;
        this.skills = new ArrayList<>(skills);
        this.skills.sort(
                Comparator.comparingLong(Skill::categoryId).thenComparing(skill -> Words.folded(skill.name())));
    }

    /** All of them as they are now. */
    List<Skill> skills() {
        return List.copyOf(skills);
    }

    Skill skill(int row) {
        return skills.get(row);
    }

    /** Adds one at the end, and answers its row. */
    int add(Skill skill) {
        skills.add(skill);
        fireTableRowsInserted(skills.size() - 1, skills.size() - 1);
        return skills.size() - 1;
    }

    void replace(int row, Skill skill) {
        if (!skills.get(row).equals(skill)) {
            skills.set(row, skill);
            fireTableRowsUpdated(row, row);
        }
    }

    void remove(int row) {
        skills.remove(row);
        fireTableRowsDeleted(row, row);
    }

    /** Whether another row has this name, in whatever case. */
    boolean isTaken(String name, int row) {
        for (int other = 0; other < skills.size(); other++) {
            if (other != row && skills.get(other).name().equalsIgnoreCase(name.strip())) {
                return true;
            }
        }
        return false;
    }

    /** Whether every word is in the row's name, category or other names. */
    boolean matches(int row, String words) {
        Skill skill = skills.get(row);
        String text = Words.folded(skill.name() + " " + category(skill) + " " + String.join(" ", skill.aliases()));
        return List.of(Words.folded(words).split(" ")).stream().allMatch(text::contains);
    }

    @Override
    public int getRowCount() {
        return skills.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.size();
    }

    @Override
    public String getColumnName(int column) {
        return texts.text("skills.column." + COLUMNS.get(column));
    }

    @Override
    public Object getValueAt(int row, int column) {
        Skill skill = skills.get(row);
        return switch (column) {
            case 0 -> skill.name();
            case 1 -> category(skill);
            case 2 -> texts.text("skills.level", skill.level());
            default -> String.join(", ", skill.aliases());
        };
    }

    private String category(Skill skill) {
        return categories.stream()
                .filter(one -> one.id() == skill.categoryId())
                .map(one -> one.label(texts.locale()))
                .findFirst()
                .orElse("");
    }
}
