//! Undo: a new operation that strikes what another recorded, and puts back what it edited.
//!
//! Refused, with the name of the obstacle, once a letter has left or a later operation was built on
//! it: then only a correction is right.

use std::collections::BTreeSet;

use casework::Refusal;
use casework::campaign::Prefix;
use casework::event::Event;
use casework::force::{Contact, Force, ForceKind, PostalAddress};
use casework::id::{EventId, ForceId, OperationId};
use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::codes::{coded, coded_if, date_if, get};
use crate::door::{Reader, Store, Writer, insert_operation};
use crate::error::StoreError;
use crate::table::bank_holidays;
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
    pub(crate) table: String,
    pub(crate) key: String,
    before: Option<Value>,
    pub(crate) after: Option<Value>,
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

    /// The events of an operation that stand, by request.
    fn events_of(&self, operation: OperationId) -> Result<Vec<(Request, Vec<Event>)>, StoreError> {
        let own = self.recorded_by(operation)?;
        let mut found = Vec::new();
        if own.is_empty() {
            return Ok(found);
        }
        for request in self.requests()? {
            let events = self.events(request.id, request.regime)?.into_iter();
            let mine: Vec<Event> = events
                .map(|kept| kept.event)
                .filter(|event| event.struck.is_none() && own.contains(&event.id))
                .collect();
            if !mine.is_empty() {
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
            "SELECT table_name, row_key, before, after FROM edits
             WHERE operation_id = ?1 ORDER BY id DESC",
        )?;
        let mut rows = statement.query([operation.0])?;
        let mut edits = Vec::new();
        while let Some(row) = rows.next()? {
            edits.push(Edit {
                table: get(row, "table_name")?,
                key: get(row, "row_key")?,
                before: json(get(row, "before")?)?,
                after: json(get(row, "after")?)?,
            });
        }
        Ok(edits)
    }
}

impl Writer<'_> {
    fn take_back(&self, target: &Operation) -> Result<(), StoreError> {
        if let Some(refusal) = self.obstacles()?.to(target) {
            return Err(StoreError::Refused(refusal));
        }
        let struck = self.struck_by_operation(target.id)?;
        for (request, mine) in self.events_of(target.id)? {
            for event in mine.iter().rev() {
                self.strike(request.id, event.id, UNDONE)?;
            }
        }
        for (request, kept) in struck {
            self.record_again(request.id, kept)?;
        }
        for edit in &self.edits_of(target.id)? {
            self.put_back(edit)?;
        }
        Ok(())
    }

    fn put_back(&self, edit: &Edit) -> Result<(), StoreError> {
        match (edit.table.as_str(), &edit.before) {
            ("senders", before) => {
                self.put_sender(before.as_ref().map(sender_of).transpose()?.as_ref())
            }
            ("forces", Some(before)) => self.put_force(&force_of(before)?),
            ("forces", None) => self.remove_force(&edit.key),
            ("campaigns", None) => {
                let prefix = Prefix::parse(&edit.key)
                    .map_err(|_| StoreError::unknown("prefix", &edit.key))?;
                let Some(campaign) = self.campaign(&prefix)? else { return Ok(()) };
                self.remove_campaign(campaign.id)
            }
            ("sources", None) => self.remove_source(&edit.key),
            (bank_holidays::TABLE, before) => {
                let (day, division) = bank_holidays::of_key(&edit.key)?;
                let before = before.as_ref().map(bank_holidays::of_journal).transpose()?;
                self.write_holiday(day, division, before.as_ref())
            }
            (table, _) => Err(StoreError::unknown("edited table", table)),
        }
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
