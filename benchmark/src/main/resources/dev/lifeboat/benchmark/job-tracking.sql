CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE companies(
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, website TEXT, city TEXT, sector TEXT, size_class TEXT, created_at TEXT NOT NULL);
CREATE TABLE job_sources(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, base_url TEXT);
CREATE TABLE job_offers(
  id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES job_sources(id),
  url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, location TEXT, contract TEXT,
  salary_min INTEGER, salary_max INTEGER, status TEXT NOT NULL DEFAULT 'new',
  posted_at TEXT NOT NULL, fetched_at TEXT NOT NULL, content_hash TEXT NOT NULL, full_text TEXT NOT NULL,
  CHECK(salary_max IS NULL OR salary_max >= salary_min));
CREATE TABLE skills(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, category TEXT NOT NULL);
CREATE TABLE job_skills(
  job_id INTEGER NOT NULL REFERENCES job_offers(id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES skills(id),
  level INTEGER NOT NULL, required INTEGER NOT NULL, PRIMARY KEY(job_id, skill_id)) WITHOUT ROWID;
CREATE TABLE profiles(id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, summary TEXT);
CREATE TABLE profile_skills(
  profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES skills(id), years REAL NOT NULL,
  PRIMARY KEY(profile_id, skill_id)) WITHOUT ROWID;
CREATE TABLE matching_results(
  id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES job_offers(id) ON DELETE CASCADE,
  profile_id INTEGER NOT NULL REFERENCES profiles(id) ON DELETE CASCADE,
  score REAL NOT NULL, model TEXT NOT NULL, created_at TEXT NOT NULL, details_json TEXT NOT NULL);
CREATE TABLE applications(
  id INTEGER PRIMARY KEY,
  job_id INTEGER NOT NULL REFERENCES job_offers(id) ON DELETE CASCADE,
  profile_id INTEGER NOT NULL REFERENCES profiles(id),
  state TEXT NOT NULL, applied_at TEXT, cover_letter TEXT);
CREATE TABLE application_events(
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES applications(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, happened_at TEXT NOT NULL, note TEXT);
CREATE TABLE documents(
  id INTEGER PRIMARY KEY, application_id INTEGER REFERENCES applications(id) ON DELETE SET NULL,
  file_name TEXT NOT NULL, mime TEXT NOT NULL, content BLOB NOT NULL);
CREATE TABLE activity_log(
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
  job_id INTEGER REFERENCES job_offers(id) ON DELETE SET NULL, payload TEXT);
CREATE INDEX ix_companies_name ON companies(name);
CREATE INDEX ix_job_company ON job_offers(company_id);
CREATE INDEX ix_job_source ON job_offers(source_id);
CREATE INDEX ix_job_status_posted ON job_offers(status, posted_at);
CREATE INDEX ix_job_title ON job_offers(title);
CREATE INDEX ix_job_hash ON job_offers(content_hash);
CREATE INDEX ix_job_location ON job_offers(location);
CREATE INDEX ix_job_skill ON job_skills(skill_id);
CREATE INDEX ix_profile_skill ON profile_skills(skill_id);
CREATE INDEX ix_match_job ON matching_results(job_id, profile_id);
CREATE INDEX ix_match_profile_score ON matching_results(profile_id, score);
CREATE INDEX ix_application_job ON applications(job_id);
CREATE INDEX ix_application_state ON applications(state);
CREATE INDEX ix_application_profile ON applications(profile_id);
CREATE INDEX ix_event_application ON application_events(application_id);
CREATE INDEX ix_document_application ON documents(application_id);
CREATE INDEX ix_log_at ON activity_log(at);
CREATE INDEX ix_log_job ON activity_log(job_id);
PRAGMA user_version = 12;
