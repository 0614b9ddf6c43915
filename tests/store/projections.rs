//! What is worked out and written down is what the correspondence gives, after every step.

use casework::agenda::Stage;
use casework::event::{EventKind, Fact};
use law::Coded;
use law::calendar::{BankHoliday, Division};
use rusqlite::Connection;
use store::{StoreError, compute};
use tests::{Library, day, event};

/// The tables that are worked out.
const TABLES: [&str; 5] =
    ["deadlines", "agenda_stages", "agenda_steps", "internal_reviews", "current_outcomes"];

fn is_whole(library: &Library, after: &str) {
    assert_eq!(library.store.check().expect("a library that can be read"), [], "{after}");
}

/// The stages as they are stored, with the day until which each holds.
fn stages(raw: &Connection) -> Vec<(String, Option<String>)> {
    let mut statement = raw
        .prepare("SELECT stage, until_day FROM agenda_stages ORDER BY position")
        .expect("a query");
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the stages")
}

/// The deadlines as they are stored.
fn deadlines(raw: &Connection) -> Vec<(String, String)> {
    let mut statement =
        raw.prepare("SELECT kind, due_on FROM deadlines ORDER BY position").expect("a query");
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the deadlines")
}

fn pair(kind: &str, due: &str) -> (String, String) {
    (kind.to_owned(), due.to_owned())
}

#[test]
fn the_library_is_whole_after_every_step_of_a_story() {
    let mut library = Library::create();
    is_whole(&library, "created");
    tests::found(&mut library.store);
    is_whole(&library, "a request without a letter");
    let raw = library.raw();
    assert_eq!(stages(&raw), [("not_sent".to_owned(), None)]);
    assert_eq!(deadlines(&raw), []);

    let letter = library.write_request();
    is_whole(&library, "the request is written");
    assert_eq!(deadlines(&raw), [], "no clock starts by writing");

    library.post(letter, "2026-11-23");
    is_whole(&library, "the request is posted");
    // Deemed received on 25 November; 30 November is St Andrew's Day.
    assert_eq!(deadlines(&raw), [pair("response", "2026-12-24")]);
    assert_eq!(
        stages(&raw),
        [("awaiting".to_owned(), Some("2026-12-24".to_owned())), ("overdue".to_owned(), None)]
    );

    library.reply();
    is_whole(&library, "a reply is recorded");
    // Forty working days from 14 December 2026 without 25 and 28 December, 1 and 4 January.
    assert_eq!(
        deadlines(&raw),
        [pair("response", "2026-12-24"), pair("review-request", "2027-02-12")]
    );
    assert_eq!(stages(&raw), [("to_follow_up".to_owned(), None)]);

    library.ask_review();
    is_whole(&library, "a review is asked for");
    // Deemed received on 17 December.
    assert_eq!(
        deadlines(&raw),
        [
            pair("response", "2026-12-24"),
            pair("review-request", "2027-02-12"),
            pair("review", "2027-01-20"),
            pair("review-extended", "2027-02-17"),
        ]
    );

    library.decide_review();
    is_whole(&library, "the review is decided");
    // Six weeks from 18 January 2027: 42 days, of any kind.
    assert_eq!(deadlines(&raw).last(), Some(&pair("complaint", "2027-03-01")));
    let outcomes: Vec<String> = raw
        .prepare("SELECT outcome FROM current_outcomes ORDER BY question_id")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("the outcomes");
    assert_eq!(outcomes, ["answered", "partly", "answered"]);
}

#[test]
fn what_is_stored_is_what_is_computed() {
    let library = Library::with_story();
    let request = library.request();
    let computed = library
        .store
        .read(|reader| {
            let file = reader.case_file(&request)?;
            Ok::<_, StoreError>(compute(&file, reader.holidays()?))
        })
        .expect("a request that can be worked out");
    let raw = library.raw();
    let expected: Vec<(String, String)> = computed
        .clocks
        .iter()
        .map(|clock| pair(clock.kind.code(), &clock.due.to_string()))
        .collect();
    assert_eq!(deadlines(&raw), expected);
    let expected: Vec<String> =
        computed.agenda.stages.iter().map(|span| span.stage.code().to_owned()).collect();
    let found: Vec<String> = stages(&raw).into_iter().map(|(stage, _)| stage).collect();
    assert_eq!(found, expected);
    assert_eq!(computed.agenda.on(day("2027-01-20")).stage, Stage::ToFollowUp);
}

#[test]
fn each_column_that_is_tampered_with_is_found_and_its_table_and_request_named() {
    let library = Library::with_story();
    let raw = library.raw();
    for table in TABLES {
        let columns: Vec<(String, String, bool)> = raw
            .prepare(&format!("SELECT name, type, pk FROM pragma_table_info('{table}')"))
            .and_then(|mut statement| {
                statement
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)? > 0)))?
                    .collect()
            })
            .expect("the columns");
        // Without foreign keys, so that a code can be any other word.
        raw.pragma_update(None, "foreign_keys", false).expect("a setting");
        raw.pragma_update(None, "ignore_check_constraints", true).expect("a setting");
        for (column, kind, in_key) in columns {
            if in_key {
                continue;
            }
            let other = if kind == "INTEGER" { "77" } else { "'2001-01-01'" };
            raw.execute_batch("BEGIN").expect("a transaction");
            let changed = raw
                .execute(&format!("UPDATE {table} SET {column} = {other}"), [])
                .expect("a row tampered with");
            assert!(changed > 0, "{table} has no row");
            raw.execute_batch("COMMIT").expect("a commit");
            let findings = library.store.check().expect("a library that can be read");
            assert!(
                findings
                    .iter()
                    .any(|finding| finding.place == "HT-001" && finding.message.contains(table)),
                "{table}.{column}: {findings:?}"
            );
            rebuild(&library);
        }
    }
    is_whole(&library, "everything was put back");
}

/// Works HT-001 out anew: any event does.
fn rebuild(library: &Library) {
    let mut second = store::Store::open(library.folder()).expect("a second door");
    let request = library.request();
    let note = event(EventKind::Note, day("2027-01-19"), Fact::Note("looked at".to_owned()));
    second.write("A note", tests::noon(), |w| w.append(request.id, &note)).expect("a note");
}

#[test]
fn a_projection_that_was_dropped_is_missed_and_comes_back_with_the_next_event() {
    let library = Library::with_story();
    let raw = library.raw();
    for table in TABLES {
        raw.execute(&format!("DELETE FROM {table}"), []).expect("it is no history");
        let findings = library.store.check().expect("a library that can be read");
        let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
        assert!(finding.message.contains(table), "{finding:?}");
        rebuild(&library);
        is_whole(&library, table);
    }
}

#[test]
fn a_row_too_many_is_found() {
    let library = Library::with_story();
    library
        .raw()
        .execute_batch(
            "INSERT INTO deadlines SELECT request_id, 99, kind, started_by, subject, counted_from,
               counted_from_fact, due_on, length, skipped, provisional, authority, citation,
               citation_confirmed, other_due_on, other_reading, stopped_on,
               claimed_due_on, claimed_reading, paused, questions FROM deadlines LIMIT 1",
        )
        .expect("a row too many");
    let findings = library.store.check().expect("a library that can be read");
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.place, "HT-001");
    assert!(finding.message.contains("deadlines"), "{}", finding.message);
}

#[test]
fn a_bank_holiday_that_is_added_moves_the_deadlines_in_the_same_write() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    let request = library.request();
    let proclaimed = BankHoliday {
        date: day("2026-12-16"),
        division: Division::EnglandAndWales,
        title: "Proclaimed".to_owned(),
    };
    let written = library.write("A bank holiday", |w| {
        // Even when the holidays were looked at before.
        w.holidays()?;
        w.add_holiday(&proclaimed, "a test")
    });
    assert!(written.requests.contains(&request.id), "what moved is reported");
    assert_eq!(deadlines(&library.raw()), [pair("response", "2026-12-29")]);
    is_whole(&library, "a bank holiday was added");
}

#[test]
fn striking_an_event_equals_its_absence() {
    let mut library = Library::with_request();
    let letter = library.write_request();
    library.post(letter, "2026-11-23");
    let raw = library.raw();
    let before = (deadlines(&raw), stages(&raw));
    let request = library.request();
    let reply = library.reply();
    assert_ne!((deadlines(&raw), stages(&raw)), before);
    library
        .store
        .strike_event(&request, reply, "of another request", tests::noon())
        .expect("a strike");
    assert_eq!((deadlines(&raw), stages(&raw)), before);
    is_whole(&library, "the reply was struck");
}

#[test]
fn an_odd_history_is_kept_and_found() {
    let mut library = Library::with_request();
    library.reply();
    let findings = library.store.check().expect("a library that can be read");
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.place, "HT-001");
    assert!(finding.message.contains("has not been sent"), "{}", finding.message);
}

#[test]
fn two_request_letters_that_stand_at_once_are_found() {
    let mut library = Library::with_request();
    library.write_request();
    is_whole(&library, "one letter");
    library.write_request();
    let findings = library.store.check().expect("a library that can be read");
    let [finding] = findings.as_slice() else { panic!("one finding: {findings:?}") };
    assert_eq!(finding.place, "HT-001");
    assert!(finding.message.contains("Two request letters"), "{}", finding.message);
}

#[test]
fn a_row_that_points_nowhere_is_found() {
    let library = Library::with_story();
    let raw = library.raw();
    raw.pragma_update(None, "foreign_keys", false).expect("a setting");
    raw.execute("UPDATE campaign_periods SET campaign_id = 77", []).expect("an orphan");
    let findings = library.store.check().expect("a library that can be read");
    assert!(findings.iter().any(|finding| finding.place == "campaign_periods"), "{findings:?}");
}
