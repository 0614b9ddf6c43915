//! The working of a date, in one sentence (how long, after which day, what was left out, where it
//! ends and on what authority) and day by day.

use chrono::NaiveDate;

use crate::{
    calendar::{NotCounted, SkippedDay},
    citation::Citation,
    provision::FOISA_2020,
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
    let length_words = length.words();
    let (from, due) = (wording::long_date(from), wording::long_date(due));
    let cited = citation.cited();
    if *citation == FOISA_2020 {
        return format!(
            "{length_words} after {from}, as long as that rule applied; from 27 May 2020 the 20 \
             working days applied again, and they had ended: due by the end of {due} \
             ({cited}).{warning}"
        );
    }
    let left_out = left_out(skipped);
    match length {
        Length::WorkingDays(_) | Length::CalendarDays(_) | Length::Months(_) => {
            let not_counting = list_after(", not counting ", &left_out);
            format!(
                "{length_words} after {from}{not_counting}: due by the end of {due} \
                 ({cited}).{warning}"
            )
        }
        Length::DaysRollingOn(_) => {
            let rolled = list_after(", rolling on over ", &left_out);
            format!("{length_words} after {from}{rolled}: due by 5 pm on {due} ({cited}).{warning}")
        }
        Length::MonthsBeginningWith(_) => {
            format!(
                "{length_words} beginning with {from}: due by the end of {due} ({cited}).{warning}"
            )
        }
    }
}

fn list_after(lead: &str, items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!("{lead}{}", wording::and_list(items)) }
}

/// "weekends", "30 Nov (St Andrew's Day, Scotland)".
fn left_out(skipped: &[SkippedDay]) -> Vec<String> {
    let weekends = skipped.iter().any(|day| day.why == NotCounted::Weekend);
    let others = skipped.iter().filter(|day| day.why != NotCounted::Weekend).map(|day| {
        let (what, place) = day.why.what_and_where();
        let place = place.map(|place| format!(", {place}")).unwrap_or_default();
        format!("{} ({what}{place})", wording::short_date(day.date))
    });
    weekends.then(|| "weekends".to_owned()).into_iter().chain(others).collect()
}

/// What a day is in the working of a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Part {
    /// It counts, and is the so-many-eth.
    Counted(u32),
    /// It does not count.
    Skipped(NotCounted),
    /// The days were over, but the last of them was no working day: the limit rolls on over this day
    /// or, on the last, to it.
    RolledOn,
}

/// One day in the working of a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DayOfCount {
    /// The day.
    pub date: NaiveDate,
    /// Its number, or why it has none.
    pub part: Part,
}

/// The working day by day, from the first day that can count up to the last day of the limit.
pub(crate) fn day_by_day(
    length: Length,
    from: NaiveDate,
    due: NaiveDate,
    skipped: &[SkippedDay],
) -> Vec<DayOfCount> {
    let (first, over_after, are_skipped) = match length {
        Length::WorkingDays(_) => (from.succ_opt(), u32::MAX, true),
        Length::CalendarDays(_) | Length::Months(_) => (from.succ_opt(), u32::MAX, false),
        Length::DaysRollingOn(days) => (from.succ_opt(), days, false),
        Length::MonthsBeginningWith(_) => (Some(from), u32::MAX, false),
    };
    let Some(first) = first else { return Vec::new() };
    let mut left_out = skipped.iter().filter(|_| are_skipped).peekable();
    let mut number = 0;
    let mut days = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= due) {
        let part = if let Some(skipped) = left_out.next_if(|skipped| skipped.date == date) {
            Part::Skipped(skipped.why.clone())
        } else if number == over_after {
            Part::RolledOn
        } else {
            number += 1;
            Part::Counted(number)
        };
        days.push(DayOfCount { date, part });
    }
    days
}
