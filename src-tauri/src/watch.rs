//! What happens without the window: the day turns, or another program changes the library.

use std::time::Duration;

use chrono::NaiveDate;
use tauri::{AppHandle, Runtime};

use crate::changed::{self, Tag};
use crate::state::{Shell, shell};

/// How often is looked. A day that turned while the computer slept is seen as soon as it wakes.
const OFTEN: Duration = Duration::from_secs(2);

/// What was seen last.
#[derive(Debug, Default)]
struct Seen {
    today: Option<NaiveDate>,
    version: Option<i64>,
}

impl Seen {
    /// What is new since the last look; the first look finds nothing new.
    fn look(&mut self, shell: &Shell) -> (bool, bool) {
        let today = shell.now().ok().map(|moment| moment.today);
        let turned = self.today.is_some() && today.is_some() && self.today != today;
        self.today = today.or(self.today);
        let version = shell.version_of_others();
        let written = self.version.is_some() && version.is_some() && self.version != version;
        self.version = version.or(self.version);
        (turned, written)
    }
}

/// Looks until the program ends.
pub fn start<R: Runtime>(app: &AppHandle<R>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = shell(&app);
        let mut seen = Seen::default();
        loop {
            let (turned, written) = seen.look(&shell);
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
