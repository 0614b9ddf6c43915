//! Whether the library can be opened, and what to say where it cannot.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// Whether the library is open, and why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryStateKind {
    /// It is open.
    Open,
    /// There is none yet.
    None,
    /// A newer version wrote it.
    Newer,
    /// It, or a file in it, is damaged.
    Damaged,
    /// Another window has it open.
    Elsewhere,
    /// Its folder cannot be reached: missing, not readable, a full disk.
    Unreachable,
}

/// The library as the window finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryState {
    /// Whether it is open, and why it is not.
    pub kind: LibraryStateKind,
    /// Its folder.
    pub folder: PathBuf,
    /// What is wrong, as a sentence; empty where nothing is.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The day.
    pub today: NaiveDate,
    /// The day in words.
    pub today_words: String,
    /// Police forces in the register.
    pub police_forces: usize,
    /// Campaigns.
    pub campaigns: usize,
    /// Requests.
    pub requests: usize,
    /// Letters that wait to leave.
    pub queued: usize,
    /// Whether a sender is set.
    pub has_sender: bool,
}
