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

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &[u8] = include_bytes!("../../desk/data/sample/reply-devon-and-cornwall.csv");

    fn one(text: &str, line: u64, field: &str, words: &str) {
        let found = read_outcomes(text).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, line, "{found:?}");
        assert_eq!(found[0].field.as_deref(), Some(field), "{found:?}");
        assert!(found[0].message.contains(words), "{found:?}");
    }

    #[test]
    fn the_sample_reply_is_thirteen_outcomes() {
        let rows = read_outcomes(SAMPLE).unwrap();
        let outcomes: Vec<(&str, &str)> =
            rows.iter().map(|row| (row.question.as_str(), row.outcome.as_str())).collect();
        assert_eq!(
            outcomes,
            [
                ("1", "refused"),
                ("2a", "answered"),
                ("2b", "answered"),
                ("2c", "partly"),
                ("2d", "not_addressed"),
                ("2e", "not_addressed"),
                ("3", "answered"),
                ("4", "answered"),
                ("5", "answered"),
                ("6", "refused"),
                ("7", "partly"),
                ("8", "not_held"),
                ("9", "answered"),
            ]
        );
        assert_eq!(rows[0].exemptions, ["31(1)(a)"]);
        assert_eq!(rows[9].exemptions, ["12(1)"]);
        assert_eq!(rows[10].exemptions, ["40(2)"]);
        assert!(rows.iter().all(|row| row.note.is_none()));
    }

    #[test]
    fn a_question_is_read_however_it_is_written() {
        for (written, read) in [
            ("2a", "2a"),
            ("2(a)", "2a"),
            ("2 (a)", "2a"),
            ("Q2a", "2a"),
            ("q. 2 A", "2a"),
            ("2 ( a )", "2a"),
            ("Q12", "12"),
            ("02", "2"),
        ] {
            assert_eq!(plain_question(written).as_deref(), Some(read), "{written}");
        }
        for written in [
            "a",
            "2ab",
            "2(",
            "2()",
            "2(a",
            "2a)",
            "0",
            "0a",
            "-2",
            "2.5",
            "2é",
            "q",
            "",
            "99999999999",
            "(2)a",
            "2((a))",
        ] {
            assert_eq!(plain_question(written), None, "{written}");
        }
    }

    #[test]
    fn words_are_kept_as_written() {
        let rows = read_outcomes(
            "note;Outcome;question;exemptions\nseen; Partly ;7;\"31(1)(a); 40(2)| s.30,\"\n",
        )
        .unwrap();
        assert_eq!(rows[0].outcome, "partly");
        assert_eq!(rows[0].exemptions, ["31(1)(a)", "40(2)", "s.30"]);
        assert_eq!(rows[0].note.as_deref(), Some("seen"));
        assert_eq!(read_outcomes("question,outcome\n1,A\n").unwrap()[0].outcome, "a");
    }

    #[test]
    fn refusals_name_their_line_and_column() {
        let twice = "question 2a stands here again; line 2 has it already";
        one("question,outcome\n2a,A\n3,A\n2(a),R\n", 4, "question", twice);
        one("question,outcome\nx,A\n", 2, "question", "“x” is not the number");
        one("question,outcome\n,A\n", 2, "question", "there is no question");
        one("question,outcome\n1,\n", 2, "outcome", "there is no outcome");
        one("question,outcome,colour\n1,A,\n", 1, "colour", "not known");
        one("question\n1\n", 1, "outcome", "missing");
        assert_eq!(read_outcomes("").unwrap_err()[0].message, "the file is empty");
    }
}
