//! When a letter counts as received.

use law::{LimitKind, PostClass, Regime, emailed, limit, posted};

use crate::table::{day, rows, shipped};

#[test]
fn each_letter_is_received_as_its_source_says() {
    let holidays = shipped();
    for row in rows("receipts.csv") {
        let receipt = match row.get("sent_by") {
            "email" => emailed(row.regime(), row.date("sent")),
            _ => {
                posted(row.regime(), row.coded::<PostClass>("sent_by"), row.date("sent"), &holidays)
            }
        };
        assert_eq!(receipt.on, row.date("received"), "{}: {}", row.place, row.get("source"));
        assert_eq!(receipt.basis, row.coded("basis"), "{}", row.place);
    }
}

/// The worked case: a letter to Police Scotland posted on 23 November 2026.
#[test]
fn post_to_police_scotland_is_due_twenty_working_days_after_the_third_day() {
    let holidays = shipped();
    let receipt = posted(Regime::Foisa, PostClass::First, day("2026-11-23"), &holidays);
    assert_eq!(receipt.on, day("2026-11-26"));
    let due = limit(LimitKind::Response, Regime::Foisa, receipt.on, &holidays)
        .expect("the Act has it")
        .due;
    assert_eq!(due, day("2026-12-29"));
}
