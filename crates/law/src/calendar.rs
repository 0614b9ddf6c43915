//! Which days count, and counting them. One function, two calendars: the bank holidays of any part
//! of the United Kingdom stop a day from counting under the Act of 2000, those of Scotland alone
//! under the Scottish Act.

mod change;
mod marks;

use std::collections::{BTreeMap, BTreeSet};

pub use change::{
    ChangedDay, KeptHoliday, Origin, add_by_hand, changed_days, replace_within_its_years,
};
use marks::Marks;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::{
    coded,
    coded::Coded,
    easter::{good_friday, is_good_friday},
};

coded! {
    /// A part of the United Kingdom that has its own bank holidays under the Banking and Financial
    /// Dealings Act 1971.
    pub enum Division {
        /// England and Wales, which never differ.
        EnglandAndWales = "england-and-wales", "England and Wales";
        /// Scotland.
        Scotland = "scotland", "Scotland";
        /// Northern Ireland.
        NorthernIreland = "northern-ireland", "Northern Ireland";
    }
}

coded! {
    /// Whose definition of a working day is counted by.
    pub enum WorkingDays {
        /// Section 10(6) of the Freedom of Information Act 2000.
        UnitedKingdom = "united-kingdom", "working days, section 10(6) FOI Act 2000";
        /// Section 73 of the Freedom of Information (Scotland) Act 2002.
        Scotland = "scotland", "working days, section 73 FOI (Scotland) Act 2002";
    }
}

impl WorkingDays {
    /// The parts of the United Kingdom whose bank holidays are left out.
    ///
    /// Section 10(6), Act of 2000: a bank holiday under the Act of 1971 "in any part of the United
    /// Kingdom". Section 73, Scottish Act: such a bank holiday in Scotland.
    #[must_use]
    pub fn divisions(self) -> &'static [Division] {
        match self {
            Self::UnitedKingdom => Division::ALL,
            Self::Scotland => &[Division::Scotland],
        }
    }

    /// Whether the definition names Good Friday itself: section 10(6) does; section 73 does not,
    /// and there the day is left out because it is a bank holiday in Scotland.
    fn names_good_friday(self) -> bool {
        match self {
            Self::UnitedKingdom => true,
            Self::Scotland => false,
        }
    }
}

/// One bank holiday in one part of the United Kingdom. A substitute day is a row of its own, on the
/// day on which it is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BankHoliday {
    /// The day on which banks are closed.
    pub date: NaiveDate,
    /// Where.
    pub division: Division,
    /// What it is called: "St Andrew's Day".
    pub title: String,
}

/// Why a day is not a working day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum NotCounted {
    /// Saturday or Sunday, named in both definitions.
    Weekend,
    /// 25 December, named in both definitions.
    ChristmasDay,
    /// The Friday before Easter, named in section 10(6) of the Act of 2000.
    GoodFriday,
    /// A bank holiday under the Act of 1971 in a part of the United Kingdom that matters.
    BankHoliday {
        /// Its name; where the parts call it differently, the names joined by " / ".
        title: String,
        /// Where it is kept, of the parts that matter, in their usual order.
        divisions: Vec<Division>,
    },
}

impl NotCounted {
    /// The reason for people: "weekend", "Good Friday", "St Andrew's Day (Scotland)". A holiday
    /// kept everywhere needs no place.
    #[must_use]
    pub fn words(&self) -> String {
        let (what, place) = self.what_and_where();
        match place {
            Some(place) => format!("{what} ({place})"),
            None => what,
        }
    }

    /// The name, and the place when it is not the whole United Kingdom.
    pub(crate) fn what_and_where(&self) -> (String, Option<String>) {
        match self {
            Self::Weekend => ("weekend".to_owned(), None),
            Self::ChristmasDay => ("Christmas Day".to_owned(), None),
            Self::GoodFriday => ("Good Friday".to_owned(), None),
            Self::BankHoliday { title, divisions } => {
                let everywhere = divisions.len() == Division::ALL.len();
                let places: Vec<&str> = divisions.iter().map(|place| place.label()).collect();
                (title.clone(), (!everywhere).then(|| places.join("; ")))
            }
        }
    }
}

/// A day passed over in a count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SkippedDay {
    /// The day that did not count.
    pub date: NaiveDate,
    /// Why.
    pub why: NotCounted,
}

/// A finished count of working days.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Count {
    /// Day zero: the day after which counting begins, whether or not it is a working day.
    pub from: NaiveDate,
    /// How many working days were to be counted.
    pub days: u32,
    /// The last day counted; the limit runs to the end of it.
    pub last_day: NaiveDate,
    /// Every day passed over between, weekends included, in order.
    pub skipped: Vec<SkippedDay>,
    /// True when a day looked at lies in a year whose bank holidays are not loaded, or when the
    /// calendar itself ended: the last day may then be later than shown.
    pub provisional: bool,
}

/// The bank holidays that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankHolidays {
    titles: BTreeMap<NaiveDate, BTreeMap<Division, BTreeSet<String>>>,
    years: BTreeMap<Division, BTreeSet<i32>>,
    united_kingdom: Marks,
    scotland: Marks,
}

impl Default for BankHolidays {
    /// No bank holiday at all.
    fn default() -> Self {
        Self::new([])
    }
}

impl BankHolidays {
    /// The calendar made of these rows, in whatever order; a row given twice is one row.
    pub fn new(rows: impl IntoIterator<Item = BankHoliday>) -> Self {
        let mut titles: BTreeMap<NaiveDate, BTreeMap<Division, BTreeSet<String>>> = BTreeMap::new();
        let mut years: BTreeMap<Division, BTreeSet<i32>> = BTreeMap::new();
        for BankHoliday { date, division, title } in rows {
            years.entry(division).or_default().insert(date.year());
            titles.entry(date).or_default().entry(division).or_default().insert(title);
        }
        let marks = |rule: WorkingDays| {
            let kept = titles
                .iter()
                .filter(|(_, kept)| rule.divisions().iter().any(|it| kept.contains_key(it)))
                .map(|(day, _)| *day);
            let named = Marks::years().flat_map(|year| {
                let christmas = NaiveDate::from_ymd_opt(year, 12, 25);
                let friday = rule.names_good_friday().then(|| good_friday(year)).flatten();
                [christmas, friday].into_iter().flatten()
            });
            Marks::new(kept.chain(named), |year| are_loaded(&years, rule, year))
        };
        let (united_kingdom, scotland) =
            (marks(WorkingDays::UnitedKingdom), marks(WorkingDays::Scotland));
        Self { titles, years, united_kingdom, scotland }
    }

    fn marks(&self, rule: WorkingDays) -> &Marks {
        match rule {
            WorkingDays::UnitedKingdom => &self.united_kingdom,
            WorkingDays::Scotland => &self.scotland,
        }
    }

    /// Every row once, by date, then part of the kingdom, then title.
    pub fn rows(&self) -> impl Iterator<Item = BankHoliday> + '_ {
        self.titles.iter().flat_map(|(&date, divisions)| {
            divisions.iter().flat_map(move |(&division, titles)| {
                titles.iter().map(move |title| BankHoliday { date, division, title: title.clone() })
            })
        })
    }

    /// The first year for which every part of the kingdom that matters has bank holidays.
    #[must_use]
    pub fn first_year(&self, rule: WorkingDays) -> Option<i32> {
        self.loaded_years(rule).first().copied()
    }

    /// The last year for which every part of the kingdom that matters has bank holidays. A count
    /// that goes past it is provisional.
    #[must_use]
    pub fn last_year(&self, rule: WorkingDays) -> Option<i32> {
        self.loaded_years(rule).last().copied()
    }

    /// The years in which every part of the kingdom that matters has at least one bank holiday.
    fn loaded_years(&self, rule: WorkingDays) -> BTreeSet<i32> {
        let mut parts = rule.divisions().iter().map(|division| self.years.get(division));
        let first = parts.next().flatten().cloned().unwrap_or_default();
        parts.fold(first, |years, part| {
            part.map(|part| years.intersection(part).copied().collect()).unwrap_or_default()
        })
    }

    /// Whether the bank holidays of this year are loaded for every part that matters.
    fn is_loaded(&self, rule: WorkingDays, year: i32) -> bool {
        are_loaded(&self.years, rule, year)
    }

    /// Why this day is not a working day, or nothing if it is one.
    ///
    /// Section 10(6), Freedom of Information Act 2000: a working day is any day other than a
    /// Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday under the Banking and
    /// Financial Dealings Act 1971 in any part of the United Kingdom.
    ///
    /// Section 73, Freedom of Information (Scotland) Act 2002: any day other than a Saturday, a
    /// Sunday, Christmas Day or a bank holiday under that Act in Scotland.
    #[must_use]
    pub fn why_not_counted(&self, rule: WorkingDays, date: NaiveDate) -> Option<NotCounted> {
        why_never_counted(rule, date).or_else(|| self.bank_holiday(rule, date))
    }

    fn bank_holiday(&self, rule: WorkingDays, date: NaiveDate) -> Option<NotCounted> {
        let kept = self.titles.get(&date)?;
        let mut divisions = Vec::new();
        let mut names: Vec<&str> = Vec::new();
        for division in rule.divisions() {
            for title in kept.get(division).into_iter().flatten() {
                if divisions.last() != Some(division) {
                    divisions.push(*division);
                }
                if !names.contains(&title.as_str()) {
                    names.push(title);
                }
            }
        }
        (!divisions.is_empty())
            .then(|| NotCounted::BankHoliday { title: names.join(" / "), divisions })
    }

    /// Whether this day counts.
    #[must_use]
    pub fn is_working_day(&self, rule: WorkingDays, date: NaiveDate) -> bool {
        self.marks(rule)
            .is_working_day(date)
            .unwrap_or_else(|| self.why_not_counted(rule, date).is_none())
    }

    /// Counts working days.
    ///
    /// Section 10(1), Act of 2000: "not later than the twentieth working day following the date of
    /// receipt". So `from` is day zero, whether or not it is a working day itself, and day one is
    /// the first working day after it. The Scottish Act's section 10(1) counts alike.
    #[must_use]
    pub fn count(&self, rule: WorkingDays, from: NaiveDate, days: u32) -> Count {
        let Some((last_day, provisional)) = self.marked_end(rule, from, days) else {
            return self.counted_one_by_one(rule, from, days);
        };
        let length = usize::try_from((last_day - from).num_days()).unwrap_or(0);
        let left_out = length.saturating_sub(usize::try_from(days).unwrap_or(0));
        let mut skipped = Vec::with_capacity(left_out);
        skipped.extend(from.iter_days().skip(1).take(length).filter_map(|date| {
            self.why_not_counted(rule, date).map(|why| SkippedDay { date, why })
        }));
        Count { from, days, last_day, skipped, provisional }
    }

    /// The day on which a count of working days ends, without its working: what [`Self::count`]
    /// gives as `last_day` and `provisional`.
    #[must_use]
    pub fn count_ends(&self, rule: WorkingDays, from: NaiveDate, days: u32) -> (NaiveDate, bool) {
        self.marked_end(rule, from, days).unwrap_or_else(|| {
            let count = self.counted_one_by_one(rule, from, days);
            (count.last_day, count.provisional)
        })
    }

    /// The end of a count whose days and years all lie within the marked ones.
    fn marked_end(
        &self,
        rule: WorkingDays,
        from: NaiveDate,
        days: u32,
    ) -> Option<(NaiveDate, bool)> {
        if days == 0 {
            return Some((from, false));
        }
        let marks = self.marks(rule);
        let last_day = marks.working_day_after(from, days)?;
        let loaded = marks.are_loaded(from.succ_opt()?.year(), last_day.year())?;
        Some((last_day, !loaded))
    }

    fn counted_one_by_one(&self, rule: WorkingDays, from: NaiveDate, days: u32) -> Count {
        let mut count =
            Count { from, days, last_day: from, skipped: Vec::new(), provisional: false };
        for _ in 0..days {
            // To the next working day.
            loop {
                let Some(day) = count.last_day.succ_opt() else {
                    count.provisional = true;
                    return count;
                };
                count.last_day = day;
                count.provisional |= !self.is_loaded(rule, day.year());
                let Some(why) = self.why_not_counted(rule, day) else { break };
                count.skipped.push(SkippedDay { date: day, why });
            }
        }
        count
    }

    /// How many working days lie after `after`, up to and including `through`; none when `through`
    /// is not later. A limit of *n* working days is missed when more than *n* have passed.
    #[must_use]
    pub fn working_days_after(
        &self,
        rule: WorkingDays,
        after: NaiveDate,
        through: NaiveDate,
    ) -> u32 {
        if let Some(days) = self.marks(rule).between(after, through) {
            return days;
        }
        let counted = after
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= through)
            .filter(|day| self.is_working_day(rule, *day))
            .count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Why a definition leaves this day out by itself, whatever bank holidays are loaded.
fn why_never_counted(rule: WorkingDays, date: NaiveDate) -> Option<NotCounted> {
    if is_weekend(date) {
        return Some(NotCounted::Weekend);
    }
    if date.month() == 12 && date.day() == 25 {
        return Some(NotCounted::ChristmasDay);
    }
    // Easter lies between 22 March and 25 April.
    (rule.names_good_friday() && matches!(date.month(), 3 | 4) && is_good_friday(date))
        .then_some(NotCounted::GoodFriday)
}

/// Whether every part of the kingdom that matters has bank holidays in this year.
fn are_loaded(years: &BTreeMap<Division, BTreeSet<i32>>, rule: WorkingDays, year: i32) -> bool {
    rule.divisions()
        .iter()
        .all(|division| years.get(division).is_some_and(|years| years.contains(&year)))
}

#[cfg(test)]
mod tests;
