//! What an event would do to its request, shown before it is saved.

use casework::agenda::Stage;
use casework::case::OurLetter;
use casework::clock::words;
use casework::id::EventId;
use chrono::NaiveDate;
use law::{BankHolidays, Coded};
use serde::Serialize;
use store::{ComputedRequest, Reader, compute};
use ts_rs::TS;

use crate::code::Code;
use crate::deadline::deadline;
use crate::error::DeskError;
use crate::record::Planned;
use crate::requests::{Known, find};
use crate::view::{DeadlineView, next_step, steps};
use crate::wrong::before;

/// A request before and after an event that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Effect {
    /// Where the request stands.
    #[ts(as = "Code<Stage>")]
    pub stage_before: &'static str,
    /// The same, for people.
    pub stage_before_label: &'static str,
    /// Where it would stand.
    #[ts(as = "Code<Stage>")]
    pub stage_after: &'static str,
    /// The same, for people.
    pub stage_after_label: &'static str,
    /// Questions answered.
    pub answered_before: usize,
    /// Questions that would be.
    pub answered_after: usize,
    /// Questions that would apply.
    pub counted_after: usize,
    /// The limits with their working.
    pub deadlines_before: Vec<DeadlineView>,
    /// The limits as they would be.
    pub deadlines_after: Vec<DeadlineView>,
    /// Letters of ours whose day of arrival would be another.
    pub arrivals: Vec<ChangedArrival>,
    /// What would be to do next, as a sentence.
    pub next_step_after: String,
    /// Counted questions of which a reply says nothing here: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know: a doubtful citation, a refusal that names no section, what is odd.
    pub notices: Vec<String>,
}

/// A letter of ours whose day of arrival would be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedArrival {
    /// The letter.
    pub letter: String,
    /// When it counts as arrived: `deemed 20 October 2026`.
    pub before: String,
    /// The same, as it would be.
    pub after: String,
}

/// An event that is not recorded comes after all that are.
pub(crate) const NOT_RECORDED: EventId = EventId(i64::MAX);

fn deadlines(
    computed: &ComputedRequest,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> Vec<DeadlineView> {
    let case = &computed.case;
    computed.clocks.iter().map(|clock| deadline(clock, case, holidays, today)).collect()
}

/// When a letter counts as arrived, and how that is known.
fn arrival(ours: &OurLetter) -> Option<String> {
    let receipt = ours.receipt()?.receipt;
    Some(format!("{} {}", receipt.basis, words(receipt.on)))
}

fn arrivals(known: &Known, after: &ComputedRequest) -> Vec<ChangedArrival> {
    let before = &known.computed.case.letters;
    let pairs = before.iter().filter_map(|was| {
        let is = after.case.letters.iter().find(|ours| ours.facts.id == was.facts.id)?;
        Some((was, arrival(was)?, arrival(is)?))
    });
    pairs
        .filter(|(_, before, after)| before != after)
        .map(|(was, before, after)| ChangedArrival {
            letter: known.letter_reference(&was.facts),
            before,
            after,
        })
        .collect()
}

/// What a planned event would do to its request: the same reading and the same working out as
/// recording it, and nothing is saved.
pub(crate) fn effect(
    r: &Reader<'_>,
    planned: Planned,
    today: NaiveDate,
) -> Result<Effect, DeskError> {
    let Planned { known, coming, not_listed, mut notices, wrong, .. } = planned;
    let holidays = r.holidays()?;
    let reference = known.row.reference.to_string();
    let (_, mut file) = before(r, &reference, wrong.as_ref())?;
    file.events.push(coming.event());
    // A correction is shown against what stands now, the wrong event included.
    let known = find(r, &reference)?;
    let (before, after) = (&known.computed, compute(&file, holidays));
    let odd = after.case.problems.iter().filter(|problem| problem.event == NOT_RECORDED);
    notices.extend(odd.map(|problem| problem.message.clone()));
    let (stage_before, standing) = (before.agenda.on(today).stage, after.agenda.on(today));
    let (answered_before, _) = before.case.score();
    let (answered_after, counted_after) = after.case.score();
    Ok(Effect {
        stage_before: stage_before.code(),
        stage_before_label: stage_before.label(),
        stage_after: standing.stage.code(),
        stage_after_label: standing.stage.label(),
        answered_before,
        answered_after,
        counted_after,
        deadlines_before: deadlines(before, holidays, today),
        deadlines_after: deadlines(&after, holidays, today),
        arrivals: arrivals(&known, &after),
        next_step_after: next_step(&steps(&standing, after.case.regime, holidays, today)),
        not_listed,
        notices,
    })
}
