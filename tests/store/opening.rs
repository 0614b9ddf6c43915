//! Opening: each thing that is not a library of ours is told apart, and left as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use store::{DATABASE, MIGRATIONS, Store, StoreError, schema_of};
use tempfile::TempDir;
use tests::Library;

/// Every file under a folder with its bytes.
fn bytes_of(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(bytes_of(&path));
        } else {
            files.insert(path.to_string_lossy().into_owned(), fs::read(&path).expect("a file"));
        }
    }
    files
}

/// A closed library in which a story was told, and then something was done to its database.
fn told_and_then(act: impl FnOnce(&rusqlite::Connection)) -> TempDir {
    let folder = Library::with_story().close();
    act(&tests::raw(&folder.path().join(DATABASE)));
    folder
}

/// What opening says, having made sure that it changed nothing.
fn refused(folder: &Path) -> StoreError {
    let before = bytes_of(folder);
    let error = Store::open(folder).expect_err("it must be refused");
    let after = bytes_of(folder);
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        before.keys().collect::<Vec<_>>(),
        "a file came or went: {error}"
    );
    assert!(after == before, "the bytes of a file changed: {error}");
    error
}

#[test]
fn a_library_that_was_closed_opens_as_it_was() {
    let library = Library::with_story();
    let before = library.store.read(|reader| reader.operations()).expect("the history");
    let folder = library.close();
    let store = Store::open(folder.path()).expect("a library");
    assert_eq!(store.read(|reader| reader.operations()).expect("the history"), before);
    assert_eq!(store.check().expect("a library that can be read"), []);
}

#[test]
fn a_folder_without_a_library_is_said_to_have_none_and_none_is_made() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert!(matches!(refused(folder.path()), StoreError::NoLibrary(_)));
    let missing = folder.path().join("not there");
    let error = Store::open(&missing).expect_err("no folder");
    assert!(matches!(&error, StoreError::NoLibrary(named) if *named == missing), "{error}");
    assert!(!missing.exists());
}

#[test]
fn a_file_that_is_no_database_is_not_taken_for_a_library() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for text in ["a shopping list", &"a longer shopping list ".repeat(100)] {
        fs::write(folder.path().join(DATABASE), text).expect("a file");
        assert!(matches!(refused(folder.path()), StoreError::NotALibrary(_)));
        let error = Store::create(folder.path()).expect_err("something is in the way");
        assert!(matches!(error, StoreError::NotALibrary(_)), "{error}");
        assert_eq!(fs::read(folder.path().join(DATABASE)).expect("the file"), text.as_bytes());
    }
}

#[test]
fn another_programs_database_is_not_taken_for_a_library() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let database = folder.path().join(DATABASE);
    tests::raw(&database).execute_batch("CREATE TABLE recipes (id INTEGER)").expect("a table");
    assert!(matches!(refused(folder.path()), StoreError::NotALibrary(_)));
    let before = bytes_of(folder.path());
    let error = Store::create(folder.path()).expect_err("something is in the way");
    assert!(matches!(error, StoreError::LibraryExists(_) | StoreError::NotALibrary(_)), "{error}");
    assert!(bytes_of(folder.path()) == before);
}

#[test]
fn an_empty_file_is_no_library_and_may_become_one() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(DATABASE), "").expect("an empty file");
    assert!(matches!(refused(folder.path()), StoreError::NoLibrary(_)));
    let store = Store::create(folder.path()).expect("the making was cut off before it began");
    assert_eq!(store.check().expect("a library that can be read"), []);
}

#[test]
fn a_library_is_not_made_over_another() {
    let folder = Library::with_story().close();
    let before = bytes_of(folder.path());
    let error = Store::create(folder.path()).expect_err("there is one");
    assert!(matches!(error, StoreError::LibraryExists(_)), "{error}");
    assert!(bytes_of(folder.path()) == before);
}

#[test]
fn a_library_cut_off_within_its_header_is_no_library() {
    let folder = Library::with_story().close();
    let database = folder.path().join(DATABASE);
    let bytes = fs::read(&database).expect("the database");
    fs::write(&database, &bytes[..60]).expect("a file cut off");
    assert!(matches!(refused(folder.path()), StoreError::NotALibrary(_)));
}

#[test]
fn a_library_cut_off_further_on_is_called_damaged() {
    let folder = Library::with_story().close();
    let database = folder.path().join(DATABASE);
    let bytes = fs::read(&database).expect("the database");
    for kept in [bytes.len() / 2, 4096, 5000, 100] {
        fs::write(&database, &bytes[..kept]).expect("a file cut off");
        let error = refused(folder.path());
        assert!(
            matches!(&error, StoreError::DamagedSchema(what) if what.contains("cut off")),
            "{kept} bytes: {error}"
        );
    }
}

#[test]
fn a_library_of_a_newer_version_is_refused_by_name_and_not_touched() {
    let newest = MIGRATIONS.last().expect("a migration").version;
    let folder = told_and_then(|raw| {
        raw.pragma_update(None, "user_version", newest + 1).expect("a version to come");
    });
    let error = refused(folder.path());
    assert!(
        matches!(error, StoreError::NewerLibrary { found, known } if (found, known) == (newest + 1, newest)),
        "{error}"
    );
}

#[test]
fn a_newer_version_that_stands_only_in_the_log_is_refused_and_the_log_left_alone() {
    let folder = Library::with_story().close();
    let database = folder.path().join(DATABASE);
    let newer = tests::raw(&database);
    newer.pragma_update(None, "user_version", 7).expect("a version to come");
    // What lies on the disk when the newer program is cut off now.
    let left = tempfile::tempdir().expect("a temporary folder");
    for name in [DATABASE.to_owned(), format!("{DATABASE}-wal")] {
        fs::copy(folder.path().join(&name), left.path().join(&name)).expect("a copy");
    }
    let before = bytes_of(left.path());
    let error = Store::open(left.path()).expect_err("a newer version");
    assert!(matches!(error, StoreError::NewerLibrary { found: 7, .. }), "{error}");
    let after = bytes_of(left.path());
    for (name, bytes) in before {
        assert!(after.get(&name) == Some(&bytes), "{name} changed");
    }
}

#[test]
fn what_stands_only_in_the_log_is_not_lost() {
    let library = Library::with_story();
    let history = library.store.read(|reader| reader.operations()).expect("the history");
    let left = tempfile::tempdir().expect("a temporary folder");
    let log = format!("{DATABASE}-wal");
    assert!(fs::metadata(library.folder().join(&log)).expect("a log").len() > 0);
    for name in [DATABASE, &log] {
        fs::copy(library.folder().join(name), left.path().join(name)).expect("a copy");
    }
    let store = Store::open(left.path()).expect("a library");
    assert_eq!(store.read(|reader| reader.operations()).expect("the history"), history);
    drop(store);
    assert!(
        !left.path().join(&log).exists(),
        "the log was copied back when the library was closed"
    );
}

#[test]
fn a_library_whose_migration_was_another_is_refused_and_not_touched() {
    let folder = told_and_then(|raw| {
        raw.execute("UPDATE applied_migrations SET sha256 = 'another'", []).expect("a change");
    });
    assert!(matches!(refused(folder.path()), StoreError::ChangedMigration(1)));
}

#[test]
fn a_library_that_lost_a_trigger_is_refused_by_its_name_and_not_touched() {
    let whole = Library::create();
    let triggers: Vec<String> = schema_of(&whole.raw())
        .expect("a schema")
        .into_iter()
        .filter_map(|(name, _)| name.strip_prefix("trigger ").map(str::to_owned))
        .collect();
    assert!(!triggers.is_empty());
    let folder = Library::with_story().close();
    let database = folder.path().join(DATABASE);
    let bytes = fs::read(&database).expect("the database");
    for trigger in triggers {
        tests::raw(&database).execute_batch(&format!("DROP TRIGGER {trigger}")).expect("a loss");
        let error = refused(folder.path());
        assert!(
            matches!(&error, StoreError::DamagedSchema(what) if what.contains(&trigger)),
            "{error}"
        );
        fs::write(&database, &bytes).expect("the database put back");
    }
    Store::open(folder.path()).expect("whole again");
}

#[test]
fn a_library_with_a_changed_or_an_added_object_is_refused_by_its_name() {
    for (change, named) in [
        ("DROP INDEX edits_by_operation", "edits_by_operation"),
        ("ALTER TABLE senders ADD COLUMN fax TEXT", "senders"),
        ("CREATE TABLE diary (id INTEGER)", "diary"),
        (
            "DROP TRIGGER events_no_delete;
             CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END",
            "events_no_delete",
        ),
        ("CREATE TRIGGER quiet AFTER INSERT ON events BEGIN DELETE FROM deadlines; END", "quiet"),
    ] {
        let folder = told_and_then(|raw| raw.execute_batch(change).expect("a change"));
        let error = refused(folder.path());
        assert!(
            matches!(&error, StoreError::DamagedSchema(what) if what.contains(named)),
            "{error}"
        );
    }
}

#[test]
fn a_refused_library_keeps_the_journal_that_it_came_with() {
    // A copy made by another program is often in rollback mode, which the header says.
    let folder = told_and_then(|raw| {
        raw.execute_batch("DROP TRIGGER edits_no_update").expect("a loss");
        raw.pragma_update(None, "journal_mode", "DELETE").expect("another journal");
    });
    assert!(matches!(refused(folder.path()), StoreError::DamagedSchema(_)));
}

#[test]
fn a_library_in_another_journal_mode_is_opened_all_the_same() {
    let folder = told_and_then(|raw| {
        raw.pragma_update(None, "journal_mode", "DELETE").expect("another journal");
    });
    let store = Store::open(folder.path()).expect("a library");
    assert_eq!(store.check().expect("a library that can be read"), []);
}
