//! The sections of each Act on which a refusal can rest, as data: Part II of the Act of 2000, Part 2
//! of the Scottish Act, and the cost and vexatious provisions of both.

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

use Harm::{Class, Either as ClassOrPrejudice, Prejudice};
use PublicInterest::{Absolute, Qualified, SometimesAbsolute};

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
    Entry {
        limbs,
        title,
        kind,
        public_interest: None,
        harm: None,
    }
}

const fn section(
    number: &'static str,
    first_limbs: &'static [&'static str],
    deny_limbs: &'static [&'static str],
    entries: &'static [Entry],
) -> Section {
    Section {
        number,
        first_limbs,
        deny_limbs,
        entries,
    }
}

/// The sections of an Act on which a refusal can rest, in their order.
pub(crate) fn sections(regime: Regime) -> &'static [Section] {
    match regime {
        Regime::Foia => FOIA,
        Regime::Foisa => FOISA,
    }
}

/// Act of 2000: section 12 (cost), section 14 (vexatious and repeated), Part II (exemptions).
/// Section 2(3) lists which are absolute.
static FOIA: &[Section] = &[
    section(
        "12",
        &["1", "2", "3", "4", "5"],
        &["2"],
        &[
            other("", "cost of compliance exceeds the limit", GroundKind::Cost),
            other(
                "(2)",
                "cost of confirming or denying exceeds the limit",
                GroundKind::Cost,
            ),
        ],
    ),
    section(
        "14",
        &["1", "2"],
        &[],
        &[
            other("", "vexatious or repeated request", GroundKind::Vexatious),
            other("(1)", "vexatious request", GroundKind::Vexatious),
            other("(2)", "repeated request", GroundKind::Repeated),
        ],
    ),
    section(
        "21",
        &["1", "2", "3"],
        &[],
        &[exempt(
            "",
            "information accessible by other means",
            Absolute,
            Class,
        )],
    ),
    section(
        "22",
        &["1", "2"],
        &["2"],
        &[exempt(
            "",
            "information intended for future publication",
            Qualified,
            Class,
        )],
    ),
    section(
        "22A",
        &["1", "2"],
        &["2"],
        &[exempt("", "research", Qualified, Prejudice)],
    ),
    section(
        "23",
        &["1", "2", "3", "4", "5"],
        &["5"],
        &[exempt(
            "",
            "bodies dealing with security matters",
            Absolute,
            Class,
        )],
    ),
    section(
        "24",
        &["1", "2", "3", "4"],
        &["2"],
        &[exempt("", "national security", Qualified, Prejudice)],
    ),
    section(
        "26",
        &["1", "2", "3"],
        &["3"],
        &[exempt("", "defence", Qualified, Prejudice)],
    ),
    section(
        "27",
        &["1", "2", "3", "4", "5"],
        &["4"],
        &[
            exempt("", "international relations", Qualified, ClassOrPrejudice),
            exempt("(1)", "international relations", Qualified, Prejudice),
            exempt(
                "(2)",
                "confidential information from another State",
                Qualified,
                Class,
            ),
        ],
    ),
    section(
        "28",
        &["1", "2", "3"],
        &["3"],
        &[exempt(
            "",
            "relations within the United Kingdom",
            Qualified,
            Prejudice,
        )],
    ),
    section(
        "29",
        &["1", "2"],
        &["2"],
        &[exempt("", "the economy", Qualified, Prejudice)],
    ),
    section(
        "30",
        &["1", "2", "3", "4", "5"],
        &["3"],
        &[exempt(
            "",
            "investigations and proceedings",
            Qualified,
            Class,
        )],
    ),
    section(
        "31",
        &["1", "2", "3"],
        &["3"],
        &[exempt("", "law enforcement", Qualified, Prejudice)],
    ),
    section(
        "32",
        &["1", "2", "3", "4"],
        &["3"],
        &[exempt("", "court records", Absolute, Class)],
    ),
    section(
        "33",
        &["1", "2", "3"],
        &["3"],
        &[exempt("", "audit functions", Qualified, Prejudice)],
    ),
    section(
        "34",
        &["1", "2", "3", "4"],
        &["2"],
        &[exempt("", "parliamentary privilege", Absolute, Class)],
    ),
    section(
        "35",
        &["1", "2", "3", "4", "5"],
        &["3"],
        &[exempt(
            "",
            "formulation of government policy",
            Qualified,
            Class,
        )],
    ),
    section(
        "36",
        &["1", "2", "3", "4", "5", "6", "7"],
        &["3"],
        &[exempt(
            "",
            "effective conduct of public affairs",
            Qualified,
            Prejudice,
        )],
    ),
    section(
        "37",
        &["1", "1A", "2"],
        &["2"],
        &[
            exempt(
                "",
                "communications with the Royal Family, and honours",
                SometimesAbsolute,
                Class,
            ),
            exempt(
                "(1)(a)",
                "communications with the Sovereign",
                Absolute,
                Class,
            ),
            exempt(
                "(1)(aa)",
                "communications with the heir to the throne",
                Absolute,
                Class,
            ),
            exempt(
                "(1)(ab)",
                "communications with a recent heir or Sovereign",
                Absolute,
                Class,
            ),
            exempt(
                "(1)(ac)",
                "communications with the Royal Family",
                Qualified,
                Class,
            ),
            exempt(
                "(1)(ad)",
                "communications with the Royal Household",
                Qualified,
                Class,
            ),
            exempt("(1)(b)", "honours", Qualified, Class),
        ],
    ),
    section(
        "38",
        &["1", "2"],
        &["2"],
        &[exempt("", "health and safety", Qualified, Prejudice)],
    ),
    section(
        "39",
        &["1", "1A", "2", "3"],
        &["1A", "2"],
        &[exempt("", "environmental information", Qualified, Class)],
    ),
    section(
        "40",
        &[
            "1", "2", "3", "3A", "3B", "4", "4A", "5", "5A", "5B", "6", "7", "8",
        ],
        &["5", "5A", "5B"],
        &[
            exempt("", "personal information", SometimesAbsolute, Class),
            exempt("(1)", "the applicant's own personal data", Absolute, Class),
            exempt("(2)", "personal data of others", SometimesAbsolute, Class),
        ],
    ),
    section(
        "41",
        &["1", "2"],
        &["2"],
        &[exempt(
            "",
            "information provided in confidence",
            Absolute,
            Class,
        )],
    ),
    section(
        "42",
        &["1", "2"],
        &["2"],
        &[exempt("", "legal professional privilege", Qualified, Class)],
    ),
    section(
        "43",
        &["1", "2", "3"],
        &["3"],
        &[
            exempt("", "commercial interests", Qualified, ClassOrPrejudice),
            exempt("(1)", "trade secrets", Qualified, Class),
            exempt("(2)", "commercial interests", Qualified, Prejudice),
        ],
    ),
    section(
        "44",
        &["1", "2", "3"],
        &["2"],
        &[exempt("", "prohibitions on disclosure", Absolute, Class)],
    ),
];

/// Scottish Act: section 12 (cost), section 14 (vexatious and repeated), Part 2 (exemptions).
/// Section 2(2) lists which are absolute. Whether information is held may be left open only under
/// section 18, which is read with an exemption and is none itself.
static FOISA: &[Section] = &[
    section(
        "12",
        &["1", "2", "3", "4", "5", "6"],
        &[],
        &[other(
            "",
            "cost of compliance exceeds the limit",
            GroundKind::Cost,
        )],
    ),
    section(
        "14",
        &["1", "2"],
        &[],
        &[
            other("", "vexatious or repeated request", GroundKind::Vexatious),
            other("(1)", "vexatious request", GroundKind::Vexatious),
            other("(2)", "repeated request", GroundKind::Repeated),
        ],
    ),
    section(
        "25",
        &["1", "2", "3"],
        &[],
        &[exempt(
            "",
            "information otherwise accessible",
            Absolute,
            Class,
        )],
    ),
    section(
        "26",
        &["a", "b", "c"],
        &[],
        &[exempt("", "prohibitions on disclosure", Absolute, Class)],
    ),
    section(
        "27",
        &["1", "2"],
        &[],
        &[
            exempt(
                "",
                "information intended for future publication",
                Qualified,
                ClassOrPrejudice,
            ),
            exempt("(1)", "publication within twelve weeks", Qualified, Class),
            exempt("(2)", "research", Qualified, Prejudice),
        ],
    ),
    section(
        "28",
        &["1", "2"],
        &[],
        &[exempt(
            "",
            "relations within the United Kingdom",
            Qualified,
            Prejudice,
        )],
    ),
    section(
        "29",
        &["1", "2", "3", "4", "5"],
        &[],
        &[exempt(
            "",
            "formulation of Scottish Administration policy",
            Qualified,
            Class,
        )],
    ),
    section(
        "30",
        &["a", "b", "c"],
        &[],
        &[exempt(
            "",
            "effective conduct of public affairs",
            Qualified,
            Prejudice,
        )],
    ),
    section(
        "31",
        &["1", "2", "3", "4", "5"],
        &[],
        &[
            exempt("", "national security and defence", Qualified, Prejudice),
            exempt("(1)", "national security", Qualified, Prejudice),
            exempt("(4)", "defence", Qualified, Prejudice),
        ],
    ),
    section(
        "32",
        &["1", "2", "3"],
        &[],
        &[
            exempt("", "international relations", Qualified, ClassOrPrejudice),
            exempt("(1)(a)", "international relations", Qualified, Prejudice),
            exempt(
                "(1)(b)",
                "confidential information from another State",
                Qualified,
                Class,
            ),
        ],
    ),
    section(
        "33",
        &["1", "2", "3"],
        &[],
        &[
            exempt(
                "",
                "commercial interests and the economy",
                Qualified,
                ClassOrPrejudice,
            ),
            exempt("(1)(a)", "trade secrets", Qualified, Class),
            exempt("(1)(b)", "commercial interests", Qualified, Prejudice),
            exempt("(2)", "the economy", Qualified, Prejudice),
        ],
    ),
    section(
        "34",
        &["1", "2", "3", "4", "5"],
        &[],
        &[exempt(
            "",
            "investigations and proceedings",
            Qualified,
            Class,
        )],
    ),
    section(
        "35",
        &["1", "2", "3"],
        &[],
        &[exempt("", "law enforcement", Qualified, Prejudice)],
    ),
    section(
        "36",
        &["1", "2", "3"],
        &[],
        &[
            exempt("", "confidentiality", SometimesAbsolute, Class),
            exempt("(1)", "confidentiality of communications", Qualified, Class),
            exempt("(2)", "actionable breach of confidence", Absolute, Class),
        ],
    ),
    section(
        "37",
        &["1", "2"],
        &[],
        &[exempt("", "court records", Absolute, Class)],
    ),
    section(
        "38",
        &["1", "2", "2A", "2B", "3", "3A", "4", "5", "5A", "6"],
        &[],
        &[
            exempt("", "personal information", SometimesAbsolute, Class),
            exempt(
                "(1)(a)",
                "the applicant's own personal data",
                Absolute,
                Class,
            ),
            exempt(
                "(1)(b)",
                "personal data of others",
                SometimesAbsolute,
                Class,
            ),
            exempt("(1)(c)", "personal census information", Absolute, Class),
            exempt(
                "(1)(d)",
                "a deceased person's health record",
                Absolute,
                Class,
            ),
        ],
    ),
    section(
        "39",
        &["1", "2", "3"],
        &[],
        &[
            exempt(
                "",
                "health, safety and the environment",
                Qualified,
                ClassOrPrejudice,
            ),
            exempt("(1)", "health and safety", Qualified, Prejudice),
            exempt("(2)", "environmental information", Qualified, Class),
        ],
    ),
    section(
        "40",
        &["a", "b"],
        &[],
        &[exempt("", "audit functions", Qualified, Prejudice)],
    ),
    section(
        "41",
        &["a", "b"],
        &[],
        &[exempt(
            "",
            "communications with the Royal Family, and honours",
            Qualified,
            Class,
        )],
    ),
];
