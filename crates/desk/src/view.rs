//! Requests, deadlines and correspondence as they cross to the window and the command line.

use casework::agenda::{Stage, StepKind};
use casework::clock::words;
use casework::event::{Channel, EventKind};
use casework::letter::{LetterKind, Mode};
use casework::outcome::Outcome;
use casework::post_by::PostBy;
use casework::question::Role;
use casework::standing::Standing;
use chrono::NaiveDate;
use law::citation::Basis;
use law::receipt::{PostClass, ReceiptBasis};
use law::{BankHolidays, Coded, Regime};
use serde::Serialize;
use ts_rs::TS;

use crate::answers::OutcomeRow;
use crate::code::Code;
pub use crate::deadline::{ClaimView, ClockDay, DeadlineView, ReadingView, SkippedView};
use crate::exemptions::NoticeView;

/// A request as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestView {
    /// Its reference.
    pub reference: String,
    /// The prefix of its campaign.
    pub campaign: String,
    /// The force's name in files.
    pub force: String,
    /// The force's full name.
    pub force_name: String,
    /// The Act: `foia` or `foisa`.
    #[ts(as = "Code<Regime>")]
    pub regime: &'static str,
    /// Where it stands today.
    #[ts(as = "Code<Stage>")]
    pub stage: &'static str,
    /// The same, for people.
    pub stage_label: &'static str,
    /// The date that the stage is about: due by its end.
    pub due: Option<NaiveDate>,
    /// What to do next, as a sentence.
    pub next_step: String,
    /// All that can be done today, the first first.
    pub next_steps: Vec<StepView>,
    /// Questions answered.
    pub answered: usize,
    /// Questions that apply.
    pub counted: usize,
    /// The day on which the request left.
    pub sent_on: Option<NaiveDate>,
    /// The day on which it arrived, actually or deemed.
    pub received_on: Option<NaiveDate>,
    /// `actual`, `deemed` or `same-day`.
    #[ts(as = "Option<Code<ReceiptBasis>>")]
    pub receipt: Option<&'static str>,
    /// A reply to the request is due by the end of this day.
    pub response_due: Option<NaiveDate>,
    /// Questions still owed after that day.
    pub late: Vec<String>,
    /// A review may be asked for until the end of this day.
    pub review_request_due: Option<NaiveDate>,
    /// The force's own reference.
    pub their_reference: Option<String>,
    /// Letters written that have not left.
    pub queued: Vec<String>,
    /// What is odd about the history.
    pub problems: Vec<String>,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// What.
    #[ts(as = "Code<StepKind>")]
    pub step: &'static str,
    /// The same, for people.
    pub label: String,
    /// Why.
    pub reason: String,
    /// The last day on which it is in time.
    pub until: Option<NaiveDate>,
    /// `statute`, `code`, `policy` or `courtesy`.
    #[ts(as = "Option<Code<Basis>>")]
    pub authority: Option<&'static str>,
    /// Where that is written.
    pub citation: Option<String>,
    /// The mode recommended, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
    /// By when its letter is to be posted, where the step ends on a day and a letter takes it.
    pub post_by: Option<PostByView>,
}

/// The last days on which a letter of ours is safely posted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PostByView {
    /// First class.
    pub first: NaiveDate,
    /// Second class.
    pub second: NaiveDate,
    /// Whether no post is safe any more: an e-mail is.
    pub is_over: bool,
    /// As a sentence: "Last safe posting day: Mon 14 Dec first class, Fri 11 Dec second. …"
    pub sentence: String,
    /// In short, for a row: "post by Mon 14 Dec, first class".
    pub short: String,
}

impl PostByView {
    pub(crate) fn of(post_by: &PostBy, today: NaiveDate) -> Self {
        Self {
            first: post_by.first.on,
            second: post_by.second.on,
            is_over: post_by.is_over(today),
            sentence: post_by.sentence(today),
            short: post_by.short(today),
        }
    }
}

/// A request with everything known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestDetail {
    /// As a list shows it.
    #[serde(flatten)]
    pub request: RequestView,
    /// Each question with its outcome.
    pub questions: Vec<QuestionView>,
    /// Each limit with its working.
    pub deadlines: Vec<DeadlineView>,
    /// The correspondence, in order.
    pub correspondence: Vec<EventView>,
    /// Our letters.
    pub letters: Vec<LetterView>,
    /// The refusal notices of which the record shows that something is missing.
    pub notices: Vec<NoticeView>,
}

/// A question with its outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionView {
    /// Its name in files.
    pub question: String,
    /// Its name in sentences.
    pub label: String,
    /// `counted`, `stem` or `follow_up`.
    #[ts(as = "Code<Role>")]
    pub role: &'static str,
    /// Its whole text, as this force is asked it: narrowed where it was.
    pub text: String,
    /// The day on which it was narrowed for this force.
    pub narrowed_on: Option<NaiveDate>,
    /// What the campaign asks, where that was narrowed.
    pub first_text: Option<String>,
    /// Its outcome; nothing for what has none.
    #[ts(as = "Option<Code<Outcome>>")]
    pub outcome: Option<&'static str>,
    /// The same, for people.
    pub outcome_label: Option<&'static str>,
    /// The sections relied on: `s.31(1)(a)`.
    pub exemptions: Vec<String>,
    /// What each section is, and any doubt about how it was cited.
    pub exemption_titles: Vec<String>,
    /// The note kept with it.
    pub note: Option<String>,
}

/// An event of the correspondence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventView {
    /// Its number, by which it can be struck.
    pub event: i64,
    /// Its kind.
    #[ts(as = "Code<EventKind>")]
    pub kind: &'static str,
    /// What happened, as a line.
    pub what: String,
    /// The civil date of the fact.
    pub happened_on: NaiveDate,
    /// The day on which it reached us, for what came.
    pub received_on: Option<NaiveDate>,
    /// Words kept with it.
    pub note: Option<String>,
    /// Files kept with it.
    pub files: Vec<FileView>,
    /// Why it was struck.
    pub struck: Option<String>,
    /// The act that recorded it, by its number in the history.
    pub act: i64,
    /// The letter of ours that it is about.
    pub letter: Option<String>,
    /// How that letter left, for the event of its leaving.
    pub left: Option<LeftView>,
    /// The reference that their letter bears.
    pub their_reference: Option<String>,
    /// The outcome that it gives for each question that it deals with.
    pub outcomes: Vec<OutcomeRow>,
    /// The earlier reply that it expressly replaces, by the number of its event.
    pub supersedes: Option<i64>,
}

/// How a letter left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftView {
    /// By post or by e-mail.
    #[ts(as = "Code<Channel>")]
    pub by: &'static str,
    /// The class of post.
    #[ts(as = "Option<Code<PostClass>>")]
    pub class: Option<&'static str>,
    /// The day on which it arrived, where that is known.
    pub received_on: Option<NaiveDate>,
}

/// A file kept with an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// The name that it came under.
    pub name: String,
    /// Its hash: the name of the file in `documents/`.
    pub hash: String,
}

/// A letter of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LetterView {
    /// Its reference.
    pub reference: String,
    /// What it is.
    #[ts(as = "Code<LetterKind>")]
    pub kind: &'static str,
    /// Its mode, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
    /// The date that it bears.
    pub dated: NaiveDate,
    /// `queued`, `sent` or `taken_back`.
    #[ts(type = "\"queued\" | \"sent\" | \"taken_back\"")]
    pub state: &'static str,
    /// How it left, and when.
    pub sent: Vec<String>,
    /// How many pages it has.
    pub pages: u32,
    /// The hash of its exact bytes.
    pub hash: String,
}

pub(crate) fn steps(
    standing: &Standing,
    regime: Regime,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> Vec<StepView> {
    standing
        .steps
        .iter()
        .map(|step| StepView {
            step: step.kind.code(),
            label: match step.mode {
                Some(mode) => format!("{} (mode {}, {mode})", step.kind.label(), mode.code()),
                None => step.kind.label().to_owned(),
            },
            reason: step.reason.clone(),
            until: step.until,
            authority: step.authority.as_ref().map(|(basis, _)| basis.code()),
            citation: step.authority.as_ref().map(|(_, citation)| citation.clone()),
            mode: step.mode.map(Coded::code),
            post_by: step.post_by(regime, holidays).map(|by| PostByView::of(&by, today)),
        })
        .collect()
}

/// The first step as a sentence.
pub(crate) fn next_step(steps: &[StepView]) -> String {
    steps.first().map_or_else(String::new, |step| match step.until {
        Some(until) if step.step != "wait" => {
            format!("{} by {}. {}", step.label, words(until), step.reason)
        }
        Some(_) | None => format!("{}. {}", step.label, step.reason),
    })
}
