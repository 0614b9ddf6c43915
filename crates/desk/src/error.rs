//! What went wrong, in the form that crosses to the window and the command line.

use casework::Refusal;
use serde::Serialize;
use store::StoreError;
use ts_rs::TS;

/// What sort of trouble it is. Whoever shows it switches on this, never on the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The act is refused; nothing was changed.
    Refused,
    /// What was typed or brought in a file cannot be read; nothing was changed.
    Input,
    /// There is no library in the folder.
    NoLibrary,
    /// There is a library in the folder already.
    LibraryExists,
    /// The library was written by a newer version.
    NewerLibrary,
    /// The library is damaged; where a field is named, only that part of it is: a document, or a value.
    Damaged,
    /// Another program holds the library.
    Busy,
    /// The disk is full.
    DiskFull,
    /// The library, or a folder, may only be read.
    NotWritable,
    /// This window may only read the library: another has it open.
    ReadOnly,
    /// Anything else.
    Fault,
}

/// One fault in a file that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InputProblem {
    /// Its line, from 1.
    pub line: u64,
    /// Its column, from 1, where known.
    pub column: Option<u64>,
    /// The field that it concerns.
    pub field: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// An error for a person: what is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error, TS)]
#[error("{message}")]
pub struct DeskError {
    /// What sort of trouble it is.
    pub kind: ErrorKind,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The field that it concerns.
    pub field: Option<String>,
    /// The rule of law that says so.
    pub citation: Option<String>,
    /// Each fault of a file.
    pub problems: Vec<InputProblem>,
}

impl DeskError {
    /// An error of a kind.
    pub fn new(kind: ErrorKind, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            hint: hint.into(),
            field: None,
            citation: None,
            problems: Vec::new(),
        }
    }

    /// A refusal of a field.
    pub fn refused(field: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { field: Some(field.to_owned()), ..Self::new(ErrorKind::Refused, message, hint) }
    }

    /// The faults of a file that was brought in.
    pub fn in_file(field: &str, name: &str, problems: Vec<imports::Problem>) -> Self {
        let count = problems.len();
        let problems: Vec<InputProblem> = problems
            .into_iter()
            .map(|problem| InputProblem {
                line: problem.line,
                column: problem.column,
                field: problem.field,
                message: problem.message,
                hint: problem.hint,
            })
            .collect();
        let message = match problems.first() {
            Some(first) if count == 1 => format!("{name}, line {}: {}", first.line, first.message),
            Some(first) => format!(
                "{name} has {count} faults; the first is in line {}: {}",
                first.line, first.message
            ),
            None => format!("{name} cannot be read."),
        };
        let hint = problems.first().map(|first| first.hint.clone()).unwrap_or_default();
        Self {
            field: Some(field.to_owned()),
            problems,
            ..Self::new(ErrorKind::Input, message, hint)
        }
    }

    /// A file that cannot be read or written.
    pub fn file(field: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Io;
        let found = error.kind();
        if store::is_full(error) {
            return Self { field: Some(field.to_owned()), ..StoreError::DiskFull.into() };
        }
        let kind = if [Io::NotFound, Io::AlreadyExists, Io::IsADirectory, Io::NotADirectory]
            .contains(&found)
        {
            ErrorKind::Input
        } else {
            ErrorKind::Fault
        };
        Self {
            field: Some(field.to_owned()),
            ..Self::new(
                kind,
                format!("{}: {error}", path.display()),
                "Check the path and try again.",
            )
        }
    }

    /// A file or a folder that cannot be written to.
    pub fn writing(field: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Io;
        if [Io::PermissionDenied, Io::ReadOnlyFilesystem].contains(&error.kind()) {
            return Self {
                field: Some(field.to_owned()),
                ..StoreError::NotWritable(path.display().to_string()).into()
            };
        }
        Self::file(field, path, error)
    }

    /// A letter that cannot be made.
    pub fn letter(problem: &impl std::fmt::Display) -> Self {
        Self::new(
            ErrorKind::Refused,
            format!("The letter cannot be written: {problem}."),
            "Put right what is named; nothing was written.",
        )
    }
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self {
            kind: ErrorKind::Refused,
            message: refusal.message,
            hint: refusal.hint,
            field: refusal.field,
            citation: refusal.citation,
            problems: Vec::new(),
        }
    }
}

impl From<StoreError> for DeskError {
    fn from(error: StoreError) -> Self {
        let part = match &error {
            StoreError::UnknownValue(_) => Some("value".to_owned()),
            StoreError::Document { .. } => Some("document".to_owned()),
            StoreError::NoLibrary(_)
            | StoreError::LibraryExists(_)
            | StoreError::NotALibrary(_)
            | StoreError::NewerLibrary { .. }
            | StoreError::DamagedSchema(_)
            | StoreError::ChangedMigration(_)
            | StoreError::DiskFull
            | StoreError::NotWritable(_)
            | StoreError::ReadOnly
            | StoreError::Busy
            | StoreError::File { .. }
            | StoreError::Database(_)
            | StoreError::Refused(_) => None,
        };
        let (kind, hint) = match &error {
            StoreError::Refused(refusal) => return refusal.clone().into(),
            StoreError::NoLibrary(_) => {
                (ErrorKind::NoLibrary, "Make one, or name the folder that it is in.")
            }
            StoreError::LibraryExists(_) => {
                (ErrorKind::LibraryExists, "Use it as it is, or name another folder.")
            }
            StoreError::NotALibrary(_) => (ErrorKind::Damaged, "Name the library's own folder."),
            StoreError::NewerLibrary { .. } => {
                (ErrorKind::NewerLibrary, "Open it with the newer version.")
            }
            StoreError::DamagedSchema(_) | StoreError::ChangedMigration(_) => {
                (ErrorKind::Damaged, "Keep the folder as it is and go back to a copy.")
            }
            StoreError::UnknownValue(_) => (
                ErrorKind::Damaged,
                "The rest of the library can be used. Check the library, and keep a copy of its folder.",
            ),
            StoreError::Document { .. } => (
                ErrorKind::Damaged,
                "Put it back from a copy of the library, into the folder “documents”. Everything else can be used.",
            ),
            StoreError::DiskFull => (
                ErrorKind::DiskFull,
                "Make room on the disk that holds the library, then press the same button again.",
            ),
            StoreError::NotWritable(_) => (
                ErrorKind::NotWritable,
                "Ask for the right to write there, or move the library’s folder to where you have it.",
            ),
            StoreError::ReadOnly => (
                ErrorKind::ReadOnly,
                "Close the other window and press “Try again” above; nothing was changed.",
            ),
            StoreError::Busy => (ErrorKind::Busy, "Try again in a moment."),
            StoreError::File { .. } | StoreError::Database(_) => {
                (ErrorKind::Fault, "Check the folder and the disk, and try again.")
            }
        };
        Self { field: part, ..Self::new(kind, error.to_string(), hint) }
    }
}

impl From<letters::wording::WordingProblem> for DeskError {
    fn from(problem: letters::wording::WordingProblem) -> Self {
        let field = match &problem {
            letters::wording::WordingProblem::NoApplicant => Some("applicant".to_owned()),
            letters::wording::WordingProblem::Template { .. }
            | letters::wording::WordingProblem::EmptyField { .. } => None,
        };
        Self { field, ..Self::letter(&problem) }
    }
}

impl From<letters::layout::LayoutProblem> for DeskError {
    fn from(problem: letters::layout::LayoutProblem) -> Self {
        Self::letter(&problem)
    }
}

impl From<letters::pdf::PdfProblem> for DeskError {
    fn from(problem: letters::pdf::PdfProblem) -> Self {
        Self::letter(&problem)
    }
}
