-- Step 1: the first book. Frozen: later changes come in later steps.
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  vendor TEXT NOT NULL DEFAULT '',
  cost_cents INTEGER,
  bought_on TEXT,
  origin TEXT NOT NULL DEFAULT '',
  interest_from TEXT,
  interest_to TEXT,
  consent_proof TEXT NOT NULL DEFAULT '',
  dnc_checked_on TEXT,
  is_locked INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, name)
);
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  format TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  source_id INTEGER REFERENCES source(id) ON DELETE SET NULL,
  people INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX import_batch_source ON import_batch(source_id) WHERE source_id IS NOT NULL;
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  middle TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  prefix TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  call_me TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  closeness TEXT NOT NULL DEFAULT 'acquaintance',
  stage TEXT NOT NULL DEFAULT 'new',
  stage_until TEXT,
  birth_month INTEGER,
  birth_day INTEGER,
  birth_year INTEGER,
  leap_rule TEXT NOT NULL DEFAULT 'feb_28',
  zone TEXT NOT NULL DEFAULT '',
  how_known TEXT NOT NULL DEFAULT '',
  in_common TEXT NOT NULL DEFAULT '',
  life TEXT NOT NULL DEFAULT '',
  remember TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  introduced_by_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  source_id INTEGER REFERENCES source(id) ON DELETE SET NULL,
  source_key TEXT NOT NULL DEFAULT '',
  preferred_channel TEXT,
  best_times TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  keep_in_touch_days INTEGER,
  is_favourite INTEGER NOT NULL DEFAULT 0,
  is_deceased INTEGER NOT NULL DEFAULT 0,
  archived_on TEXT,
  added_on TEXT NOT NULL,
  import_batch_id INTEGER REFERENCES import_batch(id) ON DELETE SET NULL,
  rev INTEGER NOT NULL DEFAULT 0,
  CHECK (birth_month IS NULL OR (birth_month BETWEEN 1 AND 12 AND birth_day BETWEEN 1 AND 31))
);
CREATE INDEX person_source ON person(source_id, added_on);
CREATE INDEX person_protected ON person(id) WHERE closeness IN ('friend', 'family');
CREATE INDEX person_batch ON person(import_batch_id) WHERE import_batch_id IS NOT NULL;
CREATE INDEX person_introduced ON person(introduced_by_id) WHERE introduced_by_id IS NOT NULL;
CREATE TABLE phone (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  label TEXT NOT NULL DEFAULT '',
  typed TEXT NOT NULL,
  e164 TEXT NOT NULL DEFAULT '',
  extension TEXT NOT NULL DEFAULT '',
  is_wrong INTEGER NOT NULL DEFAULT 0,
  is_fax INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX phone_person ON phone(person_id);
CREATE INDEX phone_number ON phone(e164) WHERE e164 <> '';
CREATE TABLE email (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  label TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL,
  is_wrong INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX email_person ON email(person_id);
CREATE INDEX email_address ON email(lower(address));
CREATE TABLE address (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  label TEXT NOT NULL DEFAULT '',
  street TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  region TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT ''
);
CREATE INDEX address_person ON address(person_id);
CREATE TABLE social (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  network TEXT NOT NULL DEFAULT '',
  handle TEXT NOT NULL
);
CREATE INDEX social_person ON social(person_id);
-- Anniversaries, relations and whatever an import brought that has no field of its own.
CREATE TABLE detail (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'extra',
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL
);
CREATE INDEX detail_person ON detail(person_id);
CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  UNIQUE (person_id, name)
);
CREATE INDEX tag_name ON tag(name);
CREATE TABLE promise (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  window TEXT NOT NULL DEFAULT 'day',
  at_time TEXT,
  zone TEXT NOT NULL DEFAULT '',
  channel TEXT,
  reason TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  made_on TEXT,
  status TEXT NOT NULL DEFAULT 'open',
  closed_on TEXT
);
CREATE INDEX promise_person ON promise(person_id);
CREATE INDEX promise_open ON promise(due_on, person_id) WHERE status = 'open';
CREATE TABLE touch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  at_time TEXT,
  zone TEXT,
  kind TEXT NOT NULL,
  points REAL NOT NULL,
  channel TEXT,
  direction TEXT NOT NULL DEFAULT 'me',
  purpose TEXT NOT NULL DEFAULT 'relationship',
  topic TEXT NOT NULL DEFAULT '',
  words TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  wants_answer INTEGER NOT NULL DEFAULT 0,
  expects_call INTEGER NOT NULL DEFAULT 0,
  thanked_me INTEGER NOT NULL DEFAULT 0,
  promise_id INTEGER REFERENCES promise(id) ON DELETE SET NULL,
  entered_at TEXT NOT NULL
);
CREATE INDEX touch_person ON touch(person_id, on_date);
CREATE INDEX touch_date ON touch(on_date, kind, points);
CREATE INDEX touch_promise ON touch(promise_id) WHERE promise_id IS NOT NULL;
CREATE TABLE permission (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  topics TEXT NOT NULL DEFAULT 'any',
  basis TEXT NOT NULL DEFAULT 'verbal',
  words TEXT NOT NULL DEFAULT '',
  given_on TEXT,
  place TEXT NOT NULL DEFAULT '',
  expires_on TEXT,
  revoked_on TEXT,
  revoked_words TEXT NOT NULL DEFAULT ''
);
CREATE INDEX permission_person ON permission(person_id);
CREATE TABLE stop_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  channel TEXT,
  on_date TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  asked_by TEXT NOT NULL DEFAULT 'them'
);
CREATE INDEX stop_person ON stop_rule(person_id);
CREATE TABLE thank_you (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  trigger_kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  done_on TEXT
);
CREATE INDEX thank_person ON thank_you(person_id);
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number INTEGER NOT NULL UNIQUE,
  for_date TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE TABLE sheet_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sheet_id INTEGER NOT NULL REFERENCES sheet(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  band TEXT NOT NULL DEFAULT '',
  action TEXT NOT NULL DEFAULT '',
  entered_on TEXT,
  UNIQUE (sheet_id, position)
);
CREATE INDEX sheet_row_person ON sheet_row(person_id) WHERE person_id IS NOT NULL;
-- Who stood on which day's list, and whom the user put off: carried people keep their original date.
CREATE TABLE listed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  is_put_off INTEGER NOT NULL DEFAULT 0,
  UNIQUE (person_id, on_date)
);
CREATE INDEX listed_date ON listed(on_date);
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Derived from the tables above and kept in step by the services; never exported, never undone.
CREATE TABLE standing (
  person_id INTEGER PRIMARY KEY REFERENCES person(id) ON DELETE CASCADE,
  sort_name TEXT NOT NULL,
  fp TEXT NOT NULL,
  stage TEXT NOT NULL,
  source TEXT NOT NULL,
  score REAL NOT NULL,
  last_on TEXT,
  last_kind TEXT NOT NULL DEFAULT '',
  last_channel TEXT NOT NULL DEFAULT '',
  next_on TEXT,
  next_at TEXT NOT NULL DEFAULT '',
  next_action TEXT NOT NULL DEFAULT '',
  is_listed INTEGER NOT NULL DEFAULT 1,
  as_of TEXT NOT NULL
);
CREATE INDEX standing_search ON standing(sort_name, person_id, fp) WHERE is_listed;
CREATE INDEX standing_score ON standing(score, person_id, stage) WHERE is_listed;
CREATE INDEX standing_stage ON standing(stage, sort_name) WHERE is_listed;
CREATE INDEX standing_source ON standing(source, sort_name) WHERE is_listed;
CREATE INDEX standing_last ON standing(last_on, person_id) WHERE is_listed;
CREATE INDEX standing_next ON standing(next_on, person_id, next_action) WHERE is_listed;
CREATE INDEX standing_away ON standing(sort_name, person_id) WHERE NOT is_listed;
CREATE TABLE due (
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  due_on TEXT NOT NULL,
  ref_id INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, due_on, person_id, ref_id)
) WITHOUT ROWID;
CREATE INDEX due_person ON due(person_id);
CREATE VIRTUAL TABLE standing_fts USING fts5(fp, content='standing', content_rowid='person_id', tokenize='trigram', detail='full');
CREATE TRIGGER standing_fts_added AFTER INSERT ON standing BEGIN
  INSERT INTO standing_fts(rowid, fp) VALUES (new.person_id, new.fp);
END;
CREATE TRIGGER standing_fts_removed AFTER DELETE ON standing BEGIN
  INSERT INTO standing_fts(standing_fts, rowid, fp) VALUES ('delete', old.person_id, old.fp);
END;
CREATE TRIGGER standing_fts_changed AFTER UPDATE OF fp ON standing WHEN old.fp <> new.fp BEGIN
  INSERT INTO standing_fts(standing_fts, rowid, fp) VALUES ('delete', old.person_id, old.fp);
  INSERT INTO standing_fts(rowid, fp) VALUES (new.person_id, new.fp);
END;

-- Undo: temporary triggers of planner/models/undo.py write down how to take each change back.
-- op: 'changed' (body: the old values), 'gone' (body: the row), 'added', 'born' (body: the last id of a range).
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}',
  at TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE undo_log (
  seq INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  op TEXT NOT NULL,
  row_key,
  person_id INTEGER,
  body TEXT NOT NULL
);
