//! The fold: a request's history read into what is known of it.
//!
//! It is total. A history that makes no sense (a reply before the request left, two replies of one
//! day) still folds; what is odd becomes a [`CaseProblem`] to show. What may be *done* is
//! [`crate::action`]'s to say.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::calendar::BankHolidays;
use law::receipt::Receipt;
use law::regime::Regime;

use crate::campaign::Reference;
use crate::event::{Event, EventKind, ReviewResult, Sending};
use crate::id::{EventId, LetterId, QuestionId, RequestId};
use crate::letter::{LetterFacts, LetterKind};
use crate::outcome::{Answer, Outcome};
use crate::question::{Question, Role};

mod ahead;
mod apply;
mod course;
mod one_day;
mod ours;
mod theirs;

use ahead::Ahead;
pub use course::{ClaimedDate, Complaint, Narrowing, Ruling, Turn, TurnKind};

/// Everything that was recorded of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// Its row.
    pub request: RequestId,
    /// Its reference.
    pub reference: Reference,
    /// The Act that it was made under.
    pub regime: Regime,
    /// The campaign's questions, in order.
    pub questions: Vec<Question>,
    /// Our letters, in order of their numbers.
    pub letters: Vec<LetterFacts>,
    /// The events, in any order.
    pub events: Vec<Event>,
}

/// What is known of a request, from its history alone.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its reference.
    pub reference: Reference,
    /// The Act that it is made under.
    pub regime: Regime,
    /// The campaign's questions, in order.
    pub questions: Vec<Question>,
    /// Our letters that stand (a letter taken back before it left is not among them).
    pub letters: Vec<OurLetter>,
    /// Replies, in the order in which they became known. A replaced one is marked.
    pub replies: Vec<Reply>,
    /// Where each counted question stands.
    pub answers: BTreeMap<QuestionId, CurrentAnswer>,
    /// Internal reviews, in order.
    pub reviews: Vec<Review>,
    /// How it ended, if a person ended it.
    pub ended: Option<Ended>,
    /// For each question that was dealt with: the date of the letter that first did, after which it
    /// was not left out again.
    pub dealt_with: BTreeMap<QuestionId, NaiveDate>,
    /// What stopped, moved or lengthened the time for an answer, in order.
    pub turns: Vec<Turn>,
    /// Dates that the force claims, in order.
    pub claims: Vec<ClaimedDate>,
    /// Holding replies: the day of each, and the day that it promises. They move nothing.
    pub held_off: Vec<(EventId, NaiveDate, Option<NaiveDate>)>,
    /// The days on which chasers left, in order, with the event of each.
    pub chasers: Vec<(EventId, NaiveDate)>,
    /// Requests for less, each of them a request afresh, in order.
    pub narrowed: Vec<Narrowing>,
    /// The complaint to the Commissioner, if one was made.
    pub complaint: Option<Complaint>,
    /// The reference that the force uses, as last given.
    pub their_reference: Option<String>,
    /// What is odd about the history.
    pub problems: Vec<CaseProblem>,
}

/// A letter of ours and how it left.
#[derive(Debug, Clone)]
pub struct OurLetter {
    /// What was frozen when it was written.
    pub facts: LetterFacts,
    /// Each time it left and did not come back: by post and by e-mail are two.
    pub sent: Vec<SentLetter>,
    /// Each time it left and came back, with the day on which that was known.
    pub came_back: Vec<(SentLetter, NaiveDate)>,
}

/// One sending of a letter.
#[derive(Debug, Clone)]
pub struct SentLetter {
    /// The event.
    pub event: EventId,
    /// The day it left.
    pub on: NaiveDate,
    /// How.
    pub sending: Sending,
    /// When it arrived, actually or deemed.
    pub receipt: Receipt,
    /// Whether it had left before.
    pub again: bool,
}

impl OurLetter {
    /// The first sending, by the day of leaving; of one day, the first in the order of events.
    pub fn first_sent(&self) -> Option<&SentLetter> {
        self.sent.iter().min_by_key(|sent| sent.on)
    }

    /// The arrival that counts: by post and e-mail together, the earlier.
    pub fn receipt(&self) -> Option<&SentLetter> {
        self.sent.iter().min_by_key(|sent| sent.receipt.on)
    }
}

/// A reply of the force.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The event.
    pub event: EventId,
    /// The date that the reply bears.
    pub dated: NaiveDate,
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// Its place in the order of events.
    pub known_on: NaiveDate,
    /// Whether another reply expressly replaces it: what it said then counts for nothing.
    pub superseded: bool,
}

/// Where a question stands, and which event says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentAnswer {
    /// The answer.
    pub answer: Answer,
    /// The reply or review decision that gave it; nothing while awaiting.
    pub from: Option<EventId>,
}

/// An internal review.
#[derive(Debug, Clone)]
pub struct Review {
    /// The event that asked for it (the first, if it went by two channels).
    pub event: EventId,
    /// The letter that asked, where it was written here.
    pub letter: Option<LetterId>,
    /// The day it was asked, by the day of leaving.
    pub asked_on: NaiveDate,
    /// When the request for review arrived.
    pub receipt: Receipt,
    /// What came of it.
    pub decided: Option<Decided>,
    /// The force took more time: the event, its day, and the day that it names.
    pub extended: Option<(EventId, NaiveDate, Option<NaiveDate>)>,
    /// The force will not review: the event, the date that its letter bears, and its arrival.
    pub refused: Option<(EventId, NaiveDate, Option<NaiveDate>)>,
}

impl Review {
    /// Whether it is neither decided nor refused.
    pub fn is_open(&self) -> bool {
        self.decided.is_none() && self.refused.is_none()
    }

    /// The day on which it was known to be decided or refused.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        let decided = self.decided.as_ref().map(|decided| decided.known_on);
        decided.or_else(|| self.refused.map(|(_, dated, received)| received.unwrap_or(dated)))
    }
}

/// The outcome of a review.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The event.
    pub event: EventId,
    /// The date that the decision bears.
    pub dated: NaiveDate,
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// Its place in the order of events.
    pub known_on: NaiveDate,
    /// What the force calls the result.
    pub result: ReviewResult,
    /// For each question that changed: before and after.
    pub changed: Vec<(QuestionId, Outcome, Outcome)>,
}

/// How a person ended a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Withdrawn or closed.
    pub kind: EventKind,
    /// On which day.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Something odd in a history, for a person to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseProblem {
    /// The event that shows it.
    pub event: EventId,
    /// What is odd, and what to do.
    pub message: String,
}

impl Case {
    /// Reads a history.
    pub fn fold(file: &CaseFile, holidays: &BankHolidays) -> Self {
        let (events, ahead) = Ahead::of(file, holidays);
        let mut case = Self {
            reference: file.reference.clone(),
            regime: ahead.regime,
            questions: file.questions.clone(),
            letters: Vec::new(),
            replies: Vec::new(),
            answers: file
                .questions
                .iter()
                .filter(|question| question.role == Role::Counted)
                .map(|question| {
                    (question.id, CurrentAnswer { answer: Answer::awaiting(), from: None })
                })
                .collect(),
            reviews: Vec::new(),
            ended: None,
            dealt_with: BTreeMap::new(),
            turns: Vec::new(),
            claims: Vec::new(),
            held_off: Vec::new(),
            chasers: Vec::new(),
            narrowed: Vec::new(),
            complaint: None,
            their_reference: None,
            problems: Vec::new(),
        };
        for (at, event) in events.iter().enumerate() {
            case.at_odds(&events[..at], event);
            case.apply(event, &ahead);
        }
        case
    }

    fn odd(&mut self, event: &Event, message: &str) {
        self.problems.push(CaseProblem { event: event.id, message: message.to_owned() });
    }

    /// The decisions on reviews, in order.
    pub fn decisions(&self) -> impl DoubleEndedIterator<Item = &Decided> {
        self.reviews.iter().filter_map(|review| review.decided.as_ref())
    }

    /// The letter that made the request: the one that left, else the last one written.
    pub fn request(&self) -> Option<&OurLetter> {
        let requests = || self.letters.iter().filter(|ours| ours.facts.kind == LetterKind::Request);
        requests().find(|ours| !ours.sent.is_empty()).or_else(|| requests().next_back())
    }

    /// The day on which the request left; nothing while it has not.
    pub fn sent_on(&self) -> Option<NaiveDate> {
        self.request().and_then(OurLetter::first_sent).map(|sent| sent.on)
    }

    /// Letters written and not yet sent, in order.
    pub fn queued(&self) -> impl Iterator<Item = &OurLetter> {
        self.letters.iter().filter(|ours| ours.sent.is_empty())
    }

    /// The last reply that stands.
    pub fn last_reply(&self) -> Option<&Reply> {
        self.replies.iter().rev().find(|reply| !reply.superseded)
    }

    /// The review that is not decided, if one is open.
    pub fn open_review(&self) -> Option<&Review> {
        self.reviews.iter().rev().find(|review| review.is_open())
    }

    /// The counted questions with where they stand, in order.
    pub fn counted(&self) -> impl Iterator<Item = (&Question, &CurrentAnswer)> {
        self.questions
            .iter()
            .filter_map(|question| Some((question, self.answers.get(&question.id)?)))
    }

    /// The questions whose outcome is open, in order.
    pub fn open_questions(&self) -> impl Iterator<Item = (&Question, &CurrentAnswer)> {
        self.counted().filter(|(_, current)| current.answer.outcome.is_open())
    }

    /// The questions that no reply has dealt with.
    pub fn unanswered(&self) -> impl Iterator<Item = (&Question, &CurrentAnswer)> {
        self.counted().filter(|(_, current)| {
            matches!(current.answer.outcome, Outcome::Awaiting | Outcome::NotAddressed)
        })
    }

    /// Whether nothing is left to answer: every counted question answered, available elsewhere, not
    /// applicable or withdrawn.
    pub fn is_complete(&self) -> bool {
        self.counted().all(|(_, current)| {
            current.answer.outcome.is_answer() || !current.answer.outcome.is_counted()
        })
    }

    /// Answered questions over those that apply: (answered, counted).
    pub fn score(&self) -> (usize, usize) {
        let applies = self.counted().filter(|(_, current)| current.answer.outcome.is_counted());
        applies.fold((0, 0), |(answered, counted), (_, current)| {
            (answered + usize::from(current.answer.outcome.is_answer()), counted + 1)
        })
    }
}

#[cfg(test)]
mod tests;
