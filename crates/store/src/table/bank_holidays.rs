//! Bank holidays, dated and by division.

use law::Coded;
use law::calendar::{BankHoliday, BankHolidays};

use crate::codes::{coded, date, get, stored};
use crate::door::{Reader, Writer};
use crate::error::StoreError;

impl Reader<'_> {
    pub(crate) fn load_holidays(&self) -> Result<BankHolidays, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT date, division, title FROM bank_holidays ORDER BY date, division",
        )?;
        let mut rows = statement.query([])?;
        let mut holidays = Vec::new();
        while let Some(row) = rows.next()? {
            holidays.push(BankHoliday {
                date: date("bank holiday", &get::<String>(row, "date")?)?,
                division: coded("division", &get::<String>(row, "division")?)?,
                title: get(row, "title")?,
            });
        }
        Ok(BankHolidays::new(holidays))
    }
}

impl Writer<'_> {
    /// Adds a bank holiday that came with a list (not by hand). Every request is worked out anew
    /// before the commit, since any of its limits may have moved.
    ///
    /// # Errors
    /// A fault of the database, or a day that is there already.
    pub fn add_holiday(&self, holiday: &BankHoliday, note: &str) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO bank_holidays (date, division, title, note) VALUES (?1, ?2, ?3, ?4)",
            (stored(holiday.date), holiday.division.code(), &holiday.title, note),
        )?;
        self.touch_all()
    }
}
