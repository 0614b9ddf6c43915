//! A table of outcomes, read against the questions of a campaign and the sections of an Act.

use casework::action::{self, NamedAnswer};
use casework::outcome::{Answer, Outcome};
use casework::question::Question;
use law::{Coded, Ground, Regime};

use crate::error::{DeskError, InputProblem};

/// What is said to each question, by its row.
pub(crate) type Answers = Vec<(casework::id::QuestionId, Answer)>;

/// Reads a table of outcomes: what is wrong is named with its line and column.
pub(crate) fn read_answers(
    regime: Regime,
    questions: &[Question],
    table: &[u8],
    name: &str,
) -> Result<(Answers, Vec<String>), DeskError> {
    let rows = imports::read_outcomes(table)
        .map_err(|problems| DeskError::in_file("outcomes", name, problems))?;
    let (mut named, mut lines, mut notices) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let outcome = Outcome::read(&row.outcome).ok_or_else(|| {
            let known: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
            in_row(
                name,
                row.line,
                "outcome",
                format!("“{}” is no outcome.", row.outcome),
                format!("Outcomes are {}.", known.join(", ")),
            )
        })?;
        let grounds = Ground::parse_all(regime, &row.exemptions.join("; "));
        let grounds = if row.exemptions.is_empty() { Ok(Vec::new()) } else { grounds };
        let grounds = grounds.map_err(|error| {
            let hint = format!("Give sections of the {}.", regime.act());
            in_row(name, row.line, "exemptions", error.to_string(), hint)
        })?;
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
        lines.push((row.question.clone(), row.line));
        named.push(NamedAnswer {
            question: row.question,
            answer: Answer { outcome, grounds, note: row.note },
        });
    }
    let answers = action::name_answers(questions, &named).map_err(|refusal| {
        let line = lines
            .iter()
            .find(|(question, _)| {
                refusal.field.as_deref() == Some(&format!("outcome of question {question}"))
            })
            .map(|(_, line)| *line);
        let mut error = DeskError::from(refusal);
        if let Some(line) = line {
            error.message = format!("{name}, line {line}: {}", error.message);
        }
        error
    })?;
    Ok((answers, notices))
}

fn in_row(name: &str, line: u64, field: &str, message: String, hint: String) -> DeskError {
    let mut error =
        DeskError::refused(field, format!("{name}, line {line}, {field}: {message}"), hint.clone());
    error.problems =
        vec![InputProblem { line, column: None, field: Some(field.to_owned()), message, hint }];
    error
}
