//! One window at a time: an advisory lock on the library. The command line may write beside it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::{DeskError, ErrorKind};

/// The file that is locked, in the library's folder. It is empty and stays where it is.
const LOCK: &str = "foi-desk.lock";

/// The lock of a window on a library, until it is dropped or the program ends.
#[derive(Debug)]
pub struct LibraryLock {
    _file: File,
}

impl LibraryLock {
    /// Locks the library in a folder that is there.
    ///
    /// # Errors
    /// `busy` where another window has it; a folder that cannot be written to.
    pub fn take(folder: &Path) -> Result<Self, DeskError> {
        let path = folder.join(LOCK);
        let fault = |error: &std::io::Error| DeskError::file("library", &path, error);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| fault(&error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(DeskError::new(
                ErrorKind::Busy,
                format!("The library in {} is open in another window.", folder.display()),
                "Go on in that window, or close it and try again.",
            )),
            Err(TryLockError::Error(error)) => Err(fault(&error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_window_is_told_and_the_first_keeps_its_lock() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let first = LibraryLock::take(folder.path()).expect("the first lock");
        let error = LibraryLock::take(folder.path()).expect_err("the second is refused");
        assert_eq!(error.kind, ErrorKind::Busy);
        drop(first);
        LibraryLock::take(folder.path()).expect("free again");
    }

    #[test]
    fn a_folder_that_is_not_there_is_no_other_window() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let error = LibraryLock::take(&folder.path().join("gone")).expect_err("no folder");
        assert_eq!(error.kind, ErrorKind::Input);
    }
}
