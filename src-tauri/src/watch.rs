//! What happens without the window: the day turns, or another program changes the library.

use std::time::Duration;

use chrono::NaiveDate;
use tauri::{AppHandle, Runtime};

use crate::changed::{self, Tag};
use crate::state::shell;

/// How often is looked. A day that turned while the computer slept is seen as soon as it wakes.
const OFTEN: Duration = Duration::from_secs(2);

/// What was seen last.
#[derive(Debug, Default)]
struct Seen {
    today: Option<NaiveDate>,
    version: Option<i64>,
}

impl Seen {
    /// Whether the day turned and whether another program wrote, since the last look. The first look
    /// finds nothing new, nor does one at which nothing can be seen.
    fn look(&mut self, today: Option<NaiveDate>, version: Option<i64>) -> (bool, bool) {
        let turned = is_new(self.today, today);
        let written = is_new(self.version, version);
        self.today = today.or(self.today);
        self.version = version.or(self.version);
        (turned, written)
    }
}

fn is_new<T: PartialEq>(before: Option<T>, now: Option<T>) -> bool {
    before.zip(now).is_some_and(|(before, now)| before != now)
}

/// Looks until the program ends.
pub fn start<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = shell(&app);
        let mut seen = Seen::default();
        loop {
            let today = shell.now().ok().map(|moment| moment.today);
            let (turned, written) = seen.look(today, shell.version_of_others());
            if turned {
                changed::tell(&app, &[Tag::Today]);
            }
            if written {
                changed::tell(&app, changed::ALL);
            }
            tokio::time::sleep(OFTEN).await;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_turns_and_a_library_that_changes_are_seen_once() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 5, day);
        let mut seen = Seen::default();
        assert_eq!(seen.look(day(1), None), (false, false), "the first look");
        assert_eq!(seen.look(day(1), Some(7)), (false, false), "the library was opened");
        assert_eq!(seen.look(day(2), Some(7)), (true, false));
        assert_eq!(seen.look(day(2), Some(9)), (false, true));
        assert_eq!(seen.look(day(2), None), (false, false), "it is being worked on");
        assert_eq!(seen.look(day(2), Some(9)), (false, false));
        assert_eq!(seen.look(day(5), Some(9)), (true, false), "the computer slept");
    }
}
