//! The whole schema as one text, so that no change to it goes unseen.

use store::schema_of;
use tests::Library;

/// The schema as `tests/golden/schema.sql` has it.
const GOLDEN: &str = include_str!("../golden/schema.sql");

fn as_text(objects: &[(String, String)]) -> String {
    let heading = "-- The schema of a library, object by object in order of name. Compared by \
                   tests/store/schema.rs,\n-- which says how to renew it.\n";
    let objects = objects.iter().map(|(name, sql)| format!("\n-- {name}\n{sql};\n"));
    std::iter::once(heading.to_owned()).chain(objects).collect()
}

#[test]
fn the_schema_of_a_new_library_is_the_golden_one() {
    let library = Library::create();
    let found = as_text(&schema_of(&library.raw()).expect("a schema"));
    if found != GOLDEN {
        println!("{found}");
    }
    assert!(
        found == GOLDEN,
        "The schema differs from tests/golden/schema.sql. If the change is meant, put the text printed \
         above, as it stands, in place of that file, and read the difference before it is committed."
    );
}

#[test]
fn every_table_is_strict() {
    let library = Library::create();
    for (name, sql) in schema_of(&library.raw()).expect("a schema") {
        if name.starts_with("table ") {
            assert!(sql.contains(") STRICT"), "{name} would take text for a number");
        }
    }
}

#[test]
fn every_table_of_facts_refuses_both_change_and_removal() {
    let library = Library::create();
    let names: Vec<String> =
        schema_of(&library.raw()).expect("a schema").into_iter().map(|(name, _)| name).collect();
    for table in crate::append_only::TABLES {
        for act in ["update", "delete"] {
            let trigger = format!("trigger {table}_no_{act}");
            assert!(names.contains(&trigger), "{trigger} is missing");
        }
    }
    let triggers = names.iter().filter(|name| name.starts_with("trigger ")).count();
    assert_eq!(triggers, 2 * crate::append_only::TABLES.len(), "a trigger that no test knows");
}

#[test]
fn a_library_says_whose_it_is_and_of_which_version() {
    let folder = Library::create().close();
    let header = std::fs::read(folder.path().join(store::DATABASE)).expect("the database");
    let number = |at: usize| {
        i32::from_be_bytes(header[at..at + 4].try_into().expect("four bytes of the header"))
    };
    assert_eq!(number(68), store::APPLICATION_ID);
    assert_eq!(&header[68..72], b"FOID", "what the `file` command shows");
    let newest = store::MIGRATIONS.last().expect("a migration").version;
    assert_eq!(i64::from(number(60)), newest, "every migration is applied");
}
