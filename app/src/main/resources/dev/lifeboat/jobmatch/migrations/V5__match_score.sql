-- The score beside the offer, so that a list can be sorted and filtered by it without a join. Triggers keep it equal.

ALTER TABLE job_offers ADD COLUMN match_score INTEGER CHECK (match_score BETWEEN 0 AND 100);

UPDATE job_offers SET match_score = (SELECT score FROM match_results WHERE offer_id = job_offers.id);

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
