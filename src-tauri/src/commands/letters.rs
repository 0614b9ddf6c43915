//! Letters: looking at one before it is written, writing, and the pages of those that were kept.

use std::path::PathBuf;

use desk::{LetterOrder, LetterPreview, WriteOrder, WriteReport};
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::preview::page_of;
use crate::printing::save_letter_as;
use crate::state::{act_on_many, apart, look, shell};

/// A letter as it would be.
#[tauri::command]
pub async fn letter_preview<R: Runtime>(
    app: AppHandle<R>,
    order: Arg<LetterOrder>,
) -> Answer<LetterPreview> {
    look(&app, move |desk, _| desk.letter_preview(&order.0)).await
}

/// A page of a letter as it would be: width and height as little-endian u32, then RGBA.
#[tauri::command]
pub async fn preview_page<R: Runtime>(
    app: AppHandle<R>,
    order: Arg<LetterOrder>,
    page: Arg<u32>,
    scale: Arg<f32>,
) -> Answer<Response> {
    let shell = shell(&app);
    apart(move || {
        let pdf = shell.with_desk(|desk| desk.preview_pdf(&order.0))?;
        page_of(&shell, pdf, page.0, scale.0)
    })
    .await
}

/// A page of a kept letter, in the same form.
#[tauri::command]
pub async fn letter_page<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
    page: Arg<u32>,
    scale: Arg<f32>,
) -> Answer<Response> {
    let shell = shell(&app);
    apart(move || {
        let pdf = shell.with_desk(|desk| desk.letter_pdf(&reference.0))?;
        page_of(&shell, pdf, page.0, scale.0)
    })
    .await
}

/// Writes and queues letters.
#[tauri::command]
pub async fn write_letters<R: Runtime>(
    app: AppHandle<R>,
    order: Arg<WriteOrder>,
) -> Answer<WriteReport> {
    let tags = &[Tag::Requests, Tag::Queue, Tag::Library, Tag::History];
    act_on_many(&app, tags, move |desk, moment, progress| {
        desk.write_letters(&order.0, moment, progress)
    })
    .await
}

/// Saves a kept letter where a person says; nothing where the person thinks better of it.
#[tauri::command]
pub async fn save_letter<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
) -> Answer<Option<PathBuf>> {
    let shell = shell(&app);
    apart(move || save_letter_as(&shell, &reference.0)).await
}
