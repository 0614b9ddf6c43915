//! The queue: printing, and marking letters as having left.

use desk::{PostedLine, PostingLine, PrintReport, SendingOrder, SendingReport};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::printing;
use crate::state::{act, apart, look, shell};

/// The letters that are written and have not left.
#[tauri::command]
pub async fn queue<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<PostingLine>> {
    look(&app, |desk, moment| desk.queue(moment.today)).await
}

/// The letters that left in the last thirty days.
#[tauri::command]
pub async fn posted<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<PostedLine>> {
    look(&app, |desk, moment| desk.posted(moment.today)).await
}

/// Saves the queue as one print job where a person says, and opens it.
#[tauri::command]
pub async fn print<R: Runtime>(app: AppHandle<R>) -> Answer<Option<PrintReport>> {
    let shell = shell(&app);
    apart(move || printing::print_queue(&shell)).await
}

/// Opens the last print job again, or shows it in its folder.
#[tauri::command]
pub async fn show_print_job<R: Runtime>(app: AppHandle<R>, in_folder: Arg<bool>) -> Answer<()> {
    let shell = shell(&app);
    apart(move || printing::show_print_job(&shell, in_folder.0)).await
}

/// What marking letters would come to.
#[tauri::command]
pub async fn sending_preview<R: Runtime>(
    app: AppHandle<R>,
    order: Arg<SendingOrder>,
) -> Answer<SendingReport> {
    look(&app, move |desk, moment| desk.sending_preview(&order.0, moment)).await
}

/// Marks letters as having left.
#[tauri::command]
pub async fn mark_sent<R: Runtime>(
    app: AppHandle<R>,
    order: Arg<SendingOrder>,
) -> Answer<SendingReport> {
    let tags = &[Tag::Requests, Tag::Queue, Tag::Library, Tag::History];
    act(&app, tags, move |desk, moment| desk.mark_as_ordered(&order.0, moment)).await
}
