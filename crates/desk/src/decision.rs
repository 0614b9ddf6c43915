//! The outcome of an internal review, with the outcome of each question that it changed.

use casework::action;
use casework::event::{EventKind, Fact, FromForce, ReviewResult};
use chrono::NaiveDate;
use law::Coded;
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use crate::answers::{OutcomeRow, read_answers, rows_of};
use crate::code::Code;
use crate::effect::{Effect, effect};
use crate::error::DeskError;
use crate::library::{Desk, Moment};
use crate::record::{Coming, Planned, Recorded, TheirLetter, from_force};
use crate::requests::find;

/// The outcome of a review, with the outcomes of questions as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewDecisionInput {
    /// The request.
    pub request: String,
    /// The letter.
    pub letter: TheirLetter,
    /// What the force calls the result: `upheld`, `partly` or `overturned`.
    pub result: String,
    /// The table of outcomes, for the questions that changed.
    pub outcomes: Option<Vec<u8>>,
    /// What that table is called in a message.
    pub outcomes_name: String,
}

/// The outcome of a review, with a row for each question that it changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReviewDecisionInput")]
pub struct ReviewDecisionRows {
    /// The request.
    pub request: String,
    /// The letter.
    pub letter: TheirLetter,
    /// What the force calls the result.
    #[ts(as = "Code<ReviewResult>")]
    pub result: String,
    /// The outcome of each question that it changed.
    pub outcomes: Vec<OutcomeRow>,
}

impl Desk {
    /// Records the outcome of a review, and the outcome of each question that it changed, from a
    /// table.
    ///
    /// # Errors
    /// As for [`Desk::record_decision_rows`]; what is wrong with the table is named with its line.
    pub fn record_review_decided(
        &mut self,
        input: &ReviewDecisionInput,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let rows = |table: &Vec<u8>| rows_of(table, &input.outcomes_name);
        let decision = ReviewDecisionRows {
            request: input.request.clone(),
            letter: input.letter.clone(),
            result: input.result.clone(),
            outcomes: input.outcomes.as_ref().map(rows).transpose()?.unwrap_or_default(),
        };
        self.record_decision_rows(&decision, moment)
    }

    /// Records the outcome of a review, and the outcome of each question that it changed.
    ///
    /// # Errors
    /// Refused where no review is open, for a result that is not one, or as for a reply.
    pub fn record_decision_rows(
        &mut self,
        input: &ReviewDecisionRows,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let planned = self.store.read(|r| plan_decision(r, input, moment.today))?;
        self.keep(planned, moment)
    }

    /// What the outcome of a review would do to its request; nothing is saved.
    ///
    /// # Errors
    /// Refused where recording it would be.
    pub fn decision_effect(
        &self,
        input: &ReviewDecisionRows,
        today: NaiveDate,
    ) -> Result<Effect, DeskError> {
        self.store.read(|r| effect(r, plan_decision(r, input, today)?, today))
    }
}

fn plan_decision(
    r: &Reader<'_>,
    input: &ReviewDecisionRows,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let result = ReviewResult::from_code(&input.result.to_lowercase()).ok_or_else(|| {
        DeskError::refused(
            "result",
            format!("“{}” is no result of a review.", input.result),
            "Give upheld, partly or overturned.",
        )
    })?;
    let known = find(r, &input.request)?;
    let case = &known.computed.case;
    action::review_decided(case, input.letter.dated, input.letter.received_on, today)?;
    let (answers, notices) = read_answers(known.row.regime, &case.questions, &input.outcomes)?;
    let theirs = FromForce { answers, ..from_force(&input.letter) };
    let coming = Coming {
        kind: EventKind::ReviewDecided,
        happened_on: input.letter.dated,
        fact: Fact::ReviewDecided(result, theirs),
        notes: input.letter.notes.clone(),
        files: input.letter.files.clone(),
    };
    let label = format!("Recorded the review of {}: {result}", known.row.reference);
    Ok(Planned { known, label, coming, not_listed: Vec::new(), notices, wrong: None })
}
