//! The grounds of refusal in the Freedom of Information (Scotland) Act 2002.

use super::{Section, exempt, other, section};
use crate::exemption::{
    GroundKind,
    Harm::{Class, Either as ClassOrPrejudice, Prejudice},
    PublicInterest::{Absolute, Qualified, SometimesAbsolute},
};

/// Scottish Act: section 12 (cost), section 14 (vexatious and repeated), Part 2 (exemptions).
/// Section 2(2) lists which are absolute. Whether information is held may be left open only under
/// section 18, which is read with an exemption and is none itself.
pub(super) static SECTIONS: &[Section] = &[
    section(
        "12",
        &["1", "2", "3", "4", "5", "6"],
        &[],
        &[other("", "cost of compliance exceeds the limit", GroundKind::Cost)],
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
        &[exempt("", "information otherwise accessible", Absolute, Class)],
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
            exempt("", "information intended for future publication", Qualified, ClassOrPrejudice),
            exempt("(1)", "publication within twelve weeks", Qualified, Class),
            exempt("(2)", "research", Qualified, Prejudice),
        ],
    ),
    section(
        "28",
        &["1", "2"],
        &[],
        &[exempt("", "relations within the United Kingdom", Qualified, Prejudice)],
    ),
    section(
        "29",
        &["1", "2", "3", "4", "5"],
        &[],
        &[exempt("", "formulation of Scottish Administration policy", Qualified, Class)],
    ),
    section(
        "30",
        &["a", "b", "c"],
        &[],
        &[exempt("", "effective conduct of public affairs", Qualified, Prejudice)],
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
            exempt("(1)(b)", "confidential information from another State", Qualified, Class),
        ],
    ),
    section(
        "33",
        &["1", "2", "3"],
        &[],
        &[
            exempt("", "commercial interests and the economy", Qualified, ClassOrPrejudice),
            exempt("(1)(a)", "trade secrets", Qualified, Class),
            exempt("(1)(b)", "commercial interests", Qualified, Prejudice),
            exempt("(2)", "the economy", Qualified, Prejudice),
        ],
    ),
    section(
        "34",
        &["1", "2", "3", "4", "5"],
        &[],
        &[exempt("", "investigations and proceedings", Qualified, Class)],
    ),
    section("35", &["1", "2", "3"], &[], &[exempt("", "law enforcement", Qualified, Prejudice)]),
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
    section("37", &["1", "2"], &[], &[exempt("", "court records", Absolute, Class)]),
    section(
        "38",
        &["1", "2", "2A", "2B", "3", "3A", "4", "5", "5A", "6"],
        &[],
        &[
            exempt("", "personal information", SometimesAbsolute, Class),
            exempt("(1)(a)", "the applicant's own personal data", Absolute, Class),
            exempt("(1)(b)", "personal data of others", SometimesAbsolute, Class),
            exempt("(1)(c)", "personal census information", Absolute, Class),
            exempt("(1)(d)", "a deceased person's health record", Absolute, Class),
            exempt("(2A)", "personal data of others", Absolute, Class),
            exempt("(2B)", "personal data of others", Qualified, Class),
            exempt("(3A)", "personal data of others", Qualified, Class),
        ],
    ),
    section(
        "39",
        &["1", "2", "3"],
        &[],
        &[
            exempt("", "health, safety and the environment", Qualified, ClassOrPrejudice),
            exempt("(1)", "health and safety", Qualified, Prejudice),
            exempt("(2)", "environmental information", Qualified, Class),
        ],
    ),
    section("40", &["a", "b"], &[], &[exempt("", "audit functions", Qualified, Prejudice)]),
    section(
        "41",
        &["a", "b"],
        &[],
        &[exempt("", "communications with the Royal Family, and honours", Qualified, Class)],
    ),
];
