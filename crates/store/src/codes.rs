//! Codes, dates and row numbers as the library stores them, read back strictly: a value that is not
//! understood is a fault that names it, never a default.

use chrono::NaiveDate;
use law::Coded;
use rusqlite::Row;

use crate::error::StoreError;

/// A code of a closed list.
pub(crate) fn coded<C: Coded>(what: &str, code: &str) -> Result<C, StoreError> {
    C::from_code(code).ok_or_else(|| StoreError::unknown(what, code))
}

/// A code of a closed list, or nothing.
pub(crate) fn coded_if<C: Coded>(
    what: &str,
    code: Option<String>,
) -> Result<Option<C>, StoreError> {
    code.map(|code| coded(what, &code)).transpose()
}

/// A civil date.
pub(crate) fn date(what: &str, text: &str) -> Result<NaiveDate, StoreError> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| StoreError::unknown(what, text))
}

/// A civil date, or nothing.
pub(crate) fn date_if(what: &str, text: Option<String>) -> Result<Option<NaiveDate>, StoreError> {
    text.map(|text| date(what, &text)).transpose()
}

/// A civil date as it is stored.
pub(crate) fn stored(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// Reads a column by name.
pub(crate) fn get<T: rusqlite::types::FromSql>(
    row: &Row<'_>,
    column: &str,
) -> Result<T, StoreError> {
    Ok(row.get(column)?)
}

/// A count or number that cannot be negative.
pub(crate) fn number(row: &Row<'_>, column: &str) -> Result<u32, StoreError> {
    let number: i64 = row.get(column)?;
    u32::try_from(number).map_err(|_| StoreError::unknown(column, &number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_that_is_stored_reads_back_and_sorts_before_those_after_it() {
        // A stage that nothing has begun yet is stored from the beginning of time.
        let days = [NaiveDate::MIN, day("0999-12-31"), day("2026-11-23"), day("9999-12-31")];
        for pair in days.windows(2) {
            assert!(stored(pair[0]) < stored(pair[1]), "{pair:?}, as text");
        }
        for day in days {
            assert_eq!(date("day", &stored(day)).expect("a day that was stored"), day);
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    #[test]
    fn a_day_or_a_code_that_is_not_understood_is_named_and_never_guessed() {
        for text in ["", "2026-02-30", "23/11/2026", "2026-11-23T12:00:00Z", "2026-11-23 "] {
            let error = date("date of an event", text).expect_err(text).to_string();
            assert!(error.contains(&format!("date of an event “{text}”")), "{error}");
        }
        let error = coded::<law::regime::Regime>("regime", "FOIA").expect_err("codes are exact");
        assert!(error.to_string().contains("regime “FOIA”"), "{error}");
    }
}
