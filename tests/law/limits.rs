//! When each limit ends: a table for each enactment and limit, and what the tables must cover.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use law::{Coded, Division, LimitKind, NoSuchLimit, NotCounted, Regime, WorkingDays, limit, rule};

use crate::table::{Row, day, exists, rows, shipped};

/// The table of a limit.
fn table(kind: LimitKind, regime: Regime) -> String {
    format!("{}_{}.csv", regime.code(), kind.code().replace('-', "_"))
}

/// Every row of every table of limits.
fn vectors() -> Vec<Row> {
    let mut all = Vec::new();
    for regime in Regime::ALL {
        for kind in LimitKind::ALL {
            let table = table(*kind, *regime);
            if exists(&table) {
                for row in rows(&table) {
                    assert_eq!(
                        (row.regime(), row.coded("limit")),
                        (*regime, *kind),
                        "{}",
                        row.place
                    );
                    all.push(row);
                }
            }
        }
    }
    all
}

fn laid(row: &Row, holidays: &law::BankHolidays) -> law::Limit {
    limit(row.coded("limit"), row.regime(), row.date("from"), holidays)
        .unwrap_or_else(|none| panic!("{}: {none}", row.place))
}

#[test]
fn each_limit_ends_on_the_day_that_its_source_gives() {
    let holidays = shipped();
    let all = vectors();
    assert!(all.len() >= 200, "{} rows are too few", all.len());
    let mut wrong = Vec::new();
    for row in all {
        let laid = laid(&row, &holidays);
        assert!(!laid.provisional, "{}: runs past the loaded years", row.place);
        if laid.due != row.date("due") {
            let (due, source) = (row.get("due"), row.get("source"));
            wrong.push(format!("{}: {due} expected ({source}); {}", row.place, laid.sentence()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const BY_HAND: &str = "hand: left out besides weekends: ";

/// The days that a row counted by hand names as left out; nothing for a row from a publication.
fn named_as_left_out(row: &Row) -> Option<Vec<NaiveDate>> {
    let list = row.get("source").strip_prefix(BY_HAND)?;
    let list = list.split("; ").next().unwrap_or_default();
    if list == "none" {
        return Some(Vec::new());
    }
    let named = list.split(", ").map(|item| {
        let (date, reason) = item
            .split_once(' ')
            .unwrap_or_else(|| panic!("{}: \"{item}\" is no day with its reason", row.place));
        assert!(reason.len() > 3, "{}: {date} without its reason", row.place);
        day(date)
    });
    Some(named.collect())
}

/// A row is from a publication, with its address, or counted by hand, with every day left out
/// written down; and those are the days that the working leaves out, no more and no fewer.
#[test]
fn each_row_says_where_it_is_from_and_names_the_days_left_out() {
    let holidays = shipped();
    let mut by_hand = 0;
    for row in vectors() {
        let Some(named) = named_as_left_out(&row) else {
            let address = row.get("source").split([',', ' ']).next().unwrap_or_default();
            assert!(
                address.contains('.') && address.contains('/'),
                "{}: neither by hand nor an address: {}",
                row.place,
                row.get("source")
            );
            continue;
        };
        by_hand += 1;
        let left_out: Vec<NaiveDate> = laid(&row, &holidays)
            .skipped
            .iter()
            .filter(|skipped| skipped.why != NotCounted::Weekend)
            .map(|skipped| skipped.date)
            .collect();
        assert_eq!(named, left_out, "{}: {}", row.place, row.get("source"));
    }
    assert!(by_hand >= 200, "{by_hand} rows by hand are too few");
}

/// The days that every calendar has to be tried on, with the days on which each is kept.
fn notable_days() -> Vec<(&'static str, BTreeSet<NaiveDate>)> {
    let holidays = shipped();
    let kept = |title: &str, division: Option<Division>| -> BTreeSet<NaiveDate> {
        holidays
            .rows()
            .filter(|row| row.title.contains(title) && division.is_none_or(|it| it == row.division))
            .map(|row| row.date)
            .collect()
    };
    let one = |date: &str| BTreeSet::from([day(date)]);
    vec![
        ("Christmas", kept("Christmas Day", None)),
        ("Good Friday", kept("Good Friday", None)),
        ("Easter Monday", kept("Easter Monday", None)),
        ("2 January", kept("2nd January", Some(Division::Scotland))),
        ("17 March", kept("St Patrick", Some(Division::NorthernIreland))),
        ("12 July", kept("Boyne", Some(Division::NorthernIreland))),
        ("first Monday in August", kept("Summer", Some(Division::Scotland))),
        ("last Monday in August", kept("Summer", Some(Division::EnglandAndWales))),
        ("St Andrew's Day", kept("St Andrew", Some(Division::Scotland))),
        ("the wedding of 2011", one("2011-04-29")),
        ("the Jubilee of 2012", one("2012-06-05")),
        ("VE Day 2020", one("2020-05-08")),
        ("the Jubilee of 2022", one("2022-06-03")),
        ("the funeral of 2022", one("2022-09-19")),
        ("the Coronation of 2023", one("2023-05-08")),
        ("the World Cup of 2026", one("2026-06-15")),
    ]
}

#[test]
fn every_notable_day_lies_within_a_row_of_every_regime() {
    let all = vectors();
    for (name, days) in notable_days() {
        assert!(!days.is_empty(), "{name} is never kept");
        for regime in Regime::ALL {
            let covered = all.iter().any(|row| {
                let (from, due) = (row.date("from"), row.date("due"));
                row.regime() == *regime
                    && row.get("limit") == "response"
                    && days.iter().any(|day| from < *day && *day <= due)
            });
            assert!(covered, "no row of {regime} is counted over {name}");
        }
    }
}

/// A day that counts in one calendar and not in the other is tried as the one and as the other.
#[test]
fn a_day_of_one_calendar_is_tried_in_both() {
    let holidays = shipped();
    for (name, days) in notable_days() {
        for day in days {
            let counts = |rule| holidays.is_working_day(rule, day);
            let alike = counts(WorkingDays::UnitedKingdom) == counts(WorkingDays::Scotland);
            let local = ["Easter Monday", "17 March", "12 July", "last Monday in August"];
            if !alike {
                assert!(local.contains(&name), "{name}, {day}");
                assert!(counts(WorkingDays::Scotland), "{name}, {day}");
            }
        }
    }
}

#[test]
fn where_there_is_no_table_the_act_has_no_limit() {
    for regime in Regime::ALL {
        for kind in LimitKind::ALL {
            let refused = matches!(rule(*kind, *regime), Err(NoSuchLimit::NotInThisAct { .. }));
            assert_eq!(refused, !exists(&table(*kind, *regime)), "{kind}, {regime}");
        }
    }
}

/// The day of receipt need not be a working day, so three days of one weekend are alike.
#[test]
fn friday_saturday_and_sunday_receipt_are_due_alike() {
    let holidays = shipped();
    for regime in Regime::ALL {
        let due = |from| {
            limit(LimitKind::Response, *regime, day(from), &holidays)
                .expect("every enactment has it")
                .due
        };
        assert_eq!(due("2026-11-27"), due("2026-11-28"));
        assert_eq!(due("2026-11-28"), due("2026-11-29"));
    }
}

/// The table of holidays ends with 2028: a date that needs 2029 is provisional, the last that does
/// not is firm.
#[test]
fn the_end_of_the_table_is_provisional() {
    let holidays = shipped();
    let provisional = |from| {
        limit(LimitKind::Response, Regime::Foia, day(from), &holidays)
            .expect("the Act has it")
            .provisional
    };
    assert!(!provisional("2028-11-28"), "due on the last working day of December at the latest");
    assert!(provisional("2028-12-15"));
    assert!(provisional("2004-11-01"), "before the Acts were in force and the table begins");
}
