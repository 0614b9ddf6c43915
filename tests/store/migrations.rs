//! A migration is applied whole or not at all, and only ever as it was first applied.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use store::{MIGRATIONS, Migration, StoreError, migrate_to};
use tempfile::TempDir;

const FIRST: Migration = Migration {
    version: 1,
    name: "0001_boxes.sql",
    sql: "CREATE TABLE boxes (id INTEGER PRIMARY KEY, label TEXT NOT NULL) STRICT;
          CREATE TABLE things (id INTEGER PRIMARY KEY, box_id INTEGER REFERENCES boxes (id)) STRICT;",
};

const SECOND: Migration = Migration {
    version: 2,
    name: "0002_colours.sql",
    sql: "CREATE TABLE colours (code TEXT PRIMARY KEY) STRICT;
          INSERT INTO colours (code) VALUES ('red');",
};

/// The third statement goes wrong, after two that did not.
const BREAKS_HALF_WAY: Migration = Migration {
    sql: "CREATE TABLE colours (code TEXT PRIMARY KEY) STRICT;
          UPDATE boxes SET label = 'lost';
          INSERT INTO nowhere (code) VALUES ('red');",
    ..SECOND
};

/// A database at version 1 with a box in it.
fn boxes() -> (TempDir, Connection) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut connection = tests::raw(&database(&folder));
    migrate_to(&mut connection, &[FIRST], None).expect("the first migration");
    connection
        .execute_batch(
            "INSERT INTO boxes (id, label) VALUES (1, 'tea'); INSERT INTO things VALUES (1, 1);",
        )
        .expect("a row");
    (folder, connection)
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("boxes.sqlite")
}

fn version(connection: &Connection) -> i64 {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version")
}

fn label(connection: &Connection) -> String {
    connection.query_row("SELECT label FROM boxes", [], |row| row.get(0)).expect("the box")
}

fn tables(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .expect("a query");
    statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).expect("the tables")
}

fn applied(connection: &Connection) -> Vec<(i64, String)> {
    let mut statement = connection
        .prepare("SELECT version, name FROM applied_migrations ORDER BY version")
        .expect("the list of migrations");
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the applied migrations")
}

fn foreign_keys_are_on(connection: &Connection) -> bool {
    connection.pragma_query_value(None, "foreign_keys", |row| row.get(0)).expect("a setting")
}

/// Version 1 and its data stand as if nothing had been tried.
fn stands_at_version_one(connection: &Connection) {
    assert_eq!(version(connection), 1);
    assert_eq!(label(connection), "tea");
    assert_eq!(tables(connection), ["applied_migrations", "boxes", "things"]);
    assert_eq!(applied(connection), [(1, "0001_boxes.sql".to_owned())]);
    assert!(foreign_keys_are_on(connection), "they are turned off only while migrating");
}

#[test]
fn a_later_migration_keeps_what_was_there() {
    let (_folder, mut connection) = boxes();
    migrate_to(&mut connection, &[FIRST, SECOND], None).expect("the second migration");
    assert_eq!(version(&connection), 2);
    assert_eq!(label(&connection), "tea");
    assert_eq!(applied(&connection).len(), 2);
    assert!(foreign_keys_are_on(&connection));
}

#[test]
fn a_migration_is_not_applied_twice() {
    let (_folder, mut connection) = boxes();
    migrate_to(&mut connection, &[FIRST], None).expect("nothing to do");
    stands_at_version_one(&connection);
}

#[test]
fn a_migration_that_breaks_half_way_leaves_the_version_before_and_its_data() {
    let (_folder, mut connection) = boxes();
    let error =
        migrate_to(&mut connection, &[FIRST, BREAKS_HALF_WAY], None).expect_err("it breaks");
    assert!(matches!(error, StoreError::Database(_)), "{error}");
    stands_at_version_one(&connection);
}

#[test]
fn a_migration_before_the_one_that_breaks_stays_applied() {
    let (_folder, mut connection) = boxes();
    let third =
        Migration { version: 3, name: "0003_broken.sql", sql: "INSERT INTO nowhere VALUES (1);" };
    migrate_to(&mut connection, &[FIRST, SECOND, third], None).expect_err("the third breaks");
    assert_eq!(version(&connection), 2, "each is a transaction of its own");
    assert_eq!(applied(&connection).len(), 2);
}

#[test]
fn a_migration_that_leaves_a_row_pointing_nowhere_is_refused() {
    let (_folder, mut connection) = boxes();
    let orphan = Migration { sql: "DELETE FROM boxes;", ..SECOND };
    let error = migrate_to(&mut connection, &[FIRST, orphan], None).expect_err("an orphan");
    assert!(
        matches!(&error, StoreError::DamagedSchema(what) if what.contains("things")),
        "{error}"
    );
    stands_at_version_one(&connection);
}

#[test]
fn a_migration_may_rebuild_a_table_that_others_point_to() {
    let (_folder, mut connection) = boxes();
    let rebuild = Migration {
        sql: "CREATE TABLE new_boxes (id INTEGER PRIMARY KEY, label TEXT NOT NULL, colour TEXT) STRICT;
              INSERT INTO new_boxes (id, label) SELECT id, label FROM boxes;
              DROP TABLE boxes;
              ALTER TABLE new_boxes RENAME TO boxes;",
        ..SECOND
    };
    migrate_to(&mut connection, &[FIRST, rebuild], None).expect("a rebuild");
    assert_eq!(label(&connection), "tea");
    let things: i64 = connection
        .query_row("SELECT count(*) FROM things WHERE box_id = 1", [], |row| row.get(0))
        .expect("the things");
    assert_eq!(things, 1, "dropping the old table took nothing with it");
}

#[test]
fn a_migration_that_was_edited_after_it_was_applied_is_refused() {
    let (_folder, mut connection) = boxes();
    let edited = Migration { sql: "CREATE TABLE boxes (id INTEGER PRIMARY KEY) STRICT;", ..FIRST };
    for migrations in [vec![edited], vec![edited, SECOND]] {
        let error = migrate_to(&mut connection, &migrations, None).expect_err("another form");
        assert!(matches!(error, StoreError::ChangedMigration(1)), "{error}");
        stands_at_version_one(&connection);
    }
}

#[test]
fn a_version_without_the_migrations_that_made_it_is_refused() {
    let (_folder, mut connection) = boxes();
    connection.execute_batch("DELETE FROM applied_migrations").expect("a list emptied");
    let error =
        migrate_to(&mut connection, &[FIRST, SECOND], None).expect_err("nothing to compare");
    assert!(matches!(error, StoreError::DamagedSchema(_)), "{error}");
    assert_eq!(version(&connection), 1);
    connection.execute_batch("DROP TABLE applied_migrations").expect("a list dropped");
    let error =
        migrate_to(&mut connection, &[FIRST, SECOND], None).expect_err("nothing to compare");
    assert!(matches!(error, StoreError::DamagedSchema(_)), "{error}");
    assert_eq!(version(&connection), 1);
}

#[test]
fn a_database_of_a_newer_version_is_refused_by_name() {
    let (_folder, mut connection) = boxes();
    connection.pragma_update(None, "user_version", 7).expect("a version to come");
    let error = migrate_to(&mut connection, &[FIRST, SECOND], None).expect_err("a newer version");
    assert!(matches!(error, StoreError::NewerLibrary { found: 7, known: 2 }), "{error}");
    assert!(error.to_string().contains("newer version"), "{error}");
    assert_eq!(tables(&connection), ["applied_migrations", "boxes", "things"]);
}

fn the_copy(path: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let copy = Connection::open_with_flags(path, flags).expect("the copy");
    copy.pragma_update(None, "foreign_keys", true).expect("a setting");
    copy
}

#[test]
fn a_copy_of_what_was_there_is_taken_before_a_later_migration() {
    let (folder, mut connection) = boxes();
    let path = folder.path().join("copy.sqlite");
    std::fs::write(&path, "left over from another time").expect("a file in the way");
    migrate_to(&mut connection, &[FIRST, BREAKS_HALF_WAY], Some(&path)).expect_err("it breaks");
    stands_at_version_one(&the_copy(&path));
    migrate_to(&mut connection, &[FIRST, SECOND], Some(&path)).expect("the second migration");
    stands_at_version_one(&the_copy(&path));
    assert_eq!(version(&connection), 2);
}

#[test]
fn no_copy_is_taken_where_nothing_will_change() {
    let (folder, mut connection) = boxes();
    let path = folder.path().join("copy.sqlite");
    migrate_to(&mut connection, &[FIRST], Some(&path)).expect("nothing to do");
    assert!(!path.exists());
    let mut empty = Connection::open_in_memory().expect("a database");
    migrate_to(&mut empty, &[FIRST], Some(&path)).expect("the first migration");
    assert!(!path.exists(), "there was nothing to copy");
}

#[test]
fn a_copy_that_cannot_be_made_stops_the_migration() {
    let (folder, mut connection) = boxes();
    let nowhere = folder.path().join("no such folder").join("copy.sqlite");
    migrate_to(&mut connection, &[FIRST, SECOND], Some(&nowhere))
        .expect_err("no copy, no migration");
    stands_at_version_one(&connection);
}

#[test]
fn migrations_are_numbered_from_one_without_gaps_and_named_for_their_numbers() {
    assert!(!MIGRATIONS.is_empty());
    for (migration, version) in MIGRATIONS.iter().zip(1..) {
        assert_eq!(migration.version, version);
        assert!(migration.name.starts_with(&format!("{version:04}_")), "{}", migration.name);
    }
}

#[test]
fn every_file_of_migrations_is_listed_and_read_as_it_stands() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let files: BTreeSet<String> = std::fs::read_dir(&folder)
        .expect("the folder of migrations")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> =
        MIGRATIONS.iter().map(|migration| migration.name.to_owned()).collect();
    assert_eq!(files, listed);
    for migration in MIGRATIONS {
        let text = std::fs::read_to_string(folder.join(migration.name)).expect("a migration");
        assert_eq!(migration.sql, text, "{}", migration.name);
    }
}
