//! Whether the library can be opened, and what to say where it cannot.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;
use store::{Place, StoreError};
use ts_rs::TS;

use crate::error::{DeskError, ErrorKind};
use crate::library::{Desk, LibraryView, Moment};
use crate::lock::{Holder, LibraryLock};

/// Whether the library is open, and why it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LibraryStateKind {
    /// It is open.
    Open,
    /// It is open to be read: another window has it.
    ReadOnly,
    /// There is none yet.
    None,
    /// There was one, and it is not there now.
    Missing,
    /// A newer version wrote it.
    Newer,
    /// It, or a file in it, is damaged.
    Damaged,
    /// Another window has it open.
    Elsewhere,
    /// It may only be read: its file or its folder.
    NotWritable,
    /// Its disk is full.
    Full,
    /// Its folder cannot be reached.
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
    /// What is well to know of an open library: it lies where others reach it, or lacks its documents.
    pub notices: Vec<String>,
    /// The other window that has it open, where that is known.
    pub holder: Option<Holder>,
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

/// A library that a window has open: with its lock, or to be read beside the window that has that.
#[derive(Debug)]
pub struct OpenLibrary {
    /// The desk.
    pub desk: Desk,
    _lock: Option<LibraryLock>,
}

impl OpenLibrary {
    /// Opens the library for a window.
    ///
    /// # Errors
    /// No library, one that is open elsewhere, newer or damaged, a folder that cannot be reached or
    /// written to: each told apart, and the library left as it was.
    pub fn open(folder: &Path, moment: Moment) -> Result<Self, DeskError> {
        let database = there(folder)?;
        let lock = LibraryLock::take(folder, moment.now)?;
        // A file that may only be read would open, and then refuse what a person has typed.
        std::fs::OpenOptions::new()
            .append(true)
            .open(&database)
            .map_err(|error| DeskError::writing("library", &database, &error))?;
        Ok(Self { desk: Desk::open(folder)?, _lock: Some(lock) })
    }

    /// Opens the library to be read beside the window that has it open.
    ///
    /// # Errors
    /// As for [`OpenLibrary::open`].
    pub fn open_to_read(folder: &Path) -> Result<Self, DeskError> {
        there(folder)?;
        Ok(Self { desk: Desk::open_to_read(folder)?, _lock: None })
    }

    /// Makes a library for a window.
    ///
    /// # Errors
    /// As for [`Desk::create`], or where another window is about the same.
    pub fn create(folder: &Path, moment: Moment) -> Result<Self, DeskError> {
        std::fs::create_dir_all(folder)
            .map_err(|error| DeskError::writing("library", folder, &error))?;
        let lock = LibraryLock::take(folder, moment.now)?;
        Ok(Self { desk: Desk::create(folder, moment)?, _lock: Some(lock) })
    }
}

/// The file of a library whose folder can be read.
fn there(folder: &Path) -> Result<PathBuf, DeskError> {
    if folder.try_exists().is_err() || (folder.exists() && folder.read_dir().is_err()) {
        return Err(DeskError::new(
            ErrorKind::Fault,
            format!("The folder {} cannot be read.", folder.display()),
            "Check that its disk is connected and that you may open it.",
        ));
    }
    let database = folder.join(store::DATABASE);
    if !database.exists() {
        return Err(StoreError::NoLibrary(folder.to_owned()).into());
    }
    Ok(database)
}

impl LibraryState {
    /// The state where the library is not open. A library that was there before and is not now is no
    /// reason to begin another.
    pub fn closed(folder: &Path, error: &DeskError, today: NaiveDate, was_there: bool) -> Self {
        let (mut message, mut hint) = (error.message.clone(), error.hint.clone());
        let kind = match error.kind {
            ErrorKind::NoLibrary if was_there => {
                message = format!("The library that was in {} is not there.", folder.display());
                "Connect its disk, or put the folder back, and try again. Nothing was made in its place."
                    .clone_into(&mut hint);
                LibraryStateKind::Missing
            }
            ErrorKind::NoLibrary => LibraryStateKind::None,
            ErrorKind::NewerLibrary => LibraryStateKind::Newer,
            ErrorKind::Damaged => LibraryStateKind::Damaged,
            ErrorKind::Busy => LibraryStateKind::Elsewhere,
            ErrorKind::NotWritable | ErrorKind::ReadOnly => LibraryStateKind::NotWritable,
            ErrorKind::DiskFull => {
                "The disk that holds the library is full.".clone_into(&mut message);
                "Make room on it and try again.".clone_into(&mut hint);
                LibraryStateKind::Full
            }
            ErrorKind::Fault | ErrorKind::Input | ErrorKind::Refused | ErrorKind::LibraryExists => {
                LibraryStateKind::Unreachable
            }
        };
        let holder = match kind {
            LibraryStateKind::Elsewhere => Holder::of(folder),
            LibraryStateKind::Open
            | LibraryStateKind::ReadOnly
            | LibraryStateKind::None
            | LibraryStateKind::Missing
            | LibraryStateKind::Newer
            | LibraryStateKind::Damaged
            | LibraryStateKind::NotWritable
            | LibraryStateKind::Full
            | LibraryStateKind::Unreachable => None,
        };
        Self {
            kind,
            folder: folder.to_owned(),
            message,
            hint,
            notices: Vec::new(),
            holder,
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
        let (kind, holder) = match self.may_write() {
            Ok(()) => (LibraryStateKind::Open, None),
            Err(_) => (LibraryStateKind::ReadOnly, Holder::of(&folder)),
        };
        Ok(LibraryState {
            kind,
            folder,
            message: String::new(),
            hint: String::new(),
            notices: self.notices()?,
            holder,
            today,
            today_words: day_in_words(today),
            police_forces,
            campaigns,
            requests,
            queued: self.store.read(|r| Ok::<_, DeskError>(crate::queue::queue(r)?.len()))?,
            has_sender: self.sender()?.is_some(),
        })
    }
}

impl Desk {
    /// What is well to know of the library as a whole.
    fn notices(&self) -> Result<Vec<String>, DeskError> {
        let mut notices = Vec::new();
        notices.extend(match self.store.place() {
            Place::Own => None,
            Place::Network => Some(
                "The library lies on another computer. While this window is open, no other program can use it."
                    .to_owned(),
            ),
            Place::Synced(program) => Some(format!(
                "The library lies in a folder that {program} copies. Close this window and let {program} finish before you open it on another computer: changes made on two computers cannot be joined."
            )),
        });
        if self.store.lacks_documents()? {
            notices.push(format!(
                "The folder “{}” is missing from the library: letters and kept files cannot be shown. Put it back from a copy.",
                store::DOCUMENTS
            ));
        }
        Ok(notices)
    }
}

/// The state of the library in a folder, looked at afresh and left closed.
pub fn library_state(folder: &Path, moment: Moment) -> LibraryState {
    OpenLibrary::open(folder, moment)
        .and_then(|library| library.desk.state(moment.today))
        .unwrap_or_else(|error| LibraryState::closed(folder, &error, moment.today, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, 1).expect("a day")
    }

    fn kind(folder: &Path) -> LibraryStateKind {
        library_state(folder, Moment::noon(day())).kind
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
        let error = OpenLibrary::open(&gone, Moment::noon(day())).expect_err("no library");
        let state = LibraryState::closed(&gone, &error, day(), true);
        assert_eq!(state.kind, LibraryStateKind::Missing);
        assert!(state.message.contains("is not there"), "{}", state.message);
        let file = folder.path().join("a file");
        std::fs::write(&file, "").expect("a file");
        assert_eq!(kind(&file), LibraryStateKind::Unreachable);
    }

    #[test]
    fn a_second_window_reads_everything_and_writes_nothing() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let moment = Moment::noon(day());
        let mut first = OpenLibrary::create(folder.path(), moment).expect("a library");
        let state = library_state(folder.path(), moment);
        assert_eq!(state.kind, LibraryStateKind::Elsewhere);
        assert_eq!(state.holder.expect("who has it").since, moment.now);
        let mut second = OpenLibrary::open_to_read(folder.path()).expect("to be read");
        let state = second.desk.state(day()).expect("a state");
        assert_eq!((state.kind, state.police_forces), (LibraryStateKind::ReadOnly, 48));
        assert_eq!(state.holder.expect("who has it").process, std::process::id());
        let error = second.desk.add_sample(moment).expect_err("nothing can be written");
        assert_eq!(error.kind, ErrorKind::ReadOnly);
        assert_eq!(second.desk.may_write().expect_err("the same").kind, ErrorKind::ReadOnly);
        first.desk.add_sample(moment).expect("the first goes on");
        assert_eq!(second.desk.campaigns().expect("campaigns").len(), 1, "what it did is seen");
    }

    #[test]
    fn a_library_in_a_folder_that_is_copied_keeps_a_plain_journal_and_says_so() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let library = folder.path().join("Dropbox/library");
        let mut open = OpenLibrary::create(&library, Moment::noon(day())).expect("a library");
        let state = open.desk.state(day()).expect("a state");
        assert!(state.notices.concat().contains("Dropbox"), "{:?}", state.notices);
        open.desk.add_sample(Moment::noon(day())).expect("it can be written");
        let bytes = std::fs::read(library.join(store::DATABASE)).expect("the file");
        assert_eq!(bytes[18..20], [1, 1], "a plain journal");
        assert!(!library.join("foi-desk.sqlite-wal").exists());
        drop(open);
        // Moved to a disk of one's own, it is like any other.
        let own = folder.path().join("own");
        std::fs::rename(&library, &own).expect("a move");
        let open = OpenLibrary::open(&own, Moment::noon(day())).expect("a library");
        assert_eq!(open.desk.state(day()).expect("a state").notices, [""; 0]);
        let bytes = std::fs::read(own.join(store::DATABASE)).expect("the file");
        assert_eq!(bytes[18..20], [2, 2], "a log");
    }

    #[test]
    fn a_library_without_its_documents_says_so_and_makes_no_empty_folder() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let library = folder.path().join("library");
        crate::demo::demo(&folder.path().join("demo")).expect("a demonstration");
        std::fs::rename(folder.path().join("demo/library"), &library).expect("a move");
        let documents = library.join(store::DOCUMENTS);
        std::fs::rename(&documents, folder.path().join("elsewhere")).expect("a loss");
        let open = OpenLibrary::open(&library, Moment::noon(day())).expect("it opens");
        let notices = open.desk.state(day()).expect("a state").notices;
        assert!(notices.concat().contains("“documents” is missing"), "{notices:?}");
        assert!(!documents.exists(), "an empty one would hide the loss");
        assert!(!open.desk.check().expect("a check").clean);
    }
}
