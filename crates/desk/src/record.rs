//! Recording what came: replies with an outcome per question, reviews asked and decided, notes, and
//! the end of a request.

use std::path::PathBuf;

use casework::action;
use casework::event::{EventKind, Fact, FromForce, Sending};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use store::table::events::NewEvent;
use ts_rs::TS;

use crate::error::DeskError;
use crate::input::{file, letter_number};
use crate::library::{Desk, Moment};
use crate::requests::{find, known};
use crate::view::RequestView;

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

/// A request for review that was made by a letter not written here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewAskedInput {
    /// The request.
    pub request: String,
    /// The day on which it left.
    pub on: NaiveDate,
    /// How it left.
    pub sending: Sending,
    /// A note to keep with it.
    pub note: Option<String>,
}

/// How a person ends a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// Nothing more is to be had from it.
    Closed,
    /// It is no longer asked.
    Withdrawn,
}

/// What recording came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Recorded {
    /// The number of the event.
    pub event: i64,
    /// The request as it stands now.
    pub request: RequestView,
    /// Counted questions of which the reply says nothing here: they stay as they were.
    pub not_listed: Vec<String>,
    /// What to know: a doubtful citation, a refusal that names no section.
    pub notices: Vec<String>,
}

/// An event about to be recorded, with the files still to be kept.
pub(crate) struct Coming {
    pub kind: EventKind,
    pub happened_on: NaiveDate,
    pub fact: Fact,
    pub notes: Vec<String>,
    pub files: Vec<(String, Vec<u8>)>,
}

impl Desk {
    /// Records that the force acknowledged the request.
    ///
    /// # Errors
    /// Refused before the request was sent, or with impossible dates.
    pub fn record_acknowledgement(
        &mut self,
        reference: &str,
        letter: &TheirLetter,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let row = self.store.read(|r| {
            let known = find(r, reference)?;
            let case = &known.computed.case;
            action::record_acknowledgement(case, letter.dated, letter.received_on, moment.today)?;
            Ok::<_, DeskError>(known.row)
        })?;
        let coming = Coming {
            kind: EventKind::Acknowledged,
            happened_on: letter.dated,
            fact: Fact::Acknowledged(from_force(letter)),
            notes: letter.notes.clone(),
            files: read_files(&letter.files)?,
        };
        let label = format!("Recorded the acknowledgement of {}", row.reference);
        self.recorded(reference, &label, coming, moment)
    }

    /// Records a request for review that was made by a letter not written here.
    ///
    /// # Errors
    /// Refused before the request was sent, while a review is open, or with impossible dates.
    pub fn record_review_asked(
        &mut self,
        input: &ReviewAskedInput,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let row = self.store.read(|r| {
            let known = find(r, &input.request)?;
            let case = &known.computed.case;
            action::review_asked_elsewhere(case, input.on, input.sending, moment.today)?;
            Ok::<_, DeskError>(known.row)
        })?;
        let coming = Coming {
            kind: EventKind::ReviewAsked,
            happened_on: input.on,
            fact: Fact::ReviewAskedElsewhere(input.sending),
            notes: input.note.iter().cloned().collect(),
            files: Vec::new(),
        };
        let label = format!("Recorded the request for review of {}", row.reference);
        self.recorded(&input.request, &label, coming, moment)
    }

    /// Records the day on which a letter of ours arrived: it replaces the day that was presumed.
    ///
    /// # Errors
    /// Refused where the letter has not left, or the day cannot be right.
    pub fn record_received(
        &mut self,
        reference: &str,
        on: NaiveDate,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let number = letter_number(reference)?;
        let (row, letter) = self.store.read(|r| {
            let known = find(r, reference)?;
            let letters = &known.computed.case.letters;
            let ours = match number {
                Some(number) => letters.iter().find(|ours| ours.facts.number == number),
                None => letters.iter().rev().find(|ours| !ours.sent.is_empty()),
            };
            let ours = ours.ok_or_else(|| {
                DeskError::refused(
                    "request",
                    "There is no such letter that has left.",
                    "Record first how it left.",
                )
            })?;
            action::letter_received(ours, on, moment.today)?;
            Ok::<_, DeskError>((known.row.clone(), ours.facts.id))
        })?;
        let coming = Coming {
            kind: EventKind::LetterReceived,
            happened_on: on,
            fact: Fact::LetterReceived(letter),
            notes: Vec::new(),
            files: Vec::new(),
        };
        let label = format!("Recorded when a letter of {} arrived", row.reference);
        self.recorded(reference, &label, coming, moment)
    }

    /// Keeps a note with a request.
    ///
    /// # Errors
    /// Refused for an empty note or a day to come.
    pub fn record_note(
        &mut self,
        reference: &str,
        on: NaiveDate,
        note: &str,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let note = crate::input::needed("note", note)?;
        if on > moment.today {
            return Err(DeskError::refused(
                "on",
                "That day is after today.",
                "Give the day it is about.",
            ));
        }
        let coming = Coming {
            kind: EventKind::Note,
            happened_on: on,
            fact: Fact::Note(note),
            notes: Vec::new(),
            files: Vec::new(),
        };
        self.recorded(reference, &format!("Noted something on {reference}"), coming, moment)
    }

    /// Ends a request, as closed or withdrawn, with a reason.
    ///
    /// # Errors
    /// Refused without a reason, before it was sent, or when it has ended.
    pub fn record_end(
        &mut self,
        reference: &str,
        ending: Ending,
        on: NaiveDate,
        reason: &str,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        self.store.read(|r| {
            let known = find(r, reference)?;
            action::end(&known.computed.case, on, reason, moment.today)?;
            Ok::<_, DeskError>(())
        })?;
        let reason = reason.trim().to_owned();
        let (kind, fact, word) = match ending {
            Ending::Withdrawn => (EventKind::Withdrawn, Fact::Withdrawn(reason), "Withdrew"),
            Ending::Closed => (EventKind::Closed, Fact::Closed(reason), "Closed"),
        };
        let coming = Coming { kind, happened_on: on, fact, notes: Vec::new(), files: Vec::new() };
        self.recorded(reference, &format!("{word} {reference}"), coming, moment)
    }

    pub(crate) fn recorded(
        &mut self,
        reference: &str,
        label: &str,
        coming: Coming,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let (event, request) = self.append(reference, label, coming, moment)?;
        Ok(Recorded { event, request, not_listed: Vec::new(), notices: Vec::new() })
    }

    pub(crate) fn append(
        &mut self,
        reference: &str,
        label: &str,
        coming: Coming,
        moment: Moment,
    ) -> Result<(i64, RequestView), DeskError> {
        let row = self.store.read(|r| find(r, reference))?.row;
        let written = self.store.write(label, moment.now, |w| {
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
            let mut documents = Vec::new();
            for (name, bytes) in &coming.files {
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
        let view = self.store.read(|r| Ok::<_, DeskError>(known(r, row)?.view(moment.today)))?;
        Ok((written.value.0, view))
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
pub(crate) fn read_files(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, DeskError> {
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
