//! Rules that applied for a time only. There is one: the sixty working days of the Scottish Act in
//! the spring of 2020.
//!
//! What it means exactly. The Coronavirus (Scotland) Act 2020 made 20 into 60 in sections 10(1) and
//! 21(1) from 7 April 2020, at once and for requests already received; the second Act of that year
//! repealed it from 27 May 2020, without saving what was pending. The Commissioner reads them so: an
//! answer *given* from 7 April to 26 May 2020 is judged by 60 working days; one given later is judged
//! by 20, whenever the request was received. So the rule goes by the day of the answer ([`rule_on`],
//! [`in_time`]). A request whose 20 working days ended within those weeks could be answered in time up
//! to 26 May 2020, and was late from the next day: that is its last lawful day, since 60 working days
//! from any receipt that this concerns end later than 26 May. One whose 20 had ended before 7 April
//! was late then, and its last lawful day stays; that an answer given within those weeks is
//! nevertheless judged by 60 is another reading of it.

use chrono::NaiveDate;

use super::{Length, Limit, LimitKind, NoSuchLimit, Rule, end, rule};
use crate::{calendar::BankHolidays, citation::Citation, provision::FOISA_2020, regime::Regime};

/// A length that took another's place for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Temporary {
    /// The first day on which an answer was judged by it.
    pub first: NaiveDate,
    /// The last such day.
    pub last: NaiveDate,
    /// How long the limit was then.
    pub length: Length,
    /// On what authority.
    pub citation: Citation,
}

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

const SPRING_2020: Temporary = Temporary {
    first: day(2020, 4, 7),
    last: day(2020, 5, 26),
    length: Length::WorkingDays(60),
    citation: FOISA_2020,
};

/// What took the place of a limit for a time, if anything ever did.
#[must_use]
pub const fn temporary(kind: LimitKind, regime: Regime) -> Option<Temporary> {
    match (kind, regime) {
        (LimitKind::Response | LimitKind::Review, Regime::Foisa) => Some(SPRING_2020),
        (
            LimitKind::Response
            | LimitKind::ResponseExtended
            | LimitKind::ReviewRequest
            | LimitKind::Review
            | LimitKind::ReviewSilence
            | LimitKind::Complaint
            | LimitKind::Appeal
            | LimitKind::Fees
            | LimitKind::CostWindow,
            Regime::Foia | Regime::Foisa | Regime::Eir | Regime::Eisr,
        ) => None,
    }
}

/// The rule by which what was done on this day is judged.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn rule_on(kind: LimitKind, regime: Regime, on: NaiveDate) -> Result<Rule, NoSuchLimit> {
    let lasting = rule(kind, regime)?;
    Ok(match temporary(kind, regime) {
        Some(then) if then.first <= on && on <= then.last => {
            Rule { length: then.length, citation: then.citation, ..lasting }
        }
        Some(_) | None => lasting,
    })
}

/// Whether what was done on this day was done in time, by the rule of that day.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn in_time(
    kind: LimitKind,
    regime: Regime,
    from: NaiveDate,
    done_on: NaiveDate,
    holidays: &BankHolidays,
) -> Result<bool, NoSuchLimit> {
    let rule = rule_on(kind, regime, done_on)?;
    Ok(done_on <= end(rule.length, regime, from, holidays).due)
}

/// A limit by the lasting rule, put right where another applied for a time.
pub(super) fn with_the_rule_of_then(limit: Limit, holidays: &BankHolidays) -> Limit {
    match temporary(limit.kind, limit.regime) {
        Some(then) if then.first <= limit.due && limit.due <= then.last => {
            let mut skipped = end(then.length, limit.regime, limit.counted_from, holidays).skipped;
            skipped.retain(|skipped| skipped.date <= then.last);
            Limit { due: then.last, length: then.length, citation: then.citation, skipped, ..limit }
        }
        Some(_) | None => limit,
    }
}

/// The same for the last day alone.
pub(super) fn end_of_the_rule_of_then(
    kind: LimitKind,
    regime: Regime,
    due: NaiveDate,
) -> NaiveDate {
    match temporary(kind, regime) {
        Some(then) if then.first <= due && due <= then.last => then.last,
        Some(_) | None => due,
    }
}
