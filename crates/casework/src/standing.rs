//! Where a request stands on a given day. The one place that compares a case with a day.

use chrono::NaiveDate;
use law::calendar::BankHolidays;

use crate::agenda::{Agenda, Stage, StageSpan, Step};
use crate::case::Case;
use crate::clock::Clock;

/// Where a request stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// The date that the stage is about: due by its end.
    pub due: Option<NaiveDate>,
    /// What is to be done on that day, the first first.
    pub steps: Vec<Step>,
}

/// How a clock stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// It has not begun on that day.
    NotBegun,
    /// It runs: this many counted days have passed, this many are left after today.
    Running {
        /// Counted days passed.
        day: u32,
        /// Counted days left, not counting today.
        left: u32,
    },
    /// Today is the last lawful day. Nothing is late yet.
    DueToday,
    /// It was met, or the right was used, on this day and in time.
    Met(NaiveDate),
    /// It was met on this day, too late by so many days.
    MetLate(NaiveDate, u32),
    /// It is over by so many days.
    Over(u32),
}

impl Agenda {
    /// Looks up a day.
    pub fn on(&self, today: NaiveDate) -> Standing {
        let holds =
            |span: &&StageSpan| span.from <= today && span.until.is_none_or(|until| today <= until);
        // A day before the facts were known reads as their first day.
        let span = self.stages.iter().find(holds).or_else(|| self.stages.first());
        let steps = self
            .steps
            .iter()
            .filter(|step| step.from <= today && step.until.is_none_or(|until| today <= until))
            .cloned()
            .collect();
        Standing {
            stage: span.map_or(Stage::NotSent, |span| span.stage),
            due: span.and_then(|span| span.due),
            steps,
        }
    }
}

impl Clock {
    /// How it stands on a day. `today` is late only from the day after the last one.
    pub fn on(&self, today: NaiveDate, case: &Case, holidays: &BankHolidays) -> ClockState {
        let days = |after: NaiveDate, through: NaiveDate| -> u32 {
            match self.length {
                Some(length) if !length.counts_working_days() => {
                    u32::try_from((through - after).num_days()).unwrap_or(0)
                }
                Some(_) | None => {
                    holidays.working_days_after(case.regime.working_days(), after, through)
                }
            }
        };
        match self.stopped_on {
            Some(on) if on > self.due => ClockState::MetLate(on, days(self.due, on)),
            Some(on) => ClockState::Met(on),
            None if today < self.counted_from => ClockState::NotBegun,
            None if today == self.due => ClockState::DueToday,
            None if today > self.due => ClockState::Over(days(self.due, today)),
            None => ClockState::Running {
                day: days(self.counted_from, today),
                left: days(today, self.due),
            },
        }
    }
}

#[cfg(test)]
mod tests;
