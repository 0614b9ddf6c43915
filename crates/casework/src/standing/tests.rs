use super::*;
use crate::clock::ClockKind;
use crate::event::{EventKind, Fact};
use crate::letter::LetterKind;
use crate::outcome::Outcome;
use crate::testing::{History, day};
use law::regime::Regime;

const OPEN: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::NotHeld)];

fn state(history: &History, kind: ClockKind, today: &str) -> ClockState {
    history.clock(kind).on(day(today), &history.case(), &history.holidays)
}

#[test]
fn a_clock_runs_by_working_days_until_the_last_of_them() {
    let history = History::sent(Regime::Foia);
    let on = |today| state(&history, ClockKind::Response, today);
    assert_eq!(on("2026-11-20"), ClockState::NotBegun);
    assert_eq!(on("2026-11-23"), ClockState::Running { day: 0, left: 20 });
    assert_eq!(on("2026-11-24"), ClockState::Running { day: 1, left: 19 });
    assert_eq!(on("2026-11-28"), ClockState::Running { day: 4, left: 16 }, "a Saturday");
    assert_eq!(on("2026-11-30"), ClockState::Running { day: 4, left: 16 }, "St Andrew's Day");
    assert_eq!(on("2026-12-21"), ClockState::Running { day: 19, left: 1 });
    assert_eq!(on("2026-12-22"), ClockState::DueToday);
    assert_eq!(on("2026-12-23"), ClockState::Over(1));
    assert_eq!(on("2026-12-29"), ClockState::Over(3), "Christmas does not count");
}

#[test]
fn a_reply_on_the_last_day_is_in_time_and_one_of_the_day_after_is_late() {
    for (dated, expected) in [
        ("2026-12-22", ClockState::Met(day("2026-12-22"))),
        ("2026-12-23", ClockState::MetLate(day("2026-12-23"), 1)),
        ("2027-01-05", ClockState::MetLate(day("2027-01-05"), 6)),
    ] {
        let mut history = History::sent(Regime::Foia);
        history.reply(dated, &OPEN);
        assert_eq!(state(&history, ClockKind::Response, "2027-06-01"), expected, "{dated}");
    }
}

#[test]
fn a_limit_of_days_of_any_kind_is_counted_in_them() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    let on = |today| state(&history, ClockKind::Complaint, today);
    assert_eq!(on("2027-01-23"), ClockState::Running { day: 5, left: 37 }, "a Saturday");
    assert_eq!(on("2027-03-01"), ClockState::DueToday);
    assert_eq!(on("2027-03-08"), ClockState::Over(7));
}

#[test]
fn a_right_that_was_used_stays_used() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let window = |history: &History| state(history, ClockKind::ReviewRequest, "2027-02-13");
    assert_eq!(window(&history), ClockState::Over(0), "a Saturday, the day after the last");
    history.write_and_send(LetterKind::Review, None, "2027-02-12");
    assert_eq!(window(&history), ClockState::Met(day("2027-02-12")));
}

#[test]
fn a_note_changes_nothing_of_where_a_request_stands() {
    let mut history = History::sent(Regime::Foia);
    let before = history.agenda();
    history.event(EventKind::Note, "2026-12-01", Fact::Note("they rang".to_owned()));
    assert_eq!(history.agenda(), before);
}

#[test]
fn what_came_after_a_day_was_not_known_by_it() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let known = |today| history.file.known_by(day(today)).events.len();
    assert_eq!(known("2026-11-22"), 0);
    assert_eq!(known("2026-11-23"), 2, "written and sent on that day");
    assert_eq!(known("2026-12-13"), 2);
    assert_eq!(known("2026-12-14"), 3);
}

#[test]
fn the_days_of_a_clock_are_counted_from_day_zero() {
    let history = History::sent(Regime::Foia);
    let clock = history.clock(ClockKind::Response);
    let days = |today| clock.days_to(day(today), &history.case(), &history.holidays);
    assert_eq!(days("2026-11-23"), 0);
    assert_eq!(days("2026-11-24"), 1);
    assert_eq!(days("2026-12-01"), 5, "24 to 27 November and 1 December: not St Andrew's Day");
    assert_eq!(days("2026-12-23"), 21);
}
