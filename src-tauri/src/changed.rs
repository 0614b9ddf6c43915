//! What the interface hears of a change, after its commit and never before.

use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};

/// The event that tells of a change.
pub const CHANGED: &str = "changed";
/// The event that tells how far a long act has come.
pub const PROGRESS: &str = "progress";

/// A part of what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// The library as a whole.
    Library,
    /// Who writes.
    Sender,
    /// Campaigns.
    Campaigns,
    /// The register.
    Forces,
    /// Requests, and what is worked out from them.
    Requests,
    /// Letters that wait to leave.
    Queue,
    /// What was done.
    History,
    /// The day.
    Today,
}

/// Everything but the day: what another program may have changed.
pub const ALL: &[Tag] = &[
    Tag::Library,
    Tag::Sender,
    Tag::Campaigns,
    Tag::Forces,
    Tag::Requests,
    Tag::Queue,
    Tag::History,
];

#[derive(Clone, Serialize)]
struct Changed<'a> {
    tags: &'a [Tag],
}

/// Tells the interface what changed.
pub fn tell<R: Runtime>(app: &AppHandle<R>, tags: &[Tag]) {
    // A window that is closing hears nothing more; there is nobody to tell of it.
    let _ = app.emit(CHANGED, Changed { tags });
}
