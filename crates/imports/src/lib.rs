//! Files into rows and problems: bytes in, values out.
//!
//! A person brings a list of questions, a table of outcomes, a register of forces or a list of
//! holidays, and any of them may be wrong. So every reader here gives either the whole value or
//! every [`Problem`] it found, each with the line it stands on and what to do about it. Nothing is
//! read half, nothing is dropped without a word, and no bytes make a reader panic.
//!
//! This crate knows no law and no casework: it keeps a person's words as they wrote them, and
//! those who know what they mean say whether they are understood.

#[cfg(test)]
mod any_bytes;
mod date;
mod holidays;
mod outcomes;
mod outline;
mod problem;
mod register;
mod table;
mod text;

pub use date::{DateProblem, read_date};
pub use holidays::{HolidayRow, read_holidays};
pub use outcomes::{OutcomeRow, read_outcomes};
pub use outline::{
    MOST_CHARACTERS, MOST_QUESTIONS, Outline, OutlinePart, OutlineQuestion, read_outline,
};
pub use problem::Problem;
pub use register::{ForceRow, read_register};
pub use text::read_letter;
