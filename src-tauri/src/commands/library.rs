//! The library as a whole.

use chrono::NaiveDate;
use desk::{CheckReport, Choices, LibraryState, LibraryView};
use tauri::{AppHandle, Runtime};

use crate::changed;
use crate::error::{Answer, Arg};
use crate::state::{Shell, apart, shell};

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

/// Opens the library anew, whatever was in the way before.
#[tauri::command]
pub async fn open_again<R: Runtime>(app: AppHandle<R>) -> Answer<LibraryState> {
    opened(app, Shell::open_again).await
}

/// Opens the library to be read, beside the window that has it.
#[tauri::command]
pub async fn open_to_read<R: Runtime>(app: AppHandle<R>) -> Answer<LibraryState> {
    opened(app, Shell::open_to_read).await
}

/// Asks a person for the folder of a library, and works with that from now on; nothing where the person
/// thinks better of it.
#[tauri::command]
pub async fn choose_library<R: Runtime>(app: AppHandle<R>) -> Answer<Option<LibraryState>> {
    opened(app, |shell| {
        let chosen = shell.dialogs().choose_folder("Choose the folder of the library");
        chosen.map(|folder| shell.move_to(&folder)).transpose()
    })
    .await
}

/// Lets a library be begun where another was.
#[tauri::command]
pub async fn begin_anew<R: Runtime>(app: AppHandle<R>) -> Answer<LibraryState> {
    opened(app, Shell::begin_anew).await
}

/// Opens in some way, after which everything may be another.
async fn opened<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    open: impl FnOnce(&Shell) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let shell = shell(&app);
    let opened = apart(move || open(&shell)).await?;
    changed::tell(&app, changed::ALL);
    Ok(opened)
}

/// Checks the library, or its file where it does not open.
#[tauri::command]
pub async fn check<R: Runtime>(app: AppHandle<R>) -> Answer<CheckReport> {
    let shell = shell(&app);
    apart(move || shell.check()).await
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
