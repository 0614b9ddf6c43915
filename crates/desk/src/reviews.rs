//! Internal reviews over all campaigns.

use casework::case::Review;
use casework::clock::{Clock, ClockKind};
use casework::event::ReviewResult;
use casework::outcome::Outcome;
use casework::question::Question;
use chrono::NaiveDate;
use law::citation::Basis;
use law::{Coded, Regime};
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::deadline::deadline;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::{Known, known};
use crate::view::{DeadlineView, next_step, steps};

/// An internal review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReviewView {
    /// The request.
    pub reference: String,
    /// The force's name in files.
    pub force: String,
    /// The force's full name.
    pub force_name: String,
    /// The Act.
    #[ts(as = "Code<Regime>")]
    pub regime: &'static str,
    /// The letter that asked, where it was written here.
    pub letter: Option<String>,
    /// The questions that it puts in issue.
    pub questions: Vec<String>,
    /// The sections relied on for them, with the outcome where none is: the grounds in issue.
    pub grounds: Vec<String>,
    /// The day on which it was asked.
    pub asked_on: NaiveDate,
    /// The day on which the request for it arrived.
    pub received_on: NaiveDate,
    /// Due by the end of this day.
    pub due: Option<NaiveDate>,
    /// On what authority.
    #[ts(as = "Option<Code<Basis>>")]
    pub authority: Option<&'static str>,
    /// The limits, with their working.
    pub deadlines: Vec<DeadlineView>,
    /// `open`, `late` or `decided`.
    #[ts(type = "\"open\" | \"late\" | \"decided\"")]
    pub state: &'static str,
    /// The date of the decision.
    pub decided_on: Option<NaiveDate>,
    /// What the force called the result.
    #[ts(as = "Option<Code<ReviewResult>>")]
    pub result: Option<&'static str>,
    /// For each question that the decision changed: before and after.
    pub changed: Vec<ChangedOutcome>,
    /// What to do next, as a sentence.
    pub next_step: String,
}

/// A question whose outcome a review changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChangedOutcome {
    /// The question.
    pub question: String,
    /// The outcome before.
    #[ts(as = "Code<Outcome>")]
    pub before: &'static str,
    /// The outcome after.
    #[ts(as = "Code<Outcome>")]
    pub after: &'static str,
}

impl Desk {
    /// Every internal review, those not decided first, by the day on which they are due.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn reviews(&self, today: NaiveDate) -> Result<Vec<ReviewView>, DeskError> {
        self.store.read(|r| {
            let mut views = Vec::new();
            for row in r.requests()? {
                let known = known(r, row)?;
                for review in &known.computed.case.reviews {
                    views.push(view(&known, review, r.holidays()?, today));
                }
            }
            views.sort_by_key(|view: &ReviewView| (view.decided_on.is_some(), view.due));
            Ok(views)
        })
    }
}

fn view(
    known: &Known,
    review: &Review,
    holidays: &law::BankHolidays,
    today: NaiveDate,
) -> ReviewView {
    let case = &known.computed.case;
    let clocks: Vec<&Clock> = known
        .computed
        .clocks
        .iter()
        .filter(|clock| clock.started_by == review.event)
        .filter(|clock| {
            matches!(
                clock.kind,
                ClockKind::Review | ClockKind::ReviewSilence | ClockKind::Complaint
            )
        })
        .collect();
    let due = clocks.iter().find(|clock| clock.kind == ClockKind::Review);
    let letter = review.letter.and_then(|id| case.letters.iter().find(|ours| ours.facts.id == id));
    let questions: Vec<&Question> = match letter {
        Some(ours) => {
            case.questions.iter().filter(|q| ours.facts.questions.contains(&q.id)).collect()
        }
        None => case.open_questions().map(|(question, _)| question).collect(),
    };
    let mut grounds: Vec<String> = Vec::new();
    for question in &questions {
        let Some(current) = case.answers.get(&question.id) else { continue };
        let mut named: Vec<String> = current.answer.grounds.iter().map(law::Ground::tag).collect();
        if named.is_empty() {
            named.push(current.answer.outcome.label().to_lowercase());
        }
        for name in named {
            if !grounds.contains(&name) {
                grounds.push(name);
            }
        }
    }
    let decided = review.decided.as_ref();
    let is_late = decided.is_none() && due.is_some_and(|clock| today > clock.due);
    let steps = steps(&known.computed.agenda.on(today), case.regime, holidays, today);
    ReviewView {
        reference: known.row.reference.to_string(),
        force: known.row.force_code.clone(),
        force_name: known.row.force_name.clone(),
        regime: known.row.regime.code(),
        letter: letter.map(|ours| known.letter_reference(&ours.facts)),
        questions: questions.iter().map(|question| question.key()).collect(),
        grounds,
        asked_on: review.asked_on,
        received_on: review.receipt.on,
        due: due.map(|clock| clock.due),
        authority: due.map(|clock| clock.citation.basis.code()),
        deadlines: clocks.iter().map(|clock| deadline(clock, case, holidays, today)).collect(),
        state: match (decided, is_late) {
            (Some(_), _) => "decided",
            (None, true) => "late",
            (None, false) => "open",
        },
        decided_on: decided.map(|decided| decided.dated),
        result: decided.map(|decided| decided.result.code()),
        changed: decided
            .map(|decided| decided.changed.as_slice())
            .unwrap_or_default()
            .iter()
            .filter_map(|(id, before, after)| {
                let question = case.questions.iter().find(|question| question.id == *id)?;
                Some(ChangedOutcome {
                    question: question.key(),
                    before: before.code(),
                    after: after.code(),
                })
            })
            .collect(),
        next_step: next_step(&steps),
    }
}
