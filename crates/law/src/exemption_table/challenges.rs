//! What to look at in a refusal that rests on a section: questions whose answer can be a ground of
//! review. They follow the structure of WhatDoTheyKnow's refusal advice (mysociety, the theme's
//! `config/refusal_advice`), in our own words.

use super::twins::twin_of;
use crate::regime::Regime;

/// The questions for a section or regulation of a law.
pub(crate) fn challenges(regime: Regime, code: &str) -> &'static [&'static str] {
    match regime {
        Regime::Foia => foia(number_of(code)),
        Regime::Foisa => {
            twin_of(Regime::Foisa, code).map(|(_, twin)| foia(number_of(&twin))).unwrap_or_default()
        }
        Regime::Eir => environmental(code),
        Regime::Eisr => {
            twin_of(Regime::Eisr, code).map(|(_, twin)| environmental(&twin)).unwrap_or_default()
        }
    }
}

fn number_of(code: &str) -> &str {
    code.split('(').next().unwrap_or(code)
}

fn foia(number: &str) -> &'static [&'static str] {
    match number {
        "12" => &[
            "Does the estimate count time for redaction, or for considering exemptions?",
            "Does it say how many records, and how long for each?",
            "Were requests taken together that are about other things, or lie too far apart?",
            "Is there a cheaper way: a sample, a report of the system, a shorter period?",
            "Does it say what could be given within the limit?",
        ],
        "14" => &[
            "Are its reasons about the request, or about the person who made it?",
            "Is the burden shown, and not only asserted?",
            "If only cost is relied on, why not the cost limit?",
            "Does it count requests that were made to other authorities?",
            "Is the serious purpose of the request weighed?",
        ],
        "21" => &[
            "Can this applicant in fact reach it?",
            "Does what is published answer every part?",
            "Does the notice say where it is?",
        ],
        "22" => &[
            "Was publication settled before the request?",
            "Is what will be published the same information?",
            "Is it reasonable to wait, and is the public interest weighed?",
        ],
        "24" => &["Is exemption required, and not only convenient, and for what?"],
        "30" => &[
            "Which investigation, and into which offence?",
            "Does the authority have the duty or the power that the limb needs?",
            "Is the matter closed or old?",
            "Is the public interest weighed for this information?",
            "For confidential sources: are both halves of the limb met?",
        ],
        "31" => &[
            "Which limb?",
            "What harm, by what chain of cause, and is it real?",
            "Would it happen, or would it be likely to?",
            "If pieces are said to be put together: which other pieces?",
            "Is the public interest weighed?",
            "For limb (1)(g): which body, which function, which purpose of (2)?",
        ],
        "35" => &["Is the authority a government department? The police cannot rely on this."],
        "36" => &[
            "Did the qualified person give an opinion, on what day, on what?",
            "Is the opinion reasonable, and the public interest weighed apart from it?",
        ],
        "38" => &[
            "Who would be endangered, how, and how likely is it?",
            "Could figures be given without names or places?",
            "Is the public interest weighed?",
        ],
        "40" => &[
            "Can anybody be identified from what was asked for?",
            "If small numbers were suppressed: is the rule for it explained?",
            "Is the legitimate interest weighed against the person's, by rank and role?",
            "Is the person alive?",
            "Was the rest of the request answered?",
        ],
        "41" => &[
            "Was it obtained from another person?",
            "Is it confidential, and who would suffer from disclosure?",
            "Is the defence of public interest considered?",
        ],
        "43" => &[
            "Whose interests, and did they say so themselves?",
            "How long ago was the contract made?",
            "Was each clause looked at by itself?",
            "Is the public interest weighed?",
        ],
        _ => &[],
    }
}

fn environmental(code: &str) -> &'static [&'static str] {
    match code {
        "12(4)(a)" => &["Where was it looked for, and who would hold it?"],
        "12(4)(b)" => &[
            "Is the burden shown, and is it out of proportion?",
            "Does it say what could be given, and how to narrow the request?",
            "Is the public interest weighed, with the presumption in favour of disclosure?",
        ],
        "12(4)(c)" => {
            &["Was help given to make the request more particular, within 20 working days?"]
        }
        "12(4)(d)" => &["Is the material itself unfinished, or only the work that it is used for?"],
        "12(4)(e)" => &["Did it leave the authority?", "Is the public interest weighed?"],
        _ if code.starts_with("12(5)") => &[
            "What adverse effect would disclosure have, and by what chain of cause?",
            "Is it more likely than not?",
            "Is the information about emissions?",
            "Is the public interest weighed, with the presumption in favour of disclosure?",
        ],
        _ if code.starts_with("13") => {
            &["Can anybody be identified, and is the legitimate interest weighed?"]
        }
        _ => &[],
    }
}
