//! When a letter counts as received: day zero of the answer's time limit. The real day is better
//! than any presumption, and replaces it as soon as it is known.

use chrono::{Days, NaiveDate};

use crate::{
    calendar::BankHolidays,
    citation::{Basis, Citation},
    coded,
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

/// Section 74(2), Scottish Act: a document sent by post is presumed not to be received until the third
/// day after the day of posting.
const FOISA_POSTED: Citation = Citation {
    text: "section 74(2), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/Law/FOISA/FOISAPart7/Giving_of_Notice.asp, section 74(2)",
    words: "A posted document is presumed not received until the third day after posting.",
};

const FOISA_EMAILED: Citation = Citation {
    text: "section 74(2), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/Law/FOISA/FOISAPart7/Giving_of_Notice.asp, section 74(2)",
    words: "A document sent electronically is received on the day of transmission.",
};

const FOIA_POSTED: Citation = Citation {
    text: "presumed from ordinary post; the Freedom of Information Act 2000 has no rule of its own",
    basis: Basis::Courtesy,
    confirmed: false,
    source: "our own presumption; no source read",
    words: "First-class post is taken to arrive on the second working day after posting, second \
            class on the third.",
};

const FOIA_EMAILED: Citation = Citation {
    text: "the Information Commissioner's guidance on section 10, Freedom of Information Act 2000",
    basis: Basis::RegulatorPolicy,
    confirmed: false,
    source: "generally known",
    words: "An e-mail is received on the day on which it is delivered to the authority.",
};

/// When a letter posted on this day counts as received.
///
/// Section 74, Scottish Act: the third day after the day of posting, counted in plain days. The Act
/// of 2000 says nothing; there the second working day after posting for first class and the third
/// for second class are our presumption, labelled "deemed".
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
