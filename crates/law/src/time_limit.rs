//! The limits that run, and the day on which each ends. A limit never looks at today: lateness is
//! a relation between this date and a day, and is worked out by the caller.

use chrono::{Days, Months, NaiveDate};

use crate::{
    calendar::{BankHolidays, SkippedDay},
    citation::Citation,
    coded,
    coded::Coded,
    provision::{
        EIR_COMPLAINT, EIR_RESPONSE, EIR_REVIEW, EIR_REVIEW_REQUEST, EISR_COMPLAINT, EISR_RESPONSE,
        EISR_REVIEW, EISR_REVIEW_REQUEST, FOIA_COMPLAINT, FOIA_RESPONSE, FOIA_REVIEW,
        FOIA_REVIEW_REQUEST, FOIA_REVIEW_SILENCE, FOISA_COMPLAINT, FOISA_RESPONSE, FOISA_REVIEW,
        FOISA_REVIEW_REQUEST, OUR_OWN_DATE,
    },
    regime::Regime,
    wording,
};

pub use crate::working::sentence;

coded! {
    /// What a limit is for.
    pub enum LimitKind {
        /// For the authority to answer; counted from receipt of the request.
        Response = "response", "answer";
        /// For the applicant to ask for a review.
        ReviewRequest = "review-request", "request for review";
        /// For the authority to finish its review; counted from receipt of the request for it.
        Review = "review", "outcome of the review";
        /// For the authority's silence on a review to be taken as final: from the day after, the
        /// Commissioner takes a complaint. Only under the Act of 2000.
        ReviewSilence = "review-extended", "outcome of the review, at the latest";
        /// For the applicant to complain to the Commissioner.
        Complaint = "complaint", "complaint to the Commissioner";
    }
}

/// How long a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    /// So many working days, by the definition of the Act that applies.
    WorkingDays(u32),
    /// So many days of any kind. A last day that is not a working day stays the last day.
    CalendarDays(u32),
    /// So many months: the same day number in that month, or the end of the month where it has none.
    Months(u32),
}

impl Length {
    /// "20 working days", "42 days", "6 months".
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::WorkingDays(days) => wording::counted(days, "working day"),
            Self::CalendarDays(days) => wording::counted(days, "day"),
            Self::Months(months) => wording::counted(months, "month"),
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
    /// Day zero: the day after which it is counted.
    pub counted_from: NaiveDate,
    /// Due by the end of this day; late only from the day after.
    pub due: NaiveDate,
    /// How long it is.
    pub length: Length,
    /// The days passed over, weekends included, in order; empty where plain days or months count.
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

/// How long a limit is and where it is written, or that the Act knows none.
///
/// # Errors
///
/// When the Act has no such limit, with the rule that stands in its place.
pub fn rule(kind: LimitKind, regime: Regime) -> Result<Rule, NoSuchLimit> {
    let (length, citation) = match (kind, regime) {
        // Section 10(1) of each Act: not later than the twentieth working day after receipt.
        (LimitKind::Response, Regime::Foia) => (Length::WorkingDays(20), FOIA_RESPONSE),
        (LimitKind::Response, Regime::Foisa) => (Length::WorkingDays(20), FOISA_RESPONSE),
        // Regulation 5(2) of each Regulations: no later than 20 working days after receipt.
        (LimitKind::Response, Regime::Eir) => (Length::WorkingDays(20), EIR_RESPONSE),
        (LimitKind::Response, Regime::Eisr) => (Length::WorkingDays(20), EISR_RESPONSE),
        // Code of Practice, 5.3: within 40 working days of the issue of the answer.
        (LimitKind::ReviewRequest, Regime::Foia) => (Length::WorkingDays(40), FOIA_REVIEW_REQUEST),
        // Section 20(5): not later than the fortieth working day after the end of the time for an
        // answer, or after receipt of an answer that came later than that.
        (LimitKind::ReviewRequest, Regime::Foisa) => {
            (Length::WorkingDays(40), FOISA_REVIEW_REQUEST)
        }
        // Regulation 11(2), Scottish 16(2): within 40 working days of the failure complained of.
        (LimitKind::ReviewRequest, Regime::Eir) => (Length::WorkingDays(40), EIR_REVIEW_REQUEST),
        (LimitKind::ReviewRequest, Regime::Eisr) => (Length::WorkingDays(40), EISR_REVIEW_REQUEST),
        // The Commissioner's guidance: 20 working days in most cases, 40 in exceptional ones.
        (LimitKind::Review, Regime::Foia) => (Length::WorkingDays(20), FOIA_REVIEW),
        // Section 21(1): not later than the twentieth working day after receipt.
        (LimitKind::Review, Regime::Foisa) => (Length::WorkingDays(20), FOISA_REVIEW),
        // Regulation 11(4): 40 working days after receipt of the representations; Scottish
        // regulation 16(4): 20.
        (LimitKind::Review, Regime::Eir) => (Length::WorkingDays(40), EIR_REVIEW),
        (LimitKind::Review, Regime::Eisr) => (Length::WorkingDays(20), EISR_REVIEW),
        // The Commissioner: no outcome after 40 working days, you can complain. Under the Scottish
        // Act the application lies as soon as the 20 working days of section 21(1) have ended.
        (LimitKind::ReviewSilence, Regime::Foia) => (Length::WorkingDays(40), FOIA_REVIEW_SILENCE),
        // Under the Regulations the time for a review is the Regulations' own, and there is no
        // second.
        (LimitKind::ReviewSilence, Regime::Foisa) => {
            return Err(NoSuchLimit::NotInThisAct { kind, regime, citation: FOISA_REVIEW });
        }
        (LimitKind::ReviewSilence, Regime::Eir) => {
            return Err(NoSuchLimit::NotInThisAct { kind, regime, citation: EIR_REVIEW });
        }
        (LimitKind::ReviewSilence, Regime::Eisr) => {
            return Err(NoSuchLimit::NotInThisAct { kind, regime, citation: EISR_REVIEW });
        }
        // The Commissioner: within six weeks, that is 42 days of any kind.
        (LimitKind::Complaint, Regime::Foia) => (Length::CalendarDays(42), FOIA_COMPLAINT),
        (LimitKind::Complaint, Regime::Eir) => (Length::CalendarDays(42), EIR_COMPLAINT),
        // Section 47(4): before the end of six months after receipt of the outcome.
        (LimitKind::Complaint, Regime::Foisa) => (Length::Months(6), FOISA_COMPLAINT),
        (LimitKind::Complaint, Regime::Eisr) => (Length::Months(6), EISR_COMPLAINT),
    };
    Ok(Rule { kind, regime, length, citation })
}

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
    Ok(Limit { kind, regime, counted_from: from, due, length, skipped, provisional, citation })
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
        Length::Months(months) => plain(from.checked_add_months(Months::new(months))),
    }
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
mod tests {
    use super::*;
    use crate::calendar::{BankHoliday, Division};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    fn autumn_2026() -> BankHolidays {
        let row = |date, division, title: &str| BankHoliday {
            date: day(date),
            division,
            title: title.to_owned(),
        };
        let mut rows = vec![row("2026-11-30", Division::Scotland, "St Andrew's Day")];
        for division in Division::ALL {
            rows.push(row("2026-12-25", *division, "Christmas Day"));
            rows.push(row("2026-12-28", *division, "Boxing Day"));
        }
        BankHolidays::new(rows)
    }

    fn laid(kind: LimitKind, regime: Regime, from: &str) -> Limit {
        limit(kind, regime, day(from), &autumn_2026()).expect("the Act has this limit")
    }

    #[test]
    fn the_sentence_shows_the_working() {
        assert_eq!(
            laid(LimitKind::Response, Regime::Foia, "2026-10-16").sentence(),
            "20 working days after 16 October 2026, not counting weekends: due by the end of 13 \
             November 2026 (section 10(1), Freedom of Information Act 2000)."
        );
        assert_eq!(
            laid(LimitKind::Response, Regime::Foisa, "2026-11-26").sentence(),
            "20 working days after 26 November 2026, not counting weekends, 30 Nov (St Andrew's \
             Day, Scotland), 25 Dec (Christmas Day) and 28 Dec (Boxing Day, Scotland): due by the \
             end of 29 December 2026 (section 10(1), Freedom of Information (Scotland) Act 2002)."
        );
    }

    #[test]
    fn a_code_a_policy_and_a_courtesy_say_what_they_are() {
        let sentence = |kind| laid(kind, Regime::Foia, "2026-10-16").sentence();
        assert!(sentence(LimitKind::ReviewRequest).ends_with(
            "(paragraph 5.3, Freedom of Information Code of Practice (July 2018): a code of \
             practice, not a limit of the Act; unconfirmed)."
        ));
        assert!(sentence(LimitKind::Complaint).ends_with(
            "Freedom of Information Act 2000: the regulator's policy, not a limit of the Act)."
        ));
        assert_eq!(
            courtesy(Regime::Foia, day("2026-10-16"), 1, &autumn_2026()).sentence(),
            "1 working day after 16 October 2026, not counting weekends: due by the end of 19 \
             October 2026 (our own date: not a limit of the Act)."
        );
    }

    #[test]
    fn a_provisional_date_says_so() {
        let late = laid(LimitKind::Response, Regime::Foia, "2026-12-21");
        assert!(late.provisional, "it runs into a year that is not loaded");
        assert!(late.sentence().ends_with(
            "Provisional: not all bank holidays of that time are loaded, and the day may be later."
        ));
        let early = laid(LimitKind::Response, Regime::Foia, "2026-10-16");
        assert!(!early.provisional);
        assert!(!early.sentence().contains("rovisional"));
    }

    #[test]
    fn six_weeks_and_six_months_do_not_roll_on() {
        let weeks = laid(LimitKind::Complaint, Regime::Foia, "2026-11-13");
        assert_eq!(weeks.due, day("2026-12-25"), "Christmas Day stays the last day");
        assert!(weeks.skipped.is_empty() && !weeks.provisional);
        let months = laid(LimitKind::Complaint, Regime::Foisa, "2026-08-31");
        assert_eq!(months.due, day("2027-02-28"), "the end of a month without a 31st");
        assert!(!months.provisional, "no bank holiday can move it");
    }

    #[test]
    fn scotland_has_no_second_limit_for_a_review() {
        let refused =
            limit(LimitKind::ReviewSilence, Regime::Foisa, day("2026-11-13"), &autumn_2026());
        let refused = refused.expect_err("the Scottish Act has none").to_string();
        assert!(refused.contains("there is none"), "{refused}");
        assert!(refused.contains("section 21(1)"), "{refused}");
    }

    #[test]
    fn only_under_the_act_of_2000_is_there_a_second_limit_for_a_review() {
        for regime in Regime::ALL {
            for kind in LimitKind::ALL {
                let missing = *kind == LimitKind::ReviewSilence && *regime != Regime::Foia;
                assert_eq!(rule(*kind, *regime).is_err(), missing, "{kind} {regime}");
            }
        }
    }

    #[test]
    fn the_end_of_time_is_survived() {
        for regime in Regime::ALL {
            for kind in LimitKind::ALL {
                if let Ok(limit) = limit(*kind, *regime, NaiveDate::MAX, &BankHolidays::default()) {
                    assert_eq!((limit.due, limit.provisional), (NaiveDate::MAX, true));
                }
            }
        }
    }
}
