//! Shared by the tests: days, bank holidays, and a library on disk with a small story to tell.
//!
//! The story is one request, HT-001, to Devon and Cornwall Police, with three counted questions and
//! one closing question. It is told step by step, so that a test can stop after any of them:
//!
//! | day | step |
//! |---|---|
//! | Monday 23 November 2026 | [`Library::write_request`] and [`Library::post`], first class: deemed received on 25 November, due on 24 December |
//! | Monday 14 December 2026 | [`Library::reply`]: question 1 answered, 2 refused, 3 not addressed |
//! | Tuesday 15 December 2026 | [`Library::ask_review`] |
//! | Monday 18 January 2027 | [`Library::decide_review`]: question 2 partly, 3 answered |
#![allow(clippy::expect_used, reason = "a story that cannot be told is a test that fails")]

pub mod driver;
pub mod journey;
pub mod picture;
pub mod program;

use std::path::{Path, PathBuf};

use casework::campaign::{Campaign, Prefix, Reference};
use casework::event::{EventKind, Fact, FromForce, ReviewResult, Sending};
use casework::force::{Contact, Force, ForceKind, PostalAddress};
use casework::id::{CampaignId, EventId, ForceId, LetterId, QuestionId};
use casework::letter::{LetterFacts, LetterKind, Mode};
use casework::outcome::{Answer, Outcome};
use casework::question::{Question, Role};
use chrono::{DateTime, NaiveDate, Utc};
use law::calendar::{BankHoliday, Division};
use law::exemption::Ground;
use law::receipt::PostClass;
use law::regime::Regime;
use rusqlite::Connection;
use store::table::events::NewEvent;
use store::table::letters::KeptLetter;
use store::table::requests::Request;
use store::table::senders::Sender;
use store::{Store, StoreError, Writer, Written};
use tempfile::TempDir;

/// A day, written as `2026-11-23`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written in a test exists")
}

/// The instant at which everything in a story is recorded. Nothing may depend on it.
pub fn noon() -> DateTime<Utc> {
    "2026-11-23T12:00:00Z".parse().expect("an instant written in a test exists")
}

/// The bank holidays from November 2026 to May 2027, in every part of the kingdom that keeps them.
/// Source: gov.uk/bank-holidays.json, as in `crates/desk/data/bank_holidays.csv`.
pub fn holidays() -> Vec<BankHoliday> {
    use Division::{EnglandAndWales, NorthernIreland, Scotland};
    let everywhere = [EnglandAndWales, Scotland, NorthernIreland];
    let south = [EnglandAndWales, NorthernIreland];
    let rows: [(&str, &str, &[Division]); 11] = [
        ("2026-11-30", "St Andrew's Day", &[Scotland]),
        ("2026-12-25", "Christmas Day", &everywhere),
        ("2026-12-28", "Boxing Day", &everywhere),
        ("2027-01-01", "New Year's Day", &everywhere),
        ("2027-01-04", "2nd January", &[Scotland]),
        ("2027-03-17", "St Patrick's Day", &[NorthernIreland]),
        ("2027-03-26", "Good Friday", &everywhere),
        ("2027-03-29", "Easter Monday", &south),
        ("2027-05-03", "Early May bank holiday", &everywhere),
        ("2027-05-31", "Spring bank holiday", &everywhere),
        ("2027-08-02", "Summer bank holiday", &[Scotland]),
    ];
    rows.iter()
        .flat_map(|(date, title, divisions)| {
            divisions.iter().map(|division| BankHoliday {
                date: day(date),
                division: *division,
                title: (*title).to_owned(),
            })
        })
        .collect()
}

/// Devon and Cornwall Police, added by hand.
pub fn force() -> Force {
    Force {
        id: ForceId(0),
        code: "devon-and-cornwall".to_owned(),
        name: "Devon and Cornwall Police".to_owned(),
        short_name: "Devon and Cornwall".to_owned(),
        welsh_name: None,
        nation: "England".to_owned(),
        regime: Some(Regime::Foia),
        kind: ForceKind::TerritorialPolice,
        legal_authority: Some("The Chief Constable of Devon and Cornwall Police".to_owned()),
        website: None,
        contact: Contact {
            address: Some(PostalAddress {
                lines: vec!["Police Headquarters".to_owned(), "Exeter".to_owned()],
                postcode: "EX2 7HQ".to_owned(),
            }),
            address_confirmed_on: None,
            email: Some("foi@example.org".to_owned()),
            email_confirmed_on: None,
        },
        source: "a test".to_owned(),
        confidence: "none".to_owned(),
        built_in: false,
    }
}

/// The sender of the sample.
pub fn sender() -> Sender {
    Sender {
        applicant: "Harbour Street Justice Project".to_owned(),
        signatory: Some("Rosa Whitfield".to_owned()),
        signatory_title: None,
        organisation: Some("Harbour Street Justice Project".to_owned()),
        address: vec!["12 Harbour Street".to_owned(), "Exeter".to_owned()],
        email: Some("rosa@example.org".to_owned()),
        telephone: None,
    }
}

/// A campaign with this prefix: three counted questions and a closing one.
pub fn campaign(prefix: &str) -> Campaign {
    let question = |number: u32, role, text: &str| Question {
        id: QuestionId(0),
        position: number,
        number,
        part: None,
        role,
        text: text.to_owned(),
    };
    Campaign {
        id: CampaignId(0),
        prefix: Prefix::parse(prefix).expect("a prefix written in a test is one"),
        title: "Complaints of human trafficking".to_owned(),
        periods: vec!["2021–2023".to_owned(), "2023–2025".to_owned()],
        note: None,
        note_printed: false,
        sample: true,
        questions: vec![
            question(1, Role::Counted, "How many complaints were recorded?"),
            question(2, Role::Counted, "How many were upheld?"),
            question(3, Role::Counted, "How many officers were dismissed?"),
            question(4, Role::FollowUp, "If it is not held, who holds it?"),
        ],
    }
}

/// An answer without sections.
pub fn answer(outcome: Outcome) -> Answer {
    Answer { outcome, grounds: Vec::new(), note: None }
}

/// What a letter of theirs says, when nothing is known but the answers.
pub fn theirs(answers: Vec<(QuestionId, Answer)>) -> FromForce {
    FromForce { received_on: None, their_reference: None, answers, supersedes: None }
}

/// An event with nothing kept beside it.
pub fn event(kind: EventKind, happened_on: NaiveDate, fact: Fact) -> NewEvent {
    NewEvent { kind, happened_on, fact, note: None, documents: Vec::new(), redo_of: None }
}

/// Posted first class; nothing known of its arrival.
pub const FIRST_CLASS: Sending = Sending::Posted { class: PostClass::First, received_on: None };

/// A library in a folder of its own, which goes when the test ends.
#[derive(Debug)]
pub struct Library {
    /// The open library.
    pub store: Store,
    folder: TempDir,
}

impl Library {
    /// An empty library.
    pub fn create() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let store = Store::create(folder.path()).expect("a new library");
        Self { store, folder }
    }

    /// A library with holidays, a sender, a force, a campaign, and the request HT-001 to the force,
    /// of which no letter is written yet.
    pub fn with_request() -> Self {
        let mut library = Self::create();
        found(&mut library.store);
        library
    }

    /// A library in which the whole story was told.
    pub fn with_story() -> Self {
        let mut library = Self::with_request();
        let letter = library.write_request();
        library.post(letter, "2026-11-23");
        library.reply();
        let review = library.ask_review();
        library.decide_review();
        assert_ne!(letter, review);
        library
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Its database.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join(store::DATABASE)
    }

    /// A second connection to the database, past the one door: what another program could do.
    pub fn raw(&self) -> Connection {
        raw(&self.database())
    }

    /// Closes it, and gives its folder back.
    pub fn close(self) -> TempDir {
        let Self { store, folder } = self;
        drop(store);
        folder
    }

    /// Changes it as one operation that must not go wrong.
    pub fn write<T>(
        &mut self,
        label: &str,
        work: impl FnOnce(&Writer<'_>) -> Result<T, StoreError>,
    ) -> Written<T> {
        self.store.write(label, noon(), work).expect("a write that goes well")
    }

    /// HT-001.
    pub fn request(&self) -> Request {
        request(&self.store)
    }

    /// The three counted questions.
    pub fn questions(&self) -> [QuestionId; 3] {
        questions(&self.store)
    }

    /// The request letter is written and queued on 23 November 2026.
    pub fn write_request(&mut self) -> LetterId {
        let asked = self.questions().to_vec();
        write_letter(&mut self.store, LetterKind::Request, None, "2026-11-23", asked)
    }

    /// A letter left by first-class post.
    pub fn post(&mut self, letter: LetterId, on: &str) -> EventId {
        post(&mut self.store, letter, on)
    }

    /// The reply of 14 December 2026: answered, refused under section 31(1)(a), not addressed. A
    /// file and a note are kept with it.
    pub fn reply(&mut self) -> EventId {
        reply(&mut self.store)
    }

    /// A letter that asks for a review of questions 2 and 3 is written and posted on 15 December.
    pub fn ask_review(&mut self) -> LetterId {
        let [_, two, three] = self.questions();
        let asked = vec![two, three];
        let letter = write_letter(&mut self.store, LetterKind::Review, None, "2026-12-15", asked);
        self.post(letter, "2026-12-15");
        letter
    }

    /// The review is decided on 18 January 2027: question 2 partly, 3 answered.
    pub fn decide_review(&mut self) -> EventId {
        decide_review(&mut self.store)
    }
}

/// A second connection to a database, with foreign keys on, and with recursive triggers on so that
/// REPLACE meets the triggers that keep events.
pub fn raw(database: &Path) -> Connection {
    #[allow(clippy::disallowed_methods, reason = "the tests do what another program could do")]
    let connection = Connection::open(database).expect("a second connection");
    connection.pragma_update(None, "recursive_triggers", true).expect("a setting");
    connection.pragma_update(None, "foreign_keys", true).expect("a setting");
    connection
}

/// Holidays, a sender, a force, a campaign and the request HT-001, each as its own operation.
pub fn found(store: &mut Store) {
    let written = |result: Result<Written<()>, StoreError>| result.expect("a write that goes well");
    written(store.write("Bank holidays", noon(), |w| {
        holidays().iter().try_for_each(|holiday| w.add_holiday(holiday, "a test"))
    }));
    written(store.write("Sender", noon(), |w| w.set_sender(&sender())));
    written(
        store.write("Added Devon and Cornwall Police", noon(), |w| w.add_force(&force()).map(drop)),
    );
    written(store.write("New campaign HT", noon(), |w| w.add_campaign(&campaign("HT")).map(drop)));
    written(store.write("Request to Devon and Cornwall Police", noon(), |w| {
        let campaign = w.campaign(&campaign("HT").prefix)?.expect("the campaign of the story");
        let force = w.force("devon-and-cornwall")?.expect("the force of the story");
        w.add_request(&campaign, force.id, 1, Regime::Foia).map(drop)
    }));
}

/// HT-001.
pub fn request(store: &Store) -> Request {
    let reference = Reference::parse("HT-001").expect("a reference");
    store
        .read(|reader| reader.request(&reference))
        .expect("a library that can be read")
        .expect("the request of the story")
}

/// The three counted questions of the story.
pub fn questions(store: &Store) -> [QuestionId; 3] {
    let campaign = request(store).campaign;
    let questions: Vec<QuestionId> = store
        .read(|reader| reader.questions(campaign))
        .expect("a library that can be read")
        .into_iter()
        .filter(|question| question.role == Role::Counted)
        .map(|question| question.id)
        .collect();
    questions.try_into().expect("three counted questions")
}

/// A letter of HT-001 as it is kept, but for its number and its bytes.
pub fn facts(
    kind: LetterKind,
    mode: Option<Mode>,
    dated: &str,
    asked: Vec<QuestionId>,
) -> LetterFacts {
    LetterFacts {
        id: LetterId(0),
        number: 0,
        second_number: None,
        kind,
        mode,
        dated: day(dated),
        reply_by: None,
        fresh_questions: if mode.is_some_and(Mode::has_fresh_request) {
            asked.clone()
        } else {
            Vec::new()
        },
        questions: asked,
    }
}

/// Freezes a letter of HT-001 and queues it, within a write.
///
/// # Errors
/// A fault of the library.
pub fn queue(
    w: &Writer<'_>,
    request: &Request,
    facts: LetterFacts,
) -> Result<LetterId, StoreError> {
    let number = w.next_letter_number(request.id)?;
    let bytes = format!("{} as a page", request.reference.letter(number));
    let dated = facts.dated;
    let letter = KeptLetter {
        facts: LetterFacts { number, ..facts },
        document: w.keep_document(bytes.as_bytes(), "application/pdf")?,
        page_count: 1,
        address: vec!["Police Headquarters".to_owned(), "EX2 7HQ".to_owned()],
        wording_version: "test".to_owned(),
    };
    let id = w.add_letter(request.id, &letter)?;
    w.append(request.id, &event(EventKind::LetterWritten, dated, Fact::LetterWritten(id)))?;
    Ok(id)
}

/// A letter of HT-001 is written and queued.
pub fn write_letter(
    store: &mut Store,
    kind: LetterKind,
    mode: Option<Mode>,
    dated: &str,
    asked: Vec<QuestionId>,
) -> LetterId {
    let request = request(store);
    let facts = facts(kind, mode, dated, asked);
    store.write("Wrote a letter", noon(), |w| queue(w, &request, facts)).expect("a letter").value
}

/// A letter of HT-001 left by first-class post.
pub fn post(store: &mut Store, letter: LetterId, on: &str) -> EventId {
    let request = request(store);
    let letters =
        store.read(|reader| reader.letters(request.id)).expect("the letters of the story");
    let facts = &letters.iter().find(|kept| kept.facts.id == letter).expect("a letter").facts;
    let kind = match facts.kind {
        LetterKind::Request => EventKind::RequestSent,
        LetterKind::FollowUp => EventKind::FollowUpSent,
        LetterKind::Review => EventKind::ReviewAsked,
    };
    let sent = event(kind, day(on), Fact::LetterSent(letter, FIRST_CLASS));
    store
        .write("Posted a letter", noon(), |w| w.append(request.id, &sent))
        .expect("a posting")
        .value
}

/// The reply of 14 December 2026 to HT-001.
pub fn reply(store: &mut Store) -> EventId {
    let request = request(store);
    let [one, two, three] = questions(store);
    let ground = Ground::parse(Regime::Foia, "31(1)(a)").expect("a section of the Act");
    let refused = Answer {
        outcome: Outcome::Refused,
        grounds: vec![ground],
        note: Some("prejudice to an inquiry".to_owned()),
    };
    let answers = vec![
        (one, answer(Outcome::Answered)),
        (two, refused),
        (three, answer(Outcome::NotAddressed)),
    ];
    let fact = Fact::ReplyReceived(FromForce {
        their_reference: Some("FOI/2026/1234".to_owned()),
        received_on: Some(day("2026-12-15")),
        ..theirs(answers)
    });
    store
        .write("Recorded the reply to HT-001", noon(), |w| {
            let document = w.keep_document(b"their letter", "text/plain")?;
            w.append(
                request.id,
                &NewEvent {
                    note: Some("came with a table".to_owned()),
                    documents: vec![(document, "reply.txt".to_owned())],
                    ..event(EventKind::ReplyReceived, day("2026-12-14"), fact)
                },
            )
        })
        .expect("a reply")
        .value
}

/// The decision of 18 January 2027 on the review of HT-001.
pub fn decide_review(store: &mut Store) -> EventId {
    let request = request(store);
    let [_, two, three] = questions(store);
    let answers = vec![(two, answer(Outcome::Partly)), (three, answer(Outcome::Answered))];
    let fact = Fact::ReviewDecided(ReviewResult::Partly, theirs(answers));
    let decided = event(EventKind::ReviewDecided, day("2027-01-18"), fact);
    store
        .write("Recorded the review of HT-001", noon(), |w| w.append(request.id, &decided))
        .expect("a decision")
        .value
}
