//! An outcome put right, where a reply was read wrongly.

use casework::action;
use casework::event::{Correction, EventKind, Fact};
use casework::id::EventId;
use chrono::NaiveDate;
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use crate::answers::{OutcomeRow, read_answers, rows_of};
use crate::effect::{Effect, effect};
use crate::error::DeskError;
use crate::library::{Desk, Moment};
use crate::record::{Coming, Planned, Recorded};
use crate::requests::find;

/// Outcomes to put right.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectionInput {
    /// The request.
    pub request: String,
    /// The day on which they are put right.
    pub on: NaiveDate,
    /// The reply, or the decision of a review, that is read better, by the number of its event; the
    /// one that gave the outcomes where it is not named.
    pub reply: Option<i64>,
    /// What it really says to each question.
    pub outcomes: Vec<OutcomeRow>,
    /// Why, to keep with it.
    pub note: Option<String>,
}

impl Desk {
    /// Puts right what a reply is recorded to say. The reply stays as it was recorded, and the
    /// outcomes and clocks follow the correction.
    ///
    /// # Errors
    /// Refused, with the field and nothing changed: without a reply, for an outcome or a question that
    /// does not exist, or a day that cannot be right.
    pub fn record_correction(
        &mut self,
        input: &CorrectionInput,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let planned = self.store.read(|r| plan_correction(r, input, moment.today))?;
        self.keep(planned, moment)
    }

    /// What putting outcomes right would do to the request; nothing is saved.
    ///
    /// # Errors
    /// Refused where recording it would be.
    pub fn correction_effect(
        &self,
        input: &CorrectionInput,
        today: NaiveDate,
    ) -> Result<Effect, DeskError> {
        self.store.read(|r| effect(r, plan_correction(r, input, today)?, today))
    }

    /// Puts right what a reply is recorded to say, from a table of outcomes.
    ///
    /// # Errors
    /// As for [`Desk::record_correction`]; what is wrong with the table is named with its line.
    pub fn record_correction_table(
        &mut self,
        input: CorrectionInput,
        table: &[u8],
        name: &str,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let outcomes = rows_of(table, name)?;
        self.record_correction(&CorrectionInput { outcomes, ..input }, moment)
    }
}

fn plan_correction(
    r: &Reader<'_>,
    input: &CorrectionInput,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let known = find(r, &input.request)?;
    let case = &known.computed.case;
    let (answers, notices) = read_answers(case.regime, &case.questions, &input.outcomes)?;
    let named = input.reply.map(EventId);
    let of = action::correct_outcomes(case, named, &answers, input.on, today)?;
    let coming = Coming {
        kind: EventKind::OutcomeCorrected,
        happened_on: input.on,
        fact: Fact::OutcomeCorrected(Correction { of, answers }),
        notes: input.note.iter().cloned().collect(),
        files: Vec::new(),
    };
    let label = format!("Corrected an outcome of {}", known.row.reference);
    Ok(Planned { known, label, coming, not_listed: Vec::new(), notices, wrong: None })
}
