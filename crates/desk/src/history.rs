//! History: what was done, undo, and striking an event that was wrong.

use casework::id::{EventId, OperationId};
use law::Coded;
use serde::Serialize;
use ts_rs::TS;

use crate::batch::BatchItem;
use crate::error::DeskError;
use crate::input::needed;
use crate::library::{Desk, Moment};
use crate::requests::{find, known};
use crate::view::RequestView;

/// An act of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperationView {
    /// Its number.
    pub operation: i64,
    /// What was done.
    pub label: String,
    /// When it was recorded (UTC).
    pub recorded_at: String,
    /// The act that it took back.
    pub undoes: Option<i64>,
    /// The act that took it back.
    pub undone_by: Option<i64>,
    /// Its items, for a batch.
    pub items: Vec<BatchItem>,
}

/// An act that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoneView {
    /// Its number.
    pub operation: i64,
    /// What had been done.
    pub label: String,
}

impl Desk {
    /// The acts, the last first.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn history(&self) -> Result<Vec<OperationView>, DeskError> {
        self.store.read(|r| {
            r.operations()?
                .into_iter()
                .map(|operation| {
                    let items = r
                        .items(operation.id)?
                        .into_iter()
                        .map(|item| BatchItem {
                            subject: item.subject,
                            reference: None,
                            state: item.state.code(),
                            reason: item.reason,
                        })
                        .collect();
                    Ok(OperationView {
                        operation: operation.id.0,
                        label: operation.label,
                        recorded_at: operation.recorded_at,
                        undoes: operation.undoes.map(|id| id.0),
                        undone_by: operation.undone_by.map(|id| id.0),
                        items,
                    })
                })
                .collect()
        })
    }

    /// Takes an act back; without a number, the last that was not taken back.
    ///
    /// # Errors
    /// Refused, with the obstacle named, once a letter has left or something was built on it.
    pub fn undo(
        &mut self,
        operation: Option<i64>,
        moment: Moment,
    ) -> Result<UndoneView, DeskError> {
        let undone = self.store.undo(operation.map(OperationId), moment.now)?;
        Ok(UndoneView { operation: undone.id.0, label: undone.label })
    }

    /// Strikes an event of a request, with a reason: how what has left is put right.
    ///
    /// # Errors
    /// Refused without a reason, or for an event that is not there or is struck already.
    pub fn strike(
        &mut self,
        reference: &str,
        event: i64,
        reason: &str,
        moment: Moment,
    ) -> Result<RequestView, DeskError> {
        let reason = needed("reason", reason)?;
        let row = self.store.read(|r| find(r, reference))?.row;
        self.store.strike_event(&row, EventId(event), &reason, moment.now)?;
        self.store.read(|r| Ok(known(r, row)?.view(moment.today)))
    }
}
