//! Bank holidays, dated and by division.

use chrono::NaiveDate;
use law::Coded;
use law::calendar::{BankHoliday, BankHolidays, Division};
use rusqlite::OptionalExtension;
use serde_json::{Value, json};

use crate::codes::{coded, date, get, stored};
use crate::door::{Reader, Writer};
use crate::error::StoreError;
use crate::undo::{needed, text};

/// The table's name, in the journal of edits too.
pub(crate) const TABLE: &str = "bank_holidays";

/// A bank holiday as the library keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayEntry {
    /// The day, where it is kept, and what it is called.
    pub holiday: BankHoliday,
    /// Where it comes from.
    pub note: String,
    /// Whether a person added it: such a day stays when a list is brought in.
    pub by_hand: bool,
}

fn journal_of(entry: &HolidayEntry) -> Value {
    json!({
        "date": stored(entry.holiday.date),
        "division": entry.holiday.division.code(),
        "title": entry.holiday.title,
        "note": entry.note,
        "by_hand": entry.by_hand,
    })
}

/// The holiday that the journal has.
pub(crate) fn of_journal(row: &Value) -> Result<HolidayEntry, StoreError> {
    Ok(HolidayEntry {
        holiday: BankHoliday {
            date: date("bank holiday", &needed(row, "date")?)?,
            division: coded("division", &needed(row, "division")?)?,
            title: needed(row, "title")?,
        },
        note: text(row, "note").unwrap_or_default(),
        by_hand: row.get("by_hand").and_then(Value::as_bool).unwrap_or_default(),
    })
}

fn key(day: NaiveDate, division: Division) -> String {
    format!("{}/{}", stored(day), division.code())
}

/// The day and the division of a key of the journal.
pub(crate) fn of_key(key: &str) -> Result<(NaiveDate, Division), StoreError> {
    let (day, division) =
        key.split_once('/').ok_or_else(|| StoreError::unknown("bank holiday", key))?;
    Ok((date("bank holiday", day)?, coded("division", division)?))
}

impl Reader<'_> {
    pub(crate) fn load_holidays(&self) -> Result<BankHolidays, StoreError> {
        Ok(BankHolidays::new(self.holiday_entries()?.into_iter().map(|entry| entry.holiday)))
    }

    /// The bank holidays with where they come from, by day and division.
    ///
    /// # Errors
    /// A fault of the database, or a value that is not understood.
    pub fn holiday_entries(&self) -> Result<Vec<HolidayEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT date, division, title, note, by_hand FROM bank_holidays
             ORDER BY date, division",
        )?;
        let mut rows = statement.query([])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(HolidayEntry {
                holiday: BankHoliday {
                    date: date("bank holiday", &get::<String>(row, "date")?)?,
                    division: coded("division", &get::<String>(row, "division")?)?,
                    title: get(row, "title")?,
                },
                note: get(row, "note")?,
                by_hand: get::<i64>(row, "by_hand")? == 1,
            });
        }
        Ok(entries)
    }

    fn holiday_entry(
        &self,
        day: NaiveDate,
        division: Division,
    ) -> Result<Option<HolidayEntry>, StoreError> {
        let kept: Option<(String, String, i64)> = self
            .connection
            .query_row(
                "SELECT title, note, by_hand FROM bank_holidays WHERE date = ?1 AND division = ?2",
                (stored(day), division.code()),
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        Ok(kept.map(|(title, note, by_hand)| HolidayEntry {
            holiday: BankHoliday { date: day, division, title },
            note,
            by_hand: by_hand == 1,
        }))
    }
}

impl Writer<'_> {
    /// Adds a bank holiday that came with the library (not by hand, and not to be taken back). Every
    /// request is worked out anew before the commit, since any of its limits may have moved.
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

    /// Puts a bank holiday in place of what stood on that day in that division, with an entry in the
    /// journal. Every request is worked out anew before the commit.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn put_holiday(&self, entry: &HolidayEntry) -> Result<(), StoreError> {
        let (day, division) = (entry.holiday.date, entry.holiday.division);
        let before = self.holiday_entry(day, division)?;
        self.write_holiday(day, division, Some(entry))?;
        let before = before.as_ref().map(journal_of);
        self.journal(TABLE, &key(day, division), before, Some(journal_of(entry)))
    }

    /// Takes a bank holiday away, with an entry in the journal.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn remove_holiday(&self, day: NaiveDate, division: Division) -> Result<(), StoreError> {
        let Some(before) = self.holiday_entry(day, division)? else { return Ok(()) };
        self.write_holiday(day, division, None)?;
        self.journal(TABLE, &key(day, division), Some(journal_of(&before)), None)
    }

    /// Writes what stands on a day in a division, without an entry in the journal: for undo.
    pub(crate) fn write_holiday(
        &self,
        day: NaiveDate,
        division: Division,
        entry: Option<&HolidayEntry>,
    ) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM bank_holidays WHERE date = ?1 AND division = ?2",
            (stored(day), division.code()),
        )?;
        if let Some(HolidayEntry { holiday, note, by_hand }) = entry {
            self.execute(
                "INSERT INTO bank_holidays (date, division, title, note, by_hand)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
                (stored(day), division.code(), &holiday.title, note, i64::from(*by_hand)),
            )?;
        }
        self.touch_all()
    }
}
