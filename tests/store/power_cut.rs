//! A power cut at any write: the process dies there, and what is found afterwards is whole, with
//! each step of the story told or not told.

use std::path::Path;
use std::process::Command;

use store::{Store, StoreError};

/// Where the story is to be told, when this test program was started by another.
const FOLDER: &str = "FOI_DESK_TEST_FOLDER";
/// The write at which the process dies (see `store`'s fault points).
const ABORT_AT: &str = "FOI_DESK_ABORT_AT";

/// The steps, in order, as the history labels them.
const LABELS: [&str; 10] = [
    "Bank holidays",
    "Sender",
    "Added Devon and Cornwall Police",
    "New campaign HT",
    "Request to Devon and Cornwall Police",
    "Wrote a letter",
    "Posted a letter",
    "Recorded the reply to HT-001",
    "Undo: Recorded the reply to HT-001",
    "Recorded the reply to HT-001",
];

fn tell(folder: &Path) -> Store {
    let mut store = Store::create(folder).expect("a new library");
    tests::found(&mut store);
    let questions = tests::questions(&store).to_vec();
    let kind = casework::letter::LetterKind::Request;
    let letter = tests::write_letter(&mut store, kind, None, "2026-11-23", questions);
    tests::post(&mut store, letter, "2026-11-23");
    tests::reply(&mut store);
    store.undo(None, tests::noon()).expect("nothing is built on the reply");
    tests::reply(&mut store);
    store
}

fn labels(store: &Store) -> Vec<String> {
    let operations = store.read(|reader| reader.operations()).expect("the history");
    operations.into_iter().rev().map(|operation| operation.label).collect()
}

/// The other test starts this program again for this one test, to die somewhere in it.
#[test]
fn the_story_is_told_to_its_end() {
    let here = tempfile::tempdir().expect("a temporary folder");
    let given = std::env::var_os(FOLDER);
    let folder = given.as_deref().map_or(here.path(), Path::new);
    let store = tell(folder);
    assert_eq!(labels(&store), LABELS);
    assert_eq!(store.check().expect("a library that can be read"), []);
}

#[test]
fn a_power_cut_at_any_write_leaves_every_step_whole_or_untold() {
    let program = std::env::current_exe().expect("this program");
    let mut told: Vec<usize> = Vec::new();
    for write in 1.. {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let ended = Command::new(&program)
            .args(["--exact", "power_cut::the_story_is_told_to_its_end"])
            .env(FOLDER, folder.path())
            .env(ABORT_AT, write.to_string())
            .output()
            .expect("this program, again");
        if ended.status.success() {
            break;
        }
        let died_of = String::from_utf8_lossy(&ended.stdout);
        assert!(
            !died_of.contains("panicked"),
            "write {write}: it failed before it died:\n{died_of}"
        );
        let store = match Store::open(folder.path()) {
            Ok(store) => store,
            // Cut off while it was being made: it can be made again.
            Err(StoreError::NoLibrary(_)) => Store::create(folder.path()).expect("a new library"),
            Err(other) => panic!("write {write}: {other}"),
        };
        assert_eq!(store.check().expect("a library that can be read"), [], "write {write}");
        let found = labels(&store);
        assert_eq!(found, LABELS[..found.len()], "write {write}");
        told.push(found.len());
    }
    assert!(told.is_sorted(), "a later cut never loses an earlier step: {told:?}");
    assert_eq!(told.first(), Some(&0), "the first cuts come before the first step");
    assert_eq!(told.last(), Some(&9), "the last cut comes within the last step");
}
