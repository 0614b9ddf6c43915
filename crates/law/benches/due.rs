//! How long a due date takes: plain, and with its working. `cargo bench -p law --bench due`.

#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]

use std::{hint::black_box, time::Instant};

use chrono::{Days, NaiveDate};
use law::{BankHoliday, BankHolidays, Coded, Division, LimitKind, Regime, due_day, limit};

/// Nanoseconds for each of so many calls: the best of seven runs, the first of which warms up.
fn nanoseconds(calls: u32, mut run: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..7 {
        let begun = Instant::now();
        run();
        best = best.min(begun.elapsed().as_secs_f64());
    }
    best * 1e9 / f64::from(calls)
}

fn shipped() -> BankHolidays {
    let rows = include_str!("../../desk/data/bank_holidays.csv").lines().skip(1);
    BankHolidays::new(rows.filter_map(|row| {
        let mut columns = row.split(',');
        let date = columns.next()?.parse().ok()?;
        let title = columns.next()?.to_owned();
        let division = columns.find_map(Division::from_code)?;
        Some(BankHoliday { date, division, title })
    }))
}

fn main() {
    let holidays = shipped();
    let first = NaiveDate::from_ymd_opt(2005, 1, 1).unwrap_or_default();
    let days: Vec<NaiveDate> =
        (0_u64..8_700).filter_map(|day| first.checked_add_days(Days::new(day))).collect();
    let calls = u32::try_from(days.len() * Regime::ALL.len()).unwrap_or(1);
    for (name, kind) in
        [("response", LimitKind::Response), ("review-request", LimitKind::ReviewRequest)]
    {
        let plain = nanoseconds(calls, || {
            for day in &days {
                for regime in Regime::ALL {
                    let due = due_day(black_box(kind), black_box(*regime), *day, &holidays);
                    black_box(due.map(|due| due.day).unwrap_or_default());
                }
            }
        });
        let with_working = nanoseconds(calls, || {
            for day in &days {
                for regime in Regime::ALL {
                    let _ = black_box(limit(kind, black_box(*regime), *day, &holidays));
                }
            }
        });
        let shown = nanoseconds(calls, || {
            for day in &days {
                for regime in Regime::ALL {
                    if let Ok(limit) = limit(kind, black_box(*regime), *day, &holidays) {
                        black_box((limit.sentence(), limit.day_by_day()));
                    }
                }
            }
        });
        println!(
            "{name}: a due date {plain:.1} ns, with its working {with_working:.0} ns, with its sentence and every day {shown:.0} ns"
        );
    }
    let made = nanoseconds(1, || drop(black_box(shipped())));
    println!("the calendar read and marked: {:.0} us", made / 1e3);
}
