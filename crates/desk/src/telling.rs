//! Recording what happened in the course of a request, by its kind.

use std::path::PathBuf;

use casework::action;
use casework::event::{Event, EventKind, Fact};
use chrono::NaiveDate;
use law::Coded;
use store::Reader;

use crate::cost::warning_about;
use crate::effect::NOT_RECORDED;
use crate::error::DeskError;
use crate::library::{Desk, Moment};
use crate::record::{Coming, Planned, Recorded};
use crate::requests::find;
use crate::told::{Telling, Told};

/// What is kept with an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeptWith {
    /// Notes and caveats.
    pub notes: Vec<String>,
    /// Files, as they are.
    pub files: Vec<PathBuf>,
}

impl Desk {
    /// Records an event of any kind that is told by its kind and its day. Letters of ours that are
    /// written here leave by [`Desk::mark_sent`]; replies, corrections and decisions of reviews take
    /// their outcomes elsewhere.
    ///
    /// # Errors
    /// Refused, with the field, the reason and nothing changed: for a kind that is recorded in another
    /// way, days that cannot be right, and what answers to nothing that happened.
    pub fn record_told(
        &mut self,
        reference: &str,
        told: &Told,
        with: KeptWith,
        moment: Moment,
    ) -> Result<Recorded, DeskError> {
        let planned = self.store.read(|r| plan(r, reference, told, with, moment.today))?;
        self.keep(planned, moment)
    }
}

pub(crate) fn plan(
    r: &Reader<'_>,
    reference: &str,
    told: &Told,
    with: KeptWith,
    today: NaiveDate,
) -> Result<Planned, DeskError> {
    let known = find(r, reference)?;
    let kind = told.event_kind()?;
    if matches!(kind, EventKind::LetterWritten | EventKind::RequestSent) {
        return Err(DeskError::refused(
            "kind",
            format!("“{kind}” is recorded where the letter is written or marked as sent."),
            "Write the letter, print it, and mark it as posted or e-mailed.",
        ));
    }
    let about_a_letter =
        matches!(kind, EventKind::DeliveryFailed | EventKind::Resent | EventKind::LetterReceived);
    let case = &known.computed.case;
    // HT-011/2 names the letter, where the kind is about one.
    let named = crate::input::letter_number(reference)?.filter(|_| about_a_letter);
    let told = &Told { letter: told.letter.or(named), ..told.clone() };
    let telling = Telling {
        regime: case.regime,
        questions: &case.questions,
        letter: &|number| {
            let ours = case.letters.iter().find(|ours| ours.facts.number == number);
            ours.map(|ours| ours.facts.id)
        },
    };
    let fact = told.fact(&telling)?;
    let event =
        Event { id: NOT_RECORDED, kind, happened_on: told.date, fact: fact.clone(), struck: None };
    if kind == EventKind::ReviewAsked {
        action::review_asked_elsewhere(case, told.date, told.sending()?, today)?;
    }
    action::happened(&r.case_file(&known.row)?, &event, r.holidays()?, today)?;
    let label = format!("Recorded on {}: {}", known.row.reference, kind.label().to_lowercase());
    // A request for less is one that the same force may cost together with the first.
    let warning = if let Fact::Narrowed(sending, _) = &fact {
        warning_about(r, &known, sending.received_on().unwrap_or(told.date))?
    } else {
        None
    };
    let coming =
        Coming { kind, happened_on: told.date, fact, notes: with.notes, files: with.files };
    let planned = Planned::plain(known, label, coming);
    Ok(Planned { notices: warning.into_iter().collect(), ..planned })
}
