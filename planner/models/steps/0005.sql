-- Step 5: the bin, and a search that knows notes and where it found what. Frozen: later changes come in later steps.
ALTER TABLE person ADD COLUMN removed_on TEXT;
CREATE INDEX person_removed ON person(removed_on) WHERE removed_on IS NOT NULL;
ALTER TABLE standing ADD COLUMN notes TEXT NOT NULL DEFAULT '';
DROP TRIGGER standing_fts_added;
DROP TRIGGER standing_fts_removed;
DROP TRIGGER standing_fts_changed;
DROP TABLE standing_fts;
CREATE VIRTUAL TABLE standing_fts USING fts5(
  fp, notes, content='standing', content_rowid='person_id', tokenize='trigram', detail='full'
);
INSERT INTO standing_fts(rowid, fp, notes) SELECT person_id, fp, notes FROM standing ORDER BY person_id;
CREATE TRIGGER standing_fts_added AFTER INSERT ON standing BEGIN
  INSERT INTO standing_fts(rowid, fp, notes) VALUES (new.person_id, new.fp, new.notes);
END;
CREATE TRIGGER standing_fts_removed AFTER DELETE ON standing BEGIN
  INSERT INTO standing_fts(standing_fts, rowid, fp, notes) VALUES ('delete', old.person_id, old.fp, old.notes);
END;
CREATE TRIGGER standing_fts_changed AFTER UPDATE OF fp, notes ON standing
WHEN old.fp <> new.fp OR old.notes <> new.notes BEGIN
  INSERT INTO standing_fts(standing_fts, rowid, fp, notes) VALUES ('delete', old.person_id, old.fp, old.notes);
  INSERT INTO standing_fts(rowid, fp, notes) VALUES (new.person_id, new.fp, new.notes);
END;
-- What people are called, by itself: among very many found, those whose name it is are few and must be found at once.
CREATE VIRTUAL TABLE standing_names USING fts5(names, content='', tokenize='trigram', detail='full');
INSERT INTO standing_names(rowid, names)
SELECT person_id, substr(fp, 1, instr(fp, '<')) FROM standing ORDER BY person_id;
CREATE TRIGGER standing_names_added AFTER INSERT ON standing BEGIN
  INSERT INTO standing_names(rowid, names) VALUES (new.person_id, substr(new.fp, 1, instr(new.fp, '<')));
END;
CREATE TRIGGER standing_names_removed AFTER DELETE ON standing BEGIN
  INSERT INTO standing_names(standing_names, rowid, names)
  VALUES ('delete', old.person_id, substr(old.fp, 1, instr(old.fp, '<')));
END;
CREATE TRIGGER standing_names_changed AFTER UPDATE OF fp ON standing WHEN old.fp <> new.fp BEGIN
  INSERT INTO standing_names(standing_names, rowid, names)
  VALUES ('delete', old.person_id, substr(old.fp, 1, instr(old.fp, '<')));
  INSERT INTO standing_names(rowid, names) VALUES (new.person_id, substr(new.fp, 1, instr(new.fp, '<')));
END;
-- Forms of an older program find people all the same, in no order of merit; the next catching up makes them anew.
UPDATE standing SET as_of = '';
