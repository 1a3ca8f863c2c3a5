-- Step 3: what views ask of a person's standing, and who is wanted on a day's sheet. Frozen: later changes come in later steps.
ALTER TABLE listed ADD COLUMN is_wanted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE standing ADD COLUMN closeness TEXT NOT NULL DEFAULT '';
ALTER TABLE standing ADD COLUMN ask_from TEXT;
-- Rows with no day are derived again by the next catching up; until then they serve as they are.
UPDATE standing SET as_of = '', closeness = (SELECT closeness FROM person WHERE id = person_id);
-- A scan of this one answers most views by itself; SQLite covers a query only with an index that has is_listed too.
DROP INDEX standing_stage;
CREATE INDEX standing_stage ON standing(
  stage, sort_name, closeness, source, score, last_on, next_on, next_action, person_id, is_listed
) WHERE is_listed;
CREATE INDEX standing_stale ON standing(person_id) WHERE as_of = '';
CREATE INDEX standing_ask ON standing(ask_from, score) WHERE is_listed AND ask_from IS NOT NULL;
CREATE INDEX address_city ON address(city, person_id);
