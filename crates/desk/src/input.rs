//! What a person types or brings, read with the name of the field.

use std::path::Path;

use casework::campaign::{Prefix, Reference};
use chrono::NaiveDate;

use crate::error::{DeskError, ErrorKind};

/// Files that are brought in are read whole; more than this is no reply or list of questions.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A civil date: `2026-05-01`.
///
/// # Errors
/// Refused, with the field, where it is not one.
pub fn date(field: &str, text: &str) -> Result<NaiveDate, DeskError> {
    imports::read_date(text).map_err(|problem| {
        DeskError::refused(field, sentence(&problem.message), sentence(&problem.hint))
    })
}

/// Ends with a full stop.
fn sentence(text: &str) -> String {
    if text.ends_with('.') { text.to_owned() } else { format!("{text}.") }
}

/// The prefix of a campaign.
pub(crate) fn prefix(text: &str) -> Result<Prefix, DeskError> {
    Ok(Prefix::parse(text)?)
}

/// The reference of a request; that of one of its letters (`HT-011/2`) means the request.
pub(crate) fn reference(text: &str) -> Result<Reference, DeskError> {
    let request = text.split_once('/').map_or(text, |(request, _)| request);
    Ok(Reference::parse(request)?)
}

/// The number of the letter in a reference such as `HT-011/2`; nothing where it names a request.
pub(crate) fn letter_number(text: &str) -> Result<Option<u32>, DeskError> {
    let Some((_, number)) = text.split_once('/') else { return Ok(None) };
    number.parse().map(Some).map_err(|_| {
        DeskError::refused(
            "request",
            format!("“{text}” is not the reference of a letter."),
            "Letters are HT-011/1, HT-011/2 and so on.",
        )
    })
}

/// The bytes of a file that is brought in.
///
/// # Errors
/// With the field, where it cannot be read or is too large.
pub fn file(field: &str, path: &Path) -> Result<Vec<u8>, DeskError> {
    let fault = |error: std::io::Error| DeskError::file(field, path, &error);
    let length = std::fs::metadata(path).map_err(fault)?.len();
    if length > MOST_BYTES {
        return Err(DeskError {
            field: Some(field.to_owned()),
            ..DeskError::new(
                ErrorKind::Input,
                format!("{} is larger than 256 MB.", path.display()),
                "Keep it elsewhere and note where.",
            )
        });
    }
    std::fs::read(path).map_err(fault)
}

/// A text that may not be empty.
pub(crate) fn needed(field: &str, text: &str) -> Result<String, DeskError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DeskError::refused(field, format!("The {field} is empty."), "Give it."));
    }
    Ok(text.to_owned())
}
