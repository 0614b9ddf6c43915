//! One way to write a date, `2026-05-01`, and a plain word to whoever wrote another.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// The years in which anything here can have happened or fall due.
const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2100;

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateProblem {
    /// What is wrong with it.
    pub message: String,
    /// How to write it.
    pub hint: String,
}

impl fmt::Display for DateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}.", self.message, self.hint)
    }
}

impl std::error::Error for DateProblem {}

/// Reads a day written as year-month-day, such as `2026-05-01`, in the years 1990 to 2100.
///
/// Nothing else is taken for a date, because `01/05/2026` is a different day to different people.
pub fn read_date(text: &str) -> Result<NaiveDate, DateProblem> {
    let Some((year, month, day)) = year_month_day(text) else {
        return Err(not_in_our_order(text));
    };
    let Ok(year) = i32::try_from(year) else {
        return Err(not_in_our_order(text));
    };
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateProblem {
            message: format!("{text} is not in the years {FIRST_YEAR} to {LAST_YEAR}"),
            hint: "Look at the year again".to_owned(),
        });
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| no_such_day(year, month, day))
}

fn year_month_day(text: &str) -> Option<(u32, u32, u32)> {
    let mut fields = text.split('-');
    let date = (digits(fields.next()?, 4)?, digits(fields.next()?, 2)?, digits(fields.next()?, 2)?);
    fields.next().is_none().then_some(date)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn no_such_day(year: i32, month: u32, day: u32) -> DateProblem {
    let message = match NaiveDate::from_ymd_opt(2000, month, 1) {
        None => format!("there is no month {month}"),
        // A leap year has every day that any year has, so here the year is what is wrong.
        Some(first) if NaiveDate::from_ymd_opt(2000, month, day).is_some() => {
            format!("{day} {} {year} is not a date", first.format("%B"))
        }
        Some(first) => format!("{day} {} is not a date", first.format("%B")),
    };
    DateProblem {
        message,
        hint: "Give a day that is in the calendar, as year-month-day".to_owned(),
    }
}

fn not_in_our_order(text: &str) -> DateProblem {
    if text.trim().is_empty() {
        return DateProblem {
            message: "no date is given".to_owned(),
            hint: "Write dates as year-month-day, 2026-05-01".to_owned(),
        };
    }
    let example = day_first(text).map_or("2026-05-01".to_owned(), |date| date.to_string());
    let shown: String = text.chars().take(40).collect();
    DateProblem {
        message: format!("“{shown}” is not how dates are written here"),
        hint: format!("Write dates as year-month-day, {example}"),
    }
}

/// What a British reader would take `1/5/2026` or `01.05.2026` for: only ever offered, never taken.
fn day_first(text: &str) -> Option<NaiveDate> {
    let fields: Vec<&str> = text.trim().split(['/', '.', '-', ' ']).collect();
    let [day, month, year] = fields.as_slice() else {
        return None;
    };
    let year = i32::try_from(digits(year, 4)?).ok()?;
    let short = |text: &str| digits(text, 2).or_else(|| digits(text, 1));
    NaiveDate::from_ymd_opt(year, short(month)?, short(day)?)
        .filter(|date| (FIRST_YEAR..=LAST_YEAR).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        read_date(text).unwrap_err().to_string()
    }

    #[test]
    fn a_plain_day_is_read() {
        let day = read_date("2026-05-01").unwrap();
        assert_eq!(day, NaiveDate::from_ymd_opt(2026, 5, 1).unwrap());
        assert!(read_date("2024-02-29").is_ok());
        assert!(read_date("1990-01-01").is_ok());
        assert!(read_date("2100-12-31").is_ok());
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_named() {
        assert!(refusal("2026-02-31").starts_with("31 February is not a date"));
        assert!(refusal("2026-02-29").starts_with("29 February 2026 is not a date"));
        assert!(refusal("2026-13-01").starts_with("there is no month 13"));
        assert!(refusal("2026-00-10").starts_with("there is no month 0"));
        assert!(refusal("2026-04-00").starts_with("0 April is not a date"));
    }

    #[test]
    fn other_ways_of_writing_a_date_are_refused_with_ours() {
        let ours = "“01/05/2026” is not how dates are written here. Write dates as year-month-day, 2026-05-01.";
        assert_eq!(refusal("01/05/2026"), ours);
        for text in [
            "2026-5-1",
            "20260501",
            " 2026-05-01",
            "2026-05-01 ",
            "2026-05-01T10:00",
            "2026/05/01",
            "1 May 2026",
            "26-05-01",
            "+026-05-01",
            "２０２６-05-01",
            "2026-05-01-01",
        ] {
            assert!(refusal(text).contains("year-month-day"), "{text}");
        }
        assert!(refusal("").starts_with("no date is given"));
        assert!(refusal("31.12.2026").ends_with("2026-12-31."));
    }

    #[test]
    fn years_outside_ours_are_refused() {
        assert!(refusal("1989-12-31").contains("1990 to 2100"));
        assert!(refusal("2101-01-01").contains("1990 to 2100"));
        assert!(refusal("0026-05-01").contains("1990 to 2100"));
    }

    #[test]
    fn a_long_text_is_not_repeated_whole() {
        assert!(refusal(&"x".repeat(10_000)).len() < 200);
    }
}
