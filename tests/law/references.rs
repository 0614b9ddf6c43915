//! References read out of letters.

use law::reference::{lines_and_columns, references};
use law::{Coded, Reference, Regime};
use proptest::prelude::*;

use crate::table::rows;

/// "31(1)(a)"; "foisa:38(1)(b)" under another law than the letter's; "17(1)*" for no ground of
/// refusal; "31(9)?" where a person should look.
fn shown(own: Regime, reference: &Reference) -> String {
    let law = match reference.regime == own {
        true => String::new(),
        false => format!("{}:", reference.regime.code()),
    };
    let procedure = if reference.ground().is_none() { "*" } else { "" };
    let doubt = if reference.doubt.is_some() { "?" } else { "" };
    format!("{law}{}{procedure}{doubt}", reference.code)
}

#[test]
fn each_text_gives_the_references_that_its_row_says() {
    let mut wrong = Vec::new();
    for row in rows("references.csv") {
        let (own, text) = (row.regime(), row.get("text"));
        let found: Vec<String> =
            references(own, text).iter().map(|reference| shown(own, reference)).collect();
        if found.join(" ") != row.get("found") {
            wrong.push(format!(
                "{}: {text:?}\n  found {}\n  not   {}",
                row.place,
                found.join(" "),
                row.get("found")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A sentence around a reference, and another reference before it, change nothing.
#[test]
fn each_text_gives_the_same_in_the_middle_of_a_letter() {
    for row in rows("references.csv") {
        let (own, text) = (row.regime(), row.get("text"));
        let alone = references(own, text);
        let letter = format!("Dear Ms Whitfield,\n\n{text}\n\n; yours sincerely.");
        let within = references(own, &letter);
        let codes = |found: &[Reference]| {
            found.iter().map(|reference| shown(own, reference)).collect::<Vec<String>>()
        };
        assert_eq!(codes(&within), codes(&alone), "{}: {text:?}", row.place);
        let shift = letter.find(text).expect("it is in there");
        for (one, other) in alone.iter().zip(&within) {
            assert_eq!(one.range.start + shift, other.range.start, "{}", row.place);
            assert_eq!(one.range.end + shift, other.range.end, "{}", row.place);
        }
    }
}

fn hold(own: Regime, text: &str) -> Result<(), TestCaseError> {
    let found = references(own, text);
    let mut last = 0;
    for reference in &found {
        prop_assert!(reference.range.start >= last, "in the order of the text");
        prop_assert!(reference.range.start < reference.range.end);
        prop_assert!(text.get(reference.range.clone()).is_some(), "whole characters");
        prop_assert!(reference.title() != "");
        last = reference.range.start;
    }
    let starts: Vec<usize> = found.iter().map(|reference| reference.range.start).collect();
    for ((line, column), start) in lines_and_columns(text, &starts).into_iter().zip(starts) {
        let before = text.get(..start).expect("a boundary");
        prop_assert_eq!(line, before.matches('\n').count() as u64 + 1);
        let of_line = before.rsplit('\n').next().expect("a line");
        prop_assert_eq!(column, of_line.chars().count() as u64 + 1);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_is_a_fault_and_every_place_is_whole(text in any::<String>(), own in 0..4_usize) {
        hold(Regime::ALL[own], &text)?;
    }

    /// Made of what references are made of, so that most of it is nearly one.
    #[test]
    fn nothing_that_looks_like_a_reference_is_a_fault(
        parts in proptest::collection::vec(
            proptest::sample::select(vec![
                "section", "Sections", "s.", "ss", "S", "reg.", "Regulation", "exemption", "§", " ",
                "\n", "\u{a0}", "\u{200b}", "31", "40", "12", "22A", "(1)", "(a)", "(", ")", "(5B)",
                "(i)", "(iv)", ",", ";", "and", "or", "to", "-", "–", "&", "/", ".", "of the",
                "Act", "FOIA", "FOISA", "Data Protection Act 2018", "the", "that Act", "officers",
                "May", "2026", "é", "(law enforcement)", "EIRs", "subsection",
            ]),
            0..40,
        ),
        own in 0..4_usize,
    ) {
        hold(Regime::ALL[own], &parts.concat())?;
        hold(Regime::ALL[own], &parts.join(" "))?;
    }
}
