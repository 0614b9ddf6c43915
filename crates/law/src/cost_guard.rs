//! Whether a new request could be costed together with earlier ones to the same authority, and from
//! which day it could not.
//!
//! Section 12(4), Freedom of Information Act 2000, and regulation 5 of the Freedom of Information and
//! Data Protection (Appropriate Limit and Fees) Regulations 2004 (SI 2004/3244): the cost of complying
//! with any of several requests is taken to be the cost of all, where they are made by one person, or
//! by persons who appear to act in concert or in pursuance of a campaign; relate, to any extent, to
//! the same or similar information; and are received within any period of sixty consecutive working
//! days.

use chrono::NaiveDate;

use crate::{
    calendar::BankHolidays,
    citation::{Basis, Citation},
    regime::Regime,
    wording::{and_list, long_date},
};

/// How many consecutive working days requests may lie apart and still be taken together.
pub const AGGREGATION_DAYS: u32 = 60;

/// An earlier request to the same authority by the same applicant, or by a campaign that works with
/// his, that relates to the same or similar information.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierRequest {
    /// Its reference: "HT-011".
    pub reference: String,
    /// The day on which the authority received it, or is presumed to.
    pub received: NaiveDate,
    /// What it is about.
    pub subject: String,
    /// Where it stands.
    pub state: EarlierState,
}

/// Whether an earlier request can still cost the authority anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EarlierState {
    /// Not answered in full: it counts.
    Open,
    /// Answered: regulation 5 does not say that it stops counting, so it counts.
    Answered,
    /// Withdrawn: there is nothing left to comply with, so it is not counted (unconfirmed).
    Withdrawn,
}

/// What the guard says to a new request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostGuard {
    /// No earlier request lies near enough.
    Clear,
    /// These could be taken together with it.
    Warns(Aggregation),
    /// The law has no such rule for one person's requests; what it has instead.
    NotInThisLaw(NoAggregation),
}

/// Requests that could be taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregation {
    /// The earlier requests, by their day of receipt.
    pub with: Vec<EarlierRequest>,
    /// The first day of receipt on which none of them lies within the period, by either way of
    /// counting it.
    pub first_safe_day: NaiveDate,
    /// Whether bank holidays not yet known could move that day.
    pub provisional: bool,
}

/// What stands in the place of section 12(4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAggregation {
    /// The law.
    pub regime: Regime,
    /// The provision to look at.
    pub citation: Citation,
}

/// Section 12(4) with regulation 5.
pub const AGGREGATION: Citation = Citation {
    text: "section 12(4), Freedom of Information Act 2000; regulation 5, SI 2004/3244",
    basis: Basis::Regulation,
    confirmed: true,
    source: "foiwiki.com/foiwiki/index.php, LTT138, which quotes both; how the sixty days are \
             counted at their ends: not read",
    words: "Requests by one person, or in pursuance of a campaign, for the same or similar \
            information, received by the authority within sixty consecutive working days, may be \
            costed as one.",
};

const FOISA_AGGREGATION: Citation = Citation {
    text: "regulation 6, SSI 2004/467",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/ssi/2004/467/regulation/6",
    words: "The cost limit of the Scottish Act takes requests together only where different persons \
            make them and the authority publishes the information within 20 working days; one \
            person's requests are costed apart.",
};

const EIR_AGGREGATION: Citation = Citation {
    text: "regulation 12(4)(b), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/uksi/2004/3391/regulation/12/made",
    words: "These Regulations have no cost limit and no sixty days; a request can be refused as \
            manifestly unreasonable, subject to the public interest.",
};

const EISR_AGGREGATION: Citation = Citation {
    text: "regulation 10(4)(b), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "foi.scot decisions 157/2014 and 079/2016, which quote it",
    words: "These Regulations have no cost limit and no sixty days; a request can be refused as \
            manifestly unreasonable, subject to the public interest.",
};

/// That many authorities are asked the same is no aggregation: section 12(4) is about requests "made
/// to a public authority", and each counts its own cost.
#[must_use]
pub fn round_robin() -> &'static str {
    "Each authority counts only the cost of requests made to itself: sending one request to many is \
     not aggregation."
}

/// What the guard says to a request that the authority would receive on a day.
///
/// The period is counted in two ways: with the day of the first receipt as its first day, or from the
/// day after. The first safe day is safe by both, and is itself a working day.
#[must_use]
pub fn check(
    regime: Regime,
    received: NaiveDate,
    earlier: &[EarlierRequest],
    holidays: &BankHolidays,
) -> CostGuard {
    match regime {
        Regime::Foia => {}
        Regime::Foisa => return not_here(regime, FOISA_AGGREGATION),
        Regime::Eir => return not_here(regime, EIR_AGGREGATION),
        Regime::Eisr => return not_here(regime, EISR_AGGREGATION),
    }
    let mut with: Vec<(EarlierRequest, NaiveDate, bool)> = Vec::new();
    for request in earlier {
        let is_counted = match request.state {
            EarlierState::Open | EarlierState::Answered => true,
            EarlierState::Withdrawn => false,
        };
        let count = holidays.count(regime.working_days(), request.received, AGGREGATION_DAYS + 1);
        // A request that is received before an "earlier" one is as near to it as the other way round.
        let back = holidays.count(regime.working_days(), received, AGGREGATION_DAYS + 1);
        if is_counted && received < count.last_day && request.received < back.last_day {
            with.push((request.clone(), count.last_day, count.provisional));
        }
    }
    let Some(first_safe_day) = with.iter().map(|(_, safe, _)| *safe).max() else {
        return CostGuard::Clear;
    };
    let provisional = with.iter().any(|(_, _, provisional)| *provisional);
    let mut with: Vec<EarlierRequest> = with.into_iter().map(|(request, ..)| request).collect();
    with.sort_by(|a, b| (a.received, &a.reference).cmp(&(b.received, &b.reference)));
    CostGuard::Warns(Aggregation { with, first_safe_day, provisional })
}

fn not_here(regime: Regime, citation: Citation) -> CostGuard {
    CostGuard::NotInThisLaw(NoAggregation { regime, citation })
}

impl Aggregation {
    /// The warning in one paragraph, for a letter to `authority` that would be received on a day.
    #[must_use]
    pub fn sentence(&self, authority: &str) -> String {
        let earlier: Vec<String> = self
            .with
            .iter()
            .map(|request| {
                let about = if request.subject.is_empty() {
                    String::new()
                } else {
                    format!("\u{201c}{}\u{201d}, ", request.subject)
                };
                format!("{} ({about}received {})", request.reference, long_date(request.received))
            })
            .collect();
        let provisional =
            if self.provisional { " (provisional: later bank holidays are not known)" } else { "" };
        format!(
            "{authority} may cost this together with {} and refuse on cost (section 12(4): the same \
             or similar information within 60 working days). A request that it receives on {} or \
             later stands by itself{provisional}. If this one is about other information, say so.",
            and_list(&earlier),
            long_date(self.first_safe_day),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date that the test takes to be right")
    }

    fn request(reference: &str, received: &str, state: EarlierState) -> EarlierRequest {
        EarlierRequest {
            reference: reference.to_owned(),
            received: day(received),
            subject: "stop and search".to_owned(),
            state,
        }
    }

    #[test]
    fn another_law_has_something_else_in_its_place() {
        let earlier = [request("HT-011", "2026-05-01", EarlierState::Open)];
        let none = BankHolidays::new([]);
        for (regime, words) in [
            (Regime::Foisa, "regulation 6, SSI 2004/467"),
            (Regime::Eir, "regulation 12(4)(b)"),
            (Regime::Eisr, "regulation 10(4)(b)"),
        ] {
            match check(regime, day("2026-05-05"), &earlier, &none) {
                CostGuard::NotInThisLaw(instead) => {
                    assert!(instead.citation.text.contains(words), "{regime}");
                }
                other @ (CostGuard::Clear | CostGuard::Warns(_)) => panic!("{regime}: {other:?}"),
            }
        }
    }

    #[test]
    fn withdrawn_requests_do_not_count_and_answered_ones_do() {
        let none = BankHolidays::new([]);
        let withdrawn = [request("HT-011", "2026-05-01", EarlierState::Withdrawn)];
        assert_eq!(check(Regime::Foia, day("2026-05-05"), &withdrawn, &none), CostGuard::Clear);
        let answered = [request("HT-011", "2026-05-01", EarlierState::Answered)];
        assert!(matches!(
            check(Regime::Foia, day("2026-05-05"), &answered, &none),
            CostGuard::Warns(_)
        ));
    }

    #[test]
    fn asking_many_authorities_the_same_is_no_aggregation() {
        let words = round_robin();
        assert!(words.contains("only the cost of requests made to itself"), "{words}");
        assert!(words.ends_with("sending one request to many is not aggregation."), "{words}");
    }
}
