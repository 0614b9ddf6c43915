//! Who writes.

use desk::SenderView;
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::state::{act, look};

/// The sender, once set.
#[tauri::command]
pub async fn sender<R: Runtime>(app: AppHandle<R>) -> Answer<Option<SenderView>> {
    look(&app, |desk, _| desk.sender()).await
}

/// Sets the sender.
#[tauri::command]
pub async fn set_sender<R: Runtime>(
    app: AppHandle<R>,
    sender: Arg<SenderView>,
) -> Answer<SenderView> {
    let tags = &[Tag::Sender, Tag::Library, Tag::History];
    act(&app, tags, move |desk, moment| desk.set_sender(&sender.0, moment)).await
}
