//! Each step before posting is taken back and done again in the window; what has left is corrected.
//! What the screen says is compared with what `foi` reads in the library.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use serde_json::{Value, json};

use crate::driver::Window;
use crate::main_job::{Counted, Place, is_job_of, post_all};

const FIRST: &str = "2026-10-15";
const QUESTIONS: &str = "1. How many people were held for more than 24 hours?\n\
    2. Of these, how many\n(a) were charged?\n(b) were released?\n\
    3. Does the force train its custody staff?\n";
const WROTE: &str = "Wrote 48 requests of CU";

fn letters_in_queue(place: &Place, today: &str) -> usize {
    place.data(today, "queue").as_array().expect("a list").len()
}

fn outcome(place: &Place, today: &str, question: &str) -> Value {
    let request = place.data(today, "request show CU-022");
    let questions = request["questions"].as_array().expect("questions").clone();
    let found = questions.into_iter().find(|one| one["question"] == question);
    found.expect("the question")["outcome"].clone()
}

/// Ctrl Z, and the window says what it took back.
fn undo(window: &Window, label: &str) {
    window.leave_fields();
    window.keys(&["Ctrl+z"]);
    window.says(&format!("Undone: {label}"));
}

/// Ctrl Shift Z or Ctrl Y, and the window says what it did again.
fn redo(window: &Window, keys: &str, label: &str) {
    window.keys(&[keys]);
    window.says(&format!("Done again: {label}"));
}

fn from_own_questions_to_a_campaign(window: &Window) -> u32 {
    window.says("Who is asking?");
    let mut person = Counted::new(window);
    person.fill("applicant", "Ann Wyn");
    person.fill("address", "1 Harbour Street\nExeter\nEX1 1AA");
    person.choose("My own questions");
    person.press("Go on to the questions");
    person.fill("title", "Time in police custody");
    person.fill("prefix", "CU");
    person.fill("questions", QUESTIONS);
    // They are shown as they were read, which moves the page.
    window.says("3 questions read");
    person.press("Make the campaign");
    window.says("Write 48 requests");
    person.actions
}

#[test]
fn own_questions_reach_a_print_job_and_each_step_is_taken_back_and_done_again() {
    let place = Place::new();
    let window = place.window(FIRST);
    let actions = from_own_questions_to_a_campaign(&window);
    let campaign = "Made the campaign CU “Time in police custody”";
    undo(&window, campaign);
    assert_eq!(place.data(FIRST, "campaigns list"), json!([]));
    redo(&window, "Ctrl+Shift+z", campaign);
    assert_eq!(place.data(FIRST, "campaigns list")[0]["prefix"], "CU");

    let mut person = Counted::new(&window);
    person.actions = actions;
    person.press("Write 48 requests");
    person.in_dialog("Write 48 requests");
    window.says("48 letters written");
    person.in_dialog("Open print queue");
    window.says("Print as one job");
    assert_eq!(letters_in_queue(&place, FIRST), 48);
    undo(&window, WROTE);
    assert_eq!(letters_in_queue(&place, FIRST), 0);
    redo(&window, "Ctrl+y", WROTE);
    assert_eq!(letters_in_queue(&place, FIRST), 48);
    person.press("Print as one job");
    window.wait_for_file(&place.job());
    println!("from nothing to a saved print job of own questions: {} actions", person.actions);
    assert!(person.actions <= 12, "{} actions", person.actions);
    is_job_of(&place.job(), 48);

    by_the_history(&place, &window);
    an_entry_of_the_register(&place, &window);
    drop(window);
    what_has_left_is_corrected(&place);
    a_reply_is_taken_back_and_corrected(&place);
    assert_eq!(place.data("2026-11-16", "check")["clean"], true);
}

fn by_the_history(place: &Place, window: &Window) {
    window.click_link_like("History");
    window.click(&format!("//li//button[@aria-label='Undo: {WROTE}']"));
    window.says(&format!("Undone: {WROTE}"));
    assert_eq!(letters_in_queue(place, FIRST), 0);
    window.click(&format!("//button[@aria-label='Do again: {WROTE}']"));
    window.says(&format!("Done again: {WROTE}"));
    assert_eq!(letters_in_queue(place, FIRST), 48);
}

fn an_entry_of_the_register(place: &Place, window: &Window) {
    let email = || {
        let forces = place.data(FIRST, "forces list");
        let forces = forces.as_array().expect("a list").clone();
        forces.into_iter().find(|one| one["id"] == "kent").expect("Kent")["email"].clone()
    };
    let right = "foi@kent.example.org";
    let shown = format!("//aside//*[contains(text(), '{right}')]");
    let before = email();
    window.click_link_like("Forces");
    window.fill("//input[@aria-label='Find a force']", "Kent");
    window.click("//td[contains(., 'Kent')]");
    window.element("//aside//code[normalize-space()='kent']");
    window.click("//aside//button[normalize-space()='Edit']");
    window.fill("//aside//input[@id='email']", right);
    window.click("//aside//button[normalize-space()='Save']");
    window.element(&shown);
    assert_eq!(email(), right);
    window.leave_fields();
    window.keys(&["Ctrl+z"]);
    window.gone(&shown);
    assert_eq!(email(), before);
    window.keys(&["Ctrl+Shift+z"]);
    window.element(&shown);
    assert_eq!(email(), right);
}

fn what_has_left_is_corrected(place: &Place) {
    let window = place.window(FIRST);
    window.says("FOI Desk");
    window.click_link_like("Print");
    post_all(&window, "Mark 48 as posted");
    window.says("Every letter has been posted");
    let before = place.data(FIRST, "request show CU-022");
    window.leave_fields();
    window.keys(&["Ctrl+z"]);
    window.says("It cannot be undone: CU-001/1 left on 15 October 2026.");
    window.press("Correct…");
    window.says("CU-001/1 left by post, first class");
    assert_eq!(place.data(FIRST, "request show CU-022"), before);
    drop(window);

    // The next day it is seen that Kent's letter was left behind. Received on Tuesday 20 October, the
    // second working day after; twenty working days on is Tuesday 17 November.
    let today = "2026-10-16";
    let window = place.window(today);
    window.says("FOI Desk");
    window.click_link_like("History");
    let posted = "Marked 48 letters as posted on 15 October 2026";
    window.says("It cannot be undone: CU-001/1 left on 15 October 2026.");
    window.click(&format!("//button[@aria-label='Correct: {posted}']"));
    window.click("//button[starts-with(@aria-label, 'Correct Kent')]");
    window.says("Correct how CU-022/1 left");
    window.set_date("left-on", today);
    window.fill("//dialog//input[@id='reason']", "it was left behind");
    window.says("17 Nov 2026");
    window.in_dialog("Correct it");
    window.gone("//dialog");
    window.says("struck: it was left behind");
    let request = place.data(today, "request show CU-022");
    assert_eq!(
        (&request["sent_on"], &request["response_due"]),
        (&json!(today), &json!("2026-11-17"))
    );
    let others = place.data(today, "request show CU-001");
    assert_eq!(others["sent_on"], FIRST, "the others left when they did");
}

fn a_reply_is_taken_back_and_corrected(place: &Place) {
    let today = "2026-11-16";
    let window = place.window(today);
    window.says("FOI Desk");
    window.keys(&["Ctrl+r"]);
    window.says("Whose reply came?");
    window.fill("//input[@type='search']", "Kent");
    window.keys(&["Enter"]);
    window.says("Kent Police");
    window.set_date("dated", "2026-11-13");
    window.set_date("received", today);
    window.fill("//input[@id='their-reference']", "KENT/7");
    window.tab_to("question");
    window.keys(&["r", "a", "a", "h"]);
    window.press("Save, open request");
    window.says("2 of 4 answered");
    assert_eq!(outcome(place, today, "3"), "not_held");
    let recorded = "Recorded the reply to CU-022";
    undo(&window, recorded);
    window.says("0 of 4 answered");
    assert_eq!(place.data(today, "request show CU-022")["stage"], "awaiting");
    redo(&window, "Ctrl+Shift+z", recorded);
    window.says("2 of 4 answered");
    assert_eq!(outcome(place, today, "3"), "not_held");

    window.click(
        "//li[contains(., 'Reply received')][not(contains(., 'struck'))]//button[normalize-space()='Correct…']",
    );
    window.says("Correct a reply");
    window.fill("//input[@id='reason']", "question 3 was answered");
    window.click("//*[@data-question='3']");
    window.keys(&["a"]);
    window.press("Save the correction");
    window.says("3 of 4 answered");
    window.says("struck: question 3 was answered");
    assert_eq!(outcome(place, today, "3"), "answered");
    let corrected = "Corrected the reply to CU-022";
    undo(&window, corrected);
    window.says("2 of 4 answered");
    assert_eq!(outcome(place, today, "3"), "not_held");
    redo(&window, "Ctrl+y", corrected);
    window.says("3 of 4 answered");
    assert_eq!(place.data(today, "request show CU-022")["their_reference"], "KENT/7");
    assert_eq!(outcome(place, today, "3"), "answered");
}
