//! What a follow-up or a request for review will say, settled before anything is made or kept.

use casework::action::{self, FollowUpPlan, ReviewPlan};
use casework::id::LetterId;
use casework::letter::{LetterFacts, LetterKind, Mode};
use chrono::NaiveDate;
use law::time_limit;
use letters::letter::Letter;
use letters::wording::{Facts, FollowUpFacts, SenderFacts, compose_follow_up, compose_review};
use store::Reader;

use crate::cost::warning_about;
use crate::error::DeskError;
use crate::letter::parties;
use crate::requests::Known;
use crate::write::WhatToWrite;

/// The days of courtesy that a letter gives where no limit runs.
const DAYS_OF_COURTESY: u32 = 20;

/// A letter that is planned: what it will say is settled, nothing is kept yet.
pub(crate) struct Planned {
    pub known: Known,
    pub letter: Letter,
    pub facts: LetterFacts,
    pub warnings: Vec<String>,
    /// That its fresh request could be costed together with what the force was asked before.
    pub cost_warning: Option<String>,
}

/// What to write, by whom and when.
pub(crate) struct Plan<'a> {
    pub what: WhatToWrite,
    pub dated: NaiveDate,
    pub reply_by: Option<NaiveDate>,
    pub sender: &'a SenderFacts,
}

impl Plan<'_> {
    /// Settles what the letter to one force says, where it may be written.
    pub(crate) fn compose(&self, r: &Reader<'_>, known: Known) -> Result<Planned, DeskError> {
        let (campaign, force) = parties(r, &known)?;
        let case = &known.computed.case;
        let clocks = &known.computed.clocks;
        let number = r.next_letter_number(known.row.id)?;
        match self.what {
            WhatToWrite::FollowUp(mode) => {
                let mode = mode.unwrap_or_else(|| casework::agenda::recommended_mode(case));
                let plan = action::write_follow_up(case, mode, clocks, self.dated)?;
                let reply_by = self.reply_by(r, &known, &plan)?;
                let second_number = (mode == Mode::Both).then_some(number + 1);
                let facts = Facts {
                    sender: self.sender,
                    force: &force,
                    campaign: &campaign,
                    regime: known.row.regime,
                    reference: &known.row.reference,
                    number,
                    second_number,
                    dated: self.dated,
                };
                let about = FollowUpFacts {
                    case,
                    clocks,
                    questions: &plan.questions,
                    fresh_questions: &plan.fresh_questions,
                    reply_by,
                };
                let letter = compose_follow_up(&facts, mode, &about)?;
                let facts = self.facts(LetterKind::FollowUp, number, Some(&plan), reply_by);
                let cost_warning = match mode.has_fresh_request() {
                    true => warning_about(r, &known, self.dated)?,
                    false => None,
                };
                Ok(Planned { known, letter, facts, warnings: plan.warnings, cost_warning })
            }
            WhatToWrite::Review => {
                let plan: ReviewPlan = action::write_review(case, clocks, self.dated)?;
                let facts = Facts {
                    sender: self.sender,
                    force: &force,
                    campaign: &campaign,
                    regime: known.row.regime,
                    reference: &known.row.reference,
                    number,
                    second_number: None,
                    dated: self.dated,
                };
                let about = FollowUpFacts {
                    case,
                    clocks,
                    questions: &plan.questions,
                    fresh_questions: &[],
                    reply_by: None,
                };
                let letter = compose_review(&facts, &about)?;
                let mut facts = self.facts(LetterKind::Review, number, None, None);
                facts.questions = plan.questions;
                let warnings = plan.warnings;
                Ok(Planned { known, letter, facts, warnings, cost_warning: None })
            }
        }
    }

    /// Our own date for a reply: for a letter that puts questions again outside a review.
    fn reply_by(
        &self,
        r: &Reader<'_>,
        known: &Known,
        plan: &FollowUpPlan,
    ) -> Result<Option<NaiveDate>, DeskError> {
        if plan.mode.asks_review() {
            return Ok(None);
        }
        if let Some(day) = self.reply_by {
            if day <= self.dated {
                return Err(DeskError::refused(
                    "reply-by",
                    "The date for a reply must be later than the letter.",
                    "Leave it out: 20 working days are given then.",
                ));
            }
            return Ok(Some(day));
        }
        let courtesy =
            time_limit::courtesy(known.row.regime, self.dated, DAYS_OF_COURTESY, r.holidays()?);
        Ok(Some(courtesy.due))
    }

    fn facts(
        &self,
        kind: LetterKind,
        number: u32,
        plan: Option<&FollowUpPlan>,
        reply_by: Option<NaiveDate>,
    ) -> LetterFacts {
        LetterFacts {
            id: LetterId(0),
            number,
            second_number: plan.filter(|plan| plan.mode == Mode::Both).map(|_| number + 1),
            kind,
            mode: plan.map(|plan| plan.mode),
            dated: self.dated,
            reply_by,
            questions: plan.map(|plan| plan.questions.clone()).unwrap_or_default(),
            fresh_questions: plan.map(|plan| plan.fresh_questions.clone()).unwrap_or_default(),
        }
    }
}
