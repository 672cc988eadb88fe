package dev.lifeboat.jobmatch.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes {@link Skill}s and their categories. Uses the connection of its caller. */
public final class SkillStore {
    private final Connection connection;

    /** A store over this connection. */
    public SkillStore(Connection connection) {
        this.connection = connection;
    }

    /** All categories in the order they were added. */
    public List<SkillCategory> categories() throws SQLException {
        List<SkillCategory> categories = new ArrayList<>();
        String sql = "SELECT id, code, name FROM skill_categories ORDER BY id";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                categories.add(category(rows));
            }
        }
        return categories;
    }

    /** All skills by name. */
    public List<Skill> skills() throws SQLException {
        Map<Long, List<String>> aliases = aliases();
        List<Skill> skills = new ArrayList<>();
        String sql = "SELECT id, category_id, name, level FROM skills ORDER BY name";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                skills.add(new Skill(
                        id, rows.getLong(2), rows.getString(3), rows.getInt(4), aliases.getOrDefault(id, List.of())));
            }
        }
        return skills;
    }

    /**
     * Adds a category without a number, or changes the one of this number.
     *
     * @return what is stored now
     * @throws SQLException also if another category has this name
     */
    public SkillCategory save(SkillCategory category) throws SQLException {
        String sql = """
                INSERT INTO skill_categories (id, code, name) VALUES (nullif(?, 0), ?, ?)
                ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name
                RETURNING id, code, name""";
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setLong(1, category.id());
            Rows.set(save, 2, category.code());
            save.setString(3, category.name());
            try (ResultSet row = save.executeQuery()) {
                row.next();
                return category(row);
            }
        }
    }

    /**
     * Adds a skill without a number, or changes the one of this number. Several statements: call it in a transaction.
     *
     * @return the skill with its number
     * @throws SQLException also if another skill has this name, or there is no such category
     */
    public Skill save(Skill skill) throws SQLException {
        String sql = """
                INSERT INTO skills (id, category_id, name, level) VALUES (nullif(?, 0), ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET category_id = excluded.category_id, name = excluded.name,
                    level = excluded.level
                RETURNING id""";
        long id;
        try (PreparedStatement save = connection.prepareStatement(sql)) {
            save.setLong(1, skill.id());
            save.setLong(2, skill.categoryId());
            save.setString(3, skill.name());
            save.setInt(4, skill.level());
            try (ResultSet row = save.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        saveAliases(id, skill.aliases());
        return new Skill(id, skill.categoryId(), skill.name(), skill.level(), skill.aliases());
    }

    /** Deletes a category with all its skills. Does nothing if it is gone. */
    public void deleteCategory(long id) throws SQLException {
        delete("DELETE FROM skill_categories WHERE id = ?", id);
    }

    /** Deletes a skill. Does nothing if it is gone. */
    public void deleteSkill(long id) throws SQLException {
        delete("DELETE FROM skills WHERE id = ?", id);
    }

    private Map<Long, List<String>> aliases() throws SQLException {
        Map<Long, List<String>> aliases = new HashMap<>();
        String sql = "SELECT skill_id, alias FROM skill_aliases ORDER BY skill_id, alias";
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                aliases.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return aliases;
    }

    private void saveAliases(long id, List<String> aliases) throws SQLException {
        delete("DELETE FROM skill_aliases WHERE skill_id = ?", id);
        String sql = "INSERT OR IGNORE INTO skill_aliases (skill_id, alias) VALUES (?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (String alias : aliases) {
                insert.setLong(1, id);
                insert.setString(2, alias);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void delete(String sql, long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private static SkillCategory category(ResultSet row) throws SQLException {
        return new SkillCategory(row.getLong(1), Optional.ofNullable(row.getString(2)), row.getString(3));
    }
}
