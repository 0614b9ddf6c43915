//! What cannot be undone is corrected in one act: the wrong event is struck, the right one stands for
//! it, and the act itself can be taken back.

use desk::{Departure, DeskError, OutcomeRow, PostClass, ReplyRows, SendingOrder, WrongEvent};
use tests::day;
use tests::journey::{Journey, on, their_letter};

const REPLY: &str = "1,answered,,\n2a,refused,s.31(1),\n2b,answered,,\n3,not_held,,\n";

fn posted(journey: &Journey, date: &str, reason: &str) -> SendingOrder {
    SendingOrder {
        references: vec!["CU-001/1".to_owned()],
        all: false,
        departure: Departure::Posted { class: PostClass::First },
        on: day(date),
        received_on: None,
        corrects: Some(WrongEvent {
            event: journey.event("CU-001", "request_sent"),
            reason: reason.to_owned(),
        }),
    }
}

fn right_reply(journey: &Journey) -> ReplyRows {
    let row = |question: &str, outcome: &str, sections: &str| OutcomeRow {
        question: question.to_owned(),
        outcome: outcome.to_owned(),
        sections: sections.to_owned(),
        ..OutcomeRow::default()
    };
    ReplyRows {
        request: "CU-001".to_owned(),
        letter: their_letter("2026-11-13", "2026-11-16"),
        outcomes: vec![
            row("1", "answered", ""),
            row("2a", "refused", "s.31(1)(a)"),
            row("2b", "answered", ""),
            row("3", "answered", ""),
        ],
        supersedes: None,
        corrects: Some(WrongEvent {
            event: journey.event("CU-001", "reply_received"),
            reason: "question 3 was answered".to_owned(),
        }),
    }
}

fn field(error: DeskError) -> String {
    error.field.expect("a field")
}

#[test]
fn a_wrong_day_of_posting_is_corrected_and_the_clock_moves() {
    let mut journey = Journey::posted_to("kent");
    let order = posted(&journey, "2026-10-23", "posted a week later");
    let wrong = order.corrects.clone().expect("a correction").event;
    let today = on("2026-10-26");
    let foreseen = journey.desk.sending_preview(&order, today).expect("a preview");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"), "nothing is saved yet");
    let report = journey.desk.mark_as_ordered(&order, today).expect("a correction");
    assert_eq!((foreseen.operation.is_none(), report.operation.is_some()), (true, true));
    assert_eq!((&report.items, &report.clocks), (&foreseen.items, &foreseen.clocks));
    assert_eq!(report.clocks[0].due, Some(day("2026-11-24")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-24"));
    let events = journey.request("CU-001", "2026-10-26").correspondence;
    let struck = events.iter().find(|event| event.event == wrong).expect("it stays");
    assert_eq!(struck.struck.as_deref(), Some("posted a week later"));
    let again = journey.desk.mark_as_ordered(&order, today).expect_err("it is struck");
    assert_eq!(field(again), "event");
    let error = journey.desk.undo_last(today).expect_err("a letter has left");
    assert!(error.message.contains("CU-001/1 left on 23 October 2026"), "{}", error.message);
    journey.is_whole();
}

#[test]
fn a_day_of_arrival_becomes_known() {
    let mut journey = Journey::posted_to("kent");
    let mut order = posted(&journey, "2026-10-16", "they stamped it on arrival");
    order.received_on = Some(day("2026-10-21"));
    let today = on("2026-10-26");
    let report = journey.desk.mark_as_ordered(&order, today).expect("a correction");
    assert_eq!(
        (report.clocks[0].receipt, report.clocks[0].received_on),
        ("actual", day("2026-10-21"))
    );
    let last = journey.request("CU-001", "2026-10-26").correspondence.pop().expect("an event");
    let left = last.left.expect("how it left");
    assert_eq!((left.by, left.class, left.received_on), ("post", Some("first"), order.received_on));
}

#[test]
fn a_correction_needs_a_reason_and_agrees_with_what_came_since() {
    let mut journey = Journey::posted_to("kent");
    let today = on("2026-11-16");
    let silent = posted(&journey, "2026-10-20", "  ");
    let error = journey.desk.mark_as_ordered(&silent, today).expect_err("no reason");
    assert_eq!(field(error), "reason");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let before = journey.request("CU-001", "2026-11-16");
    let late = posted(&journey, "2026-11-14", "posted after their letter");
    let error = journey.desk.mark_as_ordered(&late, today).expect_err("the reply is older");
    assert_eq!(field(error), "on");
    let mut other = posted(&journey, "2026-10-20", "another event");
    other.corrects = Some(WrongEvent {
        event: journey.event("CU-001", "reply_received"),
        reason: "another event".to_owned(),
    });
    let error = journey.desk.mark_as_ordered(&other, today).expect_err("not how it left");
    assert_eq!(field(error), "request", "it has left already");
    assert_eq!(journey.request("CU-001", "2026-11-16"), before);
}

#[test]
fn a_wrong_reply_is_corrected_taken_back_and_corrected_again() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let today = on("2026-11-18");
    let order = right_reply(&journey);
    let effect = journey.desk.reply_effect(&order, today.today).expect("an effect");
    assert_eq!((effect.answered_before, effect.answered_after), (2, 3));
    assert_eq!(journey.outcome("CU-001", "3"), "not_held", "nothing is saved yet");
    journey.desk.record_reply_rows(&order, today).expect("a correction");
    for _ in 0..2 {
        assert_eq!(journey.outcome("CU-001", "3"), "answered");
        let undone = journey.desk.undo_last(today).expect("it can be taken back");
        assert_eq!(undone.label, "Corrected the reply to CU-001");
        assert_eq!(journey.outcome("CU-001", "3"), "not_held", "the first reply stands again");
        journey.desk.redo(today).expect("it can be done again");
    }
    let standing = journey.request("CU-001", "2026-11-18").correspondence;
    let replies = standing.iter().filter(|event| event.kind == "reply_received");
    let standing: Vec<_> = replies.filter(|event| event.struck.is_none()).collect();
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0].outcomes[1].sections, "s.31(1)(a)");
    // With the correction taken back, the recording itself can be.
    journey.desk.undo_last(today).expect("the correction");
    assert_eq!(
        journey.desk.undo_last(today).expect("the reply").label,
        "Recorded the reply to CU-001"
    );
    assert_eq!(journey.stage("CU-001", "2026-11-18"), "overdue");
    journey.desk.redo(today).expect("the reply again");
    assert_eq!(journey.outcome("CU-001", "3"), "not_held");
    journey.is_whole();
}

#[test]
fn a_correction_on_which_something_was_built_is_not_taken_back() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let order = right_reply(&journey);
    journey.desk.record_reply_rows(&order, on("2026-11-17")).expect("a correction");
    let act = journey.desk.history().expect("a history")[0].operation;
    journey.follow_up("CU-001", None, "2026-11-17").expect("a letter");
    let error = journey.desk.undo(Some(act), on("2026-11-17")).expect_err("built on");
    assert!(error.message.contains("CU-001"), "{}", error.message);
    assert_eq!(journey.outcome("CU-001", "3"), "answered");
}

#[test]
fn a_struck_event_stands_again_when_the_striking_is_undone() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let wrong = journey.event("CU-001", "reply_received");
    journey.desk.strike("CU-001", wrong, "not to us", on("2026-11-17")).expect("a strike");
    assert_eq!(journey.stage("CU-001", "2026-11-17"), "awaiting");
    journey.desk.undo_last(on("2026-11-17")).expect("the striking is taken back");
    assert_eq!(journey.outcome("CU-001", "3"), "not_held");
    journey.desk.redo(on("2026-11-17")).expect("struck again");
    assert_eq!(journey.stage("CU-001", "2026-11-17"), "awaiting");
    journey.is_whole();
}
