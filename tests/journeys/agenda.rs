//! What needs doing: never what was done already, and the same wherever it is asked.

use std::collections::BTreeSet;

use desk::Mode;
use tests::day;
use tests::journey::{FIRST_CLASS_POST, Journey, on};

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

/// The groups of Today, as (step, request).
fn today(journey: &Journey, date: &str) -> BTreeSet<(String, String)> {
    let view = journey.desk.today(day(date)).expect("today");
    assert_eq!(view.today, day(date));
    let groups = view.groups.iter();
    groups
        .flat_map(|group| {
            assert!(!group.requests.is_empty(), "no empty group is shown: {}", group.step);
            group.requests.iter().map(|one| (group.step.to_owned(), one.reference.clone()))
        })
        .collect()
}

/// The same, from the first of the next steps of each request: waiting and nothing left to do are no
/// tasks.
fn next_steps(journey: &Journey, date: &str) -> BTreeSet<(String, String)> {
    let requests = journey.desk.requests(None, day(date)).expect("the requests");
    let first = requests.iter().filter_map(|request| Some((request.next_steps.first()?, request)));
    first
        .filter(|(step, _)| !["wait", "nothing"].contains(&step.step))
        .map(|(step, request)| (step.step.to_owned(), request.reference.clone()))
        .collect()
}

/// Requests in many states: not sent (Cheshire), silent (Dorset, Police Scotland), answered (Essex),
/// refused (Kent), followed up (Norfolk), in review (Surrey), and with a review decided (Sussex). The
/// last fact is of 23 December 2026.
fn many_states() -> Journey {
    let mut journey = Journey::custody();
    let forces =
        ["cheshire", "dorset", "essex", "kent", "norfolk", "police-scotland", "surrey", "sussex"];
    journey.send("CU", &forces, "2026-10-15");
    let by_force: Vec<(String, String)> = journey
        .desk
        .requests(None, day("2026-10-15"))
        .expect("the requests")
        .into_iter()
        .map(|request| (request.force, request.reference))
        .collect();
    let reference = |force: &str| {
        let found = by_force.iter().find(|(code, _)| code == force);
        found.map(|(_, reference)| reference.clone()).expect("a request")
    };
    for force in forces.iter().filter(|force| **force != "cheshire") {
        journey.post(&reference(force), "2026-10-16");
    }
    let answered = "1,answered,,\n2a,answered,,\n2b,answered,,\n3,answered,,";
    journey.reply(&reference("essex"), "2026-11-13", "2026-11-16", answered);
    for force in ["kent", "norfolk", "surrey", "sussex"] {
        journey.reply(&reference(force), "2026-11-13", "2026-11-16", REPLY);
    }
    let norfolk = reference("norfolk");
    journey.follow_up(&norfolk, Some(Mode::FreshRequest), "2026-11-17").expect("a letter");
    journey.post(&norfolk, "2026-11-17");
    for force in ["surrey", "sussex"] {
        journey.review(&reference(force), "2026-11-20").expect("a letter");
        journey.post(&reference(force), "2026-11-20");
    }
    let upheld = "1,refused,31(1)(a),";
    journey.decide(&reference("sussex"), "2026-12-22", "2026-12-23", "upheld", upheld);
    journey
}

#[test]
fn today_lists_exactly_the_next_steps_of_all_requests_on_every_day_of_a_year() {
    let journey = many_states();
    let mut kinds = BTreeSet::new();
    let mut date = day("2026-10-15");
    while date <= day("2027-10-15") {
        let text = date.to_string();
        let listed = today(&journey, &text);
        assert_eq!(listed, next_steps(&journey, &text), "on {text}");
        kinds.extend(listed.into_iter().map(|(step, _)| step));
        date = date.succ_opt().expect("a next day");
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    let all = ["ask_review", "chase", "chase_review", "complain", "follow_up", "send_letter"];
    assert_eq!(kinds, all, "the story has every kind of task in it");
}

#[test]
fn a_request_always_has_a_stage_and_something_to_say_of_what_comes_next() {
    let journey = many_states();
    let mut date = day("2026-12-23");
    while date <= day("2027-10-15") {
        for request in journey.desk.requests(None, date).expect("the requests") {
            assert!(!request.next_step.is_empty(), "{} on {date}", request.reference);
        }
        date = date.succ_opt().expect("a next day");
    }
}

#[test]
fn no_step_is_asked_for_before_its_day() {
    let journey = many_states();
    let before = today(&journey, "2026-11-16");
    assert!(before.iter().all(|(step, _)| step != "chase"), "{before:?}");
    // Tuesday 17 November is the last lawful day of every request outside Scotland, where the third
    // day after posting was Monday 19 October and the last day 16 November.
    assert!(today(&journey, "2026-11-17").iter().all(|(step, _)| step != "chase"));
    assert!(today(&journey, "2026-11-18").iter().any(|(step, _)| step == "chase"));
}

#[test]
fn nothing_nags_once_the_letter_is_written_or_has_left() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let asked = |journey: &Journey, date: &str| -> Vec<String> {
        today(journey, date).into_iter().map(|(step, _)| step).collect()
    };
    assert_eq!(asked(&journey, "2026-11-16"), ["follow_up"]);
    journey.follow_up("CU-001", Some(Mode::FreshRequest), "2026-11-17").expect("a letter");
    let written = asked(&journey, "2026-11-17");
    assert!(!written.contains(&"follow_up".to_owned()), "it is written: {written:?}");
    assert!(written.contains(&"send_letter".to_owned()), "and is to be sent: {written:?}");
    journey.post("CU-001", "2026-11-17");
    assert_eq!(asked(&journey, "2026-11-17"), ["ask_review"], "only the window is still open");
    journey.review("CU-001", "2026-11-20").expect("a letter");
    assert_eq!(asked(&journey, "2026-11-20"), ["send_letter"]);
    journey.post("CU-001", "2026-11-20");
    for quiet in ["2026-11-20", "2026-12-01", "2026-12-18", "2026-12-23"] {
        assert!(asked(&journey, quiet).is_empty(), "on {quiet}: {:?}", asked(&journey, quiet));
    }
    journey.decide(
        "CU-001",
        "2026-12-21",
        "2026-12-22",
        "overturned",
        "1,answered,,\n3,answered,,",
    );
    for quiet in ["2026-12-22", "2027-03-01", "2027-10-01"] {
        assert!(asked(&journey, quiet).is_empty(), "on {quiet}: {:?}", asked(&journey, quiet));
    }
}

#[test]
fn a_queued_request_is_one_task_and_a_posted_one_is_none_until_it_is_late() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let task = ("send_letter".to_owned(), "CU-001".to_owned());
    assert_eq!(today(&journey, "2026-10-15"), BTreeSet::from([task]));
    journey
        .desk
        .mark_all_sent(FIRST_CLASS_POST, day("2026-10-16"), None, on("2026-10-16"))
        .expect("a posting");
    for quiet in ["2026-10-16", "2026-10-20", "2026-11-16", "2026-11-17"] {
        assert!(today(&journey, quiet).is_empty(), "on {quiet}");
    }
}

#[test]
fn a_closed_request_asks_for_nothing() {
    let mut journey = Journey::posted_to("kent");
    journey.end("CU-001", desk::Ending::Closed, "2026-11-20", "enough").expect("an end");
    assert!(today(&journey, "2027-06-01").is_empty());
}
