//! What happens beside a reply, recorded in the window by keys alone: each is looked at before it is
//! saved, read back by `foi`, and undone.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::process::Command;

use chrono::NaiveDate;
use desk::{
    Departure, Desk, Moment, OutcomeRow, PostClass, ReplyRows, SendOrder, TheirLetter, WhatToWrite,
    WhichRequests, WriteOrder,
};
use serde_json::{Value, json};
use tests::day;
use tests::program::{foi, ran};

use crate::driver::Window;
use crate::main_job::Place;

const TODAY: &str = "2026-12-14";
const REQUEST: &str = "HT-001";

/// One request: posted, answered in part, and a review of it asked by post on 20 November.
fn in_review(place: &Place) {
    let on = |date: &str| Moment::noon(day(date));
    let mut desk = Desk::create_with_sample(&place.library(), on("2026-10-15")).expect("a library");
    let order = SendOrder {
        campaign: "HT".to_owned(),
        dated: day("2026-10-16"),
        forces: vec!["kent".to_owned()],
        out: None,
    };
    desk.send(&order, on("2026-10-16"), &mut *desk::batch::silently()).expect("a letter");
    let by_post = Departure::Posted { class: PostClass::First };
    let request = [REQUEST.to_owned()];
    desk.mark_sent(&request, by_post, day("2026-10-16"), None, on("2026-10-16")).expect("it left");
    let row = |question: &str, outcome: &str| OutcomeRow {
        question: question.to_owned(),
        outcome: outcome.to_owned(),
        ..OutcomeRow::default()
    };
    let reply = ReplyRows {
        request: REQUEST.to_owned(),
        letter: TheirLetter { dated: day("2026-11-13"), ..TheirLetter::default() },
        outcomes: vec![row("1", "R"), row("2a", "A"), row("6", "H")],
        ..ReplyRows::default()
    };
    desk.record_reply_rows(&reply, on("2026-11-16")).expect("a reply");
    let review = WriteOrder {
        what: WhatToWrite::Review,
        which: WhichRequests::Named(request.to_vec()),
        dated: day("2026-11-20"),
        reply_by: None,
        out: None,
    };
    desk.write_letters(&review, on("2026-11-20"), &mut *desk::batch::silently()).expect("a review");
    desk.mark_sent(&request, by_post, day("2026-11-20"), None, on("2026-11-20")).expect("it left");
}

/// A person at the keyboard, with `foi` beside the window.
struct Person<'a> {
    place: &'a Place,
    window: &'a Window,
}

impl Person<'_> {
    /// What `foi` says of the request, or of the reviews.
    fn foi(&self, line: &str) -> Value {
        let mut command = Command::new(foi());
        command
            .args(line.split_whitespace())
            .arg("--json")
            .env("FOI_DESK_TODAY", TODAY)
            .env("FOI_DESK_LIBRARY", self.place.library());
        ran(&mut command).done().json()
    }

    fn request(&self) -> Value {
        self.foi(&format!("request show {REQUEST}"))
    }

    fn due(&self, limit: &str) -> Option<NaiveDate> {
        let request = self.request();
        let limits = request["deadlines"].as_array().expect("limits").clone();
        let found = limits.into_iter().find(|one| one["limit"] == limit)?;
        Some(day(found["due"].as_str().expect("a day")))
    }

    fn stage(&self) -> String {
        self.request()["stage"].as_str().expect("a stage").to_owned()
    }

    /// The events of a kind that count.
    fn events(&self, kind: &str) -> usize {
        let request = self.request();
        let events = request["correspondence"].as_array().expect("events");
        events.iter().filter(|one| one["kind"] == kind && one["struck"].is_null()).count()
    }

    fn types(&self, text: &str) {
        for sign in text.chars() {
            self.window.keys(&[&sign.to_string()]);
        }
    }

    /// Opens the menu and takes the item at this place.
    fn takes(&self, item: usize) {
        self.window.settled();
        self.window.keys(&["m"]);
        self.window.element("//*[@role='menu']");
        self.window.keys(&vec!["Down"; item]);
        self.window.keys(&["Enter"]);
    }

    fn opens(&self, item: usize, title: &str) {
        self.takes(item);
        self.window.element(&format!("//dialog[.//h2[normalize-space()='{title}']]"));
        self.window.settled();
    }

    /// The row of the effect whose head begins so: waits for it, then gives its words.
    fn foreseen(&self, head: &str) -> String {
        let row = format!(
            "//section[@aria-labelledby='effect-title']//tr[starts-with(normalize-space(th), '{head}')]"
        );
        self.window.element(&row);
        let words = "return document.evaluate(arguments[0], document, null, 9, null)\
            .singleNodeValue.innerText";
        let words = self.window.script(words, &[json!(row)]);
        words.as_str().expect("words").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn saves(&self, done: &str) {
        self.window.keys(&["Ctrl+Enter"]);
        self.window.says(done);
        self.window.gone("//dialog");
    }

    fn undoes(&self, label: &str) {
        self.window.keys(&["Ctrl+z"]);
        self.window.says(&format!("Undone: {label}"));
    }
}

/// As the window writes a day: `Wed 30 Dec 2026`.
fn shown(day: NaiveDate) -> String {
    day.format("%a %-d %b %Y").to_string()
}

#[test]
fn what_happens_is_foreseen_recorded_and_undone_by_keys() {
    let place = Place::new();
    in_review(&place);
    let window = place.window(TODAY);
    let person = Person { place: &place, window: &window };
    window.says("FOI Desk");
    window.keys(&["g", "r"]);
    window.says("In review");
    window.tab_to("line");
    window.keys(&["Enter"]);
    window.says("Correspondence");

    an_acknowledgement(&person);
    an_arrival(&person);
    a_note(&person);
    a_correction(&person);
    an_end(&person);
    a_decision(&person);
}

fn an_acknowledgement(person: &Person<'_>) {
    person.opens(1, "Record an acknowledgement");
    person.types("2026-10-32");
    person.window.keys(&["Ctrl+Enter"]);
    person.window.says("32 October is not a date");
    assert_eq!(person.events("acknowledged"), 0, "nothing was saved");
    person.window.keys(&["Backspace", "Backspace"]);
    person.types("21");
    person.window.says("Wed 21 Oct 2026");
    person.window.keys(&["Tab", "Tab"]);
    person.types("FOI/9");
    assert!(person.foreseen("Stage").contains("In review In review"), "it moves nothing");
    person.saves("Acknowledgement recorded");
    assert_eq!(person.events("acknowledged"), 1);
    assert_eq!(person.request()["their_reference"], json!("FOI/9"));
    person.undoes("Recorded the acknowledgement of HT-001");
    assert_eq!(person.events("acknowledged"), 0);
}

fn an_arrival(person: &Person<'_>) {
    let before = person.due("review").expect("a limit");
    person.opens(2, "Record when our letter arrived");
    person.window.keys(&["Tab"]);
    person.types("2026-11-30");
    let arrival = person.foreseen("Arrival of HT-001/2");
    assert!(arrival.ends_with("deemed 24 November 2026 actual 30 November 2026"), "{arrival}");
    let row = person.foreseen("Outcome of the internal review");
    assert_eq!(person.due("review"), Some(before), "nothing was saved");
    person.saves("Day of arrival recorded");
    let after = person.due("review").expect("a limit");
    // Twenty working days after Monday 30 November: 1–24 December (18), 29 and 30 December.
    assert_eq!(after, day("2026-12-30"));
    assert!(row.contains(&shown(before)) && row.contains(&shown(after)), "{row}");
    person.undoes("Recorded when a letter of HT-001 arrived");
    assert_eq!(person.due("review"), Some(before));
}

fn a_note(person: &Person<'_>) {
    person.opens(3, "Record a note");
    person.window.keys(&["Tab"]);
    person.types("They rang.");
    person.saves("They rang.");
    assert_eq!(person.events("note"), 1);
    person.undoes("Noted something on HT-001");
    assert_eq!(person.events("note"), 0);
}

/// An outcome key on a question, while the focus is in the list.
fn a_correction(person: &Person<'_>) {
    let outcome = || {
        let request = person.request();
        let questions = request["questions"].as_array().expect("questions").clone();
        let first = questions.into_iter().find(|one| one["question"] == "1");
        first.expect("question 1")["outcome"].clone()
    };
    assert_eq!(outcome(), json!("refused"));
    person.window.tab_to("text");
    person.window.keys(&["a"]);
    person.window.says("Outcome of question 1 corrected");
    assert_eq!(outcome(), json!("answered"));
    person.undoes("Corrected an outcome of HT-001");
    assert_eq!(outcome(), json!("refused"));
}

fn an_end(person: &Person<'_>) {
    person.opens(4, "Close the request");
    person.window.keys(&["Tab"]);
    person.types("Enough is known.");
    assert!(person.foreseen("Stage").contains("Closed"));
    assert_eq!(person.stage(), "in_review", "nothing was saved");
    person.saves("Request closed: Kent Police");
    assert_eq!(person.stage(), "closed");
    person.undoes("Closed HT-001");
    assert_eq!(person.stage(), "in_review");
}

fn a_decision(person: &Person<'_>) {
    person.takes(0);
    person.window.says("Record the decision of a review");
    person.window.tab_to("vh");
    person.window.keys(&["Space", "Down", "Tab"]);
    person.types("2026-12-10");
    person.window.keys(&["Tab"]);
    person.types("2026-12-11");
    person.window.says("Fri 11 Dec 2026");
    person.window.tab_to("question");
    person.window.keys(&["a"]);
    let complaint = person.foreseen("Last day to go to the Commissioner");
    assert_eq!(person.stage(), "in_review", "nothing was saved");
    person.window.keys(&["Ctrl+Enter"]);
    person.window.says("Internal review: partly overturned");
    let last = person.due("complaint").expect("a window for the complaint");
    assert!(complaint.contains(&shown(last)), "the screen said {complaint}, and it is {last}");
    let review = person.foi("reviews list")[0].clone();
    assert_eq!((&review["state"], &review["result"]), (&json!("decided"), &json!("partly")));
    assert_eq!(review["changed"][0]["question"], json!("1"));
    person.window.keys(&["g", "r"]);
    person.window.says("Partly overturned");
    person.undoes("Recorded the review of HT-001: partly overturned");
    assert_eq!(person.foi("reviews list")[0]["state"], json!("open"));
}
