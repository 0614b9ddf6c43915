//! What begins in the course of a request beside the limits of [`crate::time_limit`]: how long a
//! question to the applicant waits, and what a decision notice orders.

use crate::{
    citation::{Basis, Citation},
    regime::Regime,
    time_limit::Length,
};

const CLARIFICATION_SILENCE: Citation = Citation {
    text: "the Code of Practice under section 45 (July 2018), on requests that need clarification",
    basis: Basis::CodeOfPractice,
    confirmed: false,
    source: "generally known; the Code's own words were not read",
    words: "An authority that has heard nothing for two months after asking what is meant may close \
            the request.",
};

const DECISION_FOIA: Citation = Citation {
    text: "section 50(4), Freedom of Information Act 2000",
    basis: Basis::Statute,
    confirmed: false,
    source: "generally known; the words were not read",
    words: "A decision notice names the steps that the authority must take, and by when.",
};

const DECISION_FOISA: Citation = Citation {
    text: "section 49(6), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: false,
    source: "generally known; the words were not read",
    words: "A decision notice names the steps that the authority must take, and by when.",
};

/// Under what a decision notice sets the force a day.
#[must_use]
pub fn decision_notice(regime: Regime) -> Citation {
    if regime.is_scottish() { DECISION_FOISA } else { DECISION_FOIA }
}

/// How long the applicant has to answer a question what is meant, and on what authority; nothing where
/// no rule says it. The Code under section 45 speaks of the Act of 2000 alone.
#[must_use]
pub fn clarification_silence(regime: Regime) -> Option<(Length, Citation)> {
    match regime {
        Regime::Foia => Some((Length::Months(2), CLARIFICATION_SILENCE)),
        Regime::Foisa | Regime::Eir | Regime::Eisr => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coded::Coded;

    #[test]
    fn only_the_code_under_the_act_of_2000_closes_a_request_over_an_unanswered_question() {
        let (length, citation) = clarification_silence(Regime::Foia).expect("the Code says it");
        assert_eq!(length, Length::Months(2));
        assert_eq!(citation.basis, Basis::CodeOfPractice, "it is no limit of the Act");
        for regime in Regime::ALL.iter().filter(|regime| **regime != Regime::Foia) {
            assert_eq!(clarification_silence(*regime), None, "{regime}");
        }
    }

    #[test]
    fn a_decision_notice_sets_its_day_under_the_act_that_applies() {
        for regime in [Regime::Foia, Regime::Eir] {
            assert!(decision_notice(regime).text.starts_with("section 50(4)"), "{regime}");
        }
        for regime in [Regime::Foisa, Regime::Eisr] {
            assert!(decision_notice(regime).text.starts_with("section 49(6)"), "{regime}");
        }
    }
}
