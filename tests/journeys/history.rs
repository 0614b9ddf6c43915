//! The list of acts: what each did, to which letters and requests, and whether it can be taken back.

use desk::{Happening, OperationView, Recorded, UndoState};
use tests::day;
use tests::journey::{FIRST_CLASS_POST, Journey, on};

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

fn history(journey: &Journey) -> Vec<OperationView> {
    journey.desk.history().expect("the history")
}

/// The last act with this label.
fn act(journey: &Journey, label: &str) -> OperationView {
    history(journey).into_iter().find(|act| act.label == label).expect(label)
}

/// Kent and Essex are written to and posted to in batches, Kent replies, and a follow-up is written.
fn story() -> Journey {
    let mut journey = Journey::custody();
    journey.send("CU", &["essex", "kent"], "2026-10-15");
    journey
        .desk
        .mark_all_sent(FIRST_CLASS_POST, day("2026-10-16"), None, on("2026-10-16"))
        .expect("a posting");
    journey.reply("CU-002", "2026-11-13", "2026-11-16", REPLY);
    journey.follow_up("CU-002", None, "2026-11-17").expect("a letter");
    journey
}

/// A note is kept on 18 November 2026.
fn note(journey: &mut Journey, reference: &str, note: &str) -> Recorded {
    let noted = Happening::Noted { on: day("2026-11-18"), note: note.to_owned() };
    journey.desk.record(reference, &noted, on("2026-11-18")).expect("a note")
}

#[test]
fn each_act_has_its_kind_and_the_letters_and_requests_that_it_touched() {
    let journey = story();
    let acts: Vec<(&str, Vec<String>)> =
        history(&journey).into_iter().map(|act| (act.kind, act.references)).collect();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let expected = [
        ("letter", names(&["CU-002/2"])),
        ("reply", names(&["CU-002"])),
        ("sent", names(&["CU-001/1", "CU-002/1"])),
        ("letter", names(&["CU-001/1", "CU-002/1"])),
        ("campaign", names(&[])),
        ("sender", names(&[])),
        ("library", names(&[])),
    ];
    assert_eq!(acts, expected);
}

#[test]
fn the_items_of_a_batch_name_the_letter_that_was_written_or_left() {
    let journey = story();
    let items = |kind: &str| -> Vec<(String, Option<String>)> {
        let acts = history(&journey);
        let batch = acts.iter().find(|act| act.kind == kind && act.items.len() == 2);
        let items = batch.expect("a batch").items.iter();
        items.map(|item| (item.subject.clone(), item.reference.clone())).collect()
    };
    let letter = |subject: &str, name: &str| (subject.to_owned(), Some(name.to_owned()));
    assert_eq!(items("letter"), [letter("essex", "CU-001/1"), letter("kent", "CU-002/1")]);
    assert_eq!(items("sent"), [letter("CU-001/1", "CU-001/1"), letter("CU-002/1", "CU-002/1")]);
}

#[test]
fn what_cannot_be_undone_says_why_in_the_words_of_the_refusal() {
    let mut journey = story();
    let acts = history(&journey);
    for act in &acts {
        if act.can_undo {
            assert_eq!((act.offer, &act.why_not), (Some("undo"), &None), "{}", act.label);
            continue;
        }
        let error = journey.desk.undo(Some(act.operation), on("2026-11-18")).expect_err("refused");
        assert_eq!(act.why_not.as_ref(), Some(&error.message), "{}", act.label);
    }
    let open: Vec<&str> =
        acts.iter().filter(|act| act.can_undo).map(|act| act.label.as_str()).collect();
    assert_eq!(open, ["Wrote the follow-up to CU-002", "Set the sender to Ann Ŵyn"]);
    let posted = acts.iter().find(|act| act.kind == "sent").expect("the posting");
    assert_eq!(posted.offer, Some("correct"));
    let why = posted.why_not.as_deref().unwrap_or_default();
    assert!(why.contains("CU-002 has “Reply received” of 13 November 2026"), "{why}");
    let campaign = acts.iter().find(|act| act.kind == "campaign").expect("the campaign");
    assert_eq!(campaign.offer, None, "there is nothing to correct");
}

#[test]
fn a_letter_that_left_is_named_where_nothing_was_built_on_it() {
    let journey = Journey::posted_to("kent");
    let posted = &history(&journey)[0];
    let why = posted.why_not.as_deref();
    assert_eq!(why, Some("It cannot be undone: CU-001/1 left on 16 October 2026."));
}

#[test]
fn an_act_that_was_undone_offers_to_be_done_again_until_something_new_is_done() {
    let mut journey = story();
    let label = "Wrote the follow-up to CU-002";
    journey.desk.undo_last(on("2026-11-18")).expect("it can be taken back");
    let undone = act(&journey, label);
    assert_eq!((undone.can_undo, undone.offer, undone.why_not), (false, Some("redo"), None));
    assert_eq!(undone.references, ["CU-002/2"], "it still says what it did");
    let undo = &history(&journey)[0];
    assert_eq!((undo.kind, undo.offer), ("undo", None));
    note(&mut journey, "CU-001", "something new");
    assert_eq!(act(&journey, label).offer, None);
}

#[test]
fn a_strike_is_a_correction_and_can_be_taken_back() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let wrong = journey.event("CU-001", "reply_received");
    journey.desk.strike("CU-001", wrong, "not to us", on("2026-11-17")).expect("a strike");
    let strike = history(&journey).remove(0);
    assert_eq!((strike.kind, strike.can_undo), ("correction", true));
    assert_eq!(strike.references, ["CU-001"]);
    journey.desk.undo(Some(strike.operation), on("2026-11-17")).expect("taken back");
    assert_eq!(journey.outcome("CU-001", "3"), "not_held", "the reply stands again");
}

#[test]
fn the_number_in_a_report_takes_back_that_very_act() {
    let mut journey = story();
    let written = journey.review("CU-002", "2026-11-18");
    assert!(written.is_err(), "one letter at a time");
    let noted = note(&mut journey, "CU-001", "they rang");
    note(&mut journey, "CU-002", "another");
    let undone = journey.desk.undo(Some(noted.operation), on("2026-11-18")).expect("that note");
    assert_eq!(undone.label, "Noted something on CU-001");
    let posting = journey.post("CU-002", "2026-11-18");
    let newest = &history(&journey)[0];
    assert_eq!(posting.operation, Some(newest.operation));
    assert_eq!(posting.clocks[0].limit_label, Some("outcome of the internal review"));
}

#[test]
fn what_undo_would_take_back_is_named_with_what_stands_in_its_way() {
    let mut journey = story();
    let state = |journey: &Journey| journey.desk.undo_state().expect("a state");
    assert_eq!(
        state(&journey),
        UndoState {
            undo: Some("Wrote the follow-up to CU-002".to_owned()),
            why_not: None,
            redo: None
        }
    );
    journey.post("CU-002", "2026-11-18");
    let why = state(&journey).why_not.unwrap_or_default();
    assert_eq!(why, "It cannot be undone: CU-002/2 left on 18 November 2026.");
}
