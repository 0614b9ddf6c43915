//! Two programs, one library: the window and the command line may be open at once.

use std::sync::mpsc;
use std::thread;

use casework::event::{EventKind, Fact};
use store::{Store, StoreError};
use tests::{Library, day, event, noon};

fn labels(store: &Store) -> Vec<String> {
    let operations = store.read(|reader| reader.operations()).expect("the history");
    operations.into_iter().rev().map(|operation| operation.label).collect()
}

#[test]
fn a_library_that_is_open_can_be_opened_beside_it_as_soon_as_it_is_made() {
    let library = Library::create();
    let second = Store::open(library.folder()).expect("a second door");
    assert_eq!(second.check().expect("a library that can be read"), []);
}

#[test]
fn a_reader_sees_the_old_state_until_the_write_is_whole() {
    let mut library = Library::with_request();
    let request = library.request();
    let beside = Store::open(library.folder()).expect("a second door");
    let before = labels(&beside);
    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note("they rang".to_owned()));
    library.write("A note", |w| {
        w.append(request.id, &note)?;
        assert_eq!(labels(&beside), before, "not yet");
        Ok(())
    });
    let mut after = before;
    after.push("A note".to_owned());
    assert_eq!(labels(&beside), after);
}

#[test]
fn all_that_is_read_in_one_call_is_of_one_moment() {
    let mut library = Library::with_request();
    let request = library.request();
    let beside = Store::open(library.folder()).expect("a second door");
    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note("they rang".to_owned()));
    beside
        .read(|reader| {
            let first = reader.operations()?;
            library.write("A note", |w| w.append(request.id, &note));
            assert_eq!(reader.operations()?, first, "the write came after this read had begun");
            assert_eq!(reader.events(request.id, request.regime)?.len(), 0);
            Ok::<_, StoreError>(())
        })
        .expect("a read");
    assert_eq!(labels(&beside).last().map(String::as_str), Some("A note"));
}

#[test]
fn a_second_writer_waits_for_the_first_and_neither_is_lost() {
    let mut library = Library::with_request();
    let request = library.request();
    let folder = library.folder().to_owned();
    let (begun, wait_until_begun) = mpsc::channel();
    let (at_the_door, wait_until_at_the_door) = mpsc::channel();
    let note = |text: &str| event(EventKind::Note, day("2026-12-01"), Fact::Note(text.to_owned()));
    thread::scope(|scope| {
        let (request, note, folder) = (&request, &note, &folder);
        let second = scope.spawn(move || {
            let mut store = Store::open(folder).expect("a second door");
            wait_until_begun.recv().expect("the first writer has begun");
            at_the_door.send(()).expect("the first writer listens");
            store.write("Second", noon(), |w| w.append(request.id, &note("second")))
        });
        library.write("First", |w| {
            begun.send(()).expect("the second writer listens");
            wait_until_at_the_door.recv().expect("the second writer is at the door");
            w.append(request.id, &note("first"))
        });
        second.join().expect("the second writer").expect("it waited, and then wrote");
    });
    assert_eq!(labels(&library.store)[5..], ["First", "Second"]);
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}

#[test]
fn of_many_writers_none_is_lost() {
    let library = Library::with_request();
    let request = library.request();
    let (writers, each) = (4, 5);
    thread::scope(|scope| {
        for writer in 0..writers {
            let folder = library.folder();
            let request = &request;
            scope.spawn(move || {
                let mut store = Store::open(folder).expect("a door");
                for turn in 0..each {
                    let text = format!("{writer}.{turn}");
                    let note = event(EventKind::Note, day("2026-12-01"), Fact::Note(text.clone()));
                    // The same bytes from every writer, to meet on the one file.
                    store
                        .write("A note", noon(), |w| {
                            w.keep_document(format!("document {turn}").as_bytes(), "text/plain")?;
                            w.append(request.id, &note)
                        })
                        .expect("a note");
                }
            });
        }
    });
    let events =
        library.store.read(|reader| reader.events(request.id, request.regime)).expect("events");
    let mut notes: Vec<String> = events.into_iter().filter_map(|kept| kept.note).collect();
    notes.sort();
    let expected: Vec<String> = (0..writers)
        .flat_map(|writer| (0..each).map(move |turn| format!("{writer}.{turn}")))
        .collect();
    assert_eq!(notes, expected);
    assert_eq!(library.store.check().expect("a library that can be read"), []);
}
