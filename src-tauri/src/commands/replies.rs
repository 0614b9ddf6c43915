//! What came and what happened: replies, acknowledgements, arrivals, notes, and the end of a request.

use std::path::PathBuf;

use desk::{CorrectionInput, CourseKind, Effect, Happening, Recorded, ReplyRows};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::kept_files;
use crate::state::{act, apart, look, shell};

/// What came changes where its request stands.
pub const TAGS: &[Tag] = &[Tag::Requests, Tag::History];

/// Asks a person for files to keep with a letter.
#[tauri::command]
pub async fn choose_files<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<PathBuf>> {
    let shell = shell(&app);
    apart(move || {
        let files = shell.dialogs().choose_files("Choose the files that came");
        shell.note_chosen(&files);
        Ok(files)
    })
    .await
}

/// What a reply would do to its request.
#[tauri::command]
pub async fn reply_effect<R: Runtime>(app: AppHandle<R>, reply: Arg<ReplyRows>) -> Answer<Effect> {
    look(&app, move |desk, moment| desk.reply_effect(&reply.0, moment.today)).await
}

/// Records a reply.
#[tauri::command]
pub async fn record_reply<R: Runtime>(
    app: AppHandle<R>,
    reply: Arg<ReplyRows>,
) -> Answer<Recorded> {
    shell(&app).were_chosen(&reply.0.letter.files)?;
    act(&app, TAGS, move |desk, moment| desk.record_reply_rows(&reply.0, moment)).await
}

/// What something that happened would do to its request.
#[tauri::command]
pub async fn record_effect<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    happening: Arg<Happening>,
) -> Answer<Effect> {
    look(&app, move |desk, moment| desk.record_effect(&reference.0, &happening.0, moment.today))
        .await
}

/// What else can be recorded of a request today.
#[tauri::command]
pub async fn course_kinds<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
) -> Answer<Vec<CourseKind>> {
    look(&app, move |desk, moment| desk.course_kinds(&reference.0, moment.today)).await
}

/// Records an acknowledgement, the arrival of a letter of ours, a note, the end of a request, or what else
/// happens in its course.
#[tauri::command]
pub async fn record<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    happening: Arg<Happening>,
) -> Answer<Recorded> {
    shell(&app).were_chosen(happening.0.files())?;
    act(&app, TAGS, move |desk, moment| desk.record(&reference.0, &happening.0, moment)).await
}

/// What putting outcomes right would do to the request.
#[tauri::command]
pub async fn correction_effect<R: Runtime>(
    app: AppHandle<R>,
    correction: Arg<CorrectionInput>,
) -> Answer<Effect> {
    look(&app, move |desk, moment| desk.correction_effect(&correction.0, moment.today)).await
}

/// Puts outcomes right that a reply is recorded to give.
#[tauri::command]
pub async fn record_correction<R: Runtime>(
    app: AppHandle<R>,
    correction: Arg<CorrectionInput>,
) -> Answer<Recorded> {
    act(&app, TAGS, move |desk, moment| desk.record_correction(&correction.0, moment)).await
}

/// Saves a file that came where a person says; nothing where the person thinks better of it.
#[tauri::command]
pub async fn save_file<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    hash: Arg<String>,
) -> Answer<Option<PathBuf>> {
    let shell = shell(&app);
    apart(move || kept_files::save_file(&shell, &reference.0, &hash.0)).await
}

/// Opens a copy of a file that came in the system's own viewer.
#[tauri::command]
pub async fn open_file<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    hash: Arg<String>,
) -> Answer<()> {
    let shell = shell(&app);
    apart(move || kept_files::open_file(&shell, &reference.0, &hash.0)).await
}
