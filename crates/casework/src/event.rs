//! The events of a correspondence: facts with a civil date, never changed once recorded.

use chrono::NaiveDate;
use law::coded;
use law::receipt::PostClass;

use crate::id::{EventId, LetterId, QuestionId};
use crate::outcome::Answer;

coded! {
    /// Every kind of event that a request can have. The library's reference table holds the same
    /// codes. [`EventKind::rank`] orders those of one day.
    pub enum EventKind {
        /// A letter of ours was written and queued. Nothing has left.
        LetterWritten = "letter_written", "Letter written";
        /// The request left.
        RequestSent = "request_sent", "Request sent";
        /// The day on which a letter of ours arrived became known.
        LetterReceived = "letter_received", "Letter received by the force";
        /// A letter of ours came back.
        DeliveryFailed = "delivery_failed", "Delivery failed";
        /// A letter was sent again.
        Resent = "resent", "Sent again";
        /// The force acknowledged the request.
        Acknowledged = "acknowledged", "Acknowledged";
        /// The force told us its own date.
        DateClaimed = "date_claimed", "Date claimed by the force";
        /// The force gave the request another reference.
        ReferenceGiven = "reference_given", "Reference given by the force";
        /// The force asked what the request means.
        ClarificationAsked = "clarification_asked", "Clarification asked";
        /// We answered.
        ClarificationAnswered = "clarification_answered", "Clarification answered";
        /// A notice of fees.
        FeesNotice = "fees_notice", "Fees notice";
        /// The fee was paid.
        FeesPaid = "fees_paid", "Fee paid";
        /// More time claimed for the public interest, or under the Regulations.
        ExtensionClaimed = "extension_claimed", "Extension claimed";
        /// The request was passed to another authority.
        Transferred = "transferred", "Transferred";
        /// A reply that only asks for patience.
        HoldingReply = "holding_reply", "Holding reply";
        /// The request is now under the environmental regulations.
        RegimeMoved = "regime_moved", "Moved to another regime";
        /// The wording of a question was narrowed for this force.
        Narrowed = "narrowed", "Narrowed";
        /// A reply, with an outcome for each question that it deals with.
        ReplyReceived = "reply_received", "Reply received";
        /// An outcome was put right by a person.
        OutcomeCorrected = "outcome_corrected", "Outcome corrected";
        /// A chaser left.
        ChaserSent = "chaser_sent", "Chaser sent";
        /// A follow-up left.
        FollowUpSent = "follow_up_sent", "Follow-up sent";
        /// An internal review was asked for.
        ReviewAsked = "review_asked", "Internal review asked";
        /// The force acknowledged the request for review.
        ReviewAcknowledged = "review_acknowledged", "Internal review acknowledged";
        /// The force took more time for the review.
        ReviewExtended = "review_extended", "Internal review extended";
        /// The force will not review.
        ReviewRefused = "review_refused", "Internal review refused";
        /// The review was decided.
        ReviewDecided = "review_decided", "Internal review decided";
        /// A complaint or application to the Commissioner left.
        ComplaintMade = "complaint_made", "Complaint made";
        /// The Commissioner acknowledged it.
        ComplaintAcknowledged = "complaint_acknowledged", "Complaint acknowledged";
        /// A decision notice.
        DecisionNotice = "decision_notice", "Decision notice";
        /// An appeal was made.
        AppealMade = "appeal_made", "Appeal made";
        /// An appeal was decided.
        AppealDecided = "appeal_decided", "Appeal decided";
        /// Parts of the request were withdrawn.
        PartsWithdrawn = "parts_withdrawn", "Parts withdrawn";
        /// The request was withdrawn.
        Withdrawn = "withdrawn", "Withdrawn";
        /// The request was closed by a person, with a reason.
        Closed = "closed", "Closed";
        /// A note.
        Note = "note", "Note";
    }
}

impl EventKind {
    /// The order of events of one day: what must have happened first comes first. `docs/law.md`
    /// gives the same table for people.
    pub fn rank(self) -> u32 {
        match self {
            Self::LetterWritten => 5,
            Self::RequestSent => 10,
            Self::Resent => 11,
            Self::DeliveryFailed => 12,
            Self::LetterReceived => 15,
            Self::Acknowledged => 20,
            Self::ReferenceGiven => 21,
            Self::DateClaimed => 22,
            Self::Transferred => 23,
            Self::RegimeMoved => 24,
            Self::ClarificationAsked => 30,
            Self::FeesNotice => 31,
            Self::ExtensionClaimed => 32,
            Self::HoldingReply => 33,
            Self::ClarificationAnswered => 35,
            Self::Narrowed => 36,
            Self::FeesPaid => 37,
            Self::ReplyReceived => 50,
            Self::OutcomeCorrected => 51,
            Self::ChaserSent => 60,
            Self::FollowUpSent => 61,
            Self::ReviewAsked => 62,
            Self::ReviewAcknowledged => 63,
            Self::ReviewExtended => 64,
            Self::ReviewRefused => 65,
            Self::ReviewDecided => 66,
            Self::ComplaintMade => 70,
            Self::ComplaintAcknowledged => 71,
            Self::DecisionNotice => 72,
            Self::AppealMade => 73,
            Self::AppealDecided => 74,
            Self::Note => 80,
            Self::PartsWithdrawn => 90,
            Self::Withdrawn => 91,
            Self::Closed => 99,
        }
    }
}

coded! {
    /// How a letter of ours left.
    pub enum Channel {
        /// By post.
        Post = "post", "post";
        /// By e-mail.
        Email = "email", "e-mail";
    }
}

/// How and when a letter of ours left, and what is known of its arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Put in the post on the event's date.
    Posted {
        /// The class of post.
        class: PostClass,
        /// The day it arrived, where that is known; otherwise the arrival is deemed.
        received_on: Option<NaiveDate>,
    },
    /// Sent by e-mail on the event's date.
    Emailed {
        /// The day it arrived, where it is known to differ from the day of sending.
        received_on: Option<NaiveDate>,
    },
}

impl Sending {
    /// The channel.
    pub fn channel(self) -> Channel {
        match self {
            Self::Posted { .. } => Channel::Post,
            Self::Emailed { .. } => Channel::Email,
        }
    }

    /// The day of arrival, where it is known and not presumed.
    pub fn received_on(self) -> Option<NaiveDate> {
        match self {
            Self::Posted { received_on, .. } | Self::Emailed { received_on } => received_on,
        }
    }

    /// The class of post, for what went by post.
    pub fn class(self) -> Option<PostClass> {
        match self {
            Self::Posted { class, .. } => Some(class),
            Self::Emailed { .. } => None,
        }
    }
}

/// A letter that came from the force.
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

/// What a reply really says to some questions, in place of what was recorded of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The reply, or the decision of a review, that is read better.
    pub of: EventId,
    /// What it says to each question that is put right.
    pub answers: Vec<(QuestionId, Answer)>,
}

coded! {
    /// What a review came to, as the force puts it for the whole.
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
    /// A letter of ours left: the request, a follow-up or a request for review, as its kind says.
    LetterSent(LetterId, Sending),
    /// A letter of ours is known to have arrived on the event's date.
    LetterReceived(LetterId),
    /// The force acknowledged the request.
    Acknowledged(FromForce),
    /// A reply. The event's date is the letter's own date.
    ReplyReceived(FromForce),
    /// A review was asked for by a letter that was not written here.
    ReviewAskedElsewhere(Sending),
    /// The review was decided. The event's date is the letter's own date.
    ReviewDecided(ReviewResult, FromForce),
    /// A person put right what a reply, or the decision of a review, is recorded to say.
    OutcomeCorrected(Correction),
    /// The request was withdrawn, with a reason.
    Withdrawn(String),
    /// The request was closed, with a reason.
    Closed(String),
    /// A note.
    Note(String),
    /// A kind that this version keeps but does not read: shown as a problem, never guessed at.
    Unread(EventKind),
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
        match &self.fact {
            Fact::Acknowledged(theirs)
            | Fact::ReplyReceived(theirs)
            | Fact::ReviewDecided(_, theirs) => theirs.received_on.unwrap_or(self.happened_on),
            Fact::LetterWritten(_)
            | Fact::LetterSent(..)
            | Fact::LetterReceived(_)
            | Fact::ReviewAskedElsewhere(_)
            | Fact::OutcomeCorrected(_)
            | Fact::Withdrawn(_)
            | Fact::Closed(_)
            | Fact::Note(_)
            | Fact::Unread(_) => self.happened_on,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use law::Coded;

    #[test]
    fn every_kind_has_a_rank_of_its_own() {
        let mut ranks: Vec<u32> = EventKind::ALL.iter().map(|kind| kind.rank()).collect();
        let count = ranks.len();
        ranks.sort_unstable();
        ranks.dedup();
        assert_eq!(ranks.len(), count, "two kinds of one rank would be ordered by chance");
    }
}
