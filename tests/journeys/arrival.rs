//! When a letter of ours arrived: presumed, known, by two channels, put right later. The days are
//! those of [`Journey::posted_to`]: posted on Friday 16 October 2026, presumed there on Tuesday 20.

use desk::{Departure, ErrorKind, Happening};
use tests::day;
use tests::journey::{FIRST_CLASS_POST, Journey, SECOND_CLASS_POST};

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

fn receipt(journey: &Journey) -> (Option<chrono::NaiveDate>, Option<&'static str>) {
    let request = journey.request("CU-001", "2026-10-20").request;
    (request.received_on, request.receipt)
}

#[test]
fn by_e_mail_and_by_post_the_earlier_arrival_counts() {
    let mut journey = Journey::posted_to("kent");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"));
    journey
        .leave("CU-001", Departure::Emailed, "2026-10-16", None, "2026-10-16")
        .expect("the same letter by e-mail");
    // By e-mail on the day itself; twenty working days after Friday 16 October are four weeks.
    assert_eq!(receipt(&journey), (Some(day("2026-10-16")), Some("same-day")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-13"), "one clock, the earlier");
    journey.is_whole();
}

#[test]
fn an_e_mail_sent_after_the_post_arrived_changes_nothing() {
    let mut journey = Journey::posted_to("kent");
    journey
        .leave("CU-001", Departure::Emailed, "2026-10-26", None, "2026-10-26")
        .expect("the same letter by e-mail");
    assert_eq!(receipt(&journey), (Some(day("2026-10-20")), Some("deemed")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"));
}

#[test]
fn the_same_letter_leaves_once_by_each_channel() {
    let mut journey = Journey::posted_to("kent");
    let error = journey
        .leave("CU-001", FIRST_CLASS_POST, "2026-10-19", None, "2026-10-19")
        .expect_err("it was posted already");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("request")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"), "no clock begins anew");
}

#[test]
fn second_class_post_is_presumed_to_arrive_a_working_day_later() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    journey
        .leave("CU-001", SECOND_CLASS_POST, "2026-10-16", None, "2026-10-16")
        .expect("a posting");
    assert_eq!(receipt(&journey), (Some(day("2026-10-21")), Some("deemed")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-18"));
}

#[test]
fn a_known_arrival_replaces_the_presumed_one_and_moves_the_deadline() {
    for (arrived, due) in [("2026-10-19", "2026-11-16"), ("2026-10-23", "2026-11-20")] {
        let mut journey = Journey::posted_to("kent");
        journey.received("CU-001", arrived, "2026-10-26");
        assert_eq!(receipt(&journey), (Some(day(arrived)), Some("actual")));
        // Four whole weeks again.
        assert_eq!(journey.due("CU-001", "response"), day(due));
        assert_eq!(journey.stage("CU-001", due), "awaiting");
        journey.is_whole();
    }
}

#[test]
fn an_arrival_known_at_once_is_never_presumed() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    journey
        .leave("CU-001", FIRST_CLASS_POST, "2026-10-16", Some("2026-10-17"), "2026-10-19")
        .expect("a posting");
    // Received on a Saturday: day zero need not be a working day. 19 October is day 1.
    assert_eq!(receipt(&journey), (Some(day("2026-10-17")), Some("actual")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-13"));
}

#[test]
fn the_arrival_of_a_review_request_put_right_later_moves_the_review_alone() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2026-11-20").expect("a letter");
    journey.post("CU-001", "2026-11-20");
    assert_eq!(journey.due("CU-001", "review"), day("2026-12-23"));
    journey.received("CU-001/2", "2026-11-30", "2026-12-01");
    // Twenty after Monday 30 November: 1–24 December (18), 29 and 30 December (20).
    assert_eq!(journey.due("CU-001", "review"), day("2026-12-30"));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"), "the request's own stays");
    assert_eq!(journey.stage("CU-001", "2026-12-30"), "in_review");
    assert_eq!(journey.stage("CU-001", "2026-12-31"), "review_late");
    journey.is_whole();
}

#[test]
fn the_arrival_of_the_request_put_right_after_a_review_was_asked_leaves_the_review_alone() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2026-11-20").expect("a letter");
    journey.post("CU-001", "2026-11-20");
    journey.received("CU-001/1", "2026-10-23", "2026-11-24");
    assert_eq!(receipt(&journey), (Some(day("2026-10-23")), Some("actual")));
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-20"));
    assert_eq!(journey.due("CU-001", "review"), day("2026-12-23"));
    assert_eq!(journey.stage("CU-001", "2026-11-24"), "in_review");
    journey.is_whole();
}

#[test]
fn an_arrival_before_the_letter_left_or_after_today_is_refused() {
    let mut journey = Journey::posted_to("kent");
    for (arrived, today) in [("2026-10-15", "2026-10-19"), ("2026-10-20", "2026-10-19")] {
        let error = journey
            .desk
            .record("CU-001", &Happening::Received { on: day(arrived) }, tests::journey::on(today))
            .expect_err("a day that cannot be");
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("on")));
    }
    assert_eq!(receipt(&journey), (Some(day("2026-10-20")), Some("deemed")));
}
