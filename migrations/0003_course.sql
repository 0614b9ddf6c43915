-- What happens in the course of a request beside its answer: the closed lists of it, and where its facts
-- are kept. Columns are added, so that the triggers that keep events append-only stay.

INSERT INTO channels (code, label) VALUES ('web_form', 'web form');

INSERT INTO clock_kinds (code, label) VALUES
  ('response-extended', 'reply after an extension'), ('clarification', 'our answer to their question'),
  ('fees', 'payment of the fee'), ('comply', 'what the decision notice orders'),
  ('appeal', 'last day to appeal');

INSERT INTO stages (code, label) VALUES
  ('clarification_asked', 'Clarification asked'), ('fees_asked', 'Fees asked'), ('extended', 'Extended'),
  ('with_commissioner', 'With the Commissioner'), ('decision_notice', 'Decision notice'),
  ('on_appeal', 'On appeal');

INSERT INTO step_kinds (code, label) VALUES
  ('answer_clarification', 'Answer their question'), ('pay_fee', 'Pay the fee or ask for less'),
  ('appeal', 'Appeal'), ('close', 'Close the request');

-- What a date is that the force claims for itself.
CREATE TABLE claims (code TEXT PRIMARY KEY NOT NULL, label TEXT NOT NULL) STRICT;
INSERT INTO claims (code, label) VALUES
  ('received', 'received on'), ('due', 'due on'), ('review-request', 'review to be asked for by');

-- The day that a letter of theirs names: promised, estimated, claimed, or set for us.
ALTER TABLE events ADD COLUMN names_day TEXT;
ALTER TABLE events ADD COLUMN claim TEXT REFERENCES claims (code);
ALTER TABLE events ADD COLUMN moved_to TEXT REFERENCES regimes (code);
-- The authority to which a request was passed.
ALTER TABLE events ADD COLUMN passed_to TEXT;

-- The questions that an event is about, with their words where it words them anew.
CREATE TABLE event_questions (
  event_id INTEGER NOT NULL REFERENCES events (id),
  position INTEGER NOT NULL,
  question_id INTEGER NOT NULL REFERENCES questions (id),
  words_hash TEXT,
  PRIMARY KEY (event_id, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER event_questions_no_update BEFORE UPDATE ON event_questions
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;
CREATE TRIGGER event_questions_no_delete BEFORE DELETE ON event_questions
BEGIN SELECT RAISE (ABORT, 'events are append-only: strike the event and add the right one'); END;

-- The date that the force claims, beside ours; days that the Act disregards; the questions of a clock.
ALTER TABLE deadlines ADD COLUMN claimed_due_on TEXT;
ALTER TABLE deadlines ADD COLUMN claimed_reading TEXT;
ALTER TABLE deadlines ADD COLUMN paused TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(paused));
ALTER TABLE deadlines ADD COLUMN questions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions));
