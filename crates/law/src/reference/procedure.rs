//! The provisions that letters name and that are no ground of refusal: the duties, the notices, the
//! reviews. They are read so that "section 17(1)" is not taken for an exemption.

use crate::regime::Regime;

/// A provision that a refusal cannot rest on.
#[derive(Debug, PartialEq, Eq)]
pub struct Procedure {
    /// The number of the section or regulation.
    pub number: &'static str,
    /// The limbs that this entry is about, with brackets; empty for the whole.
    pub limbs: &'static str,
    /// What it is about.
    pub title: &'static str,
}

/// The entry for a provision with these limbs ("(1)(a)"), the most exact that there is.
pub(super) fn procedure(regime: Regime, number: &str, limbs: &str) -> Option<&'static Procedure> {
    table(regime)
        .iter()
        .filter(|entry| entry.number == number && limbs.starts_with(entry.limbs))
        .max_by_key(|entry| entry.limbs.len())
}

const fn entry(number: &'static str, limbs: &'static str, title: &'static str) -> Procedure {
    Procedure { number, limbs, title }
}

fn table(regime: Regime) -> &'static [Procedure] {
    match regime {
        Regime::Foia => FOIA,
        Regime::Foisa => FOISA,
        Regime::Eir => EIR,
        Regime::Eisr => EISR,
    }
}

static FOIA: &[Procedure] = &[
    entry("1", "", "the right to information"),
    entry("1", "(1)(a)", "the duty to confirm or deny"),
    entry("1", "(1)(b)", "the duty to communicate information"),
    entry("1", "(3)", "further details needed to identify the information"),
    entry("2", "", "effect of the exemptions"),
    entry("2", "(1)(b)", "the public interest in neither confirming nor denying"),
    entry("2", "(2)(b)", "the public interest in maintaining an exemption"),
    entry("2", "(3)", "which exemptions are absolute"),
    entry("3", "", "public authorities, and when they hold information"),
    entry("8", "", "what a request is"),
    entry("9", "", "fees"),
    entry("10", "", "time for an answer"),
    entry("10", "(3)", "more time to weigh the public interest"),
    entry("11", "", "form in which information is given"),
    entry("13", "", "fees above the cost limit"),
    entry("16", "", "advice and assistance"),
    entry("17", "", "what a refusal notice must contain"),
    entry("17", "(2)", "estimate of the date of a decision on the public interest"),
    entry("17", "(3)", "reasons on the public interest"),
    entry("17", "(5)", "notice that section 12 or 14 is relied on"),
    entry("17", "(6)", "when no further notice is needed for a repeated or vexatious request"),
    entry("17", "(7)", "the review procedure and the right to complain"),
    entry("19", "", "publication schemes"),
    entry("45", "", "the code of practice"),
    entry("46", "", "the code of practice on records"),
    entry("48", "", "practice recommendations"),
    entry("50", "", "complaint to the Commissioner"),
    entry("51", "", "information notices"),
    entry("52", "", "enforcement notices"),
    entry("53", "", "exception from the duty to comply with a notice"),
    entry("54", "", "failure to comply with a notice"),
    entry("57", "", "appeal to the Tribunal"),
    entry("63", "", "historical records"),
    entry("77", "", "offence of altering or destroying records"),
];

static FOISA: &[Procedure] = &[
    entry("1", "", "the right to information"),
    entry("1", "(3)", "further details needed to identify the information"),
    entry("2", "", "effect of the exemptions"),
    entry("2", "(1)(b)", "the public interest in maintaining an exemption"),
    entry("2", "(2)", "which exemptions are absolute"),
    entry("3", "", "Scottish public authorities, and when they hold information"),
    entry("8", "", "what a request is"),
    entry("9", "", "fees"),
    entry("10", "", "time for an answer"),
    entry("11", "", "form in which information is given"),
    entry("13", "", "fees above the cost limit"),
    entry("15", "", "advice and assistance"),
    entry("16", "", "what a refusal notice must contain"),
    entry("16", "(1)(a)", "disclosure that the information is held"),
    entry("16", "(2)", "reasons on the public interest"),
    entry("16", "(4)", "notice that section 12 is relied on"),
    entry("16", "(5)", "notice that section 14 is relied on"),
    entry("17", "", "notice that information is not held"),
    entry("18", "", "neither confirming nor denying"),
    entry("19", "", "the review procedure and the right of application"),
    entry("20", "", "requirement for review"),
    entry("21", "", "review by the authority"),
    entry("47", "", "application to the Commissioner"),
    entry("49", "", "the Commissioner's decision"),
    entry("56", "", "appeal to the Court of Session"),
    entry("60", "", "the code of practice"),
    entry("65", "", "offence of altering or destroying records"),
    entry("73", "", "what a working day is"),
    entry("74", "", "giving of notices"),
];

static EIR: &[Procedure] = &[
    entry("2", "", "what environmental information is"),
    entry("4", "", "active publication"),
    entry("5", "", "the duty to give environmental information"),
    entry("5", "(2)", "time for an answer"),
    entry("6", "", "form in which information is given"),
    entry("6", "(1)(b)", "already public and easily accessible in another form"),
    entry("7", "", "more time for a complex request of large volume"),
    entry("8", "", "charges"),
    entry("9", "", "advice and assistance"),
    entry("10", "", "transfer of a request"),
    entry("11", "", "representations and reconsideration"),
    entry("12", "(1)", "when an exception applies and the public interest favours it"),
    entry("12", "(1)(b)", "the public interest in maintaining an exception"),
    entry("12", "(2)", "presumption in favour of disclosure"),
    entry("12", "(3)", "personal data only as regulation 13 allows"),
    entry("12", "(9)", "emissions: exceptions (5)(d) to (g) do not apply"),
    entry("12", "(11)", "what can be separated must be given"),
    entry("14", "", "what a refusal must contain"),
    entry("16", "", "the code of practice"),
    entry("18", "", "complaint and appeal"),
    entry("19", "", "offence of altering or destroying records"),
];

static EISR: &[Procedure] = &[
    entry("2", "", "what environmental information is"),
    entry("4", "", "active publication"),
    entry("5", "", "the duty to give environmental information"),
    entry("5", "(2)", "time for an answer"),
    entry("6", "", "form in which information is given"),
    entry("6", "(1)(b)", "already public and easily accessible in another form"),
    entry("7", "", "more time for a complex request of large volume"),
    entry("8", "", "charges"),
    entry("9", "", "advice and assistance"),
    entry("10", "(1)", "when an exception applies and the public interest favours it"),
    entry("10", "(1)(b)", "the public interest in maintaining an exception"),
    entry("10", "(2)", "narrow reading, and presumption in favour of disclosure"),
    entry("10", "(3)", "personal data only as regulation 11 allows"),
    entry("10", "(6)", "emissions: exceptions (5)(d) to (g) do not apply"),
    entry("13", "", "what a refusal must contain"),
    entry("14", "", "transfer of a request"),
    entry("16", "", "representations and review"),
    entry("17", "", "application and appeal"),
    entry("18", "", "the code of practice"),
    entry("19", "", "offence of altering or destroying records"),
];
