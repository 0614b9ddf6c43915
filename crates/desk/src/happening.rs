//! What happens to a request beside replies and reviews: acknowledgements, the arrival of a letter of
//! ours, notes, and its end.

use std::path::PathBuf;

use casework::action;
use casework::event::{EventKind, Fact, Sending};
use chrono::NaiveDate;
use serde::Deserialize;
use store::Reader;
use ts_rs::TS;

use crate::effect::{Effect, effect};
use crate::error::DeskError;
use crate::input::{letter_number, needed};
use crate::library::{Desk, Moment};
use crate::record::{Coming, Planned, Recorded, TheirLetter, from_force};
use crate::requests::{Known, find};
use crate::telling::{self, KeptWith};
use crate::told::Told;

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

/// Something that happened to a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Happening {
    /// The force acknowledged it.
    Acknowledged {
        /// Their letter.
        letter: TheirLetter,
    },
    /// A letter of ours arrived.
    Received {
        /// The day on which it did.
        on: NaiveDate,
    },
    /// Something to keep with it.
    Noted {
        /// The day that it is about.
        on: NaiveDate,
        /// What.
        note: String,
    },
    /// It ends.
    Ended {
        /// How.
        ending: Ending,
        /// On which day.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Something else in the course of it, told by its kind and its day.
    Course {
        /// What.
        told: Box<Told>,
        /// Notes and caveats.
        notes: Vec<String>,
        /// Files, as they are.
        files: Vec<PathBuf>,
    },
}

impl Happening {
    /// The files to keep with it.
    pub fn files(&self) -> &[PathBuf] {
        match self {
            Self::Acknowledged { letter } => &letter.files,
            Self::Course { files, .. } => files,
            Self::Received { .. } | Self::Noted { .. } | Self::Ended { .. } => &[],
        }
    }
}

impl Desk {
    /// Records something that happened to a request. The arrival of a letter takes the reference of
    /// the letter (`HT-011/2`); of a request, it means the last letter that left.
    ///
    /// # Errors
    /// Refused, with the field and nothing changed: before the request was sent, impossible dates, an
    /// empty note, an end without a reason or a second end.
    pub fn record(
        &mut self,
        reference: &str,
        happening: &Happening,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let planned = self.store.read(|r| plan(r, reference, happening, moment.today))?;
        self.keep(planned, moment)
    }

    /// What recording it would do to the request; nothing is saved.
    ///
    /// # Errors
    /// Refused where recording it would be.
    pub fn record_effect(
        &self,
        reference: &str,
        happening: &Happening,
        today: NaiveDate,
    ) -> Result<Effect, DeskError> {
        self.store.read(|r| effect(r, plan(r, reference, happening, today)?, today))
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
        let planned = self.store.read(|r| {
            let known = find(r, &input.request)?;
            let case = &known.computed.case;
            action::review_asked_elsewhere(case, input.on, input.sending, moment.today)?;
            let label = format!("Recorded the request for review of {}", known.row.reference);
            let coming = Coming {
                kind: EventKind::ReviewAsked,
                happened_on: input.on,
                fact: Fact::ReviewAskedElsewhere(input.sending),
                notes: input.note.iter().cloned().collect(),
                files: Vec::new(),
            };
            Ok::<_, DeskError>(Planned::plain(known, label, coming))
        })?;
        self.keep(planned, moment)
    }
}

fn plan(
    r: &Reader<'_>,
    reference: &str,
    happening: &Happening,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let known = find(r, reference)?;
    let name = known.row.reference.to_string();
    match happening {
        Happening::Acknowledged { letter } => acknowledged(known, letter, today),
        Happening::Course { told, notes, files } => {
            let with = KeptWith { notes: notes.clone(), files: files.clone() };
            telling::plan(r, reference, told, with, today)
        }
        Happening::Received { on } => received(known, reference, *on, today),
        Happening::Noted { on, note } => {
            let note = needed("note", note)?;
            if *on > today {
                return Err(DeskError::refused(
                    "on",
                    "That day is after today.",
                    "Give the day it is about.",
                ));
            }
            let label = format!("Noted something on {name}");
            Ok(Planned::plain(known, label, bare(EventKind::Note, *on, Fact::Note(note))))
        }
        Happening::Ended { ending, on, reason } => {
            action::end(&known.computed.case, *on, reason, today)?;
            let reason = reason.trim().to_owned();
            let (kind, fact, word) = match ending {
                Ending::Withdrawn => (EventKind::Withdrawn, Fact::Withdrawn(reason), "Withdrew"),
                Ending::Closed => (EventKind::Closed, Fact::Closed(reason), "Closed"),
            };
            Ok(Planned::plain(known, format!("{word} {name}"), bare(kind, *on, fact)))
        }
    }
}

fn acknowledged(
    known: Known,
    letter: &TheirLetter,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let case = &known.computed.case;
    action::record_acknowledgement(case, letter.dated, letter.received_on, today)?;
    let label = format!("Recorded the acknowledgement of {}", known.row.reference);
    let coming = Coming {
        kind: EventKind::Acknowledged,
        happened_on: letter.dated,
        fact: Fact::Acknowledged(from_force(letter)),
        notes: letter.notes.clone(),
        files: letter.files.clone(),
    };
    Ok(Planned::plain(known, label, coming))
}

/// It replaces the day that was presumed.
fn received(
    known: Known,
    reference: &str,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let number = letter_number(reference)?;
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
    action::letter_received(ours, on, today)?;
    let fact = Fact::LetterReceived(ours.facts.id);
    let label = format!("Recorded when a letter of {} arrived", known.row.reference);
    Ok(Planned::plain(known, label, bare(EventKind::LetterReceived, on, fact)))
}

fn bare(kind: EventKind, happened_on: NaiveDate, fact: Fact) -> Coming {
    Coming { kind, happened_on, fact, notes: Vec::new(), files: Vec::new() }
}
