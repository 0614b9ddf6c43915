//! A closed list stands twice: as an enum, which the program matches, and as a table, which foreign
//! keys point to. Each pair must agree to the letter.

use std::collections::BTreeSet;

use casework::agenda::{Stage, StepKind};
use casework::clock::ClockKind;
use casework::event::{Channel, Claim, EventKind, ReviewResult};
use casework::force::ForceKind;
use casework::letter::{LetterKind, Mode};
use casework::outcome::Outcome;
use casework::question::Role;
use law::Coded;
use law::calendar::Division;
use law::citation::Basis;
use law::receipt::PostClass;
use law::regime::Regime;
use store::table::operations::ItemState;
use tests::Library;

type Rows = BTreeSet<(String, String)>;

fn members<C: Coded>() -> Rows {
    C::ALL.iter().map(|member| (member.code().to_owned(), member.label().to_owned())).collect()
}

/// Every list: its table, and what the enum says of it.
fn lists() -> Vec<(&'static str, Rows)> {
    vec![
        ("authorities", members::<Basis>()),
        ("channels", members::<Channel>()),
        ("claims", members::<Claim>()),
        ("clock_kinds", members::<ClockKind>()),
        ("divisions", members::<Division>()),
        ("event_kinds", members::<EventKind>()),
        ("follow_up_modes", members::<Mode>()),
        ("force_kinds", members::<ForceKind>()),
        ("item_states", members::<ItemState>()),
        ("letter_kinds", members::<LetterKind>()),
        ("outcomes", members::<Outcome>()),
        ("post_classes", members::<PostClass>()),
        ("question_roles", members::<Role>()),
        ("regimes", members::<Regime>()),
        ("review_results", members::<ReviewResult>()),
        ("stages", members::<Stage>()),
        ("step_kinds", members::<StepKind>()),
    ]
}

fn rows(connection: &rusqlite::Connection, table: &str) -> Rows {
    let mut statement =
        connection.prepare(&format!("SELECT code, label FROM {table}")).expect("a list");
    statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the rows of a list")
}

#[test]
fn each_closed_list_has_the_codes_and_labels_of_its_enum() {
    let library = Library::create();
    let connection = library.raw();
    for (table, expected) in lists() {
        assert_eq!(rows(&connection, table), expected, "{table}");
    }
}

#[test]
fn no_closed_list_of_the_library_goes_uncompared() {
    let library = Library::create();
    let connection = library.raw();
    let mut statement = connection
        .prepare(
            "SELECT t.name FROM pragma_table_list t
             WHERE t.schema = 'main' AND t.type = 'table'
               AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'code' AND c.pk = 1)
             ORDER BY t.name",
        )
        .expect("a query");
    let found: Vec<String> =
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect).expect("the tables");
    let compared: Vec<&str> = lists().iter().map(|(table, _)| *table).collect();
    assert_eq!(found, compared);
}

#[test]
fn events_of_one_day_are_ranked_alike_in_the_library_and_in_the_program() {
    let library = Library::create();
    let connection = library.raw();
    let mut statement = connection.prepare("SELECT code, rank FROM event_kinds").expect("a list");
    let ranks: BTreeSet<(String, u32)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .and_then(Iterator::collect)
        .expect("the ranks");
    let expected: BTreeSet<(String, u32)> =
        EventKind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.rank())).collect();
    assert_eq!(ranks, expected);
}
