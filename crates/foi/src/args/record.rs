//! The words of `foi record`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::course::CourseCommand;
use super::{By, Class};

/// A letter that came from a force.
#[derive(Debug, Args)]
pub struct LetterArguments {
    /// The reference of the request.
    #[arg(long, value_name = "REF")]
    pub request: String,
    /// The date that their letter bears.
    #[arg(long, value_name = "DATE")]
    pub dated: String,
    /// The day on which it reached you.
    #[arg(long, value_name = "DATE")]
    pub received: Option<String>,
    /// Their reference.
    #[arg(long, value_name = "X")]
    pub their_ref: Option<String>,
    /// A note or caveat to keep with it; may be given more than once.
    #[arg(long, value_name = "TEXT")]
    pub note: Vec<String>,
    /// A file to keep with it, as it is; may be given more than once.
    #[arg(long)]
    pub file: Vec<PathBuf>,
}

/// Record what came, or what happened.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// What happens in the course of a request.
    #[command(flatten)]
    Course(CourseCommand),
    /// A reply, with an outcome for each question.
    #[command(visible_alias = "reply-received")]
    Reply {
        #[command(flatten)]
        letter: LetterArguments,
        /// The outcomes: columns question,outcome,exemptions,note.
        #[arg(long, value_name = "FILE.csv")]
        outcomes: PathBuf,
        /// The earlier reply that it expressly replaces, by the number of its event.
        #[arg(long, value_name = "EVENT")]
        supersedes: Option<i64>,
    },
    /// That an outcome is put right: the reply was read wrongly. Refused where no reply is recorded.
    OutcomeCorrected {
        /// The reference of the request.
        #[arg(long, value_name = "REF")]
        request: String,
        /// The day on which you put it right; today where it is not given.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// What the reply really says: columns question,outcome,exemptions,note.
        #[arg(long, value_name = "FILE.csv")]
        outcomes: PathBuf,
        /// The reply or decision, by the number of its event; the one that gave the outcomes
        /// where it is not named.
        #[arg(long, value_name = "EVENT")]
        reply: Option<i64>,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// An acknowledgement.
    #[command(visible_alias = "acknowledged")]
    Acknowledgement {
        #[command(flatten)]
        letter: LetterArguments,
    },
    /// The day on which a letter of yours arrived; it replaces the day that was presumed.
    #[command(visible_alias = "letter-received")]
    Received {
        /// The reference of the request, or of one of its letters (HT-011/2).
        #[arg(long, value_name = "REF")]
        request: String,
        /// The day.
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    /// A request for review that was made by a letter not written here.
    ReviewAsked {
        /// The reference of the request.
        #[arg(long, value_name = "REF")]
        request: String,
        /// The day on which it left.
        #[arg(long, visible_alias = "dated", value_name = "DATE")]
        on: String,
        /// How it left.
        #[arg(long, value_enum, default_value_t = By::Post)]
        by: By,
        /// The class of post.
        #[arg(long, value_enum, default_value_t = Class::First)]
        class: Class,
        /// The day on which it arrived, where it is known.
        #[arg(long, value_name = "DATE")]
        received: Option<String>,
        /// A note to keep with it.
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// The outcome of a review.
    ReviewDecided {
        #[command(flatten)]
        letter: LetterArguments,
        /// What the force calls the result: upheld, partly or overturned.
        #[arg(long, visible_alias = "outcome")]
        result: String,
        /// The outcomes of the questions that changed: columns question,outcome,exemptions,note.
        #[arg(long, value_name = "FILE.csv")]
        outcomes: Option<PathBuf>,
    },
    /// A note.
    Note {
        /// The reference of the request.
        #[arg(long, value_name = "REF")]
        request: String,
        /// The day that it is about.
        #[arg(long, value_name = "DATE")]
        on: String,
        /// The note.
        #[arg(long)]
        text: String,
    },
    /// That you close the request.
    Closed {
        #[command(flatten)]
        ending: EndingArguments,
    },
    /// That you withdraw the request.
    Withdrawn {
        #[command(flatten)]
        ending: EndingArguments,
    },
}

/// The end of a request.
#[derive(Debug, Args)]
pub struct EndingArguments {
    /// The reference of the request.
    #[arg(long, value_name = "REF")]
    pub request: String,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub on: String,
    /// Why.
    #[arg(long)]
    pub reason: String,
}
