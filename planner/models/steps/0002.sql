-- Step 2: what the next right move needs to know. Frozen: later changes come in later steps.
ALTER TABLE source ADD COLUMN unknown TEXT NOT NULL DEFAULT '';
ALTER TABLE phone ADD COLUMN registry TEXT;
ALTER TABLE phone ADD COLUMN registry_on TEXT;
ALTER TABLE stop_rule ADD COLUMN meant TEXT;
ALTER TABLE stop_rule ADD COLUMN at_time TEXT;
UPDATE stop_rule SET meant = CASE WHEN channel IS NULL THEN 'everything' ELSE 'channel' END;
ALTER TABLE person ADD COLUMN fact TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN good_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN opening_line TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN voicemail_plan TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN good_ending TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN wish TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN consultant TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN introduced_on TEXT;
ALTER TABLE person ADD COLUMN is_minor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN is_wanted_on_team INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN is_no_fit INTEGER NOT NULL DEFAULT 0;
CREATE INDEX touch_social ON touch(on_date, person_id) WHERE channel = 'social' AND direction = 'me';
CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL DEFAULT '',
  days_supply INTEGER,
  is_seasonal INTEGER NOT NULL DEFAULT 0
);
-- An order; the word itself belongs to SQL. A line names its product as it was called on that day.
CREATE TABLE purchase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  on_date TEXT NOT NULL,
  delivered_on TEXT,
  began TEXT NOT NULL DEFAULT 'asked',
  total_cents INTEGER,
  cooling_off_until TEXT,
  came_back TEXT,
  came_back_on TEXT,
  came_back_why TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX purchase_person ON purchase(person_id, on_date);
CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  purchase_id INTEGER NOT NULL REFERENCES purchase(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  product TEXT NOT NULL,
  quantity INTEGER NOT NULL DEFAULT 1,
  days_supply INTEGER
);
CREATE INDEX purchase_line_order ON purchase_line(purchase_id);
CREATE INDEX purchase_line_person ON purchase_line(person_id);
CREATE TABLE party (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER REFERENCES person(id) ON DELETE SET NULL,
  kind TEXT NOT NULL DEFAULT 'home',
  name TEXT NOT NULL DEFAULT '',
  on_date TEXT NOT NULL,
  at_time TEXT,
  zone TEXT NOT NULL DEFAULT '',
  goal TEXT NOT NULL DEFAULT '',
  booked_on TEXT,
  rewards_on TEXT,
  cancelled_on TEXT,
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX party_host ON party(person_id) WHERE person_id IS NOT NULL;
CREATE INDEX party_date ON party(on_date);
CREATE TABLE party_guest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  party_id INTEGER NOT NULL REFERENCES party(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  status TEXT NOT NULL DEFAULT 'invited',
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (party_id, person_id)
);
CREATE INDEX party_guest_person ON party_guest(person_id);
CREATE TABLE membership (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  joined_on TEXT NOT NULL,
  joined_at TEXT,
  zone TEXT NOT NULL DEFAULT '',
  raised_hand INTEGER NOT NULL DEFAULT 0,
  trained_on TEXT,
  launch_on TEXT,
  left_on TEXT,
  goals TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  wants_daily_check INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX membership_person ON membership(person_id);
CREATE TABLE commitment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  what TEXT NOT NULL,
  by_date TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  made_on TEXT,
  status TEXT NOT NULL DEFAULT 'open',
  closed_on TEXT
);
CREATE INDEX commitment_person ON commitment(person_id);
CREATE TABLE interest (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  scope TEXT NOT NULL,
  topic TEXT NOT NULL DEFAULT '',
  on_date TEXT,
  words TEXT NOT NULL DEFAULT '',
  raised_hand INTEGER NOT NULL DEFAULT 0,
  why TEXT NOT NULL DEFAULT '',
  ended_on TEXT
);
CREATE INDEX interest_person ON interest(person_id);
CREATE TABLE said_no (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  scope TEXT NOT NULL,
  on_date TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  lifted_on TEXT,
  lifted_words TEXT NOT NULL DEFAULT ''
);
CREATE INDEX said_no_person ON said_no(person_id);
CREATE TABLE life_pause (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  what TEXT NOT NULL DEFAULT ''
);
CREATE INDEX life_pause_person ON life_pause(person_id);
CREATE TABLE plan_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  plan TEXT NOT NULL,
  anchor_on TEXT NOT NULL,
  step TEXT NOT NULL,
  done_on TEXT NOT NULL,
  UNIQUE (person_id, plan, anchor_on, step)
);
CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX activity_date ON activity(on_date);
