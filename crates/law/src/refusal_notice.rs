//! What a refusal notice must contain, and which of it a notice lacks: section 17 of the Act of 2000,
//! sections 16 to 19 of the Scottish Act, regulation 14 of the Regulations of 2004 and regulation 13 of
//! the Scottish ones. Each fault is a sentence that can stand in a request for review.
//!
//! Nothing is claimed that the law does not require of this notice: a refusal on cost or as vexatious
//! needs only the fact (17(5)), a repeated one may need no notice at all (17(6)), and reasons that
//! would themselves disclose the information need not be given (17(4)).

mod provision;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use self::provision::provision;
use crate::{
    citation::Citation,
    coded,
    coded::Coded,
    exemption::{Ground, GroundKind, Harm, PublicInterest},
    regime::Regime,
    wording::{and_list, long_date},
};

coded! {
    /// Something that a notice can contain.
    pub enum Part {
        /// It was given within the time for an answer.
        InTime = "in-time", "given in time";
        /// It is in writing.
        InWriting = "in-writing", "in writing";
        /// It says whether the information is held.
        Held = "held", "says that the information is held";
        /// It says that it refuses, and on what kind of ground.
        Fact = "fact", "states that fact";
        /// It names the exemption by its section.
        Exemption = "exemption", "names the exemption";
        /// It names the limb of the section.
        Limb = "limb", "names the limb";
        /// It says why the exemption applies.
        Why = "why", "says why it applies";
        /// It says which harm disclosure would do, and how likely it is.
        Harm = "harm", "shows the harm";
        /// It says why the public interest favours withholding.
        PublicInterest = "public-interest", "weighs the public interest";
        /// It says by when the public interest will have been decided.
        Estimate = "estimate", "estimates the date of the decision";
        /// It says who is finishing the material, and when it will be done.
        Completion = "completion", "says when the material will be finished";
        /// It tells how to have the refusal reviewed.
        ReviewRoute = "review", "tells of the review";
        /// It tells of the right to go to the Commissioner.
        CommissionerRoute = "commissioner", "tells of the Commissioner";
    }
}

/// Whether the public interest was decided when the notice was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It was, or the notice does not say otherwise.
    Made,
    /// The notice says that it is still being considered.
    Pending,
}

/// Whether the notice says that its reasons would themselves disclose the information.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reasons {
    /// It does not say so.
    CanBeGiven,
    /// It does: section 17(4), Scottish section 16(3).
    WouldDisclose,
}

/// Whether the applicant had a notice of this kind for an earlier request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EarlierNotice {
    /// He had none.
    None,
    /// He had one, and another would be unreasonable to expect: section 17(6), Scottish 16(5).
    Given,
}

/// What is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Information is withheld.
    Withheld,
    /// Whether it is held is left open.
    NeitherConfirmedNorDenied,
    /// It is said not to be held.
    NotHeld,
}

/// A notice as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The law under which it is given.
    pub regime: Regime,
    /// What is refused.
    pub refusal: Refusal,
    /// What it rests on, as it cites it.
    pub grounds: Vec<Ground>,
    /// What it contains. That it was given in time is worked out where both days are known.
    pub contains: BTreeSet<Part>,
    /// The last day of the time for an answer.
    pub due: Option<NaiveDate>,
    /// The day on which it was given.
    pub given_on: Option<NaiveDate>,
    /// Whether the public interest was decided.
    pub decision: Decision,
    /// Whether its reasons could be given.
    pub reasons: Reasons,
    /// Whether there was such a notice before.
    pub earlier: EarlierNotice,
}

/// Something that the notice lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub part: Part,
    /// Where it is required, or recommended: its basis says which.
    pub citation: Citation,
    /// The ground for a request for review, in whole sentences.
    pub ground: String,
}

/// What the notice lacks, in the order of the law's own list.
#[must_use]
pub fn faults(notice: &Notice) -> Vec<Fault> {
    if notice.refusal != Refusal::NotHeld && is_excused(notice) {
        return Vec::new();
    }
    Part::ALL
        .iter()
        .copied()
        .filter(|part| is_required(notice, *part) && !is_there(notice, *part))
        .filter_map(|part| {
            let citation = provision(notice.regime, part, basis_of(notice))?;
            Some(Fault { part, citation, ground: ground(notice, part, &citation) })
        })
        .collect()
}

/// On what a notice rests, so far as the law treats it apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RestsOn {
    Exemption,
    Cost,
    VexatiousOrRepeated,
    NotHeld,
    Denial,
}

fn of_kind(notice: &Notice, wanted: &[GroundKind]) -> bool {
    notice.grounds.iter().any(|ground| wanted.contains(&ground.kind()))
}

/// An exemption asks for the most, so a notice that rests on one and on cost is held to that.
fn basis_of(notice: &Notice) -> RestsOn {
    use GroundKind::{Cost, Exemption, Repeated, Vexatious};
    match notice.refusal {
        // Under the Regulations "not held" is an exception like others: 12(4)(a).
        Refusal::NotHeld if !notice.regime.is_environmental() => RestsOn::NotHeld,
        Refusal::NeitherConfirmedNorDenied => RestsOn::Denial,
        Refusal::Withheld | Refusal::NotHeld => {
            if of_kind(notice, &[Exemption]) || notice.grounds.is_empty() {
                RestsOn::Exemption
            } else if of_kind(notice, &[Cost]) {
                RestsOn::Cost
            } else if of_kind(notice, &[Vexatious, Repeated]) {
                RestsOn::VexatiousOrRepeated
            } else {
                RestsOn::Exemption
            }
        }
    }
}

/// Section 17(6), Scottish 16(5): no further notice is owed to a vexatious or repeated request.
fn is_excused(notice: &Notice) -> bool {
    basis_of(notice) == RestsOn::VexatiousOrRepeated && notice.earlier == EarlierNotice::Given
}

fn is_required(notice: &Notice, part: Part) -> bool {
    let basis = basis_of(notice);
    let rests_on_exemption = matches!(basis, RestsOn::Exemption | RestsOn::Denial);
    let can_be_given = notice.reasons == Reasons::CanBeGiven;
    match part {
        Part::InTime => matches!((notice.due, notice.given_on), (Some(_), Some(_))),
        Part::InWriting => basis != RestsOn::NotHeld || notice.regime == Regime::Foisa,
        // Section 16(1)(a) of the Scottish Act; under the Act of 2000 the duty is section 1(1)(a).
        Part::Held => basis == RestsOn::Exemption && notice.regime == Regime::Foisa,
        Part::Fact => basis != RestsOn::NotHeld || notice.regime == Regime::Foisa,
        Part::Exemption => rests_on_exemption,
        Part::Limb => rests_on_exemption && notice.grounds.iter().any(lacks_limb),
        Part::Why => rests_on_exemption && can_be_given,
        Part::Harm => {
            rests_on_exemption
                && can_be_given
                && notice.contains.contains(&Part::Why)
                && notice.grounds.iter().any(|ground| ground.harm() == Some(Harm::Prejudice))
        }
        Part::PublicInterest => {
            rests_on_exemption && can_be_given && weighs(notice) && !may_wait(notice)
        }
        Part::Estimate => rests_on_exemption && weighs(notice) && may_wait(notice),
        Part::Completion => {
            notice.grounds.iter().any(|ground| is_unfinished(notice.regime, ground))
        }
        Part::ReviewRoute | Part::CommissionerRoute => {
            basis != RestsOn::NotHeld || notice.regime == Regime::Foisa
        }
    }
}

fn is_there(notice: &Notice, part: Part) -> bool {
    match (part, notice.due, notice.given_on) {
        (Part::InTime, Some(due), Some(given)) => given <= due,
        (Part::Exemption, _, _) => !notice.grounds.is_empty() || notice.contains.contains(&part),
        (_, _, _) => notice.contains.contains(&part),
    }
}

/// Section 17(2) lets the decision on the public interest follow; no other law does.
fn may_wait(notice: &Notice) -> bool {
    notice.decision == Decision::Pending && notice.regime == Regime::Foia
}

/// Whether the public interest has to be weighed for any of it. Where nothing is named it cannot be
/// known, and nothing is claimed.
fn weighs(notice: &Notice) -> bool {
    notice.grounds.iter().any(|ground| ground.public_interest() == Some(PublicInterest::Qualified))
}

/// A ground that is cited without the limb that it has to have.
fn lacks_limb(ground: &Ground) -> bool {
    ground.kind() == GroundKind::Exemption && ground.limbs().is_empty() && ground.has_limbs()
}

fn is_unfinished(regime: Regime, ground: &Ground) -> bool {
    match regime {
        Regime::Eir => ground.code() == "12(4)(d)",
        Regime::Eisr => ground.code() == "10(4)(d)",
        Regime::Foia | Regime::Foisa => false,
    }
}

/// The sentences of a fault.
fn ground(notice: &Notice, part: Part, citation: &Citation) -> String {
    let cited = |wanted: &dyn Fn(&Ground) -> bool| {
        let cites: Vec<String> =
            notice.grounds.iter().filter(|ground| wanted(ground)).map(Ground::cite).collect();
        if cites.is_empty() { "it".to_owned() } else { and_list(&cites) }
    };
    let applies = |ground: &Ground| ground.kind() == GroundKind::Exemption;
    let exemption = if notice.regime.is_environmental() { "exception" } else { "exemption" };
    let place = short(citation.text);
    match part {
        Part::InTime => {
            let day = |date: Option<NaiveDate>| date.map(long_date).unwrap_or_default();
            format!(
                "The notice was given on {}; the time for it ended on {} ({place}).",
                day(notice.given_on),
                day(notice.due)
            )
        }
        Part::InWriting => format!("The refusal was not given in writing, as {place} requires."),
        Part::Held if basis_of(notice) == RestsOn::NotHeld => {
            format!("The notice does not say that the information is not held ({place}).")
        }
        Part::Held => format!(
            "The notice does not disclose that the information is held, as {place} requires. Please \
             say whether it is."
        ),
        Part::Fact => match basis_of(notice) {
            RestsOn::Cost | RestsOn::VexatiousOrRepeated => format!(
                "The notice does not state that {} is relied on, as {place} requires.",
                cited(&|_| true)
            ),
            RestsOn::NotHeld => {
                format!("There is no notice that the information is not held, as {place} requires.")
            }
            RestsOn::Denial => format!(
                "The notice does not state that it neither confirms nor denies under an {exemption} \
                 ({place})."
            ),
            RestsOn::Exemption => format!(
                "The notice does not state that information is withheld under an {exemption} \
                 ({place})."
            ),
        },
        Part::Exemption => format!(
            "The notice does not specify the {exemption} that is relied on, as {place} requires. \
             Please name it, with its limb."
        ),
        Part::Limb => format!(
            "The notice cites {} without a limb, so that it cannot be seen which {exemption} is \
             relied on ({place}). Please name the limb.",
            cited(&lacks_limb)
        ),
        Part::Why => format!(
            "The notice does not say why {} applies, and that is not otherwise apparent ({place}). \
             Please give the reasons.",
            cited(&applies)
        ),
        Part::Harm => format!(
            "The notice does not show what harm disclosure would do under {}, by what chain of \
             cause, or whether it would happen or would be likely to ({place}).",
            cited(&|ground| ground.harm() == Some(Harm::Prejudice))
        ),
        Part::PublicInterest if notice.decision == Decision::Pending => format!(
            "The notice puts off the decision on the public interest for {}. The law gives no time \
             for that after the limit; {place} requires the reasons in the notice itself.",
            cited(&weighed)
        ),
        Part::PublicInterest => format!(
            "The notice does not state why the public interest in maintaining {} outweighs that in \
             disclosure, as {place} requires.",
            cited(&weighed)
        ),
        Part::Estimate => format!(
            "The notice puts off the decision on the public interest for {} and gives no estimate \
             of its date, as {place} requires.",
            cited(&weighed)
        ),
        Part::Completion => format!(
            "The notice relies on {} and does not say when the material will be finished, or which \
             authority is preparing it if that is known ({place}).",
            cited(&|ground| is_unfinished(notice.regime, ground))
        ),
        Part::ReviewRoute => match notice.regime {
            Regime::Foia => format!(
                "The notice gives no particulars of the procedure for complaints, and does not say \
                 that there is none ({place})."
            ),
            Regime::Foisa | Regime::Eir | Regime::Eisr => {
                format!("The notice does not tell of the right to a review ({place}).")
            }
        },
        Part::CommissionerRoute => format!(
            "The notice does not tell of the right to apply to the {} ({place}).",
            notice.regime.commissioner()
        ),
    }
}

fn weighed(ground: &Ground) -> bool {
    ground.public_interest() == Some(PublicInterest::Qualified)
}

/// The provision without the name of its law: in a letter under that law it is plain.
fn short(text: &str) -> &str {
    text.split(", ").next().unwrap_or(text)
}
