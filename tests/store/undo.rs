//! Undo is a new operation: it strikes what another recorded and puts back what it edited, or says
//! what stands in the way.

use casework::Refusal;
use casework::event::{EventKind, Fact};
use casework::id::OperationId;
use casework::letter::LetterKind;
use store::StoreError;
use store::table::senders::Sender;
use tests::{Library, day, event, noon};

/// The operation with this label, the last of its kind.
fn operation(library: &Library, label: &str) -> OperationId {
    let operations = library.store.read(|reader| reader.operations()).expect("the history");
    operations.iter().find(|operation| operation.label == label).expect(label).id
}

/// Everything that a refused undo must leave alone.
fn state(library: &Library) -> Vec<(String, i64)> {
    let raw = library.raw();
    ["operations", "events", "strikes", "edits", "forces", "campaigns", "senders", "deadlines"]
        .into_iter()
        .map(|table| {
            let sql = format!("SELECT count(*) FROM {table}");
            (table.to_owned(), raw.query_row(&sql, [], |row| row.get(0)).expect("a count"))
        })
        .collect()
}

fn refused(library: &mut Library, target: Option<OperationId>) -> Refusal {
    let before = state(library);
    let error = library.store.undo(target, noon()).expect_err("it must be refused");
    assert_eq!(state(library), before, "a refusal changes nothing");
    let StoreError::Refused(refusal) = error else { panic!("not a refusal: {error}") };
    refusal
}

fn is_whole(library: &Library) {
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

fn stage(library: &Library) -> String {
    library
        .raw()
        .query_row("SELECT stage FROM agenda_stages ORDER BY position LIMIT 1", [], |row| {
            row.get(0)
        })
        .expect("a stage")
}

#[test]
fn a_letter_that_has_not_left_is_taken_back_and_its_number_is_not_given_again() {
    let mut library = Library::with_request();
    library.write_request();
    let undone = library.store.undo(None, noon()).expect("nothing stands in the way");
    assert_eq!(undone.label, "Wrote a letter");
    let request = library.request();
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    assert_eq!(events.len(), 1, "it is struck, not removed");
    assert_eq!(events[0].event.struck.as_deref(), Some("undone"));
    let next =
        library.store.read(|reader| reader.next_letter_number(request.id)).expect("a number");
    assert_eq!(next, 2);
    is_whole(&library);
    let steps: Vec<String> = library
        .raw()
        .prepare("SELECT kind FROM agenda_steps")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the steps");
    assert_eq!(steps, ["write_request"]);
}

#[test]
fn an_undo_is_an_operation_of_its_own_that_names_what_it_took_back() {
    let mut library = Library::with_request();
    library.write_request();
    let target = operation(&library, "Wrote a letter");
    library.store.undo(None, noon()).expect("an undo");
    let operations = library.store.read(|reader| reader.operations()).expect("the history");
    assert_eq!(operations[0].label, "Undo: Wrote a letter");
    assert_eq!(operations[0].undoes, Some(target));
    let taken_back = operations.iter().find(|operation| operation.id == target).expect("it stays");
    assert_eq!(taken_back.undone_by, Some(operations[0].id));
}

#[test]
fn a_letter_that_has_left_is_not_taken_back_and_is_named() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    let refusal = refused(&mut library, None);
    assert!(refusal.message.contains("HT-001/1"), "{}", refusal.message);
    assert!(refusal.message.contains("23 November 2026"), "{}", refusal.message);
    assert!(refusal.hint.contains("strike"), "{}", refusal.hint);
    assert_eq!(refusal.field.as_deref(), Some("operation"));
}

#[test]
fn writing_a_letter_is_not_taken_back_once_it_has_left() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    let target = operation(&library, "Wrote a letter");
    let refusal = refused(&mut library, Some(target));
    assert!(refusal.message.contains("HT-001"), "{}", refusal.message);
    assert!(refusal.message.contains("Request sent"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("operation"));
}

#[test]
fn every_kind_of_letter_that_has_left_stays_sent() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    library.reply();
    library.ask_review();
    let refusal = refused(&mut library, None);
    assert!(refusal.message.contains("HT-001/2"), "{}", refusal.message);
}

#[test]
fn a_reply_is_taken_back_until_something_is_built_on_it() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    library.reply();
    assert_eq!(stage(&library), "to_follow_up");
    let reply = operation(&library, "Recorded the reply to HT-001");
    let questions = library.questions().to_vec();
    tests::write_letter(&mut library.store, LetterKind::Review, None, "2026-12-15", questions);
    let refusal = refused(&mut library, Some(reply));
    assert!(refusal.message.contains("Letter written"), "{}", refusal.message);
    library.store.undo(None, noon()).expect("the letter has not left");
    library.store.undo(Some(reply), noon()).expect("nothing is built on it any more");
    assert_eq!(stage(&library), "awaiting");
    is_whole(&library);
}

#[test]
fn a_strike_leaves_the_way_free_for_undo() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    let sent = library.post(letter, "2026-11-23");
    let request = library.request();
    library.store.strike_event(&request, sent, "it was never posted", noon()).expect("a strike");
    let target = operation(&library, "Wrote a letter");
    library.store.undo(Some(target), noon()).expect("it has not left after all");
    is_whole(&library);
}

#[test]
fn an_event_is_struck_once() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    let sent = library.post(letter, "2026-11-23");
    let request = library.request();
    library.store.strike_event(&request, sent, "it was never posted", noon()).expect("a strike");
    let error =
        library.store.strike_event(&request, sent, "again", noon()).expect_err("struck already");
    let StoreError::Refused(refusal) = error else { panic!("not a refusal: {error}") };
    assert!(refusal.message.contains("it was never posted"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("event"));
    let error = library
        .store
        .strike_event(&request, casework::id::EventId(77), "of no one", noon())
        .expect_err("no such event");
    let StoreError::Refused(refusal) = error else { panic!("not a refusal: {error}") };
    assert!(refusal.message.contains("HT-001"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("event"));
}

#[test]
fn an_undo_is_not_undone_and_nothing_is_undone_twice() {
    let mut library = Library::with_request();
    library.write_request();
    let target = operation(&library, "Wrote a letter");
    library.store.undo(Some(target), noon()).expect("an undo");
    let undo = operation(&library, "Undo: Wrote a letter");
    for again in [target, undo] {
        let refusal = refused(&mut library, Some(again));
        assert!(refusal.message.contains("undone already"), "{}", refusal.message);
        assert_eq!(refusal.field.as_deref(), Some("operation"));
    }
    let refusal = refused(&mut library, Some(OperationId(77)));
    assert!(refusal.message.contains("77"), "{}", refusal.message);
}

#[test]
fn in_an_empty_library_there_is_nothing_to_undo() {
    let mut library = Library::create();
    let refusal = refused(&mut library, None);
    assert!(refusal.message.contains("nothing to undo"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("operation"));
}

#[test]
fn what_leaves_nothing_behind_is_said_to_leave_nothing_to_undo() {
    let mut library = Library::create();
    library.write("Looked at it", |_| Ok(()));
    let looked = operation(&library, "Looked at it");
    let refusal = refused(&mut library, Some(looked));
    assert!(refusal.message.contains("Looked at it"), "{}", refusal.message);
    // Where no act is named, one that left nothing is passed over.
    let refusal = refused(&mut library, None);
    assert!(refusal.message.contains("nothing to undo"), "{}", refusal.message);
}

#[test]
fn the_entry_of_a_force_is_put_back_as_it_was() {
    let mut library = Library::with_request();
    let entry = |library: &Library| {
        library
            .store
            .read(|reader| reader.force("devon-and-cornwall"))
            .expect("a read")
            .expect("a force")
    };
    let before = entry(&library);
    let mut after = before.clone();
    after.name = "Devon & Cornwall Police".to_owned();
    after.contact.address = None;
    after.contact.email_confirmed_on = Some(day("2026-12-01"));
    library.write("Changed Devon and Cornwall", |w| w.change_force(&before, &after));
    assert_eq!(entry(&library), after);
    library.store.undo(None, noon()).expect("nothing stands in the way");
    assert_eq!(entry(&library), before);
}

#[test]
fn an_edit_is_not_put_back_under_a_later_one() {
    let mut library = Library::with_request();
    let first = tests::force();
    let second = casework::force::Force { name: "Second".to_owned(), ..first.clone() };
    let third = casework::force::Force { name: "Third".to_owned(), ..first.clone() };
    library.write("To the second", |w| w.change_force(&first, &second));
    library.write("To the third", |w| w.change_force(&second, &third));
    let target = operation(&library, "To the second");
    let refusal = refused(&mut library, Some(target));
    assert!(refusal.message.contains("To the third"), "{}", refusal.message);
    library.store.undo(None, noon()).expect("the last edit");
    library.store.undo(Some(target), noon()).expect("nothing is built on it any more");
    let name = library.store.read(|reader| reader.force("devon-and-cornwall")).expect("a read");
    assert_eq!(name.map(|force| force.name), Some(first.name));
}

#[test]
fn a_force_added_by_hand_goes_unless_a_request_was_made_to_it() {
    let mut library = Library::with_request();
    let other = casework::force::Force { code: "kent".to_owned(), ..tests::force() };
    library.write("Added Kent", |w| w.add_force(&other).map(drop));
    library.store.undo(None, noon()).expect("nothing was built on it");
    assert_eq!(library.store.read(|reader| reader.force("kent")).expect("a read"), None);
    let target = operation(&library, "Added Devon and Cornwall Police");
    let refusal = refused(&mut library, Some(target));
    assert!(refusal.message.contains("requests"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("operation"));
}

#[test]
fn the_sender_is_put_back_or_taken_away_again() {
    let mut library = Library::with_request();
    let other = Sender { applicant: "Another".to_owned(), email: None, ..tests::sender() };
    library.write("Another sender", |w| w.set_sender(&other));
    let sender = |library: &Library| library.store.read(|reader| reader.sender()).expect("a read");
    assert_eq!(sender(&library), Some(other));
    library.store.undo(None, noon()).expect("nothing stands in the way");
    assert_eq!(sender(&library), Some(tests::sender()));
    let first = operation(&library, "Sender");
    library.store.undo(Some(first), noon()).expect("nothing stands in the way");
    assert_eq!(sender(&library), None);
}

#[test]
fn a_campaign_goes_with_its_questions_unless_requests_were_made_in_it() {
    let mut library = Library::with_request();
    library.write("New campaign XY", |w| w.add_campaign(&tests::campaign("XY")).map(drop));
    let count = |library: &Library, table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        library.raw().query_row(&sql, [], |row| row.get(0)).expect("a count")
    };
    assert_eq!((count(&library, "campaigns"), count(&library, "questions")), (2, 8));
    library.store.undo(None, noon()).expect("nothing was built on it");
    assert_eq!((count(&library, "campaigns"), count(&library, "questions")), (1, 4));
    assert_eq!(count(&library, "campaign_periods"), 2);
    is_whole(&library);
    let target = operation(&library, "New campaign HT");
    let refusal = refused(&mut library, Some(target));
    assert!(refusal.message.contains("requests"), "{}", refusal.message);
}

#[test]
fn half_an_undo_is_none() {
    let mut library = Library::with_request();
    let request = library.request();
    // One operation that notes something and adds a force, upon which a request is then made.
    let kent = casework::force::Force { code: "kent".to_owned(), ..tests::force() };
    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note("they rang".to_owned()));
    library.write("Two things at once", |w| {
        w.append(request.id, &note)?;
        w.add_force(&kent).map(drop)
    });
    library.write("Request to Kent", |w| {
        let campaign = w.campaign(&request.reference.prefix)?.expect("the campaign of the story");
        let force = w.force("kent")?.expect("the force just added");
        w.add_request(&campaign, force.id, 2, request.regime).map(drop)
    });
    let target = operation(&library, "Two things at once");
    refused(&mut library, Some(target));
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    assert_eq!(events[0].event.struck, None, "the note stands, since the force could not go");
}

#[test]
fn a_recorded_event_of_an_undone_operation_can_be_recorded_again() {
    let mut library = Library::with_request();
    let request = library.request();
    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note("they rang".to_owned()));
    let first = library.write("A note", |w| w.append(request.id, &note)).value;
    library.store.undo(None, noon()).expect("an undo");
    let again = store::table::events::NewEvent { redo_of: Some(first), ..note };
    library.write("A note, again", |w| w.append(request.id, &again));
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    let struck: Vec<bool> = events.iter().map(|kept| kept.event.struck.is_some()).collect();
    assert_eq!(struck, [true, false]);
}
