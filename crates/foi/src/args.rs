//! The command line's words.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod course;
mod exemptions;
mod limits;
mod record;

pub use course::{Claimed, CourseCommand, DayArguments, NoticeArguments, SentArguments};
pub use exemptions::{ExemptionsCommand, RefusalCommand, Refused};
pub use limits::{DueArguments, HolidaysCommand};
pub use record::{EndingArguments, LetterArguments, RecordCommand};

/// How a story is told, in short.
const STORY_HELP: &str = "\
The file: {\"regime\": \"foia\", \"questions\": [\"1\", \"2a\"], \"events\": [{\"kind\": \"request_sent\",
\"date\": \"2026-11-23\"}, …], \"on\": [\"2026-12-22\", …]}. Kinds are those of the correspondence
(reply_received, fees_notice …); what each takes is in docs/story.md.";

/// Freedom of Information campaigns: letters, deadlines, replies and reviews.
///
/// Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused (with the reason).
#[derive(Debug, Parser)]
#[command(name = "foi", version)]
pub struct Arguments {
    /// The folder of the library.
    #[arg(long, global = true, env = "FOI_DESK_LIBRARY", value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// Print data as JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a library.
    Init {
        /// With the sample campaign in it.
        #[arg(long)]
        sample: bool,
    },
    /// Who writes.
    #[command(subcommand)]
    Sender(SenderCommand),
    /// The register of forces.
    #[command(subcommand)]
    Forces(ForcesCommand),
    /// Campaigns and their questions.
    #[command(subcommand)]
    Campaigns(CampaignsCommand),
    /// Requests, as a list.
    #[command(subcommand)]
    Requests(RequestsCommand),
    /// One request.
    #[command(subcommand)]
    Request(RequestCommand),
    /// Write and queue a campaign's request to each force. No clock starts.
    Send {
        /// The prefix of the campaign.
        #[arg(long)]
        campaign: String,
        /// The date that the letters bear: 2026-05-01.
        #[arg(long, value_name = "DATE")]
        dated: String,
        /// A force, by its id; may be given more than once. All police forces where none is given.
        #[arg(long, value_name = "ID")]
        force: Vec<String>,
        /// A folder for a copy of each letter.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// The letters that are written and have not left.
    Queue,
    /// Print the queue as one job, with a posting list beside it.
    Print {
        /// The file of the job.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
        /// A folder for each letter as a file of its own.
        #[arg(long, value_name = "DIR")]
        letters: Option<PathBuf>,
    },
    /// Mark letters as posted: this starts their clocks.
    Posted {
        /// The day on which they were posted.
        #[arg(long, value_name = "DATE")]
        on: String,
        /// The class of post.
        #[arg(long, value_enum, default_value_t = Class::First)]
        class: Class,
        /// The day on which they arrived, where it is known; presumed otherwise.
        #[arg(long, value_name = "DATE")]
        received: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Mark letters as sent by e-mail: this starts their clocks.
    Emailed {
        /// The day on which they were sent.
        #[arg(long, value_name = "DATE")]
        on: String,
        /// The day on which they arrived, where it is known to differ.
        #[arg(long, value_name = "DATE")]
        received: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Mark letters as put into a form on the web: this starts their clocks.
    Submitted {
        /// The day on which they were submitted.
        #[arg(long, value_name = "DATE")]
        on: String,
        /// The day on which they arrived, where it is known to differ.
        #[arg(long, value_name = "DATE")]
        received: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Record what came, or what happened.
    #[command(subcommand)]
    Record(RecordCommand),
    /// Write and queue a letter. No clock starts.
    #[command(subcommand)]
    Write(WriteCommand),
    /// What needs doing now.
    Today,
    /// Internal reviews.
    #[command(subcommand)]
    Reviews(ReviewsCommand),
    /// When a limit is due, with its working. Needs no library.
    Due(DueArguments),
    /// The bank holidays of the library.
    #[command(subcommand)]
    Holidays(HolidaysCommand),
    /// The exemptions of a law, and where a letter names them. Needs no library.
    #[command(subcommand)]
    Exemptions(ExemptionsCommand),
    /// Refusal notices. Needs no library.
    #[command(subcommand)]
    Refusal(RefusalCommand),
    /// Where a request stands on a day: its stage, each clock, what to do next.
    Standing {
        /// The reference of the request.
        #[arg(long, value_name = "REF")]
        request: String,
        /// The day; today where it is not given. What came later is left out.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Tell a case in a file, and see where it stands on each of its days. Needs no library.
    #[command(after_help = STORY_HELP)]
    Story {
        /// The story.
        #[arg(value_name = "FILE.json")]
        file: PathBuf,
    },
    /// Check the library: its file, its documents, its deadlines.
    Check,
    /// What was done, the last first.
    History,
    /// Take an act back, while nothing of it has left.
    Undo {
        /// The number of the act in the history; the last one where it is not given.
        operation: Option<i64>,
    },
    /// Strike an event that was wrong, with the reason; then record the right one.
    Strike {
        /// The reference of the request.
        #[arg(long, value_name = "REF")]
        request: String,
        /// The number of the event in its correspondence.
        #[arg(long)]
        event: i64,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        because: String,
    },
    /// The main job on the sample campaign, in a fresh library, with fixed dates.
    Demo {
        /// The folder for it.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// Which letters.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// The reference of a request; may be given more than once.
    #[arg(long, value_name = "REF", num_args = 1..)]
    pub request: Vec<String>,
    /// Every letter in the queue.
    #[arg(long)]
    pub all: bool,
}

/// For which requests a letter is written.
#[derive(Debug, Args)]
pub struct For {
    #[command(flatten)]
    pub which: Due,
    /// The date that the letter bears; today where it is not given.
    #[arg(long, value_name = "DATE")]
    pub dated: Option<String>,
    /// A folder for a copy of each letter.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Named requests, or all for which it is the thing to do.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Due {
    /// The reference of a request; may be given more than once.
    #[arg(long, value_name = "REF", num_args = 1..)]
    pub request: Vec<String>,
    /// Every request for which it is the thing to do today.
    #[arg(long)]
    pub due: bool,
}

/// The class of post.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Class {
    /// First class.
    First,
    /// Second class.
    Second,
}

/// How a letter left.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum By {
    /// By post.
    Post,
    /// By e-mail.
    Email,
    /// By a form on the web.
    WebForm,
}

/// What a follow-up is in law.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FollowUpMode {
    /// A fresh request, with advice and assistance.
    #[value(name = "A", alias = "a")]
    A,
    /// An internal review, the closing questions as grounds.
    #[value(name = "B", alias = "b")]
    B,
    /// Both, under two headings and two references.
    #[value(name = "C", alias = "c")]
    C,
    /// An enquiry.
    #[value(name = "D", alias = "d")]
    D,
}

/// Who writes.
#[derive(Debug, Subcommand)]
pub enum SenderCommand {
    /// Set the sender. Letters already written keep the one they were written with.
    Set {
        /// The person or organisation whose requests they are.
        #[arg(long, value_name = "NAME")]
        applicant: String,
        /// Who signs, where that is another.
        #[arg(long, value_name = "NAME")]
        signatory: Option<String>,
        /// What the signatory is: "Campaigns Officer".
        #[arg(long, value_name = "TITLE")]
        signatory_title: Option<String>,
        /// The organisation, for the head of the letters.
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
        /// The address.
        #[arg(long, value_name = "\"LINE, LINE, POSTCODE\"")]
        address: String,
        /// The e-mail address for replies.
        #[arg(long)]
        email: Option<String>,
        /// The telephone number.
        #[arg(long)]
        telephone: Option<String>,
    },
    /// Show the sender.
    Show,
}

/// The register of forces.
#[derive(Debug, Subcommand)]
pub enum ForcesCommand {
    /// The police forces; with --all the other bodies too.
    List {
        /// The other bodies too.
        #[arg(long)]
        all: bool,
    },
    /// One entry.
    Show {
        /// The force, by its id.
        force: String,
    },
    /// Add a body to the register.
    Add {
        /// Its id: small letters, digits and hyphens.
        #[arg(long)]
        id: String,
        /// Its full name.
        #[arg(long)]
        name: String,
        /// Its name in lists.
        #[arg(long)]
        short_name: Option<String>,
        /// England, Wales, Scotland, Northern Ireland or UK.
        #[arg(long)]
        nation: String,
        /// The Act that it answers under: foia or foisa.
        #[arg(long)]
        regime: String,
        /// What sort of body it is.
        #[arg(long, default_value = "territorial-police")]
        kind: String,
        #[command(flatten)]
        contact: ContactArguments,
    },
    /// Change an entry. A changed address is unconfirmed until it is confirmed.
    Edit {
        /// The force, by its id.
        force: String,
        /// Its full name.
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        contact: ContactArguments,
    },
    /// Confirm the address of a force (or its e-mail address, or both) after checking it.
    Confirm {
        /// The force, by its id.
        force: String,
        /// The postal address (this is meant where neither is named).
        #[arg(long)]
        address: bool,
        /// The e-mail address.
        #[arg(long)]
        email: bool,
        /// The day of checking; today where it is not given.
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
}

/// How to reach a force.
#[derive(Debug, Args)]
pub struct ContactArguments {
    /// The address.
    #[arg(long, value_name = "\"LINE, LINE, TOWN, POSTCODE\"")]
    pub address: Option<String>,
    /// The e-mail address.
    #[arg(long)]
    pub email: Option<String>,
    /// The website.
    #[arg(long)]
    pub website: Option<String>,
    /// The authority in law: "The Chief Constable of …".
    #[arg(long, value_name = "NAME")]
    pub legal_authority: Option<String>,
    /// Where this comes from.
    #[arg(long)]
    pub source: Option<String>,
}

/// Campaigns and their questions.
#[derive(Debug, Subcommand)]
pub enum CampaignsCommand {
    /// All campaigns.
    List,
    /// One campaign with its questions and sources.
    Show {
        /// Its prefix.
        campaign: String,
    },
    /// Make a campaign from a file of numbered questions.
    New {
        /// What it is about.
        #[arg(long)]
        title: String,
        /// The letters that its references begin with.
        #[arg(long, value_name = "XX")]
        prefix: String,
        /// The questions as numbered text: 1. 2. (a) (b) 3. …
        #[arg(long, value_name = "FILE")]
        questions: PathBuf,
        /// A period asked about; may be given more than once.
        #[arg(long)]
        period: Vec<String>,
        /// Print the note of the file in the letters.
        #[arg(long)]
        print_note: bool,
    },
}

/// Requests, as a list.
#[derive(Debug, Subcommand)]
pub enum RequestsCommand {
    /// The requests, of one campaign or of all.
    List {
        /// The prefix of the campaign.
        #[arg(long)]
        campaign: Option<String>,
    },
}

/// One request.
#[derive(Debug, Subcommand)]
pub enum RequestCommand {
    /// Everything known of a request.
    Show {
        /// Its reference.
        #[arg(value_name = "REF")]
        request: String,
    },
}

/// Internal reviews.
#[derive(Debug, Subcommand)]
pub enum ReviewsCommand {
    /// Every internal review, of all campaigns.
    List,
}

/// Write and queue a letter.
#[derive(Debug, Subcommand)]
pub enum WriteCommand {
    /// A follow-up for refused, partly answered and unanswered questions.
    FollowUp {
        /// What it is in law; the one recommended where it is not given.
        #[arg(long, value_enum, ignore_case = true)]
        mode: Option<FollowUpMode>,
        /// Your own date for a reply, where no limit runs (modes A and D).
        #[arg(long, value_name = "DATE")]
        reply_by: Option<String>,
        #[command(flatten)]
        order: For,
    },
    /// A request for an internal review.
    Review {
        #[command(flatten)]
        order: For,
    },
}
