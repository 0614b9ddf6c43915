//! The main job in Scotland: another Act, another calendar, other limits.
//!
//! Working days there in these months: Monday to Friday, but for 30 November (St Andrew's Day),
//! 25 and 28 December, 1 January and 4 January (for the 2nd, a Saturday).

use tests::day;
use tests::journey::Journey;

/// CU-001 to Police Scotland, posted on Monday 23 November 2026.
fn posted() -> Journey {
    let mut journey = Journey::custody();
    journey.send("CU", &["police-scotland"], "2026-11-23");
    journey.post("CU-001", "2026-11-23");
    journey
}

/// The same, whose review was asked for by a letter posted on Wednesday 30 December 2026.
fn in_review() -> Journey {
    let mut journey = posted();
    journey.review("CU-001", "2026-12-30").expect("a letter");
    journey.post("CU-001", "2026-12-30");
    journey
}

#[test]
fn post_counts_as_received_on_the_third_day_and_the_scottish_calendar_is_counted() {
    let journey = posted();
    let request = journey.request("CU-001", "2026-11-23").request;
    assert_eq!(request.regime, "foisa");
    assert_eq!((request.received_on, request.receipt), (Some(day("2026-11-26")), Some("deemed")));
    // After Thursday 26 November: 27 November (1), 1–24 December (19), 29 December (20). The law
    // pages give this very example.
    assert_eq!(request.response_due, Some(day("2026-12-29")));
    let response = journey.limit("CU-001", "response", "2026-11-26");
    let skipped: Vec<_> = response.skipped.iter().map(|skipped| skipped.date).collect();
    for holiday in ["2026-11-30", "2026-12-25", "2026-12-28"] {
        assert!(skipped.contains(&day(holiday)), "{holiday} is named as left out: {skipped:?}");
    }
    assert!(response.citation.contains("Scotland"), "{}", response.citation);
}

#[test]
fn second_class_post_arrives_in_scotland_on_the_same_third_day() {
    let mut journey = Journey::custody();
    journey.send("CU", &["police-scotland"], "2026-11-23");
    let second = tests::journey::SECOND_CLASS_POST;
    journey.leave("CU-001", second, "2026-11-23", None, "2026-11-23").expect("a posting");
    let request = journey.request("CU-001", "2026-11-23").request;
    assert_eq!(request.received_on, Some(day("2026-11-26")));
}

#[test]
fn silence_is_answered_by_a_requirement_for_review_at_once() {
    let journey = posted();
    assert_eq!(journey.steps("CU-001", "2026-12-29"), ["wait"], "the last lawful day");
    assert_eq!(journey.stage("CU-001", "2026-12-30"), "overdue");
    assert_eq!(journey.steps("CU-001", "2026-12-30"), ["ask_review"], "no chaser first");
    // Section 20(5): 40 working days from the end of the time for a reply, 29 December: 30 and 31
    // December (2), 5–29 January (21), 1–25 February (40).
    let window = journey.limit("CU-001", "review-request", "2026-12-30");
    assert_eq!((window.counted_from, window.due), (day("2026-12-29"), day("2027-02-25")));
    assert_eq!(window.authority, "statute");
    assert_eq!(journey.steps("CU-001", "2027-02-25"), ["ask_review"], "the last day of the window");
    let after = journey.request("CU-001", "2027-02-26").request;
    assert!(after.next_step.contains("ended on 25 February 2027"), "{}", after.next_step);
}

#[test]
fn a_review_is_due_in_twenty_working_days_by_statute_and_there_is_no_longer_limit() {
    let journey = in_review();
    // Posted on 30 December: the third day is Saturday 2 January. Then 5–29 January (19), 1 February.
    let review = journey.limit("CU-001", "review", "2026-12-30");
    assert_eq!((review.counted_from, review.due), (day("2027-01-02"), day("2027-02-01")));
    assert_eq!(review.authority, "statute");
    assert!(journey.limits("CU-001", "review-extended", "2026-12-30").is_empty());
    assert_eq!(journey.stage("CU-001", "2027-02-01"), "in_review");
    assert_eq!(journey.stage("CU-001", "2027-02-02"), "review_late");
    // Some take what arrives on a Saturday to be received on the next working day, here Tuesday 5
    // January, since the 4th is a holiday: 6–29 January (18), 1 and 2 February. Both pass first.
    assert_eq!(
        review.readings.iter().map(|other| other.due).collect::<Vec<_>>(),
        [day("2027-02-02")]
    );
    assert_eq!(journey.steps("CU-001", "2027-02-02"), ["wait"]);
    assert_eq!(journey.steps("CU-001", "2027-02-03"), ["complain"], "no chaser, no day 41");
    // Six months from the end of the time for the review.
    let complaint = journey.limit("CU-001", "complaint", "2027-02-02");
    assert_eq!((complaint.due, complaint.authority), (day("2027-08-01"), "statute"));
    let due = desk::due("foisa", "review-extended", day("2027-01-02")).expect_err("there is none");
    assert_eq!(due.field.as_deref(), Some("limit"));
    journey.is_whole();
}

#[test]
fn after_a_decision_the_application_is_due_within_six_months_of_its_receipt() {
    let mut journey = in_review();
    let rows = "1,refused,35(1)(a),\n2a,answered,,\n2b,answered,,\n3,answered,,";
    journey.decide("CU-001", "2027-01-28", "2027-01-31", "partly", rows);
    let complaint = journey.limit("CU-001", "complaint", "2027-02-01");
    // Six months after 31 January: July has a 31st.
    assert_eq!((complaint.counted_from, complaint.due), (day("2027-01-31"), day("2027-07-31")));
    assert_eq!(journey.steps("CU-001", "2027-07-31"), ["complain"]);
}

#[test]
fn a_reply_in_time_leaves_the_window_from_the_end_of_the_twenty_days_with_the_safe_date() {
    let mut journey = posted();
    let rows = "1,refused,35(1)(a),\n2a,answered,,\n2b,answered,,\n3,answered,,";
    journey.reply("CU-001", "2026-12-10", "2026-12-14", rows);
    let window = journey.limit("CU-001", "review-request", "2026-12-14");
    assert_eq!((window.counted_from, window.due), (day("2026-12-29"), day("2027-02-25")));
    // The safe date, 40 from Monday 14 December: 15–24 (8), 29–31 (11), 5–29 January (30), 1–12
    // February (40).
    let safe = window.readings.first().expect("a safe date");
    assert_eq!(safe.due, day("2027-02-12"));
}

#[test]
fn a_late_reply_moves_the_window_to_the_day_it_came() {
    let mut journey = posted();
    let rows = "1,refused,35(1)(a),\n2a,answered,,\n2b,answered,,\n3,answered,,";
    journey.reply("CU-001", "2027-01-08", "2027-01-11", rows);
    // 40 after Monday 11 January: 12–29 January (14), February (34), 1–8 March (40).
    let window = journey.limit("CU-001", "review-request", "2027-01-11");
    assert_eq!((window.counted_from, window.due), (day("2027-01-11"), day("2027-03-08")));
}

#[test]
fn sections_of_the_scottish_act_are_read_as_such() {
    let mut journey = posted();
    // Section 38(1)(b) is personal data there, which section 40(2) of the other Act is.
    journey.reply("CU-001", "2026-12-10", "2026-12-14", "1,refused,38(1)(b),");
    let question = &journey.request("CU-001", "2026-12-14").questions[0];
    assert_eq!(question.exemptions, ["s.38(1)(b)"]);
    let doubtful = tests::journey::reply("CU-001", "2026-12-11", "2026-12-15", "1,refused,40(2),");
    let recorded = journey.try_reply(doubtful).expect("what they wrote is kept as they wrote it");
    let doubt = recorded.notices.iter().find(|notice| notice.contains("Section 40"));
    assert!(doubt.is_some_and(|notice| notice.contains("has no (2)")), "{recorded:?}");
    let wrong = tests::journey::reply("CU-001", "2026-12-12", "2026-12-16", "1,refused,44(1),");
    let error = journey.try_reply(wrong).expect_err("that Act ends its exemptions at section 41");
    assert_eq!(error.field.as_deref(), Some("exemptions"));
}
