//! Which single days count.

use chrono::{Datelike, Days};
use law::WorkingDays;

use crate::table::{day, rows, shipped};

#[test]
fn each_day_counts_or_not_as_its_source_says() {
    let holidays = shipped();
    for row in rows("days.csv") {
        for (column, rule) in
            [("foia", WorkingDays::UnitedKingdom), ("foisa", WorkingDays::Scotland)]
        {
            let why = holidays
                .why_not_counted(rule, row.date("date"))
                .map_or_else(|| "counts".to_owned(), |why| why.words());
            assert_eq!(why, row.get(column), "{} ({column}): {}", row.place, row.get("source"));
        }
    }
}

/// Good Friday is worked out for the Act of 2000 and read from the rows for Scotland: two ways to
/// the same day, in every year that is loaded.
#[test]
fn the_good_friday_worked_out_is_the_one_in_the_rows() {
    let holidays = shipped();
    let fridays: Vec<_> = holidays.rows().filter(|row| row.title == "Good Friday").collect();
    assert_eq!(fridays.len(), 3 * 24, "three parts of the kingdom, 2005 to 2028");
    let none = law::BankHolidays::default();
    for row in fridays {
        assert!(!none.is_working_day(WorkingDays::UnitedKingdom, row.date), "{}", row.date);
        for days in [7, 14] {
            let other = row.date + Days::new(days);
            assert!(none.is_working_day(WorkingDays::UnitedKingdom, other), "{other}");
        }
    }
}

#[test]
fn the_loaded_years_are_those_of_the_table() {
    let holidays = shipped();
    for rule in [WorkingDays::UnitedKingdom, WorkingDays::Scotland] {
        assert_eq!(holidays.first_year(rule), Some(2005));
        assert_eq!(holidays.last_year(rule), Some(2028));
    }
}

/// Eight, nine or ten bank holidays a part, and thirteen weekdays in any of them, in a year without
/// one-off holidays.
#[test]
fn an_ordinary_year_has_thirteen_days_left_out_besides_weekends() {
    let holidays = shipped();
    for (rule, expected) in [(WorkingDays::UnitedKingdom, 13), (WorkingDays::Scotland, 9)] {
        let left_out = day("2027-01-01")
            .iter_days()
            .take_while(|day| day.year() == 2027)
            .filter_map(|day| holidays.why_not_counted(rule, day))
            .filter(|why| *why != law::NotCounted::Weekend)
            .count();
        assert_eq!(left_out, expected, "{rule}");
    }
}
