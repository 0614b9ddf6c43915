//! Where each part of a notice is required, law by law. What a law does not require has no row.

use super::{Part, RestsOn};
use crate::{
    citation::{Basis, Citation},
    regime::Regime,
};

const FOIA_READ: &str =
    "uklaws.org/acts_uk/document135/page2.htm; alexskene.com/foiwiki, FOIA Section 17";
const FOIA_REST: &str = "subsections (4) to (7): the Information Commissioner's guidance on section \
                         17, and BTP FS50307722 for (7); words not read";
const FOISA_READ: &str = "itspublicknowledge.info/ScottishPublicAuthorities/RespondingtoaRequest/InformationResponseAppendices.asp";
const EIR_READ: &str = "legislation.gov.uk/uksi/2004/3391/regulation/14/made";
const EISR_READ: &str = "scotland.gov.uk/Publications/2006/08/14104256/15, paragraph 65; the words of \
                         the regulation: not read";

/// Where the law requires, or the regulator recommends, a part of a notice.
pub(super) fn provision(regime: Regime, part: Part, rests_on: RestsOn) -> Option<Citation> {
    match regime {
        Regime::Foia => foia(part, rests_on),
        Regime::Foisa => foisa(part, rests_on),
        Regime::Eir => eir(part),
        Regime::Eisr => eisr(part),
    }
}

const fn statute(text: &'static str, words: &'static str, source: &'static str) -> Citation {
    Citation { text, basis: Basis::Statute, confirmed: true, source, words }
}

const fn unread(text: &'static str, words: &'static str, source: &'static str) -> Citation {
    Citation { text, basis: Basis::Statute, confirmed: false, source, words }
}

const fn regulation(text: &'static str, words: &'static str, source: &'static str) -> Citation {
    Citation { text, basis: Basis::Regulation, confirmed: true, source, words }
}

/// What the regulator asks for beyond the words of the law.
const fn practice(text: &'static str, words: &'static str) -> Citation {
    Citation {
        text,
        basis: Basis::RegulatorPolicy,
        confirmed: false,
        source: "generally known; the guidance was not read",
        words,
    }
}

fn foia(part: Part, rests_on: RestsOn) -> Option<Citation> {
    let needs_only_the_fact = matches!(rests_on, RestsOn::Cost | RestsOn::VexatiousOrRepeated);
    Some(match part {
        Part::InTime if needs_only_the_fact => unread(
            "section 17(5), Freedom of Information Act 2000",
            "The notice is given within the time for complying with section 1(1).",
            FOIA_REST,
        ),
        Part::InTime => statute(
            "section 17(1), Freedom of Information Act 2000",
            "The notice is given within the time for complying with section 1(1).",
            FOIA_READ,
        ),
        Part::Fact if needs_only_the_fact => unread(
            "section 17(5), Freedom of Information Act 2000",
            "A notice states that section 12 or 14 is relied on.",
            FOIA_REST,
        ),
        Part::Fact => statute(
            "section 17(1)(a), Freedom of Information Act 2000",
            "The notice states that fact.",
            FOIA_READ,
        ),
        Part::Exemption => statute(
            "section 17(1)(b), Freedom of Information Act 2000",
            "The notice specifies the exemption in question.",
            FOIA_READ,
        ),
        Part::Limb => practice(
            "section 17(1)(b), Freedom of Information Act 2000, as the Commissioner's guidance reads it",
            "The exemption is specified by its subsection and paragraph.",
        ),
        Part::Why => statute(
            "section 17(1)(c), Freedom of Information Act 2000",
            "The notice states, if that would not otherwise be apparent, why the exemption applies.",
            FOIA_READ,
        ),
        Part::Harm => practice(
            "section 17(1)(c), Freedom of Information Act 2000, as the Commissioner's guidance reads it",
            "For an exemption by prejudice: which harm, its cause, and how likely it is.",
        ),
        Part::PublicInterest => statute(
            "section 17(3), Freedom of Information Act 2000",
            "The reasons for claiming that the public interest in maintaining the exemption \
             outweighs that in disclosure are stated.",
            FOIA_READ,
        ),
        Part::Estimate => statute(
            "section 17(2), Freedom of Information Act 2000",
            "Where the public interest is not decided, the notice says so and estimates the date by \
             which it will be.",
            FOIA_READ,
        ),
        Part::ReviewRoute => unread(
            "section 17(7)(a), Freedom of Information Act 2000",
            "Particulars of the procedure for complaints, or that there is none.",
            FOIA_REST,
        ),
        Part::CommissionerRoute => unread(
            "section 17(7)(b), Freedom of Information Act 2000",
            "Particulars of the right conferred by section 50.",
            FOIA_REST,
        ),
        Part::InWriting => unread(
            "section 1(1)(a), Freedom of Information Act 2000",
            "The applicant is informed in writing.",
            "lobster-magazine.co.uk, issue 48, which quotes section 1(1)",
        ),
        Part::Held | Part::Completion => return None,
    })
}

fn foisa(part: Part, rests_on: RestsOn) -> Option<Citation> {
    Some(match (part, rests_on) {
        (Part::InTime, _) => statute(
            "section 10(1), Freedom of Information (Scotland) Act 2002",
            "A notice is given within the time for an answer.",
            "legislation.gov.uk/asp/2002/13/notes/division/3/1/10, paragraph 45, for the time",
        ),
        (Part::InWriting, _) => unread(
            "section 16(1), Freedom of Information (Scotland) Act 2002",
            "The authority gives notice in writing.",
            "nas.gov.uk/foi/foiBasicGuide8.asp, for a notice that nothing is held",
        ),
        (Part::Fact, RestsOn::NotHeld) => statute(
            "section 17(1), Freedom of Information (Scotland) Act 2002",
            "The authority gives notice that it does not hold the information.",
            FOISA_READ,
        ),
        (Part::Fact, RestsOn::Cost) => unread(
            "section 16(4), Freedom of Information (Scotland) Act 2002",
            "A notice states that section 12(1) applies.",
            "scotland.shelter.org.uk, grounds for refusing, for the notice; the subsection: not read",
        ),
        (Part::Fact, RestsOn::VexatiousOrRepeated) => unread(
            "section 16(5), Freedom of Information (Scotland) Act 2002",
            "A notice states that section 14 applies.",
            "generally known",
        ),
        (Part::Held, _) => statute(
            "section 16(1)(a), Freedom of Information (Scotland) Act 2002",
            "The notice discloses that the authority holds the information.",
            FOISA_READ,
        ),
        (Part::Fact, RestsOn::Exemption | RestsOn::Denial) => statute(
            "section 16(1)(b), Freedom of Information (Scotland) Act 2002",
            "The notice states that the information is, or if it were held would be, exempt.",
            FOISA_READ,
        ),
        (Part::Exemption, _) => statute(
            "section 16(1)(c), Freedom of Information (Scotland) Act 2002",
            "The notice specifies the exemption in question.",
            FOISA_READ,
        ),
        (Part::Limb, _) => practice(
            "section 16(1)(c), Freedom of Information (Scotland) Act 2002, as the Commissioner's guidance reads it",
            "The exemption is specified by its subsection and paragraph.",
        ),
        (Part::Why, _) => statute(
            "section 16(1)(d), Freedom of Information (Scotland) Act 2002",
            "The notice states, if not otherwise apparent, why the exemption applies.",
            FOISA_READ,
        ),
        (Part::Harm, _) => practice(
            "section 16(1)(d), Freedom of Information (Scotland) Act 2002, as the Commissioner's guidance reads it",
            "For an exemption by prejudice: which substantial harm, its cause, and how likely it is.",
        ),
        (Part::PublicInterest, _) => statute(
            "section 16(2), Freedom of Information (Scotland) Act 2002",
            "The notice states why the public interest favours maintaining the exemption.",
            FOISA_READ,
        ),
        (Part::ReviewRoute, _) => statute(
            "section 19(a), Freedom of Information (Scotland) Act 2002",
            "Particulars of the procedure for complaints, and of the right to a review.",
            FOISA_READ,
        ),
        (Part::CommissionerRoute, _) => statute(
            "section 19(b), Freedom of Information (Scotland) Act 2002",
            "Particulars of the rights to a review and of application to the Commissioner.",
            FOISA_READ,
        ),
        (Part::Estimate | Part::Completion, _) => return None,
    })
}

fn eir(part: Part) -> Option<Citation> {
    Some(match part {
        Part::InTime => regulation(
            "regulation 14(2), Environmental Information Regulations 2004",
            "The refusal is made as soon as possible and no later than 20 working days after receipt.",
            EIR_READ,
        ),
        Part::InWriting => regulation(
            "regulation 14(1), Environmental Information Regulations 2004",
            "The refusal is made in writing.",
            EIR_READ,
        ),
        Part::Fact | Part::Why => regulation(
            "regulation 14(3), Environmental Information Regulations 2004",
            "The refusal specifies the reasons not to disclose the information.",
            EIR_READ,
        ),
        Part::Exemption => regulation(
            "regulation 14(3)(a), Environmental Information Regulations 2004",
            "The refusal specifies any exception relied on.",
            EIR_READ,
        ),
        Part::Limb => practice(
            "regulation 14(3)(a), Environmental Information Regulations 2004, as the Commissioner's guidance reads it",
            "The exception is specified by its paragraph.",
        ),
        Part::Harm => practice(
            "regulation 14(3), Environmental Information Regulations 2004, as the Commissioner's guidance reads it",
            "For regulation 12(5): which adverse effect, its cause, and how likely it is.",
        ),
        Part::PublicInterest => regulation(
            "regulation 14(3)(b), Environmental Information Regulations 2004",
            "The refusal specifies what was considered in deciding on the public interest.",
            EIR_READ,
        ),
        Part::Completion => regulation(
            "regulation 14(4), Environmental Information Regulations 2004",
            "For unfinished material: who prepares it, if known, and when it will be finished.",
            EIR_READ,
        ),
        Part::ReviewRoute => regulation(
            "regulation 14(5)(a), Environmental Information Regulations 2004",
            "The refusal tells of representations under regulation 11.",
            EIR_READ,
        ),
        Part::CommissionerRoute => regulation(
            "regulation 14(5)(b), Environmental Information Regulations 2004",
            "The refusal tells of the enforcement and appeal provisions.",
            EIR_READ,
        ),
        Part::Held | Part::Estimate => return None,
    })
}

fn eisr(part: Part) -> Option<Citation> {
    let words = match part {
        Part::InTime => "The refusal is made no later than 20 working days after receipt.",
        Part::InWriting => "The refusal is made in writing.",
        Part::Fact | Part::Why => "The refusal gives the reason that the exception applies.",
        Part::Exemption => "The refusal says which exception is claimed.",
        Part::PublicInterest => {
            "The refusal gives the reasons for claiming that the public interest favours withholding."
        }
        Part::Completion => "For unfinished material: when it will be finished.",
        Part::ReviewRoute => "The refusal tells of the right to a review.",
        Part::CommissionerRoute => "The refusal tells of the right to apply to the Commissioner.",
        Part::Limb | Part::Harm => {
            return Some(practice(
                "regulation 13, Environmental Information (Scotland) Regulations 2004, as the Commissioner's guidance reads it",
                "The exception is specified by its paragraph, with the harm that it is about.",
            ));
        }
        Part::Held | Part::Estimate => return None,
    };
    Some(Citation {
        text: "regulation 13, Environmental Information (Scotland) Regulations 2004",
        basis: Basis::Regulation,
        confirmed: false,
        source: EISR_READ,
        words,
    })
}
