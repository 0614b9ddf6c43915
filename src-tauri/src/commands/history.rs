//! History: what was done, undo, redo, and striking an event that was wrong.

use desk::view::RequestView;
use desk::{OperationView, UndoState, UndoneView};
use tauri::{AppHandle, Runtime};

use crate::changed;
use crate::error::{Answer, Arg};
use crate::state::{act, look};

/// The acts, the last first.
#[tauri::command]
pub async fn history<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<OperationView>> {
    look(&app, |desk, _| desk.history()).await
}

/// What undo and redo would do.
#[tauri::command]
pub async fn undo_state<R: Runtime>(app: AppHandle<R>) -> Answer<UndoState> {
    look(&app, |desk, _| desk.undo_state()).await
}

/// Takes an act back: the one named, or the last that was done in this window.
#[tauri::command]
pub async fn undo<R: Runtime>(
    app: AppHandle<R>,
    operation: Arg<Option<i64>>,
) -> Answer<UndoneView> {
    act(&app, changed::ALL, move |desk, moment| match operation.0 {
        Some(operation) => desk.undo(Some(operation), moment),
        None => desk.undo_last(moment),
    })
    .await
}

/// Does again what the last undo took back.
#[tauri::command]
pub async fn redo<R: Runtime>(app: AppHandle<R>) -> Answer<UndoneView> {
    act(&app, changed::ALL, |desk, moment| desk.redo(moment)).await
}

/// Strikes an event of a request, with a reason.
#[tauri::command]
pub async fn strike<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    event: Arg<i64>,
    reason: Arg<String>,
) -> Answer<RequestView> {
    act(&app, changed::ALL, move |desk, moment| {
        desk.strike(&reference.0, event.0, &reason.0, moment)
    })
    .await
}
