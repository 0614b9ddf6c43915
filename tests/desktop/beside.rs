//! Two windows, one library: the second says who has it, reads everything and changes nothing, and
//! takes it over when the first is closed. The command line writes beside both.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::process::Command;

use tests::driver::Window;
use tests::program::{foi, ran};

use crate::campaign::demonstration;
use crate::main_job::Place;
use crate::trouble_place::{TODAY, keeps_nobody_out};

#[test]
fn a_second_window_reads_beside_the_first_and_takes_over_when_that_is_closed() {
    let place = Place::new();
    demonstration(&place);
    let first = place.window(TODAY);
    first.says("Tuesday 24 November");
    let note = place.library().join("foi-desk.holder");
    let holder = std::fs::read_to_string(&note).expect("who holds the library");
    let process = holder.lines().find_map(|line| line.strip_prefix("process ")).expect("a process");

    let second = Window::open_beside(&place.library(), &place.second_answers(), TODAY);
    second.says("The library is open elsewhere");
    second.says(&format!("FOI Desk, process {process}"));
    second.says("Since");
    keeps_nobody_out(&second, "elsewhere");
    second.press("Try again");
    second.says("The library is open elsewhere");

    second.press("Open to read only");
    second.says("Read only: open in another window");
    keeps_nobody_out(&second, "read-only");
    for (way, words) in [
        ("Board", "Answered"),
        ("Requests", "Avon and Somerset Police"),
        ("Reviews", "Reviews"),
        ("Print", "Print as one job"),
        ("Forces", "Bedfordshire"),
        ("History", "What was done"),
        ("Who writes", "Applicant"),
    ] {
        second.click_link_like(way);
        second.says(words);
        second.says("Read only: open in another window");
    }
    // It writes nothing, says why, and keeps what was typed.
    second.fill("//input[@id='organisation']", "Quayside Project");
    second.press("Save");
    second.says("this window may only read the library");
    assert_eq!(second.value("organisation"), "Quayside Project");
    assert!(rows_say("Quayside Project", &place).is_none(), "nothing was written");

    // What the command line writes beside them is seen in both.
    let mut command = Command::new(foi());
    command.args([
        "sender",
        "set",
        "--applicant",
        "Rosa Whitfield",
        "--address",
        "1 Quay, Hull, HU1 1AA",
    ]);
    command.arg("--library").arg(place.library()).env("FOI_DESK_TODAY", TODAY);
    ran(&mut command).done();
    for window in [&first, &second] {
        window.click_link_like("History");
        window.says("What was done");
        window.says("sender");
    }

    drop(first);
    second.press("Try again");
    second.gone("//*[contains(., 'Read only: open in another window')]");
    second.click_link_like("Who writes");
    second.fill("//input[@id='organisation']", "Quayside Project");
    second.press("Save");
    second.says("Saved who writes");
    drop(second);
    assert!(rows_say("Quayside Project", &place).is_some(), "now it was written");
}

/// The sender's organisation, where it is this.
fn rows_say(organisation: &str, place: &Place) -> Option<String> {
    let desk = desk::Desk::open_to_read(&place.library()).expect("the library");
    let sender = desk.sender().expect("a look").expect("a sender");
    sender.organisation.filter(|found| found == organisation)
}
