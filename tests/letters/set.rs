//! The golden letters: which there are. Each is one letter under a name.

use std::sync::LazyLock;

use casework::force::{Contact, Force, PostalAddress};
use casework::letter::Mode;
use casework::outcome::Outcome::{
    Answered, NeitherConfirmedNorDenied, NotAddressed, NotHeld, Partly, Refused,
};
use law::regime::Regime;
use letters::layout::{Pages, lay_out};
use letters::pdf::to_pdf;
use letters::wording::SenderFacts;

use crate::campaigns;
use crate::story::{Row, Story, Told, devon_and_cornwall, harbour_street, police_scotland};

/// A letter under its name, laid out and written.
pub struct Golden {
    pub name: String,
    pub told: Told,
    pub pages: Pages,
    pub pdf: Vec<u8>,
}

/// All of them, made once.
pub static GOLDENS: LazyLock<Vec<Golden>> = LazyLock::new(|| {
    told()
        .into_iter()
        .map(|(name, told)| {
            let pages = lay_out(&told.letter).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            let pdf =
                to_pdf(&pages, &told.letter).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            Golden { name, told, pages, pdf }
        })
        .collect()
});

/// The golden letter of this name.
pub fn golden(name: &str) -> &'static Golden {
    GOLDENS.iter().find(|golden| golden.name == name).unwrap_or_else(|| panic!("no letter {name}"))
}

/// The reply to the sample as the demonstration has it.
const SAMPLE_REPLY: &[Row] = &[
    ("1", Refused, "31(1)(a)"),
    ("2a", Answered, ""),
    ("2b", Answered, ""),
    ("2c", Partly, ""),
    ("2d", NotAddressed, ""),
    ("2e", NotAddressed, ""),
    ("3", Answered, ""),
    ("4", Answered, ""),
    ("5", Answered, ""),
    ("6", Refused, "12(1)"),
    ("7", Partly, "40(2)"),
    ("8", NotHeld, ""),
    ("9", Answered, ""),
];

/// The same under the Scottish Act.
const SAMPLE_REPLY_SCOTLAND: &[Row] = &[
    ("1", Refused, "35(1)(a)"),
    ("2a", Answered, ""),
    ("2b", Answered, ""),
    ("2c", Partly, ""),
    ("2d", NotAddressed, ""),
    ("2e", NotAddressed, ""),
    ("3", Answered, ""),
    ("4", Answered, ""),
    ("5", Answered, ""),
    ("6", Refused, "12(1)"),
    ("7", Partly, "38(1)(b)"),
    ("8", NotHeld, ""),
    ("9", Answered, ""),
];

/// Each way of leaving a question open.
const EVERY_OUTCOME: &[Row] = &[
    ("1", Refused, "31(1)(a)"),
    ("2", Refused, "12(1)"),
    ("3", Refused, "12(2)"),
    ("4", Refused, "14(1)"),
    ("5", Refused, ""),
    ("6", Partly, "40(2)"),
    ("7", Partly, ""),
    ("8", NeitherConfirmedNorDenied, "31(3)"),
    ("9", NeitherConfirmedNorDenied, ""),
    ("10", NotHeld, ""),
    ("11", NotAddressed, ""),
    ("12", Answered, ""),
    ("13", Refused, "14(2)"),
];

/// Each way under the Scottish Act, where section 12(2) adds requests together.
const EVERY_OUTCOME_SCOTLAND: &[Row] = &[
    ("1", Refused, "35(1)(a); 30(c)"),
    ("2", Refused, "12(1)"),
    ("3", Refused, "12(2)"),
    ("4", Refused, "14(1)"),
    ("5", Refused, ""),
    ("6", Partly, "38(1)(b)"),
    ("7", Partly, ""),
    ("8", NeitherConfirmedNorDenied, "35(1)(a)"),
    ("9", NeitherConfirmedNorDenied, ""),
    ("10", NotHeld, ""),
    ("11", NotAddressed, ""),
    ("12", Answered, ""),
    ("13", Refused, "14(2)"),
];

/// Each way under the Regulations, where cost is an exception and no limit.
const EVERY_OUTCOME_EIR: &[Row] = &[
    ("1", Refused, "12(5)(b)"),
    ("2", Refused, "12(4)(b)"),
    ("3", Refused, "12(5)(b); 12(4)(e)"),
    ("4", Refused, "12(4)(d)"),
    ("5", Refused, ""),
    ("6", Partly, "13(1)"),
    ("7", Partly, ""),
    ("8", NeitherConfirmedNorDenied, "12(6)"),
    ("9", NeitherConfirmedNorDenied, ""),
    ("10", NotHeld, ""),
    ("11", NotAddressed, ""),
    ("12", Answered, ""),
    ("13", Refused, "12(4)(c)"),
];

/// The same under the Scottish Regulations.
const EVERY_OUTCOME_EISR: &[Row] = &[
    ("1", Refused, "10(5)(b)"),
    ("2", Refused, "10(4)(b)"),
    ("3", Refused, "10(5)(b); 10(4)(e)"),
    ("4", Refused, "10(4)(d)"),
    ("5", Refused, ""),
    ("6", Partly, "11(1)"),
    ("7", Partly, ""),
    ("8", NeitherConfirmedNorDenied, "10(8)"),
    ("9", NeitherConfirmedNorDenied, ""),
    ("10", NotHeld, ""),
    ("11", NotAddressed, ""),
    ("12", Answered, ""),
    ("13", Refused, "10(4)(c)"),
];

const PLAIN_REPLY: &[Row] = &[
    ("1", Answered, ""),
    ("2", Refused, "43(2)"),
    ("3a", NotAddressed, ""),
    ("3b", NotAddressed, ""),
    ("3c", Refused, "40(2)"),
    ("4", Answered, ""),
    ("5", NotHeld, ""),
];

const ONLY_NEITHER: &[Row] = &[
    ("1", Answered, ""),
    ("2", Answered, ""),
    ("3a", Answered, ""),
    ("3b", Answered, ""),
    ("3c", NeitherConfirmedNorDenied, "40(5B)(a)(i)"),
    ("4", NeitherConfirmedNorDenied, "30(3)"),
    ("5", Answered, ""),
];

fn told() -> Vec<(String, Told)> {
    let mut letters = Vec::new();
    for (place, force, reply, every) in [
        ("foia", devon_and_cornwall(), SAMPLE_REPLY, EVERY_OUTCOME),
        ("scotland", police_scotland(), SAMPLE_REPLY_SCOTLAND, EVERY_OUTCOME_SCOTLAND),
    ] {
        let mut add = |name: &str, told| letters.push((format!("{name}-{place}"), told));
        let asked = Story::new(campaigns::sample()).to(force.clone());
        let answered = asked.clone().answered(reply);
        add("request", asked.request());
        add("follow-up-a", answered.follow_up(Mode::FreshRequest));
        add("follow-up-b", answered.follow_up(Mode::Review));
        add("follow-up-c", answered.follow_up(Mode::Both));
        add("follow-up-d", answered.follow_up(Mode::Enquiry));
        add("review", answered.followed_up().review());
        add("review-of-silence", asked.review());
        let every = Story::new(campaigns::one_for_each_outcome()).to(force).answered(every);
        add("every-outcome-a", every.follow_up(Mode::FreshRequest));
        add("every-outcome-c", every.follow_up(Mode::Both));
        add("every-outcome-review", every.review());
    }
    for (place, force, every) in [
        ("eir", devon_and_cornwall(), EVERY_OUTCOME_EIR),
        ("eisr", police_scotland(), EVERY_OUTCOME_EISR),
    ] {
        let mut add = |name: &str, told| letters.push((format!("{name}-{place}"), told));
        let asked = Story::new(campaigns::one_for_each_outcome()).to(force).environmental();
        let answered = asked.clone().answered(every);
        add("request", asked.request());
        add("follow-up-a", answered.follow_up(Mode::FreshRequest));
        add("follow-up-b", answered.follow_up(Mode::Review));
        add("follow-up-c", answered.follow_up(Mode::Both));
        add("follow-up-d", answered.follow_up(Mode::Enquiry));
        add("review", answered.review());
        add("review-of-silence", asked.review());
    }
    let mut add = |name: &str, told| letters.push((name.to_owned(), told));
    let plain = Story::new(campaigns::plain());
    add("no-closing-request", plain.request());
    add(
        "no-closing-follow-up-a",
        plain.clone().answered(PLAIN_REPLY).follow_up(Mode::FreshRequest),
    );
    let late = plain.clone().answered(PLAIN_REPLY);
    add("late-follow-up-a", late.follow_up_dated(Mode::FreshRequest, "2027-01-25"));
    add("no-closing-review", plain.clone().answered(PLAIN_REPLY).review());
    add("only-ncnd-follow-up-b", plain.clone().answered(ONLY_NEITHER).follow_up(Mode::Review));
    add("only-ncnd-follow-up-d", plain.clone().answered(ONLY_NEITHER).follow_up(Mode::Enquiry));

    let mut one_period = campaigns::plain();
    one_period.periods = vec!["1 April 2025 – 31 March 2026".to_owned()];
    add("one-period-request", Story::new(one_period).request());
    let mut with_note = campaigns::sample();
    with_note.note_printed = true;
    add("printed-note-request", Story::new(with_note).request());
    add("person-with-signatory-request", plain.clone().from(person_with_signatory()).request());
    let person = plain.clone().from(person()).answered(PLAIN_REPLY);
    add("person-alone-request", person.request());
    add("person-alone-review", person.review());
    let no_address = Force { contact: Contact::default(), ..devon_and_cornwall() };
    add("no-address-request", plain.to(no_address).request());
    let welsh = Story::new(campaigns::welsh()).to(dyfed_powys()).from(welsh_person());
    add("welsh-request", welsh.request());
    let reply: &[Row] = &[
        ("1", Refused, "12(1)"),
        ("2", NotHeld, ""),
        ("3a", NotAddressed, ""),
        ("3b", Answered, ""),
    ];
    add("welsh-follow-up-a", welsh.answered(reply).follow_up(Mode::FreshRequest));
    add("30-questions-request", Story::new(campaigns::many(30)).request());
    add("200-questions-request", Story::new(campaigns::many(200)).request());
    add("very-long-question-request", Story::new(campaigns::very_long()).request());
    letters
}

/// A person whose request it is, for whom another signs.
fn person_with_signatory() -> SenderFacts {
    SenderFacts { applicant: "Rhys Bowen".to_owned(), ..harbour_street() }
}

/// A person who writes for nobody else.
fn person() -> SenderFacts {
    SenderFacts {
        applicant: "Rhys Bowen".to_owned(),
        signatory: None,
        signatory_title: None,
        organisation: None,
        email: None,
        telephone: None,
        ..harbour_street()
    }
}

fn welsh_person() -> SenderFacts {
    SenderFacts {
        applicant: "Siân Gŵyr".to_owned(),
        address: vec!["Tŷ’r Ŵyn".into(), "Aberystwyth".into(), "SY23 0ZZ".into()],
        ..person()
    }
}

fn dyfed_powys() -> Force {
    Force {
        code: "dyfed-powys".to_owned(),
        name: "Heddlu Dyfed-Powys Police".to_owned(),
        short_name: "Dyfed-Powys".to_owned(),
        nation: "Wales".to_owned(),
        regime: Some(Regime::Foia),
        contact: Contact {
            address: Some(PostalAddress {
                lines: vec!["Tŷ’r Heddlu, Heol Ŷd".into(), "Ŵyn, Llangŵyryfon".into()],
                postcode: "SY23 0ZZ".to_owned(),
            }),
            ..Contact::default()
        },
        ..devon_and_cornwall()
    }
}
