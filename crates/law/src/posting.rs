//! The last day on which a letter of ours can be posted and still be in time.

use chrono::{Days, NaiveDate};

use crate::{
    calendar::{BankHolidays, WorkingDays},
    citation::Citation,
    provision::{FOISA_MADE_WHEN_POSTED, FOISA_POSTED, OUR_POSTING},
    receipt::PostClass,
    regime::Regime,
    time_limit::LimitKind,
};

/// The last safe day for the post; after it, an e-mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LastPosting {
    /// The last day on which to post.
    pub on: NaiveDate,
    /// By which class.
    pub class: PostClass,
    /// Why it is safe.
    pub citation: Citation,
    /// True when bank holidays not yet loaded could make the day earlier.
    pub provisional: bool,
}

/// Whether the step is taken when the letter is posted, and not when it arrives.
///
/// Section 74(1)(b), Scottish Act: a requirement for review is made when it is posted. Nothing of the
/// kind was found for anything else, nor for the Scottish Regulations.
#[must_use]
pub fn is_made_when_posted(kind: LimitKind, regime: Regime) -> bool {
    matches!((kind, regime), (LimitKind::ReviewRequest, Regime::Foisa))
}

/// The last day on which a letter can be posted to be in time for a limit of ours that ends on `due`.
///
/// Nothing where there is no such day.
#[must_use]
pub fn last_safe_posting_day(
    kind: LimitKind,
    regime: Regime,
    due: NaiveDate,
    class: PostClass,
    holidays: &BankHolidays,
) -> Option<LastPosting> {
    if is_made_when_posted(kind, regime) {
        let citation = FOISA_MADE_WHEN_POSTED;
        return Some(LastPosting { on: due, class, citation, provisional: false });
    }
    last_day_to_arrive(regime, due, class, holidays)
}

/// The last day on which a letter can be posted so as to arrive by `due`.
///
/// First class is given two working days and second class three, by the calendar that leaves out the
/// bank holidays of every part of the kingdom, since a letter may cross all of it; under the Scottish
/// Act the third day after posting must not be later either. Nothing where there is no such day.
#[must_use]
pub fn last_day_to_arrive(
    regime: Regime,
    due: NaiveDate,
    class: PostClass,
    holidays: &BankHolidays,
) -> Option<LastPosting> {
    let calendar = WorkingDays::UnitedKingdom;
    let days = match class {
        PostClass::First => 2,
        PostClass::Second => 3,
    };
    let (presumed, citation) = match regime {
        Regime::Foisa => (Some(3), FOISA_POSTED),
        Regime::Foia | Regime::Eir | Regime::Eisr => (None, OUR_POSTING),
    };
    let mut on = due;
    loop {
        let (arrives, provisional) = holidays.count_ends(calendar, on, days);
        let is_presumed_in_time = presumed
            .is_none_or(|days| on.checked_add_days(Days::new(days)).is_some_and(|day| day <= due));
        if holidays.is_working_day(calendar, on) && arrives <= due && is_presumed_in_time {
            return Some(LastPosting { on, class, citation, provisional });
        }
        on = on.pred_opt()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::{BankHoliday, Division},
        coded::Coded,
        receipt,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    fn christmas_2026() -> BankHolidays {
        BankHolidays::new(Division::ALL.iter().flat_map(|division| {
            ["2026-12-25", "2026-12-28"].map(|date| BankHoliday {
                date: day(date),
                division: *division,
                title: "a holiday".to_owned(),
            })
        }))
    }

    fn last(kind: LimitKind, regime: Regime, due: &str, class: PostClass) -> NaiveDate {
        last_safe_posting_day(kind, regime, day(due), class, &christmas_2026())
            .expect("there is such a day")
            .on
    }

    #[test]
    fn two_working_days_for_first_class_and_three_for_second() {
        let review = |class| last(LimitKind::ReviewRequest, Regime::Foia, "2026-10-16", class);
        assert_eq!(review(PostClass::First), day("2026-10-14"));
        assert_eq!(review(PostClass::Second), day("2026-10-13"));
        let over_christmas =
            last(LimitKind::Complaint, Regime::Foia, "2026-12-29", PostClass::First);
        assert_eq!(over_christmas, day("2026-12-23"), "24 and 29 December");
        let on_a_sunday = last(LimitKind::Complaint, Regime::Eir, "2026-10-18", PostClass::First);
        assert_eq!(on_a_sunday, day("2026-10-14"), "it must arrive on the Friday");
    }

    #[test]
    fn a_scottish_requirement_for_review_is_in_time_when_posted_on_the_last_day() {
        let review = last(LimitKind::ReviewRequest, Regime::Foisa, "2026-10-16", PostClass::Second);
        assert_eq!(review, day("2026-10-16"));
        let environmental =
            last(LimitKind::ReviewRequest, Regime::Eisr, "2026-10-16", PostClass::Second);
        assert_eq!(environmental, day("2026-10-13"), "the Regulations have no such rule");
        let complaint = last(LimitKind::Complaint, Regime::Foisa, "2026-10-16", PostClass::First);
        assert_eq!(complaint, day("2026-10-13"), "presumed received on the third day");
    }

    #[test]
    fn what_is_posted_by_then_is_received_in_time_and_the_day_after_is_too_late() {
        let holidays = christmas_2026();
        for due in day("2026-11-01").iter_days().take(60) {
            for regime in [Regime::Foia, Regime::Eir] {
                for class in PostClass::ALL {
                    let kind = LimitKind::Complaint;
                    let on = last_safe_posting_day(kind, regime, due, *class, &holidays)
                        .expect("there is such a day")
                        .on;
                    let arrives = |on| receipt::posted(regime, *class, on, &holidays).on;
                    assert!(arrives(on) <= due, "{due} {class}");
                    let next = on
                        .iter_days()
                        .skip(1)
                        .find(|day| holidays.is_working_day(WorkingDays::UnitedKingdom, *day))
                        .expect("a next working day");
                    assert!(arrives(next) > due, "{due} {class}: {next} would do");
                }
            }
        }
    }

    #[test]
    fn the_beginning_of_time_has_no_day_before_it() {
        let none = BankHolidays::default();
        let kind = LimitKind::Complaint;
        let never =
            last_safe_posting_day(kind, Regime::Foia, NaiveDate::MIN, PostClass::First, &none);
        assert_eq!(never, None);
    }
}
