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
