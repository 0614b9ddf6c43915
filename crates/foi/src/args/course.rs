//! The words of `foi record` for what happens in the course of a request.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::record::LetterArguments;
use super::{By, Class};

/// A letter of theirs that answers nothing.
#[derive(Debug, Args)]
pub struct NoticeArguments {
    #[command(flatten)]
    pub letter: LetterArguments,
    /// The day that it names: promised, estimated, or set for you.
    #[arg(long, visible_alias = "until", value_name = "DATE")]
    pub names: Option<String>,
    /// A question that it is about; may be given more than once. All of them where none is given.
    #[arg(long, value_name = "Q")]
    pub question: Vec<String>,
}

/// A letter of yours that was not written here.
#[derive(Debug, Args)]
pub struct SentArguments {
    /// The reference of the request.
    #[arg(long, value_name = "REF")]
    pub request: String,
    /// The day on which it left.
    #[arg(long, visible_alias = "dated", value_name = "DATE")]
    pub on: String,
    /// How it left.
    #[arg(long, value_enum, default_value_t = By::Email)]
    pub by: By,
    /// The class of post.
    #[arg(long, value_enum)]
    pub class: Option<Class>,
    /// The day on which it arrived, where it is known.
    #[arg(long, value_name = "DATE")]
    pub received: Option<String>,
    /// A note to keep with it; may be given more than once.
    #[arg(long, value_name = "TEXT")]
    pub note: Vec<String>,
    /// A file to keep with it; may be given more than once.
    #[arg(long)]
    pub file: Vec<PathBuf>,
}

/// Something that happened on a day.
#[derive(Debug, Args)]
pub struct DayArguments {
    /// The reference of the request, or of one of its letters (HT-011/2).
    #[arg(long, value_name = "REF")]
    pub request: String,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub on: String,
    /// A note to keep with it; may be given more than once.
    #[arg(long, value_name = "TEXT")]
    pub note: Vec<String>,
}

/// What a date is that the force claims.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Claimed {
    /// That your letter arrived on it.
    Received,
    /// That the answer is due on it.
    Due,
    /// That a review has to be asked for by it.
    ReviewRequest,
}

/// What happens in the course of a request.
#[derive(Debug, Subcommand)]
pub enum CourseCommand {
    /// That a letter of yours came back: no clock runs from it.
    DeliveryFailed {
        #[command(flatten)]
        day: DayArguments,
        /// By which way it came back; every way where it is not given.
        #[arg(long, value_enum)]
        by: Option<By>,
    },
    /// That a letter was sent once more; an earlier arrival goes on counting.
    Resent(SentArguments),
    /// The reference that the force gives (--their-ref).
    ReferenceGiven(NoticeArguments),
    /// A date that the force claims for itself.
    DateClaimed {
        #[command(flatten)]
        day: DayArguments,
        /// What the date is said to be.
        #[arg(long, value_enum)]
        claim: Claimed,
        /// The date.
        #[arg(long, value_name = "DATE")]
        names: String,
    },
    /// That the force asks what is meant: nothing runs until you answer.
    ClarificationAsked(NoticeArguments),
    /// That you answered: a new 20 working days from its receipt.
    ClarificationAnswered(SentArguments),
    /// A notice of fees: nothing runs until the fee is received.
    FeesNotice(NoticeArguments),
    /// The day on which the fee was received.
    FeesPaid(DayArguments),
    /// That more time is claimed: for the public interest, or under the Regulations.
    ExtensionClaimed(NoticeArguments),
    /// That the request, or some questions, were passed to another authority.
    Transferred {
        #[command(flatten)]
        day: DayArguments,
        /// The authority that has it now.
        #[arg(long, value_name = "NAME")]
        to: String,
        /// The day on which that authority received it.
        #[arg(long, value_name = "DATE")]
        received: Option<String>,
        /// A question that was passed on; may be given more than once.
        #[arg(long, value_name = "Q")]
        question: Vec<String>,
    },
    /// A reply that only asks for patience: it moves nothing.
    HoldingReply(NoticeArguments),
    /// That the request is answered under another regime.
    RegimeMoved {
        #[command(flatten)]
        day: DayArguments,
        /// The regime: eir, eisr, foia or foisa.
        #[arg(long)]
        regime: String,
    },
    /// That you asked for less: the questions as they are worded for this force.
    Narrowed {
        #[command(flatten)]
        sent: SentArguments,
        /// A question and its words: "2a=The year 2025 only?"; may be given more than once.
        #[arg(long, value_name = "Q=TEXT", required = true)]
        question: Vec<String>,
    },
    /// A chaser that was not written here.
    ChaserSent(SentArguments),
    /// A follow-up that was not written here.
    FollowUpSent(SentArguments),
    /// That the force acknowledged the request for review.
    ReviewAcknowledged(NoticeArguments),
    /// That the force takes more time for the review.
    ReviewExtended(NoticeArguments),
    /// That the force will not review.
    ReviewRefused(NoticeArguments),
    /// A complaint or application to the Commissioner.
    ComplaintMade(SentArguments),
    /// That the Commissioner acknowledged it.
    ComplaintAcknowledged(NoticeArguments),
    /// A decision notice; --names is the day by which the force has to follow it.
    DecisionNotice {
        #[command(flatten)]
        notice: NoticeArguments,
        /// What it came to for the force: upheld, partly or overturned.
        #[arg(long)]
        result: Option<String>,
    },
    /// An appeal.
    AppealMade(SentArguments),
    /// What an appeal came to.
    AppealDecided {
        #[command(flatten)]
        notice: NoticeArguments,
        /// What it came to: upheld, partly or overturned.
        #[arg(long)]
        result: Option<String>,
    },
    /// That some questions are no longer asked.
    PartsWithdrawn {
        #[command(flatten)]
        day: DayArguments,
        /// A question; may be given more than once.
        #[arg(long, value_name = "Q", required = true)]
        question: Vec<String>,
    },
}
