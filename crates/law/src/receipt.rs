//! When a letter counts as received: day zero of the answer's time limit. The real day is better
//! than any presumption, and replaces it as soon as it is known.

use chrono::{Days, NaiveDate};

use crate::{
    calendar::BankHolidays,
    citation::Citation,
    coded,
    provision::{
        FOIA_EMAILED, FOIA_POSTED, FOIA_RECEIPT, FOISA_EMAILED, FOISA_POSTED, FOISA_RECEIPT,
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
    };
    Receipt {
        on: received_on,
        basis: ReceiptBasis::Actual,
        citation,
        provisional: false,
    }
}

/// When a letter posted on this day counts as received.
///
/// Section 74(2)(a), Scottish Act: a thing posted is presumed not to be received until the third
/// day after the day of posting; plain days are counted. The Act of 2000 says nothing: there the
/// second working day after posting for first class, and the third for second class, are our own
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
        Regime::Foia => {
            let days = match class {
                PostClass::First => 2,
                PostClass::Second => 3,
            };
            let count = holidays.count(regime.working_days(), posted_on, days);
            Receipt {
                on: count.last_day,
                basis: ReceiptBasis::Deemed,
                citation: FOIA_POSTED,
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
    };
    Receipt {
        on: sent_on,
        basis: ReceiptBasis::SameDay,
        citation,
        provisional: false,
    }
}
