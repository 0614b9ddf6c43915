//! Making and opening a library.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::documents::Documents;
use crate::door::Store;
use crate::error::StoreError;
use crate::migrate::{MIGRATIONS, Migration, known_version, migrate_to, schema_of};
use crate::place::Place;

/// The database in the library's folder.
pub const DATABASE: &str = "foi-desk.sqlite";
/// The folder of documents in the library's folder.
pub const DOCUMENTS: &str = "documents";
/// SQLite's `application_id` of a library: "FOID".
pub const APPLICATION_ID: i32 = 0x464F_4944;

/// Where the copy taken before a migration is kept.
const COPY_BEFORE_MIGRATION: &str = "foi-desk.before-migration.sqlite";

impl Store {
    /// Makes a new library in a folder, which is made too where it is missing.
    ///
    /// # Errors
    /// A library that is there already, or a fault of the disk.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        let database = folder.join(DATABASE);
        if database.exists() && !is_unfinished(&database)? {
            return Err(StoreError::LibraryExists(folder.to_owned()));
        }
        std::fs::create_dir_all(folder).map_err(|error| StoreError::writing(folder, error))?;
        // Made in rollback mode, so that whose it is stands in the file itself, where the next opening
        // looks for it, even if the power fails before the write-ahead log is ever copied back.
        let made = connect(&database).and_then(|mut connection| {
            connection.pragma_update(None, "application_id", APPLICATION_ID)?;
            migrate_to(&mut connection, MIGRATIONS, None)?;
            keep_journal(&connection, Place::of(folder))?;
            Ok(connection)
        });
        let connection = made.map_err(|error| error.of_opening(&database))?;
        let documents = folder.join(DOCUMENTS);
        std::fs::create_dir_all(&documents)
            .map_err(|error| StoreError::writing(&documents, error))?;
        Ok(Self::new(connection, database, Documents::in_folder(&documents)))
    }

    /// Opens the library in a folder, and brings its schema up to date after a verified copy.
    ///
    /// # Errors
    /// No library, another program's file, a newer or damaged schema, a file or folder that may only be
    /// read: each told apart, and the file left as it was.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let database = known_file(folder)?;
        let opened = connect_and_look(folder, &database).and_then(|mut connection| {
            migrate_to(&mut connection, MIGRATIONS, Some(&folder.join(COPY_BEFORE_MIGRATION)))?;
            keep_journal(&connection, Place::of(folder))?;
            Ok(connection)
        });
        let connection = opened.map_err(|error| error.of_opening(&database))?;
        Ok(Self::new(connection, database, Documents::in_folder(&folder.join(DOCUMENTS))))
    }

    /// Opens the library in a folder to be read beside the program that has it open. Nothing can be
    /// written through this door, and nothing of the library is brought up to date.
    ///
    /// # Errors
    /// As for [`Store::open`]; a library of an older version, which its own window brings up to date.
    pub fn open_to_read(folder: &Path) -> Result<Self, StoreError> {
        let database = known_file(folder)?;
        let connection = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(Duration::from_secs(2))?;
        let version = known_version(&connection, MIGRATIONS)?;
        same_schema(&connection, version)?;
        if version != newest() {
            return Err(StoreError::Busy);
        }
        let documents = Documents::to_read(&folder.join(DOCUMENTS));
        Ok(Self::new(connection, database, documents).reading_only())
    }

    /// Opens the file as one that nobody changes: no lock, nothing made beside it, and no look at its
    /// schema. Only where a log was left behind is that read too.
    pub(crate) fn open_untouched(folder: &Path) -> Result<Self, StoreError> {
        let database = known_file(folder)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let log = database.with_file_name(format!("{DATABASE}-wal"));
        let has_log = std::fs::metadata(log).is_ok_and(|log| log.len() > 0);
        let connection = if has_log {
            Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY)?
        } else {
            Connection::open_with_flags(unchanging(&database), flags)?
        };
        let documents = Documents::to_read(&folder.join(DOCUMENTS));
        Ok(Self::new(connection, database, documents).reading_only())
    }
}

/// The name by which SQLite reads a file without touching anything beside it.
fn unchanging(database: &Path) -> String {
    let path = database.to_string_lossy().replace('\\', "/");
    let path = path.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let root = if path.starts_with('/') { "" } else { "/" };
    if database.is_absolute() {
        format!("file:{root}{path}?immutable=1")
    } else {
        format!("file:{path}?immutable=1")
    }
}

fn newest() -> i64 {
    MIGRATIONS.last().map_or(0, |migration| migration.version)
}

/// The file of a library that this version knows, from its first hundred bytes. They are read without
/// SQLite, so that a newer library is not even opened.
fn known_file(folder: &Path) -> Result<PathBuf, StoreError> {
    let database = folder.join(DATABASE);
    if !database.exists() || is_unfinished(&database)? {
        return Err(StoreError::NoLibrary(folder.to_owned()));
    }
    let header = Header::read(&database)?;
    if header.application_id != APPLICATION_ID {
        return Err(StoreError::NotALibrary(database));
    }
    if i64::from(header.user_version) > newest() {
        return Err(StoreError::NewerLibrary {
            found: header.user_version.into(),
            known: newest(),
        });
    }
    Ok(database)
}

/// All looking comes before any writing: what is refused keeps its bytes, and a log that another
/// program left behind is not copied back by us.
fn connect_and_look(folder: &Path, database: &Path) -> Result<Connection, StoreError> {
    let has_log = folder.join(format!("{DATABASE}-wal")).exists();
    let connection = connect(database)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
    let version = known_version(&connection, MIGRATIONS)?;
    same_schema(&connection, version)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(connection)
}

/// A database whose making was cut off before anything was in it.
fn is_unfinished(database: &Path) -> Result<bool, StoreError> {
    let length =
        std::fs::metadata(database).map_err(|error| StoreError::file(database, error))?.len();
    if length == 0 {
        return Ok(true);
    }
    let header = Header::read(database)?;
    Ok(header.application_id == APPLICATION_ID && header.user_version == 0)
}

#[allow(clippy::disallowed_methods, reason = "this is the one place that opens the library")]
fn connect(database: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open(database)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // REPLACE deletes rows; without this it would slip past the triggers that keep events.
    connection.pragma_update(None, "recursive_triggers", true)?;
    Ok(connection)
}

/// On a disk of this computer a log is written ahead: readers see the old state while a write goes on.
/// Elsewhere the journal is plain and the library is held by one program at a time. Which it is stands
/// in the file, so this comes last.
fn keep_journal(connection: &Connection, place: Place) -> Result<(), StoreError> {
    if place.is_shared() {
        connection.pragma_update(None, "journal_mode", "DELETE")?;
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    } else {
        connection.pragma_update(None, "journal_mode", "WAL")?;
    }
    Ok(())
}

/// Compares the library with what the migrations up to its version make: a missing trigger would
/// let history be lost.
fn same_schema(connection: &Connection, version: i64) -> Result<(), StoreError> {
    let mut golden = Connection::open_in_memory()?;
    let made_by: Vec<Migration> =
        MIGRATIONS.iter().copied().filter(|migration| migration.version <= version).collect();
    migrate_to(&mut golden, &made_by, None)?;
    let (expected, found) = (schema_of(&golden)?, schema_of(connection)?);
    for object in &expected {
        if !found.contains(object) {
            return Err(StoreError::DamagedSchema(format!("{} is missing or changed", object.0)));
        }
    }
    match found.iter().find(|object| !expected.contains(object)) {
        Some((name, _)) => Err(StoreError::DamagedSchema(format!("{name} does not belong there"))),
        None => Ok(()),
    }
}

/// The two numbers in the first hundred bytes of a database file.
struct Header {
    application_id: i32,
    user_version: i32,
}

impl Header {
    fn read(database: &Path) -> Result<Self, StoreError> {
        let mut bytes = [0_u8; 100];
        let mut file = File::open(database).map_err(|error| StoreError::file(database, error))?;
        file.read_exact(&mut bytes).map_err(|_| StoreError::NotALibrary(database.to_owned()))?;
        if !bytes.starts_with(b"SQLite format 3\0") {
            return Err(StoreError::NotALibrary(database.to_owned()));
        }
        let number = |at: usize| {
            i32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
        };
        Ok(Self { user_version: number(60), application_id: number(68) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setting<T: rusqlite::types::FromSql>(connection: &Connection, name: &str) -> T {
        connection.pragma_query_value(None, name, |row| row.get(0)).expect("a setting")
    }

    #[test]
    fn the_librarys_own_connection_keeps_keys_and_triggers_and_waits_for_others() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        drop(Store::create(folder.path()).expect("a new library"));
        let database = folder.path().join(DATABASE);
        let connection = connect(&database).expect("a connection");
        assert!(setting::<bool>(&connection, "foreign_keys"));
        assert!(setting::<bool>(&connection, "recursive_triggers"), "REPLACE meets the triggers");
        assert_eq!(setting::<i64>(&connection, "synchronous"), 2, "FULL: a commit is on the disk");
        assert_eq!(setting::<i64>(&connection, "busy_timeout"), 10_000);
        assert_eq!(setting::<String>(&connection, "journal_mode"), "wal");
    }
}
