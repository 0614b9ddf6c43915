//! What each kind of event says: the fact, as it was recorded.

use chrono::NaiveDate;
use law::coded;
use law::regime::Regime;

use super::{Channel, EventKind, Sending};
use crate::id::{EventId, LetterId, QuestionId};
use crate::outcome::Answer;

/// A letter of theirs that answers questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromForce {
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// Their reference, where it gives one.
    pub their_reference: Option<String>,
    /// What it says to each question that it deals with.
    pub answers: Vec<(QuestionId, Answer)>,
    /// The earlier reply that it expressly replaces.
    pub supersedes: Option<EventId>,
}

/// A letter of theirs that answers nothing: it asks, promises, claims or refuses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Notice {
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// Their reference, where it gives one.
    pub their_reference: Option<String>,
    /// The day that it names: promised, estimated, or set for us.
    pub names_day: Option<NaiveDate>,
    /// The questions that it is about; all of them where none is named.
    pub questions: Vec<QuestionId>,
}

coded! {
    /// What a date is that the force claims for itself.
    pub enum Claim {
        /// That our letter arrived on this day.
        Received = "received", "received on";
        /// That its answer is due on this day.
        Due = "due", "due on";
        /// That a review has to be asked for by this day.
        ReviewRequest = "review-request", "review to be asked for by";
    }
}

/// A request, or some of its questions, passed to another authority.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transfer {
    /// The authority that has it now.
    pub to: String,
    /// The day on which that authority received it, where it is known.
    pub received_on: Option<NaiveDate>,
    /// The questions that were passed on; all of them where none is named.
    pub questions: Vec<QuestionId>,
}

/// A question as it is worded for this force alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// The question.
    pub question: QuestionId,
    /// Its words.
    pub text: String,
}

/// What a reply really says to some questions, in place of what was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The reply, or the decision of a review, that is read better.
    pub of: EventId,
    /// What it says to each question that is put right.
    pub answers: Vec<(QuestionId, Answer)>,
}

coded! {
    /// What a review or a decision came to, for the whole.
    pub enum ReviewResult {
        /// The first decision stands.
        Upheld = "upheld", "upheld";
        /// It stands in part.
        Partly = "partly", "partly overturned";
        /// It was put right.
        Overturned = "overturned", "overturned";
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A letter was written and queued.
    LetterWritten(LetterId),
    /// A letter of ours left: the request, a follow-up, a request for review, as its kind says.
    LetterSent(LetterId, Sending),
    /// A letter of ours is known to have arrived on the event's date.
    LetterReceived(LetterId),
    /// A letter of ours came back by this channel, or by every one: it never arrived.
    DeliveryFailed(LetterId, Option<Channel>),
    /// A letter that had left was sent once more. An earlier arrival goes on counting.
    Resent(LetterId, Sending),
    /// The force acknowledged the request.
    Acknowledged(FromForce),
    /// The force gave a reference, or another one.
    ReferenceGiven(Notice),
    /// The force claims a date: what it is, and which.
    DateClaimed(Claim, NaiveDate),
    /// The force asks what the request, or some questions, mean.
    ClarificationAsked(Notice),
    /// We answered what it asked.
    ClarificationAnswered(Sending),
    /// A notice of fees: nothing runs until the fee is received.
    FeesNotice(Notice),
    /// The fee was received on the event's date.
    FeesPaid,
    /// More time is claimed: for the public interest, or under the Regulations.
    ExtensionClaimed(Notice),
    /// Passed to another authority.
    Transferred(Transfer),
    /// A reply that only asks for patience. It moves nothing.
    HoldingReply(Notice),
    /// The request is answered under these Regulations, or this Act, from now on.
    RegimeMoved(Regime),
    /// We asked for less: these questions are worded so for this force, and asked afresh.
    Narrowed(Sending, Vec<Wording>),
    /// A reply. The event's date is the letter's own date.
    ReplyReceived(FromForce),
    /// A person put right what a reply, or the decision of a review, is recorded to say.
    OutcomeCorrected(Correction),
    /// A chaser left that was not written here.
    ChaserSent(Sending),
    /// A follow-up left that was not written here.
    FollowUpSentElsewhere(Sending),
    /// A review was asked for by a letter that was not written here.
    ReviewAskedElsewhere(Sending),
    /// The force acknowledged the request for review.
    ReviewAcknowledged(Notice),
    /// The force takes more time for the review.
    ReviewExtended(Notice),
    /// The force will not review.
    ReviewRefused(Notice),
    /// The review was decided. The event's date is the letter's own date.
    ReviewDecided(ReviewResult, FromForce),
    /// A complaint or application to the Commissioner left.
    ComplaintMade(Sending),
    /// The Commissioner acknowledged it.
    ComplaintAcknowledged(Notice),
    /// The Commissioner decided. The event's date is the day on which the notice was sent.
    DecisionNotice(Option<ReviewResult>, Notice),
    /// An appeal was made.
    AppealMade(Sending),
    /// The appeal was decided.
    AppealDecided(Option<ReviewResult>, Notice),
    /// These questions are no longer asked.
    PartsWithdrawn(Vec<QuestionId>),
    /// The request was withdrawn, with a reason.
    Withdrawn(String),
    /// The request was closed, with a reason.
    Closed(String),
    /// A note.
    Note(String),
}

impl Fact {
    /// The day on which a letter of theirs reached us, where that is known.
    pub fn received_on(&self) -> Option<NaiveDate> {
        let answers = self.answers().and_then(|theirs| theirs.received_on);
        answers.or_else(|| self.notice().and_then(|notice| notice.received_on))
    }

    /// The letter of ours that it is about, where it names one.
    pub fn letter(&self) -> Option<LetterId> {
        if let Self::LetterWritten(letter)
        | Self::LetterSent(letter, _)
        | Self::LetterReceived(letter)
        | Self::DeliveryFailed(letter, _)
        | Self::Resent(letter, _) = self
        {
            Some(*letter)
        } else {
            None
        }
    }

    /// What a letter of theirs says, where it is one that can answer.
    pub fn answers(&self) -> Option<&FromForce> {
        if let Self::Acknowledged(theirs)
        | Self::ReplyReceived(theirs)
        | Self::ReviewDecided(_, theirs) = self
        {
            Some(theirs)
        } else {
            None
        }
    }

    /// What a letter of theirs says that answers nothing.
    pub fn notice(&self) -> Option<&Notice> {
        if let Self::ReferenceGiven(notice)
        | Self::ClarificationAsked(notice)
        | Self::FeesNotice(notice)
        | Self::ExtensionClaimed(notice)
        | Self::HoldingReply(notice)
        | Self::ReviewAcknowledged(notice)
        | Self::ReviewExtended(notice)
        | Self::ReviewRefused(notice)
        | Self::ComplaintAcknowledged(notice)
        | Self::DecisionNotice(_, notice)
        | Self::AppealDecided(_, notice) = self
        {
            Some(notice)
        } else {
            None
        }
    }

    /// The reference that a letter of theirs gives.
    pub fn their_reference(&self) -> Option<&String> {
        let answers = self.answers().and_then(|theirs| theirs.their_reference.as_ref());
        answers.or_else(|| self.notice().and_then(|notice| notice.their_reference.as_ref()))
    }

    /// How a letter of ours left, where the fact is that it did.
    pub fn sending(&self) -> Option<Sending> {
        if let Self::LetterSent(_, sending)
        | Self::Resent(_, sending)
        | Self::ClarificationAnswered(sending)
        | Self::Narrowed(sending, _)
        | Self::ChaserSent(sending)
        | Self::FollowUpSentElsewhere(sending)
        | Self::ReviewAskedElsewhere(sending)
        | Self::ComplaintMade(sending)
        | Self::AppealMade(sending) = self
        {
            Some(*sending)
        } else {
            None
        }
    }
}

/// An event as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its row; later rows were recorded later.
    pub id: EventId,
    /// Its kind.
    pub kind: EventKind,
    /// The civil date of the fact: the day a letter left, the date that a letter of theirs bears.
    pub happened_on: NaiveDate,
    /// What happened.
    pub fact: Fact,
    /// Why it was struck, if it was. A struck event counts for nothing.
    pub struck: Option<String>,
}

impl Event {
    /// The day on which the fact takes its place in the order of events: for a letter of theirs,
    /// the day it reached us where that is known.
    pub fn known_on(&self) -> NaiveDate {
        self.fact.received_on().unwrap_or(self.happened_on)
    }
}
