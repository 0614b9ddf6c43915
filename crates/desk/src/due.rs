//! A limit worked out by itself, without a library.

use chrono::NaiveDate;
use law::time_limit::{self, LimitKind};
use law::{Coded, Regime};
use serde::Serialize;

use crate::error::DeskError;
use crate::register::calendar;
use crate::view::{ReadingView, SkippedView};

/// A limit with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueQuestion {
    /// The Act.
    pub regime: &'static str,
    /// The limit.
    pub limit: &'static str,
    /// Day zero.
    pub from: NaiveDate,
    /// Due by the end of this day.
    pub due: NaiveDate,
    /// How long it is.
    pub length: String,
    /// Whether bank holidays not yet known could move it.
    pub provisional: bool,
    /// Each day not counted, and why.
    pub skipped: Vec<SkippedView>,
    /// `statute`, `code`, `policy` or `courtesy`.
    pub authority: &'static str,
    /// Where it is written.
    pub citation: String,
    /// Whether the rule was confirmed from its source.
    pub confirmed: bool,
    /// The working in one sentence.
    pub working: String,
    /// Other readings of the same limit.
    pub readings: Vec<ReadingView>,
}

/// When a limit that is counted from a day is due, by the built-in bank holidays.
///
/// # Errors
/// Refused for an Act or a limit that is not known, or one that the Act does not have.
pub fn due(regime: &str, limit: &str, from: NaiveDate) -> Result<DueQuestion, DeskError> {
    let act = Regime::from_code(&regime.to_lowercase()).ok_or_else(|| {
        DeskError::refused(
            "regime",
            format!("“{regime}” is not an Act that is known here."),
            "Give foia, foisa, eir or eisr.",
        )
    })?;
    let kind = LimitKind::from_code(&limit.to_lowercase()).ok_or_else(|| {
        let known: Vec<&str> = LimitKind::ALL.iter().map(|kind| kind.code()).collect();
        DeskError::refused(
            "limit",
            format!("“{limit}” is not a limit that is known here."),
            format!("Limits are {}.", known.join(", ")),
        )
    })?;
    let holidays = calendar()?;
    let worked_out = time_limit::limit(kind, act, from, &holidays).map_err(|none| {
        DeskError::refused("limit", none.to_string(), "Ask for another limit of this Act.")
    })?;
    Ok(DueQuestion {
        regime: act.code(),
        limit: kind.code(),
        from,
        due: worked_out.due,
        length: worked_out.length.words(),
        provisional: worked_out.provisional,
        skipped: worked_out
            .skipped
            .iter()
            .map(|skipped| SkippedView { date: skipped.date, why: skipped.why.words() })
            .collect(),
        authority: worked_out.citation.basis.code(),
        citation: worked_out.citation.cited(),
        confirmed: worked_out.citation.confirmed,
        working: worked_out.sentence(),
        readings: law::other_readings(&worked_out, &holidays).iter().map(ReadingView::of).collect(),
    })
}
