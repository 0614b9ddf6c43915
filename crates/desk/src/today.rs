//! Today: what needs doing now, grouped by what is to be done.

use casework::agenda::StepKind;
use casework::letter::Mode;
use chrono::NaiveDate;
use law::Coded;
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::library::Desk;

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
    /// The force's name in files.
    pub force: String,
    /// The force's name in lists.
    pub force_name: String,
    /// Why.
    pub reason: String,
    /// The last day on which it is in time.
    pub until: Option<NaiveDate>,
    /// Where that is written.
    pub citation: Option<String>,
    /// The mode recommended, for a follow-up.
    #[ts(as = "Option<Code<Mode>>")]
    pub mode: Option<&'static str>,
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
        let steps = self.store.read(|r| r.steps_on(today))?;
        let groups = ORDER
            .iter()
            .map(|kind| TodayGroup {
                step: kind.code(),
                label: kind.label(),
                requests: steps
                    .iter()
                    .filter(|step| step.kind == *kind)
                    .map(|step| TodayRequest {
                        reference: format!("{}-{:03}", step.prefix, step.number),
                        force: step.force_code.clone(),
                        force_name: step.force_name.clone(),
                        reason: step.reason.clone(),
                        until: step.until,
                        citation: step.citation.clone(),
                        mode: step.mode.map(Coded::code),
                    })
                    .collect(),
            })
            .filter(|group| !group.requests.is_empty())
            .collect();
        Ok(TodayView { today, groups })
    }
}
