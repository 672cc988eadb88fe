-- SQLite cannot add a constraint to a table, so the table is made again: https://www.sqlite.org/lang_altertable.html#otheralter
-- Runs with foreign keys off; aliases refer to skills by name and stay. A level outside of the range becomes the nearest one in it.

CREATE TABLE new_skills (
    id          INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES skill_categories (id),
    name        TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    level       INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 10)
) STRICT;

INSERT INTO new_skills (id, category_id, name, level)
SELECT id, category_id, name, min(max(level, 0), 10) FROM skills;

DROP TABLE skills;

ALTER TABLE new_skills RENAME TO skills;

CREATE INDEX skills_by_category ON skills (category_id);
