//! Bank holidays change: a new list from gov.uk replaces what it covers, a day proclaimed at short
//! notice is added by hand, and whoever keeps deadlines wants to know which days changed. All of it is
//! worked out here and kept nowhere.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::{BankHoliday, BankHolidays, Division};
use crate::coded;

coded! {
    /// Where a row of the kept bank holidays comes from.
    pub enum Origin {
        /// From a published list: the one built in, or one imported since.
        Published = "published", "published list";
        /// Entered by a person; no list removes it.
        ByHand = "by-hand", "added by hand";
    }
}

/// A bank holiday as it is kept, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeptHoliday {
    /// The day, the part of the kingdom, the name.
    pub holiday: BankHoliday,
    /// From a list or by hand.
    pub origin: Origin,
}

/// A day that is a bank holiday in a part of the kingdom on one side of a change and not on the
/// other, or under another name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ChangedDay {
    /// The day.
    pub date: NaiveDate,
    /// The part of the kingdom.
    pub division: Division,
    /// Its name before, or nothing where it was no bank holiday.
    pub was: Option<String>,
    /// Its name now, or nothing where it is none any more.
    pub is: Option<String>,
}

impl ChangedDay {
    /// Whether the change can move a date: a new name alone cannot.
    #[must_use]
    pub fn moves_dates(&self) -> bool {
        self.was.is_some() != self.is.is_some()
    }
}

/// The kept rows with a published list laid over them.
///
/// A division is replaced only within the years for which the list has a row for it: other years,
/// other divisions, and days added by hand stay as they are. A day that both the list and a person
/// have stays the person's, so that a shorter list to come does not take it away.
#[must_use]
pub fn replace_within_its_years(kept: &[KeptHoliday], list: &[BankHoliday]) -> Vec<KeptHoliday> {
    let covered: BTreeSet<(Division, i32)> =
        list.iter().map(|row| (row.division, row.date.year())).collect();
    let stays = |row: &&KeptHoliday| match row.origin {
        Origin::ByHand => true,
        Origin::Published => !covered.contains(&(row.holiday.division, row.holiday.date.year())),
    };
    let mut rows: Vec<KeptHoliday> = kept.iter().filter(stays).cloned().collect();
    let by_hand: BTreeSet<(NaiveDate, Division)> = rows
        .iter()
        .filter(|row| row.origin == Origin::ByHand)
        .map(|row| (row.holiday.date, row.holiday.division))
        .collect();
    rows.extend(
        list.iter()
            .filter(|row| !by_hand.contains(&(row.date, row.division)))
            .map(|row| KeptHoliday { holiday: row.clone(), origin: Origin::Published }),
    );
    rows.sort();
    rows.dedup();
    rows
}

/// The kept rows with a day added by hand in each of these parts of the kingdom. A day that is there
/// already keeps its name and becomes one added by hand.
#[must_use]
pub fn add_by_hand(
    kept: &[KeptHoliday],
    date: NaiveDate,
    title: &str,
    divisions: &[Division],
) -> Vec<KeptHoliday> {
    let mut rows = kept.to_vec();
    for division in divisions {
        let is_it =
            |row: &KeptHoliday| row.holiday.date == date && row.holiday.division == *division;
        if rows.iter().any(is_it) {
            for row in rows.iter_mut().filter(|row| is_it(row)) {
                row.origin = Origin::ByHand;
            }
        } else {
            let holiday = BankHoliday { date, division: *division, title: title.to_owned() };
            rows.push(KeptHoliday { holiday, origin: Origin::ByHand });
        }
    }
    rows.sort();
    rows
}

/// What differs between two calendars, by day and then by part of the kingdom.
#[must_use]
pub fn changed_days(before: &BankHolidays, after: &BankHolidays) -> Vec<ChangedDay> {
    let (before, after) = (by_day(before), by_day(after));
    let days: BTreeSet<&(NaiveDate, Division)> = before.keys().chain(after.keys()).collect();
    days.into_iter()
        .filter(|day| before.get(day) != after.get(day))
        .map(|day| ChangedDay {
            date: day.0,
            division: day.1,
            was: before.get(day).cloned(),
            is: after.get(day).cloned(),
        })
        .collect()
}

fn by_day(holidays: &BankHolidays) -> BTreeMap<(NaiveDate, Division), String> {
    let mut days: BTreeMap<(NaiveDate, Division), String> = BTreeMap::new();
    for row in holidays.rows() {
        let name = days.entry((row.date, row.division)).or_default();
        if !name.is_empty() {
            name.push_str(" / ");
        }
        name.push_str(&row.title);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(date: &str, division: Division, title: &str) -> BankHoliday {
        let date = date.parse().expect("a date written in a test exists");
        BankHoliday { date, division, title: title.to_owned() }
    }

    fn published(holiday: BankHoliday) -> KeptHoliday {
        KeptHoliday { holiday, origin: Origin::Published }
    }

    fn kept() -> Vec<KeptHoliday> {
        let rows = [
            row("2026-01-01", Division::Scotland, "New Year's Day"),
            row("2026-01-01", Division::NorthernIreland, "New Year's Day"),
            row("2027-01-01", Division::Scotland, "New Year's Day"),
            row("2027-08-30", Division::Scotland, "Summer bank holiday"),
        ];
        rows.map(published).to_vec()
    }

    fn calendar(rows: &[KeptHoliday]) -> BankHolidays {
        BankHolidays::new(rows.iter().map(|row| row.holiday.clone()))
    }

    #[test]
    fn a_list_replaces_its_divisions_within_its_years_only() {
        let list = [
            row("2027-01-01", Division::Scotland, "New Year's Day"),
            row("2027-08-02", Division::Scotland, "Summer bank holiday"),
            row("2028-01-03", Division::Scotland, "New Year's Day"),
        ];
        let now = replace_within_its_years(&kept(), &list);
        let changed = changed_days(&calendar(&kept()), &calendar(&now));
        let days: Vec<(String, bool)> =
            changed.iter().map(|day| (day.date.to_string(), day.is.is_some())).collect();
        assert_eq!(
            days,
            [
                ("2027-08-02".to_owned(), true),
                ("2027-08-30".to_owned(), false),
                ("2028-01-03".to_owned(), true)
            ],
            "2026 and Northern Ireland are not in the list and stay"
        );
        assert!(changed.iter().all(ChangedDay::moves_dates));
    }

    #[test]
    fn a_day_added_by_hand_stays_through_every_list() {
        let day = "2027-06-14".parse().expect("a date");
        let added = add_by_hand(&kept(), day, "A royal wedding", <Division as crate::Coded>::ALL);
        let list = [row("2027-01-01", Division::Scotland, "New Year's Day")];
        let now = replace_within_its_years(&added, &list);
        let still = now.iter().filter(|row| row.origin == Origin::ByHand).count();
        assert_eq!(still, 3);
        // The list has it too, under its official name: the person's row stays, once.
        let list = [row("2027-06-14", Division::Scotland, "Special bank holiday")];
        let now = replace_within_its_years(&now, &list);
        let scottish: Vec<_> = now
            .iter()
            .filter(|row| row.holiday.date == day && row.holiday.division == Division::Scotland)
            .collect();
        assert_eq!(scottish.len(), 1);
        assert_eq!(scottish[0].origin, Origin::ByHand);
    }

    #[test]
    fn a_published_day_can_be_made_ones_own() {
        let day = "2027-08-30".parse().expect("a date");
        let added = add_by_hand(&kept(), day, "Another name", &[Division::Scotland]);
        assert_eq!(added.len(), kept().len());
        assert_eq!(changed_days(&calendar(&kept()), &calendar(&added)), []);
        let list = [row("2027-08-02", Division::Scotland, "Summer bank holiday")];
        let now = replace_within_its_years(&added, &list);
        assert!(now.iter().any(|row| row.holiday.date == day), "it stays");
    }

    #[test]
    fn a_new_name_changes_the_day_but_moves_no_date() {
        let other = [row("2026-01-01", Division::Scotland, "Ne'erday")];
        let now = replace_within_its_years(&kept(), &other);
        let changed = changed_days(&calendar(&kept()), &calendar(&now));
        assert_eq!(changed.len(), 1);
        assert!(!changed[0].moves_dates());
        assert_eq!(changed[0].is.as_deref(), Some("Ne'erday"));
    }

    #[test]
    fn a_list_laid_over_twice_is_laid_over_once() {
        let list = [row("2027-08-02", Division::Scotland, "Summer bank holiday")];
        let once = replace_within_its_years(&kept(), &list);
        assert_eq!(replace_within_its_years(&once, &list), once);
        assert_eq!(replace_within_its_years(&kept(), &[]), kept(), "an empty list covers nothing");
    }
}
