//! Today: what needs doing now, grouped by what is to be done.

use casework::agenda::{Stage, StepKind};
use casework::letter::Mode;
use casework::outcome::Outcome;
use casework::post_by::post_by;
use chrono::NaiveDate;
use law::Coded;
use law::calendar::BankHolidays;
use serde::Serialize;
use store::table::agenda::{DueStep, SilentReview};
use ts_rs::TS;

use crate::code::Code;
use crate::deadline::is_soon;
use crate::error::DeskError;
use crate::library::Desk;
use crate::view::PostByView;

/// What needs doing on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodayView {
    /// The day.
    pub today: NaiveDate,
    /// The groups, the most urgent first.
    pub groups: Vec<TodayGroup>,
}

/// Requests for which the same is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodayGroup {
    /// What is to be done.
    #[ts(as = "Code<StepKind>")]
    pub step: &'static str,
    /// The same, for people.
    pub label: &'static str,
    /// For which requests, those that end first first.
    pub requests: Vec<TodayRequest>,
}

/// A request with something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodayRequest {
    /// Its reference.
    pub reference: String,
    /// The prefix of its campaign.
    pub campaign: String,
    /// The title of its campaign.
    pub campaign_title: String,
    /// The force's name in files.
    pub force: String,
    /// The force's name in lists.
    pub force_name: String,
    /// Where it stands today.
    #[ts(as = "Code<Stage>")]
    pub stage: &'static str,
    /// The same, for people.
    pub stage_label: &'static str,
    /// The last day of the clock that the step is about: ours to act, or theirs that has run out.
    pub due: Option<NaiveDate>,
    /// Working days after today, up to and including the due day; once that has passed, the working
    /// days after it, up to and including today, as a negative number. 0 on the due day, and on a
    /// weekend right after it (see `state`). Counted by the Act that the request is made under.
    pub working_days_left: Option<i64>,
    /// How that clock stands: `running`, `due_today` or `over`.
    #[ts(type = "\"running\" | \"due_today\" | \"over\" | null")]
    pub state: Option<&'static str>,
    /// The same, for people: "3 working days left", "day 28 of 40".
    pub state_words: Option<String>,
    /// Whether a right of ours ends soon: five working days or fewer are left.
    pub is_soon: bool,
    /// What says more than the due day, where there is such: "asked 24 Sep 2026".
    pub date_words: Option<String>,
    /// How much is still open, for a follow-up: "6 of 13 questions open".
    pub open_words: Option<String>,
    /// Why.
    pub reason: String,
    /// The last day on which it is in time.
    pub until: Option<NaiveDate>,
    /// Where that is written.
    pub citation: Option<String>,
    /// The mode recommended, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
    /// By when its letter is to be posted, where the step ends on a day and a letter takes it.
    pub post_by: Option<PostByView>,
}

/// What is lost by waiting comes first.
const ORDER: [StepKind; 7] = [
    StepKind::Complain,
    StepKind::AskReview,
    StepKind::FollowUp,
    StepKind::ChaseReview,
    StepKind::Chase,
    StepKind::SendLetter,
    StepKind::WriteRequest,
];

impl Desk {
    /// What needs doing on a day. A look at the agenda, which was worked out when the facts came in.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn today(&self, today: NaiveDate) -> Result<TodayView, DeskError> {
        self.store.read(|r| {
            let (steps, outcomes) = (r.steps_on(today)?, r.current_outcomes()?);
            let holidays = r.holidays()?;
            let line = |step: &DueStep| {
                let outcomes = outcomes.get(&step.request).map(Vec::as_slice).unwrap_or_default();
                request(step, outcomes, holidays, today)
            };
            let groups = ORDER
                .iter()
                .map(|kind| TodayGroup {
                    step: kind.code(),
                    label: kind.label(),
                    requests: steps.iter().filter(|step| step.kind == *kind).map(line).collect(),
                })
                .filter(|group| !group.requests.is_empty())
                .collect();
            Ok(TodayView { today, groups })
        })
    }
}

fn request(
    step: &DueStep,
    outcomes: &[Outcome],
    holidays: &BankHolidays,
    today: NaiveDate,
) -> TodayRequest {
    let Look { due, state_words, date_words, open_words } = look(step, outcomes, holidays, today);
    let left = due.map(|due| working_days_left(step, due, holidays, today));
    TodayRequest {
        reference: format!("{}-{:03}", step.prefix, step.number),
        campaign: step.prefix.clone(),
        campaign_title: step.campaign.clone(),
        force: step.force_code.clone(),
        force_name: step.force_name.clone(),
        stage: step.stage.code(),
        stage_label: step.stage.label(),
        due,
        working_days_left: left,
        state: due.map(|due| match today.cmp(&due) {
            std::cmp::Ordering::Less => "running",
            std::cmp::Ordering::Equal => "due_today",
            std::cmp::Ordering::Greater => "over",
        }),
        state_words,
        // Time that runs for the force is no hurry of ours.
        is_soon: due.is_some_and(|due| today <= due)
            && step.kind != StepKind::ChaseReview
            && left.and_then(|left| u32::try_from(left).ok()).is_some_and(is_soon),
        date_words,
        open_words,
        reason: step.reason.clone(),
        until: step.until,
        citation: step.citation.clone(),
        mode: step.mode.map(Coded::code),
        post_by: post_by(step.kind, step.until, step.regime, holidays)
            .map(|by| PostByView::of(&by, today)),
    }
}

/// What the row of a request shows beside its names.
#[derive(Default)]
struct Look {
    due: Option<NaiveDate>,
    state_words: Option<String>,
    date_words: Option<String>,
    open_words: Option<String>,
}

/// The clock that a step is about, and the words for it.
fn look(step: &DueStep, outcomes: &[Outcome], holidays: &BankHolidays, today: NaiveDate) -> Look {
    let due = match step.kind {
        StepKind::WriteRequest | StepKind::Wait | StepKind::Close | StepKind::Nothing => None,
        // A letter that waits starts no clock; only a right of ours that it would use can end.
        StepKind::SendLetter => step.until,
        StepKind::Chase
        | StepKind::FollowUp
        | StepKind::AskReview
        | StepKind::ChaseReview
        | StepKind::Complain
        | StepKind::AnswerClarification
        | StepKind::PayFee
        | StepKind::Appeal => step.until.or(step.stage_due),
    };
    let state_words = due.map(|due| state_words(step, due, holidays, today));
    let day = |review: SilentReview| {
        holidays.working_days_after(step.regime.working_days(), review.counted_from, today)
    };
    match (step.kind, step.review) {
        (StepKind::ChaseReview, Some(review)) => {
            let whole = holidays.working_days_after(
                step.regime.working_days(),
                review.counted_from,
                review.due,
            );
            Look {
                due: Some(review.due),
                state_words: Some(format!("day {} of {whole}", day(review))),
                date_words: Some(format!("asked {}", short(review.asked_on))),
                open_words: None,
            }
        }
        (StepKind::Complain, Some(review)) if review.due < today => Look {
            due: Some(review.due),
            state_words: Some(format!("day {}, no outcome", day(review))),
            date_words: Some(format!("asked {}", short(review.asked_on))),
            open_words: None,
        },
        (StepKind::FollowUp, _) => {
            let open = outcomes.iter().filter(|outcome| outcome.is_open()).count();
            let counted = outcomes.iter().filter(|outcome| outcome.is_counted()).count();
            let replied = step.stage == Stage::ToFollowUp;
            Look {
                due,
                state_words,
                date_words: replied.then(|| format!("replied {}", short(step.stage_from))),
                open_words: Some(format!("{open} of {counted} questions open")),
            }
        }
        (
            StepKind::WriteRequest
            | StepKind::SendLetter
            | StepKind::Wait
            | StepKind::Chase
            | StepKind::AskReview
            | StepKind::ChaseReview
            | StepKind::Complain
            | StepKind::AnswerClarification
            | StepKind::PayFee
            | StepKind::Appeal
            | StepKind::Close
            | StepKind::Nothing,
            _,
        ) => Look { due, state_words, ..Look::default() },
    }
}

fn working_days_left(
    step: &DueStep,
    due: NaiveDate,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> i64 {
    let rule = step.regime.working_days();
    if today <= due {
        i64::from(holidays.working_days_after(rule, today, due))
    } else {
        -i64::from(holidays.working_days_after(rule, due, today))
    }
}

fn state_words(
    step: &DueStep,
    due: NaiveDate,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> String {
    let left = working_days_left(step, due, holidays, today);
    let count = left.unsigned_abs();
    let plural = if count == 1 { "" } else { "s" };
    match today.cmp(&due) {
        std::cmp::Ordering::Less => format!("{count} working day{plural} left"),
        std::cmp::Ordering::Equal => "due today".to_owned(),
        // On the weekend after a limit no working day has passed, and yet it is over.
        std::cmp::Ordering::Greater if count == 0 => format!("over since {}", short(due)),
        std::cmp::Ordering::Greater => format!("{count} working day{plural} over"),
    }
}

/// A date as lists have it: `24 Sep 2026`.
fn short(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}
