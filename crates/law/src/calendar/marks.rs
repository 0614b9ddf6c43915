//! The days of thirty years marked once, so that a count of working days is two look-ups: how many
//! working days have passed by a day, and which day is the so-many-eth.

use chrono::{Datelike, NaiveDate};

/// The first year that is marked. Days before and after are counted one by one.
const FIRST_YEAR: i32 = 2003;
/// The last year that is marked.
const LAST_YEAR: i32 = 2032;

/// The working days of the marked years, by one definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marks {
    /// The number, from the beginning of the common era, of the first marked day.
    first: i32,
    /// For each marked day, how many working days there are up to its end.
    passed: Vec<u16>,
    /// For each working day in order, how many days after the first marked day it falls.
    nth: Vec<u16>,
    /// For each marked year, whether its bank holidays are loaded.
    loaded: Vec<bool>,
}

impl Marks {
    /// Marks the days: weekends, then these days that are left out too, and the years whose bank
    /// holidays are loaded. Days outside the marked years are ignored.
    pub(super) fn new(
        left_out: impl Iterator<Item = NaiveDate>,
        is_loaded: impl Fn(i32) -> bool,
    ) -> Self {
        let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let first = day(FIRST_YEAR).num_days_from_ce();
        let length = usize::try_from(day(LAST_YEAR + 1).num_days_from_ce() - first).unwrap_or(0);
        // 1 January of the year 1 was a Monday, and is day 1: Saturdays leave 6, Sundays 0.
        let mut working: Vec<bool> =
            (first..).take(length).map(|day| !matches!(day.rem_euclid(7), 6 | 0)).collect();
        for day in left_out {
            let at = usize::try_from(day.num_days_from_ce() - first).ok();
            if let Some(mark) = at.and_then(|at| working.get_mut(at)) {
                *mark = false;
            }
        }
        let mut marks = Self {
            first,
            passed: Vec::with_capacity(length),
            nth: Vec::with_capacity(length),
            loaded: (FIRST_YEAR..=LAST_YEAR).map(is_loaded).collect(),
        };
        let mut passed: u16 = 0;
        for (at, is_working_day) in (0_u16..).zip(working) {
            if is_working_day {
                passed += 1;
                marks.nth.push(at);
            }
            marks.passed.push(passed);
        }
        marks
    }

    /// The years that are marked.
    pub(super) fn years() -> impl Iterator<Item = i32> {
        FIRST_YEAR..=LAST_YEAR
    }

    fn at(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from(day.num_days_from_ce() - self.first).ok()
    }

    /// How many working days there are from the first marked day to the end of this one.
    fn passed(&self, day: NaiveDate) -> Option<u16> {
        self.passed.get(self.at(day)?).copied()
    }

    /// The so-many-eth working day after this one; nothing where either lies outside the marks.
    pub(super) fn working_day_after(&self, day: NaiveDate, days: u32) -> Option<NaiveDate> {
        let number = usize::from(self.passed(day)?).checked_add(usize::try_from(days).ok()?)?;
        let at = self.nth.get(number.checked_sub(1)?)?;
        NaiveDate::from_num_days_from_ce_opt(self.first.checked_add(i32::from(*at))?)
    }

    /// How many working days lie after the one day, up to the end of the other.
    pub(super) fn between(&self, after: NaiveDate, through: NaiveDate) -> Option<u32> {
        Some(u32::from(self.passed(through)?.saturating_sub(self.passed(after)?)))
    }

    /// Whether this is a working day; nothing outside the marks.
    pub(super) fn is_working_day(&self, day: NaiveDate) -> Option<bool> {
        let at = self.at(day)?;
        let before = at.checked_sub(1).map_or(Some(0), |at| self.passed.get(at).copied())?;
        Some(*self.passed.get(at)? > before)
    }

    /// Whether the bank holidays of all these years are loaded; nothing outside the marks.
    pub(super) fn are_loaded(&self, first: i32, last: i32) -> Option<bool> {
        let at = |year: i32| usize::try_from(year - FIRST_YEAR).ok();
        Some(self.loaded.get(at(first)?..=at(last)?)?.iter().all(|loaded| *loaded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    /// Weekends and 5 January 2026, a Monday, are left out; 2026 alone is loaded.
    fn marks() -> Marks {
        Marks::new([day("2026-01-05")].into_iter(), |year| year == 2026)
    }

    /// Each answer is also worked out where nothing is marked; here it must come from the marks.
    #[test]
    fn the_days_of_thirty_years_are_looked_up() {
        let marks = marks();
        assert_eq!(marks.working_day_after(day("2026-01-02"), 1), Some(day("2026-01-06")));
        assert_eq!(marks.working_day_after(day("2032-12-30"), 1), Some(day("2032-12-31")));
        assert_eq!(marks.working_day_after(day("2003-01-01"), 1), Some(day("2003-01-02")));
        assert_eq!(marks.between(day("2026-01-01"), day("2026-01-06")), Some(2), "2 and 6 January");
        assert_eq!(marks.between(day("2026-01-06"), day("2026-01-01")), Some(0));
        assert_eq!(marks.is_working_day(day("2026-01-05")), Some(false));
        assert_eq!(marks.is_working_day(day("2026-01-06")), Some(true));
        assert_eq!(marks.is_working_day(day("2003-01-01")), Some(true), "a Wednesday");
        assert_eq!(marks.are_loaded(2026, 2026), Some(true));
        assert_eq!(marks.are_loaded(2026, 2027), Some(false));
        assert_eq!(marks.are_loaded(2003, 2032), Some(false));
    }

    #[test]
    fn the_days_outside_are_not() {
        let marks = marks();
        for outside in [day("2002-12-31"), day("2033-01-01")] {
            assert_eq!(marks.working_day_after(outside, 1), None, "{outside}");
            assert_eq!(marks.is_working_day(outside), None, "{outside}");
            assert_eq!(marks.between(outside, day("2026-01-06")), None, "{outside}");
            assert_eq!(marks.between(day("2026-01-06"), outside), None, "{outside}");
        }
        assert_eq!(marks.working_day_after(day("2032-12-31"), 1), None);
        assert_eq!(marks.are_loaded(2002, 2026), None);
        assert_eq!(marks.are_loaded(2026, 2033), None);
    }
}
