//! Campaigns and their board.

use desk::{BoardView, CampaignView, NewCampaignInput, OutlineView};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::state::{act, look};

/// Every campaign.
#[tauri::command]
pub async fn campaigns<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<CampaignView>> {
    look(&app, |desk, _| desk.campaigns()).await
}

/// One campaign.
#[tauri::command]
pub async fn campaign<R: Runtime>(app: AppHandle<R>, prefix: Arg<String>) -> Answer<CampaignView> {
    look(&app, move |desk, _| desk.campaign(&prefix.0)).await
}

/// Reads numbered text into questions; makes nothing.
#[tauri::command]
pub fn read_questions(text: Arg<String>) -> Answer<OutlineView> {
    Ok(desk::read_questions(&text.0))
}

/// Makes a campaign.
#[tauri::command]
pub async fn new_campaign<R: Runtime>(
    app: AppHandle<R>,
    campaign: Arg<NewCampaignInput>,
) -> Answer<CampaignView> {
    let tags = &[Tag::Campaigns, Tag::Library, Tag::History];
    act(&app, tags, move |desk, moment| desk.new_campaign(&campaign.0.into(), moment)).await
}

/// Adds the sample campaign to the library that is open.
#[tauri::command]
pub async fn add_sample_campaign<R: Runtime>(app: AppHandle<R>) -> Answer<CampaignView> {
    let tags = &[Tag::Campaigns, Tag::Library, Tag::History];
    act(&app, tags, |desk, moment| desk.add_sample_campaign(moment)).await
}

/// A campaign as a table of forces and questions.
#[tauri::command]
pub async fn board<R: Runtime>(app: AppHandle<R>, campaign: Arg<String>) -> Answer<BoardView> {
    look(&app, move |desk, moment| desk.board(&campaign.0, moment.today)).await
}
