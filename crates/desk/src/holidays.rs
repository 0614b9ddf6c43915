//! The bank holidays of a library: what they are, a day added, a list brought in. Every open deadline
//! follows in the same act, which says what moved and can be undone.

use std::collections::{BTreeMap, BTreeSet};

use casework::clock::words;
use casework::id::RequestId;
use chrono::{Datelike, NaiveDate};
use law::Coded;
use law::calendar::{BankHoliday, Division};
use serde::{Deserialize, Serialize};
use store::Reader;
use store::table::bank_holidays::HolidayEntry;

use crate::error::{DeskError, ErrorKind};
use crate::library::{Desk, Moment};

/// A bank holiday of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HolidayView {
    /// The day.
    pub date: NaiveDate,
    /// Where it is kept: `england-and-wales`, `scotland` or `northern-ireland`.
    pub division: &'static str,
    /// What it is called.
    pub title: String,
    /// Where the row comes from.
    pub note: String,
    /// Whether a person added it: such a day stays when a list is brought in.
    pub by_hand: bool,
}

/// What a change of bank holidays came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HolidayReport {
    /// Days that are there now and were not.
    pub added: Vec<HolidayView>,
    /// Days that are not there any more.
    pub removed: Vec<HolidayView>,
    /// Open deadlines that moved.
    pub moved: Vec<MovedDeadline>,
    /// What to know.
    pub notices: Vec<String>,
}

/// An open deadline that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovedDeadline {
    /// The request.
    pub request: String,
    /// The limit.
    pub limit: &'static str,
    /// What it belongs to.
    pub subject: String,
    /// It was due by the end of this day.
    pub from: NaiveDate,
    /// It is due by the end of this day now.
    pub to: NaiveDate,
}

/// A division of gov.uk's `bank-holidays.json`.
#[derive(Debug, Deserialize)]
struct GovUkDivision {
    events: Vec<GovUkDay>,
}

#[derive(Debug, Deserialize)]
struct GovUkDay {
    title: String,
    date: NaiveDate,
    #[serde(default)]
    notes: String,
}

type OpenClocks = BTreeMap<(String, &'static str, i64, String), NaiveDate>;

impl Desk {
    /// The bank holidays, by day; of one year where it is given.
    ///
    /// # Errors
    /// A fault of the library.
    pub fn holidays(&self, year: Option<i32>) -> Result<Vec<HolidayView>, DeskError> {
        let entries = self.store.read(|r| r.holiday_entries())?;
        let of_year =
            |entry: &HolidayEntry| year.is_none_or(|year| entry.holiday.date.year() == year);
        Ok(entries.into_iter().filter(of_year).map(view).collect())
    }

    /// Adds a bank holiday by hand, in these divisions or, where none is given, in all.
    ///
    /// # Errors
    /// Refused without a name, for a division that does not exist, or where the day is one already.
    pub fn add_holiday(
        &mut self,
        date: NaiveDate,
        title: &str,
        divisions: &[String],
        moment: Moment,
    ) -> Result<HolidayReport, DeskError> {
        let title = crate::input::needed("title", title)?;
        let named = divisions.iter().map(|code| division(code)).collect::<Result<Vec<_>, _>>()?;
        let divisions = if named.is_empty() { Division::ALL.to_vec() } else { named };
        let label = format!("Added the bank holiday of {}", words(date));
        self.change_holidays(&label, moment, |entries| {
            let mut wanted = entries.to_vec();
            for division in &divisions {
                let is_there = |entry: &HolidayEntry| {
                    entry.holiday.date == date && entry.holiday.division == *division
                };
                if let Some(known) = entries.iter().find(|entry| is_there(entry)) {
                    return Err(DeskError::refused(
                        "date",
                        format!(
                            "{} is a bank holiday in {division} already: {}.",
                            words(date),
                            known.holiday.title
                        ),
                        "Leave that division out.",
                    ));
                }
                wanted.push(HolidayEntry {
                    holiday: BankHoliday { date, division: *division, title: title.clone() },
                    note: "added by hand".to_owned(),
                    by_hand: true,
                });
            }
            Ok(wanted)
        })
    }

    /// Brings in gov.uk's `bank-holidays.json`. It takes the place of what was there for each division
    /// within the years that it covers; days added by hand stay.
    ///
    /// # Errors
    /// What is wrong with the file; nothing is changed then.
    pub fn import_holidays(
        &mut self,
        file: &[u8],
        name: &str,
        moment: Moment,
    ) -> Result<HolidayReport, DeskError> {
        let listed = read(file, name)?;
        self.change_holidays(&format!("Brought in bank holidays from {name}"), moment, |entries| {
            let mut wanted: Vec<HolidayEntry> = entries
                .iter()
                .filter(|entry| {
                    let covers = |day: &HolidayEntry| {
                        day.holiday.division == entry.holiday.division
                            && day.holiday.date.year() == entry.holiday.date.year()
                    };
                    entry.by_hand || !listed.iter().any(covers)
                })
                .cloned()
                .collect();
            for entry in &listed {
                let same = |known: &HolidayEntry| {
                    (known.holiday.date, known.holiday.division)
                        == (entry.holiday.date, entry.holiday.division)
                };
                if wanted.iter().any(same) {
                    continue;
                }
                // What is there under the same name stays as it was.
                let kept = entries
                    .iter()
                    .find(|known| same(known) && known.holiday.title == entry.holiday.title);
                wanted.push(kept.unwrap_or(entry).clone());
            }
            Ok(wanted)
        })
    }

    fn change_holidays(
        &mut self,
        label: &str,
        moment: Moment,
        change: impl Fn(&[HolidayEntry]) -> Result<Vec<HolidayEntry>, DeskError>,
    ) -> Result<HolidayReport, DeskError> {
        let (entries, before) =
            self.store.read(|r| Ok::<_, DeskError>((r.holiday_entries()?, open_clocks(r)?)))?;
        let place = |entry: &HolidayEntry| (entry.holiday.date, entry.holiday.division);
        let wanted = change(&entries)?;
        let kept: BTreeSet<_> = wanted.iter().map(place).collect();
        let there: BTreeSet<_> = entries.iter().map(place).collect();
        let removed: Vec<HolidayEntry> =
            entries.iter().filter(|entry| !kept.contains(&place(entry))).cloned().collect();
        let put: Vec<HolidayEntry> =
            wanted.into_iter().filter(|entry| !entries.contains(entry)).collect();
        if removed.is_empty() && put.is_empty() {
            return Ok(HolidayReport {
                added: Vec::new(),
                removed: Vec::new(),
                moved: Vec::new(),
                notices: vec!["Every day of it is there already: nothing was changed.".to_owned()],
            });
        }
        self.store.write(label, moment.now, |w| {
            // Looked at again inside the transaction: another program may have changed them.
            if w.holiday_entries()? != entries {
                return Err(DeskError::refused(
                    "holidays",
                    "The bank holidays were changed at the same time.",
                    "Try again.",
                ));
            }
            for entry in &removed {
                w.remove_holiday(entry.holiday.date, entry.holiday.division)?;
            }
            for entry in &put {
                w.put_holiday(entry)?;
            }
            Ok::<_, DeskError>(())
        })?;
        let after = self.store.read(open_clocks)?;
        let moved = after
            .into_iter()
            .filter_map(|(key, to)| {
                let from = *before.get(&key)?;
                let (request, limit, _, subject) = key;
                (from != to).then_some(MovedDeadline { request, limit, subject, from, to })
            })
            .collect();
        let added = put.into_iter().filter(|entry| !there.contains(&place(entry)));
        Ok(HolidayReport {
            added: added.map(view).collect(),
            removed: removed.into_iter().map(view).collect(),
            moved,
            notices: Vec::new(),
        })
    }
}

/// The last day of each clock that is not stopped. Read from what the library keeps worked out: the
/// change itself folds each request once, and nothing is folded to see what moved.
fn open_clocks(r: &Reader<'_>) -> Result<OpenClocks, DeskError> {
    let names: BTreeMap<RequestId, String> =
        r.requests()?.into_iter().map(|row| (row.id, row.reference.to_string())).collect();
    let open = r.open_deadlines()?.into_iter().filter_map(|open| {
        let request = names.get(&open.request)?.clone();
        Some(((request, open.kind.code(), open.started_by.0, open.subject), open.due))
    });
    Ok(open.collect())
}

fn view(entry: HolidayEntry) -> HolidayView {
    HolidayView {
        date: entry.holiday.date,
        division: entry.holiday.division.code(),
        title: entry.holiday.title,
        note: entry.note,
        by_hand: entry.by_hand,
    }
}

fn division(code: &str) -> Result<Division, DeskError> {
    Division::from_code(code.trim()).ok_or_else(|| {
        let known: Vec<&str> = Division::ALL.iter().map(|division| division.code()).collect();
        DeskError::refused(
            "division",
            format!("“{code}” is no part of the kingdom with bank holidays of its own."),
            format!("Give one of {}.", known.join(", ")),
        )
    })
}

fn read(file: &[u8], name: &str) -> Result<Vec<HolidayEntry>, DeskError> {
    let fault = |message: String| {
        DeskError::new(ErrorKind::Input, message, "Bring in bank-holidays.json as gov.uk has it.")
    };
    let divisions: BTreeMap<String, GovUkDivision> = serde_json::from_slice(file)
        .map_err(|error| fault(format!("{name} cannot be read: {error}.")))?;
    let mut listed: Vec<HolidayEntry> = Vec::new();
    for (code, days) in divisions {
        let division = division(&code)?;
        for GovUkDay { title, date, notes } in days.events {
            if title.trim().is_empty() {
                return Err(fault(format!("{name}: {} in {division} has no name.", words(date))));
            }
            let is_twice = listed
                .iter()
                .any(|known| known.holiday.date == date && known.holiday.division == division);
            if is_twice {
                return Err(fault(format!("{name}: {} is in {division} twice.", words(date))));
            }
            let note = match notes.trim() {
                "" => "gov.uk/bank-holidays.json".to_owned(),
                notes => format!("{notes}; gov.uk/bank-holidays.json"),
            };
            let holiday = BankHoliday { date, division, title };
            listed.push(HolidayEntry { holiday, note, by_hand: false });
        }
    }
    if listed.is_empty() {
        return Err(fault(format!("{name} names no day.")));
    }
    Ok(listed)
}
