//! The grounds of refusal in the Freedom of Information Act 2000.

use super::{Section, exempt, other, section};
use crate::exemption::{
    GroundKind,
    Harm::{Class, Either as ClassOrPrejudice, Prejudice},
    PublicInterest::{Absolute, Qualified, SometimesAbsolute},
};

/// Act of 2000: section 12 (cost), section 14 (vexatious and repeated), Part II (exemptions).
/// Section 2(3) lists which are absolute.
pub(super) static SECTIONS: &[Section] = &[
    section(
        "12",
        &["1", "2", "3", "4", "5"],
        &["2"],
        &[
            other("", "cost of compliance exceeds the limit", GroundKind::Cost),
            other("(2)", "cost of confirming or denying exceeds the limit", GroundKind::Cost),
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
        &[exempt("", "information accessible by other means", Absolute, Class)],
    ),
    section(
        "22",
        &["1", "2"],
        &["2"],
        &[exempt("", "information intended for future publication", Qualified, Class)],
    ),
    section("22A", &["1", "2"], &["2"], &[exempt("", "research", Qualified, Prejudice)]),
    section(
        "23",
        &["1", "2", "3", "4", "5"],
        &["5"],
        &[exempt("", "bodies dealing with security matters", Absolute, Class)],
    ),
    section(
        "24",
        &["1", "2", "3", "4"],
        &["2"],
        &[exempt("", "national security", Qualified, Prejudice)],
    ),
    section("26", &["1", "2", "3"], &["3"], &[exempt("", "defence", Qualified, Prejudice)]),
    section(
        "27",
        &["1", "2", "3", "4", "5"],
        &["4"],
        &[
            exempt("", "international relations", Qualified, ClassOrPrejudice),
            exempt("(1)", "international relations", Qualified, Prejudice),
            exempt("(2)", "confidential information from another State", Qualified, Class),
        ],
    ),
    section(
        "28",
        &["1", "2", "3"],
        &["3"],
        &[exempt("", "relations within the United Kingdom", Qualified, Prejudice)],
    ),
    section("29", &["1", "2"], &["2"], &[exempt("", "the economy", Qualified, Prejudice)]),
    section(
        "30",
        &["1", "2", "3", "4", "5"],
        &["3"],
        &[exempt("", "investigations and proceedings", Qualified, Class)],
    ),
    section("31", &["1", "2", "3"], &["3"], &[exempt("", "law enforcement", Qualified, Prejudice)]),
    section("32", &["1", "2", "3", "4"], &["3"], &[exempt("", "court records", Absolute, Class)]),
    section("33", &["1", "2", "3"], &["3"], &[exempt("", "audit functions", Qualified, Prejudice)]),
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
        &[exempt("", "formulation of government policy", Qualified, Class)],
    ),
    section(
        "36",
        &["1", "2", "3", "4", "5", "6", "7"],
        &["3"],
        &[exempt("", "effective conduct of public affairs", Qualified, Prejudice)],
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
            exempt("(1)(a)", "communications with the Sovereign", Absolute, Class),
            exempt("(1)(aa)", "communications with the heir to the throne", Absolute, Class),
            exempt("(1)(ab)", "communications with a recent heir or Sovereign", Absolute, Class),
            exempt("(1)(ac)", "communications with the Royal Family", Qualified, Class),
            exempt("(1)(ad)", "communications with the Royal Household", Qualified, Class),
            exempt("(1)(b)", "honours", Qualified, Class),
        ],
    ),
    section("38", &["1", "2"], &["2"], &[exempt("", "health and safety", Qualified, Prejudice)]),
    section(
        "39",
        &["1", "1A", "2", "3"],
        &["1A", "2"],
        &[exempt("", "environmental information", Qualified, Class)],
    ),
    section(
        "40",
        &["1", "2", "3", "3A", "3B", "4", "4A", "5", "5A", "5B", "6", "7", "8"],
        &["5", "5A", "5B"],
        &[
            exempt("", "personal information", SometimesAbsolute, Class),
            exempt("(1)", "the applicant's own personal data", Absolute, Class),
            exempt("(2)", "personal data of others", SometimesAbsolute, Class),
            exempt("(3A)", "personal data of others", Absolute, Class),
            exempt("(3B)", "personal data of others", Qualified, Class),
            exempt("(4A)", "personal data of others", Qualified, Class),
        ],
    ),
    section(
        "41",
        &["1", "2"],
        &["2"],
        &[exempt("", "information provided in confidence", Absolute, Class)],
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
