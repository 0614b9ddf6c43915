//! Which mode a follow-up should have, and what it may ask afresh.

use law::regime::Regime;

use crate::case::Case;
use crate::letter::Mode;
use crate::outcome::Outcome;

/// The mode that a follow-up should have: a review where anything was withheld or left out, a fresh
/// request where the force only says that it holds nothing.
pub fn recommended_mode(case: &Case) -> Mode {
    let only_not_held =
        case.open_questions().all(|(_, current)| current.answer.outcome == Outcome::NotHeld);
    // In Scotland "not held" is a formal notice like a refusal, and under the Regulations it is an
    // exception (12(4)(a), 10(4)(a)): a review is the way.
    if only_not_held && case.regime == Regime::Foia { Mode::FreshRequest } else { Mode::Review }
}

/// Whether recorded information about this question may be asked for afresh: how it is recorded,
/// where, and for how long. Never for "neither confirmed nor denied" (section 2(1)), and in a letter
/// that also asks for a review only for "not held", since the rest is the review's matter.
pub(crate) fn may_ask_afresh(outcome: Outcome, mode: Mode) -> bool {
    match outcome {
        Outcome::NotHeld => true,
        Outcome::Refused | Outcome::Partly | Outcome::NotAddressed => !mode.asks_review(),
        Outcome::NeitherConfirmedNorDenied
        | Outcome::Answered
        | Outcome::Elsewhere
        | Outcome::NotApplicable
        | Outcome::Withdrawn
        | Outcome::Awaiting => false,
    }
}
