//! The main job outside Scotland, from the sample's questions to the Commissioner's door.
//!
//! Working days in these months: Monday to Friday, but for bank holidays in any part of the
//! kingdom: 30 November (Scotland), 25 and 28 December, 1 January, 4 January (Scotland).

use desk::view::RequestDetail;
use desk::{ErrorKind, Mode};
use tests::day;
use tests::journey::{FIRST_CLASS_POST, Journey, on};

/// The request to Devon and Cornwall.
const DEVON: &str = "HT-001";
/// The request to Kent, which stays silent.
const KENT: &str = "HT-002";

/// The reply of the sample, with its outcomes.
const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n2c,partly,,\n\
    2d,not_addressed,,\n2e,not_addressed,,\n3,answered,,\n4,answered,,\n5,answered,,\n\
    6,refused,12(1),\n7,partly,40(2),\n8,not_held,,\n9,answered,,";

fn devon(journey: &Journey, today: &str) -> RequestDetail {
    let detail = journey.request(DEVON, today);
    assert_eq!(detail.request.force, "devon-and-cornwall");
    detail
}

/// The sample, written to two forces on 15 October and posted on Friday 16 October 2026.
fn posted() -> Journey {
    let mut journey = Journey::sample();
    journey.send("HT", &["devon-and-cornwall", "kent"], "2026-10-15");
    journey
        .desk
        .mark_all_sent(FIRST_CLASS_POST, day("2026-10-16"), None, on("2026-10-16"))
        .expect("two letters that can leave");
    journey
}

#[test]
fn forty_eight_requests_are_written_and_no_clock_runs() {
    let mut journey = Journey::sample();
    let sent = journey.send("HT", &[], "2026-10-15");
    assert_eq!(sent.written.len(), 48);
    assert!(sent.items.iter().all(|item| item.state == "done"));
    let requests = journey.desk.requests(Some("HT"), day("2027-06-01")).expect("the requests");
    assert_eq!(requests.len(), 48);
    for request in requests {
        // Months later: a letter that waits to leave is not late, and nothing is counted from it.
        assert_eq!(request.stage, "not_sent", "{}", request.reference);
        assert_eq!((request.due, request.response_due), (None, None), "{}", request.reference);
        assert_eq!((request.sent_on, request.received_on), (None, None), "{}", request.reference);
        assert_eq!(request.queued, [format!("{}/1", request.reference)]);
        let detail = journey.request(&request.reference, "2027-06-01");
        assert!(detail.deadlines.is_empty(), "{}: {:?}", request.reference, detail.deadlines);
    }
    journey.is_whole();
}

#[test]
fn a_posted_request_is_in_time_on_its_last_day_and_late_on_the_next() {
    let journey = posted();
    let request = journey.request(KENT, "2026-10-16").request;
    assert_eq!((request.force.as_str(), request.stage), ("kent", "awaiting"));
    // Friday 16 October, first class: Monday 19 is one working day, Tuesday 20 the second.
    assert_eq!(request.received_on, Some(day("2026-10-20")));
    assert_eq!(request.receipt, Some("deemed"));
    // Twenty working days are four whole weeks: no bank holiday falls before 30 November.
    assert_eq!(request.response_due, Some(day("2026-11-17")));
    let last = journey.request(KENT, "2026-11-17").request;
    assert_eq!((last.stage, last.due), ("awaiting", Some(day("2026-11-17"))));
    assert!(last.late.is_empty(), "nothing is late on the last lawful day");
    assert_eq!(journey.limit(KENT, "response", "2026-11-17").state, "due_today");
    assert_eq!(journey.steps(KENT, "2026-11-17"), ["wait"]);
    let next = journey.request(KENT, "2026-11-18").request;
    assert_eq!((next.stage, next.due), ("overdue", Some(day("2026-11-17"))));
    assert_eq!(next.late.len(), 13, "each of the thirteen counted questions is owed");
    assert_eq!(journey.steps(KENT, "2026-11-18"), ["chase"]);
    assert_eq!(journey.limit(KENT, "response", "2026-11-18").state, "over");
}

#[test]
fn the_working_of_a_deadline_names_its_section_and_each_day_left_out() {
    let journey = posted();
    let response = journey.limit(KENT, "response", "2026-10-20");
    assert_eq!(response.counted_from, day("2026-10-20"));
    assert_eq!(response.authority, "statute");
    assert!(response.citation.contains("section 10(1)"), "{}", response.citation);
    let skipped: Vec<_> = response.skipped.iter().map(|skipped| skipped.date).collect();
    let weekends = [
        "2026-10-24",
        "2026-10-25",
        "2026-10-31",
        "2026-11-01",
        "2026-11-07",
        "2026-11-08",
        "2026-11-14",
        "2026-11-15",
    ];
    assert_eq!(skipped, weekends.map(day));
    assert!(!response.provisional);
}

#[test]
fn from_a_reply_to_the_follow_up_and_the_review_each_clock_is_its_own() {
    let mut journey = posted();
    let recorded = journey.reply(DEVON, "2026-11-13", "2026-11-16", REPLY);
    assert!(recorded.not_listed.is_empty());
    let replied = devon(&journey, "2026-11-16").request;
    assert_eq!(replied.stage, "to_follow_up");
    assert_eq!((replied.answered, replied.counted), (6, 13));
    // 40 working days after 13 November: 16–27 November (10), 1–24 December (28), 29–31 December
    // (31), 5–15 January (40).
    assert_eq!(replied.review_request_due, Some(day("2027-01-15")));
    // What the reply left out stays late.
    assert_eq!(devon(&journey, "2026-11-18").request.late, ["2d", "2e"]);

    let written =
        journey.follow_up(DEVON, Some(Mode::FreshRequest), "2026-11-17").expect("a letter");
    assert_eq!(written.written[0].reference, "HT-001/2");
    assert_eq!(devon(&journey, "2026-11-17").request.stage, "to_follow_up", "nothing has left");
    assert!(journey.limits(DEVON, "fresh-request", "2026-11-17").is_empty());
    journey.post(DEVON, "2026-11-17");
    let followed = devon(&journey, "2026-11-17").request;
    assert_eq!(followed.stage, "followed_up");
    // Tuesday 17 November, first class: received on Thursday 19. Twenty working days on: 20–27
    // November (6), 1–18 December (20).
    let fresh = journey.limit(DEVON, "fresh-request", "2026-11-17");
    assert_eq!((fresh.counted_from, fresh.due), (day("2026-11-19"), day("2026-12-18")));
    assert_eq!(followed.due, Some(day("2026-12-18")));
    assert_eq!(followed.review_request_due, Some(day("2027-01-15")), "the window is untouched");
    assert_eq!(journey.due(DEVON, "response"), day("2026-11-17"), "so is the first limit");
    assert_eq!(journey.limit(DEVON, "reply-by", "2026-11-17").authority, "courtesy");

    let review = journey.review(DEVON, "2026-11-20").expect("a letter");
    assert_eq!(review.written[0].reference, "HT-001/3");
    assert_eq!(devon(&journey, "2026-11-20").request.stage, "followed_up", "nothing has left");
    journey.post(DEVON, "2026-11-20");
    let asked = devon(&journey, "2026-11-20").request;
    assert_eq!(asked.stage, "in_review");
    // Friday 20 November: received on Tuesday 24. Twenty on: 25–27 November (3), 1–23 December (20).
    assert_eq!(asked.due, Some(day("2026-12-23")));
    assert_eq!(journey.limit(DEVON, "review-request", "2026-11-20").state, "met");
    assert_eq!(journey.stage(DEVON, "2026-12-23"), "in_review");
    assert_eq!(journey.steps(DEVON, "2026-12-23"), ["wait"]);
    assert_eq!(journey.stage(DEVON, "2026-12-24"), "review_late", "day 21");
    assert_eq!(journey.steps(DEVON, "2026-12-24"), ["chase_review"]);
    // Forty on: 24 and 29–31 December (24), 5–22 January (38), 25 and 26 January (40).
    assert_eq!(journey.due(DEVON, "review-extended"), day("2027-01-26"));
    assert_eq!(journey.steps(DEVON, "2027-01-26"), ["chase_review"], "day 40");
    assert_eq!(journey.steps(DEVON, "2027-01-27"), ["complain"], "day 41");
    journey.is_whole();
}

#[test]
fn a_decided_review_leaves_six_weeks_for_a_complaint() {
    let mut journey = posted();
    journey.reply(DEVON, "2026-11-13", "2026-11-16", REPLY);
    journey.review(DEVON, "2026-11-20").expect("a letter");
    journey.post(DEVON, "2026-11-20");
    let rows = "1,partly,31(1)(a),\n2d,answered,,";
    journey.decide(DEVON, "2027-02-01", "2027-02-03", "partly", rows);
    let decided = devon(&journey, "2027-02-03").request;
    assert_eq!(journey.outcome(DEVON, "1"), "partly");
    assert_eq!(journey.outcome(DEVON, "2d"), "answered");
    assert_eq!((decided.answered, decided.counted), (7, 13));
    // 42 days of any kind after 1 February: 28 days make 1 March, 14 more 15 March.
    let complaint = journey.limit(DEVON, "complaint", "2027-02-03");
    assert_eq!(complaint.due, day("2027-03-15"));
    assert_eq!(
        complaint.authority, "policy",
        "the six weeks are the Commissioner's, not the Act's"
    );
    assert_eq!(journey.steps(DEVON, "2027-03-15"), ["complain"]);
    let reviews = journey.desk.reviews(day("2027-02-03")).expect("the reviews");
    assert_eq!(reviews.len(), 1);
    assert_eq!((reviews[0].state, reviews[0].result), ("decided", Some("partly")));
    let changed: Vec<_> =
        reviews[0].changed.iter().map(|c| (c.question.as_str(), c.before, c.after)).collect();
    assert_eq!(changed, [("1", "refused", "partly"), ("2d", "not_addressed", "answered")]);
    journey.is_whole();
}

#[test]
fn after_a_decision_there_is_no_second_review_of_the_same_answer() {
    let mut journey = posted();
    journey.reply(DEVON, "2026-11-13", "2026-11-16", REPLY);
    journey.review(DEVON, "2026-11-20").expect("a letter");
    journey.post(DEVON, "2026-11-20");
    let error = journey.review(DEVON, "2026-12-01").expect_err("a review is open");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("request")));
    journey.decide(DEVON, "2027-02-01", "2027-02-03", "upheld", "1,refused,31(1)(a),");
    let error = journey.review(DEVON, "2027-02-04").expect_err("it was decided");
    assert!(error.hint.contains("Information Commissioner"), "{error:?}");
}

#[test]
fn a_mode_c_letter_starts_the_review_and_the_fresh_request_under_two_references() {
    let mut journey = posted();
    journey.reply(DEVON, "2026-11-13", "2026-11-16", REPLY);
    let written = journey.follow_up(DEVON, Some(Mode::Both), "2026-11-17").expect("a letter");
    assert_eq!((written.written[0].mode, written.written.len()), (Some("C"), 1));
    journey.post(DEVON, "2026-11-17");
    assert_eq!(journey.stage(DEVON, "2026-11-17"), "in_review");
    // Received on Thursday 19 November, as in the story above: the same day for both parts.
    assert_eq!(journey.due(DEVON, "review"), day("2026-12-18"));
    let fresh = journey.limit(DEVON, "fresh-request", "2026-11-17");
    assert_eq!((fresh.due, fresh.subject.as_str()), (day("2026-12-18"), "HT-001/3"));
    // The letter bears two numbers, so the next one is the fourth.
    journey.decide(DEVON, "2027-01-04", "2027-01-05", "upheld", "1,refused,31(1)(a),");
    journey.reply(DEVON, "2027-01-11", "2027-01-12", "8,not_held,,");
    let next = journey.review(DEVON, "2027-01-13").expect("a letter");
    assert_eq!(next.written[0].reference, "HT-001/4");
}

#[test]
fn an_enquiry_starts_no_clock() {
    let mut journey = posted();
    journey.reply(DEVON, "2026-11-13", "2026-11-16", REPLY);
    journey.follow_up(DEVON, Some(Mode::Enquiry), "2026-11-17").expect("a letter");
    let report = journey.post(DEVON, "2026-11-17");
    assert!(report.clocks.iter().all(|clock| clock.limit.is_none_or(|limit| limit == "reply-by")));
    assert!(journey.limits(DEVON, "fresh-request", "2026-11-17").is_empty());
    assert!(journey.limits(DEVON, "review", "2026-11-17").is_empty());
    assert_eq!(devon(&journey, "2026-11-17").request.review_request_due, Some(day("2027-01-15")));
}
