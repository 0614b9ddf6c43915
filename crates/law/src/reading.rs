//! Where a rule can be read in two ways. The program keeps to one reading and shows the other beside
//! it: it calls nobody late before both have passed, and lets no right of ours rest on the later.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use crate::{
    calendar::{BankHolidays, Division, NotCounted, WorkingDays},
    regime::Regime,
    time_limit::{Length, Limit, LimitKind, Temporary, due_day, temporary},
};

/// Another day on which a limit can be said to end.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OtherReading {
    /// The last day by it.
    pub due: NaiveDate,
    /// Day zero by it, where it is another one.
    pub counted_from: Option<NaiveDate>,
    /// Why, in words for people: what follows "by another reading", without a stop.
    pub why: Cow<'static, str>,
    /// Who reads it so.
    pub source: Cow<'static, str>,
}

impl OtherReading {
    /// A reading that counts the same limit in another way.
    const fn counted_otherwise(due: NaiveDate, why: &'static str, source: &'static str) -> Self {
        Self { due, counted_from: None, why: Cow::Borrowed(why), source: Cow::Borrowed(source) }
    }
}

/// A bank holiday proclaimed so late that requests were already running.
struct LateProclamation {
    holiday: Option<NaiveDate>,
    proclaimed_on: Option<NaiveDate>,
}

const STATE_FUNERAL: LateProclamation = LateProclamation {
    holiday: NaiveDate::from_ymd_opt(2022, 9, 19),
    proclaimed_on: NaiveDate::from_ymd_opt(2022, 9, 10),
};

/// The other readings of a limit, each with another last day; none for most.
#[must_use]
pub fn other_readings(limit: &Limit, holidays: &BankHolidays) -> Vec<OtherReading> {
    [
        received_on_a_day_off(limit, holidays),
        receipt_as_day_one(limit, holidays),
        rolling_by_one_calendar(limit, holidays),
        proclaimed_afterwards(limit, holidays),
        judged_by_the_day_of_the_answer(limit, holidays),
    ]
    .into_iter()
    .flatten()
    .filter(|reading| reading.due != limit.due)
    .collect()
}

/// Some authorities take what arrives on a day off as received on the next working day, which is
/// then day zero.
fn received_on_a_day_off(limit: &Limit, holidays: &BankHolidays) -> Option<OtherReading> {
    let runs_from_receipt = match limit.kind {
        LimitKind::Response
        | LimitKind::ResponseExtended
        | LimitKind::Review
        | LimitKind::ReviewSilence => true,
        LimitKind::ReviewRequest
        | LimitKind::Complaint
        | LimitKind::Appeal
        | LimitKind::Fees
        | LimitKind::CostWindow => false,
    };
    let rule = limit.regime.working_days();
    if !runs_from_receipt || holidays.is_working_day(rule, limit.counted_from) {
        return None;
    }
    let (next, _) = holidays.count_ends(rule, limit.counted_from, 1);
    let due = due_day(limit.kind, limit.regime, next, holidays).ok()?.day;
    Some(OtherReading {
        counted_from: Some(next),
        ..OtherReading::counted_otherwise(
            due,
            "counted as received on the next working day, as some authorities do; the Information \
             Commissioner does not",
            "foiman.com/archives/1345; against it foiwiki.com/foiwiki/index.php/LTT47",
        )
    })
}

/// "Within any period of sixty consecutive working days": the day of the first receipt can be the
/// first of the sixty.
fn receipt_as_day_one(limit: &Limit, holidays: &BankHolidays) -> Option<OtherReading> {
    let rule = limit.regime.working_days();
    match (limit.kind, limit.length) {
        (LimitKind::CostWindow, Length::WorkingDays(days))
            if holidays.is_working_day(rule, limit.counted_from) =>
        {
            let (due, _) = holidays.count_ends(rule, limit.counted_from, days.saturating_sub(1));
            Some(OtherReading::counted_otherwise(
                due,
                "counted with the day of receipt as the first of the 60",
                "the words of regulation 5(2)(b), SI 2004/3244",
            ))
        }
        _ => None,
    }
}

/// Rule 12(3) leaves out a bank holiday without saying of which part of the kingdom: read of England
/// and Wales alone, an appeal can be due earlier.
fn rolling_by_one_calendar(limit: &Limit, holidays: &BankHolidays) -> Option<OtherReading> {
    let first_skipped = match limit.length {
        Length::DaysRollingOn(_) => limit.skipped.first()?.date,
        Length::WorkingDays(_)
        | Length::CalendarDays(_)
        | Length::Months(_)
        | Length::MonthsBeginningWith(_) => return None,
    };
    let is_off = |day: NaiveDate| match holidays.why_not_counted(WorkingDays::UnitedKingdom, day) {
        None => false,
        Some(NotCounted::BankHoliday { divisions, .. }) => {
            divisions.contains(&Division::EnglandAndWales)
        }
        Some(NotCounted::Weekend | NotCounted::ChristmasDay | NotCounted::GoodFriday) => true,
    };
    let due = first_skipped.iter_days().find(|day| !is_off(*day))?;
    Some(OtherReading::counted_otherwise(
        due,
        "moved on only over the bank holidays of England and Wales: the safe day",
        "the words of rule 12(3) of the Tribunal's Rules name no part of the kingdom",
    ))
}

/// Whether a holiday proclaimed after receipt lengthens the time is debated.
fn proclaimed_afterwards(limit: &Limit, holidays: &BankHolidays) -> Option<OtherReading> {
    let (holiday, proclaimed_on) = (STATE_FUNERAL.holiday?, STATE_FUNERAL.proclaimed_on?);
    let Length::WorkingDays(days) = limit.length else { return None };
    let was_left_out = limit.skipped.iter().any(|skipped| skipped.date == holiday);
    if !was_left_out || limit.counted_from >= proclaimed_on {
        return None;
    }
    // With the holiday counted, the day before the last counted one is the last, or the holiday.
    let rule = limit.regime.working_days();
    let (day_before, _) = holidays.count_ends(rule, limit.counted_from, days.saturating_sub(1));
    Some(OtherReading::counted_otherwise(
        day_before.max(holiday),
        "with 19 September 2022 counted, because it was proclaimed only after receipt",
        "informationrightsandwrongs.com/2022/09/23: undecided",
    ))
}

/// The Scottish rule of 2020 went by the day of the answer: one given while it applied is judged by
/// 60 working days even where the 20 had ended before.
fn judged_by_the_day_of_the_answer(limit: &Limit, holidays: &BankHolidays) -> Option<OtherReading> {
    let Temporary { first, last, length, .. } = temporary(limit.kind, limit.regime)?;
    let Length::WorkingDays(days) = length else { return None };
    let rule = Regime::working_days(limit.regime);
    let (sixty, _) = holidays.count_ends(rule, limit.counted_from, days);
    (limit.due < first && sixty >= first).then_some(OtherReading::counted_otherwise(
        sixty.min(last),
        "an answer given from 7 April to 26 May 2020 is judged by 60 working days",
        "itspublicknowledge.info/Law/Covid-19EmergencyLegislation.aspx",
    ))
}

/// How far after a limit a day that a body names can lie and still be another reading of it: a week,
/// which covers receipt on a day off and a holiday counted or not. Settled for the program.
const MOST_DAYS_APART: u64 = 7;

/// Whether a day that a body gives as the end of a limit can be a reading of it. One far behind is a
/// promise, and a promise has no legal effect.
#[must_use]
pub fn can_be_a_reading(due: NaiveDate, claimed: NaiveDate) -> bool {
    due.checked_add_days(Days::new(MOST_DAYS_APART)).is_none_or(|far| claimed <= far)
}

/// The last day by the reading that ends last: nobody is called late until it has passed.
#[must_use]
pub fn last_of_all(due: NaiveDate, others: &[OtherReading]) -> NaiveDate {
    others.iter().map(|reading| reading.due).fold(due, NaiveDate::max)
}

/// The last day by the reading that ends first: a right of ours is safe until then.
#[must_use]
pub fn first_of_all(due: NaiveDate, others: &[OtherReading]) -> NaiveDate {
    others.iter().map(|reading| reading.due).fold(due, NaiveDate::min)
}

/// Whether the limit has passed on this day by every reading: only then is its end relied on.
#[must_use]
pub fn has_passed_on_every_reading(
    today: NaiveDate,
    due: NaiveDate,
    others: &[OtherReading],
) -> bool {
    today > last_of_all(due, others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{calendar::BankHoliday, coded::Coded, time_limit};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    fn holidays(days: &[(&str, &[Division])]) -> BankHolidays {
        BankHolidays::new(days.iter().flat_map(|(date, divisions)| {
            divisions.iter().map(|division| BankHoliday {
                date: day(date),
                division: *division,
                title: "a holiday".to_owned(),
            })
        }))
    }

    fn readings(
        kind: LimitKind,
        regime: Regime,
        from: &str,
        known: &BankHolidays,
    ) -> Vec<NaiveDate> {
        let limit = time_limit::limit(kind, regime, day(from), known).expect("there is one");
        other_readings(&limit, known).iter().map(|reading| reading.due).collect()
    }

    #[test]
    fn receipt_on_a_day_off_can_be_read_as_the_next_working_day() {
        let none = BankHolidays::default();
        let other = |kind, from| readings(kind, Regime::Foia, from, &none);
        assert_eq!(other(LimitKind::Response, "2026-10-16"), [], "a Friday is a Friday");
        assert_eq!(other(LimitKind::Response, "2026-10-17"), [day("2026-11-16")]);
        assert_eq!(other(LimitKind::Complaint, "2026-10-17"), [], "it does not run from receipt");
        let due = day("2026-11-13");
        let others = [OtherReading::counted_otherwise(day("2026-11-16"), "", "")];
        assert!(!has_passed_on_every_reading(day("2026-11-16"), due, &others));
        assert!(has_passed_on_every_reading(day("2026-11-17"), due, &others));
        assert_eq!(first_of_all(due, &others), due);
    }

    #[test]
    fn a_reading_from_another_day_zero_names_it() {
        let none = BankHolidays::default();
        let from = |from: &str| {
            let limit = time_limit::limit(LimitKind::Review, Regime::Foia, day(from), &none)
                .expect("there is one");
            other_readings(&limit, &none).first().and_then(|reading| reading.counted_from)
        };
        assert_eq!(from("2026-10-17"), Some(day("2026-10-19")));
        assert_eq!(from("2026-10-19"), None);
    }

    #[test]
    fn a_day_named_by_the_body_is_a_reading_for_a_week_and_then_a_promise() {
        let due = day("2026-12-22");
        assert!(can_be_a_reading(due, day("2026-12-01")), "earlier than ours");
        assert!(can_be_a_reading(due, day("2026-12-29")));
        assert!(!can_be_a_reading(due, day("2026-12-30")));
        assert!(can_be_a_reading(NaiveDate::MAX, NaiveDate::MAX));
    }

    #[test]
    fn a_cost_window_can_begin_with_the_day_of_receipt() {
        let none = BankHolidays::default();
        let window = |from| readings(LimitKind::CostWindow, Regime::Foia, from, &none);
        assert_eq!(window("2026-10-05"), [day("2026-12-28")], "25 December does not count");
        assert_eq!(window("2026-10-04"), [], "a Sunday is no working day and cannot be the first");
    }

    #[test]
    fn an_appeal_is_safe_before_a_holiday_of_one_part_only() {
        let known = holidays(&[("2026-03-17", &[Division::NorthernIreland])]);
        let limit = time_limit::limit(LimitKind::Appeal, Regime::Foia, day("2026-02-17"), &known)
            .expect("there is one");
        assert_eq!(limit.due, day("2026-03-18"));
        let others = other_readings(&limit, &known);
        assert_eq!(first_of_all(limit.due, &others), day("2026-03-17"));
        let known = holidays(&[("2026-03-17", Division::ALL)]);
        assert_eq!(readings(LimitKind::Appeal, Regime::Foia, "2026-02-17", &known), []);
    }

    #[test]
    fn the_funeral_counts_by_one_reading_for_what_was_received_before_it_was_proclaimed() {
        let known = holidays(&[("2022-09-19", Division::ALL)]);
        let other = |from| readings(LimitKind::Response, Regime::Foia, from, &known);
        assert_eq!(other("2022-09-08"), [day("2022-10-06")]);
        assert_eq!(other("2022-08-19"), [], "it had ended before");
        assert_eq!(other("2022-08-22"), [day("2022-09-19")], "the day itself would be the last");
        assert_eq!(other("2022-09-12"), [], "it had been proclaimed");
    }

    #[test]
    fn a_late_scottish_answer_of_spring_2020_is_judged_by_its_day() {
        let none = BankHolidays::default();
        let other = |from| readings(LimitKind::Response, Regime::Foisa, from, &none);
        assert_eq!(other("2020-03-02"), [day("2020-05-25")]);
        assert_eq!(other("2020-03-05"), [day("2020-05-26")], "sixty would end two days later");
        assert_eq!(other("2020-01-06"), [], "even sixty had ended");
        assert_eq!(other("2020-03-10"), [], "the limit itself ends on 26 May");
    }
}
