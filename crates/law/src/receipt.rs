//! When a letter counts as received: day zero of the answer's time limit. The real day is better
//! than any presumption, and replaces it as soon as it is known.

use chrono::{Days, NaiveDate};

use crate::{
    calendar::BankHolidays,
    citation::Citation,
    coded,
    provision::{
        EIR_EMAILED, EIR_POSTED, EIR_RESPONSE, EISR_RESPONSE, FOIA_EMAILED, FOIA_POSTED,
        FOIA_RECEIPT, FOISA_EMAILED, FOISA_POSTED, FOISA_RECEIPT,
    },
    regime::Regime,
};

coded! {
    /// How a letter was posted.
    pub enum PostClass {
        /// First class.
        First = "first", "first class";
        /// Second class.
        Second = "second", "second class";
    }
}

coded! {
    /// How the day of receipt is known.
    pub enum ReceiptBasis {
        /// The authority said so, or a signature shows it.
        Actual = "actual", "actual";
        /// Presumed from the day of posting.
        Deemed = "deemed", "deemed";
        /// Sent electronically: the day of transmission.
        SameDay = "same-day", "same day";
    }
}

/// The day on which a letter counts as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Receipt {
    /// Day zero of the limit that the letter starts; it need not be a working day.
    pub on: NaiveDate,
    /// How it is known.
    pub basis: ReceiptBasis,
    /// On what authority.
    pub citation: Citation,
    /// True when bank holidays not yet loaded could make the day later.
    pub provisional: bool,
}

/// A letter known to have arrived on this day, because the authority said so or a signature shows
/// it. It replaces whatever was presumed.
///
/// Section 10(6), Act of 2000: the date of receipt is the day on which the authority receives the
/// request. Section 10(1), Scottish Act: the time runs from receipt of the request.
#[must_use]
pub fn actual(regime: Regime, received_on: NaiveDate) -> Receipt {
    let citation = match regime {
        Regime::Foia => FOIA_RECEIPT,
        Regime::Foisa => FOISA_RECEIPT,
        Regime::Eir => EIR_RESPONSE,
        Regime::Eisr => EISR_RESPONSE,
    };
    Receipt { on: received_on, basis: ReceiptBasis::Actual, citation, provisional: false }
}

/// When a letter posted on this day counts as received.
///
/// Section 74(2)(a), Scottish Act: a thing posted is presumed not to be received until the third
/// day after the day of posting; plain days are counted. The Act of 2000 and both Regulations say nothing
/// (section 74 was not found applied to the Scottish Regulations): there the second working day after posting for first class, and the third for second class, are our own
/// presumption, labelled "deemed".
#[must_use]
pub fn posted(
    regime: Regime,
    class: PostClass,
    posted_on: NaiveDate,
    holidays: &BankHolidays,
) -> Receipt {
    match regime {
        Regime::Foisa => {
            let third_day = posted_on.checked_add_days(Days::new(3));
            Receipt {
                on: third_day.unwrap_or(NaiveDate::MAX),
                basis: ReceiptBasis::Deemed,
                citation: FOISA_POSTED,
                provisional: third_day.is_none(),
            }
        }
        Regime::Foia | Regime::Eir | Regime::Eisr => {
            let days = match class {
                PostClass::First => 2,
                PostClass::Second => 3,
            };
            let count = holidays.count(regime.working_days(), posted_on, days);
            Receipt {
                on: count.last_day,
                basis: ReceiptBasis::Deemed,
                citation: match regime {
                    Regime::Foia | Regime::Foisa => FOIA_POSTED,
                    Regime::Eir | Regime::Eisr => EIR_POSTED,
                },
                provisional: count.provisional,
            }
        }
    }
}

/// When a letter e-mailed, or entered in the authority's web form, on this day counts as received:
/// that day, even at 23:59 and even at a weekend.
///
/// Section 74(2)(b), Scottish Act: a thing transmitted by electronic means is presumed to be
/// received on the day of transmission. The Commissioner's guidance on section 10 of the Act of
/// 2000 is taken to say the same of delivery.
#[must_use]
pub fn emailed(regime: Regime, sent_on: NaiveDate) -> Receipt {
    let citation = match regime {
        Regime::Foia => FOIA_EMAILED,
        Regime::Foisa => FOISA_EMAILED,
        Regime::Eir | Regime::Eisr => EIR_EMAILED,
    };
    Receipt { on: sent_on, basis: ReceiptBasis::SameDay, citation, provisional: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        calendar::{BankHoliday, Division},
        coded::Coded,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test exists")
    }

    fn around_christmas_2026() -> BankHolidays {
        BankHolidays::new(Division::ALL.iter().flat_map(|division| {
            ["2026-12-25", "2026-12-28", "2027-01-01"].map(|date| BankHoliday {
                date: day(date),
                division: *division,
                title: "a holiday".to_owned(),
            })
        }))
    }

    #[test]
    fn scottish_post_is_received_on_the_third_day_of_any_kind() {
        for class in [PostClass::First, PostClass::Second] {
            let receipt = posted(Regime::Foisa, class, day("2026-12-24"), &around_christmas_2026());
            assert_eq!(receipt.on, day("2026-12-27"), "a Sunday after Christmas Day");
            assert_eq!(receipt.basis, ReceiptBasis::Deemed);
            assert!(!receipt.provisional, "no bank holiday can move it");
        }
    }

    #[test]
    fn other_post_is_received_by_working_days_and_class() {
        let holidays = around_christmas_2026();
        let first = posted(Regime::Foia, PostClass::First, day("2026-12-24"), &holidays);
        let second = posted(Regime::Foia, PostClass::Second, day("2026-12-24"), &holidays);
        assert_eq!(first.on, day("2026-12-30"), "29 and 30 December");
        assert_eq!(second.on, day("2026-12-31"));
        assert!(!first.citation.confirmed, "our presumption is never shown as law");
        let environmental = posted(Regime::Eir, PostClass::First, day("2026-12-24"), &holidays);
        assert_eq!(environmental.on, first.on);
        assert!(environmental.citation.text.contains("the Regulations have no such rule"));
        assert!(!environmental.citation.confirmed);
    }

    #[test]
    fn post_beyond_the_loaded_years_is_provisional() {
        let receipt =
            posted(Regime::Foia, PostClass::First, day("2030-05-01"), &around_christmas_2026());
        assert!(receipt.provisional);
    }

    #[test]
    fn an_e_mail_is_received_that_day_even_on_a_sunday() {
        for regime in Regime::ALL {
            let receipt = emailed(*regime, day("2026-11-22"));
            assert_eq!(receipt.on, day("2026-11-22"));
            assert_eq!(receipt.basis, ReceiptBasis::SameDay);
        }
    }

    #[test]
    fn a_known_day_stands_as_it_is() {
        let receipt = actual(Regime::Foia, day("2026-11-28"));
        assert_eq!((receipt.on, receipt.basis), (day("2026-11-28"), ReceiptBasis::Actual));
        assert!(receipt.citation.confirmed);
    }

    #[test]
    fn the_end_of_time_is_survived() {
        let receipt =
            posted(Regime::Foisa, PostClass::First, NaiveDate::MAX, &BankHolidays::default());
        assert_eq!((receipt.on, receipt.provisional), (NaiveDate::MAX, true));
    }
}
