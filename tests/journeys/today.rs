//! The rows of Today: the day that matters, how far off it is, and the words for both.

use desk::TodayRequest;
use desk::view::DeadlineView;
use tests::day;
use tests::journey::Journey;

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

/// The row of the one request in the library, on a day.
fn row(journey: &Journey, date: &str) -> TodayRequest {
    let view = journey.desk.today(day(date)).expect("today");
    let mut rows = view.groups.into_iter().flat_map(|group| group.requests);
    rows.next().expect("something to do")
}

fn clock(row: &TodayRequest) -> (Option<&str>, Option<i64>, &str) {
    (row.state, row.working_days_left, row.state_words.as_deref().unwrap_or_default())
}

#[test]
fn a_late_reply_is_counted_in_working_days_after_the_day_on_which_it_was_due() {
    let journey = Journey::posted_to("kent");
    let late = row(&journey, "2026-11-18");
    assert_eq!((late.campaign.as_str(), late.stage), ("CU", "overdue"));
    assert_eq!((late.campaign_title.as_str(), late.stage_label), ("Custody officers", "Overdue"));
    assert_eq!(late.due, Some(day("2026-11-17")));
    assert_eq!(clock(&late), (Some("over"), Some(-1), "1 working day over"));
    // St Andrew's Day, Monday 30 November, is not counted.
    assert_eq!(
        clock(&row(&journey, "2026-12-01")),
        (Some("over"), Some(-9), "9 working days over")
    );
    assert!(!late.is_soon, "it is over");
}

#[test]
fn on_the_weekend_after_a_limit_it_is_over_though_no_working_day_has_passed() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    // Received on Friday 16 October: due on Friday 13 November.
    journey
        .leave("CU-001", desk::Departure::Emailed, "2026-10-16", None, "2026-10-16")
        .expect("an e-mail");
    let late = row(&journey, "2026-11-14");
    assert_eq!(clock(&late), (Some("over"), Some(0), "over since 13 Nov 2026"));
}

#[test]
fn a_window_that_closes_says_how_many_working_days_are_left_and_when_that_is_soon() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    // 40 working days from 13 November end on Friday 15 January 2027.
    let early = row(&journey, "2027-01-07");
    assert_eq!(early.due, Some(day("2027-01-15")));
    assert_eq!(clock(&early), (Some("running"), Some(6), "6 working days left"));
    assert!(!early.is_soon, "six are left");
    let soon = row(&journey, "2027-01-08");
    assert_eq!((clock(&soon).1, soon.is_soon), (Some(5), true));
    assert_eq!(clock(&row(&journey, "2027-01-14")).2, "1 working day left");
    let last = row(&journey, "2027-01-15");
    assert_eq!(clock(&last), (Some("due_today"), Some(0), "due today"));
    assert_eq!(early.date_words.as_deref(), Some("replied 16 Nov 2026"));
    assert_eq!(early.open_words.as_deref(), Some("2 of 4 questions open"));
}

#[test]
fn a_late_review_is_counted_from_its_arrival_and_silence_from_day_41() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2026-11-20").expect("a letter");
    journey.post("CU-001", "2026-11-20");
    // Deemed received on Tuesday 24 November.
    let late = row(&journey, "2026-12-24");
    assert_eq!((late.stage, late.state_words.as_deref()), ("review_late", Some("day 21 of 40")));
    assert_eq!(late.date_words.as_deref(), Some("asked 20 Nov 2026"));
    assert!(!late.is_soon, "their time is no hurry of ours");
    let silent = row(&journey, "2027-01-28");
    assert_eq!(silent.state_words.as_deref(), Some("day 42, no outcome"));
    assert_eq!((silent.state, silent.working_days_left), (Some("over"), Some(-2)));
}

#[test]
fn a_letter_that_waits_has_no_clock() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let waiting = row(&journey, "2026-11-15");
    assert_eq!((waiting.due, waiting.working_days_left), (None, None));
    assert_eq!((waiting.state, waiting.state_words), (None, None));
}

/// The limit of this name, of the one request in the library.
fn limit(journey: &Journey, name: &str, date: &str) -> DeadlineView {
    let detail = journey.desk.request("CU-001", day(date)).expect("a request");
    detail.deadlines.into_iter().find(|one| one.limit == name).expect("a limit")
}

#[test]
fn a_limit_numbers_its_days_and_says_which_today_is() {
    let journey = Journey::posted_to("kent");
    let response = limit(&journey, "response", "2026-11-10");
    assert_eq!((response.length_days, response.day), (Some(20), Some(15)));
    assert_eq!((response.left, response.over, response.is_soon), (Some(5), None, true));
    assert!(!limit(&journey, "response", "2026-11-09").is_soon, "six are left");
    let numbers: Vec<u32> = response.days.iter().filter_map(|one| one.number).collect();
    assert_eq!(numbers, (1..=20).collect::<Vec<u32>>());
    let first = &response.days[0];
    assert_eq!((first.date, first.kind, first.number), (day("2026-10-20"), "start", None));
    let weekends = response.days.iter().filter(|one| one.kind == "weekend").count();
    assert_eq!(weekends, 8, "four weeks");
    let today = response.days.iter().find(|one| one.date == day("2026-11-10")).expect("today");
    assert_eq!(today.number, response.day, "the number in the row is the number of today");
    let last = limit(&journey, "response", "2026-11-17");
    assert_eq!((last.day, last.left, last.over), (Some(20), Some(0), None));
}

#[test]
fn a_limit_that_is_over_goes_on_for_five_days() {
    let journey = Journey::posted_to("kent");
    let over = |date: &str| {
        let response = limit(&journey, "response", date);
        let days = response.days.iter().filter(|one| one.kind == "over");
        (response.over, response.day, days.filter_map(|one| one.number).collect::<Vec<u32>>())
    };
    assert_eq!(over("2026-11-19"), (Some(2), None, vec![1, 2]));
    assert_eq!(over("2026-12-10"), (Some(16), None, vec![1, 2, 3, 4, 5]));
}

#[test]
fn a_bank_holiday_stands_in_the_row_with_its_name() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    let window = limit(&journey, "review-request", "2026-12-01");
    let holiday = window.days.iter().find(|one| one.kind == "holiday").expect("a bank holiday");
    assert_eq!(holiday.date, day("2026-11-30"));
    assert!(holiday.why.as_deref().is_some_and(|why| why.contains("St Andrew")), "{holiday:?}");
    assert_eq!(holiday.number, None);
}
