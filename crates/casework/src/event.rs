//! The events of a correspondence: facts with a civil date, never changed once recorded.

use chrono::NaiveDate;
use law::coded;
use law::receipt::PostClass;

mod fact;

pub use fact::{
    Claim, Correction, Event, Fact, FromForce, Notice, ReviewResult, Transfer, Wording,
};

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
        /// By a form on the web.
        WebForm = "web_form", "web form";
    }
}

/// How and when a letter of ours left, and what is known of its arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Put into a form on the web on the event's date.
    WebForm {
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
            Self::WebForm { .. } => Channel::WebForm,
        }
    }

    /// The day of arrival, where it is known and not presumed.
    pub fn received_on(self) -> Option<NaiveDate> {
        match self {
            Self::Posted { received_on, .. }
            | Self::Emailed { received_on }
            | Self::WebForm { received_on } => received_on,
        }
    }

    /// The class of post, for what went by post.
    pub fn class(self) -> Option<PostClass> {
        match self {
            Self::Posted { class, .. } => Some(class),
            Self::Emailed { .. } | Self::WebForm { .. } => None,
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

    #[test]
    fn only_post_has_a_class() {
        let posted = Sending::Posted { class: PostClass::Second, received_on: None };
        assert_eq!(posted.class(), Some(PostClass::Second));
        assert_eq!(Sending::Emailed { received_on: None }.class(), None);
        assert_eq!(Sending::WebForm { received_on: None }.class(), None);
    }
}
