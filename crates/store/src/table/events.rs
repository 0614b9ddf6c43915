//! Events: appended, never changed. What was wrong is struck, with a reason, and recorded anew.

use std::collections::BTreeMap;

use casework::event::{Channel, Correction, Event, EventKind, Fact, FromForce, Sending};
use casework::id::{EventId, LetterId, OperationId, QuestionId, RequestId};
use casework::outcome::Answer;
use chrono::NaiveDate;
use law::Coded;
use law::exemption::Ground;
use law::receipt::PostClass;
use law::regime::Regime;
use rusqlite::Row;

use crate::codes::{coded, coded_if, date, date_if, get, stored};
use crate::documents::DocumentHash;
use crate::door::{Reader, Writer};
use crate::error::StoreError;

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

impl Reader<'_> {
    /// The events of a request, in order of recording, struck ones included.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn events(&self, request: RequestId, regime: Regime) -> Result<Vec<KeptEvent>, StoreError> {
        let mut answers = self.answers(request, regime)?;
        let mut documents = self.event_documents(request)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT e.id, e.kind, e.happened_on, e.received_on, e.letter_id, e.channel, e.post_class,
               e.their_reference, e.review_result, e.supersedes, w.text AS words, s.reason AS struck,
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
            let fact = fact(row, kind, note.as_deref(), answers.remove(&id).unwrap_or_default())?;
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
        let mut grounds: BTreeMap<(i64, i64), Vec<Ground>> = BTreeMap::new();
        let mut statement = self.connection.prepare_cached(
            "SELECT g.event_id, g.question_id, g.ground FROM event_grounds g
             JOIN events e ON e.id = g.event_id
             WHERE e.request_id = ?1 ORDER BY g.event_id, g.question_id, g.position",
        )?;
        let mut rows = statement.query([request.0])?;
        while let Some(row) = rows.next()? {
            let text: String = get(row, "ground")?;
            let ground =
                Ground::parse(regime, &text).map_err(|_| StoreError::unknown("section", &text))?;
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

fn sending(row: &Row<'_>) -> Result<Sending, StoreError> {
    let received_on = date_if("received on", get(row, "received_on")?)?;
    let channel: Option<Channel> = coded_if("channel", get(row, "channel")?)?;
    let class: Option<PostClass> = coded_if("class of post", get(row, "post_class")?)?;
    match (channel, class) {
        (Some(Channel::Post), Some(class)) => Ok(Sending::Posted { class, received_on }),
        (Some(Channel::Email), None) => Ok(Sending::Emailed { received_on }),
        (Some(Channel::Post), None) | (Some(Channel::Email), Some(_)) | (None, _) => {
            Err(StoreError::UnknownValue("an event says not how the letter left".to_owned()))
        }
    }
}

fn fact(
    row: &Row<'_>,
    kind: EventKind,
    words: Option<&str>,
    answers: Vec<(QuestionId, Answer)>,
) -> Result<Fact, StoreError> {
    let letter: Option<LetterId> = get::<Option<i64>>(row, "letter_id")?.map(LetterId);
    let needs_letter =
        || letter.ok_or_else(|| StoreError::UnknownValue(format!("“{kind}” names no letter")));
    let theirs = || -> Result<FromForce, StoreError> {
        Ok(FromForce {
            received_on: date_if("received on", get(row, "received_on")?)?,
            their_reference: get(row, "their_reference")?,
            answers: answers.clone(),
            supersedes: get::<Option<i64>>(row, "supersedes")?.map(EventId),
        })
    };
    let words = words.unwrap_or_default().to_owned();
    Ok(match kind {
        EventKind::LetterWritten => Fact::LetterWritten(needs_letter()?),
        EventKind::RequestSent | EventKind::FollowUpSent => {
            Fact::LetterSent(needs_letter()?, sending(row)?)
        }
        EventKind::ReviewAsked => match letter {
            Some(letter) => Fact::LetterSent(letter, sending(row)?),
            None => Fact::ReviewAskedElsewhere(sending(row)?),
        },
        EventKind::LetterReceived => Fact::LetterReceived(needs_letter()?),
        EventKind::Acknowledged => Fact::Acknowledged(theirs()?),
        EventKind::ReplyReceived => Fact::ReplyReceived(theirs()?),
        EventKind::ReviewDecided => {
            let result: Option<String> = get(row, "review_result")?;
            let result = result.ok_or_else(|| {
                StoreError::UnknownValue("a review decision has no result".to_owned())
            })?;
            Fact::ReviewDecided(coded("result of a review", &result)?, theirs()?)
        }
        EventKind::OutcomeCorrected => {
            let theirs = theirs()?;
            let of = theirs
                .supersedes
                .ok_or_else(|| StoreError::UnknownValue(format!("“{kind}” names no reply")))?;
            Fact::OutcomeCorrected(Correction { of, answers: theirs.answers })
        }
        EventKind::Withdrawn => Fact::Withdrawn(words),
        EventKind::Closed => Fact::Closed(words),
        EventKind::Note => Fact::Note(words),
        EventKind::DeliveryFailed
        | EventKind::Resent
        | EventKind::DateClaimed
        | EventKind::ReferenceGiven
        | EventKind::ClarificationAsked
        | EventKind::ClarificationAnswered
        | EventKind::FeesNotice
        | EventKind::FeesPaid
        | EventKind::ExtensionClaimed
        | EventKind::Transferred
        | EventKind::HoldingReply
        | EventKind::RegimeMoved
        | EventKind::Narrowed
        | EventKind::ChaserSent
        | EventKind::ReviewAcknowledged
        | EventKind::ReviewExtended
        | EventKind::ReviewRefused
        | EventKind::ComplaintMade
        | EventKind::ComplaintAcknowledged
        | EventKind::DecisionNotice
        | EventKind::AppealMade
        | EventKind::AppealDecided
        | EventKind::PartsWithdrawn => Fact::Unread(kind),
    })
}

/// The columns of an event that its fact fills.
#[derive(Default)]
struct Columns<'a> {
    received_on: Option<NaiveDate>,
    letter: Option<LetterId>,
    sending: Option<Sending>,
    theirs: Option<&'a FromForce>,
    supersedes: Option<EventId>,
    answers: &'a [(QuestionId, Answer)],
    result: Option<&'static str>,
    words: Option<&'a str>,
}

impl<'a> Columns<'a> {
    fn from_force(theirs: &'a FromForce) -> Self {
        Self {
            received_on: theirs.received_on,
            supersedes: theirs.supersedes,
            answers: &theirs.answers,
            theirs: Some(theirs),
            ..Self::default()
        }
    }

    fn of(fact: &'a Fact) -> Self {
        let none = Self::default();
        match fact {
            Fact::LetterWritten(letter) | Fact::LetterReceived(letter) => {
                Self { letter: Some(*letter), ..none }
            }
            Fact::LetterSent(letter, sending) => Self {
                letter: Some(*letter),
                sending: Some(*sending),
                received_on: sending.received_on(),
                ..none
            },
            Fact::ReviewAskedElsewhere(sending) => {
                Self { sending: Some(*sending), received_on: sending.received_on(), ..none }
            }
            Fact::Acknowledged(theirs) | Fact::ReplyReceived(theirs) => Self::from_force(theirs),
            Fact::ReviewDecided(result, theirs) => {
                Self { result: Some(result.code()), ..Self::from_force(theirs) }
            }
            Fact::OutcomeCorrected(Correction { of, answers }) => {
                Self { supersedes: Some(*of), answers, ..none }
            }
            Fact::Withdrawn(words) | Fact::Closed(words) | Fact::Note(words) => {
                Self { words: Some(words), ..none }
            }
            Fact::Unread(_) => none,
        }
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
        let sending = columns.sending;
        let theirs = columns.theirs;
        self.execute(
            "INSERT INTO events (request_id, kind, happened_on, received_on, letter_id, channel,
               post_class, their_reference, review_result, supersedes, words_hash, redo_of,
               recorded_at, operation_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            rusqlite::params![
                request.0,
                event.kind.code(),
                stored(event.happened_on),
                columns.received_on.map(stored),
                columns.letter.map(|letter| letter.0),
                sending.map(|sending| sending.channel().code()),
                sending.and_then(Sending::class).map(Coded::code),
                theirs.and_then(|theirs| theirs.their_reference.as_deref()),
                columns.result,
                columns.supersedes.map(|replaced| replaced.0),
                words_hash,
                event.redo_of.map(|event| event.0),
                self.recorded_at(),
                self.operation().0,
            ],
        )?;
        let id = EventId(self.last_row());
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
