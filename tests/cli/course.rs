//! What happens in the course of a request, recorded by its kind: each is shown in the standing, can be
//! taken back, and is refused where it answers to nothing.

use serde_json::Value;
use tests::program::Desktop;

const QUESTIONS: &str = "1. How many?\n2. Where?\n";

/// CU-001 to Kent, e-mailed on Monday 23 November 2026: due on 22 December.
fn desk() -> Desktop {
    let desktop = Desktop::with_campaign("CU", QUESTIONS);
    desktop.data("2026-11-23", "send --campaign CU --dated 2026-11-23 --force kent");
    desktop.data("2026-11-23", "emailed --on 2026-11-23 --all");
    desktop
}

fn standing(desktop: &Desktop, on: &str) -> Value {
    desktop.data("2027-12-01", &format!("standing --request CU-001 --on {on}"))
}

fn stage(desktop: &Desktop, on: &str) -> String {
    standing(desktop, on)["stage"].as_str().expect("a stage").to_owned()
}

#[test]
fn each_kind_is_recorded_in_its_turn_and_what_is_refused_changes_nothing() {
    let desktop = desk();
    let lines = [
        "delivery-failed --request CU-001/1 --on 2026-11-24",
        "resent --request CU-001/1 --on 2026-11-25 --by web-form",
        "letter-received --request CU-001/1 --on 2026-11-25",
        "acknowledged --request CU-001 --dated 2026-11-26",
        "reference-given --request CU-001 --dated 2026-11-26 --their-ref F1",
        "date-claimed --request CU-001 --on 2026-11-26 --claim due --names 2026-12-28",
        "holding-reply --request CU-001 --dated 2026-11-27 --names 2027-01-05",
        "clarification-asked --request CU-001 --dated 2026-11-28 --question 2",
        "clarification-answered --request CU-001 --on 2026-11-30 --by post --class second",
        "fees-notice --request CU-001 --dated 2026-12-07",
        "fees-paid --request CU-001 --on 2026-12-09",
        "extension-claimed --request CU-001 --dated 2026-12-10 --names 2027-01-20 --question 1",
        "regime-moved --request CU-001 --on 2026-12-11 --regime eir",
        "regime-moved --request CU-001 --on 2026-12-12 --regime foia",
        "narrowed --request CU-001 --on 2026-12-14 --question 2=Where.in.2025",
        "parts-withdrawn --request CU-001 --on 2026-12-15 --question 2",
        "chaser-sent --request CU-001 --on 2027-02-22",
        "review-asked --request CU-001 --on 2027-02-23 --by email",
        "review-acknowledged --request CU-001 --dated 2027-02-24",
        "review-extended --request CU-001 --dated 2027-03-01 --until 2027-04-01",
        "review-refused --request CU-001 --dated 2027-03-08",
        "complaint-made --request CU-001 --on 2027-03-10",
        "complaint-acknowledged --request CU-001 --dated 2027-03-12",
        "decision-notice --request CU-001 --dated 2027-06-03 --result upheld",
        "appeal-made --request CU-001 --on 2027-06-29",
        "appeal-decided --request CU-001 --dated 2027-11-10 --result upheld",
    ];
    for line in lines {
        let recorded = desktop.data("2027-12-01", &format!("record {line}"));
        let problems = &recorded["request"]["problems"];
        assert!(problems[0].is_null(), "{line}: {problems}");
        let before = desktop.contents();
        let again = desktop.json("2027-12-01", &format!("record {line}")).refused();
        assert_ne!(again["message"], "", "{line} a second time");
        assert!(desktop.contents() == before, "{line} was refused and changed something");
    }
    for (on, expected) in [
        ("2026-11-23", "awaiting"),
        ("2026-11-24", "not_sent"),
        ("2026-11-25", "awaiting"),
        ("2026-12-07", "fees_asked"),
        ("2027-02-23", "in_review"),
        ("2027-03-10", "with_commissioner"),
        ("2027-06-03", "decision_notice"),
        ("2027-06-29", "on_appeal"),
    ] {
        assert_eq!(stage(&desktop, on), expected, "on {on}");
    }
}

#[test]
fn what_the_force_claims_stands_beside_our_date_with_what_follows() {
    let desktop = desk();
    let line =
        "record date-claimed --request CU-001 --on 2026-11-26 --claim due --names 2026-12-28";
    desktop.data("2026-11-26", line);
    let standing = standing(&desktop, "2026-12-23");
    let clock = &standing["clocks"][0];
    assert_eq!(clock["due"], "2026-12-22");
    assert_eq!(clock["claim"]["due"], "2026-12-28");
    assert_eq!(clock["claim"]["is_promise"], false);
    assert_eq!(clock["advice"], "Act only when every one has passed, from 29 December 2026.");
    assert_eq!(standing["next_steps"][0]["step"], "wait");
    let told = desktop.run("2026-12-23", ["standing", "--request", "CU-001"]).done().out;
    assert!(told.contains("The force's date is 28 December 2026: "), "{told}");
    // A limit by itself has its readings too: a Sunday.
    let due = desktop.data("2026-12-23", "due --regime foia --limit response --from 2026-11-22");
    assert_eq!(
        (&due["due"], &due["readings"][0]["due"]),
        (&"2026-12-21".into(), &"2026-12-22".into())
    );
}

#[test]
fn what_was_recorded_is_taken_back() {
    let desktop = desk();
    desktop.data("2026-12-07", "record fees-notice --request CU-001 --dated 2026-12-07");
    assert_eq!(stage(&desktop, "2026-12-07"), "fees_asked");
    desktop.data("2026-12-07", "undo");
    assert_eq!(stage(&desktop, "2026-12-07"), "awaiting");
    let clocks = &standing(&desktop, "2026-12-22")["clocks"];
    assert_eq!(
        (&clocks[0]["due"], &clocks[0]["state"]),
        (&"2026-12-22".into(), &"due_today".into())
    );
}

#[test]
fn what_answers_to_nothing_is_refused_with_its_reason() {
    let desktop = desk();
    for (line, word) in [
        ("fees-paid --request CU-001 --on 2026-12-09", "nobody had asked"),
        ("clarification-answered --request CU-001 --on 2026-12-09", "nobody had asked"),
        ("review-refused --request CU-001 --dated 2026-12-09", "not open"),
        ("appeal-made --request CU-001 --on 2026-12-09", "without a decision notice"),
        ("decision-notice --request CU-001 --dated 2026-12-09", "without a complaint"),
        ("regime-moved --request CU-001 --on 2026-12-09 --regime eisr", "Scottish"),
        ("parts-withdrawn --request CU-001 --on 2026-12-09 --question 9", "no counted question 9"),
        ("chaser-sent --request CU-001 --on 2026-11-20", "cannot have happened"),
        ("chaser-sent --request CU-001 --on 2027-12-09", "after today"),
    ] {
        let before = desktop.contents();
        let error = desktop.json("2027-12-01", &format!("record {line}")).refused();
        let message = error["message"].as_str().expect("a message");
        assert!(message.contains(word), "{line}: {message}");
        assert!(desktop.contents() == before, "{line} was refused and changed something");
    }
}

#[test]
fn a_story_needs_no_library_and_a_wrong_one_names_its_place() {
    let desktop = desk();
    desktop.write(
        "case.json",
        r#"{"regime": "foisa", "on": ["2026-12-29", "2026-12-30"], "events": [
            {"kind": "request_sent", "date": "2026-11-23", "channel": "post"}]}"#,
    );
    let told = desktop.data("2026-11-23", "story case.json");
    assert_eq!((&told[0]["stage"], &told[1]["stage"]), (&"awaiting".into(), &"overdue".into()));
    assert_eq!(told[1]["next_steps"][0]["step"], "ask_review");
}
