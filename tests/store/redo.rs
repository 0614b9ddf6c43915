//! Redo does again what undo took back, until something new is done.

use casework::event::Fact;
use store::StoreError;
use tests::{Library, noon};

/// Every label of the history, the first first.
fn labels(library: &Library) -> Vec<String> {
    let acts = library.store.read(|r| r.operations()).expect("the history");
    acts.into_iter().rev().map(|act| act.label).collect()
}

fn is_whole(library: &Library) {
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

fn undo(library: &mut Library) -> String {
    library.store.undo_own(noon()).expect("an undo").label
}

fn redo(library: &mut Library) -> String {
    library.store.redo(noon()).expect("a redo").label
}

fn nothing_to_redo(library: &mut Library) {
    let error = library.store.redo(noon()).expect_err("nothing to redo");
    assert!(matches!(error, StoreError::Refused(_)), "{error}");
    assert_eq!(library.store.redo_label().expect("a label"), None);
}

/// What undo would take back through this door.
fn undoable(store: &store::Store) -> Option<String> {
    store.undoable().expect("a label").map(|(label, _)| label)
}

#[test]
fn what_was_undone_is_recorded_again_and_names_the_event_that_it_repeats() {
    let mut library = Library::with_request();
    library.write_request();
    nothing_to_redo(&mut library);
    assert_eq!(undoable(&library.store).as_deref(), Some("Wrote a letter"));
    assert_eq!(undo(&mut library), "Wrote a letter");
    assert_eq!(library.store.redo_label().expect("a label").as_deref(), Some("Wrote a letter"));
    assert_eq!(redo(&mut library), "Wrote a letter");
    nothing_to_redo(&mut library);
    let request = library.request();
    let events = library.store.read(|r| r.events(request.id, request.regime)).expect("events");
    assert_eq!(events.len(), 2);
    assert!(events[0].event.struck.is_some() && events[1].event.struck.is_none());
    assert!(matches!(events[1].event.fact, Fact::LetterWritten(_)));
    let redo_of: i64 = library
        .raw()
        .query_row("SELECT redo_of FROM events WHERE redo_of IS NOT NULL", [], |row| row.get(0))
        .expect("the event that it repeats");
    assert_eq!(redo_of, events[0].event.id.0);
    let history = labels(&library);
    assert!(history.ends_with(&[
        "Wrote a letter".to_owned(),
        "Undo: Wrote a letter".to_owned(),
        "Redo: Wrote a letter".to_owned(),
    ]));
    is_whole(&library);
}

#[test]
fn undo_and_redo_can_follow_one_another_at_will() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    library.reply();
    for _ in 0..3 {
        assert_eq!(undo(&mut library), "Recorded the reply to HT-001");
        assert_eq!(redo(&mut library), "Recorded the reply to HT-001");
    }
    is_whole(&library);
    let request = library.request();
    let standing = library.store.read(|r| r.case_file(&request)).expect("the history");
    let stand = standing.events.iter().filter(|event| event.struck.is_none()).count();
    assert_eq!((standing.events.len(), stand), (6, 3));
}

#[test]
fn several_undos_are_redone_in_turn_and_a_new_act_clears_them() {
    let mut library = Library::create();
    tests::found(&mut library.store);
    let before = labels(&library);
    let sender = |name: &str| store::table::senders::Sender {
        applicant: name.to_owned(),
        ..tests::sender()
    };
    let set = |library: &mut Library, name: &str| {
        let new = sender(name);
        library.store.write(name, noon(), |w| w.set_sender(&new)).expect("a sender");
    };
    let now = |library: &Library| {
        library.store.read(|r| r.sender()).expect("a sender").map(|sender| sender.applicant)
    };
    set(&mut library, "First");
    set(&mut library, "Second");
    set(&mut library, "Third");
    assert_eq!([undo(&mut library), undo(&mut library)], ["Third", "Second"]);
    assert_eq!(now(&library).as_deref(), Some("First"));
    assert_eq!(redo(&mut library), "Second");
    assert_eq!(now(&library).as_deref(), Some("Second"));
    assert_eq!(undo(&mut library), "Second");
    assert_eq!([redo(&mut library), redo(&mut library)], ["Second", "Third"]);
    assert_eq!(now(&library).as_deref(), Some("Third"));
    undo(&mut library);
    set(&mut library, "Fourth");
    nothing_to_redo(&mut library);
    assert_eq!(now(&library).as_deref(), Some("Fourth"));
    assert!(labels(&library).len() > before.len());
}

#[test]
fn a_campaign_that_was_taken_back_comes_back_whole() {
    let mut library = Library::create();
    let campaign = tests::campaign("HT");
    library
        .store
        .write("Made the campaign", noon(), |w| w.add_campaign(&campaign).map(drop))
        .expect("a campaign");
    let made = library.store.read(|r| r.campaigns()).expect("campaigns");
    undo(&mut library);
    assert!(library.store.read(|r| r.campaigns()).expect("campaigns").is_empty());
    redo(&mut library);
    let again = library.store.read(|r| r.campaigns()).expect("campaigns");
    assert_eq!(again.len(), 1);
    let texts = |campaign: &casework::campaign::Campaign| {
        campaign.questions.iter().map(|q| (q.key(), q.role, q.text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(texts(&again[0]), texts(&made[0]));
    assert_eq!(
        (&again[0].title, &again[0].periods, &again[0].note, again[0].sample),
        (&made[0].title, &made[0].periods, &made[0].note, made[0].sample)
    );
    is_whole(&library);
}

#[test]
fn another_programs_acts_are_not_undone_from_here() {
    let library = Library::with_request();
    let mut other = store::Store::open(library.folder()).expect("the same library");
    let version = library.store.version_of_others().expect("a version");
    other.write("Theirs", noon(), |w| w.set_sender(&tests::sender())).expect("a write");
    assert_ne!(library.store.version_of_others().expect("a version"), version);
    assert_ne!(undoable(&library.store).as_deref(), Some("Theirs"));
    assert_eq!(undoable(&other).as_deref(), Some("Theirs"));
    assert!(store::Store::open(library.folder()).expect("a third").undo_own(noon()).is_err());
}
