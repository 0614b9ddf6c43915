//! Making and opening a library.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::documents::Documents;
use crate::door::Store;
use crate::error::StoreError;
use crate::migrate::{MIGRATIONS, Migration, known_version, migrate_to, schema_of};

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
        std::fs::create_dir_all(folder).map_err(|error| StoreError::file(folder, error))?;
        // Made in rollback mode, so that whose it is stands in the file itself, where the next opening
        // looks for it, even if the power fails before the write-ahead log is ever copied back.
        let mut connection = connect(&database)?;
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        migrate_to(&mut connection, MIGRATIONS, None)?;
        log_ahead(&connection)?;
        Ok(Self::new(connection, Documents::in_folder(&folder.join(DOCUMENTS))?))
    }

    /// Opens the library in a folder, and brings its schema up to date after a verified copy.
    ///
    /// # Errors
    /// No library, another program's file, a newer or damaged schema: each told apart, and the file
    /// left as it was.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let database = folder.join(DATABASE);
        if !database.exists() || is_unfinished(&database)? {
            return Err(StoreError::NoLibrary(folder.to_owned()));
        }
        let newest = MIGRATIONS.last().map_or(0, |migration| migration.version);
        // The header is read first, without SQLite, so that a newer library is not even opened.
        let header = Header::read(&database)?;
        if header.application_id != APPLICATION_ID {
            return Err(StoreError::NotALibrary(database));
        }
        if i64::from(header.user_version) > newest {
            return Err(StoreError::NewerLibrary {
                found: header.user_version.into(),
                known: newest,
            });
        }
        // All looking comes before any writing: what is refused keeps its bytes, and a log that
        // another program left behind is not copied back by us.
        let has_log = folder.join(format!("{DATABASE}-wal")).exists();
        let mut connection = connect(&database)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
        let version = known_version(&connection, MIGRATIONS)?;
        same_schema(&connection, version)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        migrate_to(&mut connection, MIGRATIONS, Some(&folder.join(COPY_BEFORE_MIGRATION)))?;
        log_ahead(&connection)?;
        Ok(Self::new(connection, Documents::in_folder(&folder.join(DOCUMENTS))?))
    }
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

/// Readers see the old state while a write goes on. This is noted in the file, so it comes last.
fn log_ahead(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
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
        File::open(database)
            .and_then(|mut file| file.read_exact(&mut bytes))
            .map_err(|_| StoreError::NotALibrary(database.to_owned()))?;
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
