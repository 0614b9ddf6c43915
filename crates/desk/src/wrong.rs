//! Correcting what cannot be undone: the wrong event is struck with a reason, and the right one stands
//! for it, in one act.

use casework::case::CaseFile;
use casework::event::{Event, Fact};
use casework::id::EventId;
use serde::Deserialize;

use store::table::events::KeptEvent;
use store::table::requests::Request;
use store::{DocumentHash, Reader, Writer, compute};
use ts_rs::TS;

use crate::batch::BatchItem;
use crate::error::DeskError;
use crate::input::{letter_number, needed};
use crate::library::{Desk, Moment};
use crate::outbox::{Leaving, SendingOrder, SendingReport, leaving, started};
use crate::record::{Coming, Planned};
use crate::requests::{Known, find};

/// What was recorded wrongly, and why it is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WrongEvent {
    /// The number of the event.
    pub event: i64,
    /// Why it is wrong: kept with the struck event.
    pub reason: String,
}

impl WrongEvent {
    /// The event, where it stands and may be corrected.
    fn standing(&self, r: &Reader<'_>, row: &Request) -> Result<KeptEvent, DeskError> {
        needed("reason", &self.reason)?;
        let events = r.events(row.id, row.regime)?;
        let stands = |kept: &&KeptEvent| kept.event.struck.is_none();
        let later =
            events.iter().filter(stands).find(|kept| names(&kept.event.fact) == Some(self.event));
        if let Some(later) = later {
            let day = casework::clock::words(later.event.happened_on);
            return Err(DeskError::refused(
                "event",
                format!("“{}” of {day} is about it.", later.event.kind),
                "Correct or undo that first.",
            ));
        }
        let found = events.iter().filter(stands).find(|kept| kept.event.id.0 == self.event);
        found.cloned().ok_or_else(|| {
            DeskError::refused(
                "event",
                format!("{} has no such event that stands.", row.reference),
                "It may have been corrected already: look at the correspondence.",
            )
        })
    }

    /// Strikes the event, and gives the files that were kept with it.
    pub(crate) fn strike(
        &self,
        w: &Writer<'_>,
        row: &Request,
    ) -> Result<Vec<(DocumentHash, String)>, DeskError> {
        let kept = self.standing(w, row)?;
        w.strike(row.id, kept.event.id, self.reason.trim())?;
        Ok(kept.documents)
    }
}

/// The earlier event that an event is about.
fn names(fact: &Fact) -> Option<i64> {
    match fact {
        Fact::ReplyReceived(theirs) => theirs.supersedes.map(|event| event.0),
        Fact::OutcomeCorrected(correction) => Some(correction.of.0),
        Fact::LetterWritten(_)
        | Fact::LetterSent(..)
        | Fact::LetterReceived(_)
        | Fact::DeliveryFailed(..)
        | Fact::Resent(..)
        | Fact::Acknowledged(_)
        | Fact::ReferenceGiven(_)
        | Fact::DateClaimed(..)
        | Fact::ClarificationAsked(_)
        | Fact::ClarificationAnswered(_)
        | Fact::FeesNotice(_)
        | Fact::FeesPaid
        | Fact::ExtensionClaimed(_)
        | Fact::Transferred(_)
        | Fact::HoldingReply(_)
        | Fact::RegimeMoved(_)
        | Fact::Narrowed(..)
        | Fact::ChaserSent(_)
        | Fact::FollowUpSentElsewhere(_)
        | Fact::ReviewAskedElsewhere(_)
        | Fact::ReviewAcknowledged(_)
        | Fact::ReviewExtended(_)
        | Fact::ReviewRefused(_)
        | Fact::ReviewDecided(..)
        | Fact::ComplaintMade(_)
        | Fact::ComplaintAcknowledged(_)
        | Fact::DecisionNotice(..)
        | Fact::AppealMade(_)
        | Fact::AppealDecided(..)
        | Fact::PartsWithdrawn(_)
        | Fact::Withdrawn(_)
        | Fact::Closed(_)
        | Fact::Note(_) => None,
    }
}

/// A request and its history, as they would be without what is corrected.
///
/// # Errors
/// Refused where there is no such request, no such event that stands, or no reason is given.
pub(crate) fn before(
    r: &Reader<'_>,
    reference: &str,
    corrected: Option<&WrongEvent>,
) -> Result<(Known, CaseFile), DeskError> {
    let known = find(r, reference)?;
    let mut file = r.case_file(&known.row)?;
    let Some(correction) = corrected else { return Ok((known, file)) };
    let kept = correction.standing(r, &known.row)?;
    for event in file.events.iter_mut().filter(|event| event.id == kept.event.id) {
        event.struck = Some(correction.reason.clone());
    }
    let computed = compute(&file, r.holidays()?);
    Ok((Known { computed, ..known }, file))
}

/// A correction must not make impossible what was recorded since.
///
/// # Errors
/// Refused, with what would be odd, where the history as it stands has no such fault.
pub(crate) fn still_possible(
    r: &Reader<'_>,
    known: &Known,
    file: &CaseFile,
    right: &Event,
) -> Result<(), DeskError> {
    let now = find(r, &known.row.reference.to_string())?.computed.case.problems;
    let mut file = file.clone();
    file.events.push(right.clone());
    let after = compute(&file, r.holidays()?).case.problems;
    let new = after.iter().find(|problem| now.iter().all(|had| had.message != problem.message));
    match new {
        Some(problem) => Err(DeskError::refused(
            "on",
            problem.message.clone(),
            "Give a day that agrees with what was recorded since, or correct that first.",
        )),
        None => Ok(()),
    }
}

impl Desk {
    /// What correcting how a letter left would come to.
    pub(crate) fn sending_corrected(
        &self,
        order: &SendingOrder,
        correction: &WrongEvent,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        self.store.read(|r| {
            let (one, mut file) = corrected_leaving(r, order, correction, moment)?;
            file.events.push(one.event(order.on));
            let computed = compute(&file, r.holidays()?);
            let after = Known { row: one.known.row.clone(), computed };
            report(order, &after, &one, None)
        })
    }

    /// Corrects how a letter left: the wrong event is struck, and the right one stands for it.
    ///
    /// # Errors
    /// Refused for an event that does not stand, without a reason, or where the days cannot be right.
    pub(crate) fn correct_sending(
        &mut self,
        order: &SendingOrder,
        correction: &WrongEvent,
        moment: Moment,
    ) -> Result<SendingReport, DeskError> {
        let (one, _) = self.store.read(|r| corrected_leaving(r, order, correction, moment))?;
        let right = one.event(order.on);
        let label = format!(
            "Corrected how {} left: {} on {}",
            one.reference(),
            order.departure.word(),
            casework::clock::words(order.on)
        );
        let coming = Coming {
            kind: right.kind,
            happened_on: right.happened_on,
            fact: right.fact,
            notes: Vec::new(),
            files: Vec::new(),
        };
        let reference = one.known.row.reference.to_string();
        let known = self.store.read(|r| find(r, &reference))?;
        let planned =
            Planned { wrong: Some(correction.clone()), ..Planned::plain(known, label, coming) };
        let recorded = self.keep(planned, moment)?;
        self.store.read(|r| report(order, &find(r, &reference)?, &one, Some(recorded.operation)))
    }
}

/// The letter whose leaving is corrected, as if it had not left, and its history so.
fn corrected_leaving(
    r: &Reader<'_>,
    order: &SendingOrder,
    correction: &WrongEvent,
    moment: Moment,
) -> Result<(Leaving, CaseFile), DeskError> {
    let [reference] = order.references.as_slice() else {
        return Err(DeskError::refused(
            "request",
            "One letter is corrected at a time.",
            "Name the letter.",
        ));
    };
    let (known, file) = before(r, reference, Some(correction))?;
    let sending = order.departure.sending(order.received_on);
    let number = letter_number(reference)?;
    let one = leaving(r, known, number, sending, (order.on, moment.today))?;
    let is_its_leaving = file.events.iter().any(|event| {
        event.id == EventId(correction.event)
            && matches!(event.fact, Fact::LetterSent(letter, _) if letter == one.kept.facts.id)
    });
    if !is_its_leaving {
        return Err(DeskError::refused(
            "event",
            format!("That is not how {} left.", one.reference()),
            "Choose the event of its leaving in the correspondence.",
        ));
    }
    still_possible(r, &one.known, &file, &one.event(order.on))?;
    Ok((one, file))
}

fn report(
    order: &SendingOrder,
    after: &Known,
    one: &Leaving,
    operation: Option<i64>,
) -> Result<SendingReport, DeskError> {
    let reference = one.reference();
    let items = vec![BatchItem::done(&reference, reference.clone())];
    Ok(SendingReport { operation, on: order.on, items, clocks: started(after, one)? })
}
