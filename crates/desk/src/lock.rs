//! One window at a time: an advisory lock on the library. The command line may write beside it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::error::{DeskError, ErrorKind};

/// The file that is locked, in the library's folder. It is empty and stays where it is.
const LOCK: &str = "foi-desk.lock";

/// Who holds the lock, written beside it: on some systems a locked file cannot be read. It goes with
/// the window; what a crash leaves is overwritten by the next.
const HOLDER: &str = "foi-desk.holder";

/// The window that has a library open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Holder {
    /// The number of its process.
    pub process: u32,
    /// The name of its computer, where that has one.
    pub computer: Option<String>,
    /// The instant at which it opened the library.
    pub since: DateTime<Utc>,
}

/// The lock of a window on a library, until it is dropped or the program ends.
#[derive(Debug)]
pub struct LibraryLock {
    holder: PathBuf,
    _file: File,
}

impl LibraryLock {
    /// Locks the library in a folder that is there, and notes who did.
    ///
    /// # Errors
    /// `busy` where another window has it; `not_writable` for a folder that may only be read.
    pub fn take(folder: &Path, now: DateTime<Utc>) -> Result<Self, DeskError> {
        let path = folder.join(LOCK);
        let fault = |error: &std::io::Error| DeskError::writing("library", &path, error);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| fault(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(DeskError::new(
                    ErrorKind::Busy,
                    format!("The library in {} is open in another window.", folder.display()),
                    "Go on in that window, or close it and try again.",
                ));
            }
            Err(TryLockError::Error(error)) => return Err(fault(&error)),
        }
        let holder = folder.join(HOLDER);
        let own = Holder { process: std::process::id(), computer: computer(), since: now };
        // It is a comfort for the other window, and no reason not to open.
        let _ = fs::write(&holder, own.text());
        Ok(Self { holder, _file: file })
    }
}

impl Drop for LibraryLock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.holder);
    }
}

impl Holder {
    /// Who is noted as having the library in this folder open. Only a lock that is held says that it
    /// is true.
    pub fn of(folder: &Path) -> Option<Self> {
        Self::read(&fs::read_to_string(folder.join(HOLDER)).ok()?)
    }

    fn text(&self) -> String {
        let since = self.since.to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut text = format!("process {}\nsince {since}\n", self.process);
        if let Some(computer) = &self.computer {
            text.push_str(&format!("computer {computer}\n"));
        }
        text
    }

    fn read(text: &str) -> Option<Self> {
        let value = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' ')).map(str::trim)
        };
        Some(Self {
            process: value("process")?.parse().ok()?,
            computer: value("computer").map(str::to_owned),
            since: value("since")?.parse().ok()?,
        })
    }
}

/// The name of this computer, where the system tells it without being asked by a library.
fn computer() -> Option<String> {
    let name = fs::read_to_string("/proc/sys/kernel/hostname")
        .or_else(|_| std::env::var("COMPUTERNAME"))
        .or_else(|_| std::env::var("HOSTNAME"))
        .ok()?;
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-11-24T10:42:00Z".parse().expect("an instant")
    }

    #[test]
    fn a_second_window_is_told_by_whom_and_the_first_keeps_its_lock() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let first = LibraryLock::take(folder.path(), now()).expect("the first lock");
        let error = LibraryLock::take(folder.path(), now()).expect_err("the second is refused");
        assert_eq!(error.kind, ErrorKind::Busy);
        let holder = Holder::of(folder.path()).expect("the holder");
        assert_eq!((holder.process, holder.since), (std::process::id(), now()));
        drop(first);
        assert_eq!(Holder::of(folder.path()), None, "it goes with the window");
        LibraryLock::take(folder.path(), now()).expect("free again");
    }

    #[test]
    fn what_is_noted_of_a_holder_is_read_back_and_nonsense_is_not() {
        for computer in [None, Some("harbour street 2".to_owned())] {
            let holder = Holder { process: 42, computer, since: now() };
            assert_eq!(Holder::read(&holder.text()), Some(holder));
        }
        for text in ["", "process 42", "process many\nsince 2026-11-24T10:42:00Z", "since today"] {
            assert_eq!(Holder::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_no_other_window() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let error = LibraryLock::take(&folder.path().join("gone"), now()).expect_err("no folder");
        assert_eq!(error.kind, ErrorKind::Input);
    }
}
