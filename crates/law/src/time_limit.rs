//! The limits that run, and the day on which each ends. A limit never looks at today: lateness is
//! a relation between this date and a day, and is worked out by the caller.

mod dated;
mod rules;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::{
    calendar::{BankHolidays, SkippedDay},
    citation::Citation,
    coded,
    coded::Coded,
    provision::OUR_OWN_DATE,
    regime::Regime,
    wording,
};

pub use crate::working::{DayOfCount, Part, sentence};
pub use dated::{Temporary, in_time, rule_on, temporary};
pub use rules::rule;

coded! {
    /// What a limit is for.
    pub enum LimitKind {
        /// For the authority to answer; counted from receipt of the request.
        Response = "response", "answer";
        /// For the authority to answer where it has claimed more time: for the public interest
        /// under the Act of 2000, by regulation 7 under the Regulations; counted from receipt of the
        /// request. The Scottish Act has none.
        ResponseExtended = "response-extended", "answer, with more time";
        /// For the applicant to ask for a review.
        ReviewRequest = "review-request", "request for review";
        /// For the authority to finish its review; counted from receipt of the request for it.
        Review = "review", "outcome of the review";
        /// For the authority's silence on a review to be taken as final: from the day after, the
        /// Commissioner takes a complaint. Only under the Act of 2000.
        ReviewSilence = "review-extended", "outcome of the review, at the latest";
        /// For the applicant to complain to the Commissioner.
        Complaint = "complaint", "complaint to the Commissioner";
        /// For the applicant to appeal; counted from the day on which the decision notice was sent.
        Appeal = "appeal", "appeal against the decision notice";
        /// For the applicant to pay a fee; counted from the day of the notice of it.
        Fees = "fees", "payment of the fee";
        /// For a further request to be received by the same authority and still be costed together
        /// with an earlier one; counted from receipt of that. Only under the Act of 2000.
        CostWindow = "cost-window", "requests that can be costed together";
    }
}

impl LimitKind {
    /// Whether it is for the applicant to act within it: a right of ours that ends.
    #[must_use]
    pub fn is_ours(self) -> bool {
        match self {
            Self::ReviewRequest | Self::Complaint | Self::Appeal | Self::Fees => true,
            Self::Response
            | Self::ResponseExtended
            | Self::Review
            | Self::ReviewSilence
            | Self::CostWindow => false,
        }
    }
}

/// How long a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many working days, by the definition of the Act that applies.
    WorkingDays(u32),
    /// So many days of any kind. A last day that is not a working day stays the last day.
    CalendarDays(u32),
    /// So many days of any kind, by 5 pm; from a last day that is not a working day it rolls on to
    /// the next one. The Tribunal's rule 12.
    DaysRollingOn(u32),
    /// So many months: the same day number in that month, or the end of the month where it has none.
    Months(u32),
    /// So many months of which day zero is the first day: they end on the day before the same day
    /// number, or at the end of a month that has no such day.
    MonthsBeginningWith(u32),
}

impl Length {
    /// Whether only working days are counted; otherwise days of any kind.
    #[must_use]
    pub fn counts_working_days(self) -> bool {
        match self {
            Self::WorkingDays(_) => true,
            Self::CalendarDays(_)
            | Self::DaysRollingOn(_)
            | Self::Months(_)
            | Self::MonthsBeginningWith(_) => false,
        }
    }

    /// "20 working days", "42 days", "6 months".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::WorkingDays(days) => wording::counted(days, "working day"),
            Self::CalendarDays(days) | Self::DaysRollingOn(days) => wording::counted(days, "day"),
            Self::Months(months) | Self::MonthsBeginningWith(months) => {
                wording::counted(months, "month")
            }
        }
    }
}

/// A limit before it is laid on the calendar: how long, and on what authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    /// What it is for.
    pub kind: LimitKind,
    /// Under which Act.
    pub regime: Regime,
    /// How long it is.
    pub length: Length,
    /// On what authority.
    pub citation: Citation,
}

/// A limit laid on the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Limit {
    /// What it is for.
    pub kind: LimitKind,
    /// Under which Act.
    pub regime: Regime,
    /// Day zero: the day after which it is counted; where months begin with it, the first day.
    pub counted_from: NaiveDate,
    /// Due by the end of this day; late only from the day after.
    pub due: NaiveDate,
    /// How long it is.
    pub length: Length,
    /// The days passed over, weekends included, in order; empty where plain days or months count.
    /// Where the last day rolls on, the days from which it did.
    pub skipped: Vec<SkippedDay>,
    /// True when bank holidays not yet loaded could make the due day later.
    pub provisional: bool,
    /// On what authority.
    pub citation: Citation,
}

/// A day that we name ourselves in a letter and that binds nobody.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CourtesyDate {
    /// Under which Act its working days are counted.
    pub regime: Regime,
    /// Day zero: the day after which it is counted.
    pub counted_from: NaiveDate,
    /// The day by which we ask for a reply.
    pub due: NaiveDate,
    /// How long it is.
    pub length: Length,
    /// The days passed over, weekends included, in order.
    pub skipped: Vec<SkippedDay>,
    /// True when bank holidays not yet loaded could make the day later.
    pub provisional: bool,
    /// That it is our own date.
    pub citation: Citation,
}

/// Why a limit cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoSuchLimit {
    /// The Act knows no such limit.
    NotInThisAct {
        /// What was asked for.
        kind: LimitKind,
        /// Under which Act.
        regime: Regime,
        /// The rule that stands in its place.
        citation: Citation,
    },
}

impl std::fmt::Display for NoSuchLimit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotInThisAct { kind, regime, citation } => write!(
                f,
                "The {} has no limit \"{}\": there is none. {} ({})",
                regime.act(),
                kind.code(),
                citation.words,
                citation.cited(),
            ),
        }
    }
}

impl std::error::Error for NoSuchLimit {}

/// A limit counted from this day, which is its day zero. Which day that is, is for the caller to
/// know: receipt of the request, the date of the answer, the end of the time for it.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn limit(
    kind: LimitKind,
    regime: Regime,
    from: NaiveDate,
    holidays: &BankHolidays,
) -> Result<Limit, NoSuchLimit> {
    let Rule { length, citation, .. } = rule(kind, regime)?;
    let End { due, skipped, provisional } = end(length, regime, from, holidays);
    let lasting =
        Limit { kind, regime, counted_from: from, due, length, skipped, provisional, citation };
    Ok(dated::with_the_rule_of_then(lasting, holidays))
}

/// The day on which a limit ends, without its working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DueDay {
    /// Due by the end of this day; late only from the day after.
    pub day: NaiveDate,
    /// True when bank holidays not yet loaded could make the day later.
    pub provisional: bool,
}

/// When a limit counted from this day ends: what [`limit`] gives, without the working. For lists of
/// many dates; it takes some tens of nanoseconds.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn due_day(
    kind: LimitKind,
    regime: Regime,
    from: NaiveDate,
    holidays: &BankHolidays,
) -> Result<DueDay, NoSuchLimit> {
    let Some(length) = rules::length(kind, regime) else {
        return rule(kind, regime).map(|_| DueDay { day: from, provisional: true });
    };
    let (day, provisional) = match length {
        Length::WorkingDays(days) => holidays.count_ends(regime.working_days(), from, days),
        Length::CalendarDays(_)
        | Length::DaysRollingOn(_)
        | Length::Months(_)
        | Length::MonthsBeginningWith(_) => {
            let end = end(length, regime, from, holidays);
            (end.due, end.provisional)
        }
    };
    Ok(DueDay { day: dated::end_of_the_rule_of_then(kind, regime, day), provisional })
}

/// The day by which a letter asks for a reply where the Act sets none: so many working days after
/// this day, by the definition of the Act under which the request stands.
#[must_use]
pub fn courtesy(
    regime: Regime,
    from: NaiveDate,
    days: u32,
    holidays: &BankHolidays,
) -> CourtesyDate {
    let length = Length::WorkingDays(days);
    let End { due, skipped, provisional } = end(length, regime, from, holidays);
    let citation = OUR_OWN_DATE;
    CourtesyDate { regime, counted_from: from, due, length, skipped, provisional, citation }
}

/// That a date is our own: the citation of a courtesy date, however it was chosen.
#[must_use]
pub fn our_own_date() -> Citation {
    OUR_OWN_DATE
}

/// Where a length ends.
struct End {
    due: NaiveDate,
    skipped: Vec<SkippedDay>,
    provisional: bool,
}

fn end(length: Length, regime: Regime, from: NaiveDate, holidays: &BankHolidays) -> End {
    let plain = |due: Option<NaiveDate>| End {
        due: due.unwrap_or(NaiveDate::MAX),
        skipped: Vec::new(),
        provisional: due.is_none(),
    };
    match length {
        Length::WorkingDays(days) => {
            let count = holidays.count(regime.working_days(), from, days);
            End { due: count.last_day, skipped: count.skipped, provisional: count.provisional }
        }
        Length::CalendarDays(days) => plain(from.checked_add_days(Days::new(days.into()))),
        Length::DaysRollingOn(days) => {
            rolled_on(regime, from, days, holidays).unwrap_or_else(|| plain(None))
        }
        Length::Months(months) => plain(from.checked_add_months(Months::new(months))),
        Length::MonthsBeginningWith(months) => {
            let same_number = from.checked_add_months(Months::new(months));
            plain(same_number.and_then(|same| {
                if same.day() == from.day() { same.pred_opt() } else { Some(same) }
            }))
        }
    }
}

/// The first working day at or after the last of so many plain days.
fn rolled_on(regime: Regime, from: NaiveDate, days: u32, holidays: &BankHolidays) -> Option<End> {
    let day_before_the_last = from.checked_add_days(Days::new(days.into()))?.pred_opt()?;
    let count = holidays.count(regime.working_days(), day_before_the_last, 1);
    Some(End { due: count.last_day, skipped: count.skipped, provisional: count.provisional })
}

impl Limit {
    /// The working shown in one sentence: "20 working days after 23 November 2026, not counting
    /// weekends and 30 Nov (St Andrew's Day, Scotland): due by the end of 22 December 2026
    /// (section 10(1), …)." Says so where the date is provisional.
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence(
            self.length,
            self.counted_from,
            self.due,
            &self.skipped,
            self.provisional,
            &self.citation,
        )
    }
}

impl Limit {
    /// The working day by day: each day after day zero with its number, or why it was passed over,
    /// up to the last day of the limit.
    #[must_use]
    pub fn day_by_day(&self) -> Vec<DayOfCount> {
        crate::working::day_by_day(self.length, self.counted_from, self.due, &self.skipped)
    }
}

impl CourtesyDate {
    /// The working shown in one sentence, ending "(our own date: not a limit of the Act)".
    #[must_use]
    pub fn sentence(&self) -> String {
        sentence(
            self.length,
            self.counted_from,
            self.due,
            &self.skipped,
            self.provisional,
            &self.citation,
        )
    }
}

#[cfg(test)]
mod tests;
