use super::{scan::Scan, *};

/// What the test takes to be the most looks that a character costs: the name of an Act is looked for
/// in a window of fixed size on either side of a reference.
const LOOKS_FOR_EACH_CHARACTER: u64 = 400;

fn looks(text: &str) -> u64 {
    let scan = Scan::new(text);
    let _ = read(&scan, Regime::Foia);
    scan.looks()
}

/// Each of these, repeated, makes a reader that looks back or ahead without end look at the text as
/// often as it is long.
#[test]
fn hostile_text_costs_no_more_than_its_length() {
    for piece in [
        "section ",
        "s",
        "s ",
        "s.",
        "31",
        "31,",
        "31(1)",
        "(1)",
        "(a)",
        "((((",
        "section 31(",
        "section 31, ",
        "section 31 and ",
        "section 31 of the ",
        "section 31 Act ",
        "the Act ",
        "section 31 (law ",
        "\u{a0}",
        " ",
        "\n",
        "22-44,",
        "section 22-44,",
        "31(1)(a)-(i),",
        "Freedom of ",
        "a ",
        "A ",
        "§",
        "section 40 of the Human Rights ",
        "and ",
        ",",
        "-",
        "(a)(i)",
        "section 31(1)(a)(i)(ii)",
        "é",
        "🜁",
    ] {
        let short = piece.repeat(2_000);
        let long = piece.repeat(8_000);
        let (a, b) = (looks(&short), looks(&long));
        assert!(b <= a * 4 + a / 10 + 1_000, "{piece:?}: {a} looks, and four times as long {b}");
        let characters = long.chars().count() as u64;
        assert!(b <= characters * LOOKS_FOR_EACH_CHARACTER, "{piece:?}: {b} for {characters}");
    }
}

#[test]
fn one_reference_in_long_white_space_is_read_in_proportion() {
    let text = |spaces: usize| {
        let gap = " ".repeat(spaces);
        format!("section{gap}31{gap}(1){gap}(a){gap}and{gap}(b){gap}of the Act")
    };
    let found = references(Regime::Foia, &text(500));
    assert_eq!(found.iter().map(|r| r.code.as_str()).collect::<Vec<_>>(), ["31(1)(a)", "31(1)(b)"]);
    assert!(looks(&text(4_000)) <= looks(&text(1_000)) * 4 + 2_000);
}

#[test]
fn the_place_is_that_of_the_text() {
    let text = "Dear Sir,\nwe rely on Sections 31(1)(a) and (b), and on s.40(2) – see\nbelow.";
    let found = references(Regime::Foia, text);
    let pieces: Vec<&str> =
        found.iter().filter_map(|reference| text.get(reference.range.clone())).collect();
    assert_eq!(pieces, ["Sections 31(1)(a)", "(b)", "s.40(2)"]);
    let starts: Vec<usize> = found.iter().map(|reference| reference.range.start).collect();
    assert_eq!(lines_and_columns(text, &starts), [(2, 12), (2, 34), (2, 46)]);
}

#[test]
fn what_a_range_implies_stands_where_it_ends() {
    let text = "section 31(1)(a) to (d)";
    let found = references(Regime::Foia, text);
    let pieces: Vec<(&str, &str)> = found
        .iter()
        .map(|r| (r.code.as_str(), text.get(r.range.clone()).unwrap_or_default()))
        .collect();
    assert_eq!(
        pieces,
        [
            ("31(1)(a)", "section 31(1)(a)"),
            ("31(1)(b)", "(d)"),
            ("31(1)(c)", "(d)"),
            ("31(1)(d)", "(d)")
        ]
    );
}

#[test]
fn the_same_number_means_what_its_law_says() {
    let title = |own, text: &str| references(own, text).first().map(Reference::title);
    assert_eq!(title(Regime::Foia, "section 30"), Some("investigations and proceedings"));
    assert_eq!(title(Regime::Foisa, "section 30"), Some("effective conduct of public affairs"));
    assert_eq!(title(Regime::Foia, "section 17"), Some("what a refusal notice must contain"));
    assert_eq!(title(Regime::Foisa, "section 17"), Some("notice that information is not held"));
    assert_eq!(
        title(Regime::Foia, "section 30 of FOISA"),
        Some("effective conduct of public affairs")
    );
    assert_eq!(title(Regime::Eir, "section 31"), Some("law enforcement"));
    assert_eq!(title(Regime::Eisr, "section 35"), Some("law enforcement"));
    assert_eq!(title(Regime::Eir, "exception 12(4)(b)"), Some("manifestly unreasonable request"));
}

#[test]
fn each_ground_is_named_once_in_its_order() {
    let text = "Section 40(2) applies. Sections 31(1)(a) and 40(2) are cited again; section 17(1).";
    let codes: Vec<String> = grounds_named(Regime::Foia, text).iter().map(Ground::code).collect();
    assert_eq!(codes, ["40(2)", "31(1)(a)"]);
}
