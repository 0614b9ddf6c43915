use super::*;
use crate::coded::Coded;

fn read(text: &str) -> Ground {
    Ground::parse(Regime::Foia, text).expect("a citation that the test takes to be right")
}

fn codes(regime: Regime, text: &str) -> Vec<String> {
    Ground::parse_all(regime, text)
        .expect("citations that the test takes to be right")
        .iter()
        .map(Ground::code)
        .collect()
}

#[test]
fn a_citation_is_read_however_it_is_written() {
    for written in [
        "31(1)(a)",
        "s.31(1)(a)",
        "S31(1)(a)",
        "s 31 (1) (a)",
        "Section 31(1)(a)",
        "SECTION\u{a0}31(1)(A)",
        "ss.31(1)(a)",
        "sec. 31(1)(a)",
        " 31(1)(a) ",
        "section 31(1)(a) of the Act",
        "s.31(1)(a) FOIA",
        "section 31(1)(a) of FOIA",
        "section 31(1)(a) of the Freedom of Information Act 2000",
    ] {
        assert_eq!(read(written).code(), "31(1)(a)", "{written}");
    }
    assert_eq!(read("s40(5b)(A)(I)").code(), "40(5B)(a)(i)");
    assert_eq!(read("22a").code(), "22A");
}

#[test]
fn a_ground_names_itself_in_every_form() {
    let ground = read("S31(1)(a)");
    assert_eq!(ground.cite(), "section 31(1)(a)");
    assert_eq!(ground.tag(), "s.31(1)(a)");
    assert_eq!(ground.section(), "31");
    assert_eq!(ground.limbs(), "(1)(a)");
    assert_eq!(ground.title(), "law enforcement");
    assert_eq!(ground.to_string(), "31(1)(a)");
}

#[test]
fn the_kept_form_reads_as_itself() {
    for regime in Regime::ALL {
        for section in sections(*regime) {
            for limb in std::iter::once("").chain(section.first_limbs.iter().copied()) {
                let limbs = if limb.is_empty() { String::new() } else { format!("({limb})") };
                let ground = Ground::parse(*regime, &format!("{}{limbs}", section.number))
                    .expect("every section and limb of the table is a citation");
                assert_eq!(Ground::parse(*regime, &ground.code()), Ok(ground.clone()));
                assert_eq!(ground.doubt(), None, "{ground}");
                assert_ne!(ground.title(), "", "{ground}");
            }
        }
    }
}

#[test]
fn every_section_has_an_entry_for_the_whole_of_it_and_none_twice() {
    for regime in Regime::ALL {
        let mut numbers: Vec<&str> =
            sections(*regime).iter().map(|section| section.number).collect();
        for section in sections(*regime) {
            assert_eq!(section.entries.iter().filter(|entry| entry.limbs.is_empty()).count(), 1);
            for limb in section.deny_limbs {
                assert!(section.first_limbs.contains(limb), "{} ({limb})", section.number);
            }
            for entry in section.entries {
                assert_eq!(entry.kind == GroundKind::Exemption, entry.public_interest.is_some());
                assert_eq!(entry.kind == GroundKind::Exemption, entry.harm.is_some());
            }
        }
        let listed = numbers.clone();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers, listed, "in the order of the Act, each once");
    }
}

#[test]
fn several_citations_share_a_field() {
    assert_eq!(codes(Regime::Foia, "31(1)(a) and (b)"), ["31(1)(a)", "31(1)(b)"]);
    assert_eq!(codes(Regime::Foia, "s.30(1)(a)(i); s.40(2)"), ["30(1)(a)(i)", "40(2)"]);
    assert_eq!(codes(Regime::Foia, "23(5), 24(2) & 31(3)"), ["23(5)", "24(2)", "31(3)"]);
    assert_eq!(codes(Regime::Foia, "30(1)(a)(i) and (ii)"), ["30(1)(a)(i)", "30(1)(a)(ii)"]);
    assert_eq!(
        codes(Regime::Foia, "36(2)(b)(i), (ii) and (c)"),
        ["36(2)(b)(i)", "36(2)(b)(ii)", "36(2)(c)"]
    );
    assert_eq!(codes(Regime::Foia, "31(1)(h) and (i)"), ["31(1)(h)", "31(1)(i)"]);
    assert_eq!(codes(Regime::Foia, "40(2) and (3A)(a)"), ["40(2)", "40(3A)(a)"]);
    assert_eq!(codes(Regime::Foia, "31(1), (a)"), ["31(1)", "31(1)(a)"]);
    assert_eq!(codes(Regime::Foisa, "30(b)(i) and (ii)"), ["30(b)(i)", "30(b)(ii)"]);
    assert_eq!(codes(Regime::Foisa, "30(b)(ii), (c)"), ["30(b)(ii)", "30(c)"]);
    assert_eq!(codes(Regime::Foia, "Sections 40(2) AND 40(2)"), ["40(2)"], "twice is once");
    assert_eq!(codes(Regime::Foia, " ; 12(1) ,\n14(1);"), ["12(1)", "14(1)"]);
}

#[test]
fn the_kind_follows_the_section() {
    assert_eq!(read("12(1)").kind(), GroundKind::Cost);
    assert_eq!(read("12").kind(), GroundKind::Cost);
    assert_eq!(read("14").kind(), GroundKind::Vexatious);
    assert_eq!(read("14(1)").kind(), GroundKind::Vexatious);
    assert_eq!(read("14(2)").kind(), GroundKind::Repeated);
    assert_eq!(read("40(2)").kind(), GroundKind::Exemption);
    assert_eq!(read("12(1)").public_interest(), None);
    assert_eq!(read("12(1)").harm(), None);
}

#[test]
fn the_test_follows_the_limb() {
    use PublicInterest::{Absolute, Qualified, SometimesAbsolute};
    let weighed = |text| read(text).public_interest();
    assert_eq!(weighed("21"), Some(Absolute));
    assert_eq!(weighed("31(1)(a)"), Some(Qualified));
    assert_eq!(weighed("40(1)"), Some(Absolute));
    assert_eq!(weighed("40(2)"), Some(SometimesAbsolute));
    assert_eq!(weighed("37(1)(a)"), Some(Absolute));
    assert_eq!(weighed("37(1)(ac)"), Some(Qualified), "not the entry for (1)(a)");
    assert_eq!(read("43(1)").harm(), Some(Harm::Class));
    assert_eq!(read("43(2)").harm(), Some(Harm::Prejudice));
    assert_eq!(read("43").harm(), Some(Harm::Either));
    let scottish = |text| Ground::parse(Regime::Foisa, text).expect("a Scottish citation");
    assert_eq!(scottish("36(1)").public_interest(), Some(Qualified));
    assert_eq!(scottish("36(2)").public_interest(), Some(Absolute));
    assert_eq!(scottish("38(1)(b)").public_interest(), Some(SometimesAbsolute));
    assert_eq!(scottish("33(1)(b)").title(), "commercial interests");
}

#[test]
fn the_limb_that_denies_is_known() {
    for text in ["23(5)", "24(2)", "30(3)", "31(3)", "38(2)", "40(5)", "40(5A)", "40(5B)(a)(i)"] {
        assert!(read(text).neither_confirms_nor_denies(), "{text}");
    }
    for text in ["21(1)", "31(1)(a)", "40(2)", "31"] {
        assert!(!read(text).neither_confirms_nor_denies(), "{text}");
    }
}

#[test]
fn an_unknown_limb_is_kept_and_doubted() {
    let ground = read("31(a)");
    assert_eq!(ground.code(), "31(a)");
    assert_eq!(
        ground.doubt().as_deref(),
        Some(
            "Section 31 of the Freedom of Information Act 2000 has no (a); it has (1), (2) and (3)."
        )
    );
}

#[test]
fn what_is_not_understood_is_named_with_what_would_be() {
    let refused =
        |regime, text| Ground::parse_all(regime, text).expect_err("no citation").to_string();
    for text in ["", "  ", " ; , and "] {
        assert_eq!(Ground::parse_all(Regime::Foia, text), Err(GroundError::Empty));
    }
    assert_eq!(
        refused(Regime::Foia, "31(1)(a); personal data"),
        "\"personal data\" is not understood. Write the section with its limbs in brackets, such \
         as 31(1)(a), s.40(2) or section 12(1), and put a semicolon, a comma or \"and\" between \
         several."
    );
    for text in ["31(1", "31)", "31()", "31(1)(a", "31(1)a", "31((1))", "3l", "£31", "(", "31(é)"]
    {
        assert!(Ground::parse(Regime::Foia, text).is_err(), "{text}");
    }
    assert_eq!(
        refused(Regime::Foia, "(b)"),
        "\"(b)\" names no section. Write the section before its limbs, such as 31(1)(a) and (b)."
    );
    let seventeen = refused(Regime::Foisa, "17(1)");
    assert!(seventeen.starts_with(
        "Section 17 of the Freedom of Information (Scotland) Act 2002 is not one on which a \
         refusal can rest. It is notice that the information is not held: record \"not held\". \
         Those that can: 12, 14, 25, 26, 27"
    ));
    assert!(seventeen.ends_with("40 and 41."));
    assert!(refused(Regime::Foisa, "18").contains("read with an exemption"));
    assert!(refused(Regime::Foia, "25").contains("Those that can: 12, 14, 21, 22, 22A, 23"));
    assert!(
        Ground::parse(Regime::Foisa, "31(1) FOIA").is_err(),
        "a section of one Act is no ground under the other"
    );
}
