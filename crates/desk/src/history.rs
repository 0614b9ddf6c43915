//! Undo and redo, and striking an event that was wrong.

use casework::id::{EventId, OperationId};
use serde::Serialize;
use ts_rs::TS;

use crate::error::DeskError;
use crate::input::needed;
use crate::library::{Desk, Moment};
use crate::requests::{find, known};
use crate::view::RequestView;

/// What undo and redo would do, for their buttons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoState {
    /// What undo would take back: the last act of this window that stands.
    pub undo: Option<String>,
    /// Why it cannot be taken back, where it cannot.
    pub why_not: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
}

/// An act that was taken back, or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoneView {
    /// Its number.
    pub operation: i64,
    /// What had been done.
    pub label: String,
}

impl Desk {
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

    /// Takes back the last act that was done at this desk and stands. What another program did
    /// meanwhile is not touched.
    ///
    /// # Errors
    /// Refused, with the obstacle named, or where there is nothing to undo.
    pub fn undo_last(&mut self, moment: Moment) -> Result<UndoneView, DeskError> {
        let undone = self.store.undo_own(moment.now)?;
        Ok(UndoneView { operation: undone.id.0, label: undone.label })
    }

    /// Does again what the last undo at this desk took back; a new act clears it.
    ///
    /// # Errors
    /// Refused where there is nothing to redo.
    pub fn redo(&mut self, moment: Moment) -> Result<UndoneView, DeskError> {
        let redone = self.store.redo(moment.now)?;
        Ok(UndoneView { operation: redone.id.0, label: redone.label })
    }

    /// What [`Desk::undo_last`] would take back, and [`Desk::redo`] do again; nothing where there is
    /// nothing.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn undo_state(&self) -> Result<UndoState, DeskError> {
        let (undo, refusal) = self.store.undoable()?.unzip();
        Ok(UndoState {
            undo,
            why_not: refusal.flatten().map(|refusal| refusal.message),
            redo: self.store.redo_label()?,
        })
    }

    /// A number that changes when another program has changed the library.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn version_of_others(&self) -> Result<i64, DeskError> {
        Ok(self.store.version_of_others()?)
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
        self.store.read(|r| Ok(known(r, row)?.view(r.holidays()?, moment.today)))
    }
}
