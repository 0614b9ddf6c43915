//! A disk that is full: what was typed stays, nothing is half written, and once there is room the same
//! button works.
//!
//! The limit is the system's own on the size of the files that a process writes, set on the window
//! while it runs: it needs no rights. The system answers EFBIG where a full disk answers ENOSPC; that
//! both are told as one is tested in the crate `store`.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::fs;
use std::process::Command;

use tests::driver::Window;

use crate::campaign::demonstration;
use crate::main_job::Place;
use crate::trouble_place::{TODAY, contents, keeps_nobody_out, launcher};

/// A window on a disk that can be full.
struct Limited {
    window: Window,
    process: String,
}

impl Limited {
    /// The signal that goes with the limit is ignored, as on a full disk there is none.
    fn open(place: &Place) -> Self {
        let number = place.answers().join("process");
        let lines = format!("trap '' XFSZ\necho $$ > '{}'", number.display());
        let launcher = launcher(&place.answers(), &lines, "");
        let window = Window::open_by(&launcher, &place.library(), &place.answers(), TODAY);
        window.says("FOI Desk");
        let process = fs::read_to_string(number).expect("the number of the process");
        Self { window, process: process.trim().to_owned() }
    }

    /// Sets how large a file may become, in bytes.
    fn limit(&self, bytes: &str) {
        let set = Command::new("prlimit")
            .args(["--pid", &self.process, &format!("--fsize={bytes}:unlimited")])
            .status();
        assert!(set.expect("prlimit, of the package util-linux").success(), "the limit is set");
    }
}

/// How much a file may hold on the full disk. Less would stop the messages between WebKit's own
/// processes, which are files to the system.
const ROOM: &str = "20000";

/// Saves until the log of the library is longer than that, so that nothing more fits into it.
fn fill_the_log(window: &Window, place: &Place) {
    let log = place.library().join(format!("{}-wal", store::DATABASE));
    let room: u64 = ROOM.parse().expect("a number");
    for number in 1..=20 {
        let name = format!("Quay {number}");
        window.fill("//input[@id='organisation']", &name);
        window.press("Save");
        window.says("Saved who writes");
        window.settled();
        if fs::metadata(&log).is_ok_and(|log| log.len() > room) {
            return;
        }
    }
    panic!("the log does not grow");
}

#[test]
fn what_was_typed_stays_and_the_same_button_saves_it_once_there_is_room() {
    let place = Place::new();
    demonstration(&place);
    let limited = Limited::open(&place);
    let window = &limited.window;
    window.says("Tuesday 24 November");
    window.click_link_like("Who writes");
    fill_the_log(window, &place);
    window.fill("//input[@id='organisation']", "Quayside Project");
    let before = contents(&place.library());
    limited.limit(ROOM);
    window.press("Save");
    window.says("Not saved: the disk is full");
    window.says("Make room on the disk that holds the library, then press the same button again");
    window.says("What you typed is still here");
    assert_eq!(window.value("organisation"), "Quayside Project");
    crate::trouble_place::is_as_it_was(&place.library(), &before);
    limited.limit("unlimited");
    keeps_nobody_out(window, "full-disk");
    window.press("Save");
    window.says("Saved who writes");
    drop(limited);
    let desk = desk::Desk::open(&place.library()).expect("the library");
    assert!(desk.check().expect("a check").clean);
    let sender = desk.sender().expect("a look").expect("a sender");
    assert_eq!(sender.organisation.as_deref(), Some("Quayside Project"));
}

#[test]
fn a_disk_that_fills_while_letters_are_written_leaves_whole_letters_only() {
    let place = Place::new();
    let moment = desk::Moment::noon(TODAY.parse().expect("a day"));
    drop(desk::Desk::create_with_sample(&place.library(), moment).expect("a library"));
    let limited = Limited::open(&place);
    let window = &limited.window;
    window.press("Write 48 requests");
    // The log grows past this after some letters; each letter alone is smaller.
    limited.limit("600000");
    window.in_dialog("Write 48 requests");
    window.says("Not saved: the disk is full");
    let written = {
        let desk = desk::Desk::open_to_read(&place.library()).expect("the library");
        assert!(desk.check().expect("a check").clean, "nothing is half written");
        desk.queue(moment.today).expect("a queue").len()
    };
    assert!((1..48).contains(&written), "it filled half way: {written}");
    limited.limit("unlimited");
    window.in_dialog("Write 48 requests");
    window.says("letters written");
    drop(limited);
    let desk = desk::Desk::open(&place.library()).expect("the library");
    assert_eq!(desk.queue(moment.today).expect("a queue").len(), 48, "each force has one letter");
    assert!(desk.check().expect("a check").clean);
    let left = contents(&place.library());
    assert!(!left.keys().any(|name| name.contains(".unfinished")), "{:?}", left.keys());
}

#[test]
fn a_letter_that_does_not_fit_is_not_kept_in_part() {
    let place = Place::new();
    let moment = desk::Moment::noon(TODAY.parse().expect("a day"));
    drop(desk::Desk::create_with_sample(&place.library(), moment).expect("a library"));
    let limited = Limited::open(&place);
    let window = &limited.window;
    window.press("Write 48 requests");
    // Enough for the log of the first act, too little for a letter of two pages with its fonts.
    limited.limit("20000");
    window.in_dialog("Write 48 requests");
    window.says("Not saved: the disk is full");
    let documents = contents(&place.library().join(store::DOCUMENTS));
    assert_eq!(documents.keys().collect::<Vec<_>>(), Vec::<&String>::new());
}
