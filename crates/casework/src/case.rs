//! The fold: a request's history read into what is known of it.
//!
//! It is total. A history that makes no sense (a reply before the request left, two replies of one
//! day) still folds; what is odd becomes a [`CaseProblem`] to show. What may be *done* is
//! [`crate::action`]'s to say.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::calendar::BankHolidays;
use law::receipt::{self, Receipt};
use law::regime::Regime;

use crate::campaign::Reference;
use crate::event::{Correction, Event, EventKind, Fact, FromForce, ReviewResult, Sending};
use crate::id::{EventId, LetterId, QuestionId, RequestId};
use crate::letter::{LetterFacts, LetterKind};
use crate::outcome::{Answer, Outcome};
use crate::question::{Question, Role};

mod ahead;

use ahead::Ahead;

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
    /// The date of the letter of theirs with which no question was left out any more; nothing while
    /// one is.
    pub dealt_with_on: Option<NaiveDate>,
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
    /// Each time it left: by post and by e-mail are two.
    pub sent: Vec<SentLetter>,
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
}

impl OurLetter {
    /// The first sending, by the day of leaving.
    pub fn first_sent(&self) -> Option<&SentLetter> {
        self.sent.iter().min_by_key(|sent| (sent.on, sent.event))
    }

    /// The arrival that counts: by post and e-mail together, the earlier.
    pub fn receipt(&self) -> Option<&SentLetter> {
        self.sent.iter().min_by_key(|sent| (sent.receipt.on, sent.event))
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
        let mut case = Self {
            reference: file.reference.clone(),
            regime: file.regime,
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
            dealt_with_on: None,
            their_reference: None,
            problems: Vec::new(),
        };
        let mut events: Vec<&Event> = file.events.iter().filter(|e| e.struck.is_none()).collect();
        events.sort_by_key(|event| (event.known_on(), event.kind.rank(), event.id));
        let ahead = Ahead::of(&events, file, holidays);
        for event in events {
            case.apply(event, &ahead);
        }
        case
    }

    fn apply(&mut self, event: &Event, ahead: &Ahead<'_>) {
        match &event.fact {
            Fact::LetterWritten(letter) => {
                match ahead.file.letters.iter().find(|facts| facts.id == *letter) {
                    Some(facts) => {
                        self.letters.push(OurLetter { facts: facts.clone(), sent: Vec::new() });
                    }
                    None => self.odd(event, "It names a letter that is not in the library."),
                }
            }
            Fact::LetterSent(letter, sending) => self.letter_sent(event, *letter, *sending, ahead),
            Fact::LetterReceived(letter) => self.letter_received(event, *letter, ahead.file),
            Fact::Acknowledged(theirs) => self.note_reference(theirs),
            Fact::ReplyReceived(theirs) => {
                self.reply(event, theirs, ahead);
            }
            Fact::ReviewAskedElsewhere(sending) => {
                let receipt = self.receipt(event.happened_on, *sending, ahead.holidays);
                self.reviews.push(Review {
                    event: event.id,
                    letter: None,
                    asked_on: event.happened_on,
                    receipt,
                    decided: None,
                });
            }
            Fact::ReviewDecided(result, theirs) => {
                self.review_decided(event, *result, theirs, ahead);
            }
            Fact::OutcomeCorrected(correction) => self.corrected(event, correction),
            Fact::Withdrawn(reason) | Fact::Closed(reason) => {
                self.ended =
                    Some(Ended { kind: event.kind, on: event.happened_on, reason: reason.clone() });
            }
            Fact::Note(_) => {}
            Fact::Unread(kind) => self.odd(
                event,
                &format!(
                    "“{kind}” is kept but not read by this version: the clocks shown leave it out."
                ),
            ),
        }
    }

    fn odd(&mut self, event: &Event, message: &str) {
        self.problems.push(CaseProblem { event: event.id, message: message.to_owned() });
    }

    fn receipt(&self, on: NaiveDate, sending: Sending, holidays: &BankHolidays) -> Receipt {
        match (sending, sending.received_on()) {
            (_, Some(known)) => receipt::actual(self.regime, known),
            (Sending::Posted { class, .. }, None) => {
                receipt::posted(self.regime, class, on, holidays)
            }
            (Sending::Emailed { .. }, None) => receipt::emailed(self.regime, on),
        }
    }

    fn letter_sent(
        &mut self,
        event: &Event,
        letter: LetterId,
        sending: Sending,
        ahead: &Ahead<'_>,
    ) {
        // What is known replaces what was presumed of the post; an e-mail keeps its own day.
        let receipt = match (sending, ahead.arrival(letter, event.happened_on)) {
            (Sending::Posted { .. }, Some(known)) => receipt::actual(self.regime, known),
            (Sending::Posted { .. }, None) | (Sending::Emailed { .. }, _) => {
                self.receipt(event.happened_on, sending, ahead.holidays)
            }
        };
        let sent = SentLetter { event: event.id, on: event.happened_on, sending, receipt };
        let Some(ours) = self.letters.iter_mut().find(|ours| ours.facts.id == letter) else {
            self.odd(event, "A letter left that was never written, or was taken back.");
            return;
        };
        ours.sent.push(sent.clone());
        if !ours.facts.asks_review() {
            return;
        }
        match self.reviews.iter_mut().find(|review| review.letter == Some(letter)) {
            // By post and e-mail together: the earlier arrival counts.
            Some(review) if sent.receipt.on < review.receipt.on => review.receipt = sent.receipt,
            Some(_) => {}
            None => self.reviews.push(Review {
                event: event.id,
                letter: Some(letter),
                asked_on: event.happened_on,
                receipt: sent.receipt,
                decided: None,
            }),
        }
    }

    fn letter_received(&mut self, event: &Event, letter: LetterId, file: &CaseFile) {
        if !self.letters.iter().any(|ours| ours.facts.id == letter) {
            self.odd(event, "A letter arrived that was never written, or was taken back.");
            return;
        }
        let has_left = file.events.iter().filter(|other| other.struck.is_none()).any(|other| {
            matches!(other.fact, Fact::LetterSent(sent, _) if sent == letter)
                && other.happened_on <= event.happened_on
        });
        if !has_left {
            self.odd(event, "A letter arrived before it left.");
        }
    }

    fn note_reference(&mut self, theirs: &FromForce) {
        if theirs.their_reference.is_some() {
            self.their_reference.clone_from(&theirs.their_reference);
        }
    }

    /// Takes what a letter of theirs says to each question, and gives what changed.
    fn take_answers(
        &mut self,
        event: &Event,
        says: &[(QuestionId, Answer)],
    ) -> Vec<(QuestionId, Outcome, Outcome)> {
        let mut changed = Vec::new();
        for (question, answer) in says {
            match self.answers.get_mut(question) {
                Some(current) => {
                    if current.answer.outcome != answer.outcome {
                        changed.push((*question, current.answer.outcome, answer.outcome));
                    }
                    *current = CurrentAnswer { answer: answer.clone(), from: Some(event.id) };
                }
                None => self.odd(event, "It has an outcome for a question that is not counted."),
            }
        }
        let left_out = self.unanswered().next().is_some();
        self.dealt_with_on =
            if left_out { None } else { self.dealt_with_on.or(Some(event.happened_on)) };
        changed
    }

    fn reply(&mut self, event: &Event, theirs: &FromForce, ahead: &Ahead<'_>) {
        let superseded = ahead.replaced.contains(&event.id);
        match self.request().and_then(OurLetter::first_sent).map(|sent| sent.on) {
            None => self.odd(event, "A reply to a request that has not been sent."),
            Some(sent_on) if event.happened_on < sent_on => {
                self.odd(event, "A reply that bears a date before the request was sent.");
            }
            Some(_) => {}
        }
        let known_on = event.known_on();
        let same_day = |reply: &Reply| reply.known_on == known_on && !reply.superseded;
        if !superseded && self.replies.iter().any(same_day) {
            self.odd(
                event,
                "There are two replies of one day, and neither says which replaces which.",
            );
        }
        self.note_reference(theirs);
        if !superseded {
            self.take_answers(event, &ahead.says(event.id, &theirs.answers));
        }
        self.replies.push(Reply {
            event: event.id,
            dated: event.happened_on,
            received_on: theirs.received_on,
            known_on,
            superseded,
        });
    }

    fn review_decided(
        &mut self,
        event: &Event,
        result: ReviewResult,
        theirs: &FromForce,
        ahead: &Ahead<'_>,
    ) {
        self.note_reference(theirs);
        let changed = self.take_answers(event, &ahead.says(event.id, &theirs.answers));
        let decided = Decided {
            event: event.id,
            dated: event.happened_on,
            received_on: theirs.received_on,
            known_on: event.known_on(),
            result,
            changed,
        };
        match self.reviews.iter_mut().rev().find(|review| review.decided.is_none()) {
            Some(review) => review.decided = Some(decided),
            // A review outcome without our asking is recorded all the same.
            None => self.reviews.push(Review {
                event: event.id,
                letter: None,
                asked_on: event.happened_on,
                receipt: receipt::actual(self.regime, event.happened_on),
                decided: Some(decided),
            }),
        }
    }

    /// What was put right counts where its reply is read; here only what is odd about it is found.
    fn corrected(&mut self, event: &Event, correction: &Correction) {
        let is_theirs = self.replies.iter().any(|reply| reply.event == correction.of)
            || self.decisions().any(|decided| decided.event == correction.of);
        if !is_theirs {
            self.odd(
                event,
                "An outcome was put right in a reply that is not there, or came later.",
            );
        }
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
        self.reviews.iter().rev().find(|review| review.decided.is_none())
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
