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
            problems.push(row.problem("date", problem.message, problem.hint));
            None
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT_IN: &[u8] = include_bytes!("../../desk/data/bank_holidays.csv");

    fn one(rows: &str, line: u64, field: &str, words: &str) {
        let found = read_holidays(format!("date,title,division,note\n{rows}")).unwrap_err();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, line, "{found:?}");
        assert_eq!(found[0].field.as_deref(), Some(field), "{found:?}");
        assert!(found[0].message.contains(words), "{found:?}");
    }

    #[test]
    fn the_built_in_holidays_are_read() {
        let rows = read_holidays(BUILT_IN).unwrap();
        assert_eq!(rows.len(), 662);
        for division in DIVISIONS {
            assert!(rows.iter().any(|row| row.division == division));
        }
        let christmas = rows.iter().filter(|row| row.date.to_string() == "2026-12-25");
        assert_eq!(christmas.count(), 3, "Christmas Day is a holiday in every division");
    }

    #[test]
    fn refusals_name_their_line_and_column() {
        one("2026-02-31,Day,scotland,", 2, "date", "31 February is not a date");
        one("\n25/12/2026,Day,scotland,", 3, "date", "25/12/2026");
        one("2026-12-25,Day,wales,", 2, "division", "“wales” is not a division");
        one("2026-12-25,,scotland,", 2, "title", "there is no title");
        one(",Day,scotland,", 2, "date", "there is no date");
        let twice = "2026-12-25,Day,scotland,\n2026-12-25,Day,northern-ireland,\n\
                     2026-12-25,Christmas,scotland,";
        one(twice, 4, "date", "line 2 has it already");
    }

    #[test]
    fn a_date_in_another_order_is_shown_ours() {
        let found = read_holidays("date,title,division\n1/5/2026,Day,scotland").unwrap_err();
        assert_eq!(
            found[0].to_string(),
            "line 2, date: “1/5/2026” is not how dates are written here. \
             Write dates as year-month-day, 2026-05-01."
        );
    }
}
