//! The working of a date, shown in one sentence: how long, after which day, what was left out,
//! where it ends and on what authority.

use chrono::NaiveDate;

use crate::{
    calendar::{NotCounted, SkippedDay},
    citation::Citation,
    time_limit::Length,
    wording,
};

/// The working of a limit in one sentence, from its pieces: "20 working days after 23 November 2026,
/// not counting weekends and 30 Nov (St Andrew's Day, Scotland): due by the end of 22 December 2026
/// (section 10(1), …)." Says so where the date is provisional.
#[must_use]
pub fn sentence(
    length: Length,
    from: NaiveDate,
    due: NaiveDate,
    skipped: &[SkippedDay],
    provisional: bool,
    citation: &Citation,
) -> String {
    let warning = if provisional {
        " Provisional: not all bank holidays of that time are loaded, and the day may be later."
    } else {
        ""
    };
    format!(
        "{} after {}{}: due by the end of {} ({}).{warning}",
        length.words(),
        wording::long_date(from),
        not_counting(skipped),
        wording::long_date(due),
        citation.cited(),
    )
}

/// ", not counting weekends and 30 Nov (St Andrew's Day, Scotland)", or nothing.
fn not_counting(skipped: &[SkippedDay]) -> String {
    let weekends = skipped.iter().any(|day| day.why == NotCounted::Weekend);
    let others = skipped.iter().filter(|day| day.why != NotCounted::Weekend).map(|day| {
        let (what, place) = day.why.what_and_where();
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        format!("{} ({what}{place})", wording::short_date(day.date))
    });
    let list: Vec<String> =
        weekends.then(|| "weekends".to_owned()).into_iter().chain(others).collect();
    if list.is_empty() {
        String::new()
    } else {
        format!(", not counting {}", wording::and_list(&list))
    }
}
