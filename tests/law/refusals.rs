//! What a refusal notice lacks.

use std::collections::BTreeSet;

use law::refusal_notice::{Decision, EarlierNotice, Notice, Part, Reasons, Refusal, faults};
use law::{Coded, Ground};

use crate::table::{Row, day, rows};

fn notice(row: &Row) -> Notice {
    let word = |column: &str| row.get(column).to_owned();
    let known = |column: &str, first: &str, second: &str| match row.get(column) {
        value if value == first => false,
        value if value == second => true,
        other => panic!("{}: {other} in {column}", row.place),
    };
    Notice {
        regime: row.regime(),
        refusal: match row.get("refusal") {
            "withheld" => Refusal::Withheld,
            "ncnd" => Refusal::NeitherConfirmedNorDenied,
            "not-held" => Refusal::NotHeld,
            other => panic!("{}: {other}", row.place),
        },
        grounds: match row.get("grounds") {
            "" => Vec::new(),
            grounds => Ground::parse_all(row.regime(), grounds).expect("grounds"),
        },
        contains: row
            .get("contains")
            .split_whitespace()
            .map(|code| Part::from_code(code).unwrap_or_else(|| panic!("{}: {code}", row.place)))
            .collect::<BTreeSet<Part>>(),
        due: Some(word("due")).filter(|due| !due.is_empty()).map(|due| day(&due)),
        given_on: Some(word("given")).filter(|on| !on.is_empty()).map(|on| day(&on)),
        decision: match known("decision", "made", "pending") {
            true => Decision::Pending,
            false => Decision::Made,
        },
        reasons: match known("reasons", "given", "would-disclose") {
            true => Reasons::WouldDisclose,
            false => Reasons::CanBeGiven,
        },
        earlier: match known("earlier", "none", "given") {
            true => EarlierNotice::Given,
            false => EarlierNotice::None,
        },
    }
}

#[test]
fn each_notice_lacks_what_its_row_says_and_no_more() {
    let mut wrong = Vec::new();
    for row in rows("refusals.csv") {
        let found = faults(&notice(&row));
        let lacks: Vec<&str> = found.iter().map(|fault| fault.part.code()).collect();
        let cited: Vec<&str> = found
            .iter()
            .map(|fault| {
                let provision = fault.citation.text.split(", ").next().unwrap_or_default();
                provision.split(' ').nth(1).unwrap_or_default()
            })
            .collect();
        if lacks.join(" ") != row.get("lacks") || cited.join(" ") != row.get("where") {
            wrong.push(format!(
                "{}\n  lacks {} by {}\n  not   {} by {}",
                row.place,
                lacks.join(" "),
                cited.join(" "),
                row.get("lacks"),
                row.get("where")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each fault is a sentence for a letter: whole, with its provision, and of the notice's own law.
#[test]
fn each_fault_can_stand_in_a_request_for_review() {
    for row in rows("refusals.csv") {
        let notice = notice(&row);
        for fault in faults(&notice) {
            let place = fault.citation.text.split(", ").next().expect("a provision");
            assert!(fault.ground.starts_with(|c: char| c.is_uppercase()), "{}", fault.ground);
            assert!(fault.ground.ends_with('.'), "{}", fault.ground);
            assert!(fault.ground.contains(place), "{} names {place}", fault.ground);
            assert!(!fault.ground.contains("  "), "{}", fault.ground);
            let is_own = fault.citation.text.contains(notice.regime.act());
            assert!(is_own, "{}: {}", row.place, fault.citation.text);
            assert!(fault.citation.source.len() > 10 && fault.citation.words.len() > 10);
        }
    }
}

#[test]
fn a_fault_reads_as_a_letter_would_put_it() {
    let all = rows("refusals.csv");
    let ground = |regime: &str, grounds: &str, part: Part| {
        all.iter()
            .filter(|row| row.get("regime") == regime && row.get("grounds") == grounds)
            .flat_map(|row| faults(&notice(row)))
            .find(|fault| fault.part == part)
            .unwrap_or_else(|| panic!("{regime} {grounds} {part}"))
            .ground
    };
    assert_eq!(
        ground("foia", "31(1)(a)", Part::PublicInterest),
        "The notice does not state why the public interest in maintaining section 31(1)(a) \
         outweighs that in disclosure, as section 17(3) requires."
    );
    assert_eq!(
        ground("foia", "31(1)(a)", Part::InTime),
        "The notice was given on 30 December 2026; the time for it ended on 29 December 2026 \
         (section 17(1))."
    );
    assert_eq!(
        ground("foia", "31", Part::Limb),
        "The notice cites section 31 without a limb, so that it cannot be seen which exemption is \
         relied on (section 17(1)(b)). Please name the limb."
    );
    assert_eq!(
        ground("eir", "12(4)(d)", Part::Completion),
        "The notice relies on regulation 12(4)(d) and does not say when the material will be \
         finished, or which authority is preparing it if that is known (regulation 14(4))."
    );
    assert_eq!(
        ground("foisa", "", Part::CommissionerRoute),
        "The notice does not tell of the right to apply to the Scottish Information Commissioner \
         (section 19(b))."
    );
}
