-- Step 6: since when the business stands where it stands, and when people answer. Frozen: later changes come in later steps.
-- From that day on, and what it was before; no stage: it is not known. Before the first row somebody was new.
CREATE TABLE stage_since (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  was TEXT,
  stage TEXT,
  UNIQUE (person_id, on_date)
);
-- Older books kept only where everybody stands now. The first order, the party booked, the joining and the No tell since
-- when; for all others it is known since the book was last written in. Who is new was never anything else.
CREATE TEMP TABLE known_since AS
SELECT person.id AS person_id, added_on, stage, max(added_on, coalesce(
  CASE stage
    WHEN 'customer' THEN (SELECT min(on_date) FROM touch INDEXED BY touch_person
      WHERE touch.person_id = person.id AND kind = 'bought'
      AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.person_id = person.id))
    WHEN 'host' THEN (SELECT min(on_date) FROM touch INDEXED BY touch_person
      WHERE touch.person_id = person.id AND kind = 'booked')
    WHEN 'team' THEN (SELECT max(joined_on) FROM membership WHERE membership.person_id = person.id)
    WHEN 'no' THEN (SELECT max(on_date) FROM said_no WHERE said_no.person_id = person.id AND lifted_on IS NULL)
  END,
  written.on_date)) AS on_date
FROM person, (SELECT max(
  (SELECT coalesce(max(substr(at, 1, 10)), '') FROM undo_step),
  (SELECT coalesce(max(substr(entered_at, 1, 10)), '') FROM touch),
  (SELECT coalesce(max(added_on), '') FROM person)) AS on_date) AS written
WHERE stage <> 'new';
INSERT INTO stage_since(person_id, on_date, was, stage)
SELECT person_id, added_on, 'new', NULL FROM known_since WHERE added_on < on_date;
INSERT INTO stage_since(person_id, on_date, was, stage)
SELECT person_id, on_date, CASE WHEN added_on < on_date THEN NULL ELSE 'new' END, stage FROM known_since;
DROP TABLE known_since;
-- When people answer: the calls of a year, counted from the index alone.
CREATE INDEX touch_call ON touch(on_date, kind, at_time) WHERE direction = 'me' AND channel IN ('call', 'voicemail');
