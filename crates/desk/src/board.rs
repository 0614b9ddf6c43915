//! The board: forces against questions, with the outcome of each.

use casework::agenda::Stage;
use casework::clock::ClockKind;
use casework::outcome::Outcome;
use casework::question::{Question, Role};
use chrono::NaiveDate;
use law::{Coded, Ground, Regime};
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;
use crate::error::DeskError;
use crate::library::Desk;
use crate::requests::{Known, known};

/// A campaign as a table of forces and questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardView {
    /// The prefix of the campaign.
    pub campaign: String,
    /// What it is about.
    pub title: String,
    /// The columns: questions and parts that are asked, without those that only introduce parts.
    pub questions: Vec<BoardQuestion>,
    /// A row for each request.
    pub rows: Vec<BoardRow>,
}

/// A column of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardQuestion {
    /// Its name in files: `2a`.
    pub question: String,
    /// Its name in sentences: `2(a)`.
    pub label: String,
    /// Its whole text.
    pub text: String,
    /// Whether it is counted; a closing question is not.
    pub is_counted: bool,
    /// Forces that answered it.
    pub answered: usize,
    /// Forces from which an answer is still wanted after a reply.
    pub open: usize,
    /// Forces to which it applies and whose request has left.
    pub counted: usize,
}

/// A row of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardRow {
    /// The request.
    pub reference: String,
    /// The force's name in files.
    pub force: String,
    /// The force's full name.
    pub force_name: String,
    /// The force's name in lists.
    pub short_name: String,
    /// The Act.
    #[ts(as = "Code<Regime>")]
    pub regime: &'static str,
    /// Where the request stands.
    #[ts(as = "Code<Stage>")]
    pub stage: &'static str,
    /// The same, for people.
    pub stage_label: &'static str,
    /// The date that the stage is about.
    pub due: Option<NaiveDate>,
    /// Questions answered.
    pub answered: usize,
    /// Questions that apply.
    pub counted: usize,
    /// One for each column, in their order.
    pub cells: Vec<BoardCell>,
}

/// What one force said to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoardCell {
    /// The question.
    pub question: String,
    /// Its outcome; nothing for a closing question.
    #[ts(as = "Option<Code<Outcome>>")]
    pub outcome: Option<&'static str>,
    /// The same, for people.
    pub outcome_label: Option<&'static str>,
    /// The sections relied on.
    pub sections: Vec<String>,
    /// Whether it is owed although the time for the answer has passed.
    pub late: bool,
    /// The words in which this force is asked it, where it was narrowed.
    pub narrowed: Option<String>,
}

impl Desk {
    /// A campaign as a table of forces and questions, as it stands today.
    ///
    /// # Errors
    /// Refused for a campaign that is not there.
    pub fn board(&self, campaign: &str, today: NaiveDate) -> Result<BoardView, DeskError> {
        let campaign = self.campaign_row(campaign)?;
        let columns: Vec<&Question> =
            campaign.questions.iter().filter(|question| question.role != Role::Stem).collect();
        self.store.read(|r| {
            let forces = r.forces()?;
            let mut questions: Vec<BoardQuestion> = columns.iter().map(|q| column(q)).collect();
            let mut rows = Vec::new();
            for row in r.requests()?.into_iter().filter(|row| row.campaign == campaign.id) {
                let known = known(r, row)?;
                count(&mut questions, &columns, &known);
                let short = forces.iter().find(|force| force.code == known.row.force_code);
                let short = short.map_or(&known.row.force_name, |force| &force.short_name);
                rows.push(board_row(&known, &columns, short, today));
            }
            Ok(BoardView {
                campaign: campaign.prefix.to_string(),
                title: campaign.title.clone(),
                questions,
                rows,
            })
        })
    }
}

fn column(question: &Question) -> BoardQuestion {
    BoardQuestion {
        question: question.key(),
        label: question.label(),
        text: question.text.clone(),
        is_counted: question.role == Role::Counted,
        answered: 0,
        open: 0,
        counted: 0,
    }
}

/// Adds a request to the sums of the columns, once it has left.
fn count(sums: &mut [BoardQuestion], columns: &[&Question], known: &Known) {
    let case = &known.computed.case;
    if case.sent_on().is_none() {
        return;
    }
    for (sum, question) in sums.iter_mut().zip(columns) {
        let Some(current) = case.answers.get(&question.id) else { continue };
        let outcome = current.answer.outcome;
        sum.answered += usize::from(outcome.is_answer());
        sum.open += usize::from(outcome.is_open());
        sum.counted += usize::from(outcome.is_counted());
    }
}

fn board_row(known: &Known, columns: &[&Question], short_name: &str, today: NaiveDate) -> BoardRow {
    let case = &known.computed.case;
    let standing = known.computed.agenda.on(today);
    let response = known.clock(ClockKind::Response).filter(|clock| today > clock.due);
    let (answered, counted) = case.score();
    let cells = columns
        .iter()
        .map(|question| {
            let answer = case.answers.get(&question.id).map(|current| &current.answer);
            BoardCell {
                question: question.key(),
                outcome: answer.map(|answer| answer.outcome.code()),
                outcome_label: answer.map(|answer| answer.outcome.label()),
                sections: answer
                    .map(|answer| answer.grounds.iter().map(Ground::tag).collect())
                    .unwrap_or_default(),
                late: response.is_some_and(|clock| clock.outstanding.contains(&question.id)),
                narrowed: case.wording_of(question.id).map(str::to_owned),
            }
        })
        .collect();
    BoardRow {
        reference: known.row.reference.to_string(),
        force: known.row.force_code.clone(),
        force_name: known.row.force_name.clone(),
        short_name: short_name.to_owned(),
        regime: known.row.regime.code(),
        stage: standing.stage.code(),
        stage_label: standing.stage.label(),
        due: standing.due,
        answered,
        counted,
        cells,
    }
}
