//! The register of forces.

use chrono::NaiveDate;
use desk::{ContactPart, ForceEdit, ForceView, NewForce};
use tauri::{AppHandle, Runtime};

use crate::changed::Tag;
use crate::error::{Answer, Arg};
use crate::state::{act, look};

/// A name or an address stands in every list.
const TAGS: &[Tag] = &[Tag::Forces, Tag::Requests, Tag::Queue, Tag::History];

/// Every force.
#[tauri::command]
pub async fn forces<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<ForceView>> {
    look(&app, |desk, _| desk.forces()).await
}

/// Changes the entry of a force.
#[tauri::command]
pub async fn edit_force<R: Runtime>(
    app: AppHandle<R>,
    force: Arg<String>,
    edit: Arg<ForceEdit>,
) -> Answer<ForceView> {
    act(&app, TAGS, move |desk, moment| desk.edit_force(&force.0, &edit.0, moment)).await
}

/// Notes that a person confirmed parts of the contact; today where no day is given.
#[tauri::command]
pub async fn confirm_force<R: Runtime>(
    app: AppHandle<R>,
    force: Arg<String>,
    parts: Arg<Vec<ContactPart>>,
    on: Arg<Option<NaiveDate>>,
) -> Answer<ForceView> {
    act(&app, TAGS, move |desk, moment| {
        desk.confirm_force(&force.0, &parts.0, on.0.unwrap_or(moment.today), moment)
    })
    .await
}

/// Adds a force to the register.
#[tauri::command]
pub async fn add_force<R: Runtime>(app: AppHandle<R>, force: Arg<NewForce>) -> Answer<ForceView> {
    act(&app, TAGS, move |desk, moment| desk.add_force(&force.0, moment)).await
}
