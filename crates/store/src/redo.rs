//! Redo: what an undo took back is recorded again, under a new operation that takes the undo back.
//!
//! So the operations of one act stand in a row: done, undone, done again. Whoever wants to know
//! whether an act stands looks at the last of its row.

use casework::Refusal;
use casework::event::Fact;
use casework::id::{EventId, OperationId, RequestId};
use chrono::{DateTime, Utc};

use crate::door::{Reader, Store, Writer, insert_operation};
use crate::error::StoreError;
use crate::table::bank_holidays;
use crate::table::events::{KeptEvent, NewEvent};
use crate::table::operations::Operation;
use crate::undo::{Edit, force_of, needed_after, sender_of};

/// The operations, the last first, as undo and redo look at them.
pub(crate) struct Acts(Vec<Operation>);

impl Acts {
    /// The operations, the last first.
    pub(crate) fn all(&self) -> &[Operation] {
        &self.0
    }

    pub(crate) fn find(&self, id: OperationId) -> Option<&Operation> {
        self.0.iter().find(|operation| operation.id == id)
    }

    /// The act that an operation did, took back or did again.
    pub(crate) fn first<'a>(&'a self, operation: &'a Operation) -> &'a Operation {
        let before = operation.undoes.and_then(|id| self.find(id));
        before.map_or(operation, |before| self.first(before))
    }

    /// Whether an operation does something; the others take something back.
    pub(crate) fn does(&self, operation: &Operation) -> bool {
        let before = operation.undoes.and_then(|id| self.find(id));
        before.is_none_or(|before| !self.does(before))
    }

    /// What does something and was not taken back, the last first.
    fn standing(&self) -> impl Iterator<Item = &Operation> {
        self.0.iter().filter(|operation| operation.undone_by.is_none() && self.does(operation))
    }

    /// The last undo, of these operations, that stands and after which nothing new was done.
    pub(crate) fn last_undo(&self, of: &[OperationId]) -> Option<&Operation> {
        self.0
            .iter()
            .take_while(|operation| operation.undoes.is_some())
            .filter(|operation| of.contains(&operation.id))
            .find(|operation| operation.undone_by.is_none() && !self.does(operation))
    }
}

impl Store {
    /// What undo would take back of what was done through this door, as it was labelled, and what
    /// stands in the way of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn undoable(&self) -> Result<Option<(String, Option<Refusal>)>, StoreError> {
        self.read(|r| {
            let acts = r.acts()?;
            let Some(last) = r.last_done(&acts, Some(self.own()))? else { return Ok(None) };
            Ok(Some((acts.first(last).label.clone(), r.obstacles()?.to(last))))
        })
    }

    /// What redo would do again, as it was labelled.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn redo_label(&self) -> Result<Option<String>, StoreError> {
        self.read(|r| {
            let acts = r.acts()?;
            Ok(acts.last_undo(self.own()).map(|undo| acts.first(undo).label.clone()))
        })
    }

    /// Takes back the last act that was done through this door and stands.
    ///
    /// # Errors
    /// Refused with the name of the obstacle, or where there is nothing to undo.
    pub fn undo_own(&mut self, now: DateTime<Utc>) -> Result<Operation, StoreError> {
        let last = self.read(|r| {
            let acts = r.acts()?;
            Ok::<_, StoreError>(r.last_done(&acts, Some(self.own()))?.map(|act| act.id))
        })?;
        let last = last.ok_or_else(|| nothing("There is nothing to undo.").on("operation"))?;
        self.undo(Some(last), now)
    }

    /// Does again what the last undo through this door took back. Anything new that was done since
    /// has cleared it.
    ///
    /// # Errors
    /// Refused where there is nothing to redo; a fault of the database.
    pub fn redo(&mut self, now: DateTime<Utc>) -> Result<Operation, StoreError> {
        let (undo, target, label) = self.read(|r| {
            let acts = r.acts()?;
            let undo = acts
                .last_undo(self.own())
                .ok_or_else(|| nothing("There is nothing to redo.").on("operation"))?;
            let target = undo
                .undoes
                .and_then(|id| acts.find(id))
                .ok_or_else(|| StoreError::UnknownValue("an undo names no operation".to_owned()))?;
            Ok::<_, StoreError>((undo.clone(), target.clone(), acts.first(undo).label.clone()))
        })?;
        let written = format!("Redo: {label}");
        self.write_under(
            now,
            |connection| insert_operation(connection, &written, None, Some(undo.id), now),
            |w| w.do_again(&undo, &target),
        )?;
        Ok(Operation { label, ..target })
    }
}

fn nothing(message: &str) -> Refusal {
    Refusal::new(message, "Look at the history.")
}

impl Reader<'_> {
    pub(crate) fn acts(&self) -> Result<Acts, StoreError> {
        Ok(Acts(self.operations()?))
    }

    /// The last act, of these operations where some are given, that did something which still stands:
    /// one whose events were all struck, or that loaded bank holidays, has nothing to take back and is
    /// passed over.
    pub(crate) fn last_done<'a>(
        &self,
        acts: &'a Acts,
        of: Option<&[OperationId]>,
    ) -> Result<Option<&'a Operation>, StoreError> {
        for operation in acts.standing() {
            let is_asked_for = of.is_none_or(|of| of.contains(&operation.id));
            if is_asked_for && self.left_something(operation.id)? {
                return Ok(Some(operation));
            }
        }
        Ok(None)
    }

    fn left_something(&self, operation: OperationId) -> Result<bool, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "WITH RECURSIVE recorded(id) AS (
               SELECT id FROM events WHERE operation_id = ?1
               UNION SELECT e.id FROM events e JOIN recorded ON e.redo_of = recorded.id)
             SELECT EXISTS (SELECT 1 FROM edits WHERE operation_id = ?1)
                 OR EXISTS (SELECT 1 FROM strikes WHERE operation_id = ?1)
                 OR EXISTS (SELECT 1 FROM recorded
                            WHERE id NOT IN (SELECT event_id FROM strikes))",
        )?;
        Ok(statement.query_row([operation.0], |row| row.get(0))?)
    }

    /// The event as it was recorded last, after any redo.
    fn as_redone(&self, event: EventId) -> Result<EventId, StoreError> {
        let sql = "SELECT max(id) FROM events WHERE redo_of = ?1";
        let again: Option<i64> = self.connection.query_row(sql, [event.0], |row| row.get(0))?;
        again.map_or(Ok(event), |again| self.as_redone(EventId(again)))
    }
}

impl Writer<'_> {
    fn do_again(&self, undo: &Operation, target: &Operation) -> Result<(), StoreError> {
        for (request, kept) in self.struck_by_operation(target.id)? {
            let reason = kept.event.struck.unwrap_or_default();
            self.strike(request.id, self.as_redone(kept.event.id)?, &reason)?;
        }
        let own = self.recorded_by(target.id)?;
        for (request, kept) in self.struck_by_operation(undo.id)? {
            if own.contains(&kept.event.id) {
                self.record_again(request.id, kept)?;
            }
        }
        for edit in self.edits_of(target.id)?.iter().rev() {
            self.edit_again(edit)?;
        }
        Ok(())
    }

    /// Appends an event that was struck as it stood.
    pub(crate) fn record_again(
        &self,
        request: RequestId,
        kept: KeptEvent,
    ) -> Result<(), StoreError> {
        let mut fact = kept.event.fact;
        if let Fact::OutcomeCorrected(correction) = &mut fact {
            correction.of = self.as_redone(correction.of)?;
        }
        if let Fact::ReplyReceived(theirs) = &mut fact {
            let replaced = theirs.supersedes.map(|event| self.as_redone(event));
            theirs.supersedes = replaced.transpose()?;
        }
        self.append(
            request,
            &NewEvent {
                kind: kept.event.kind,
                happened_on: kept.event.happened_on,
                fact,
                note: kept.note,
                documents: kept.documents,
                redo_of: Some(kept.event.id),
            },
        )
        .map(drop)
    }

    fn edit_again(&self, edit: &Edit) -> Result<(), StoreError> {
        if edit.table == bank_holidays::TABLE {
            let (day, division) = bank_holidays::of_key(&edit.key)?;
            return match &edit.after {
                Some(after) => self.put_holiday(&bank_holidays::of_journal(after)?),
                None => self.remove_holiday(day, division),
            };
        }
        let after = needed_after(edit)?;
        match edit.table.as_str() {
            "senders" => self.set_sender(&sender_of(after)?),
            "forces" => match self.force(&edit.key)? {
                Some(before) => {
                    let built_in = before.built_in;
                    let after = casework::force::Force { built_in, ..force_of(after)? };
                    self.change_force(&before, &after)
                }
                None => self.add_force(&force_of(after)?).map(drop),
            },
            "campaigns" => {
                self.add_campaign(&crate::table::campaigns::of_journal(after)?).map(drop)
            }
            "sources" => self.add_source_again(after),
            table => Err(StoreError::unknown("edited table", table)),
        }
    }
}
