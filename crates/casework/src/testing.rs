//! Histories for the tests of this crate: a request told event by event.
//!
//! Every history asks three counted questions, 1, 2 and 3, and one closing question, 4; their row
//! numbers are the same. Days are written as `2026-11-23`. The days expected by the tests were
//! counted by hand over the bank holidays below.

use chrono::NaiveDate;
use law::calendar::{BankHoliday, BankHolidays, Division};
use law::exemption::Ground;
use law::receipt::PostClass;
use law::regime::Regime;

use crate::agenda::{Agenda, Stage, StepKind, agenda};
use crate::campaign::Reference;
use crate::case::{Case, CaseFile};
use crate::clock::{Clock, ClockKind, clocks};
use crate::event::{Event, EventKind, Fact, FromForce, ReviewResult, Sending};
use crate::id::{EventId, LetterId, QuestionId, RequestId};
use crate::letter::{LetterFacts, LetterKind, Mode};
use crate::outcome::{Answer, Outcome};
use crate::question::{Question, Role};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written in a test exists")
}

/// Source: gov.uk/bank-holidays.json, as in `crates/desk/data/bank_holidays.csv`.
pub fn holidays() -> BankHolidays {
    use Division::{EnglandAndWales, NorthernIreland, Scotland};
    let rows: [(&str, &[Division]); 12] = [
        ("2026-11-30", &[Scotland]),
        ("2026-12-25", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2026-12-28", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2027-01-01", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2027-01-04", &[Scotland]),
        ("2027-03-17", &[NorthernIreland]),
        ("2027-03-26", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2027-03-29", &[EnglandAndWales, NorthernIreland]),
        ("2027-05-03", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2027-05-31", &[EnglandAndWales, Scotland, NorthernIreland]),
        ("2027-07-12", &[NorthernIreland]),
        ("2027-08-02", &[Scotland]),
    ];
    BankHolidays::new(rows.iter().flat_map(|(date, divisions)| {
        divisions.iter().map(|division| BankHoliday {
            date: day(date),
            division: *division,
            title: "a holiday".to_owned(),
        })
    }))
}

pub const EMAILED: Sending = Sending::Emailed { received_on: None };
pub const POSTED: Sending = Sending::Posted { class: PostClass::First, received_on: None };

pub fn answer(outcome: Outcome) -> Answer {
    Answer { outcome, grounds: Vec::new(), note: None }
}

pub fn ground(text: &str) -> Ground {
    Ground::parse(Regime::Foia, text).expect("a section written in a test exists")
}

/// A letter of theirs that gives these outcomes to questions.
pub fn theirs(outcomes: &[(i64, Outcome)]) -> FromForce {
    FromForce {
        received_on: None,
        their_reference: None,
        answers: outcomes.iter().map(|(id, outcome)| (QuestionId(*id), answer(*outcome))).collect(),
        supersedes: None,
    }
}

pub struct History {
    pub file: CaseFile,
    pub holidays: BankHolidays,
}

impl History {
    /// HT-011, of which nothing is written.
    pub fn new(regime: Regime) -> Self {
        let question = |number: u32, role| Question {
            id: QuestionId(number.into()),
            position: number,
            number,
            part: None,
            role,
            text: format!("Question {number}?"),
        };
        let questions = vec![
            question(1, Role::Counted),
            question(2, Role::Counted),
            question(3, Role::Counted),
            question(4, Role::FollowUp),
        ];
        let file = CaseFile {
            request: RequestId(1),
            reference: Reference::parse("HT-011").expect("a reference"),
            regime,
            questions,
            letters: Vec::new(),
            events: Vec::new(),
        };
        Self { file, holidays: holidays() }
    }

    /// The request was written and e-mailed on Monday 23 November 2026: due on 22 December.
    pub fn sent(regime: Regime) -> Self {
        let mut history = Self::new(regime);
        let letter = history.write(LetterKind::Request, None, "2026-11-23");
        history.send(letter, "2026-11-23", EMAILED);
        history
    }

    pub fn event(&mut self, kind: EventKind, on: &str, fact: Fact) -> EventId {
        let number = i64::try_from(self.file.events.len()).expect("a short history") + 1;
        let id = EventId(number);
        self.file.events.push(Event { id, kind, happened_on: day(on), fact, struck: None });
        id
    }

    /// A letter about all three questions is written and queued.
    pub fn write(&mut self, kind: LetterKind, mode: Option<Mode>, dated: &str) -> LetterId {
        let number = u32::try_from(self.file.letters.len()).expect("few letters") + 1;
        let id = LetterId(number.into());
        let questions = vec![QuestionId(1), QuestionId(2), QuestionId(3)];
        self.file.letters.push(LetterFacts {
            id,
            number,
            second_number: None,
            kind,
            mode,
            dated: day(dated),
            reply_by: None,
            fresh_questions: if mode.is_some_and(Mode::has_fresh_request) {
                questions.clone()
            } else {
                Vec::new()
            },
            questions,
        });
        self.event(EventKind::LetterWritten, dated, Fact::LetterWritten(id));
        id
    }

    pub fn send(&mut self, letter: LetterId, on: &str, sending: Sending) -> EventId {
        let facts = self.file.letters.iter().find(|facts| facts.id == letter).expect("a letter");
        let kind = match facts.kind {
            LetterKind::Request => EventKind::RequestSent,
            LetterKind::FollowUp => EventKind::FollowUpSent,
            LetterKind::Review => EventKind::ReviewAsked,
        };
        self.event(kind, on, Fact::LetterSent(letter, sending))
    }

    /// A letter is written and e-mailed on one day.
    pub fn write_and_send(&mut self, kind: LetterKind, mode: Option<Mode>, on: &str) -> LetterId {
        let letter = self.write(kind, mode, on);
        self.send(letter, on, EMAILED);
        letter
    }

    pub fn reply(&mut self, dated: &str, outcomes: &[(i64, Outcome)]) -> EventId {
        self.event(EventKind::ReplyReceived, dated, Fact::ReplyReceived(theirs(outcomes)))
    }

    pub fn decide(&mut self, dated: &str, outcomes: &[(i64, Outcome)]) -> EventId {
        let fact = Fact::ReviewDecided(ReviewResult::Partly, theirs(outcomes));
        self.event(EventKind::ReviewDecided, dated, fact)
    }

    pub fn strike(&mut self, event: EventId) {
        let found = self.file.events.iter_mut().find(|found| found.id == event).expect("an event");
        found.struck = Some("wrong".to_owned());
    }

    pub fn letter(&mut self, letter: LetterId) -> &mut LetterFacts {
        self.file.letters.iter_mut().find(|facts| facts.id == letter).expect("a letter")
    }

    pub fn case(&self) -> Case {
        Case::fold(&self.file, &self.holidays)
    }

    pub fn clocks(&self) -> Vec<Clock> {
        clocks(&self.case(), &self.holidays)
    }

    /// The only clock of this kind.
    pub fn clock(&self, kind: ClockKind) -> Clock {
        let mut found: Vec<Clock> =
            self.clocks().into_iter().filter(|clock| clock.kind == kind).collect();
        assert_eq!(found.len(), 1, "clocks of the kind “{kind}”");
        found.remove(0)
    }

    pub fn has_clock(&self, kind: ClockKind) -> bool {
        self.clocks().iter().any(|clock| clock.kind == kind)
    }

    pub fn agenda(&self) -> Agenda {
        agenda(&self.case(), &self.clocks())
    }

    /// The stage on a day, and the kinds of what is then to be done.
    pub fn on(&self, today: &str) -> (Stage, Vec<StepKind>) {
        let standing = self.agenda().on(day(today));
        (standing.stage, standing.steps.iter().map(|step| step.kind).collect())
    }

    /// What is odd about it.
    pub fn problems(&self) -> Vec<String> {
        self.case().problems.into_iter().map(|problem| problem.message).collect()
    }
}
