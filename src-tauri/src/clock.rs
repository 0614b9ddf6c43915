//! The clock: the one place in the window that reads it. Everything else is given the day.

use chrono::{Local, NaiveDate, Utc};
use desk::{DeskError, Moment};

/// The variable that fixes the day, for demonstrations and tests.
const TODAY: &str = "FOI_DESK_TODAY";

/// What says which day it is.
#[derive(Debug, Clone)]
pub struct Clock {
    /// The day, where it is fixed, as it was written.
    fixed: Option<String>,
}

impl Clock {
    /// The system's clock, or the day that the environment fixes.
    pub fn of_the_system() -> Self {
        Self { fixed: std::env::var(TODAY).ok() }
    }

    /// A day that does not pass.
    #[cfg(test)]
    pub fn fixed(day: &str) -> Self {
        Self { fixed: Some(day.to_owned()) }
    }

    /// Today and now.
    ///
    /// # Errors
    /// A fixed day that is not one.
    #[allow(
        clippy::disallowed_methods,
        reason = "today is an argument everywhere else; here it is read"
    )]
    pub fn now(&self) -> Result<Moment, DeskError> {
        let today: NaiveDate = match &self.fixed {
            Some(text) => desk::date(TODAY, text)?,
            None => Local::now().date_naive(),
        };
        Ok(Moment { today, now: Utc::now() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_day_stays_and_one_that_is_none_is_named() {
        let moment = Clock::fixed("2026-05-01").now().expect("a day");
        assert_eq!(moment.today.to_string(), "2026-05-01");
        let error = Clock::fixed("yesterday").now().expect_err("no day");
        assert_eq!(error.field.as_deref(), Some(TODAY));
    }
}
