//! The bank holidays of each division, as dated rows with their source in the note.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::date::read_date;
use crate::problem::{Problem, Problems};
use crate::table::{Column, Row, Separator, Table};

const COLUMNS: [Column; 4] = [
    Column::Needed("date"),
    Column::Needed("title"),
    Column::Needed("division"),
    Column::Optional("note"),
];

/// The parts of the United Kingdom that keep their own bank holidays, by the code that gov.uk uses.
const DIVISIONS: [&str; 3] = ["england-and-wales", "scotland", "northern-ireland"];

/// One bank holiday in one division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayRow {
    /// The line the row begins on.
    pub line: u64,
    /// The day.
    pub date: NaiveDate,
    /// What the day is called.
    pub title: String,
    /// `england-and-wales`, `scotland` or `northern-ireland`.
    pub division: String,
    /// Where the row comes from, and whether the day is a substitute.
    pub note: Option<String>,
}

/// Reads a table with the columns `date`, `title`, `division` and, if wanted, `note`.
pub fn read_holidays(bytes: impl AsRef<[u8]>) -> Result<Vec<HolidayRow>, Vec<Problem>> {
    let table = Table::read(bytes.as_ref(), &COLUMNS, Separator::Comma)?;
    let mut problems = Problems::default();
    let mut holidays = Vec::new();
    let mut lines: BTreeMap<(NaiveDate, String), u64> = BTreeMap::new();
    for row in table.rows() {
        let date = date(row, &mut problems);
        let title = row.needed("title", &mut problems);
        let division = division(row, &mut problems);
        let (Some(date), Some(division)) = (date, division) else {
            continue;
        };
        if let Some(first) = lines.get(&(date, division.clone())) {
            problems.push(row.problem(
                "date",
                format!("{date} stands here again for {division}; line {first} has it already"),
                "Keep the one that is right",
            ));
            continue;
        }
        lines.insert((date, division.clone()), row.line);
        let Some(title) = title else { continue };
        holidays.push(HolidayRow {
            line: row.line,
            date,
            title,
            division,
            note: row.written("note"),
        });
    }
    problems.finish(holidays)
}

fn date(row: Row<'_>, problems: &mut Problems) -> Option<NaiveDate> {
    let written = row.needed("date", problems)?;
    match read_date(&written) {
        Ok(date) => Some(date),
        Err(problem) => {
            problems.push(row.problem("date", problem.message, sentence(&problem.hint)));
            None
        }
    }
}

/// A hint that follows a colon elsewhere, as a sentence of its own.
fn sentence(hint: &str) -> String {
    let mut characters = hint.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

fn division(row: Row<'_>, problems: &mut Problems) -> Option<String> {
    let written = row.needed("division", problems)?;
    if DIVISIONS.contains(&written.as_str()) {
        return Some(written);
    }
    problems.push(row.problem(
        "division",
        format!("“{written}” is not a division with bank holidays of its own"),
        format!("Write one of {}", DIVISIONS.join(", ")),
    ));
    None
}
