-- What belongs to something goes with it, and an offer whose source goes keeps everything else. Each table is made again, see V4.
-- Indexes and triggers go with their table and are made again, too.

CREATE TABLE new_skills (
    id          INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES skill_categories (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    level       INTEGER NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 10)
) STRICT;

INSERT INTO new_skills (id, category_id, name, level)
SELECT id, category_id, name, level FROM skills;

DROP TABLE skills;

ALTER TABLE new_skills RENAME TO skills;

CREATE INDEX skills_by_category ON skills (category_id);

CREATE TABLE new_skill_aliases (
    skill_id INTEGER NOT NULL REFERENCES skills (id) ON DELETE CASCADE,
    alias    TEXT    NOT NULL COLLATE NOCASE,
    PRIMARY KEY (skill_id, alias)
) STRICT, WITHOUT ROWID;

INSERT INTO new_skill_aliases (skill_id, alias)
SELECT skill_id, alias FROM skill_aliases;

DROP TABLE skill_aliases;

ALTER TABLE new_skill_aliases RENAME TO skill_aliases;

CREATE TABLE new_job_offers (
    id          INTEGER PRIMARY KEY,
    source_id   INTEGER REFERENCES job_sources (id) ON DELETE SET NULL,
    url         TEXT NOT NULL DEFAULT '',
    title       TEXT NOT NULL CHECK (title <> ''),
    company     TEXT NOT NULL CHECK (company <> ''),
    location    TEXT NOT NULL DEFAULT '',
    remote      TEXT NOT NULL DEFAULT 'UNKNOWN',
    contract    TEXT NOT NULL DEFAULT 'UNKNOWN',
    salary_from INTEGER CHECK (salary_from >= 0),
    salary_to   INTEGER CHECK (salary_to >= salary_from),
    currency    TEXT NOT NULL DEFAULT 'EUR',
    posted_on   TEXT,
    fetched_at  TEXT,
    deadline_on TEXT,
    status      TEXT NOT NULL DEFAULT 'NEW',
    match_score INTEGER CHECK (match_score BETWEEN 0 AND 100),
    notes       TEXT NOT NULL DEFAULT '',
    full_text   TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL DEFAULT ''
) STRICT;

INSERT INTO new_job_offers (id, source_id, url, title, company, location, remote, contract, salary_from, salary_to, currency,
    posted_on, fetched_at, deadline_on, status, match_score, notes, full_text, search_text)
SELECT id, source_id, url, title, company, location, remote, contract, salary_from, salary_to, currency,
    posted_on, fetched_at, deadline_on, status, match_score, notes, full_text, search_text
FROM job_offers;

CREATE TABLE new_match_results (
    offer_id  INTEGER PRIMARY KEY REFERENCES job_offers (id) ON DELETE CASCADE,
    score     INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    strengths TEXT NOT NULL DEFAULT '[]',
    gaps      TEXT NOT NULL DEFAULT '[]'
) STRICT;

INSERT INTO new_match_results (offer_id, score, strengths, gaps)
SELECT offer_id, score, strengths, gaps FROM match_results;

-- First the table with the triggers: they name job_offers, and a rename checks that every name in a trigger is there.
DROP TABLE match_results;
DROP TABLE job_offers;

ALTER TABLE new_job_offers RENAME TO job_offers;
ALTER TABLE new_match_results RENAME TO match_results;

CREATE INDEX job_offers_by_status ON job_offers (status);
CREATE INDEX job_offers_by_posted_on ON job_offers (posted_on);
CREATE INDEX job_offers_by_source ON job_offers (source_id, url);
CREATE INDEX job_offers_by_match_score ON job_offers (match_score DESC, posted_on DESC, id DESC);

CREATE TRIGGER match_results_inserted
AFTER INSERT ON match_results
BEGIN
    UPDATE job_offers SET match_score = NEW.score WHERE id = NEW.offer_id;
END;

CREATE TRIGGER match_results_updated
AFTER UPDATE OF score ON match_results
WHEN NEW.score <> OLD.score
BEGIN
    UPDATE job_offers SET match_score = NEW.score WHERE id = NEW.offer_id;
END;

CREATE TRIGGER match_results_deleted
AFTER DELETE ON match_results
BEGIN
    UPDATE job_offers SET match_score = NULL WHERE id = OLD.offer_id;
END;
