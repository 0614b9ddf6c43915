//! The list of exemptions: every limb, its twin, and where it may be left open what is held.

use std::collections::BTreeSet;

use law::exemption_list::listed;
use law::{Coded, Ground, Regime};

fn ground(regime: Regime, code: &str) -> Ground {
    Ground::parse(regime, code).expect("a citation that the test takes to be right")
}

#[test]
fn every_limb_is_one_that_its_section_has_and_stands_once() {
    for (regime, at_least) in
        [(Regime::Foia, 100), (Regime::Foisa, 70), (Regime::Eir, 14), (Regime::Eisr, 14)]
    {
        let list = listed(regime);
        assert!(list.len() >= at_least, "{regime}: {}", list.len());
        let codes: BTreeSet<String> = list.iter().map(|one| one.ground.code()).collect();
        assert_eq!(codes.len(), list.len(), "{regime} has a limb twice");
        for one in &list {
            assert_eq!(one.ground.doubt(), None, "{regime} {}", one.ground);
            assert!(!one.words.is_empty(), "{regime} {}", one.ground);
            assert_eq!(one.is_limb, !one.ground.limbs().is_empty());
        }
        let sections: BTreeSet<&str> =
            list.iter().filter(|one| !one.is_limb).map(|one| one.ground.section()).collect();
        let all: BTreeSet<&str> = list.iter().map(|one| one.ground.section()).collect();
        assert_eq!(sections, all, "{regime}: every section stands as a whole too");
    }
}

/// The limbs that the issue names: none is forgotten.
#[test]
fn the_limbs_that_letters_cite_most_are_listed() {
    let limbs = |regime: Regime| -> BTreeSet<String> {
        listed(regime).iter().map(|one| one.ground.code()).collect()
    };
    let foia = limbs(Regime::Foia);
    let letters = |from: char, to: char, stem: &str| -> Vec<String> {
        (from..=to).map(|letter| format!("{stem}({letter})")).collect()
    };
    for code in letters('a', 'i', "31(1)").into_iter().chain(letters('a', 'j', "31(2)")) {
        assert!(foia.contains(&code), "{code}");
    }
    for code in ["30(1)(a)(i)", "30(2)(a)(iv)", "36(2)(b)(ii)", "40(3A)(a)", "40(4A)", "23(5)"] {
        assert!(foia.contains(code), "{code}");
    }
    let eir = limbs(Regime::Eir);
    for code in letters('a', 'e', "12(4)").into_iter().chain(letters('a', 'g', "12(5)")) {
        assert!(eir.contains(&code), "{code}");
    }
    let eisr = limbs(Regime::Eisr);
    for code in letters('a', 'e', "10(4)").into_iter().chain(letters('a', 'g', "10(5)")) {
        assert!(eisr.contains(&code), "{code}");
    }
}

#[test]
fn the_twin_of_a_twin_is_the_first_or_what_it_belongs_to() {
    for regime in Regime::ALL {
        for one in listed(*regime) {
            let Some((sister, code)) = one.ground.twin() else { continue };
            assert_ne!(sister, *regime);
            let twin = ground(sister, &code);
            assert_eq!(twin.doubt(), None, "{regime} {} has the twin {code}", one.ground);
            let (home, back) = twin.twin().unwrap_or_else(|| panic!("{sister} {code} has none"));
            assert_eq!(home, *regime);
            let own = one.ground.code();
            assert!(own.starts_with(&back) || back.starts_with(&own), "{own}, {code}, {back}");
        }
    }
    assert_eq!(ground(Regime::Foia, "23(5)").twin(), None);
    assert_eq!(ground(Regime::Foia, "34").twin(), None);
    let pairs = [("31(1)(a)", "35(1)(a)"), ("40(2)", "38(1)(b)"), ("36(2)(b)(i)", "30(b)(i)")];
    for (ours, theirs) in pairs {
        let twin = ground(Regime::Foia, ours).twin();
        assert_eq!(twin, Some((Regime::Foisa, theirs.to_owned())));
    }
}

/// Read side by side: dca.gov.uk, section 31, and foiwiki, FOISA section 35.
#[test]
fn the_limbs_of_31_and_of_the_scottish_35_say_the_same() {
    for letter in 'a'..='f' {
        let ours = ground(Regime::Foia, &format!("31(1)({letter})"));
        let theirs = ground(Regime::Foisa, &format!("35(1)({letter})"));
        assert_eq!(ours.words(), theirs.words());
        assert!(ours.read_at().is_some() && theirs.read_at().is_some());
    }
}

#[test]
fn where_it_may_be_left_open_what_is_held() {
    let by = |regime, code: &str| ground(regime, code).denied_by();
    let is = |provision: &str| Some(provision.to_owned());
    assert_eq!(by(Regime::Foia, "31(1)(a)"), is("section 31(3)"));
    assert_eq!(by(Regime::Foia, "40(2)"), is("section 40(5) or 40(5A) or 40(5B)"));
    assert_eq!(by(Regime::Foia, "21"), None, "section 21 has no such limb: foi.gov.uk, chap08");
    for code in ["28", "31(1)", "35(1)(a)", "38(1)(b)", "39(1)", "41(a)"] {
        assert_eq!(by(Regime::Foisa, code), is("section 18"), "{code}");
    }
    for code in ["25", "26(a)", "27(1)", "36(1)", "37", "39(2)", "40(a)", "12(1)", "14(1)"] {
        assert_eq!(by(Regime::Foisa, code), None, "{code}");
    }
    assert_eq!(by(Regime::Eir, "12(5)(a)"), is("regulation 12(6)"));
    assert_eq!(by(Regime::Eir, "12(4)(b)"), None);
    assert_ne!(by(Regime::Eir, "13(1)"), is("regulation 12(6)"), "personal data has its own rule");
    assert_eq!(by(Regime::Eisr, "10(5)(a)"), is("regulation 10(8)"));
    assert_ne!(by(Regime::Eisr, "11(2)"), is("regulation 10(8)"));
}

/// The words of a limb are those of the most exact one that is listed; of a section, its title.
#[test]
fn a_ground_is_told_in_the_words_of_its_limb() {
    let words = |code: &str| ground(Regime::Foia, code).words();
    assert_eq!(words("31(1)(a)"), "the prevention or detection of crime");
    assert_eq!(words("31(3)"), "neither confirming nor denying");
    assert_eq!(words("31"), ground(Regime::Foia, "31").title());
    let read_at = |regime, code: &str| ground(regime, code).read_at();
    let source = "dca.gov.uk/foi/guidance/exguide/sec31/chap01.htm";
    assert_eq!(read_at(Regime::Foia, "31(1)(a)"), Some(source));
    assert_eq!(read_at(Regime::Foia, "44"), None, "unconfirmed");
}

/// What to ask of a refusal follows the section, in Scotland that of the twin.
#[test]
fn what_to_ask_of_a_refusal_follows_the_section() {
    let first = |regime, code: &str| ground(regime, code).challenges().first().copied();
    for (regime, code, question) in [
        (Regime::Foia, "12(1)", "Does the estimate count time for redaction"),
        (Regime::Foia, "14(1)", "Are its reasons about the request"),
        (Regime::Foia, "21", "Can this applicant in fact reach it?"),
        (Regime::Foia, "22(1)", "Was publication settled before the request?"),
        (Regime::Foia, "24(1)", "Is exemption required"),
        (Regime::Foia, "30(1)(a)", "Which investigation"),
        (Regime::Foia, "31(1)(a)", "Which limb?"),
        (Regime::Foia, "35(1)(a)", "Is the authority a government department?"),
        (Regime::Foia, "36(2)(c)", "Did the qualified person give an opinion"),
        (Regime::Foia, "38(1)(a)", "Who would be endangered"),
        (Regime::Foia, "40(2)", "Can anybody be identified"),
        (Regime::Foia, "41(1)(a)", "Was it obtained from another person?"),
        (Regime::Foia, "43(2)", "Whose interests"),
        (Regime::Foisa, "35(1)(a)", "Which limb?"),
        (Regime::Eir, "12(4)(a)", "Where was it looked for"),
        (Regime::Eir, "12(4)(b)", "Is the burden shown, and is it out of proportion?"),
        (Regime::Eir, "12(4)(c)", "Was help given"),
        (Regime::Eir, "12(4)(d)", "Is the material itself unfinished"),
        (Regime::Eir, "12(4)(e)", "Did it leave the authority?"),
        (Regime::Eir, "12(5)(b)", "What adverse effect"),
        (Regime::Eir, "13(1)", "Can anybody be identified"),
        (Regime::Eisr, "10(4)(b)", "Is the burden shown, and is it out of proportion?"),
    ] {
        let asked = first(regime, code);
        assert!(
            asked.is_some_and(|asked| asked.starts_with(question)),
            "{regime} {code}: {asked:?}"
        );
    }
    assert_eq!(first(Regime::Foia, "44(1)(a)"), None);
}
