//! The closed lists that a form offers, with the words for people: no form has words of its own.

use casework::event::ReviewResult;
use casework::force::ForceKind;
use casework::letter::Mode;
use casework::outcome::Outcome;
use law::{Coded, PostClass, Regime};
use serde::Serialize;
use ts_rs::TS;

use crate::code::Code;

/// What the forms offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choices {
    /// The outcomes of a question in a reply.
    pub outcomes: Vec<OutcomeChoice>,
    /// What a follow-up can be in law.
    pub modes: Vec<Choice>,
    /// Classes of post.
    pub post_classes: Vec<Choice>,
    /// The Acts.
    pub regimes: Vec<Choice>,
    /// Kinds of body that can be added to the register.
    pub force_kinds: Vec<Choice>,
    /// The nations of a body that can be added.
    pub nations: Vec<String>,
    /// What a force can call the result of a review.
    pub review_results: Vec<Choice>,
}

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Its code.
    pub code: &'static str,
    /// The same, for people.
    pub label: &'static str,
}

/// An outcome that a reply can give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutcomeChoice {
    /// Its code.
    #[ts(as = "Code<Outcome>")]
    pub code: &'static str,
    /// The same, for people.
    pub label: &'static str,
    /// The key that sets it.
    pub key: char,
    /// Whether sections of the Act may stand beside it.
    pub may_carry_sections: bool,
    /// Whether the question still wants an answer after it.
    pub is_open: bool,
    /// Whether it counts as answered.
    pub is_answer: bool,
}

fn list<T: Coded>() -> Vec<Choice> {
    T::ALL.iter().map(|one| Choice { code: one.code(), label: one.label() }).collect()
}

impl Choices {
    /// All lists.
    pub fn all() -> Self {
        Self {
            outcomes: Outcome::ALL
                .iter()
                .filter_map(|outcome| {
                    Some(OutcomeChoice {
                        code: outcome.code(),
                        label: outcome.label(),
                        key: outcome.key()?,
                        may_carry_sections: outcome.may_carry_grounds(),
                        is_open: outcome.is_open(),
                        is_answer: outcome.is_answer(),
                    })
                })
                .collect(),
            modes: list::<Mode>(),
            post_classes: list::<PostClass>(),
            regimes: list::<Regime>(),
            force_kinds: list::<ForceKind>()
                .into_iter()
                .filter(|kind| kind.code != ForceKind::NotSubject.code())
                .collect(),
            nations: ["England", "Wales", "Scotland", "Northern Ireland", "UK"]
                .map(str::to_owned)
                .to_vec(),
            review_results: list::<ReviewResult>(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_that_a_reply_can_give_has_its_key() {
        let keys: String = Choices::all().outcomes.iter().map(|outcome| outcome.key).collect();
        assert_eq!(keys, "APRHDENX");
    }
}
