//! What else happens in the course of a request: what is offered, what it does, and what it leaves.

#![allow(clippy::expect_used, reason = "what a test cannot do ends it")]

use desk::{CourseKind, Happening, Told};
use tests::day;
use tests::journey::{Journey, on};

fn offered(journey: &Journey, reference: &str, today: &str) -> Vec<&'static str> {
    let kinds = journey.desk.course_kinds(reference, day(today)).expect("kinds");
    kinds.iter().map(|one: &CourseKind| one.kind).collect()
}

fn course(told: Told) -> Happening {
    Happening::Course { told: Box::new(told), notes: Vec::new(), files: Vec::new() }
}

fn told(kind: &str, date: &str) -> Told {
    Told { kind: kind.to_owned(), date: day(date), ..Told::default() }
}

#[test]
fn what_answers_to_nothing_is_not_offered() {
    let mut journey = Journey::posted_to("kent");
    let before = offered(&journey, "CU-001", "2026-10-26");
    assert!(before.contains(&"fees_notice") && before.contains(&"clarification_asked"));
    for needs_more in [
        "fees_paid",
        "clarification_answered",
        "review_acknowledged",
        "complaint_acknowledged",
        "decision_notice",
        "appeal_made",
        "appeal_decided",
    ] {
        assert!(!before.contains(&needs_more), "{needs_more} answers to nothing yet");
    }
    let notice = course(told("fees_notice", "2026-10-26"));
    journey.desk.record("CU-001", &notice, on("2026-10-26")).expect("a notice of fees");
    assert!(offered(&journey, "CU-001", "2026-10-27").contains(&"fees_paid"));
    assert!(journey.desk.course_kinds("CU-999", day("2026-10-27")).is_err());
}

#[test]
fn a_question_of_theirs_is_foreseen_to_stop_the_time_and_the_answer_to_begin_it_anew() {
    let mut journey = Journey::posted_to("kent");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"));
    let asked = course(told("clarification_asked", "2026-10-26"));
    let today = day("2026-10-26");
    let effect = journey.desk.record_effect("CU-001", &asked, today).expect("an effect");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"), "nothing is saved by a look");
    journey.desk.record("CU-001", &asked, on("2026-10-26")).expect("a record");
    let request = journey.desk.request("CU-001", today).expect("the request");
    assert_eq!(request.deadlines, effect.deadlines_after, "what was foreseen came");

    let answered =
        Told { channel: Some("email".to_owned()), ..told("clarification_answered", "2026-11-02") };
    journey.desk.record("CU-001", &course(answered), on("2026-11-02")).expect("a record");
    // Received on Monday 2 November: the twentieth working day after it would be Monday the 30th, but
    // that is St Andrew's Day, no working day anywhere in the country.
    assert_eq!(journey.due("CU-001", "response"), day("2026-12-01"));
}

#[test]
fn what_does_not_belong_to_a_kind_is_refused_with_its_field_and_nothing_is_kept() {
    let mut journey = Journey::posted_to("kent");
    let before = journey.desk.request("CU-001", day("2026-10-26")).expect("the request");
    let with_class =
        Told { class: Some("first".to_owned()), ..told("holding_reply", "2026-10-26") };
    let unsaid = told("date_claimed", "2026-10-26");
    let late = told("holding_reply", "2026-10-27");
    let unknown = Told { questions: vec!["9".to_owned()], ..told("fees_notice", "2026-10-26") };
    for (wrong, field) in
        [(with_class, "class"), (unsaid, "claim"), (late, "on"), (unknown, "questions")]
    {
        let refused = journey.desk.record("CU-001", &course(wrong), on("2026-10-26"));
        assert_eq!(refused.expect_err("a refusal").field.as_deref(), Some(field));
    }
    assert_eq!(journey.desk.request("CU-001", day("2026-10-26")).expect("the request"), before);
}

#[test]
fn a_review_that_was_asked_elsewhere_is_refused_while_one_is_open() {
    let mut journey = Journey::posted_to("kent");
    let asked =
        || course(Told { channel: Some("email".to_owned()), ..told("review_asked", "2026-11-20") });
    journey.desk.record("CU-001", &asked(), on("2026-11-20")).expect("a review after silence");
    let again = journey.desk.record("CU-001", &asked(), on("2026-11-20"));
    assert_eq!(again.expect_err("one is open").field.as_deref(), Some("request"));
    assert!(offered(&journey, "CU-001", "2026-11-20").contains(&"review_refused"));
}
