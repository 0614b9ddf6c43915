//! When Good Friday falls. Section 10(6) of the Freedom of Information Act 2000 names the day, so
//! it is worked out from the year and never depends on which bank holidays are loaded.

use chrono::{Datelike, Days, NaiveDate};

/// Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm printed by Meeus
/// (*Astronomical Algorithms*, chapter 8). Nothing for a year that the calendar cannot hold.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let of_century = year.rem_euclid(100);
    let leap_centuries = century.div_euclid(4);
    let after_leap_century = century.rem_euclid(4);
    let moon_drift = (century + 8).div_euclid(25);
    let moon_shift = (century - moon_drift + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15).rem_euclid(30);
    let leap_years = of_century.div_euclid(4);
    let after_leap_year = of_century.rem_euclid(4);
    let to_sunday =
        (32 + 2 * after_leap_century + 2 * leap_years - epact - after_leap_year).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * to_sunday).div_euclid(451);
    let months_and_days = epact + to_sunday - 7 * late + 114;
    let month = u32::try_from(months_and_days.div_euclid(31)).ok()?;
    let day = u32::try_from(months_and_days.rem_euclid(31) + 1).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The Friday before Easter Sunday of a year.
pub(crate) fn good_friday(year: i32) -> Option<NaiveDate> {
    easter_sunday(year)?.checked_sub_days(Days::new(2))
}

/// Whether this day is the Friday before Easter Sunday.
pub(crate) fn is_good_friday(date: NaiveDate) -> bool {
    good_friday(date.year()) == Some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date written in a test exists")
    }

    /// The earliest and latest days on which Easter can fall, and the astronomers' trap
    /// years (1954 and 1981), as printed almanacs have them.
    #[test]
    fn easter_falls_where_the_almanacs_put_it() {
        for sunday in [
            day(1818, 3, 22),
            day(1943, 4, 25),
            day(1954, 4, 18),
            day(1981, 4, 19),
            day(2000, 4, 23),
            day(2008, 3, 23),
            day(2011, 4, 24),
            day(2038, 4, 25),
            day(2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(sunday.year()), Some(sunday));
        }
    }

    /// Oudin's arithmetic of 1940, as the almanac offices print it: another way to the same day.
    fn by_oudin(year: i32) -> NaiveDate {
        let century = year / 100;
        let golden = year % 19;
        let shift = (century - 17) / 25;
        let moon = (century - century / 4 - (century - shift) / 3 + 19 * golden + 15) % 30;
        let moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        let from_march_28 = moon - weekday;
        let month = 3 + (from_march_28 + 40) / 44;
        let of_month = from_march_28 + 28 - 31 * (month / 4);
        let number = |number: i32| u32::try_from(number).expect("a month or a day of one");
        day(year, number(month), number(of_month))
    }

    #[test]
    fn two_ways_lead_to_the_same_easter() {
        for year in 1583..=9999 {
            assert_eq!(easter_sunday(year), Some(by_oudin(year)), "{year}");
        }
    }

    #[test]
    fn good_friday_is_two_days_before() {
        assert!(is_good_friday(day(2026, 4, 3)));
        assert!(!is_good_friday(day(2026, 4, 10)));
        assert!(is_good_friday(day(2008, 3, 21)));
    }

    #[test]
    fn the_ends_of_time_are_survived() {
        assert!(!is_good_friday(NaiveDate::MAX));
        assert!(!is_good_friday(NaiveDate::MIN));
    }
}
