//! When each limit ends: a table for each Act and limit.

use law::{Coded, LimitKind, NoSuchLimit, Regime, limit, rule};

use crate::table::{Row, day, rows, shipped};

/// The table of a limit, or nothing where the Act has none.
fn table(kind: LimitKind, regime: Regime) -> Option<&'static str> {
    match (regime, kind) {
        (Regime::Foia, LimitKind::Response) => Some("foia_response.csv"),
        (Regime::Foia, LimitKind::ReviewRequest) => Some("foia_review_request.csv"),
        (Regime::Foia, LimitKind::Review) => Some("foia_review.csv"),
        (Regime::Foia, LimitKind::ReviewSilence) => Some("foia_review_extended.csv"),
        (Regime::Foia, LimitKind::Complaint) => Some("foia_complaint.csv"),
        (Regime::Foisa, LimitKind::Response) => Some("foisa_response.csv"),
        (Regime::Foisa, LimitKind::ReviewRequest) => Some("foisa_review_request.csv"),
        (Regime::Foisa, LimitKind::Review) => Some("foisa_review.csv"),
        (Regime::Foisa, LimitKind::ReviewSilence) => None,
        (Regime::Foisa, LimitKind::Complaint) => Some("foisa_complaint.csv"),
        (Regime::Eir, LimitKind::Response) => Some("eir_response.csv"),
        (Regime::Eir, LimitKind::ReviewRequest) => Some("eir_review_request.csv"),
        (Regime::Eir, LimitKind::Review) => Some("eir_review.csv"),
        (Regime::Eir, LimitKind::ReviewSilence) => None,
        (Regime::Eir, LimitKind::Complaint) => Some("eir_complaint.csv"),
        (Regime::Eisr, LimitKind::Response) => Some("eisr_response.csv"),
        (Regime::Eisr, LimitKind::ReviewRequest) => Some("eisr_review_request.csv"),
        (Regime::Eisr, LimitKind::Review) => Some("eisr_review.csv"),
        (Regime::Eisr, LimitKind::ReviewSilence) => None,
        (Regime::Eisr, LimitKind::Complaint) => Some("eisr_complaint.csv"),
    }
}

#[test]
fn each_limit_ends_on_the_day_that_its_source_gives() {
    let holidays = shipped();
    let mut wrong = Vec::new();
    for regime in Regime::ALL {
        for kind in LimitKind::ALL {
            let Some(table) = table(*kind, *regime) else {
                continue;
            };
            for row in rows(table) {
                assert_eq!((row.regime(), row.coded("limit")), (*regime, *kind), "{}", row.place);
                let laid = limit(*kind, *regime, row.date("from"), &holidays)
                    .unwrap_or_else(|none| panic!("{}: {none}", row.place));
                assert!(!laid.provisional, "{}: runs past the loaded years", row.place);
                if laid.due != row.date("due") {
                    wrong.push(difference(&row, &laid.sentence()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn difference(row: &Row, sentence: &str) -> String {
    format!("{}: {} expected ({}); {sentence}", row.place, row.get("due"), row.get("source"))
}

#[test]
fn where_there_is_no_table_the_act_has_no_limit() {
    for regime in Regime::ALL {
        for kind in LimitKind::ALL {
            let refused = matches!(rule(*kind, *regime), Err(NoSuchLimit::NotInThisAct { .. }));
            assert_eq!(refused, table(*kind, *regime).is_none(), "{kind}, {regime}");
        }
    }
}

/// The day of receipt need not be a working day, so three days of one weekend are alike.
#[test]
fn friday_saturday_and_sunday_receipt_are_due_alike() {
    let holidays = shipped();
    for regime in Regime::ALL {
        let due = |from| {
            limit(LimitKind::Response, *regime, day(from), &holidays)
                .expect("both Acts have it")
                .due
        };
        assert_eq!(due("2026-11-27"), due("2026-11-28"));
        assert_eq!(due("2026-11-28"), due("2026-11-29"));
    }
}

/// The table of holidays ends with 2028: a date that needs 2029 is provisional, the last that does
/// not is firm.
#[test]
fn the_end_of_the_table_is_provisional() {
    let holidays = shipped();
    let provisional = |from| {
        limit(LimitKind::Response, Regime::Foia, day(from), &holidays)
            .expect("the Act has it")
            .provisional
    };
    assert!(!provisional("2028-11-28"), "due on the last working day of December at the latest");
    assert!(provisional("2028-12-15"));
    assert!(provisional("2004-11-01"), "before the Acts were in force and the table begins");
}
