//! `foi`: what can be done at the desk, from the command line. A command takes its input, calls
//! `desk`, and shows what comes back; it decides nothing.
//!
//! Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused (with the reason).

mod act;
mod args;
mod course;
mod exemptions;
mod hints;
mod holidays;
mod output;
mod record;
mod show;
mod stand;

use std::process::ExitCode;

use chrono::{Local, NaiveDate, Utc};
use clap::Parser;
use desk::{DeskError, ErrorKind, Moment};

use crate::args::Arguments;
use crate::output::Output;

/// The variable that fixes the day, for demonstrations and tests.
const TODAY: &str = "FOI_DESK_TODAY";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = Output::new(arguments.json);
    let result = now().and_then(|moment| act::run(&arguments, moment, &output));
    match result {
        Ok(code) => code,
        Err(error) => {
            let error = hints::with_commands(error);
            output.error(&error);
            ExitCode::from(code_of(error.kind))
        }
    }
}

/// The one place where the command line reads the clock.
#[allow(
    clippy::disallowed_methods,
    reason = "today is an argument everywhere else; here it is read"
)]
fn now() -> Result<Moment, DeskError> {
    let today: NaiveDate = match std::env::var(TODAY) {
        Ok(text) => desk::date(TODAY, &text)?,
        Err(_) => Local::now().date_naive(),
    };
    Ok(Moment { today, now: Utc::now() })
}

fn code_of(kind: ErrorKind) -> u8 {
    match kind {
        ErrorKind::Refused
        | ErrorKind::Input
        | ErrorKind::NoLibrary
        | ErrorKind::LibraryExists
        | ErrorKind::NewerLibrary => 3,
        ErrorKind::Damaged
        | ErrorKind::Busy
        | ErrorKind::DiskFull
        | ErrorKind::NotWritable
        | ErrorKind::ReadOnly
        | ErrorKind::Fault => 1,
    }
}
