//! Where a request stands on a given day. The one place that compares a case with a day.

use std::cmp::Ordering;

use chrono::NaiveDate;
use law::calendar::BankHolidays;

use crate::agenda::{Agenda, Stage, StageSpan, Step};
use crate::case::{Case, CaseFile};
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

impl CaseFile {
    /// The history as it was known by the end of a day: what came later is left out.
    #[must_use]
    pub fn known_by(&self, day: NaiveDate) -> Self {
        let mut file = self.clone();
        file.events.retain(|event| event.known_on() <= day);
        file
    }
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
    /// How many counted days lie after day zero, up to and including this day; days that the Act
    /// disregards left out.
    pub fn days_to(&self, day: NaiveDate, case: &Case, holidays: &BankHolidays) -> u32 {
        self.days(self.counted_from, day, case, holidays)
    }

    fn days(
        &self,
        after: NaiveDate,
        through: NaiveDate,
        case: &Case,
        holidays: &BankHolidays,
    ) -> u32 {
        match self.length {
            Some(length) if !length.counts_working_days() => {
                u32::try_from((through - after).num_days()).unwrap_or(0)
            }
            Some(_) | None => {
                let rule = case.regime.working_days();
                let all = holidays.working_days_after(rule, after, through);
                let paused = self.paused.iter().map(|pause| {
                    let before = pause.from.pred_opt().unwrap_or(pause.from).max(after);
                    holidays.working_days_after(rule, before, pause.through.min(through))
                });
                all.saturating_sub(paused.sum())
            }
        }
    }

    /// How it stands on a day. `today` is late only from the day after the last one.
    pub fn on(&self, today: NaiveDate, case: &Case, holidays: &BankHolidays) -> ClockState {
        let days = |after, through| self.days(after, through, case, holidays);
        match self.stopped_on {
            Some(on) if on > self.due => ClockState::MetLate(on, days(self.due, on)),
            Some(on) => ClockState::Met(on),
            None if today < self.counted_from => ClockState::NotBegun,
            None => match today.cmp(&self.due) {
                Ordering::Less => ClockState::Running {
                    day: days(self.counted_from, today),
                    left: days(today, self.due),
                },
                Ordering::Equal => ClockState::DueToday,
                Ordering::Greater => ClockState::Over(days(self.due, today)),
            },
        }
    }
}

#[cfg(test)]
mod tests;
