//! History is added to, never changed: not by this program, and not by another that opens the file.

use casework::event::{EventKind, Fact};
use rusqlite::Connection;
use rusqlite::types::Value;
use tests::Library;

/// The tables whose rows stand for ever once written.
pub const TABLES: [&str; 10] = [
    "events",
    "event_outcomes",
    "event_grounds",
    "event_documents",
    "event_questions",
    "strikes",
    "letters",
    "letter_questions",
    "operations",
    "edits",
];

/// A library with at least one row in each of the tables.
fn full() -> Library {
    let mut library = Library::with_story();
    let request = library.request();
    let last = library
        .store
        .read(|reader| reader.events(request.id, request.regime))
        .expect("the events")
        .pop()
        .expect("the story has events");
    let [question, ..] = library.questions();
    let withdrawn = Fact::PartsWithdrawn(vec![question]);
    let event = tests::event(EventKind::PartsWithdrawn, tests::day("2027-03-01"), withdrawn);
    library.write("Withdrew a part", |w| w.append(request.id, &event));
    library
        .store
        .strike_event(&request, last.event.id, "a slip of the pen", tests::noon())
        .expect("a strike");
    library
}

fn rows(connection: &Connection, table: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).expect("a table");
    let width = statement.column_count();
    statement
        .query_map([], |row| (0..width).map(|at| row.get(at)).collect())
        .and_then(Iterator::collect)
        .expect("the rows of a table")
}

fn first_column(connection: &Connection, table: &str) -> String {
    let sql = format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid LIMIT 1");
    connection.query_row(&sql, [], |row| row.get(0)).expect("a column")
}

/// The words of the trigger, and nothing else, must be why it was refused.
fn refused_by_trigger(connection: &Connection, table: &str, sql: &str) {
    let before = rows(connection, table);
    assert!(!before.is_empty(), "{table} has no row to lose");
    let error = connection.execute_batch(sql).expect_err(sql).to_string();
    let reason = ["append-only", "stands", "frozen"];
    assert!(reason.iter().any(|words| error.contains(words)), "{sql}: {error}");
    assert_eq!(rows(connection, table), before, "{sql}");
}

#[test]
fn no_row_of_history_can_be_updated() {
    let library = full();
    let raw = library.raw();
    for table in TABLES {
        let column = first_column(&raw, table);
        refused_by_trigger(&raw, table, &format!("UPDATE {table} SET {column} = {column}"));
    }
}

#[test]
fn no_row_of_history_can_be_deleted() {
    let library = full();
    let raw = library.raw();
    for table in TABLES {
        refused_by_trigger(&raw, table, &format!("DELETE FROM {table}"));
    }
}

#[test]
fn no_row_of_history_can_be_replaced() {
    let library = full();
    let raw = library.raw();
    for table in TABLES {
        let replace = format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}");
        refused_by_trigger(&raw, table, &replace);
        let update = format!("UPDATE OR REPLACE {table} SET rowid = rowid");
        let has_row_number = !matches!(
            table,
            "event_outcomes"
                | "event_grounds"
                | "event_documents"
                | "event_questions"
                | "letter_questions"
        );
        if has_row_number {
            refused_by_trigger(&raw, table, &update);
        }
    }
}

#[test]
fn no_row_of_history_can_be_changed_by_an_upsert() {
    let library = full();
    let raw = library.raw();
    refused_by_trigger(
        &raw,
        "events",
        "INSERT INTO events SELECT * FROM events WHERE true
         ON CONFLICT (id) DO UPDATE SET happened_on = '2000-01-01'",
    );
    refused_by_trigger(
        &raw,
        "strikes",
        "INSERT INTO strikes SELECT * FROM strikes WHERE true
         ON CONFLICT (event_id) DO UPDATE SET reason = 'another'",
    );
}

#[test]
fn a_letter_number_is_given_once() {
    let library = full();
    let raw = library.raw();
    // Another row under the number of a letter that stands, in its place.
    refused_by_trigger(
        &raw,
        "letters",
        "INSERT OR REPLACE INTO letters (request_id, number, kind, dated, page_count, address,
           document_hash, wording_version, operation_id)
         SELECT request_id, number, kind, '2000-01-01', page_count, address, document_hash,
           wording_version, operation_id FROM letters LIMIT 1",
    );
}
