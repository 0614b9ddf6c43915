//! The exceptions of the two Environmental Information Regulations of 2004, which are numbered alike:
//! regulations 12 and 13 of the one are regulations 10 and 11 of the other.

use super::{Section, exempt, section};
use crate::exemption::{
    Harm::{Class, Prejudice},
    PublicInterest::{Qualified, SometimesAbsolute},
};

/// Regulations 12 and 13, Environmental Information Regulations 2004. Regulation 12(1)(b) weighs the
/// public interest for every exception of regulation 12, and 12(2) presumes disclosure. Regulation
/// 12(6) lets the authority neither confirm nor deny.
pub(super) static EIR: &[Section] = &[
    section("12", &["4", "5", "6"], &["6"], EXCEPTIONS),
    section("13", &["1", "2", "2A", "2B", "3A", "5A", "5B"], &["5A", "5B"], PERSONAL_DATA),
];

/// Regulations 10 and 11, Environmental Information (Scotland) Regulations 2004; 10(8) lets the
/// authority neither confirm nor deny.
pub(super) static EISR: &[Section] = &[
    section("10", &["4", "5", "8"], &["8"], EXCEPTIONS),
    section("11", &["1", "2", "3A", "3B", "4A", "6"], &["6"], PERSONAL_DATA),
];

const EXCEPTIONS: &[super::Entry] = &[
    exempt("", "exception for environmental information", Qualified, Class),
    exempt("(4)(a)", "not held when the request was received", Qualified, Class),
    exempt("(4)(b)", "manifestly unreasonable request", Qualified, Class),
    exempt("(4)(c)", "request formulated in too general a manner", Qualified, Class),
    exempt("(4)(d)", "unfinished material", Qualified, Class),
    exempt("(4)(e)", "internal communications", Qualified, Class),
    exempt("(5)", "adverse effect", Qualified, Prejudice),
    exempt(
        "(5)(a)",
        "international relations, defence, security or public safety",
        Qualified,
        Prejudice,
    ),
    exempt("(5)(b)", "the course of justice, or an inquiry", Qualified, Prejudice),
    exempt("(5)(c)", "intellectual property", Qualified, Prejudice),
    exempt("(5)(d)", "confidentiality of proceedings", Qualified, Prejudice),
    exempt("(5)(e)", "commercial or industrial confidentiality", Qualified, Prejudice),
    exempt("(5)(f)", "interests of the person who gave it", Qualified, Prejudice),
    exempt("(5)(g)", "protection of the environment", Qualified, Prejudice),
];

const PERSONAL_DATA: &[super::Entry] = &[exempt("", "personal data", SometimesAbsolute, Class)];
