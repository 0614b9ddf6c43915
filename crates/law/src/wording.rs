//! Dates and lists as people write them in letters.

use chrono::NaiveDate;

/// "16 October 2026".
pub(crate) fn long_date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// "30 Nov", for a day whose year is plain from the dates around it.
pub(crate) fn short_date(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

/// "a", "a and b", "a, b and c".
pub(crate) fn and_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "1 working day", "20 working days".
pub(crate) fn counted(number: u32, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
