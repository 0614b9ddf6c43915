//! What came: replies, acknowledgements, notes, and the end of a request.

use std::path::PathBuf;

use chrono::NaiveDate;
use desk::{Ending, Recorded, ReplyEffect, ReplyRows, TheirLetter};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
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
pub async fn reply_effect<R: Runtime>(
    app: AppHandle<R>,
    reply: Arg<ReplyRows>,
) -> Answer<ReplyEffect> {
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

/// Records that a force acknowledged a request.
#[tauri::command]
pub async fn record_acknowledgement<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    letter: Arg<TheirLetter>,
) -> Answer<Recorded> {
    shell(&app).were_chosen(&letter.0.files)?;
    act(&app, TAGS, move |desk, moment| {
        desk.record_acknowledgement(&reference.0, &letter.0, moment)
    })
    .await
}

/// Records the day on which a letter of ours arrived.
#[tauri::command]
pub async fn record_received<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    on: Arg<NaiveDate>,
) -> Answer<Recorded> {
    act(&app, TAGS, move |desk, moment| desk.record_received(&reference.0, on.0, moment)).await
}

/// Keeps a note with a request.
#[tauri::command]
pub async fn record_note<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    on: Arg<NaiveDate>,
    note: Arg<String>,
) -> Answer<Recorded> {
    act(&app, TAGS, move |desk, moment| desk.record_note(&reference.0, on.0, &note.0, moment)).await
}

/// Ends a request, with a reason.
#[tauri::command]
pub async fn record_end<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    ending: Arg<Ending>,
    on: Arg<NaiveDate>,
    reason: Arg<String>,
) -> Answer<Recorded> {
    act(&app, TAGS, move |desk, moment| {
        desk.record_end(&reference.0, ending.0, on.0, &reason.0, moment)
    })
    .await
}
