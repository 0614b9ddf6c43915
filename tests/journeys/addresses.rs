//! An address is unconfirmed until a person confirms it, and that is said wherever it matters.

use desk::{ContactPart, ErrorKind, ForceEdit, PrintOrder, SendReport};
use tests::day;
use tests::journey::{Journey, on};

fn confirm(journey: &mut Journey, force: &str) {
    journey
        .desk
        .confirm_force(force, &[ContactPart::Address], day("2026-10-02"), on("2026-10-02"))
        .expect("an address that can be confirmed");
}

fn unconfirmed(sent: &SendReport) -> Option<&String> {
    sent.notices.iter().find(|notice| notice.contains("unconfirmed"))
}

#[test]
fn every_contact_of_the_built_in_register_is_unconfirmed_or_missing() {
    let journey = Journey::empty();
    let forces = journey.desk.forces().expect("the register");
    assert_eq!(forces.iter().filter(|force| force.police).count(), 48);
    for force in forces {
        assert_ne!(force.address_state, "confirmed", "{}", force.id);
        assert_ne!(force.email_state, "confirmed", "{}", force.id);
    }
}

#[test]
fn unconfirmed_addresses_are_said_when_letters_are_written_and_on_the_posting_list() {
    let mut journey = Journey::custody();
    confirm(&mut journey, "kent");
    let sent = journey.send("CU", &["essex", "kent"], "2026-10-15");
    let notice = unconfirmed(&sent).expect("a notice");
    assert!(notice.contains("1 of 2"), "{notice}");
    assert!(notice.contains("Essex") && !notice.contains("Kent"), "{notice}");
    let queue = journey.desk.queue(day("2026-10-16")).expect("the queue");
    let states: Vec<_> =
        queue.iter().map(|line| (line.force.as_str(), line.address_state)).collect();
    assert_eq!(states, [("essex", "unconfirmed"), ("kent", "confirmed")]);
    assert!(queue[0].remark.is_some() && queue[1].remark.is_none());
    let out = journey.folder().join("job.pdf");
    let report = journey
        .desk
        .print(&PrintOrder { out, letters: None }, day("2026-10-16"))
        .expect("a print job");
    let list = std::fs::read_to_string(report.posting_list.expect("a list")).expect("text");
    let line = |name: &str| list.lines().find(|line| line.contains(name)).expect("a line");
    assert!(line("Essex").contains("unconfirmed"), "{list}");
    assert!(!line("Kent").contains("unconfirmed"), "{list}");
}

#[test]
fn confirming_removes_the_remark_and_editing_brings_it_back() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-01");
    let remark = |journey: &Journey| {
        journey.desk.queue(day("2026-10-16")).expect("the queue")[0].remark.clone()
    };
    assert!(remark(&journey).is_some());
    confirm(&mut journey, "kent");
    assert_eq!(remark(&journey), None);
    let force = journey.desk.force("kent").expect("a force");
    assert_eq!(force.address_confirmed_on, Some(day("2026-10-02")));
    let edit = ForceEdit {
        address: Some("Sutton Road, Maidstone, ME15 9BZ".to_owned()),
        ..ForceEdit::default()
    };
    let edited = journey.desk.edit_force("kent", &edit, on("2026-10-05")).expect("an edit");
    assert_eq!((edited.address_state, edited.address_confirmed_on), ("unconfirmed", None));
    assert!(remark(&journey).is_some());
}

#[test]
fn an_edit_of_something_else_leaves_a_confirmed_address_confirmed() {
    let mut journey = Journey::empty();
    confirm(&mut journey, "kent");
    let edit =
        ForceEdit { website: Some("https://kent.example.org".to_owned()), ..ForceEdit::default() };
    let edited = journey.desk.edit_force("kent", &edit, on("2026-10-05")).expect("an edit");
    assert_eq!(edited.address_state, "confirmed");
}

#[test]
fn a_comma_stays_in_its_line_and_what_is_emptied_is_gone() {
    let mut journey = Journey::empty();
    let mut edit = |edit: ForceEdit| {
        journey.desk.edit_force("kent", &edit, on("2026-10-05")).expect("an edit")
    };
    let kent = edit(ForceEdit {
        address: Some("The FOI Unit, Room 4\nSutton Road\nMAIDSTONE\nME15 9BZ".to_owned()),
        email: Some("foi@kent.example.org".to_owned()),
        ..ForceEdit::default()
    });
    assert_eq!(kent.address, ["The FOI Unit, Room 4", "Sutton Road", "MAIDSTONE"]);
    assert_eq!(kent.postcode.as_deref(), Some("ME15 9BZ"));
    assert_eq!(kent.email_state, "unconfirmed");
    let kent = edit(ForceEdit {
        address: Some(String::new()),
        email: Some(" ".to_owned()),
        ..ForceEdit::default()
    });
    assert_eq!((kent.address_state, kent.email_state, kent.email), ("missing", "missing", None));
}

#[test]
fn what_is_missing_cannot_be_confirmed_and_no_day_to_come_is_taken() {
    let mut journey = Journey::empty();
    let parts = [ContactPart::Email];
    let missing = journey.desk.forces().expect("the register").into_iter();
    let missing =
        missing.clone().find(|force| force.email_state == "missing").expect("one of them");
    let error = journey
        .desk
        .confirm_force(&missing.id, &parts, day("2026-10-02"), on("2026-10-02"))
        .expect_err("there is nothing to confirm");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("email")));
    let error = journey
        .desk
        .confirm_force("kent", &[ContactPart::Address], day("2026-10-03"), on("2026-10-02"))
        .expect_err("that day has not come");
    assert_eq!(error.field.as_deref(), Some("on"));
}

#[test]
fn a_letter_keeps_the_address_that_it_was_written_with() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let before = journey.request("CU-001", "2026-10-15").letters;
    let edit = ForceEdit {
        address: Some("Another Road, Ashford, TN23 1AA".to_owned()),
        ..ForceEdit::default()
    };
    journey.desk.edit_force("kent", &edit, on("2026-10-16")).expect("an edit");
    assert_eq!(journey.request("CU-001", "2026-10-16").letters, before, "its bytes are frozen");
    let folder = journey.folder().join("copies");
    let order = PrintOrder { out: journey.folder().join("job.pdf"), letters: Some(folder.clone()) };
    let report = journey.desk.print(&order, day("2026-10-16")).expect("a print job");
    let text = tests::program::text_of(&folder.join("CU-001-1.pdf"));
    assert!(!text.contains("TN23 1AA"), "{text}");
    let line = &report.lines[0];
    let listed = line.address.join(", ");
    assert!(text.contains(&line.address.join(" ")), "the list says “{listed}”: {text}");
    // However sure the new address is, it is not the one in the envelope's window.
    confirm(&mut journey, "kent");
    let queued = &journey.desk.queue(day("2026-10-16")).expect("the queue")[0];
    assert_eq!((&queued.address, queued.address_state), (&line.address, "unconfirmed"));
    assert!(queued.remark.as_deref().is_some_and(|remark| remark.contains("another address")));
}
