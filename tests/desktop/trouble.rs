//! A library that cannot be opened has a screen of its own that says why, and stays as it was.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::fs;

use tempfile::TempDir;

use crate::driver::Window;

fn screen_of(library: &std::path::Path) -> (String, TempDir) {
    let answers = TempDir::new().expect("a folder");
    let window = Window::open(library, answers.path(), "2026-11-24");
    window.says("Try again");
    (window.text(), answers)
}

#[test]
fn a_damaged_library_is_named_and_left_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let database = folder.path().join("foi-desk.sqlite");
    fs::write(&database, "this was a library once").expect("a file");
    let (text, _answers) = screen_of(folder.path());
    assert!(text.contains("is not a FOI Desk library") || text.contains("damaged"), "{text}");
    assert_eq!(fs::read_to_string(&database).expect("the file"), "this was a library once");
}

#[test]
fn a_newer_library_is_named_and_left_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    drop(store::Store::create(folder.path()).expect("a library"));
    let database = folder.path().join("foi-desk.sqlite");
    let mut bytes = fs::read(&database).expect("its bytes");
    bytes[60..64].copy_from_slice(&99_i32.to_be_bytes());
    fs::write(&database, &bytes).expect("a newer schema");
    let (text, _answers) = screen_of(folder.path());
    assert!(text.contains("newer version"), "{text}");
    assert_eq!(fs::read(&database).expect("its bytes"), bytes);
}
