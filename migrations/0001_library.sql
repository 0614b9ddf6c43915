-- The library of FOI Desk: reference data, campaigns, correspondence, and what is worked out from it.
--
-- Closed lists are reference tables with foreign keys: a new kind is an INSERT, never a rebuilt table,
-- because a rebuild would drop the triggers that keep events append-only.
-- Civil dates are TEXT 'YYYY-MM-DD'; instants (what the machine recorded) are TEXT in UTC ending in 'Z'.

-- Closed lists ---------------------------------------------------------------------------------------

CREATE TABLE divisions (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO divisions (code, label) VALUES
  ('england-and-wales', 'England and Wales'), ('scotland', 'Scotland'), ('northern-ireland', 'Northern Ireland');

CREATE TABLE regimes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO regimes (code, label) VALUES
  ('foia', 'FOI Act 2000'), ('foisa', 'FOI (Scotland) Act 2002');

CREATE TABLE force_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO force_kinds (code, label) VALUES
  ('territorial-police', 'territorial police'), ('special-police', 'special police'),
  ('oversight-body', 'oversight or national body'), ('government-department', 'government department'),
  ('prosecution-service', 'prosecution service'), ('not-subject', 'not subject to the Act');

CREATE TABLE question_roles (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO question_roles (code, label) VALUES
  ('counted', 'counted question'), ('stem', 'introduces its parts'), ('follow_up', 'closing question');

CREATE TABLE outcomes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO outcomes (code, label) VALUES
  ('answered', 'Answered'), ('partly', 'Partly'), ('refused', 'Refused'), ('not_held', 'Not held'),
  ('ncnd', 'Neither confirmed nor denied'), ('elsewhere', 'Available elsewhere'),
  ('not_addressed', 'Not addressed'), ('not_applicable', 'Not applicable'),
  ('withdrawn', 'Withdrawn'), ('awaiting', 'Awaiting');

-- rank orders the events of one day.
CREATE TABLE event_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL, rank INTEGER NOT NULL UNIQUE) STRICT;
INSERT INTO event_kinds (code, label, rank) VALUES
  ('letter_written', 'Letter written', 5), ('request_sent', 'Request sent', 10), ('resent', 'Sent again', 11),
  ('delivery_failed', 'Delivery failed', 12), ('letter_received', 'Letter received by the force', 15),
  ('acknowledged', 'Acknowledged', 20), ('reference_given', 'Reference given by the force', 21),
  ('date_claimed', 'Date claimed by the force', 22), ('transferred', 'Transferred', 23),
  ('regime_moved', 'Moved to another regime', 24), ('clarification_asked', 'Clarification asked', 30),
  ('fees_notice', 'Fees notice', 31), ('extension_claimed', 'Extension claimed', 32),
  ('holding_reply', 'Holding reply', 33), ('clarification_answered', 'Clarification answered', 35),
  ('narrowed', 'Narrowed', 36), ('fees_paid', 'Fee paid', 37), ('reply_received', 'Reply received', 50),
  ('outcome_corrected', 'Outcome corrected', 51), ('chaser_sent', 'Chaser sent', 60),
  ('follow_up_sent', 'Follow-up sent', 61), ('review_asked', 'Internal review asked', 62),
  ('review_acknowledged', 'Internal review acknowledged', 63), ('review_extended', 'Internal review extended', 64),
  ('review_refused', 'Internal review refused', 65), ('review_decided', 'Internal review decided', 66),
  ('complaint_made', 'Complaint made', 70), ('complaint_acknowledged', 'Complaint acknowledged', 71),
  ('decision_notice', 'Decision notice', 72), ('appeal_made', 'Appeal made', 73),
  ('appeal_decided', 'Appeal decided', 74), ('note', 'Note', 80), ('parts_withdrawn', 'Parts withdrawn', 90),
  ('withdrawn', 'Withdrawn', 91), ('closed', 'Closed', 99);

CREATE TABLE channels (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO channels (code, label) VALUES ('post', 'post'), ('email', 'e-mail');

CREATE TABLE post_classes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO post_classes (code, label) VALUES ('first', 'first class'), ('second', 'second class');

CREATE TABLE letter_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO letter_kinds (code, label) VALUES
  ('request', 'Request'), ('follow_up', 'Follow-up'), ('review', 'Internal review request');

CREATE TABLE follow_up_modes (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO follow_up_modes (code, label) VALUES
  ('A', 'fresh request, with advice'), ('B', 'internal review'),
  ('C', 'internal review and fresh request'), ('D', 'enquiry');

CREATE TABLE review_results (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO review_results (code, label) VALUES
  ('upheld', 'upheld'), ('partly', 'partly overturned'), ('overturned', 'overturned');

CREATE TABLE clock_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO clock_kinds (code, label) VALUES
  ('response', 'reply to the request'), ('fresh-request', 'reply to the fresh request'),
  ('reply-by', 'our own date'), ('review-request', 'last day to ask for an internal review'),
  ('review', 'outcome of the internal review'), ('review-extended', 'longest time for an internal review'),
  ('complaint', 'last day to go to the Commissioner');

CREATE TABLE authorities (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO authorities (code, label) VALUES
  ('statute', 'statute'), ('regulation', 'regulations'), ('code', 'code of practice'),
  ('policy', 'regulator''s policy'), ('courtesy', 'our own date');

CREATE TABLE stages (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO stages (code, label) VALUES
  ('not_sent', 'Not sent'), ('awaiting', 'Awaiting reply'), ('overdue', 'Overdue'),
  ('to_follow_up', 'To follow up'), ('followed_up', 'Followed up'), ('in_review', 'In review'),
  ('review_late', 'Review late'), ('complete', 'Complete'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn');

CREATE TABLE step_kinds (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO step_kinds (code, label) VALUES
  ('write_request', 'Write the request'), ('send_letter', 'Send the letter'), ('wait', 'Wait'),
  ('chase', 'Chase the reply'), ('follow_up', 'Write a follow-up'), ('ask_review', 'Ask for an internal review'),
  ('chase_review', 'Chase the review'), ('complain', 'Go to the Commissioner'), ('nothing', 'Nothing to do');

CREATE TABLE item_states (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO item_states (code, label) VALUES
  ('pending', 'not yet done'), ('done', 'done'), ('failed', 'not done'), ('skipped', 'left out');

-- Acts -----------------------------------------------------------------------------------------------

-- Every change belongs to an operation, labelled in the user's words.
CREATE TABLE operations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL CHECK (label <> ''),
  recorded_at TEXT NOT NULL,
  -- What a batch is about ('send HT'), so that an unfinished one is found again and finished.
  batch TEXT,
  undoes INTEGER UNIQUE REFERENCES operations (id)
) STRICT;

-- A batch has an item per letter or reply; each item is one transaction.
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

-- Each edit of reference data, with the row before and after.
CREATE TABLE edits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX edits_by_operation ON edits (operation_id);

-- Words and documents: named by the hash of their bytes, apart from events, so that they can be purged -

CREATE TABLE words (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT;

-- The bytes are the file documents/<hash>.
CREATE TABLE documents (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
  media_type TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- What was removed, when and why. The hash stays where it is referred to.
CREATE TABLE tombstones (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length(hash) = 64),
  reason TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- Reference data -------------------------------------------------------------------------------------

CREATE TABLE bank_holidays (
  date TEXT NOT NULL,
  division TEXT NOT NULL REFERENCES divisions (code),
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  PRIMARY KEY (date, division)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE campaigns (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  prefix TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (title <> ''),
  note TEXT,
  note_printed INTEGER NOT NULL DEFAULT 0 CHECK (note_printed IN (0, 1)),
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

CREATE TABLE campaign_periods (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (campaign_id, position)
) STRICT, WITHOUT ROWID;

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
CREATE UNIQUE INDEX questions_by_number ON questions (campaign_id, number, ifnull(part, ''));

-- What was said in public, quoted whole; an answer that was given stays beside a claim.
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

-- Correspondence -------------------------------------------------------------------------------------

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

-- What is frozen of a letter: its bytes (by hash), its wording's version, what it states, and the lines of
-- the address that it bears (none where none was known).
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

CREATE TABLE letter_questions (
  letter_id INTEGER NOT NULL REFERENCES letters (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  is_fresh INTEGER NOT NULL DEFAULT 0 CHECK (is_fresh IN (0, 1)),
  PRIMARY KEY (letter_id, question_id)
) STRICT, WITHOUT ROWID;

-- happened_on is the civil date of the fact; for a letter of theirs the date that it bears, with the day
-- of its arrival in received_on.
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
) STRICT;
CREATE INDEX events_by_request ON events (request_id);
CREATE INDEX events_by_operation ON events (operation_id);

CREATE TABLE event_outcomes (
  event_id INTEGER NOT NULL REFERENCES events (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  outcome TEXT NOT NULL REFERENCES outcomes (code),
  note_hash TEXT,
  PRIMARY KEY (event_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_grounds (
  event_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  ground TEXT NOT NULL,
  PRIMARY KEY (event_id, question_id, position),
  FOREIGN KEY (event_id, question_id) REFERENCES event_outcomes (event_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_documents (
  event_id INTEGER NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  document_hash TEXT NOT NULL REFERENCES documents (hash),
  file_name TEXT NOT NULL,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;

-- An event that turned out wrong, or was undone, is struck with a reason; it is never changed.
CREATE TABLE strikes (
  event_id INTEGER PRIMARY KEY NOT NULL REFERENCES events (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  operation_id INTEGER NOT NULL REFERENCES operations (id)
) STRICT;

-- Worked out: can be dropped and rebuilt at any time -------------------------------------------------

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
  stopped_on TEXT,
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_by_day ON deadlines (due_on);

-- Stages and steps with the days on which each holds: "what needs doing today" is a query.
CREATE TABLE agenda_stages (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  position INTEGER NOT NULL,
  stage TEXT NOT NULL REFERENCES stages (code),
  from_day TEXT NOT NULL,
  until_day TEXT,
  due_on TEXT,
  PRIMARY KEY (request_id, position)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE current_outcomes (
  request_id INTEGER NOT NULL REFERENCES requests (id),
  question_id INTEGER NOT NULL REFERENCES questions (id),
  outcome TEXT NOT NULL REFERENCES outcomes (code),
  given_by INTEGER REFERENCES events (id),
  PRIMARY KEY (request_id, question_id)
) STRICT, WITHOUT ROWID;

-- Append-only ----------------------------------------------------------------------------------------

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_outcomes_no_update BEFORE UPDATE ON event_outcomes
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_outcomes_no_delete BEFORE DELETE ON event_outcomes
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_grounds_no_update BEFORE UPDATE ON event_grounds
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_grounds_no_delete BEFORE DELETE ON event_grounds
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_documents_no_update BEFORE UPDATE ON event_documents
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_documents_no_delete BEFORE DELETE ON event_documents
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER strikes_no_update BEFORE UPDATE ON strikes
BEGIN SELECT RAISE (ABORT, 'a strike stands: add the right event instead'); END;
CREATE TRIGGER strikes_no_delete BEFORE DELETE ON strikes
BEGIN SELECT RAISE (ABORT, 'a strike stands: add the right event instead'); END;
CREATE TRIGGER letters_no_update BEFORE UPDATE ON letters
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;
CREATE TRIGGER letters_no_delete BEFORE DELETE ON letters
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;
CREATE TRIGGER letter_questions_no_update BEFORE UPDATE ON letter_questions
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;
CREATE TRIGGER letter_questions_no_delete BEFORE DELETE ON letter_questions
BEGIN SELECT RAISE (ABORT, 'a letter is frozen when it is written: write another'); END;
CREATE TRIGGER operations_no_update BEFORE UPDATE ON operations
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;
CREATE TRIGGER operations_no_delete BEFORE DELETE ON operations
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;
CREATE TRIGGER edits_no_update BEFORE UPDATE ON edits
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;
CREATE TRIGGER edits_no_delete BEFORE DELETE ON edits
BEGIN SELECT RAISE (ABORT, 'history is append-only: undo is a new operation'); END;
