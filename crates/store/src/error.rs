//! What can go wrong with the library on disk.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use casework::Refusal;

/// A fault of the library, told apart so that each can be explained in its own words.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no library in the folder.
    #[error("There is no FOI Desk library in {}.", .0.display())]
    NoLibrary(PathBuf),
    /// There is a library in the folder already.
    #[error("There is a FOI Desk library in {} already.", .0.display())]
    LibraryExists(PathBuf),
    /// The file is some other program's.
    #[error("{} is not a FOI Desk library.", .0.display())]
    NotALibrary(PathBuf),
    /// The library was written by a newer version.
    #[error(
        "This library was written by a newer version of FOI Desk (schema {found}; this version knows {known}). It was not touched."
    )]
    NewerLibrary {
        /// The schema found.
        found: i64,
        /// The newest schema known here.
        known: i64,
    },
    /// The schema is not what the migrations make, or the file is cut off or overwritten.
    #[error("The library is damaged: {0}. It was not touched.")]
    DamagedSchema(String),
    /// A migration that was applied is not the one known here.
    #[error("Migration {0} was applied in another form. The library was not touched.")]
    ChangedMigration(i64),
    /// A value in the library is not one that this version knows.
    #[error("The library holds a value that is not understood: {0}")]
    UnknownValue(String),
    /// A document's bytes are missing or changed.
    #[error("Document {hash} {what}.")]
    Document {
        /// Its hash.
        hash: String,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The disk is full, or the account may keep no more on it.
    #[error("Not saved: the disk is full.")]
    DiskFull,
    /// A file or a folder of the library may not be written to.
    #[error("The library cannot be changed: {0} may only be read.")]
    NotWritable(String),
    /// The library was opened to be read only.
    #[error("Not saved: this window may only read the library, which is open in another.")]
    ReadOnly,
    /// Another program holds the library for too long.
    #[error("Another program is writing to the library; try again.")]
    Busy,
    /// Reading or writing a file went wrong.
    #[error("{path}: {source}", path = .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database said no.
    #[error("The library could not be read or written: {0}")]
    Database(rusqlite::Error),
    /// What was asked for is refused; nothing was changed.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                Self::Busy
            }
            Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                Self::DamagedSchema(format!("its file is cut off or overwritten ({error})"))
            }
            Some(rusqlite::ErrorCode::ReadOnly) => {
                Self::NotWritable("its file or its folder".to_owned())
            }
            Some(_) | None => Self::Database(error),
        }
    }
}

impl StoreError {
    /// A fault with a file.
    pub(crate) fn file(path: &Path, source: std::io::Error) -> Self {
        if is_full(&source) {
            return Self::DiskFull;
        }
        Self::File { path: path.to_owned(), source }
    }

    /// A fault with a file that was to be written.
    pub(crate) fn writing(path: &Path, source: io::Error) -> Self {
        if [io::ErrorKind::PermissionDenied, io::ErrorKind::ReadOnlyFilesystem]
            .contains(&source.kind())
        {
            return Self::NotWritable(path.display().to_string());
        }
        Self::file(path, source)
    }

    /// A file that could be read, but not opened by SQLite, lies where no journal can be made beside it.
    pub(crate) fn of_opening(self, database: &Path) -> Self {
        if self.is_said_by_sqlite(rusqlite::ErrorCode::CannotOpen) {
            let folder = database.parent().unwrap_or(database);
            return Self::NotWritable(format!("the folder {}", folder.display()));
        }
        self.with_cause(database)
    }

    /// SQLite calls only one of the ways to be full by its name. Where it could not write, a small file
    /// in the library's folder is tried, and says what the system says.
    pub(crate) fn with_cause(self, database: &Path) -> Self {
        if self.is_said_by_sqlite(rusqlite::ErrorCode::SystemIoFailure) && !has_room(database) {
            return Self::DiskFull;
        }
        self
    }

    /// A value that is not understood, named with where it stands.
    pub(crate) fn unknown(what: &str, value: &str) -> Self {
        Self::UnknownValue(format!("{what} “{value}”"))
    }

    fn is_said_by_sqlite(&self, code: rusqlite::ErrorCode) -> bool {
        matches!(self, Self::Database(error) if error.sqlite_error_code() == Some(code))
    }
}

/// Whether the system says in one of its ways that there is no room: on the disk, for the account, or
/// for a file of this size.
pub fn is_full(error: &io::Error) -> bool {
    [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::FileTooLarge]
        .contains(&error.kind())
}

/// What is tried to be written: more than one page of the database.
const TRIED: [u8; 16_384] = [0; 16_384];

/// Whether a file beside the database could grow as the database and its log would have to.
fn has_room(database: &Path) -> bool {
    let log = database.with_extension("sqlite-wal");
    let length = |file: &Path| fs::metadata(file).map_or(0, |found| found.len());
    let tried = database.with_file_name(format!(".foi-desk-room-{}", std::process::id()));
    let result = File::create(&tried).and_then(|mut file| {
        file.seek(SeekFrom::Start(length(database).max(length(&log))))?;
        file.write_all(&TRIED)?;
        file.sync_all()
    });
    let _ = fs::remove_file(&tried);
    !result.is_err_and(|error| is_full(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_be_full_is_known() {
        // ENOSPC, EDQUOT and EFBIG by their numbers on Linux; then others that are not.
        for (number, full) in [(28, true), (122, true), (27, true), (5, false), (13, false)] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!(is_full(&error), full, "{error}");
        }
    }

    #[test]
    fn a_fault_of_the_disk_that_has_room_is_not_called_full() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = folder.path().join("foi-desk.sqlite");
        let failed = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_WRITE);
        let error = StoreError::from(rusqlite::Error::SqliteFailure(failed, None));
        let told = error.with_cause(&database);
        assert!(matches!(told, StoreError::Database(_)), "{told}");
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0, "nothing is left");
    }
}
