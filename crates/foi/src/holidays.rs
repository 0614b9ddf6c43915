//! `foi holidays`: list, add, import.

use desk::{Desk, DeskError, HolidayReport, HolidayView, Moment};

use crate::act::read;
use crate::args::HolidaysCommand;
use crate::output::Output;

/// Runs a command.
pub fn run(
    desk: &mut Desk,
    command: &HolidaysCommand,
    moment: Moment,
    output: &Output,
) -> Result<(), DeskError> {
    let report = match command {
        HolidaysCommand::List { year } => {
            output.show(&desk.holidays(*year)?, |days| lines(days));
            return Ok(());
        }
        HolidaysCommand::Add { date, title, division } => {
            desk.add_holiday(desk::date("date", date)?, title, division, moment)?
        }
        HolidaysCommand::Import { file } => {
            let name = file.display().to_string();
            desk.import_holidays(&read("holidays", file)?, &name, moment)?
        }
    };
    output.show(&report, said);
    Ok(())
}

fn line(day: &HolidayView) -> String {
    let by_hand = if day.by_hand { " (by hand)" } else { "" };
    format!("{}  {}  {}{by_hand}", day.date, day.division, day.title)
}

fn lines(days: &[HolidayView]) -> String {
    days.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn said(report: &HolidayReport) -> String {
    let mut text = report.notices.clone();
    text.extend(report.added.iter().map(|day| format!("added    {}", line(day))));
    text.extend(report.removed.iter().map(|day| format!("removed  {}", line(day))));
    text.extend(report.moved.iter().map(|moved| {
        format!(
            "moved    {} {} ({}): {} → {}",
            moved.request, moved.limit, moved.subject, moved.from, moved.to
        )
    }));
    text.join("\n")
}
