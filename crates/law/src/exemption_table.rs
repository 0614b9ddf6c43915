//! The sections of each Act on which a refusal can rest, as data: Part II of the Act of 2000, Part 2
//! of the Scottish Act, and the cost and vexatious provisions of both.

pub(crate) mod challenges;
mod environmental;
mod foia;
mod foisa;
pub(crate) mod limbs;
pub(crate) mod twins;

use crate::{
    exemption::{GroundKind, Harm, PublicInterest},
    regime::Regime,
};

/// A section that a refusal can rest on.
#[derive(Debug)]
pub(crate) struct Section {
    /// Its number: "22A".
    pub number: &'static str,
    /// The limbs that can stand first after the number, without brackets: "1", "5A", or "a" where
    /// the section has lettered paragraphs and no subsections.
    pub first_limbs: &'static [&'static str],
    /// The limb in which the duty to confirm or deny falls away, where the section has its own.
    pub deny_limbs: &'static [&'static str],
    /// What it is, the whole section first, then the limbs that differ from it.
    pub entries: &'static [Entry],
}

/// What a section, or one limb of it, is.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The limbs this entry is about, with brackets; empty for the whole section.
    pub limbs: &'static str,
    /// Its title in short words.
    pub title: &'static str,
    /// What kind of ground it is.
    pub kind: GroundKind,
    /// Whether the public interest must be weighed; nothing for what is no exemption.
    pub public_interest: Option<PublicInterest>,
    /// Whether harm must be shown; nothing for what is no exemption.
    pub harm: Option<Harm>,
}

const fn exempt(
    limbs: &'static str,
    title: &'static str,
    public_interest: PublicInterest,
    harm: Harm,
) -> Entry {
    Entry {
        limbs,
        title,
        kind: GroundKind::Exemption,
        public_interest: Some(public_interest),
        harm: Some(harm),
    }
}

const fn other(limbs: &'static str, title: &'static str, kind: GroundKind) -> Entry {
    Entry { limbs, title, kind, public_interest: None, harm: None }
}

const fn section(
    number: &'static str,
    first_limbs: &'static [&'static str],
    deny_limbs: &'static [&'static str],
    entries: &'static [Entry],
) -> Section {
    Section { number, first_limbs, deny_limbs, entries }
}

/// The sections of an Act on which a refusal can rest, in their order.
pub(crate) fn sections(regime: Regime) -> &'static [Section] {
    match regime {
        Regime::Foia => foia::SECTIONS,
        Regime::Foisa => foisa::SECTIONS,
        Regime::Eir => environmental::EIR,
        Regime::Eisr => environmental::EISR,
    }
}
