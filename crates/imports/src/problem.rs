//! What is wrong with a file, where, and what to do about it.

use std::fmt;

/// One thing wrong with a file that a person brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line it stands on, counted from 1; for a cell that spans lines, the line its row begins on.
    pub line: u64,
    /// The column it stands in, counted from 1 in characters for text and in cells for a table.
    pub column: Option<u64>,
    /// The name of the table's column, where the file is a table.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Problem {
    /// A problem of a whole line.
    pub(crate) fn at(line: u64, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Problem { line, column: None, field: None, message: message.into(), hint: hint.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        match (&self.field, self.column) {
            (Some(field), Some(_) | None) => write!(f, ", {field}")?,
            (None, Some(column)) => write!(f, ", column {column}")?,
            (None, None) => {}
        }
        write!(f, ": {}. {}.", self.message, self.hint)
    }
}

impl std::error::Error for Problem {}

/// The most problems that one reading reports: a person mends the first hundred, then reads again.
const MOST_PROBLEMS: usize = 100;

/// Gathers problems while a file is read.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    left_out: u64,
}

impl Problems {
    /// Keeps one problem, or counts it where enough are kept already.
    pub(crate) fn push(&mut self, problem: Problem) {
        if self.found.len() < MOST_PROBLEMS {
            self.found.push(problem);
        } else {
            self.left_out += 1;
        }
    }

    /// The value if nothing is wrong, or everything that is wrong, in the order of the lines.
    pub(crate) fn finish<T>(mut self, value: T) -> Result<T, Vec<Problem>> {
        if self.found.is_empty() {
            return Ok(value);
        }
        self.found.sort_by_key(|problem| problem.line);
        if self.left_out > 0 {
            let line = self.found.last().map_or(1, |last| last.line);
            self.found.push(Problem::at(
                line,
                format!("{} more problems are not listed", self.left_out),
                "Mend those above and read the file again",
            ));
        }
        Err(self.found)
    }
}
