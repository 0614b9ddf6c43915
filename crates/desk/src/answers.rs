//! The outcomes of a reply, read against the questions of a campaign and the sections of an Act.

use casework::action::{self, NamedAnswer};
use casework::outcome::{Answer, Outcome};
use casework::question::Question;
use law::{Coded, Ground, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{DeskError, InputProblem};
use crate::exemptions::citation_words;

/// What is said to each question, by its row.
pub(crate) type Answers = Vec<(casework::id::QuestionId, Answer)>;

/// The outcome of a question in a reply, as it was typed or brought in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OutcomeRow {
    /// The question: `2a`.
    pub question: String,
    /// Its outcome, by code or key.
    pub outcome: String,
    /// The sections relied on: `s.31(1)(a); s.40(2)`.
    pub sections: String,
    /// A note to keep with it.
    pub note: Option<String>,
    /// Where it stands, for a row of a file: the name of the file and the line.
    #[serde(skip)]
    pub place: Option<(String, u64)>,
}

/// The rows of a table of outcomes.
///
/// # Errors
/// Each fault of the table, with its line and column.
pub(crate) fn rows_of(table: &[u8], name: &str) -> Result<Vec<OutcomeRow>, DeskError> {
    let rows = imports::read_outcomes(table)
        .map_err(|problems| DeskError::in_file("outcomes", name, problems))?;
    Ok(rows
        .into_iter()
        .map(|row| OutcomeRow {
            question: row.question,
            outcome: row.outcome,
            sections: row.exemptions.join("; "),
            note: row.note,
            place: Some((name.to_owned(), row.line)),
        })
        .collect())
}

/// Reads rows against the questions: what is wrong is named with its question, or its line in a file.
pub(crate) fn read_answers(
    regime: Regime,
    questions: &[Question],
    rows: &[OutcomeRow],
) -> Result<(Answers, Vec<String>), DeskError> {
    let (mut named, mut notices) = (Vec::new(), Vec::new());
    for row in rows {
        let outcome = Outcome::read(&row.outcome).ok_or_else(|| {
            let known: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
            row.refused(
                "outcome",
                format!("“{}” is no outcome.", row.outcome),
                format!("Outcomes are {}.", known.join(", ")),
            )
        })?;
        let grounds = match row.sections.trim() {
            "" => Vec::new(),
            sections => Ground::read_all(regime, sections).map_err(|problem| {
                let (message, hint) = citation_words(regime, sections, &problem);
                row.refused("exemptions", message, hint)
            })?,
        };
        for ground in &grounds {
            notices
                .extend(ground.doubt().map(|doubt| format!("Question {}: {doubt}", row.question)));
        }
        if outcome == Outcome::Refused && grounds.is_empty() {
            notices.push(format!(
                "Question {} is refused and no section is named: a refusal names it ({}).",
                row.question,
                regime.refusal_section()
            ));
        }
        let note = row.note.clone().filter(|note| !note.trim().is_empty());
        named.push(NamedAnswer {
            question: row.question.clone(),
            answer: Answer { outcome, grounds, note },
        });
    }
    let answers = action::name_answers(questions, &named).map_err(|refusal| {
        let place = rows
            .iter()
            .find(|row| refusal.field.as_deref() == Some(&row.field("outcome")))
            .and_then(|row| row.place.as_ref());
        let mut error = DeskError::from(refusal);
        if let Some((name, line)) = place {
            error.message = format!("{name}, line {line}: {}", error.message);
        }
        error
    })?;
    Ok((answers, notices))
}

impl OutcomeRow {
    /// A recorded answer, as it would be typed.
    pub(crate) fn of(question: &Question, answer: &Answer) -> Self {
        let sections: Vec<String> = answer.grounds.iter().map(Ground::tag).collect();
        Self {
            question: question.key(),
            outcome: answer.outcome.code().to_owned(),
            sections: sections.join("; "),
            note: answer.note.clone(),
            place: None,
        }
    }

    fn field(&self, column: &str) -> String {
        format!("{column} of question {}", self.question)
    }

    /// Something in the row that cannot be right: named by its line in a file, else by its question.
    fn refused(&self, column: &str, message: String, hint: String) -> DeskError {
        let Some((name, line)) = &self.place else {
            return DeskError::refused(&self.field(column), message, hint);
        };
        let mut error = DeskError::refused(
            column,
            format!("{name}, line {line}, {column}: {message}"),
            hint.clone(),
        );
        error.problems = vec![InputProblem {
            line: *line,
            column: None,
            field: Some(column.to_owned()),
            message,
            hint,
        }];
        error
    }
}
