//! A library that cannot be opened has a screen of its own that says why, and stays as it was.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::fs;
use std::path::{Path, PathBuf};

use tests::driver::Window;

use crate::campaign::demonstration;
use crate::main_job::Place;
use crate::trouble_place::{
    TODAY, contents, is_as_it_was, keeps_nobody_out, launcher_without_power, mode,
};

fn database(place: &Place) -> PathBuf {
    place.library().join(store::DATABASE)
}

/// What the screen says after something was done to a library; its folder stays as that left it.
fn screen_after(name: &str, act: impl FnOnce(&Place)) -> String {
    let place = Place::new();
    demonstration(&place);
    act(&place);
    let before = contents(&place.library());
    let window = place.window(TODAY);
    window.says("Try again");
    keeps_nobody_out(&window, name);
    window.press("Try again");
    window.says("Try again");
    let text = window.text();
    drop(window);
    is_as_it_was(&place.library(), &before);
    text
}

#[test]
fn a_file_that_is_no_library_is_named() {
    let text = screen_after("no-library", |place| {
        fs::write(database(place), "this was a library once").expect("a file");
    });
    assert!(text.contains("is not a FOI Desk library"), "{text}");
}

#[test]
fn a_newer_library_is_named() {
    let text = screen_after("newer", |place| {
        let mut bytes = fs::read(database(place)).expect("its bytes");
        bytes[60..64].copy_from_slice(&99_i32.to_be_bytes());
        fs::write(database(place), &bytes).expect("a newer schema");
    });
    assert!(text.contains("newer version"), "{text}");
}

#[test]
fn a_damaged_library_is_named_and_what_the_check_says_can_be_seen() {
    let place = Place::new();
    demonstration(&place);
    let bytes = fs::read(database(&place)).expect("its bytes");
    fs::write(database(&place), &bytes[..bytes.len() / 2]).expect("a file cut off");
    let before = contents(&place.library());
    let window = place.window(TODAY);
    window.says("The library is damaged");
    window.press("Show what is damaged");
    window.says("What the check found");
    window.says("foi-desk.sqlite");
    keeps_nobody_out(&window, "damaged");
    drop(window);
    is_as_it_was(&place.library(), &before);
}

/// Overwrites the pages of a table with what no table holds.
fn damage_table(database: &Path, table: &str) {
    let raw = tests::raw(database);
    let page: usize = raw
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
        .expect("the page of a table");
    let size: usize =
        raw.pragma_query_value(None, "page_size", |row| row.get(0)).expect("a size of pages");
    drop(raw);
    let mut bytes = fs::read(database).expect("its bytes");
    bytes[(page - 1) * size..page * size].fill(0xAB);
    fs::write(database, bytes).expect("a damaged page");
}

#[test]
fn a_library_that_is_damaged_while_it_is_open_says_so_and_nothing_more_is_written() {
    let place = Place::new();
    demonstration(&place);
    damage_table(&database(&place), "events");
    let before = contents(&place.library());
    let window = place.window(TODAY);
    // It opens: the register is whole. The first look at a request meets the damage.
    window.says("The library is damaged");
    window.says("the library was left as it is");
    window.press("Show what is damaged");
    window.says("What the check found");
    keeps_nobody_out(&window, "damaged-half-way");
    window.press("Try again");
    window.says("The library is damaged");
    drop(window);
    is_as_it_was(&place.library(), &before);
}

#[test]
fn a_library_whose_disk_is_gone_is_missed_and_none_is_made_in_its_place() {
    let place = Place::new();
    demonstration(&place);
    let window = place.window(TODAY);
    window.says("Tuesday 24 November");
    drop(window);
    let moved = place.library().with_file_name("moved");
    fs::rename(place.library(), &moved).expect("a move");
    let before = contents(&moved);

    let window = place.window(TODAY);
    window.says("The library is not where it was");
    window.says(&place.library().display().to_string());
    keeps_nobody_out(&window, "missing");
    window.press("Try again");
    window.says("The library is not where it was");
    assert!(!place.library().exists(), "nothing is made in its place");
    // Another folder, but there is no library in it.
    fs::write(place.answers().join("choose-folder"), place.answers().display().to_string())
        .expect("an answer");
    window.press("Choose another folder");
    window.says("There is no FOI Desk library");
    is_as_it_was(&moved, &before);
    // The folder was only moved.
    fs::write(place.answers().join("choose-folder"), moved.display().to_string())
        .expect("an answer");
    window.press("Choose another folder");
    window.says("Tuesday 24 November");
    drop(window);
    assert!(!place.library().exists());
}

#[test]
fn another_library_is_begun_only_where_a_person_asks_for_it() {
    let place = Place::new();
    demonstration(&place);
    let window = place.window(TODAY);
    window.says("Tuesday 24 November");
    drop(window);
    fs::remove_dir_all(place.library()).expect("a loss");
    let window = place.window(TODAY);
    window.says("The library is not where it was");
    window.press("Begin a new library here");
    window.says("Who is asking?");
    assert!(!place.library().exists(), "nothing is made yet");
    window.press("Open my desk");
    window.says("Write 48 requests");
    assert!(database(&place).exists());
}

#[test]
fn a_disk_that_comes_back_is_found_by_trying_again() {
    let place = Place::new();
    demonstration(&place);
    let window = place.window(TODAY);
    window.says("Tuesday 24 November");
    drop(window);
    let away = place.library().with_file_name("away");
    fs::rename(place.library(), &away).expect("a disk that is unplugged");
    let window = place.window(TODAY);
    window.says("The library is not where it was");
    fs::rename(&away, place.library()).expect("a disk that is plugged in");
    window.press("Try again");
    window.says("Tuesday 24 November");
}

/// What the screen says of a library whose file or folder may only be read.
fn screen_of_read_only(name: &str, set: impl Fn(&Place, u32, u32)) -> String {
    let place = Place::new();
    demonstration(&place);
    let launcher = launcher_without_power(&place.answers());
    set(&place, 0o444, 0o555);
    let before = contents(&place.library());
    let window = Window::open_by(&launcher, &place.library(), &place.answers(), TODAY);
    window.says("The library may only be read");
    keeps_nobody_out(&window, name);
    let text = window.text();
    is_as_it_was(&place.library(), &before);
    // Once it may be written to, the same button opens it.
    set(&place, 0o644, 0o755);
    window.press("Try again");
    window.says("Tuesday 24 November");
    text
}

#[test]
fn a_file_that_may_only_be_read_has_its_own_words() {
    let text = screen_of_read_only("read-only-file", |place, file, _| mode(&database(place), file));
    assert!(text.contains("foi-desk.sqlite may only be read"), "{text}");
    assert!(text.contains("Ask for the right to write there"), "{text}");
}

#[test]
fn a_folder_that_may_only_be_read_has_its_own_words() {
    let text = screen_of_read_only("read-only-folder", |place, file, folder| {
        mode(&database(place), file);
        mode(&place.library(), folder);
    });
    assert!(text.contains("may only be read"), "{text}");
}

#[test]
fn a_folder_that_is_copied_to_other_computers_is_said() {
    let place = Place::new();
    demonstration(&place);
    let library = place.library().with_file_name("Dropbox").join("library");
    fs::create_dir_all(library.parent().expect("a folder")).expect("a folder");
    fs::rename(place.library(), &library).expect("a move");
    let window = Window::open(&library, &place.answers(), TODAY);
    window.says("Tuesday 24 November");
    window.says("lies in a folder that Dropbox copies");
    keeps_nobody_out(&window, "copied-folder");
    let bytes = fs::read(library.join(store::DATABASE)).expect("its bytes");
    assert_eq!(bytes[18..20], [1, 1], "a plain journal");
    assert!(!library.join("foi-desk.sqlite-wal").exists(), "no log beside it");
}

#[test]
fn letters_whose_files_are_gone_say_so_and_the_rest_can_be_used() {
    let place = Place::new();
    demonstration(&place);
    let documents = place.library().join(store::DOCUMENTS);
    fs::rename(&documents, documents.with_file_name("lost")).expect("a loss");
    let window = place.window(TODAY);
    window.says("Tuesday 24 November");
    window.says("The folder “documents” is missing from the library");
    keeps_nobody_out(&window, "no-documents");
    assert!(!documents.exists(), "an empty folder would hide the loss");
    window.click_link_like("Print");
    window.press("Print the letter");
    window.says("is missing from the library");
    assert!(!place.job().exists(), "no job without its letters");
}
