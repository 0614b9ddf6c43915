//! Reading the tables, and the bank holidays that the product ships.

use std::{collections::BTreeSet, fs, path::PathBuf};

use chrono::NaiveDate;
use law::{BankHoliday, BankHolidays, Coded, Division, Regime};

/// Every table with the number of its rows, so that a table that is cut short, or never read, is a
/// failure and not a silence.
const TABLES: &[(&str, usize)] = &[
    ("citations.csv", 24),
    ("cost_guard.csv", 21),
    ("days.csv", 37),
    ("eir_appeal.csv", 10),
    ("eir_complaint.csv", 8),
    ("eir_fees.csv", 9),
    ("eir_response.csv", 29),
    ("eir_response_extended.csv", 5),
    ("eir_review.csv", 4),
    ("eir_review_request.csv", 4),
    ("eisr_appeal.csv", 10),
    ("eisr_complaint.csv", 8),
    ("eisr_fees.csv", 9),
    ("eisr_response.csv", 29),
    ("eisr_response_extended.csv", 5),
    ("eisr_review.csv", 4),
    ("eisr_review_request.csv", 4),
    ("foia_appeal.csv", 10),
    ("foia_complaint.csv", 9),
    ("foia_cost_window.csv", 5),
    ("foia_fees.csv", 9),
    ("foia_response.csv", 89),
    ("foia_response_extended.csv", 5),
    ("foia_review.csv", 5),
    ("foia_review_extended.csv", 4),
    ("foia_review_request.csv", 7),
    ("foisa_appeal.csv", 10),
    ("foisa_complaint.csv", 12),
    ("foisa_fees.csv", 9),
    ("foisa_response.csv", 52),
    ("foisa_review.csv", 13),
    ("foisa_review_request.csv", 6),
    ("grounds.csv", 88),
    ("receipts.csv", 14),
    ("references.csv", 137),
    ("refusals.csv", 63),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A row of a table, read by the names of its columns.
pub struct Row {
    /// The table and line, for the message of a failed test.
    pub place: String,
    columns: Vec<(String, String)>,
}

impl Row {
    pub fn get(&self, column: &str) -> &str {
        let found = self.columns.iter().find(|(name, _)| name == column);
        match found {
            Some((_, value)) => value,
            None => panic!("{}: there is no column {column}", self.place),
        }
    }

    pub fn date(&self, column: &str) -> NaiveDate {
        day(self.get(column))
    }

    pub fn regime(&self) -> Regime {
        self.coded("regime")
    }

    pub fn coded<T: Coded>(&self, column: &str) -> T {
        let code = self.get(column);
        match T::from_code(code) {
            Some(member) => member,
            None => panic!("{}: {code} is no code of {column}", self.place),
        }
    }
}

/// Whether there is such a table.
pub fn exists(table: &str) -> bool {
    TABLES.iter().any(|(name, _)| *name == table)
}

/// The rows of a table, all of them: as many as are written above, each with its source.
pub fn rows(table: &str) -> Vec<Row> {
    let (_, expected) = TABLES
        .iter()
        .find(|(name, _)| *name == table)
        .unwrap_or_else(|| panic!("{table} is not listed"));
    let mut reader = csv::Reader::from_path(folder().join(table)).expect("the table is there");
    let names: Vec<String> =
        reader.headers().expect("a first line of names").iter().map(str::to_owned).collect();
    let rows: Vec<Row> = reader
        .records()
        .enumerate()
        .map(|(number, record)| {
            let record = record.expect("as many columns as names");
            let columns = names.iter().cloned().zip(record.iter().map(str::to_owned)).collect();
            Row { place: format!("{table}, line {}", number + 2), columns }
        })
        .collect();
    assert_eq!(rows.len(), *expected, "{table} has another number of rows than it should");
    for row in &rows {
        assert!(row.get("source").len() > 3, "{}: no source", row.place);
    }
    let distinct: BTreeSet<_> = rows.iter().map(|row| &row.columns).collect();
    assert_eq!(distinct.len(), rows.len(), "{table} has a row twice");
    rows
}

/// The file of bank holidays that the product ships, as it stands: day, title, division.
pub fn holiday_file() -> Vec<(NaiveDate, String, String)> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../crates/desk/data/bank_holidays.csv");
    let mut reader = csv::Reader::from_path(path).expect("the bank holidays are there");
    reader
        .records()
        .map(|record| {
            let record = record.expect("date,title,division,note");
            (day(&record[0]), record[1].to_owned(), record[2].to_owned())
        })
        .collect()
}

/// The bank holidays that the product ships.
pub fn shipped() -> BankHolidays {
    let rows: Vec<BankHoliday> = holiday_file()
        .into_iter()
        .map(|(date, title, division)| BankHoliday {
            date,
            title,
            division: Division::from_code(&division).expect("a division"),
        })
        .collect();
    assert!(rows.len() > 600, "{} bank holidays are too few", rows.len());
    BankHolidays::new(rows)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}

#[test]
fn every_table_in_the_folder_is_listed_and_no_other() {
    let mut found: Vec<String> = fs::read_dir(folder())
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    found.sort();
    let listed: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(found, listed);
}
