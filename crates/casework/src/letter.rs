//! A letter of ours as a fact of the case: what it is, what it asks, what it says of itself.

use chrono::NaiveDate;
use law::coded;

use crate::id::{LetterId, QuestionId};

coded! {
    /// What a letter is.
    pub enum LetterKind {
        /// The request itself.
        Request = "request", "Request";
        /// The letter for refused, partly answered and unanswered questions.
        FollowUp = "follow_up", "Follow-up";
        /// A request for an internal review.
        Review = "review", "Internal review request";
    }
}

coded! {
    /// What a follow-up is in law. It is the first sentence of the letter and decides which clocks
    /// run.
    pub enum Mode {
        /// A fresh request, with advice and assistance: 20 working days for the fresh part only.
        FreshRequest = "A", "fresh request, with advice";
        /// A request for an internal review, the closing questions as grounds.
        Review = "B", "internal review";
        /// Both, under two headings and two references.
        Both = "C", "internal review and fresh request";
        /// An enquiry: starts no clock.
        Enquiry = "D", "enquiry";
    }
}

impl Mode {
    /// Whether the letter asks for recorded information afresh.
    pub fn has_fresh_request(self) -> bool {
        matches!(self, Self::FreshRequest | Self::Both)
    }

    /// Whether the letter asks for an internal review.
    pub fn asks_review(self) -> bool {
        matches!(self, Self::Review | Self::Both)
    }
}

/// What is frozen of a letter when it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterFacts {
    /// Its row.
    pub id: LetterId,
    /// Its number within the request, from 1: `HT-011/2` is 2.
    pub number: u32,
    /// The number of its second part, for a letter under two references.
    pub second_number: Option<u32>,
    /// What it is.
    pub kind: LetterKind,
    /// What it is in law, for a follow-up.
    pub mode: Option<Mode>,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// The date by which it asks for a reply where no limit runs: our own date, a courtesy.
    pub reply_by: Option<NaiveDate>,
    /// The questions that it takes up.
    pub questions: Vec<QuestionId>,
    /// The questions that its fresh request is about.
    pub fresh_questions: Vec<QuestionId>,
}

impl LetterFacts {
    /// Whether, once it has left, an internal review has been asked for.
    pub fn asks_review(&self) -> bool {
        self.kind == LetterKind::Review || self.mode.is_some_and(Mode::asks_review)
    }

    /// Whether, once it has arrived, section 10 gives the force 20 working days for a fresh part.
    pub fn has_fresh_request(&self) -> bool {
        self.mode.is_some_and(Mode::has_fresh_request)
    }
}
