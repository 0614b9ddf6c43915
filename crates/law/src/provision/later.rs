//! The provisions on longer times, fees, the cost limit and appeals, and the Scottish rule of 2020.

use crate::citation::{Basis, Citation};

pub(crate) const FOIA_RESPONSE_EXTENDED: Citation = Citation {
    text: "the Information Commissioner's guidance on section 10(3), Freedom of Information Act \
           2000",
    basis: Basis::RegulatorPolicy,
    confirmed: false,
    source: "his own words were not read; the 40 in all: basingstoke.gov.uk and whatdotheyknow.com/help/officers, which give \
             the Commissioner's figure; section 10(3) and 17(2): legislation.gov.uk/ukpga/2000/36",
    words: "More time to weigh the public interest is normally no more than 20 further working \
            days, 40 in all, and only for what a qualified exemption covers; the notice of it is \
            due within the first 20.",
};

pub(crate) const FOISA_NO_EXTENSION: Citation = Citation {
    text: "section 10, Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "whatdotheyknow.com/help/officers: no extension for the public interest in Scotland",
    words: "The public interest is weighed within the 20 working days; the Act gives no more time \
            for it.",
};

pub(crate) const EIR_RESPONSE_EXTENDED: Citation = Citation {
    text: "regulation 7(1), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "ico.org.uk/for-organisations/foi, time limits for compliance under the EIR (complex \
             and voluminous, regulation 7(1)); whatdotheyknow.com for the 40",
    words: "Where a request is both complex and voluminous the 20 working days become 40; the \
            applicant is told within the first 20.",
};

pub(crate) const EISR_RESPONSE_EXTENDED: Citation = Citation {
    text: "regulation 7(1), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "itspublicknowledge.info, round-up of 24 to 28 June 2013; the regulation cited in \
             decision 078/2016",
    words: "Where the volume and complexity of a request make 20 working days impracticable they \
            become 40; the applicant is told within the first 20.",
};

pub(crate) const FOIA_FEES: Citation = Citation {
    text: "section 9(2), Freedom of Information Act 2000",
    basis: Basis::Statute,
    confirmed: false,
    source: "the three months: cheltenham.gov.uk, and a published digest of the Act; that they \
             begin with the day of the notice: generally known, the words not read",
    words: "Where a fee is not paid within three months beginning with the day on which the notice \
            is given, the authority need not answer.",
};

pub(crate) const FOISA_FEES: Citation = Citation {
    text: "section 9, Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: false,
    source: "the three months: falkirk.gov.uk, charges; that they begin with the day of the \
             notice, and the subsection: not read",
    words: "Where a fee is not paid within three months beginning with the day on which the notice \
            is given, the authority need not answer.",
};

pub(crate) const EIR_FEES: Citation = Citation {
    text: "regulation 8(5), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: false,
    source: "generally known; the regulation's words: not read",
    words: "A charge asked for in advance is paid within 60 working days after the day on which \
            the applicant was told of it.",
};

pub(crate) const EISR_FEES: Citation = Citation {
    text: "regulation 8, Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: false,
    source: "generally known; the regulation's words: not read",
    words: "A charge asked for in advance is paid within 60 working days after the day on which \
            the applicant was told of it.",
};

pub(crate) const FOIA_COST_WINDOW: Citation = Citation {
    text: "section 12(4), Freedom of Information Act 2000, and regulation 5(2)(b), Freedom of \
           Information and Data Protection (Appropriate Limit and Fees) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "the explanatory note of SI 2004/3244; the Commissioner's guidance on section 12 \
             (received within 60 consecutive working days)",
    words: "Requests for the same or similar information by one person, or by persons acting \
            together, that are received within 60 consecutive working days can be costed as one.",
};

pub(crate) const FOISA_NO_COST_WINDOW: Citation = Citation {
    text: "regulation 6, Freedom of Information (Fees for Required Disclosure) (Scotland) \
           Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/ssi/2004/467/regulation/6",
    words: "One person's requests are not costed together; those of several are only where the \
            information is published within 20 working days.",
};

pub(crate) const EIR_NO_COST_WINDOW: Citation = Citation {
    text: "regulation 12(4)(b), Environmental Information Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "whatdotheyknow.com, environmental information",
    words: "The Regulations have no cost limit: what costs too much is refused as manifestly \
            unreasonable, after weighing the public interest.",
};

pub(crate) const EISR_NO_COST_WINDOW: Citation = Citation {
    text: "regulation 10(4)(b), Environmental Information (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "decision 078/2016 of the Scottish Information Commissioner",
    words: "The Regulations have no cost limit: what costs too much is refused as manifestly \
            unreasonable, after weighing the public interest.",
};

/// Rule 12 was read in the same words in the rules of a sister tribunal only.
pub(crate) const TRIBUNAL_APPEAL: Citation = Citation {
    text: "rules 12 and 22(1)(b), Tribunal Procedure (First-tier Tribunal) (General Regulatory \
           Chamber) Rules 2009",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/uksi/2009/1976/rule/22; rule 12 as settled from the Rules",
    words: "A notice of appeal is received by the Tribunal within 28 days of the day on which the \
            decision notice was sent, by 5 pm; if the last day is not a working day, on the next \
            one.",
};

pub(crate) const COURT_OF_SESSION_APPEAL: Citation = Citation {
    text: "section 56, Freedom of Information (Scotland) Act 2002, and the rules of the Court of \
           Session",
    basis: Basis::Statute,
    confirmed: false,
    source: "the appeal, on a point of law: itspublicknowledge.info, court appeals; the 42 days: \
             generally known, not read",
    words: "An appeal to the Court of Session on a point of law is made within 42 days.",
};

pub(crate) const FOISA_2020: Citation = Citation {
    text: "schedule 6, paragraph 3, Coronavirus (Scotland) Act 2020, repealed by schedule 4, \
           paragraph 11, Coronavirus (Scotland) (No. 2) Act 2020",
    basis: Basis::Statute,
    confirmed: true,
    source: "legislation.gov.uk/asp/2020/10/schedule/4/part/8/enacted; \
             itspublicknowledge.info/Law/Covid-19EmergencyLegislation.aspx",
    words: "An answer given from 7 April to 26 May 2020 is judged by 60 working days. The 20 apply \
            again from 27 May 2020 to every request not answered by then.",
};

pub(crate) const FOISA_MADE_WHEN_POSTED: Citation = Citation {
    text: "section 74(1)(b), Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: true,
    source: "itspublicknowledge.info/Law/FOISA/FOISAPart7/Giving_of_Notice.asp",
    words: "A requirement for review is made when it is posted, so that one posted on the last day \
            is in time.",
};

pub(crate) const OUR_POSTING: Citation = Citation {
    text: "our own margin for the post",
    basis: Basis::Courtesy,
    confirmed: true,
    source: "chosen for the program; no enactment says how long the post takes",
    words: "First-class post is given two working days and second-class post three.",
};

pub(crate) const FOIA_COST_LIMIT: Citation = Citation {
    text: "regulations 3 and 4, Freedom of Information and Data Protection (Appropriate Limit and \
           Fees) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/uksi/2004/3244/regulation/4 and its explanatory note",
    words: "600 pounds for central government, Parliament and the armed forces, 450 pounds for \
            every other authority; a person's hour is 25 pounds.",
};

pub(crate) const FOISA_COST_LIMIT: Citation = Citation {
    text: "Freedom of Information (Fees for Required Disclosure) (Scotland) Regulations 2004",
    basis: Basis::Regulation,
    confirmed: true,
    source: "legislation.gov.uk/ssi/2004/467/made",
    words: "600 pounds; a person's hour is at most 15 pounds.",
};

pub(crate) const FOIA_REGULATOR: Citation = Citation {
    text: "section 18, Freedom of Information Act 2000",
    basis: Basis::Statute,
    confirmed: false,
    source: "generally known; the change of name by the Data (Use and Access) Act 2025 is not in \
             force as far as is known",
    words: "The Information Commissioner decides complaints.",
};

pub(crate) const FOISA_REGULATOR: Citation = Citation {
    text: "section 42, Freedom of Information (Scotland) Act 2002",
    basis: Basis::Statute,
    confirmed: false,
    source: "generally known; the section was not read",
    words: "The Scottish Information Commissioner decides applications.",
};
