-- How much of the time somebody would like to work remotely, in percent. The range is kept by triggers.

ALTER TABLE preferences ADD COLUMN remote_wish INTEGER NOT NULL DEFAULT 50;

CREATE TRIGGER preferences_remote_wish_inserted
BEFORE INSERT ON preferences
WHEN NEW.remote_wish NOT BETWEEN 0 AND 100
BEGIN
    SELECT RAISE(ABORT, 'remote_wish must be between 0 and 100');
END;

CREATE TRIGGER preferences_remote_wish_updated
BEFORE UPDATE OF remote_wish ON preferences
WHEN NEW.remote_wish NOT BETWEEN 0 AND 100
BEGIN
    SELECT RAISE(ABORT, 'remote_wish must be between 0 and 100');
END;
