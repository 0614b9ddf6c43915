//! Undo: a new operation that strikes what another recorded, and puts back what it edited.
//!
//! Refused, with the name of the obstacle, once a letter has left or a later operation was built on
//! it: then only a correction is right.

use std::collections::BTreeSet;

use casework::Refusal;
use casework::campaign::Prefix;
use casework::event::{Event, Fact};
use casework::force::{Contact, Force, ForceKind, PostalAddress};
use casework::id::{EventId, ForceId, LetterId, OperationId};
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;
use serde_json::Value;

use crate::codes::{coded, coded_if, date_if, get};
use crate::door::{Reader, Store, Writer, insert_operation};
use crate::error::StoreError;
use crate::table::events::KeptEvent;
use crate::table::operations::Operation;
use crate::table::requests::Request;
use crate::table::senders::Sender;

/// The reason that stands beside an event struck by undo.
const UNDONE: &str = "undone";

impl Store {
    /// Takes an operation back; without a number, the last that was not taken back itself.
    ///
    /// # Errors
    /// Refused with the name of the obstacle; a fault of the database.
    pub fn undo(
        &mut self,
        operation: Option<OperationId>,
        now: DateTime<Utc>,
    ) -> Result<Operation, StoreError> {
        let (target, label) = self.read(|reader| reader.undo_target(operation))?;
        self.write_under(
            now,
            |connection| {
                let label = format!("Undo: {label}");
                insert_operation(connection, &label, None, Some(target.id), now)
            },
            |w| w.take_back(&target),
        )?;
        Ok(Operation { label, ..target })
    }

    /// Strikes one event with a reason: the way to correct what has left the building.
    ///
    /// # Errors
    /// Refused for an event that is not in the request or is struck already.
    pub fn strike_event(
        &mut self,
        request: &Request,
        event: EventId,
        reason: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let label = format!("Struck an event of {}: {reason}", request.reference);
        self.write(&label, now, |w| {
            let events = w.events(request.id, request.regime)?;
            let found = events.iter().find(|kept| kept.event.id == event).ok_or_else(|| {
                Refusal::new(
                    format!("{} has no event {}.", request.reference, event.0),
                    "The numbers of its events are in its correspondence.",
                )
                .on("event")
            })?;
            if let Some(reason) = &found.event.struck {
                return Err(StoreError::Refused(
                    Refusal::new(
                        format!("Event {} is struck already: {reason}", event.0),
                        "Record the right event.",
                    )
                    .on("event"),
                ));
            }
            w.strike(request.id, event, reason)
        })
        .map(|_| ())
    }
}

/// An edit of reference data, as the journal has it.
pub(crate) struct Edit {
    id: i64,
    pub(crate) table: String,
    pub(crate) key: String,
    before: Option<Value>,
    after: Option<Value>,
}

impl Reader<'_> {
    /// The operation to take back, with the label of the act that it did first.
    fn undo_target(
        &self,
        operation: Option<OperationId>,
    ) -> Result<(Operation, String), StoreError> {
        let acts = self.acts()?;
        let target = match operation {
            Some(id) => acts.find(id).ok_or_else(|| {
                Refusal::new(
                    format!("There is no act {} in the history.", id.0),
                    "Look at the history.",
                )
                .on("operation")
            })?,
            None => self.last_done(&acts, None)?.ok_or_else(|| {
                Refusal::new("There is nothing to undo.", "Look at the history.").on("operation")
            })?,
        };
        if target.undone_by.is_some() || !acts.does(target) {
            return Err(StoreError::Refused(
                Refusal::new(
                    format!("“{}” was undone already, or is an undo itself.", target.label),
                    "Do it again instead.",
                )
                .on("operation"),
            ));
        }
        Ok((target.clone(), acts.first(target).label.clone()))
    }

    fn events_of(&self, operation: OperationId) -> Result<Vec<(Request, Vec<Event>)>, StoreError> {
        let mut found = Vec::new();
        let own = self.recorded_by(operation)?;
        for request in self.requests()? {
            let events = self.events(request.id, request.regime)?;
            if events.iter().any(|kept| own.contains(&kept.event.id) && kept.event.struck.is_none())
            {
                let (mine, later): (Vec<_>, Vec<_>) = events
                    .into_iter()
                    .filter(|kept| kept.event.struck.is_none())
                    .partition(|kept| own.contains(&kept.event.id));
                let mine: Vec<Event> = mine.into_iter().map(|kept| kept.event).collect();
                let last = mine.iter().map(|event| event.id).max();
                if let Some(built) = later.iter().find(|kept| Some(kept.event.id) > last) {
                    return Err(StoreError::Refused(obstacle(&request, &built.event)));
                }
                found.push((request, mine));
            }
        }
        Ok(found)
    }

    /// The events that an operation recorded, and those that undo of a correction recorded again for
    /// it.
    pub(crate) fn recorded_by(
        &self,
        operation: OperationId,
    ) -> Result<BTreeSet<EventId>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "WITH RECURSIVE recorded(id) AS (
               SELECT id FROM events WHERE operation_id = ?1
               UNION SELECT e.id FROM events e JOIN recorded ON e.redo_of = recorded.id)
             SELECT id FROM recorded",
        )?;
        let ids = statement.query_map([operation.0], |row| row.get(0).map(EventId))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The events that an operation struck, each with its request.
    pub(crate) fn struck_by_operation(
        &self,
        operation: OperationId,
    ) -> Result<Vec<(Request, KeptEvent)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT s.event_id FROM strikes s WHERE s.operation_id = ?1 ORDER BY s.event_id",
        )?;
        let ids = statement.query_map([operation.0], |row| row.get(0).map(EventId))?;
        let ids: BTreeSet<EventId> = ids.collect::<Result<_, _>>()?;
        let mut found = Vec::new();
        if ids.is_empty() {
            return Ok(found);
        }
        for request in self.requests()? {
            let events = self.events(request.id, request.regime)?;
            let struck = events.into_iter().filter(|kept| ids.contains(&kept.event.id));
            found.extend(struck.map(|kept| (request.clone(), kept)));
        }
        Ok(found)
    }

    pub(crate) fn edits_of(&self, operation: OperationId) -> Result<Vec<Edit>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, table_name, row_key, before, after FROM edits
             WHERE operation_id = ?1 ORDER BY id DESC",
        )?;
        let mut rows = statement.query([operation.0])?;
        let mut edits = Vec::new();
        while let Some(row) = rows.next()? {
            edits.push(Edit {
                id: get(row, "id")?,
                table: get(row, "table_name")?,
                key: get(row, "row_key")?,
                before: json(get(row, "before")?)?,
                after: json(get(row, "after")?)?,
            });
        }
        Ok(edits)
    }

    /// A later edit of the same row, by an act that was not taken back.
    fn later_edit(&self, edit: &Edit) -> Result<Option<String>, StoreError> {
        let label = self
            .connection
            .query_row(
                "SELECT o.label FROM edits e JOIN operations o ON o.id = e.operation_id
                 WHERE e.table_name = ?1 AND e.row_key = ?2 AND e.id > ?3
                   AND NOT EXISTS (SELECT 1 FROM operations u WHERE u.undoes = o.id)
                 LIMIT 1",
                (&edit.table, &edit.key, edit.id),
                |row| row.get(0),
            )
            .optional()?;
        Ok(label)
    }
}

fn obstacle(request: &Request, event: &Event) -> Refusal {
    Refusal::new(
        format!(
            "It cannot be undone: {} has “{}” of {} built on it.",
            request.reference,
            event.kind,
            casework::clock::words(event.happened_on)
        ),
        "Undo that first; what has left can only be corrected: strike the event and record the right one.",
    )
    .on("operation")
}

/// The letter that left the building by this event, if one did.
fn has_left(event: &Event) -> Option<LetterId> {
    match event.fact {
        Fact::LetterSent(letter, _) | Fact::Resent(letter, _) => Some(letter),
        Fact::LetterWritten(_)
        | Fact::LetterReceived(_)
        | Fact::DeliveryFailed(..)
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
        | Fact::ReplyReceived(_)
        | Fact::OutcomeCorrected(_)
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

impl Writer<'_> {
    fn take_back(&self, target: &Operation) -> Result<(), StoreError> {
        let events = self.events_of(target.id)?;
        let edits = self.edits_of(target.id)?;
        let struck = self.struck_by_operation(target.id)?;
        if events.is_empty() && edits.is_empty() && struck.is_empty() {
            return Err(StoreError::Refused(
                Refusal::new(
                    format!("“{}” left nothing that could be undone.", target.label),
                    "Look at the history.",
                )
                .on("operation"),
            ));
        }
        for (request, mine) in &events {
            for event in mine.iter().rev() {
                if let Some(letter) = has_left(event) {
                    return Err(StoreError::Refused(
                        Refusal::new(
                            format!(
                                "It cannot be undone: {} left on {}.",
                                self.name_of(request, letter)?,
                                casework::clock::words(event.happened_on)
                            ),
                            "If that is wrong, correct it: strike the event and record the right one.",
                        )
                        .on("operation"),
                    ));
                }
                self.strike(request.id, event.id, UNDONE)?;
            }
        }
        for (request, kept) in struck {
            self.stand_again(&request, kept, target.id)?;
        }
        for edit in &edits {
            if let Some(label) = self.later_edit(edit)? {
                return Err(StoreError::Refused(
                    Refusal::new(
                        format!("It cannot be undone: “{label}” was built on it."),
                        "Undo that first.",
                    )
                    .on("operation"),
                ));
            }
            self.put_back(edit)?;
        }
        Ok(())
    }

    /// Records again what a correction had struck, unless something was built on the correction.
    fn stand_again(
        &self,
        request: &Request,
        kept: KeptEvent,
        correction: OperationId,
    ) -> Result<(), StoreError> {
        let later = self.events(request.id, request.regime)?.into_iter().find(|later| {
            later.event.struck.is_none()
                && later.operation > correction
                && later.operation != self.operation()
        });
        if let Some(built) = later {
            return Err(StoreError::Refused(obstacle(request, &built.event)));
        }
        self.record_again(request.id, kept)
    }

    /// A letter as people name it: `HT-011/2`.
    fn name_of(&self, request: &Request, letter: LetterId) -> Result<String, StoreError> {
        let letters = self.letters(request.id)?;
        let kept = letters.iter().find(|kept| kept.facts.id == letter);
        Ok(kept.map_or_else(
            || format!("a letter of {}", request.reference),
            |kept| request.reference.letter(kept.facts.number),
        ))
    }

    fn put_back(&self, edit: &Edit) -> Result<(), StoreError> {
        match (edit.table.as_str(), &edit.before) {
            ("senders", before) => {
                self.put_sender(before.as_ref().map(sender_of).transpose()?.as_ref())
            }
            ("forces", Some(before)) => self.put_force(&force_of(before)?),
            ("forces", None) => {
                let used = self.requests()?.iter().any(|request| request.force_code == edit.key);
                self.nothing_built_on(used)?;
                self.remove_force(&edit.key)
            }
            ("campaigns", None) => {
                let prefix = Prefix::parse(&edit.key)
                    .map_err(|_| StoreError::unknown("prefix", &edit.key))?;
                let Some(campaign) = self.campaign(&prefix)? else { return Ok(()) };
                let used = self.requests()?.iter().any(|request| request.campaign == campaign.id);
                self.nothing_built_on(used)?;
                self.remove_campaign(campaign.id)
            }
            ("sources", None) => self.remove_source(&edit.key),
            (table, _) => Err(StoreError::unknown("edited table", table)),
        }
    }

    fn nothing_built_on(&self, used: bool) -> Result<(), StoreError> {
        if used {
            return Err(StoreError::Refused(
                Refusal::new("It cannot be undone: requests were made with it.", "Keep it.")
                    .on("operation"),
            ));
        }
        Ok(())
    }
}

fn json(text: Option<String>) -> Result<Option<Value>, StoreError> {
    text.map(|text| serde_json::from_str(&text).map_err(|_| StoreError::unknown("edit", &text)))
        .transpose()
}

/// The row as an edit left it.
pub(crate) fn needed_after(edit: &Edit) -> Result<&Value, StoreError> {
    edit.after
        .as_ref()
        .ok_or_else(|| StoreError::unknown("edit without the row after it", &edit.key))
}

pub(crate) fn text(row: &Value, field: &str) -> Option<String> {
    row.get(field).and_then(Value::as_str).map(str::to_owned)
}

pub(crate) fn needed(row: &Value, field: &str) -> Result<String, StoreError> {
    text(row, field).ok_or_else(|| StoreError::unknown("edit without", field))
}

pub(crate) fn lines(row: &Value, field: &str) -> Option<Vec<String>> {
    let lines = row.get(field)?.as_array()?;
    Some(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

pub(crate) fn sender_of(row: &Value) -> Result<Sender, StoreError> {
    Ok(Sender {
        applicant: needed(row, "applicant")?,
        signatory: text(row, "signatory"),
        signatory_title: text(row, "signatory_title"),
        organisation: text(row, "organisation"),
        address: lines(row, "address").unwrap_or_default(),
        email: text(row, "email"),
        telephone: text(row, "telephone"),
    })
}

pub(crate) fn force_of(row: &Value) -> Result<Force, StoreError> {
    let kind: ForceKind = coded("kind of force", &needed(row, "kind")?)?;
    Ok(Force {
        id: ForceId(0),
        code: needed(row, "code")?,
        name: needed(row, "name")?,
        short_name: needed(row, "short_name")?,
        welsh_name: text(row, "welsh_name"),
        nation: needed(row, "nation")?,
        regime: coded_if("regime", text(row, "regime"))?,
        kind,
        legal_authority: text(row, "legal_authority"),
        website: text(row, "website"),
        contact: Contact {
            address: lines(row, "address")
                .zip(text(row, "postcode"))
                .map(|(lines, postcode)| PostalAddress { lines, postcode }),
            address_confirmed_on: date_if("confirmed on", text(row, "address_confirmed_on"))?,
            email: text(row, "email"),
            email_confirmed_on: date_if("confirmed on", text(row, "email_confirmed_on"))?,
        },
        source: needed(row, "source")?,
        confidence: needed(row, "confidence")?,
        built_in: false,
    })
}
