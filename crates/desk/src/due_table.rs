//! Many due dates in one pass: a table of limits in, a table of days out, in the same order. A row that
//! cannot be read is in the output too, with its fault.

use law::time_limit::{self, LimitKind};
use law::{BankHolidays, Coded, Regime};
use serde::Serialize;

use crate::error::{DeskError, ErrorKind};
use crate::input::date;
use crate::register::calendar;

const COLUMNS: [&str; 4] = ["id", "regime", "limit", "from"];

/// A row of the output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// The id of the row, as it came.
    pub id: String,
    /// Due by the end of this day.
    pub due: Option<chrono::NaiveDate>,
    /// Whether bank holidays not yet known could move it.
    pub provisional: Option<bool>,
    /// Why there is no day.
    pub error: Option<String>,
}

/// The due day of each row of a table with the columns `id`, `regime`, `limit` and `from`, by the
/// built-in bank holidays.
///
/// # Errors
/// A table without these columns. What is wrong with a row stands in its place.
pub fn due_table(table: &[u8]) -> Result<Vec<DueRow>, DeskError> {
    let holidays = calendar()?;
    let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(true)
        .trim(csv::Trim::All)
        .from_reader(table);
    let fault = |message: String| {
        DeskError::new(ErrorKind::Input, message, "Give the columns id, regime, limit and from.")
    };
    let header = reader
        .byte_headers()
        .map_err(|error| fault(format!("The table cannot be read: {error}.")))?
        .clone();
    let mut places = [0; 4];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let is_it = |name: &[u8]| String::from_utf8_lossy(name).eq_ignore_ascii_case(column);
        *place = header
            .iter()
            .position(is_it)
            .ok_or_else(|| fault(format!("The table has no column “{column}”.")))?;
    }
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        let record =
            record.map_err(|error| fault(format!("The table cannot be read: {error}.")))?;
        let [id, regime, limit, from] =
            places.map(|place| String::from_utf8_lossy(record.get(place).unwrap_or_default()));
        rows.push(match due_day(&regime, &limit, &from, &holidays) {
            Ok(due) => DueRow {
                id: id.into_owned(),
                due: Some(due.day),
                provisional: Some(due.provisional),
                error: None,
            },
            Err(error) => {
                DueRow { id: id.into_owned(), due: None, provisional: None, error: Some(error) }
            }
        });
    }
    Ok(rows)
}

fn due_day(
    regime: &str,
    limit: &str,
    from: &str,
    holidays: &BankHolidays,
) -> Result<time_limit::DueDay, String> {
    let act = Regime::from_code(&regime.to_lowercase())
        .ok_or_else(|| format!("“{regime}” is no regime"))?;
    let kind = LimitKind::from_code(&limit.to_lowercase())
        .ok_or_else(|| format!("“{limit}” is no limit"))?;
    let from = date("from", from).map_err(|error| error.message)?;
    time_limit::due_day(kind, act, from, holidays).map_err(|none| none.to_string())
}

/// The same as a table with the columns `id`, `due`, `provisional` and `error`.
///
/// # Errors
/// A fault in writing it.
pub fn due_csv(rows: &[DueRow]) -> Result<String, DeskError> {
    let fault = |error: String| DeskError::new(ErrorKind::Fault, error, "Try again.");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(["id", "due", "provisional", "error"])
        .map_err(|error| fault(error.to_string()))?;
    for row in rows {
        let due = row.due.map(|due| due.to_string()).unwrap_or_default();
        let provisional = row.provisional.map(|it| it.to_string()).unwrap_or_default();
        let error = row.error.clone().unwrap_or_default();
        writer
            .write_record([&row.id, &due, &provisional, &error])
            .map_err(|error| fault(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| fault(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| fault(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_in_the_output_in_its_order_with_its_day_or_its_fault() {
        // Source: CASEWORK 3 for the Scottish row; 23 November + 20 wd without St Andrew's Day.
        let table = "id,regime,limit,from\na,foia,response,2026-11-23\n\
                     \"b, c\",FOISA,response,2026-11-26\nd,foisa,response-extended,2026-11-26\n\
                     e,gdpr,response,2026-11-26\nf,foia,lunch,2026-11-26\ng,foia,response,soon\nh\n";
        let rows = due_table(table.as_bytes()).expect("a table");
        let text = due_csv(&rows).expect("a table");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 8);
        assert_eq!(
            lines[..3],
            ["id,due,provisional,error", "a,2026-12-22,false,", "\"b, c\",2026-12-29,false,"]
        );
        for (line, word) in
            lines[3..].iter().zip(["there is none", "gdpr", "lunch", "soon", "regime"])
        {
            assert!(line.contains(",,,") && line.contains(word), "{line}");
        }
    }

    #[test]
    fn columns_may_stand_in_any_order_and_a_missing_one_is_named() {
        let rows = due_table(b"\xef\xbb\xbffrom,limit,regime,id\n2026-11-23,response,eir,1\n");
        assert_eq!(
            rows.expect("a table")[0].due.map(|due| due.to_string()).as_deref(),
            Some("2026-12-22")
        );
        let error = due_table(b"id,regime,from\n1,foia,2026-11-23\n").expect_err("no limit");
        assert!(error.message.contains("limit"), "{}", error.message);
    }
}
