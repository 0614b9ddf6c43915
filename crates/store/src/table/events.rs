//! Events: appended, never changed. What was wrong is struck, with a reason, and recorded anew.

use std::collections::BTreeMap;

use casework::event::{Event, EventKind, Fact};
use casework::id::{EventId, OperationId, QuestionId, RequestId};
use casework::outcome::Answer;
use chrono::NaiveDate;
use law::Coded;
use law::exemption::Ground;
use law::regime::Regime;
use rusqlite::OptionalExtension;

use crate::codes::{coded, coded_if, date, get, stored};
use crate::documents::DocumentHash;
use crate::door::{Reader, Writer};
use crate::error::StoreError;
use crate::table::facts::{Columns, Kept, fact};

/// An event to append.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its kind.
    pub kind: EventKind,
    /// The civil date of the fact.
    pub happened_on: NaiveDate,
    /// What happened.
    pub fact: Fact,
    /// Words kept with it: a caveat, a note.
    pub note: Option<String>,
    /// Files kept with it: the hash of each, and the name that it came under.
    pub documents: Vec<(DocumentHash, String)>,
    /// The event that this one records again after an undo.
    pub redo_of: Option<EventId>,
}

/// An event as a chronology shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptEvent {
    /// The event.
    pub event: Event,
    /// The words kept with it.
    pub note: Option<String>,
    /// Files kept with it: hash and name.
    pub documents: Vec<(DocumentHash, String)>,
    /// The operation that recorded it.
    pub operation: OperationId,
}

type Answers = BTreeMap<i64, Vec<(QuestionId, Answer)>>;
type Questions = BTreeMap<i64, Vec<(QuestionId, Option<String>)>>;

impl Reader<'_> {
    /// The events of a request, in order of recording, struck ones included.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn events(&self, request: RequestId, regime: Regime) -> Result<Vec<KeptEvent>, StoreError> {
        let mut answers = self.answers(request, regime)?;
        let mut questions = self.event_questions(request)?;
        let mut documents = self.event_documents(request)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT e.id, e.kind, e.happened_on, e.received_on, e.letter_id, e.channel, e.post_class,
               e.their_reference, e.review_result, e.supersedes, e.names_day, e.claim, e.moved_to,
               e.passed_to, w.text AS words, s.reason AS struck,
               e.operation_id
             FROM events e
             LEFT JOIN words w ON w.hash = e.words_hash
             LEFT JOIN strikes s ON s.event_id = e.id
             WHERE e.request_id = ?1 ORDER BY e.id",
        )?;
        let mut rows = statement.query([request.0])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = get(row, "id")?;
            let kind = coded("kind of event", &get::<String>(row, "kind")?)?;
            let note: Option<String> = get(row, "words")?;
            let kept = Kept {
                words: note.clone().unwrap_or_default(),
                answers: answers.remove(&id).unwrap_or_default(),
                questions: questions.remove(&id).unwrap_or_default(),
            };
            let fact = fact(row, kind, kept)?;
            events.push(KeptEvent {
                event: Event {
                    id: EventId(id),
                    kind,
                    happened_on: date("date of an event", &get::<String>(row, "happened_on")?)?,
                    fact,
                    struck: get(row, "struck")?,
                },
                note,
                documents: documents.remove(&id).unwrap_or_default(),
                operation: OperationId(get(row, "operation_id")?),
            });
        }
        Ok(events)
    }

    fn answers(&self, request: RequestId, regime: Regime) -> Result<Answers, StoreError> {
        // Sections mean what they mean under the regime that the request was moved to.
        let moved: Option<String> = self
            .connection
            .query_row(
                "SELECT e.moved_to FROM events e
                 LEFT JOIN strikes s ON s.event_id = e.id
                 WHERE e.request_id = ?1 AND e.moved_to IS NOT NULL AND s.event_id IS NULL
                 ORDER BY e.happened_on DESC, e.id DESC LIMIT 1",
                [request.0],
                |row| row.get(0),
            )
            .optional()?;
        let stands_under = coded_if("regime", moved)?.unwrap_or(regime);
        let mut grounds: BTreeMap<(i64, i64), Vec<Ground>> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT g.event_id, g.question_id, g.ground FROM event_grounds g
             JOIN events e ON e.id = g.event_id
             WHERE e.request_id = ?1 ORDER BY g.event_id, g.question_id, g.position",
        )?;
        let mut rows = statement.query([request.0])?;
        while let Some(row) = rows.next()? {
            let text: String = get(row, "ground")?;
            let ground = Ground::parse(stands_under, &text)
                .or_else(|_| Ground::parse(regime, &text))
                .map_err(|_| StoreError::unknown("section", &text))?;
            grounds
                .entry((get(row, "event_id")?, get(row, "question_id")?))
                .or_default()
                .push(ground);
        }
        let mut answers = Answers::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT o.event_id, o.question_id, o.outcome, w.text AS note
             FROM event_outcomes o
             JOIN events e ON e.id = o.event_id
             JOIN questions q ON q.id = o.question_id
             LEFT JOIN words w ON w.hash = o.note_hash
             WHERE e.request_id = ?1 ORDER BY o.event_id, q.position",
        )?;
        let mut rows = statement.query([request.0])?;
        while let Some(row) = rows.next()? {
            let event: i64 = get(row, "event_id")?;
            let question: i64 = get(row, "question_id")?;
            let answer = Answer {
                outcome: coded("outcome", &get::<String>(row, "outcome")?)?,
                grounds: grounds.remove(&(event, question)).unwrap_or_default(),
                note: get(row, "note")?,
            };
            answers.entry(event).or_default().push((QuestionId(question), answer));
        }
        Ok(answers)
    }

    fn event_questions(&self, request: RequestId) -> Result<Questions, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT q.event_id, q.question_id, w.text AS words FROM event_questions q
             JOIN events e ON e.id = q.event_id
             LEFT JOIN words w ON w.hash = q.words_hash
             WHERE e.request_id = ?1 ORDER BY q.event_id, q.position",
        )?;
        let mut rows = statement.query([request.0])?;
        let mut questions = Questions::new();
        while let Some(row) = rows.next()? {
            let question = QuestionId(get(row, "question_id")?);
            questions
                .entry(get(row, "event_id")?)
                .or_default()
                .push((question, get(row, "words")?));
        }
        Ok(questions)
    }

    fn event_documents(
        &self,
        request: RequestId,
    ) -> Result<BTreeMap<i64, Vec<(DocumentHash, String)>>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT d.event_id, d.document_hash, d.file_name FROM event_documents d
             JOIN events e ON e.id = d.event_id
             WHERE e.request_id = ?1 ORDER BY d.event_id, d.position",
        )?;
        let mut rows = statement.query([request.0])?;
        let mut documents: BTreeMap<i64, Vec<(DocumentHash, String)>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let hash = DocumentHash::stored(get(row, "document_hash")?);
            documents
                .entry(get(row, "event_id")?)
                .or_default()
                .push((hash, get(row, "file_name")?));
        }
        Ok(documents)
    }
}

impl Writer<'_> {
    /// Appends an event.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn append(&self, request: RequestId, event: &NewEvent) -> Result<EventId, StoreError> {
        let columns = Columns::of(&event.fact);
        let words = columns.words.or(event.note.as_deref()).filter(|words| !words.is_empty());
        let words_hash = words.map(|words| self.keep_words(words)).transpose()?;
        self.execute(
            "INSERT INTO events (request_id, kind, happened_on, received_on, letter_id, channel,
               post_class, their_reference, review_result, supersedes, words_hash, redo_of,
               recorded_at, operation_id, names_day, claim, moved_to, passed_to)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            rusqlite::params![
                request.0,
                event.kind.code(),
                stored(event.happened_on),
                columns.received_on.map(stored),
                columns.letter.map(|letter| letter.0),
                columns.channel.map(Coded::code),
                columns.class.map(Coded::code),
                columns.their_reference,
                columns.result.map(Coded::code),
                columns.supersedes.map(|replaced| replaced.0),
                words_hash,
                event.redo_of.map(|event| event.0),
                self.recorded_at(),
                self.operation().0,
                columns.names_day.map(stored),
                columns.claim.map(Coded::code),
                columns.moved_to.map(Coded::code),
                columns.passed_to,
            ],
        )?;
        let id = EventId(self.last_row());
        for (position, (question, words)) in columns.questions.iter().enumerate() {
            let words_hash = words.map(|words| self.keep_words(words)).transpose()?;
            self.execute(
                "INSERT INTO event_questions (event_id, position, question_id, words_hash)
                 VALUES (?1, ?2, ?3, ?4)",
                (id.0, position, question.0, words_hash),
            )?;
        }
        for (question, answer) in columns.answers {
            self.append_answer(id, *question, answer)?;
        }
        for (position, (hash, name)) in event.documents.iter().enumerate() {
            self.execute(
                "INSERT INTO event_documents (event_id, position, document_hash, file_name)
                 VALUES (?1, ?2, ?3, ?4)",
                (id.0, position, hash.as_str(), name),
            )?;
        }
        self.touch(request);
        Ok(id)
    }

    fn append_answer(
        &self,
        event: EventId,
        question: QuestionId,
        answer: &Answer,
    ) -> Result<(), StoreError> {
        let note_hash = answer.note.as_deref().map(|note| self.keep_words(note)).transpose()?;
        self.execute(
            "INSERT INTO event_outcomes (event_id, question_id, outcome, note_hash)
             VALUES (?1, ?2, ?3, ?4)",
            (event.0, question.0, answer.outcome.code(), note_hash),
        )?;
        for (position, ground) in answer.grounds.iter().enumerate() {
            self.execute(
                "INSERT INTO event_grounds (event_id, question_id, position, ground)
                 VALUES (?1, ?2, ?3, ?4)",
                (event.0, question.0, position, ground.code()),
            )?;
        }
        Ok(())
    }

    /// Strikes an event, with the reason.
    ///
    /// # Errors
    /// A fault of the database, or an event that is struck already.
    pub fn strike(
        &self,
        request: RequestId,
        event: EventId,
        reason: &str,
    ) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO strikes (event_id, reason, operation_id) VALUES (?1, ?2, ?3)",
            (event.0, reason, self.operation().0),
        )?;
        self.touch(request);
        Ok(())
    }
}
