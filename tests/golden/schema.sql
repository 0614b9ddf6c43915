-- The schema of a library, object by object in order of name. Compared by tests/store/schema.rs,
-- which says how to renew it.

-- index deadlines_by_day
CREATE INDEX deadlines_by_day ON deadlines (due_on);

-- index edits_by_operation
CREATE INDEX edits_by_operation ON edits (operation_id);

-- index events_by_operation
CREATE INDEX events_by_operation ON events (operation_id);

-- index events_by_request
CREATE INDEX events_by_request ON events (request_id);

-- index questions_by_number
CREATE UNIQUE INDEX questions_by_number ON questions (campaign_id, number, ifnull(part, ''));

-- table agenda_stages
CREATE TABLE agenda_stages (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  position INTEGER NOT NULL,
  stage TEXT NOT NULL REFERENCES stages (code),
  from_day TEXT NOT NULL,
  until_day TEXT,
  due_on TEXT,
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;

-- table agenda_steps
CREATE TABLE agenda_steps (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES step_kinds (code),
  from_day TEXT NOT NULL,
  until_day TEXT,
  reason TEXT NOT NULL,
  authority TEXT REFERENCES authorities (code),
  citation TEXT,
  mode TEXT REFERENCES follow_up_modes (code),
  letter_id INTEGER REFERENCES letters (id),
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;

-- table applied_migrations
CREATE TABLE applied_migrations (
  version INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

-- table authorities
CREATE TABLE authorities (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table bank_holidays
CREATE TABLE bank_holidays (
  date TEXT NOT NULL,
  division TEXT NOT NULL REFERENCES divisions (code),
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  PRIMARY KEY (date, division)
) STRICT, WITHOUT ROWID;

-- table campaign_periods
CREATE TABLE campaign_periods (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (campaign_id, position)
) STRICT, WITHOUT ROWID;

-- table campaigns
CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  prefix TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (title <> ''),
  note TEXT,
  note_printed INTEGER NOT NULL DEFAULT 0 CHECK (note_printed IN (0, 1)),
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- table channels
CREATE TABLE channels (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table claims
CREATE TABLE claims (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table clock_kinds
CREATE TABLE clock_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table current_outcomes
CREATE TABLE current_outcomes (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  outcome TEXT NOT NULL REFERENCES outcomes (code),
  given_by INTEGER REFERENCES events (id),
  PRIMARY KEY (request_id, question_id)
) STRICT, WITHOUT ROWID;

-- table deadlines
CREATE TABLE deadlines (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL REFERENCES clock_kinds (code),
  started_by INTEGER NOT NULL REFERENCES events (id),
  subject TEXT NOT NULL,
  counted_from TEXT NOT NULL,
  counted_from_fact TEXT NOT NULL,
  due_on TEXT NOT NULL,
  length TEXT,
  skipped TEXT NOT NULL CHECK (json_valid(skipped)),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  authority TEXT NOT NULL REFERENCES authorities (code),
  citation TEXT NOT NULL,
  citation_confirmed INTEGER NOT NULL CHECK (citation_confirmed IN (0, 1)),
  other_due_on TEXT,
  other_reading TEXT,
  stopped_on TEXT, claimed_due_on TEXT, claimed_reading TEXT, paused TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(paused)), questions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions)),
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;

-- table divisions
CREATE TABLE divisions (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table documents
CREATE TABLE documents (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
  media_type TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- table edits
CREATE TABLE edits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

-- table event_documents
CREATE TABLE event_documents (
  event_id INTEGER NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  document_hash TEXT NOT NULL REFERENCES documents (hash),
  file_name TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

-- table event_grounds
CREATE TABLE event_grounds (
  event_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  ground TEXT NOT NULL,
  PRIMARY KEY (event_id, question_id, position),
  FOREIGN KEY (event_id, question_id) REFERENCES event_outcomes (event_id, question_id)
) STRICT, WITHOUT ROWID;

-- table event_kinds
CREATE TABLE event_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL, rank INTEGER NOT NULL UNIQUE) STRICT;

-- table event_outcomes
CREATE TABLE event_outcomes (
  event_id INTEGER NOT NULL REFERENCES events (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  outcome TEXT NOT NULL REFERENCES outcomes (code),
  note_hash TEXT,
  PRIMARY KEY (event_id, question_id)
) STRICT, WITHOUT ROWID;

-- table event_questions
CREATE TABLE event_questions (
  event_id INTEGER NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  words_hash TEXT,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

-- table events
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id INTEGER NOT NULL REFERENCES requests (id),
  kind TEXT NOT NULL REFERENCES event_kinds (code),
  happened_on TEXT NOT NULL,
  received_on TEXT,
  letter_id INTEGER REFERENCES letters (id),
  channel TEXT REFERENCES channels (code),
  post_class TEXT REFERENCES post_classes (code),
  their_reference TEXT,
  review_result TEXT REFERENCES review_results (code),
  supersedes INTEGER REFERENCES events (id),
  words_hash TEXT,
  redo_of INTEGER REFERENCES events (id),
  recorded_at TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id)
, names_day TEXT, claim TEXT REFERENCES claims (code), moved_to TEXT REFERENCES regimes (code), passed_to TEXT) STRICT;

-- table follow_up_modes
CREATE TABLE follow_up_modes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table force_kinds
CREATE TABLE force_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table forces
CREATE TABLE forces (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL CHECK (short_name <> ''),
  welsh_name TEXT,
  nation TEXT NOT NULL,
  regime TEXT REFERENCES regimes (code),
  kind TEXT NOT NULL REFERENCES force_kinds (code),
  legal_authority TEXT,
  website TEXT,
  police_uk_id TEXT,
  address TEXT,
  postcode TEXT,
  address_confirmed_on TEXT,
  email TEXT,
  email_confirmed_on TEXT,
  source TEXT NOT NULL,
  confidence TEXT NOT NULL,
  built_in INTEGER NOT NULL CHECK (built_in IN (0, 1)),
  CHECK ((address IS NULL) = (postcode IS NULL)),
  CHECK (address_confirmed_on IS NULL OR address IS NOT NULL),
  CHECK (email_confirmed_on IS NULL OR email IS NOT NULL)
) STRICT;

-- table internal_reviews
CREATE TABLE internal_reviews (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  asked_by INTEGER NOT NULL REFERENCES events (id),
  letter_id INTEGER REFERENCES letters (id),
  asked_on TEXT NOT NULL,
  received_on TEXT NOT NULL,
  decided_on TEXT,
  result TEXT REFERENCES review_results (code),
  PRIMARY KEY (request_id, asked_by)
) STRICT, WITHOUT ROWID;

-- table item_states
CREATE TABLE item_states (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table letter_kinds
CREATE TABLE letter_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table letter_questions
CREATE TABLE letter_questions (
  letter_id INTEGER NOT NULL REFERENCES letters (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  is_fresh INTEGER NOT NULL DEFAULT 0 CHECK (is_fresh IN (0, 1)),
  PRIMARY KEY (letter_id, question_id)
) STRICT, WITHOUT ROWID;

-- table letters
CREATE TABLE letters (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  request_id INTEGER NOT NULL REFERENCES requests (id),
  number INTEGER NOT NULL CHECK (number > 0),
  second_number INTEGER CHECK (second_number > number),
  kind TEXT NOT NULL REFERENCES letter_kinds (code),
  mode TEXT REFERENCES follow_up_modes (code),
  dated TEXT NOT NULL,
  reply_by TEXT,
  page_count INTEGER NOT NULL CHECK (page_count > 0),
  address TEXT NOT NULL,
  document_hash TEXT NOT NULL REFERENCES documents (hash),
  wording_version TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  UNIQUE (request_id, number),
  CHECK ((kind = 'follow_up') = (mode IS NOT NULL))
) STRICT;

-- table operation_items
CREATE TABLE operation_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  position INTEGER NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' REFERENCES item_states (code),
  reason TEXT,
  UNIQUE (operation_id, position),
  UNIQUE (operation_id, subject),
  CHECK (state IN ('pending', 'done') OR reason IS NOT NULL)
) STRICT;

-- table operations
CREATE TABLE operations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL CHECK (label <> ''),
  recorded_at TEXT NOT NULL,
  -- What a batch is about ('send HT'), so that an unfinished one is found again and finished.
  batch TEXT,
  undoes INTEGER UNIQUE REFERENCES operations (id)
) STRICT;

-- table outcomes
CREATE TABLE outcomes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table post_classes
CREATE TABLE post_classes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table question_roles
CREATE TABLE question_roles (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table questions
CREATE TABLE questions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  part TEXT CHECK (part IS NULL OR length(part) = 1),
  role TEXT NOT NULL REFERENCES question_roles (code),
  text TEXT NOT NULL CHECK (text <> ''),
  UNIQUE (campaign_id, position)
) STRICT;

-- table regimes
CREATE TABLE regimes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table requests
CREATE TABLE requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  force_id INTEGER NOT NULL REFERENCES forces (id),
  number INTEGER NOT NULL CHECK (number > 0),
  regime TEXT NOT NULL REFERENCES regimes (code),
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  UNIQUE (campaign_id, force_id),
  UNIQUE (campaign_id, number)
) STRICT;

-- table review_results
CREATE TABLE review_results (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table senders
CREATE TABLE senders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  applicant TEXT NOT NULL CHECK (applicant <> ''),
  signatory TEXT,
  signatory_title TEXT,
  organisation TEXT,
  address TEXT NOT NULL CHECK (address <> ''),
  email TEXT,
  telephone TEXT
) STRICT;

-- table sources
CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('statement', 'claim')),
  house TEXT NOT NULL,
  volume TEXT NOT NULL,
  said_on TEXT NOT NULL,
  title TEXT NOT NULL,
  question_number TEXT,
  speaker TEXT,
  column_number TEXT,
  question TEXT,
  quotation TEXT NOT NULL CHECK (quotation <> ''),
  answer TEXT,
  UNIQUE (campaign_id, position),
  CHECK (kind <> 'claim' OR answer IS NOT NULL)
) STRICT;

-- table stages
CREATE TABLE stages (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table step_kinds
CREATE TABLE step_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;

-- table strikes
CREATE TABLE strikes (
  event_id INTEGER PRIMARY KEY NOT NULL REFERENCES events (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- table tombstones
CREATE TABLE tombstones (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  reason TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- table words
CREATE TABLE words (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT;

-- trigger edits_no_delete
CREATE TRIGGER edits_no_delete BEFORE DELETE ON edits
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;

-- trigger edits_no_update
CREATE TRIGGER edits_no_update BEFORE UPDATE ON edits
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;

-- trigger event_documents_no_delete
CREATE TRIGGER event_documents_no_delete BEFORE DELETE ON event_documents
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_documents_no_update
CREATE TRIGGER event_documents_no_update BEFORE UPDATE ON event_documents
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_grounds_no_delete
CREATE TRIGGER event_grounds_no_delete BEFORE DELETE ON event_grounds
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_grounds_no_update
CREATE TRIGGER event_grounds_no_update BEFORE UPDATE ON event_grounds
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_outcomes_no_delete
CREATE TRIGGER event_outcomes_no_delete BEFORE DELETE ON event_outcomes
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_outcomes_no_update
CREATE TRIGGER event_outcomes_no_update BEFORE UPDATE ON event_outcomes
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_questions_no_delete
CREATE TRIGGER event_questions_no_delete BEFORE DELETE ON event_questions
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger event_questions_no_update
CREATE TRIGGER event_questions_no_update BEFORE UPDATE ON event_questions
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger events_no_delete
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger events_no_update
CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- trigger letter_questions_no_delete
CREATE TRIGGER letter_questions_no_delete BEFORE DELETE ON letter_questions
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;

-- trigger letter_questions_no_update
CREATE TRIGGER letter_questions_no_update BEFORE UPDATE ON letter_questions
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;

-- trigger letters_no_delete
CREATE TRIGGER letters_no_delete BEFORE DELETE ON letters
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;

-- trigger letters_no_update
CREATE TRIGGER letters_no_update BEFORE UPDATE ON letters
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;

-- trigger operations_no_delete
CREATE TRIGGER operations_no_delete BEFORE DELETE ON operations
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;

-- trigger operations_no_update
CREATE TRIGGER operations_no_update BEFORE UPDATE ON operations
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;

-- trigger strikes_no_delete
CREATE TRIGGER strikes_no_delete BEFORE DELETE ON strikes
BEGIN SELECT RAISE (ABORT, 'a strike stands: add the right event instead'); END;

-- trigger strikes_no_update
CREATE TRIGGER strikes_no_update BEFORE UPDATE ON strikes
BEGIN SELECT RAISE (ABORT, 'a strike stands: add the right event instead'); END;
