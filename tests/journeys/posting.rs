//! By when a letter is to be posted, what it would start, and what has left. Each date was counted from
//! a calendar.

use desk::PostingLine;
use tests::day;
use tests::journey::Journey;

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

fn only_line(journey: &Journey, today: &str) -> PostingLine {
    let mut lines = journey.desk.queue(day(today)).expect("the queue");
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

#[test]
fn a_right_of_ours_says_by_when_its_letter_is_to_be_posted() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    // The window closes on Friday 15 January 2027: first class takes two working days, second three.
    let step = |today: &str| journey.request("CU-001", today).request.next_steps[0].clone();
    let by = step("2027-01-08").post_by.expect("a letter takes the step");
    assert_eq!((by.first, by.second), (day("2027-01-13"), day("2027-01-12")));
    assert_eq!(by.short, "post by Wed 13 Jan, first class");
    assert!(!by.is_over);
    let by = step("2027-01-14").post_by.expect("a letter takes the step");
    assert!(by.is_over, "a day too late for the post, and a day in time by e-mail");
    assert_eq!(by.sentence, "Too late for the post to be safe: e-mail it.");
    let today = journey.desk.today(day("2027-01-08")).expect("today");
    let row = &today.groups[0].requests[0];
    assert_eq!(row.post_by, step("2027-01-08").post_by);
    assert_eq!(step("2027-01-16").post_by, None, "the window has closed");
}

#[test]
fn a_queued_letter_says_what_it_would_start_and_the_day_on_which_a_right_hangs() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let line = only_line(&journey, "2026-10-15");
    assert_eq!((line.campaign.as_str(), line.campaign_title.as_str()), ("CU", "Custody officers"));
    // First class on Thursday 15 October arrives on Monday 19; 20–30 October (9), 2–16 November (20).
    assert_eq!((line.starts.as_str(), line.post_by), ("Reply 16 Nov", None));

    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2027-01-08").expect("a review can be asked for");
    let line = only_line(&journey, "2027-01-08");
    // First class on Friday 8 January arrives on Tuesday 12; 13–29 January (13), 1–9 February (20);
    // 10–26 February (33), 1–9 March (40).
    assert_eq!(line.starts, "Review 9 Feb, then 9 Mar");
    assert_eq!(line.post_by.map(|by| by.first), Some(day("2027-01-13")));
    let out = journey.folder().join("job.pdf");
    let order = desk::PrintOrder { out, letters: None };
    let report = journey.desk.print(&order, day("2027-01-08")).expect("a print job");
    let list = std::fs::read_to_string(report.posting_list.expect("a list")).expect("text");
    assert!(list.contains("Custody officers,\"Review 9 Feb, then 9 Mar\",2027-01-13"), "{list}");
}

#[test]
fn what_left_in_the_last_thirty_days_is_listed_with_its_receipt() {
    let journey = Journey::posted_to("kent");
    let left = journey.due("CU-001", "response");
    assert!(left > day("2026-10-20"));
    let posted = journey.desk.posted(day("2026-10-20")).expect("a list");
    let [line] = posted.as_slice() else { panic!("one letter: {posted:?}") };
    assert_eq!((line.reference.as_str(), line.request.as_str()), ("CU-001/1", "CU-001"));
    assert_eq!((line.kind, line.receipt), ("request", Some("deemed")));
    assert!(line.words.contains("by post on") && line.words.contains("(deemed"), "{}", line.words);
    let after = line.left_on + chrono::Days::new(30);
    assert_eq!(journey.desk.posted(after).expect("a list").len(), 1, "the thirtieth day");
    let later = after + chrono::Days::new(1);
    assert_eq!(journey.desk.posted(later).expect("a list"), [], "the day after");
    assert_eq!(Journey::custody().desk.posted(later).expect("a list"), [], "nothing has left");
}
