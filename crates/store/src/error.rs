//! What can go wrong with the library on disk.

use std::path::PathBuf;

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
    /// The disk is full.
    #[error("The disk is full; nothing was saved.")]
    DiskFull,
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
            Some(_) | None => Self::Database(error),
        }
    }
}

impl StoreError {
    /// A fault with a file.
    pub(crate) fn file(path: &std::path::Path, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::StorageFull {
            return Self::DiskFull;
        }
        Self::File { path: path.to_owned(), source }
    }

    /// A value that is not understood, named with where it stands.
    pub(crate) fn unknown(what: &str, value: &str) -> Self {
        Self::UnknownValue(format!("{what} “{value}”"))
    }
}
