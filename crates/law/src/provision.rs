//! The provisions on which the limits, and the day of receipt, stand: each with where it was read
//! and whether its words were. `docs/law.md` lists them all with what is still unconfirmed.

mod later;

use crate::citation::{Basis, Citation};

pub(crate) use later::*;

pub(crate) const FOIA_RESPONSE: Citation = Citation {
    text: "section 10(1), Freedom of Information Act 2000",
    basis: Basis::Statute,
    confirmed: true,
    source: "legislation.gov.uk/ukpga/2000/36/section/10",
    words: "The authority answers promptly, and not later than the twentieth working day after \
            the day of receipt.",
};

pub(crate) const FOISA_RESPONSE: Citation = Citation {
    text: "section 10(1), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "legislation.gov.uk/asp/2002/13/notes/division/3/1/10, paragraph 45",
    words: "The authority answers promptly, and not later than the twentieth working day after \
            receipt of the request, or of the further details it needed.",
};

pub(crate) const FOIA_REVIEW_REQUEST: Citation = Citation {
    text: "paragraph 5.3, Freedom of Information Code of Practice (July 2018)",
    basis: Basis::CodeOfPractice,
    confirmed: false,
    source: "the 40 working days: ico.org.uk/for-the-public/official-information, what to do if \
             you are dissatisfied; the paragraph, and that they run from the day of issue: not \
             read",
    words: "An authority usually accepts a request for review within 40 working days of the day \
            on which it issued its answer, and need not accept a later one.",
};

pub(crate) const FOISA_REVIEW_REQUEST: Citation = Citation {
    text: "section 20(5), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "nas.gov.uk/foi/foiBasicGuide8.asp; itspublicknowledge.info, Step 3 for the \
             subsection's number",
    words: "A review is required not later than the fortieth working day after the end of the \
            time for an answer or, if the answer came after that, after its receipt.",
};

/// The Code's own words were not read; the Commissioner's guidance gives its figures.
pub(crate) const FOIA_REVIEW: Citation = Citation {
    text: "the Code of Practice under section 45 (July 2018), as the Information Commissioner's \
           guidance gives it",
    basis: Basis::CodeOfPractice,
    confirmed: true,
    source: "ico.org.uk/for-organisations/foi/guide-to-managing-an-foi-request/\
             complaints-internal-reviews",
    words: "A review takes no longer than 20 working days in most cases, or 40 in exceptional \
            ones.",
};

pub(crate) const FOISA_REVIEW: Citation = Citation {
    text: "section 21(1), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "legislation.gov.uk/asp/2002/13/section/21",
    words: "The authority completes a review promptly, and not later than the twentieth working \
            day after it received the requirement for review.",
};

pub(crate) const FOIA_REVIEW_SILENCE: Citation = Citation {
    text: "the Information Commissioner's practice on complaints",
    basis: Basis::RegulatorPolicy,
    confirmed: true,
    source: "ico.org.uk/make-a-complaint/foi-and-eir-complaints",
    words: "Whoever has not been given the outcome of a review after 40 working days can \
            complain to the Commissioner.",
};

pub(crate) const FOIA_COMPLAINT: Citation = Citation {
    text: "the Information Commissioner's practice under section 50(2)(b), Freedom of \
           Information Act 2000",
    basis: Basis::RegulatorPolicy,
    confirmed: true,
    source: "ico.org.uk/make-a-complaint/foi-and-eir-complaints",
    words: "A complaint is made within six weeks of the authority's final answer or last \
            substantive contact; after undue delay the Commissioner need not decide it.",
};

pub(crate) const FOISA_COMPLAINT: Citation = Citation {
    text: "section 47(4), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/appeal; scotland.shelter.org.uk, appeal to the Scottish \
             Information Commissioner",
    words: "An application is made within six months after receipt of the outcome of the review, \
            or after the end of the time for it where there was none.",
};

pub(crate) const FOIA_RECEIPT: Citation = Citation {
    text: "section 10(6), Freedom of Information Act 2000",
    basis: Basis::Statute,
    confirmed: true,
    source: "foiwiki.com/foiwiki/index.php/LTT47",
    words: "The date of receipt is the day on which the authority receives the request; it need \
            not be a working day.",
};

pub(crate) const FOISA_RECEIPT: Citation = Citation {
    text: "section 10(1), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "legislation.gov.uk/asp/2002/13/notes/division/3/1/10, paragraph 45",
    words: "The time for an answer runs from receipt of the request by the authority.",
};

pub(crate) const FOISA_POSTED: Citation = Citation {
    text: "section 74(2)(a), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/Law/FOISA/FOISAPart7/Giving_of_Notice.asp",
    words: "A thing posted is presumed not to be received until the third day after the day of \
            posting.",
};

pub(crate) const FOISA_EMAILED: Citation = Citation {
    text: "section 74(2)(b), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/Law/FOISA/FOISAPart7/Giving_of_Notice.asp",
    words: "A thing transmitted by electronic means is presumed to be received on the day of \
            transmission.",
};

pub(crate) const FOIA_POSTED: Citation = Citation {
    text: "deemed from the day of posting; the Freedom of Information Act 2000 has no such rule",
    basis: Basis::Courtesy,
    confirmed: false,
    source: "our own presumption; no source read",
    words: "First-class post is taken to arrive on the second working day after posting, \
            second-class post on the third.",
};

pub(crate) const FOIA_EMAILED: Citation = Citation {
    text: "the Information Commissioner's guidance on section 10, Freedom of Information Act 2000",
    basis: Basis::RegulatorPolicy,
    confirmed: false,
    source: "generally known; that a day on which the office is closed can be the day of \
             receipt: foiwiki.com/foiwiki/index.php/LTT47",
    words: "An e-mail is received on the day on which it is delivered to the authority.",
};

pub(crate) const OUR_OWN_DATE: Citation = Citation {
    text: "our own date",
    basis: Basis::Courtesy,
    confirmed: true,
    source: "chosen by the sender",
    words: "A day by which we ask for a reply; the Act sets none.",
};

pub(crate) const EIR_RESPONSE: Citation = Citation {
    text: "regulation 5(2), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "quoted at ico.org.uk/for-organisations/foi, time limits for compliance under the EIR",
    words: "The authority makes the information available as soon as possible, and no later than \
            20 working days after the date of receipt.",
};

pub(crate) const EISR_RESPONSE: Citation = Citation {
    text: "regulation 5(2)(a), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "the 20 working days: itspublicknowledge.info, round-up of 24 to 28 June 2013; \
             firescotland.gov.uk, Environmental Information Regulations",
    words: "The authority makes the information available as soon as possible, and no later than \
            20 working days after the date of receipt.",
};

pub(crate) const EIR_REVIEW_REQUEST: Citation = Citation {
    text: "regulation 11(2), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: false,
    source: "generally known; the regulation's words: not read",
    words: "Representations are made no later than 40 working days after the date on which the \
            applicant believes that the authority failed to comply.",
};

pub(crate) const EISR_REVIEW_REQUEST: Citation = Citation {
    text: "regulation 16(2), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: false,
    source: "generally known; the regulation's words: not read",
    words: "Representations are made in writing no later than 40 working days after the date on \
            which the applicant believes that the authority failed to comply.",
};

pub(crate) const EIR_REVIEW: Citation = Citation {
    text: "regulation 11(4), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "ico.org.uk/for-the-public/official-information, what to do if you are dissatisfied",
    words: "The authority gives its decision as soon as possible, and no later than 40 working \
            days after it received the representations.",
};

pub(crate) const EISR_REVIEW: Citation = Citation {
    text: "regulation 16(4), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "itspublicknowledge.info, round-up of 24 to 28 June 2013",
    words: "The authority gives its decision as soon as possible, and no later than 20 working \
            days after it received the representations.",
};

pub(crate) const EIR_COMPLAINT: Citation = Citation {
    text: "the Information Commissioner's practice under section 50(2)(b), Freedom of \
           Information Act 2000, as applied by regulation 18",
    basis: Basis::RegulatorPolicy,
    confirmed: true,
    source: "ico.org.uk/make-a-complaint/foi-and-eir-complaints",
    words: "A complaint is made within six weeks of the authority's final answer or last \
            substantive contact; after undue delay the Commissioner need not decide it.",
};

pub(crate) const EISR_COMPLAINT: Citation = Citation {
    text: "section 47(4), Freedom of Information (Scotland) Act 2002, as applied by regulation 17",
    basis: Basis::Statute,
    confirmed: true,
    source: "foi.scot, decision 125/2024, for regulation 17; itspublicknowledge.info/appeal",
    words: "An application is made within six months after receipt of the outcome of the review, \
            or after the end of the time for it where there was none.",
};

pub(crate) const EIR_POSTED: Citation = Citation {
    text: "deemed from the day of posting; the Regulations have no such rule",
    ..FOIA_POSTED
};

pub(crate) const EIR_EMAILED: Citation = Citation {
    text: "the day of transmission; the Regulations have no rule of their own",
    basis: Basis::RegulatorPolicy,
    confirmed: false,
    source: "generally known; taken from the Commissioners' practice under the Acts",
    words: "An e-mail is received on the day on which it is delivered to the authority.",
};
