//! Recording an event: it is planned against what is known of its request, and then either kept or
//! only looked at for what it would do.

use std::path::PathBuf;

use casework::event::{Event, EventKind, Fact, FromForce};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::table::events::NewEvent;
use ts_rs::TS;

use crate::effect::NOT_RECORDED;
use crate::error::DeskError;
use crate::input::file;
use crate::library::{Desk, Moment};
use crate::requests::{Known, known};
use crate::view::RequestView;
use crate::wrong::WrongEvent;

/// A letter that came from a force.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TheirLetter {
    /// The date that it bears.
    pub dated: NaiveDate,
    /// The day on which it reached us, where that is known.
    pub received_on: Option<NaiveDate>,
    /// Their reference.
    pub their_reference: Option<String>,
    /// Notes and caveats to keep with it.
    pub notes: Vec<String>,
    /// Files to keep with it, as they are.
    pub files: Vec<PathBuf>,
}

/// What recording came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recorded {
    /// The number of the act, by which it can be taken back.
    pub operation: i64,
    /// The number of the event.
    pub event: i64,
    /// The request as it stands now.
    pub request: RequestView,
    /// Counted questions of which the reply says nothing here: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know: a doubtful citation, a refusal that names no section.
    pub notices: Vec<String>,
}

/// An event that may be recorded: recording it and looking at its effect both begin here.
pub(crate) struct Planned {
    /// Its request, as it stands.
    pub known: Known,
    /// What recording it is called in the history.
    pub label: String,
    /// The event.
    pub coming: Coming,
    /// Counted questions of which a reply says nothing: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know before.
    pub notices: Vec<String>,
    /// The event that it stands for: struck in the same act. `known` is then as if it had never been.
    pub wrong: Option<WrongEvent>,
}

/// An event about to be recorded, with the files still to be read.
pub(crate) struct Coming {
    pub kind: EventKind,
    pub happened_on: NaiveDate,
    pub fact: Fact,
    pub notes: Vec<String>,
    pub files: Vec<PathBuf>,
}

impl Coming {
    /// The event, as if it were recorded.
    pub(crate) fn event(&self) -> Event {
        Event {
            id: NOT_RECORDED,
            kind: self.kind,
            happened_on: self.happened_on,
            fact: self.fact.clone(),
            struck: None,
        }
    }
}

impl Planned {
    /// An event with nothing more to know of it.
    pub(crate) fn plain(known: Known, label: String, coming: Coming) -> Self {
        Self { known, label, coming, not_listed: Vec::new(), notices: Vec::new(), wrong: None }
    }
}

impl Desk {
    /// Records what was planned.
    ///
    /// # Errors
    /// Refused where the same was recorded meanwhile; a file that cannot be read changes nothing.
    pub(crate) fn keep(&mut self, planned: Planned, moment: Moment) -> Result<Recorded, DeskError> {
        let Planned { known: Known { row, .. }, label, coming, not_listed, notices, wrong } =
            planned;
        let files = read_files(&coming.files)?;
        let written = self.store.write(&label, moment.now, |w| {
            let mut documents = match &wrong {
                Some(wrong) => wrong.strike(w, &row)?,
                None => Vec::new(),
            };
            // Looked at inside the transaction: another program may have recorded the same just now.
            let is_known = w.events(row.id, row.regime)?.iter().any(|kept| {
                kept.event.struck.is_none()
                    && kept.event.happened_on == coming.happened_on
                    && kept.event.fact == coming.fact
            });
            if is_known && coming.kind != EventKind::Note {
                let day = casework::clock::words(coming.happened_on);
                return Err(DeskError::refused(
                    "request",
                    format!("“{}” of {day} is recorded already.", coming.kind),
                    "Nothing is recorded twice.",
                ));
            }
            for (name, bytes) in &files {
                documents.push((w.keep_document(bytes, media_type(name))?, name.clone()));
            }
            let note = Some(coming.notes.join("\n\n")).filter(|note| !note.is_empty());
            let event = NewEvent {
                kind: coming.kind,
                happened_on: coming.happened_on,
                fact: coming.fact,
                note,
                documents,
                redo_of: None,
            };
            Ok::<_, DeskError>(w.append(row.id, &event)?)
        })?;
        let request = self
            .store
            .read(|r| Ok::<_, DeskError>(known(r, row)?.view(r.holidays()?, moment.today)))?;
        Ok(Recorded {
            operation: written.operation.0,
            event: written.value.0,
            request,
            not_listed,
            notices,
        })
    }
}

pub(crate) fn from_force(letter: &TheirLetter) -> FromForce {
    FromForce {
        received_on: letter.received_on,
        their_reference: letter.their_reference.clone(),
        answers: Vec::new(),
        supersedes: None,
    }
}

/// Files are read before anything is changed, so that one that is missing changes nothing.
fn read_files(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, DeskError> {
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            Ok((name.unwrap_or_else(|| path.display().to_string()), file("file", path)?))
        })
        .collect()
}

fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    match ending.as_deref() {
        Some("pdf") => "application/pdf",
        Some("txt") => "text/plain",
        Some("csv") => "text/csv",
        Some("eml") => "message/rfc822",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some(_) | None => "application/octet-stream",
    }
}
