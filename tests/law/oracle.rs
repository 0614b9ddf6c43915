//! A second way to every date. The calendar is marked day by day from the rows as they stand in the
//! file, with nothing of the program's counting: each day holds its number among the working days, and
//! a limit ends on the first day whose number is high enough. It must agree with the program on every
//! day of receipt from 2005 to 2028, for every regime and every limit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use law::{Coded, LimitKind, Regime, due_day, limit};

use crate::table::{day, holiday_file, shipped};

/// The Good Fridays after the last year of the file, from an almanac.
const GOOD_FRIDAYS: [&str; 2] = ["2029-03-30", "2030-04-19"];

/// The working days of one calendar, marked one after another.
struct Marked {
    days: Vec<NaiveDate>,
    /// How many working days there are up to the end of each day.
    numbers: Vec<u32>,
    places: BTreeMap<NaiveDate, usize>,
}

impl Marked {
    fn new(divisions: &[&str], names_good_friday: bool) -> Self {
        let off: BTreeSet<NaiveDate> = holiday_file()
            .into_iter()
            .filter(|(_, _, division)| divisions.contains(&division.as_str()))
            .map(|(date, _, _)| date)
            .chain(names_good_friday.then_some(GOOD_FRIDAYS.map(day)).into_iter().flatten())
            .collect();
        let mut marked = Self { days: Vec::new(), numbers: Vec::new(), places: BTreeMap::new() };
        let mut number = 0;
        // 1 January 2004 was a Thursday.
        for (place, date) in day("2004-01-01").iter_days().take(366 * 27).enumerate() {
            let weekend = matches!((place + 3) % 7, 5 | 6);
            let christmas = (date.month(), date.day()) == (12, 25);
            if !weekend && !christmas && !off.contains(&date) {
                number += 1;
            }
            marked.places.insert(date, place);
            marked.days.push(date);
            marked.numbers.push(number);
        }
        marked
    }

    fn place(&self, date: NaiveDate) -> usize {
        self.places[&date]
    }

    fn after(&self, from: NaiveDate, days: u32) -> NaiveDate {
        let wanted = self.numbers[self.place(from)] + days;
        self.days[self.numbers.partition_point(|number| *number < wanted)]
    }

    fn is_working_day(&self, date: NaiveDate) -> bool {
        let place = self.place(date);
        self.numbers[place] > self.numbers[place - 1]
    }

    fn plain(&self, from: NaiveDate, days: usize) -> NaiveDate {
        self.days[self.place(from) + days]
    }

    /// The day with the same number so many months later, or the last day of that month; and whether
    /// it has the same number.
    fn months(&self, from: NaiveDate, months: u32) -> (NaiveDate, bool) {
        let month0 = from.month0() + months;
        let (year, month) = (from.year() + (month0 / 12) as i32, month0 % 12 + 1);
        let in_month = self.days.iter().filter(|date| {
            date.year() == year && date.month() == month && date.day() <= from.day()
        });
        let last = *in_month.max().expect("a month has days");
        (last, last.day() == from.day())
    }
}

/// When a limit ends, said once more in other words than the program's.
fn oracle(kind: LimitKind, regime: Regime, from: NaiveDate, days: &Marked) -> Option<NaiveDate> {
    let code = (regime.code(), kind.code());
    Some(match code {
        ("foisa", "response" | "review") => {
            let twenty = days.after(from, 20);
            // The last day on which an answer could be given in time, by the rule of that day, unless
            // it was late already when the rule of 2020 came.
            if twenty < day("2020-04-07") || twenty > day("2020-05-26") {
                twenty
            } else {
                let sixty = days.after(from, 60);
                assert!(sixty > day("2020-05-26"), "sixty never end within those weeks: {from}");
                day("2020-05-26")
            }
        }
        (_, "response") | ("foia" | "eisr", "review") => days.after(from, 20),
        ("foia" | "eir" | "eisr", "response-extended")
        | (_, "review-request")
        | ("eir", "review")
        | ("foia", "review-extended") => days.after(from, 40),
        ("eir" | "eisr", "fees") | ("foia", "cost-window") => days.after(from, 60),
        ("foia" | "foisa", "fees") => {
            let (like, same) = days.months(from, 3);
            if same { days.days[days.place(like) - 1] } else { like }
        }
        ("foia" | "eir", "complaint") | ("foisa" | "eisr", "appeal") => days.plain(from, 42),
        ("foisa" | "eisr", "complaint") => days.months(from, 6).0,
        ("foia" | "eir", "appeal") => {
            let mut last = days.plain(from, 28);
            while !days.is_working_day(last) {
                last = days.plain(last, 1);
            }
            last
        }
        ("foisa", "response-extended")
        | ("foisa" | "eir" | "eisr", "review-extended" | "cost-window") => return None,
        unknown => panic!("the oracle does not know {unknown:?}"),
    })
}

/// Years outside the file make a date provisional where working days are looked at.
fn is_provisional(kind: LimitKind, regime: Regime, due: NaiveDate) -> bool {
    let plain = matches!(
        (regime.code(), kind.code()),
        (_, "complaint") | ("foia" | "foisa", "fees") | ("foisa" | "eisr", "appeal")
    );
    !plain && due.year() > 2028
}

#[test]
fn the_oracle_agrees_on_every_day_of_receipt() {
    let united = Marked::new(&["england-and-wales", "scotland", "northern-ireland"], true);
    let scotland = Marked::new(&["scotland"], false);
    let holidays = shipped();
    let mut compared = 0;
    for from in day("2005-01-01").iter_days().take_while(|date| date.year() <= 2028) {
        for regime in Regime::ALL {
            let days = match regime {
                Regime::Foia | Regime::Eir => &united,
                Regime::Foisa | Regime::Eisr => &scotland,
            };
            for kind in LimitKind::ALL {
                let ours = due_day(*kind, *regime, from, &holidays);
                let theirs = oracle(*kind, *regime, from, days);
                assert_eq!(ours.ok().map(|due| due.day), theirs, "{regime}, {kind}, from {from}");
                if let (Ok(ours), Some(theirs)) = (ours, theirs) {
                    let provisional = is_provisional(*kind, *regime, theirs);
                    assert_eq!(ours.provisional, provisional, "{regime}, {kind}, from {from}");
                }
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 8_766 * 4 * 9, "every day, regime and limit");
}

/// The date with its working is the date without, on every day and for every limit; and the working,
/// day by day, leads to it: days follow one another, numbers are whole, and the last is the length.
#[test]
fn the_working_of_every_date_adds_up_to_it() {
    let holidays = shipped();
    for from in day("2005-01-01").iter_days().take_while(|date| date.year() <= 2028).step_by(3) {
        for regime in Regime::ALL {
            for kind in LimitKind::ALL {
                let Ok(limit) = limit(*kind, *regime, from, &holidays) else { continue };
                let place = format!("{regime}, {kind}, from {from}");
                let plain = due_day(*kind, *regime, from, &holidays).expect("there is one");
                assert_eq!((limit.due, limit.provisional), (plain.day, plain.provisional));
                check_working(&limit, &place);
            }
        }
    }
}

fn check_working(limit: &law::Limit, place: &str) {
    let days = limit.day_by_day();
    let first = match limit.length {
        law::Length::MonthsBeginningWith(_) => limit.counted_from,
        law::Length::WorkingDays(_)
        | law::Length::CalendarDays(_)
        | law::Length::DaysRollingOn(_)
        | law::Length::Months(_) => limit.counted_from.succ_opt().expect("a next day"),
    };
    let dates: Vec<NaiveDate> = days.iter().map(|day| day.date).collect();
    let through: Vec<NaiveDate> = first.iter_days().take_while(|date| *date <= limit.due).collect();
    assert_eq!(dates, through, "{place}: each day once, up to the last");
    let numbers: Vec<u32> = days
        .iter()
        .filter_map(|day| match day.part {
            law::Part::Counted(number) => Some(number),
            law::Part::Skipped(_) | law::Part::RolledOn => None,
        })
        .collect();
    let whole: Vec<u32> = (1..=u32::try_from(numbers.len()).expect("few")).collect();
    assert_eq!(numbers, whole, "{place}: numbered without a gap");
    let cut_short = limit.regime == Regime::Foisa && limit.due == day("2020-05-26");
    match limit.length {
        law::Length::WorkingDays(length) if !cut_short => {
            assert_eq!(numbers.last(), Some(&length), "{place}");
            let last = days.last().map(|day| day.part.clone());
            assert_eq!(last, Some(law::Part::Counted(length)), "{place}: it ends on a counted day");
            let skipped = days.len() - numbers.len();
            assert_eq!(skipped, limit.skipped.len(), "{place}");
        }
        law::Length::CalendarDays(length) | law::Length::DaysRollingOn(length) => {
            assert_eq!(numbers.last(), Some(&length), "{place}");
        }
        law::Length::WorkingDays(_)
        | law::Length::Months(_)
        | law::Length::MonthsBeginningWith(_) => {}
    }
}
