-- Text that is not there is empty. Dates are YYYY-MM-DD, instants ISO 8601 in UTC, salaries whole units of a currency a year.

CREATE TABLE profile (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    name     TEXT NOT NULL DEFAULT '',
    headline TEXT NOT NULL DEFAULT '',
    email    TEXT NOT NULL DEFAULT '',
    location TEXT NOT NULL DEFAULT '',
    summary  TEXT NOT NULL DEFAULT ''
) STRICT;

-- A category with a code came with the application and has a name in every language.
CREATE TABLE skill_categories (
    id   INTEGER PRIMARY KEY,
    code TEXT UNIQUE,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE
) STRICT;

CREATE TABLE skills (
    id          INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES skill_categories (id),
    name        TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    level       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX skills_by_category ON skills (category_id);

CREATE TABLE skill_aliases (
    skill_id INTEGER NOT NULL REFERENCES skills (id),
    alias    TEXT    NOT NULL COLLATE NOCASE,
    PRIMARY KEY (skill_id, alias)
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    minimum_salary INTEGER CHECK (minimum_salary >= 0),
    currency       TEXT NOT NULL DEFAULT 'EUR',
    contract       TEXT NOT NULL DEFAULT 'UNKNOWN'
) STRICT;

CREATE TABLE preferred_locations (
    preferences_id INTEGER NOT NULL REFERENCES preferences (id),
    position       INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    PRIMARY KEY (preferences_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE job_sources (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    url  TEXT NOT NULL DEFAULT ''
) STRICT;

-- The long texts come last, so that a list of offers need not read them. search_text is what the application searches in.
CREATE TABLE job_offers (
    id          INTEGER PRIMARY KEY,
    source_id   INTEGER REFERENCES job_sources (id),
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
    notes       TEXT NOT NULL DEFAULT '',
    full_text   TEXT NOT NULL DEFAULT '',
    search_text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX job_offers_by_status ON job_offers (status);
CREATE INDEX job_offers_by_posted_on ON job_offers (posted_on);
CREATE INDEX job_offers_by_source ON job_offers (source_id, url);

-- Strengths and gaps are JSON lists of phrases, each a key with its arguments.
CREATE TABLE match_results (
    offer_id  INTEGER PRIMARY KEY REFERENCES job_offers (id),
    score     INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    strengths TEXT NOT NULL DEFAULT '[]',
    gaps      TEXT NOT NULL DEFAULT '[]'
) STRICT;
