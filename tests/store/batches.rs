//! A batch is one operation with an item for each letter or reply; each item is done or not, and
//! the batch says which.

use casework::event::{EventKind, Fact};
use casework::id::OperationId;
use store::StoreError;
use store::table::operations::{Item, ItemState};
use tests::{Library, day, event, noon};

const BATCH: &str = "send HT";

fn begin(library: &mut Library, subjects: &[&str]) -> OperationId {
    let subjects: Vec<String> = subjects.iter().map(|subject| (*subject).to_owned()).collect();
    library.store.begin_batch("Sent HT to its forces", BATCH, &subjects, noon()).expect("a batch")
}

fn items(library: &Library, batch: OperationId) -> Vec<Item> {
    library.store.read(|reader| reader.items(batch)).expect("the items")
}

fn item(subject: &str, state: ItemState, reason: Option<&str>) -> Item {
    Item { subject: subject.to_owned(), state, reason: reason.map(str::to_owned) }
}

fn unfinished(library: &Library) -> Option<OperationId> {
    library.store.read(|reader| reader.unfinished_batch(BATCH)).expect("a look at the batches")
}

fn event_count(library: &Library) -> usize {
    let request = library.request();
    library.store.read(|reader| reader.events(request.id, request.regime)).expect("events").len()
}

/// Adds a note to HT-001 as an item of a batch.
fn note(library: &mut Library, batch: OperationId, subject: &str) -> Result<(), StoreError> {
    let request = library.request();
    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note(subject.to_owned()));
    library
        .store
        .write_item(batch, subject, noon(), |w| w.append(request.id, &note).map(drop))
        .map(|written| assert_eq!(written.operation, batch))
}

#[test]
fn the_items_of_a_batch_stand_in_order_and_begin_undone() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire", "avon-and-somerset"]);
    assert_eq!(
        items(&library, batch),
        [
            item("wiltshire", ItemState::Pending, None),
            item("avon-and-somerset", ItemState::Pending, None)
        ]
    );
    assert_eq!(unfinished(&library), Some(batch));
}

#[test]
fn an_item_is_done_in_one_write_with_its_work() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire"]);
    note(&mut library, batch, "wiltshire").expect("an item");
    assert_eq!(items(&library, batch), [item("wiltshire", ItemState::Done, None)]);
    assert_eq!(event_count(&library), 1);
    assert_eq!(unfinished(&library), None);
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn an_item_whose_work_fails_leaves_no_trace_and_stays_to_be_done() {
    let mut library = Library::with_request();
    let request = library.request();
    let batch = begin(&mut library, &["wiltshire", "avon-and-somerset"]);
    note(&mut library, batch, "wiltshire").expect("an item");
    let half = event(EventKind::Note, day("2026-12-01"), Fact::Note("half".to_owned()));
    let failed: Result<_, StoreError> =
        library.store.write_item(batch, "avon-and-somerset", noon(), |w| {
            w.append(request.id, &half)?;
            Err::<(), _>(StoreError::UnknownValue("on purpose".to_owned()))
        });
    assert!(matches!(failed, Err(StoreError::UnknownValue(_))));
    assert_eq!(event_count(&library), 1, "the half-done note is gone");
    assert_eq!(
        items(&library, batch),
        [
            item("wiltshire", ItemState::Done, None),
            item("avon-and-somerset", ItemState::Pending, None)
        ]
    );
    assert_eq!(unfinished(&library), Some(batch), "a restart finds it and goes on");
    note(&mut library, batch, "avon-and-somerset").expect("the item, this time");
    assert_eq!(unfinished(&library), None);
}

#[test]
fn an_item_left_out_says_why() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire", "kent", "essex"]);
    let mut leave = |subject, state, reason| {
        library.store.leave_item(batch, subject, state, reason, noon()).expect("a reason noted");
    };
    leave("wiltshire", ItemState::Failed, "the address is too long");
    leave("kent", ItemState::Skipped, "not subject to the Act");
    note(&mut library, batch, "essex").expect("an item");
    assert_eq!(
        items(&library, batch),
        [
            item("wiltshire", ItemState::Failed, Some("the address is too long")),
            item("kent", ItemState::Skipped, Some("not subject to the Act")),
            item("essex", ItemState::Done, None),
        ]
    );
    assert_eq!(unfinished(&library), None, "nothing is left that was not tried");
}

#[test]
fn an_item_that_failed_can_be_done_after_all_and_its_reason_goes() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire"]);
    library
        .store
        .leave_item(batch, "wiltshire", ItemState::Failed, "the disk was full", noon())
        .expect("a reason noted");
    note(&mut library, batch, "wiltshire").expect("the item, this time");
    assert_eq!(items(&library, batch), [item("wiltshire", ItemState::Done, None)]);
}

#[test]
fn an_item_that_is_done_is_not_done_again() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire"]);
    note(&mut library, batch, "wiltshire").expect("an item");
    note(&mut library, batch, "wiltshire").expect_err("it is done");
    assert_eq!(event_count(&library), 1);
    library
        .store
        .leave_item(batch, "wiltshire", ItemState::Failed, "too late", noon())
        .expect_err("it is done");
    assert_eq!(items(&library, batch), [item("wiltshire", ItemState::Done, None)]);
}

#[test]
fn what_is_no_item_of_the_batch_is_not_written_under_it() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire"]);
    note(&mut library, batch, "kent").expect_err("the batch has no such item");
    library
        .store
        .leave_item(batch, "kent", ItemState::Skipped, "not asked", noon())
        .expect_err("the batch has no such item");
    assert_eq!(event_count(&library), 0);
    assert_eq!(items(&library, batch), [item("wiltshire", ItemState::Pending, None)]);
}

#[test]
fn a_batch_does_not_take_one_subject_twice() {
    let mut library = Library::with_request();
    let before = library.store.read(|reader| reader.operations()).expect("the history");
    let subjects = ["wiltshire".to_owned(), "wiltshire".to_owned()];
    library.store.begin_batch("Sent HT", BATCH, &subjects, noon()).expect_err("one letter each");
    assert_eq!(library.store.read(|reader| reader.operations()).expect("the history"), before);
}

#[test]
fn the_last_unfinished_batch_of_its_name_is_found_and_no_other() {
    let mut library = Library::with_request();
    begin(&mut library, &["wiltshire"]);
    let last = begin(&mut library, &["wiltshire"]);
    assert_eq!(unfinished(&library), Some(last));
    let other = library.store.read(|reader| reader.unfinished_batch("send XY")).expect("a look");
    assert_eq!(other, None);
}

#[test]
fn a_batch_that_was_taken_back_is_not_finished_later() {
    let mut library = Library::with_request();
    let batch = begin(&mut library, &["wiltshire", "kent"]);
    note(&mut library, batch, "wiltshire").expect("an item");
    library.store.undo(Some(batch), noon()).expect("what was done of it is taken back");
    assert_eq!(unfinished(&library), None);
    let request = library.request();
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    assert!(events.iter().all(|kept| kept.event.struck.is_some()), "{events:?}");
}
