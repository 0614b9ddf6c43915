//! The library as a whole.

use chrono::NaiveDate;
use desk::{CheckReport, Choices, LibraryState, LibraryView};
use tauri::{AppHandle, Runtime};

use crate::changed;
use crate::error::{Answer, Arg};
use crate::state::{apart, look, shell};

/// Opens the library where it is not open yet, and says how it stands.
#[tauri::command]
pub async fn library_state<R: Runtime>(app: AppHandle<R>) -> Answer<LibraryState> {
    let shell = shell(&app);
    apart(move || shell.library_state()).await
}

/// Makes the library, with the sample campaign if wanted.
#[tauri::command]
pub async fn create_library<R: Runtime>(
    app: AppHandle<R>,
    sample: Arg<bool>,
) -> Answer<LibraryView> {
    let shell = shell(&app);
    let made = apart(move || {
        shell.create_library(|desk, moment| {
            if sample.0 {
                desk.add_sample(moment)?;
            }
            desk.library()
        })
    })
    .await?;
    changed::tell(&app, changed::ALL);
    Ok(made)
}

/// Checks the library.
#[tauri::command]
pub async fn check<R: Runtime>(app: AppHandle<R>) -> Answer<CheckReport> {
    look(&app, |desk, _| desk.check()).await
}

/// What the forms offer, with their words.
#[tauri::command]
pub fn choices() -> Choices {
    Choices::all()
}

/// Reads a date that was typed.
#[tauri::command]
pub fn read_date(field: Arg<String>, text: Arg<String>) -> Answer<NaiveDate> {
    desk::date(&field.0, &text.0)
}

/// Asks a long act to stop after its present item.
#[tauri::command]
pub fn stop_work<R: Runtime>(app: AppHandle<R>) {
    shell(&app).stop_work();
}
