//! A reply: recorded with an outcome for each question that it deals with, from a table of outcomes or
//! from rows.

use casework::action;
use casework::event::{EventKind, Fact, FromForce};
use casework::id::EventId;
use casework::question::{Question, Role};
use chrono::NaiveDate;
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use crate::answers::{OutcomeRow, read_answers, rows_of};
use crate::effect::{Effect, effect};
use crate::error::DeskError;
use crate::library::{Desk, Moment};
use crate::record::{Coming, Planned, Recorded, TheirLetter};
use crate::requests::find;
use crate::wrong::{WrongEvent, before, still_possible};

/// A reply to be recorded, with its outcomes as a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReplyInput {
    /// The request.
    pub request: String,
    /// The letter.
    pub letter: TheirLetter,
    /// The table of outcomes: columns `question,outcome,exemptions,note`.
    pub outcomes: Vec<u8>,
    /// What that table is called in a message.
    pub outcomes_name: String,
    /// The earlier reply that this one expressly replaces, by the number of its event.
    pub supersedes: Option<i64>,
}

/// A reply to be recorded, with a row for each question that it deals with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReplyInput")]
pub struct ReplyRows {
    /// The request.
    pub request: String,
    /// The letter.
    pub letter: TheirLetter,
    /// The outcome of each question that it deals with.
    pub outcomes: Vec<OutcomeRow>,
    /// The earlier reply that this one expressly replaces, by the number of its event.
    pub supersedes: Option<i64>,
    /// The reply that was recorded wrongly and is struck for this one.
    #[serde(default)]
    #[ts(optional)]
    pub corrects: Option<WrongEvent>,
}

/// What recording this reply would append, where it may be.
fn plan_reply(r: &Reader<'_>, input: &ReplyRows, today: NaiveDate) -> Result<Planned, DeskError> {
    let wrong = input.corrects.clone();
    let (known, file) = before(r, &input.request, wrong.as_ref())?;
    let case = &known.computed.case;
    let (answers, mut notices) = read_answers(known.row.regime, &case.questions, &input.outcomes)?;
    let supersedes = input.supersedes.map(EventId);
    if supersedes.is_some_and(|event| case.replies.iter().all(|reply| reply.event != event)) {
        return Err(DeskError::refused(
            "supersedes",
            "That is not the number of a reply to this request.",
            "Choose one of its replies, by the number of its event.",
        ));
    }
    let not_listed: Vec<String> = case
        .questions
        .iter()
        .filter(|question| question.role == Role::Counted)
        .filter(|question| answers.iter().all(|(id, _)| *id != question.id))
        .map(Question::key)
        .collect();
    if !not_listed.is_empty() {
        notices.push(format!(
            "No outcome is given for {}: they stay as they were.",
            not_listed.join(", ")
        ));
    }
    let theirs = FromForce {
        received_on: input.letter.received_on,
        their_reference: input.letter.their_reference.clone(),
        answers,
        supersedes,
    };
    action::record_reply(case, &file, input.letter.dated, &theirs, today)?;
    let word = if wrong.is_some() { "Corrected" } else { "Recorded" };
    let label = format!("{word} the reply to {}", known.row.reference);
    let coming = Coming {
        kind: EventKind::ReplyReceived,
        happened_on: input.letter.dated,
        fact: Fact::ReplyReceived(theirs),
        notes: input.letter.notes.clone(),
        files: input.letter.files.clone(),
    };
    if wrong.is_some() {
        still_possible(r, &known, &file, &coming.event())?;
    }
    Ok(Planned { known, label, coming, not_listed, notices, wrong })
}

impl Desk {
    /// Records a reply with an outcome for each question that it deals with, from a table.
    ///
    /// # Errors
    /// As for [`Desk::record_reply_rows`]; what is wrong with the table is named with its line.
    pub fn record_reply(
        &mut self,
        input: &ReplyInput,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        // An unknown request is named before the faults of the table.
        self.store.read(|r| find(r, &input.request).map(drop))?;
        let rows = ReplyRows {
            request: input.request.clone(),
            letter: input.letter.clone(),
            outcomes: rows_of(&input.outcomes, &input.outcomes_name)?,
            supersedes: input.supersedes,
            corrects: None,
        };
        self.record_reply_rows(&rows, moment)
    }

    /// Records a reply with an outcome for each question that it deals with.
    ///
    /// # Errors
    /// Refused, with the field and nothing changed: before the request was sent, impossible dates, an
    /// outcome or question that does not exist, a section the Act does not have.
    pub fn record_reply_rows(
        &mut self,
        input: &ReplyRows,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let planned = self.store.read(|r| plan_reply(r, input, moment.today))?;
        self.keep(planned, moment)
    }

    /// What a reply would do to its request; nothing is saved.
    ///
    /// # Errors
    /// Refused where recording it would be.
    pub fn reply_effect(&self, reply: &ReplyRows, today: NaiveDate) -> Result<Effect, DeskError> {
        self.store.read(|r| effect(r, plan_reply(r, reply, today)?, today))
    }
}
