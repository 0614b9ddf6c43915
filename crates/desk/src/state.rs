//! Whether the library can be opened, and what to say where it cannot.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::error::{DeskError, ErrorKind};
use crate::library::{Desk, LibraryView};
use crate::lock::LibraryLock;

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
    /// Its folder cannot be reached or written to: missing, not readable, a full disk.
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

/// A library that a window has open, with its lock.
#[derive(Debug)]
pub struct OpenLibrary {
    /// The desk.
    pub desk: Desk,
    _lock: LibraryLock,
}

impl OpenLibrary {
    /// Opens the library for a window.
    ///
    /// # Errors
    /// No library, one that is open elsewhere, newer or damaged, a folder that cannot be reached: each
    /// told apart, and the library left as it was.
    pub fn open(folder: &Path) -> Result<Self, DeskError> {
        if folder.try_exists().is_err() || (folder.exists() && folder.read_dir().is_err()) {
            return Err(DeskError::new(
                ErrorKind::Fault,
                format!("The folder {} cannot be read.", folder.display()),
                "Check that its disk is connected and that you may open it.",
            ));
        }
        if !folder.join(store::DATABASE).exists() {
            return Err(store::StoreError::NoLibrary(folder.to_owned()).into());
        }
        let lock = LibraryLock::take(folder)?;
        Ok(Self { desk: Desk::open(folder)?, _lock: lock })
    }

    /// Makes a library for a window.
    ///
    /// # Errors
    /// As for [`Desk::create`], or where another window is about the same.
    pub fn create(folder: &Path, moment: crate::Moment) -> Result<Self, DeskError> {
        std::fs::create_dir_all(folder)
            .map_err(|error| DeskError::file("library", folder, &error))?;
        let lock = LibraryLock::take(folder)?;
        Ok(Self { desk: Desk::create(folder, moment)?, _lock: lock })
    }
}

impl LibraryState {
    /// The state where the library is not open. A library that was there before and is not now is no
    /// reason to begin another.
    pub fn closed(folder: &Path, error: &DeskError, today: NaiveDate, was_there: bool) -> Self {
        let (mut message, mut hint) = (error.message.clone(), error.hint.clone());
        let kind = match error.kind {
            ErrorKind::NoLibrary if was_there => {
                message = format!("The library that was in {} is not there.", folder.display());
                "Check that its disk is connected and its folder was not moved."
                    .clone_into(&mut hint);
                LibraryStateKind::Unreachable
            }
            ErrorKind::NoLibrary => LibraryStateKind::None,
            ErrorKind::NewerLibrary => LibraryStateKind::Newer,
            ErrorKind::Damaged => LibraryStateKind::Damaged,
            ErrorKind::Busy => LibraryStateKind::Elsewhere,
            ErrorKind::DiskFull
            | ErrorKind::Fault
            | ErrorKind::Input
            | ErrorKind::Refused
            | ErrorKind::LibraryExists => LibraryStateKind::Unreachable,
        };
        Self {
            kind,
            folder: folder.to_owned(),
            message,
            hint,
            today,
            today_words: day_in_words(today),
            police_forces: 0,
            campaigns: 0,
            requests: 0,
            queued: 0,
            has_sender: false,
        }
    }
}

fn day_in_words(day: NaiveDate) -> String {
    format!("{} {}", day.format("%A"), casework::clock::words(day))
}

impl Desk {
    /// The state of this open library.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn state(&self, today: NaiveDate) -> Result<LibraryState, DeskError> {
        let LibraryView { folder, police_forces, campaigns, requests, .. } = self.library()?;
        Ok(LibraryState {
            kind: LibraryStateKind::Open,
            folder,
            message: String::new(),
            hint: String::new(),
            today,
            today_words: day_in_words(today),
            police_forces,
            campaigns,
            requests,
            queued: self.queue()?.len(),
            has_sender: self.sender()?.is_some(),
        })
    }
}

/// The state of the library in a folder, looked at afresh and left closed.
pub fn library_state(folder: &Path, today: NaiveDate) -> LibraryState {
    OpenLibrary::open(folder)
        .and_then(|library| library.desk.state(today))
        .unwrap_or_else(|error| LibraryState::closed(folder, &error, today, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, 1).expect("a day")
    }

    fn kind(folder: &Path) -> LibraryStateKind {
        library_state(folder, day()).kind
    }

    #[test]
    fn each_state_of_a_library_is_told_apart() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let library = folder.path().join("library");
        assert_eq!(kind(&library), LibraryStateKind::None);
        assert!(!library.exists(), "looking makes nothing");
        let open = OpenLibrary::create(&library, Moment::noon(day())).expect("a library");
        assert_eq!(kind(&library), LibraryStateKind::Elsewhere);
        let state = open.desk.state(day()).expect("a state");
        assert_eq!((state.kind, state.police_forces), (LibraryStateKind::Open, 48));
        assert_eq!(state.today_words, "Friday 1 May 2026");
        drop(open);
        assert_eq!(kind(&library), LibraryStateKind::Open);
        let file = library.join(store::DATABASE);
        let mut bytes = std::fs::read(&file).expect("the file");
        bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
        std::fs::write(&file, &bytes).expect("a newer file");
        assert_eq!(kind(&library), LibraryStateKind::Newer);
        std::fs::write(&file, b"not a library").expect("a damaged file");
        assert_eq!(kind(&library), LibraryStateKind::Damaged);
        assert_eq!(std::fs::read(&file).expect("the file"), b"not a library");
        let gone = folder.path().join("gone");
        let error = OpenLibrary::open(&gone).expect_err("no library");
        let state = LibraryState::closed(&gone, &error, day(), true);
        assert_eq!(state.kind, LibraryStateKind::Unreachable);
        assert!(state.message.contains("is not there"), "{}", state.message);
        let file = folder.path().join("a file");
        std::fs::write(&file, "").expect("a file");
        assert_eq!(kind(&file), LibraryStateKind::Unreachable);
    }
}
