//! Migrations: forward only, each in one transaction, each compared by hash with what was applied.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::documents::hash_of;
use crate::error::StoreError;
use crate::fault;

/// One migration, never edited once released.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// 1, 2, 3 … without gaps.
    pub version: i64,
    /// Its file name.
    pub name: &'static str,
    /// Its text.
    pub sql: &'static str,
}

/// All migrations, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "0001_library.sql",
        sql: include_str!("../../../migrations/0001_library.sql"),
    },
    Migration {
        version: 2,
        name: "0002_environmental.sql",
        sql: include_str!("../../../migrations/0002_environmental.sql"),
    },
    Migration {
        version: 3,
        name: "0003_course.sql",
        sql: include_str!("../../../migrations/0003_course.sql"),
    },
];

const APPLIED: &str = "CREATE TABLE IF NOT EXISTS applied_migrations (
  version INTEGER PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT";

/// Brings a database to the last of these migrations. `copy_first`, if given, is where a verified
/// copy of a database that already holds something is put before it is changed.
///
/// # Errors
/// A newer schema, a migration applied in another form, or a fault of the database: in each case the
/// database is as it was.
pub fn migrate_to(
    connection: &mut Connection,
    migrations: &[Migration],
    copy_first: Option<&Path>,
) -> Result<(), StoreError> {
    let found = known_version(connection, migrations)?;
    if migrations.iter().all(|migration| migration.version <= found) {
        return Ok(());
    }
    if let (Some(path), true) = (copy_first, found > 0) {
        verified_copy(connection, path)?;
    }
    // Foreign keys cannot be turned off inside a transaction, and a migration that rebuilds a table
    // needs them off; they are checked before each commit instead.
    connection.pragma_update(None, "foreign_keys", false)?;
    let applied = apply(connection, migrations, found);
    connection.pragma_update(None, "foreign_keys", true)?;
    applied
}

/// The version of a database, if these migrations made it.
///
/// # Errors
/// A newer schema, or one that was made in another way.
pub(crate) fn known_version(
    connection: &Connection,
    migrations: &[Migration],
) -> Result<i64, StoreError> {
    let known = migrations.last().map_or(0, |migration| migration.version);
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(StoreError::NewerLibrary { found, known });
    }
    if found > 0 {
        compare_applied(connection, migrations, found)?;
    }
    Ok(found)
}

fn apply(
    connection: &mut Connection,
    migrations: &[Migration],
    found: i64,
) -> Result<(), StoreError> {
    for migration in migrations.iter().filter(|migration| migration.version > found) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        fault::point();
        transaction.execute_batch(APPLIED)?;
        transaction.execute_batch(migration.sql)?;
        transaction.execute(
            "INSERT INTO applied_migrations (version, name, sha256) VALUES (?1, ?2, ?3)",
            (migration.version, migration.name, hash_of(migration.sql.as_bytes()).as_str()),
        )?;
        transaction.pragma_update(None, "user_version", migration.version)?;
        let orphan: Option<String> = {
            let mut statement = transaction.prepare("PRAGMA foreign_key_check")?;
            let mut rows = statement.query([])?;
            rows.next()?.map(|row| row.get(0)).transpose()?
        };
        if let Some(table) = orphan {
            return Err(StoreError::DamagedSchema(format!("rows of {table} point nowhere")));
        }
        fault::point();
        transaction.commit()?;
    }
    Ok(())
}

fn compare_applied(
    connection: &Connection,
    migrations: &[Migration],
    version: i64,
) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare("SELECT version, sha256 FROM applied_migrations ORDER BY version")
        .map_err(|error| {
            let error = StoreError::from(error);
            if matches!(error, StoreError::Database(_)) {
                StoreError::DamagedSchema("the list of migrations is missing".to_owned())
            } else {
                error
            }
        })?;
    let applied: Vec<(i64, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (version, sha256) in &applied {
        let known = migrations.iter().find(|migration| migration.version == *version);
        if known.is_none_or(|known| hash_of(known.sql.as_bytes()).as_str() != sha256) {
            return Err(StoreError::ChangedMigration(*version));
        }
    }
    let made_by =
        migrations.iter().map(|migration| migration.version).filter(|made| *made <= version);
    if !applied.iter().map(|(version, _)| *version).eq(made_by) {
        return Err(StoreError::DamagedSchema(format!(
            "the list of migrations is not that of schema {version}"
        )));
    }
    Ok(())
}

/// Copies the whole database into a file and checks the copy before anything relies on it.
fn verified_copy(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        std::fs::remove_file(path).map_err(|error| StoreError::file(path, error))?;
    }
    connection.execute("VACUUM INTO ?1", [path.to_string_lossy()])?;
    let copy = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let verdict: String = copy.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if verdict != "ok" {
        return Err(StoreError::DamagedSchema(format!("the copy before migrating: {verdict}")));
    }
    // A copy that a power cut could take away is none.
    std::fs::File::open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| StoreError::file(path, error))
}

/// The whole schema as text, one object after another in order of name: the golden file of the
/// tests, and what a library is compared with each time it is opened.
///
/// # Errors
/// A fault of the database.
pub fn schema_of(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )?;
    let objects =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(objects)
}
