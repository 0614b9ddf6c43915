//! A limit with its working as it crosses: the date, where today is in it, and each of its days.

use casework::case::Case;
use casework::clock::{Clock, ClockKind, words};
use casework::question::Question;
use casework::standing::ClockState;
use chrono::NaiveDate;
use law::Coded;
use law::calendar::{BankHolidays, NotCounted};
use law::citation::Basis;
use law::reading::OtherReading;
use law::time_limit::{self, Length};
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;

/// A limit with so few working days left ends soon.
const SOON: u32 = 5;

/// Days past the last one that a row of days goes on for.
const SHOWN_OVER: u32 = 5;

/// A limit with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineView {
    /// What it is about.
    #[ts(as = "Code<ClockKind>")]
    pub limit: &'static str,
    /// The same, for people.
    pub label: &'static str,
    /// What it belongs to.
    pub subject: String,
    /// Day zero.
    pub counted_from: NaiveDate,
    /// What happened on day zero.
    pub counted_from_fact: String,
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How long it is: "20 working days".
    pub length: Option<String>,
    /// The same as a number, where it is so many working days.
    pub length_days: Option<u32>,
    /// Which of those working days today is, while it runs: 0 on day zero, the length on the last day.
    pub day: Option<u32>,
    /// Days left after today, up to and including the last: 0 on the last day. Working days, or plain
    /// days where the limit is one of plain days or months. Nothing while it does not run.
    pub left: Option<u32>,
    /// Days passed since the last, in the same days; 0 on a weekend right after it. Nothing unless it
    /// is over.
    pub over: Option<u32>,
    /// Whether it ends soon: five working days or fewer are left.
    pub is_soon: bool,
    /// Its days in a row, from day zero; after the last, those by which it is over, five at most.
    /// Nothing for a date that was simply named.
    pub days: Vec<ClockDay>,
    /// Each day not counted, and why.
    pub skipped: Vec<SkippedView>,
    /// Whether bank holidays not yet known could move it.
    pub provisional: bool,
    /// `statute`, `code`, `policy` or `courtesy`.
    #[ts(as = "Code<Basis>")]
    pub authority: &'static str,
    /// Where it is written.
    pub citation: String,
    /// Whether the rule was confirmed from its source.
    pub confirmed: bool,
    /// The working in one sentence.
    pub working: String,
    /// `not_begun`, `running`, `due_today`, `met`, `met_late` or `over`.
    #[ts(type = "\"not_begun\" | \"running\" | \"due_today\" | \"met\" | \"met_late\" | \"over\"")]
    pub state: &'static str,
    /// The same, for people.
    pub state_words: String,
    /// Questions still owed.
    pub outstanding: Vec<String>,
    /// Other readings of the same limit.
    pub readings: Vec<ReadingView>,
    /// The date that the force claims for it.
    pub claim: Option<ClaimView>,
    /// The other readings and the force's date, and what follows from them, in sentences; nothing where
    /// our date stands alone.
    pub beside: Option<String>,
    /// Only what follows from them.
    pub advice: Option<String>,
}

/// A day that is not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedView {
    /// The day.
    pub date: NaiveDate,
    /// Why.
    pub why: String,
}

/// Another reading of a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReadingView {
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How it is counted.
    pub why: String,
    /// Who reads it so.
    pub source: String,
}

impl ReadingView {
    pub(crate) fn of(reading: &OtherReading) -> Self {
        Self {
            due: reading.due,
            why: reading.why.clone().into_owned(),
            source: reading.source.clone().into_owned(),
        }
    }
}

/// The date that the force claims for a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClaimView {
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How the force comes to it.
    pub why: String,
    /// Whether it only promises: nothing waits for it.
    pub is_promise: bool,
}

/// A day of a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClockDay {
    /// The day.
    pub date: NaiveDate,
    /// `start` (day zero), `counted`, `weekend`, `holiday`, or `over`: a day counted after the last.
    #[ts(type = "\"start\" | \"counted\" | \"weekend\" | \"holiday\" | \"over\"")]
    pub kind: &'static str,
    /// Its number, for one that is counted; after the last day, by how many days it is over.
    pub number: Option<u32>,
    /// Why it is not counted.
    pub why: Option<String>,
}

pub(crate) fn deadline(
    clock: &Clock,
    case: &Case,
    holidays: &BankHolidays,
    today: NaiveDate,
) -> DeadlineView {
    let state = clock.on(today, case, holidays);
    let (code, state_words) = state_words(clock, state);
    let (day, left, over) = match state {
        ClockState::Running { day, left } => (Some(day), Some(left), None),
        ClockState::DueToday => (working_days(clock), Some(0), None),
        ClockState::Over(by) => (None, None, Some(by)),
        ClockState::NotBegun | ClockState::Met(_) | ClockState::MetLate(..) => (None, None, None),
    };
    let day = day.filter(|_| working_days(clock).is_some());
    let outstanding = case
        .questions
        .iter()
        .filter(|question| clock.outstanding.contains(&question.id))
        .map(Question::key)
        .collect();
    DeadlineView {
        limit: clock.kind.code(),
        label: clock.kind.label(),
        subject: clock.subject.clone(),
        counted_from: clock.counted_from,
        counted_from_fact: clock.counted_from_fact.clone(),
        due: clock.due,
        length: clock.length.map(time_limit::Length::words),
        length_days: working_days(clock),
        day,
        left,
        over,
        is_soon: working_days_left(today, clock.due, case, holidays).is_some_and(is_soon)
            && left.is_some(),
        days: days(clock, case, holidays, today),
        skipped: clock
            .skipped
            .iter()
            .map(|skipped| SkippedView { date: skipped.date, why: skipped.why.words() })
            .collect(),
        provisional: clock.provisional,
        authority: clock.citation.basis.code(),
        citation: clock.citation.cited(),
        confirmed: clock.citation.confirmed,
        working: clock.sentence(),
        state: code,
        state_words,
        outstanding,
        readings: clock.readings.iter().map(ReadingView::of).collect(),
        claim: clock.claim.as_ref().map(|claim| ClaimView {
            due: claim.due,
            why: claim.why.clone(),
            is_promise: claim.is_promise,
        }),
        beside: clock.beside(),
        advice: clock.advice(),
    }
}

fn counted(count: u32, clock: &Clock) -> String {
    let unit = match clock.length {
        Some(length) if !length.counts_working_days() => "day",
        Some(_) | None => "working day",
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

fn state_words(clock: &Clock, state: ClockState) -> (&'static str, String) {
    let is_ours = clock.kind.is_ours();
    match state {
        ClockState::NotBegun => ("not_begun", "not begun".to_owned()),
        ClockState::Running { day, left } => {
            ("running", format!("day {day}, {} left", counted(left, clock)))
        }
        ClockState::DueToday => ("due_today", "due today".to_owned()),
        ClockState::Met(on) if is_ours => ("met", format!("used on {}", words(on))),
        ClockState::Met(on) => ("met", format!("met on {}", words(on))),
        ClockState::MetLate(on, by) => {
            ("met_late", format!("met on {}, {} late", words(on), counted(by, clock)))
        }
        // On the weekend after a limit no working day has passed, and yet it is over.
        ClockState::Over(0) => ("over", format!("over since {}", words(clock.due))),
        ClockState::Over(by) => ("over", format!("{} over", counted(by, clock))),
    }
}

/// How many working days it is, where it is counted in them.
fn working_days(clock: &Clock) -> Option<u32> {
    match clock.length {
        Some(Length::WorkingDays(days)) => Some(days),
        Some(
            Length::CalendarDays(_)
            | Length::DaysRollingOn(_)
            | Length::Months(_)
            | Length::MonthsBeginningWith(_),
        )
        | None => None,
    }
}

/// Whether so few working days are left that it ends soon.
pub(crate) fn is_soon(working_days_left: u32) -> bool {
    working_days_left <= SOON
}

/// Working days after today, up to and including the last day; nothing once that has passed.
fn working_days_left(
    today: NaiveDate,
    due: NaiveDate,
    case: &Case,
    holidays: &BankHolidays,
) -> Option<u32> {
    let rule = case.regime.working_days();
    (today <= due).then(|| holidays.working_days_after(rule, today, due))
}

/// The days of a limit in a row, as it was counted.
fn days(clock: &Clock, case: &Case, holidays: &BankHolidays, today: NaiveDate) -> Vec<ClockDay> {
    let rule = case.regime.working_days();
    let Some(length) = clock.length else { return Vec::new() };
    let last = if clock.stopped_on.is_some() { clock.due } else { today.max(clock.due) };
    let why_not = |date: NaiveDate| {
        length.counts_working_days().then(|| holidays.why_not_counted(rule, date)).flatten()
    };
    let mut days = Vec::new();
    let mut number = 0;
    for date in clock.counted_from.iter_days().take_while(|date| *date <= last) {
        if date == clock.counted_from {
            days.push(ClockDay { date, kind: "start", number: None, why: None });
            continue;
        }
        let is_over = date > clock.due;
        // Days that the Act disregards look like holidays, with their reason.
        let pause = clock.paused.iter().find(|pause| pause.from <= date && date <= pause.through);
        if let (Some(pause), false) = (pause, is_over) {
            let why = Some(pause.why.clone());
            days.push(ClockDay { date, kind: "holiday", number: None, why });
            continue;
        }
        let day = match why_not(date) {
            Some(why) => {
                let kind = if why == NotCounted::Weekend { "weekend" } else { "holiday" };
                ClockDay { date, kind, number: None, why: Some(why.words()) }
            }
            None => {
                number += 1;
                let kind = if is_over { "over" } else { "counted" };
                ClockDay { date, kind, number: Some(number), why: None }
            }
        };
        days.push(day);
        if is_over && number == SHOWN_OVER {
            break;
        }
        if date == clock.due {
            number = 0;
        }
    }
    days
}
