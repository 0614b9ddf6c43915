//! The clocks of a request: each limit that runs or ran, with its working.
//!
//! A clock says nothing of today. Whether it is open, met or missed on a day is
//! [`crate::standing`]'s to say.

use chrono::NaiveDate;
use law::calendar::{BankHolidays, SkippedDay};
use law::citation::{Basis, Citation};
use law::coded;
use law::reading::{self, OtherReading};
use law::receipt::ReceiptBasis;
use law::time_limit::{self, Length, LimitKind};

use crate::case::{Case, OurLetter, Reply, SentLetter};
use crate::event::Channel;
use crate::id::{EventId, QuestionId};

mod answer;
mod beside;
mod letters;
mod reviews;

pub use beside::ClaimedDue;

coded! {
    /// What a clock is about.
    pub enum ClockKind {
        /// The force must answer the request.
        Response = "response", "reply to the request";
        /// The force must answer the fresh part of a follow-up.
        FreshRequest = "fresh-request", "reply to the fresh request";
        /// The date by which a letter of ours asks for a reply: a courtesy.
        ReplyBy = "reply-by", "our own date";
        /// We may ask for an internal review.
        ReviewRequest = "review-request", "last day to ask for an internal review";
        /// The force should decide the review.
        Review = "review", "outcome of the internal review";
        /// After this the Commissioner takes a complaint about a silent review.
        ReviewSilence = "review-extended", "longest time for an internal review";
        /// We may complain to the Commissioner.
        Complaint = "complaint", "last day to go to the Commissioner";
        /// The force must answer, after more time was claimed in time.
        Extended = "response-extended", "reply after an extension";
        /// We may answer a question what is meant before the request is closed over it.
        Clarification = "clarification", "our answer to their question";
        /// We may pay the fee before the request lapses.
        Fees = "fees", "payment of the fee";
        /// What a decision notice orders is to be done.
        Comply = "comply", "what the decision notice orders";
        /// We may appeal against a decision notice.
        Appeal = "appeal", "last day to appeal";
    }
}

impl ClockKind {
    /// Whether it runs from the arrival of a letter of ours. The others run from what comes back, or
    /// from silence.
    pub fn starts_with_the_letter(self) -> bool {
        match self {
            Self::Response
            | Self::FreshRequest
            | Self::ReplyBy
            | Self::Review
            | Self::ReviewSilence => true,
            Self::ReviewRequest
            | Self::Complaint
            | Self::Extended
            | Self::Clarification
            | Self::Fees
            | Self::Comply
            | Self::Appeal => false,
        }
    }

    /// Whether it is the time for the answer to the request.
    pub fn is_the_answer(self) -> bool {
        matches!(self, Self::Response | Self::Extended)
    }

    /// Whether it is a right of ours that ends, and not a duty of theirs.
    pub fn is_ours(self) -> bool {
        match self {
            Self::ReviewRequest
            | Self::Complaint
            | Self::Clarification
            | Self::Fees
            | Self::Appeal => true,
            Self::Response
            | Self::FreshRequest
            | Self::ReplyBy
            | Self::Review
            | Self::ReviewSilence
            | Self::Extended
            | Self::Comply => false,
        }
    }
}

/// One limit, with its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// What it is about.
    pub kind: ClockKind,
    /// The event that started it.
    pub started_by: EventId,
    /// What it belongs to: a letter's reference, or "reply of 13 November 2026".
    pub subject: String,
    /// Day zero.
    pub counted_from: NaiveDate,
    /// What happened on day zero, in words.
    pub counted_from_fact: String,
    /// The last lawful day: due by its end.
    pub due: NaiveDate,
    /// How long it is; nothing for a date that was simply named.
    pub length: Option<Length>,
    /// The days not counted, each with its reason.
    pub skipped: Vec<SkippedDay>,
    /// Whether it runs past the bank holidays that are loaded.
    pub provisional: bool,
    /// The rule.
    pub citation: Citation,
    /// Other readings of the same limit, each with another last day; none for most.
    pub readings: Vec<OtherReading>,
    /// The date that the force claims for it, beside ours.
    pub claim: Option<ClaimedDue>,
    /// Days that the Act disregards, besides those that are no working days.
    pub paused: Vec<Pause>,
    /// The questions that it is about; all of them where none is named.
    pub questions: Vec<QuestionId>,
    /// The questions that are still owed (for the reply to the request).
    pub outstanding: Vec<QuestionId>,
    /// The day on which it was met or used, if it was.
    pub stopped_on: Option<NaiveDate>,
}

impl Clock {
    /// The working in one sentence.
    pub fn sentence(&self) -> String {
        match self.length {
            Some(length) => {
                let working = time_limit::sentence(
                    length,
                    self.counted_from,
                    self.due,
                    &self.skipped,
                    self.provisional,
                    &self.citation,
                );
                let paused = self.paused.iter().map(|pause| {
                    let (from, through) = (words(pause.from), words(pause.through));
                    format!(" Not counted from {from} to {through}: {}.", pause.why)
                });
                working + &paused.collect::<String>()
            }
            None if self.citation.basis == Basis::Courtesy => {
                format!("{} is our own date; no limit of the Act runs.", words(self.due))
            }
            None => format!(
                "{} is the day that the decision notice sets ({}).",
                words(self.due),
                self.citation.cited()
            ),
        }
    }
}

/// Days that a limit does not count, because the Act disregards them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// The first of them.
    pub from: NaiveDate,
    /// The last.
    pub through: NaiveDate,
    /// Why.
    pub why: String,
}

/// All clocks of a case: the reply first, then letters, windows, reviews and what comes after.
pub fn clocks(case: &Case, holidays: &BankHolidays) -> Vec<Clock> {
    let run = Running { case, holidays };
    let mut clocks = run.response();
    // Outside Scotland the window does not hang on the limit; in Scotland on the first of them.
    let response_due = clocks.iter().find(|clock| clock.kind.is_the_answer()).cloned();
    clocks.extend(run.letters());
    clocks.extend(run.review_windows(response_due.as_ref()));
    clocks.extend(run.reviews());
    clocks.extend(run.after_the_complaint());
    clocks
}

struct Running<'a> {
    case: &'a Case,
    holidays: &'a BankHolidays,
}

/// What a clock belongs to and counts from.
struct From {
    event: EventId,
    subject: String,
    day: NaiveDate,
    fact: String,
}

impl Running<'_> {
    fn clock(&self, kind: ClockKind, limit: LimitKind, from: From) -> Option<Clock> {
        let limit = time_limit::limit(limit, self.case.regime, from.day, self.holidays).ok()?;
        Some(Clock {
            readings: reading::other_readings(&limit, self.holidays),
            due: limit.due,
            length: Some(limit.length),
            skipped: limit.skipped,
            provisional: limit.provisional,
            ..Clock::bare(kind, limit.citation, from)
        })
    }

    fn letter_reference(&self, ours: &OurLetter) -> String {
        let number = ours.facts.second_number.unwrap_or(ours.facts.number);
        self.case.reference.letter(number)
    }

    /// The first reply that came after a letter left. On one day the reply comes first (see the
    /// ranks of event kinds), so a reply of the same day is not an answer to the letter.
    fn reply_after(&self, day: NaiveDate) -> Option<&Reply> {
        self.case.replies.iter().find(|reply| reply.known_on > day && !reply.superseded)
    }
}

impl Clock {
    /// A clock of which only the beginning is known.
    fn bare(kind: ClockKind, citation: Citation, from: From) -> Self {
        Self {
            kind,
            started_by: from.event,
            subject: from.subject,
            counted_from: from.day,
            counted_from_fact: from.fact,
            due: from.day,
            length: None,
            skipped: Vec::new(),
            provisional: false,
            citation,
            readings: Vec::new(),
            claim: None,
            paused: Vec::new(),
            questions: Vec::new(),
            outstanding: Vec::new(),
            stopped_on: None,
        }
    }
}

fn arrival(sent: &SentLetter, what: &str) -> String {
    match sent.receipt.basis {
        ReceiptBasis::Actual => format!("{what} was received"),
        ReceiptBasis::SameDay if sent.sending.channel() == Channel::WebForm => {
            format!("{what} was submitted by web form")
        }
        ReceiptBasis::SameDay => format!("{what} was sent by e-mail"),
        ReceiptBasis::Deemed => {
            format!("{what} is deemed received (posted {})", words(sent.on))
        }
    }
}

/// A date as sentences and letters have it: `13 November 2026`.
pub fn words(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests;
