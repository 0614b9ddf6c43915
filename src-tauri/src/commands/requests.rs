//! Requests: lists, one with all that is known of it, what needs doing, and sending a campaign out.

use desk::view::{RequestDetail, RequestView};
use desk::{SendOrder, SendReport, TodayView};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::state::{act_on_many, look};

/// The requests, of one campaign or of all.
#[tauri::command]
pub async fn requests<R: Runtime>(
    app: AppHandle<R>,
    campaign: Arg<Option<String>>,
) -> Answer<Vec<RequestView>> {
    look(&app, move |desk, moment| desk.requests(campaign.0.as_deref(), moment.today)).await
}

/// One request.
#[tauri::command]
pub async fn request<R: Runtime>(
    app: AppHandle<R>,
    reference: Arg<String>,
) -> Answer<RequestDetail> {
    look(&app, move |desk, moment| desk.request(&reference.0, moment.today)).await
}

/// What needs doing today.
#[tauri::command]
pub async fn today<R: Runtime>(app: AppHandle<R>) -> Answer<TodayView> {
    look(&app, |desk, moment| desk.today(moment.today)).await
}

/// Writes and queues a campaign's request to each force.
#[tauri::command]
pub async fn send<R: Runtime>(app: AppHandle<R>, order: Arg<SendOrder>) -> Answer<SendReport> {
    let tags = &[Tag::Requests, Tag::Queue, Tag::Campaigns, Tag::Library, Tag::History];
    act_on_many(&app, tags, move |desk, moment, progress| desk.send(&order.0, moment, progress))
        .await
}
