-- What a new user begins with. What somebody has entered under the same name stays as it is.

INSERT OR IGNORE INTO profile (id) VALUES (1);
INSERT OR IGNORE INTO preferences (id) VALUES (1);

INSERT OR IGNORE INTO skill_categories (code, name) VALUES
    ('programming', 'Programming languages'),
    ('frameworks', 'Frameworks and libraries'),
    ('data', 'Databases and data'),
    ('platforms', 'Platforms and tools'),
    ('methods', 'Methods'),
    ('languages', 'Languages');

INSERT OR IGNORE INTO job_sources (name, url) VALUES
    ('Bundesagentur für Arbeit', 'https://www.arbeitsagentur.de/jobsuche'),
    ('Indeed', 'https://www.indeed.com'),
    ('LinkedIn', 'https://www.linkedin.com/jobs'),
    ('StepStone', 'https://www.stepstone.de'),
    ('XING', 'https://www.xing.com/jobs');
