//! Work on many forces at once: what was done, what was not and why, and that a repeat does the rest.

use std::collections::BTreeMap;

use desk::{Departure, ErrorKind, ForceEdit, NewForce, PrintOrder, WhatToWrite, WhichRequests};
use tests::day;
use tests::journey::{FIRST_CLASS_POST, Journey, on};

/// A force that was added by hand, with no address and no e-mail address.
fn without_address(journey: &mut Journey) {
    let new = NewForce {
        id: "harbour".to_owned(),
        name: "Harbour Police".to_owned(),
        nation: "England".to_owned(),
        regime: "foia".to_owned(),
        kind: "special-police".to_owned(),
        ..NewForce::default()
    };
    journey.desk.add_force(&new, on("2026-10-01")).expect("a new force");
}

/// The letters in the queue, by force.
fn queued(journey: &Journey) -> BTreeMap<String, String> {
    let lines = journey.desk.queue(day("2026-10-15")).expect("the queue");
    lines.into_iter().map(|line| (line.force, line.reference)).collect()
}

#[test]
fn a_batch_that_was_stopped_goes_on_where_it_stopped() {
    let mut journey = Journey::custody();
    let forces = ["cheshire", "dorset", "essex", "kent", "norfolk", "surrey", "sussex"];
    let stopped = journey.send_only(3, "CU", &forces, "2026-10-15");
    assert_eq!(stopped.written.len(), 3);
    let states = |state| stopped.items.iter().filter(move |item| item.state == state).count();
    assert_eq!((states("done"), states("pending")), (3, 4), "each force ends as something");
    assert!(stopped.items.iter().filter(|i| i.state == "pending").all(|i| i.reason.is_some()));
    let first = queued(&journey);
    assert_eq!(first.len(), 3);

    let rest = journey.send("CU", &forces, "2026-10-15");
    assert_eq!(rest.written.len(), 4, "only the rest is written");
    let all = queued(&journey);
    assert_eq!(all.len(), 7);
    assert!(first.iter().all(|(force, letter)| all.get(force) == Some(letter)), "none is redone");
    let history = journey.desk.history().expect("the history");
    let batches: Vec<_> = history.iter().filter(|act| !act.items.is_empty()).collect();
    assert_eq!(batches.len(), 1, "it is one act");
    assert!(batches[0].items.iter().all(|item| item.state == "done"), "and all of it is done");
    let error = journey.try_send("CU", &forces, "2026-10-15").expect_err("nothing is left to do");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("force")));
    assert_eq!(queued(&journey), all);
    journey.is_whole();
}

#[test]
fn an_address_too_long_for_the_window_leaves_that_force_alone_undone() {
    let mut journey = Journey::custody();
    let address = "First Floor, East Wing, Old Building, Upper Court, Long Street, Nether Quarter, \
                   Great Malden, ME1 1AA";
    let edit = ForceEdit { address: Some(address.to_owned()), ..ForceEdit::default() };
    journey.desk.edit_force("kent", &edit, on("2026-10-01")).expect("an address");
    let sent = journey.send("CU", &["essex", "kent", "surrey"], "2026-10-15");
    let written: Vec<_> = sent.written.iter().map(|letter| letter.force.as_str()).collect();
    assert_eq!(written, ["essex", "surrey"]);
    let kent = sent.items.iter().find(|item| item.subject == "kent").expect("an item for Kent");
    assert_eq!(kent.state, "failed");
    let reason = kent.reason.as_deref().unwrap_or_default();
    assert!(reason.contains("address"), "{reason}");
    assert_eq!(queued(&journey).len(), 2);
    assert_eq!(journey.desk.requests(None, day("2026-10-15")).expect("requests").len(), 2);

    let short = ForceEdit {
        address: Some("Sutton Road, Maidstone, ME15 9BZ".to_owned()),
        ..ForceEdit::default()
    };
    journey.desk.edit_force("kent", &short, on("2026-10-16")).expect("a shorter address");
    let again = journey.send("CU", &["essex", "kent", "surrey"], "2026-10-16");
    let written: Vec<_> = again.written.iter().map(|letter| letter.force.as_str()).collect();
    assert_eq!(written, ["kent"], "a repeat does what failed and nothing else");
    journey.is_whole();
}

#[test]
fn a_letter_without_an_address_is_kept_left_out_of_the_job_and_named() {
    let mut journey = Journey::custody();
    without_address(&mut journey);
    let sent = journey.send("CU", &["essex", "harbour"], "2026-10-15");
    assert_eq!(sent.written.len(), 2, "it is written all the same");
    assert!(
        sent.notices.iter().any(|notice| notice.contains("Harbour Police")),
        "{:?}",
        sent.notices
    );
    let out = journey.folder().join("job.pdf");
    let report = journey
        .desk
        .print(&PrintOrder { out, letters: None }, day("2026-10-15"))
        .expect("a print job");
    assert_eq!((report.letters, report.lines.len()), (1, 2));
    let line = report.lines.iter().find(|line| line.force == "harbour").expect("a line for it");
    assert_eq!((line.printed, line.address_state), (false, "missing"));
    assert!(line.remark.is_some());
    let list = std::fs::read_to_string(report.posting_list.expect("a posting list")).expect("text");
    assert!(list.contains("Harbour Police"), "{list}");
}

#[test]
fn a_letter_without_an_address_cannot_have_been_posted_but_may_be_e_mailed() {
    let mut journey = Journey::custody();
    without_address(&mut journey);
    journey.send("CU", &["harbour"], "2026-10-15");
    let error = journey
        .leave("CU-001", FIRST_CLASS_POST, "2026-10-16", None, "2026-10-16")
        .expect_err("it bears no address");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("request")));
    assert_eq!(journey.stage("CU-001", "2026-10-16"), "not_sent");
    journey
        .leave("CU-001", Departure::Emailed, "2026-10-16", None, "2026-10-16")
        .expect("by e-mail it can leave");
    assert_eq!(journey.stage("CU-001", "2026-10-16"), "awaiting");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-13"));
}

#[test]
fn a_queue_without_a_single_address_makes_no_empty_job() {
    let mut journey = Journey::custody();
    without_address(&mut journey);
    journey.send("CU", &["harbour"], "2026-10-15");
    let out = journey.folder().join("job.pdf");
    let report = journey
        .desk
        .print(&PrintOrder { out: out.clone(), letters: None }, day("2026-10-15"))
        .expect("a list");
    assert_eq!((report.job, report.letters), (None, 0));
    assert!(!out.exists());
}

#[test]
fn marking_the_whole_queue_leaves_out_and_names_what_cannot_have_been_posted() {
    let mut journey = Journey::custody();
    without_address(&mut journey);
    journey.send("CU", &["essex", "harbour", "kent"], "2026-10-15");
    let report = journey
        .desk
        .mark_all_sent(FIRST_CLASS_POST, day("2026-10-16"), None, on("2026-10-16"))
        .expect("two letters that can leave");
    let states: BTreeMap<_, _> =
        report.items.iter().map(|item| (item.subject.as_str(), item.state)).collect();
    assert_eq!(states.len(), 3);
    assert_eq!(states.values().filter(|state| **state == "done").count(), 2);
    let left = report.items.iter().find(|item| item.state == "skipped").expect("one left out");
    assert!(left.reason.as_deref().unwrap_or_default().contains("no address"), "{left:?}");
    assert_eq!(queued(&journey).keys().collect::<Vec<_>>(), ["harbour"]);
    journey.is_whole();
}

#[test]
fn marking_a_queue_of_which_nothing_can_have_left_is_refused() {
    let mut journey = Journey::custody();
    journey.send("CU", &["essex", "kent"], "2026-10-15");
    let error = journey
        .desk
        .mark_all_sent(FIRST_CLASS_POST, day("2026-10-14"), None, on("2026-10-16"))
        .expect_err("it was posted before it was written");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("on")));
    assert_eq!(queued(&journey).len(), 2);
}

#[test]
fn where_one_of_several_named_requests_is_refused_none_is_marked() {
    let mut journey = Journey::custody();
    journey.send("CU", &["essex", "kent"], "2026-10-15");
    let named = ["CU-001".to_owned(), "CU-009".to_owned()];
    let error = journey
        .desk
        .mark_sent(&named, FIRST_CLASS_POST, day("2026-10-16"), None, on("2026-10-16"))
        .expect_err("there is no CU-009");
    assert_eq!(error.field.as_deref(), Some("request"));
    assert_eq!(queued(&journey).len(), 2, "nor the other");
}

#[test]
fn letters_that_are_due_are_written_together_and_what_cannot_be_is_left_alone() {
    let mut journey = Journey::custody();
    journey.send("CU", &["essex", "kent", "surrey"], "2026-10-15");
    for reference in ["CU-001", "CU-002", "CU-003"] {
        journey.post(reference, "2026-10-16");
    }
    journey.reply("CU-001", "2026-11-13", "2026-11-16", "1,refused,31(1)(a),\n3,not_held,,");
    journey.reply("CU-003", "2026-11-13", "2026-11-16", "1,not_held,,");
    let what = WhatToWrite::FollowUp(None);
    let report = journey.write(what, WhichRequests::Due, "2026-11-17").expect("two letters");
    let written: Vec<_> = report.written.iter().map(|l| (l.reference.as_str(), l.mode)).collect();
    assert_eq!(written, [("CU-001/2", Some("B")), ("CU-003/2", Some("A"))], "each in its own mode");
    let again = journey.write(what, WhichRequests::Due, "2026-11-17").expect("nothing to do");
    assert!(again.written.is_empty(), "a letter that is written is not due any more");
    journey.is_whole();
}

#[test]
fn a_folder_for_copies_that_cannot_be_made_is_refused_before_anything_is_written() {
    let mut journey = Journey::custody();
    let file = journey.folder().join("a file");
    std::fs::write(&file, "in the way").expect("a file");
    let order = desk::SendOrder {
        out: Some(file.join("copies")),
        ..tests::journey::order("CU", &["essex", "kent"], "2026-10-15")
    };
    let error = journey
        .desk
        .send(&order, on("2026-10-15"), &mut *desk::batch::silently())
        .expect_err("a file is no folder");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Input, Some("out")));
    assert!(queued(&journey).is_empty());
    assert_eq!(journey.desk.history().expect("the history")[0].items.len(), 0, "no batch began");
}
