//! What a reply did with each question, as a table that a person fills in.
//!
//! The words of the outcomes and the sections of the exemptions are kept as they were written:
//! what they mean is casework and law.

use std::collections::BTreeMap;

use crate::problem::{Problem, Problems};
use crate::table::{Column, Row, Separator, Table};

const COLUMNS: [Column; 4] = [
    Column::Needed("question"),
    Column::Needed("outcome"),
    Column::Optional("exemptions"),
    Column::Optional("note"),
];

/// What a reply did with one question or part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeRow {
    /// The line the row begins on.
    pub line: u64,
    /// The question, or question and part: `2` or `2a`, however it was written.
    pub question: String,
    /// The outcome's word or key in lower case, otherwise as written.
    pub outcome: String,
    /// The exemptions as written, one by one.
    pub exemptions: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

/// Reads a table with the columns `question`, `outcome` and, if wanted, `exemptions` and `note`.
pub fn read_outcomes(bytes: impl AsRef<[u8]>) -> Result<Vec<OutcomeRow>, Vec<Problem>> {
    let table = Table::read(bytes.as_ref(), &COLUMNS, Separator::AsInHeader)?;
    let mut problems = Problems::default();
    let mut outcomes = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for row in table.rows() {
        let question = question(row, &mut problems);
        let outcome = row.needed("outcome", &mut problems);
        let Some(question) = question else { continue };
        if let Some(first) = lines.get(&question) {
            problems.push(row.problem(
                "question",
                format!("question {question} stands here again; line {first} has it already"),
                "Keep the one that is right, and put all its exemptions in one row",
            ));
            continue;
        }
        lines.insert(question.clone(), row.line);
        let Some(outcome) = outcome else { continue };
        outcomes.push(OutcomeRow {
            line: row.line,
            question,
            outcome: outcome.to_lowercase(),
            exemptions: exemptions(row.cell("exemptions")),
            note: row.written("note"),
        });
    }
    problems.finish(outcomes)
}

fn question(row: Row<'_>, problems: &mut Problems) -> Option<String> {
    let written = row.needed("question", problems)?;
    let read = plain_question(&written);
    if read.is_none() {
        problems.push(row.problem(
            "question",
            format!("“{written}” is not the number of a question"),
            "Write the number, and the letter of a part after it: 2 or 2a",
        ));
    }
    read
}

/// `2(a)`, `2 (a)`, `2a`, `Q2a` and `q. 2 A` are all `2a`.
fn plain_question(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    let text = lower.strip_prefix('q').unwrap_or(&lower);
    let text = text.trim_start_matches(['.', ' ']);
    let letters = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u32 = text.strip_suffix(letters)?.parse().ok()?;
    let part = letters.trim_start();
    let part = match part.strip_prefix('(') {
        Some(inside) => inside.strip_suffix(')')?.trim(),
        None => part,
    };
    let mut part = part.chars();
    match (part.next(), part.next()) {
        (None, None) if number > 0 && !letters.contains('(') => Some(number.to_string()),
        (Some(letter), None) if number > 0 && letter.is_ascii_lowercase() => {
            Some(format!("{number}{letter}"))
        }
        (Some(_) | None, Some(_) | None) => None,
    }
}

fn exemptions(cell: &str) -> Vec<String> {
    cell.split([';', '|', ','])
        .map(str::trim)
        .filter(|exemption| !exemption.is_empty())
        .map(str::to_owned)
        .collect()
}
