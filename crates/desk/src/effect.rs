//! What a reply would do, shown before it is saved.

use casework::agenda::Stage;
use casework::event::{Event, EventKind, Fact};
use casework::id::EventId;
use chrono::NaiveDate;
use law::{BankHolidays, Coded};
use serde::Serialize;
use store::{ComputedRequest, compute};
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::library::Desk;
use crate::reply::{PlannedReply, ReplyRows, plan_reply};
use crate::view::{DeadlineView, deadline, next_step, steps};

/// A request before and after a reply that is not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReplyEffect {
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
    /// What would be to do next, as a sentence.
    pub next_step_after: String,
    /// Counted questions of which the reply says nothing here: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know: a doubtful citation, a refusal that names no section, what is odd.
    pub notices: Vec<String>,
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

impl Desk {
    /// What a reply would do to its request: the same reading and the same working out as recording
    /// it, and nothing is saved.
    ///
    /// # Errors
    /// Refused where recording it would be.
    pub fn reply_effect(
        &self,
        reply: &ReplyRows,
        today: NaiveDate,
    ) -> Result<ReplyEffect, DeskError> {
        self.store.read(|r| {
            let PlannedReply { known, theirs, not_listed, mut notices } =
                plan_reply(r, reply, today)?;
            let holidays = r.holidays()?;
            let mut file = r.case_file(&known.row)?;
            file.events.push(Event {
                id: NOT_RECORDED,
                kind: EventKind::ReplyReceived,
                happened_on: reply.letter.dated,
                fact: Fact::ReplyReceived(theirs),
                struck: None,
            });
            let (before, after) = (&known.computed, compute(&file, holidays));
            let odd = after.case.problems.iter().filter(|p| p.event == NOT_RECORDED);
            notices.extend(odd.map(|problem| problem.message.clone()));
            let (stage_before, standing) = (before.agenda.on(today).stage, after.agenda.on(today));
            let (answered_before, _) = before.case.score();
            let (answered_after, counted_after) = after.case.score();
            Ok(ReplyEffect {
                stage_before: stage_before.code(),
                stage_before_label: stage_before.label(),
                stage_after: standing.stage.code(),
                stage_after_label: standing.stage.label(),
                answered_before,
                answered_after,
                counted_after,
                deadlines_before: deadlines(before, holidays, today),
                deadlines_after: deadlines(&after, holidays, today),
                next_step_after: next_step(&steps(&standing)),
                not_listed,
                notices,
            })
        })
    }
}
