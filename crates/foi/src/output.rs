//! Printing: as JSON, or as lines and tables for people.

use std::io::Write;

use desk::{DeskError, ErrorKind};
use serde::Serialize;

/// Where results go, and in which form.
pub struct Output {
    json: bool,
}

impl Output {
    /// For people, or as JSON.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Shows data: as JSON, or as the text that is given.
    pub fn show<T: Serialize>(&self, data: &T, text: impl FnOnce(&T) -> String) {
        let text = if self.json {
            // Data that is declared here always serialises; if not, that is said.
            serde_json::to_string_pretty(data)
                .unwrap_or_else(|error| format!("{{\"error\": \"{error}\"}}"))
        } else {
            text(data)
        };
        // A reader that has gone away (a closed pipe) is no fault of ours.
        let _ = writeln!(std::io::stdout().lock(), "{}", text.trim_end());
    }

    /// Shows an error.
    pub fn error(&self, error: &DeskError) {
        let text = if self.json {
            serde_json::to_string_pretty(error).unwrap_or_else(|_| error.message.clone())
        } else {
            people(error)
        };
        let _ = writeln!(std::io::stderr().lock(), "{}", text.trim_end());
    }
}

fn people(error: &DeskError) -> String {
    let mut lines = vec![error.message.clone()];
    if let Some(field) = &error.field {
        lines.push(format!("  field: {field}"));
    }
    if let Some(citation) = &error.citation {
        lines.push(format!("  law:   {citation}"));
    }
    if !error.hint.is_empty() {
        lines.push(format!("  do:    {}", error.hint));
    }
    if error.problems.len() > 1 {
        for problem in &error.problems {
            lines.push(format!("  line {}: {} {}", problem.line, problem.message, problem.hint));
        }
    }
    // After a fault in the middle of a batch that would not be true.
    if matches!(error.kind, ErrorKind::Refused | ErrorKind::Input) {
        lines.push("Nothing was changed.".to_owned());
    }
    lines.join("\n")
}

/// A table with columns of equal width.
pub fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|cell| cell.chars().count())
            .chain(heads.get(column).map(|head| head.chars().count()))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let padded: Vec<String> = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| {
                format!("{cell}{}", " ".repeat(width.saturating_sub(cell.chars().count())))
            })
            .collect();
        padded.join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(heads.to_vec())];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n")
}

/// A count with its noun: "1 letter", "48 letters".
pub fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
