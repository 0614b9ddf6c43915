//! The open questions of a request, grouped by outcome: each group has its own basis in law.

use casework::case::Case;
use casework::id::QuestionId;
use casework::outcome::{Answer, Outcome};
use casework::question::{Question, Role};
use law::exemption::{Ground, GroundKind, Harm, PublicInterest};
use law::regime::Regime;

use crate::letter::{Block, Item};

/// Questions that share an outcome and the sections that it rests on.
pub(super) struct Group<'a> {
    /// The basis, as the wordings name it.
    pub kind: &'static str,
    /// The sections relied on.
    pub grounds: Vec<Ground>,
    /// The questions, in order.
    pub questions: Vec<&'a Question>,
}

impl Group<'_> {
    /// Whether the public interest must be weighed for any of the sections.
    pub fn is_qualified(&self) -> bool {
        self.weighs(PublicInterest::Qualified)
    }

    /// Whether it must be weighed at the most for part of what the sections cover.
    pub fn is_partly_qualified(&self) -> bool {
        !self.is_qualified() && self.weighs(PublicInterest::SometimesAbsolute)
    }

    fn weighs(&self, test: PublicInterest) -> bool {
        self.grounds.iter().any(|ground| ground.public_interest() == Some(test))
    }

    /// Whether harm must be shown for any of the sections.
    pub fn needs_harm(&self) -> bool {
        self.grounds
            .iter()
            .any(|ground| matches!(ground.harm(), Some(Harm::Prejudice | Harm::Either)))
    }

    /// "the exemption", "each exception".
    pub fn the_exemption(&self) -> String {
        let regulations = self.grounds.iter().any(|ground| ground.regime().is_environmental());
        let noun = if regulations { "exception" } else { "exemption" };
        format!("{} {noun}", if self.grounds.len() > 1 { "each" } else { "the" })
    }

    /// The provisions in a sentence: "section 31(1)(a)", "regulations 12(4)(b) and 13(1)".
    pub fn cited(&self) -> String {
        cited(&self.grounds)
    }
}

/// Provisions of one enactment in a sentence; empty where there are none.
pub(super) fn cited(grounds: &[Ground]) -> String {
    let Some(first) = grounds.first() else { return String::new() };
    let unit = if first.regime().is_environmental() { "regulation" } else { "section" };
    let codes: Vec<String> = grounds.iter().map(Ground::code).collect();
    match codes.as_slice() {
        [] => String::new(),
        [one] => format!("{unit} {one}"),
        [first @ .., last] => format!("{unit}s {} and {last}", first.join(", ")),
    }
}

/// The order in which a letter takes the groups up.
const ORDER: [&str; 10] = [
    "exemption",
    "unnamed",
    "partly",
    "cost",
    "cost_of_confirming",
    "vexatious",
    "repeated",
    "ncnd",
    "not_held",
    "not_addressed",
];

fn kind_of(answer: &Answer) -> Option<&'static str> {
    let of_refusal = || match answer.grounds.first() {
        None => "unnamed",
        Some(ground) => match ground.kind() {
            GroundKind::Exemption => "exemption",
            GroundKind::Vexatious => "vexatious",
            GroundKind::Repeated => "repeated",
            // Section 12(2) of the Act of 2000 is the cost of finding out alone: then the duty to say
            // is gone too. The Scottish section 12(2) only adds several requests together.
            GroundKind::Cost if finding_out(ground) => "cost_of_confirming",
            GroundKind::Cost => "cost",
        },
    };
    match answer.outcome {
        Outcome::Refused => Some(of_refusal()),
        Outcome::Partly => Some("partly"),
        Outcome::NotHeld => Some("not_held"),
        Outcome::NeitherConfirmedNorDenied => Some("ncnd"),
        // A question that no reply has dealt with is owed under the first request.
        Outcome::NotAddressed | Outcome::Awaiting => Some("not_addressed"),
        Outcome::Answered | Outcome::Elsewhere | Outcome::NotApplicable | Outcome::Withdrawn => {
            None
        }
    }
}

fn finding_out(ground: &Ground) -> bool {
    ground.regime() == Regime::Foia && ground.code().starts_with("12(2)")
}

/// Groups these questions of a case by the basis that the letter has for them.
pub(super) fn groups<'a>(case: &'a Case, questions: &[QuestionId]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for question in &case.questions {
        let Some(current) = case.answers.get(&question.id) else { continue };
        let Some(kind) = kind_of(&current.answer) else { continue };
        if !questions.contains(&question.id) {
            continue;
        }
        let grounds = &current.answer.grounds;
        match groups.iter_mut().find(|group| group.kind == kind && group.grounds == *grounds) {
            Some(group) => group.questions.push(question),
            None => {
                groups.push(Group { kind, grounds: grounds.clone(), questions: vec![question] })
            }
        }
    }
    groups.sort_by_key(|group| ORDER.iter().position(|kind| *kind == group.kind));
    groups
}

/// Questions as a list, quoted in full, keeping their numbers; a part stands under its question.
pub(super) fn quoted(all: &[Question], wanted: &[&Question]) -> Vec<Block> {
    let mut items: Vec<(u32, Item)> = Vec::new();
    for question in wanted {
        let item = Item {
            number: question.printed_number(),
            text: question.text.clone(),
            ..Item::default()
        };
        if question.part.is_none() {
            items.push((question.number, item));
            continue;
        }
        match items.last_mut() {
            Some((number, stem)) if *number == question.number => stem.parts.push(item),
            Some(_) | None => {
                let stem = all.iter().find(|q| q.number == question.number && q.part.is_none());
                items.push((
                    question.number,
                    Item {
                        number: format!("{}.", question.number),
                        text: stem.map(|stem| stem.text.clone()).unwrap_or_default(),
                        parts: vec![item],
                        ..Item::default()
                    },
                ));
            }
        }
    }
    items.into_iter().map(|(_, item)| Block::Item(item)).collect()
}

/// The closing questions of a campaign.
pub(super) fn closing(questions: &[Question]) -> Vec<&Question> {
    questions.iter().filter(|question| question.role == Role::FollowUp).collect()
}
