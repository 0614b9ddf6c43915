//! Taking an act back before it left, and putting right what has left.

use desk::{
    ContactPart, Ending, ErrorKind, ForceEdit, Happening, ReviewAskedInput, SenderView, Sending,
};
use tests::day;
use tests::journey::{Journey, applicant, custody, on, reply};

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

/// Takes the last act back.
fn undo(journey: &mut Journey) -> String {
    journey.desk.undo(None, on("2026-12-01")).expect("an act that can be taken back").label
}

/// The number of the last act.
fn last_act(journey: &Journey) -> i64 {
    journey.desk.history().expect("the history")[0].operation
}

#[test]
fn a_request_that_was_written_can_be_taken_back_and_written_again_under_its_number() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent", "essex"], "2026-10-15");
    let kent = |journey: &Journey| {
        let requests = journey.desk.requests(None, day("2026-10-15")).expect("requests");
        requests.into_iter().find(|request| request.force == "kent").expect("the request to Kent")
    };
    let before = kent(&journey);
    assert_eq!(before.queued.len(), 1);
    assert!(undo(&mut journey).contains("CU"), "the act is named");
    let taken_back = kent(&journey);
    assert!(taken_back.queued.is_empty(), "nothing waits to leave");
    assert_eq!(taken_back.stage, "not_sent");
    assert_eq!(taken_back.next_steps[0].step, "write_request");
    let again = journey.send("CU", &["kent"], "2026-10-19");
    assert_eq!(again.written.len(), 1);
    let after = kent(&journey);
    assert_eq!(after.reference, before.reference, "the request keeps its number");
    assert_ne!(after.queued, before.queued, "and the new letter has one of its own");
    assert_eq!(journey.desk.queue(day("2026-10-19")).expect("the queue").len(), 1);
    assert_eq!(
        journey.desk.queue(day("2026-10-19")).expect("the queue")[0].dated,
        day("2026-10-19")
    );
    journey.is_whole();
}

#[test]
fn each_act_on_a_request_can_be_taken_back_until_something_leaves() {
    let mut journey = Journey::posted_to("kent");
    let posted = journey.request("CU-001", "2026-12-01");
    let same = |journey: &Journey, act: &str| {
        let now = journey.request("CU-001", "2026-12-01");
        assert_eq!((&now.request, &now.deadlines), (&posted.request, &posted.deadlines), "{act}");
        journey.is_whole();
    };
    let letter = tests::journey::their_letter("2026-10-20", "2026-10-21");
    let acknowledged = Happening::Acknowledged { letter };
    journey.desk.record("CU-001", &acknowledged, on("2026-10-21")).expect("recorded");
    undo(&mut journey);
    same(&journey, "an acknowledgement");
    journey.received("CU-001", "2026-10-23", "2026-10-26");
    assert_ne!(journey.due("CU-001", "response"), day("2026-11-17"));
    undo(&mut journey);
    same(&journey, "a day of arrival");
    let noted = Happening::Noted { on: day("2026-11-02"), note: "rang them".to_owned() };
    journey.desk.record("CU-001", &noted, on("2026-11-02")).expect("a note");
    undo(&mut journey);
    same(&journey, "a note");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    undo(&mut journey);
    same(&journey, "a reply");
    journey.end("CU-001", Ending::Closed, "2026-11-20", "enough").expect("an end");
    undo(&mut journey);
    same(&journey, "the end of a request");
    let asked = ReviewAskedInput {
        request: "CU-001".to_owned(),
        on: day("2026-11-20"),
        sending: Sending::Emailed { received_on: None },
        note: None,
    };
    journey.desk.record_review_asked(&asked, on("2026-11-20")).expect("recorded");
    assert_eq!(journey.stage("CU-001", "2026-11-20"), "in_review");
    undo(&mut journey);
    same(&journey, "a review asked by a letter not written here");
}

#[test]
fn a_follow_up_and_a_review_request_can_be_taken_back_before_they_leave() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let before = journey.request("CU-001", "2026-11-17").request;
    journey.follow_up("CU-001", None, "2026-11-17").expect("a letter");
    undo(&mut journey);
    assert_eq!(journey.request("CU-001", "2026-11-17").request, before);
    journey.review("CU-001", "2026-11-17").expect("a letter");
    undo(&mut journey);
    assert_eq!(journey.request("CU-001", "2026-11-17").request, before);
    let states: Vec<_> =
        journey.request("CU-001", "2026-11-17").letters.iter().map(|l| l.state).collect();
    assert_eq!(states, ["sent", "taken_back", "taken_back"], "they are kept, and marked");
    journey.is_whole();
}

#[test]
fn the_decision_of_a_review_can_be_taken_back() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2026-11-20").expect("a letter");
    journey.post("CU-001", "2026-11-20");
    let before = journey.request("CU-001", "2027-01-05");
    journey.decide("CU-001", "2027-01-04", "2027-01-05", "partly", "1,answered,,");
    undo(&mut journey);
    let after = journey.request("CU-001", "2027-01-05");
    assert_eq!((after.request, after.deadlines), (before.request, before.deadlines));
    journey.is_whole();
}

#[test]
fn a_letter_that_has_left_cannot_be_taken_back_and_neither_can_its_writing() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let writing = last_act(&journey);
    journey.post("CU-001", "2026-10-16");
    let posting = last_act(&journey);
    let before = journey.request("CU-001", "2026-10-20");
    for act in [posting, writing] {
        let error = journey.desk.undo(Some(act), on("2026-10-20")).expect_err("it has left");
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("operation")));
        assert!(error.message.contains("CU-001"), "the obstacle is named: {}", error.message);
    }
    assert_eq!(journey.request("CU-001", "2026-10-20"), before);
}

#[test]
fn an_act_that_another_was_built_on_is_taken_back_only_after_that_one() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let replying = last_act(&journey);
    journey.follow_up("CU-001", None, "2026-11-17").expect("a letter");
    let error = journey.desk.undo(Some(replying), on("2026-11-17")).expect_err("built on");
    assert_eq!(error.kind, ErrorKind::Refused);
    undo(&mut journey);
    journey.desk.undo(Some(replying), on("2026-11-17")).expect("nothing is built on it now");
    assert_eq!(journey.stage("CU-001", "2026-11-17"), "awaiting");
    let error = journey.desk.undo(Some(replying), on("2026-11-17")).expect_err("undone already");
    assert_eq!(error.kind, ErrorKind::Refused);
}

#[test]
fn a_wrong_day_of_posting_is_struck_and_recorded_again() {
    let mut journey = Journey::posted_to("kent");
    let wrong = journey.event("CU-001", "request_sent");
    let error = journey.desk.strike("CU-001", wrong, " ", on("2026-10-20")).expect_err("no reason");
    assert_eq!(error.field.as_deref(), Some("reason"));
    let struck = journey
        .desk
        .strike("CU-001", wrong, "posted a week later", on("2026-10-26"))
        .expect("an event that can be struck");
    assert_eq!((struck.stage, struck.response_due), ("not_sent", None), "the clock is gone");
    journey.post("CU-001", "2026-10-23");
    // A week later in every respect: the letter counts as received on Tuesday 27 October.
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-24"));
    let events = journey.request("CU-001", "2026-10-26").correspondence;
    let kept = events.iter().find(|event| event.event == wrong).expect("a struck event stays");
    assert_eq!(kept.struck.as_deref(), Some("posted a week later"));
    let again = journey.desk.strike("CU-001", wrong, "twice", on("2026-10-26"));
    assert_eq!(again.expect_err("it is struck").field.as_deref(), Some("event"));
    journey.is_whole();
}

#[test]
fn a_wrong_outcome_is_struck_and_recorded_again() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.follow_up("CU-001", None, "2026-11-17").expect("a letter");
    journey.post("CU-001", "2026-11-17");
    let wrong = journey.event("CU-001", "reply_received");
    journey
        .desk
        .strike("CU-001", wrong, "question 3 was answered", on("2026-11-18"))
        .expect("an event that can be struck");
    let right = reply("CU-001", "2026-11-13", "2026-11-16", &REPLY.replace("not_held", "answered"));
    journey.desk.record_reply(&right, on("2026-11-18")).expect("the same letter, read again");
    assert_eq!(journey.outcome("CU-001", "3"), "answered");
    assert!(journey.request("CU-001", "2026-11-18").request.problems.is_empty());
    journey.is_whole();
}

#[test]
fn edits_of_the_register_the_sender_and_a_campaign_can_be_taken_back() {
    let mut journey = Journey::empty();
    journey.desk.set_sender(&applicant(), on("2026-10-01")).expect("a sender");
    let other = SenderView { applicant: "Another".to_owned(), ..applicant() };
    journey.desk.set_sender(&other, on("2026-10-01")).expect("a sender");
    undo(&mut journey);
    assert_eq!(journey.desk.sender().expect("read").expect("a sender").applicant, "Ann Ŵyn");
    undo(&mut journey);
    assert_eq!(journey.desk.sender().expect("read"), None);

    let before = journey.desk.force("kent").expect("a force");
    let edit = ForceEdit { email: Some("foi@kent.example.org".to_owned()), ..ForceEdit::default() };
    journey.desk.edit_force("kent", &edit, on("2026-10-02")).expect("an edit");
    let parts = [ContactPart::Email];
    journey
        .desk
        .confirm_force("kent", &parts, day("2026-10-02"), on("2026-10-02"))
        .expect("a confirmation");
    undo(&mut journey);
    assert_eq!(journey.desk.force("kent").expect("a force").email_state, "unconfirmed");
    undo(&mut journey);
    assert_eq!(journey.desk.force("kent").expect("a force"), before);

    journey.desk.new_campaign(&custody(), on("2026-10-02")).expect("a campaign");
    undo(&mut journey);
    assert!(journey.desk.campaigns().expect("the campaigns").is_empty());
    journey.desk.new_campaign(&custody(), on("2026-10-02")).expect("its prefix is free again");
}

#[test]
fn a_campaign_that_was_put_to_a_force_cannot_be_taken_back() {
    let mut journey = Journey::custody();
    let making = last_act(&journey);
    journey.send("CU", &["kent"], "2026-10-15");
    let error = journey.desk.undo(Some(making), on("2026-10-15")).expect_err("requests were made");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("operation")));
    assert_eq!(journey.desk.campaigns().expect("the campaigns").len(), 1);
}
