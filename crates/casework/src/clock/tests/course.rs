//! What each clock says of itself, and what moves it in the course of a request.

use super::*;
use crate::event::{Claim, Notice, ReviewResult, Wording};

fn notice(names_day: Option<&str>) -> Notice {
    Notice { names_day: names_day.map(day), ..Notice::default() }
}

fn complained() -> History {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    history.event(EventKind::ComplaintMade, "2027-02-01", Fact::ComplaintMade(EMAILED));
    history
}

#[test]
fn a_clock_says_how_its_day_was_counted() {
    let clock = History::sent(Regime::Foia).clock(ClockKind::Response);
    assert_eq!(
        clock.sentence(),
        "20 working days after 23 November 2026, not counting weekends and 30 Nov (a holiday, \
         Scotland): due by the end of 22 December 2026 (section 10(1), Freedom of Information Act \
         2000)."
    );
}

/// Section 9(2) and 10(2): from the notice to the payment no day counts. Asked on Monday 30 November,
/// paid on Friday 4 December: four days had gone, and sixteen follow 4 December.
#[test]
fn the_days_between_a_notice_of_fees_and_the_payment_are_said_not_to_count() {
    let mut history = History::sent(Regime::Foia);
    history.event(EventKind::FeesNotice, "2026-11-30", Fact::FeesNotice(notice(None)));
    history.event(EventKind::FeesPaid, "2026-12-04", Fact::FeesPaid);
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.due, day("2026-12-30"), "7 to 11, 14 to 18, 21 to 24, 29 and 30 December");
    assert!(
        clock.sentence().ends_with(
            " Not counted from 30 November 2026 to 4 December 2026: from the notice of fees to the \
             payment, both included."
        ),
        "{}",
        clock.sentence()
    );
}

#[test]
fn a_date_of_our_own_and_a_day_that_a_decision_sets_are_told_apart() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::Enquiry), "2026-12-16");
    history.letter(letter).reply_by = Some(day("2027-01-19"));
    history.send(letter, "2026-12-17", POSTED);
    assert_eq!(
        history.clock(ClockKind::ReplyBy).sentence(),
        "19 January 2027 is our own date; no limit of the Act runs."
    );
    let mut history = complained();
    let decision = Fact::DecisionNotice(Some(ReviewResult::Overturned), notice(Some("2027-07-08")));
    history.event(EventKind::DecisionNotice, "2027-06-03", decision);
    let sentence = history.clock(ClockKind::Comply).sentence();
    assert!(
        sentence.starts_with("8 July 2027 is the day that the decision notice sets (section 50(4)"),
        "{sentence}"
    );
}

/// The last reading and the safe day of the answer to a request that is due on 22 December 2026.
fn with_claim(due: &str) -> (NaiveDate, NaiveDate) {
    let mut history = History::sent(Regime::Foia);
    history.event(EventKind::DateClaimed, "2026-11-27", Fact::DateClaimed(Claim::Due, day(due)));
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.due, day("2026-12-22"), "a claim moves no limit");
    (clock.last_reading(), clock.safe_day())
}

#[test]
fn a_claim_within_a_week_is_another_reading_and_one_beyond_a_promise() {
    let ours = day("2026-12-22");
    assert_eq!(with_claim("2026-12-23"), (day("2026-12-23"), ours));
    assert_eq!(with_claim("2026-12-29"), (day("2026-12-29"), ours), "the seventh day after");
    assert_eq!(with_claim("2026-12-30"), (ours, ours), "the eighth: a promise");
    assert_eq!(with_claim("2026-12-21"), (ours, day("2026-12-21")), "the earlier is the safe one");
}

fn about(questions: &[i64]) -> Notice {
    let questions = questions.iter().copied().map(QuestionId).collect();
    Notice { questions, ..Notice::default() }
}

fn ids(questions: &[i64]) -> Vec<QuestionId> {
    questions.iter().copied().map(QuestionId).collect()
}

fn fees(history: &mut History, given: &str, questions: &[i64]) {
    history.event(EventKind::FeesNotice, given, Fact::FeesNotice(about(questions)));
}

/// The request is due on 22 December 2026.
#[test]
fn a_notice_of_fees_after_the_last_day_stops_nothing() {
    let mut history = History::sent(Regime::Foia);
    fees(&mut history, "2026-12-22", &[]);
    assert!(history.has_clock(ClockKind::Fees) && !history.has_clock(ClockKind::Response));
    let mut history = History::sent(Regime::Foia);
    fees(&mut history, "2026-12-23", &[]);
    assert!(history.has_clock(ClockKind::Response) && !history.has_clock(ClockKind::Fees));
}

/// Section 9(2): three months beginning with 1 December 2026 end on 28 February 2027.
#[test]
fn a_fee_paid_after_its_last_day_starts_nothing_again() {
    let paid = |on: &str| {
        let mut history = History::sent(Regime::Foia);
        fees(&mut history, "2026-12-01", &[]);
        assert_eq!(history.clock(ClockKind::Fees).due, day("2027-02-28"));
        history.event(EventKind::FeesPaid, on, Fact::FeesPaid);
        (history.has_clock(ClockKind::Response), history.has_clock(ClockKind::Fees))
    };
    assert_eq!(paid("2027-02-27"), (true, false));
    assert_eq!(paid("2027-02-28"), (true, false), "the last day is in time");
    assert_eq!(paid("2027-03-01"), (false, true), "it has lapsed");
    assert_eq!(paid("2027-03-02"), (false, true));
}

#[test]
fn days_off_before_and_after_a_pause_are_both_in_the_working() {
    let mut history = History::sent(Regime::Foia);
    fees(&mut history, "2026-12-01", &[]);
    history.event(EventKind::FeesPaid, "2026-12-18", Fact::FeesPaid);
    let clock = history.clock(ClockKind::Response);
    // Four days before 1 December, sixteen after 18 December; the last is 15 January.
    assert_eq!(clock.due, day("2027-01-15"));
    let skipped: Vec<String> = clock.skipped.iter().map(|day| day.date.to_string()).collect();
    let expected = [
        "2026-11-28",
        "2026-11-29",
        "2026-11-30",
        "2026-12-19",
        "2026-12-20",
        "2026-12-25",
        "2026-12-26",
        "2026-12-27",
        "2026-12-28",
        "2027-01-01",
        "2027-01-02",
        "2027-01-03",
        "2027-01-04",
        "2027-01-09",
        "2027-01-10",
    ];
    assert_eq!(skipped, expected);
    assert!(!clock.provisional);
    assert_eq!(clock.readings, []);
}

/// Bank holidays are loaded for 2027 alone, or for all years but 2028.
#[test]
fn a_count_around_a_pause_is_provisional_when_either_side_of_it_is() {
    let paused = |sent_on: &str, given: &str, paid: &str, loaded: &[&str]| {
        let mut history = History::new(Regime::Foia);
        let rows = loaded.iter().flat_map(|date| {
            law::Division::ALL.iter().map(|division| law::BankHoliday {
                date: day(date),
                division: *division,
                title: "a holiday".to_owned(),
            })
        });
        history.holidays = law::BankHolidays::new(rows);
        let letter = history.write(LetterKind::Request, None, sent_on);
        history.send(letter, sent_on, EMAILED);
        fees(&mut history, given, &[]);
        history.event(EventKind::FeesPaid, paid, Fact::FeesPaid);
        history.clock(ClockKind::Response).provisional
    };
    let (new_2027, new_2029) = ("2027-01-01", "2029-01-01");
    assert!(!paused("2027-10-01", "2027-10-11", "2027-10-15", &[new_2027]));
    assert!(paused("2027-12-01", "2027-12-13", "2027-12-20", &[new_2027]), "it ends in 2028");
    let both = [new_2027, new_2029];
    assert!(paused("2028-12-18", "2028-12-28", "2029-01-12", &both), "it begins in 2028");
    assert!(!paused("2029-01-08", "2029-01-15", "2029-01-19", &both));
}

#[test]
fn what_is_asked_of_one_question_is_a_clock_of_that_question() {
    let mut history = History::sent(Regime::Foia);
    let asked = Fact::ClarificationAsked(about(&[2]));
    history.event(EventKind::ClarificationAsked, "2026-11-30", asked);
    fees(&mut history, "2026-12-01", &[3]);
    let clarification = history.clock(ClockKind::Clarification);
    assert_eq!(clarification.questions, ids(&[2]));
    assert_eq!(clarification.due, day("2027-01-30"), "two months");
    assert_eq!(clarification.length, Some(Length::Months(2)));
    assert_eq!(history.clock(ClockKind::Fees).questions, ids(&[3]));
    let response = history.clock(ClockKind::Response);
    assert_eq!((response.questions, response.outstanding), (ids(&[1]), ids(&[1])));
}

#[test]
fn receipt_on_a_working_day_has_one_reading_and_on_a_day_off_two() {
    let other = |on: &str| {
        let mut history = History::new(Regime::Foia);
        let letter = history.write(LetterKind::Request, None, on);
        history.send(letter, on, EMAILED);
        history.clock(ClockKind::Response).readings.first().map(|other| other.due)
    };
    assert_eq!(other("2026-11-27"), None, "a Friday");
    assert_eq!(other("2026-11-28"), Some(day("2026-12-31")), "a Saturday: from 1 December");
}

#[test]
fn what_asks_for_a_reply_is_met_by_the_reply_after_it() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::Enquiry), "2026-12-16");
    history.letter(letter).reply_by = Some(day("2027-01-19"));
    history.send(letter, "2026-12-17", EMAILED);
    assert_eq!(history.clock(ClockKind::ReplyBy).stopped_on, None);
    history.reply("2027-01-11", &[(2, Outcome::Refused)]);
    assert_eq!(history.clock(ClockKind::ReplyBy).stopped_on, Some(day("2027-01-11")));
}

#[test]
fn a_narrowed_request_has_its_own_twenty_days_for_its_own_questions() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let worded = Wording { question: QuestionId(2), text: "How many in 2025?".to_owned() };
    history.event(EventKind::Narrowed, "2026-12-16", Fact::Narrowed(EMAILED, vec![worded]));
    let clock = history.clock(ClockKind::FreshRequest);
    assert_eq!((clock.due, clock.questions), (day("2027-01-19"), ids(&[2])));
    assert_eq!(clock.stopped_on, None);
    history.reply("2027-01-11", &[(2, Outcome::Refused)]);
    assert_eq!(history.clock(ClockKind::FreshRequest).stopped_on, Some(day("2027-01-11")));
}

/// Ten working days after 22 January 2027 are a date of our own.
#[test]
fn a_chaser_names_ten_working_days_and_is_met_by_a_reply_or_a_decision() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.event(EventKind::ChaserSent, "2027-01-22", Fact::ChaserSent(EMAILED));
    let clock = history.clock(ClockKind::ReplyBy);
    assert_eq!((clock.counted_from, clock.due), (day("2027-01-22"), day("2027-02-05")));
    assert_eq!(clock.length, Some(Length::WorkingDays(10)));
    let skipped: Vec<String> = clock.skipped.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(skipped, ["2027-01-23", "2027-01-24", "2027-01-30", "2027-01-31"]);
    assert_eq!((clock.stopped_on, clock.provisional), (None, false));
    let met = |on: &str| {
        let mut history = History::sent(Regime::Foia);
        history.reply("2026-12-14", &OPEN);
        history.write_and_send(LetterKind::Review, None, "2026-12-15");
        history.decide("2027-01-22", &[(2, Outcome::Refused)]);
        history.event(EventKind::ChaserSent, on, Fact::ChaserSent(EMAILED));
        history.clock(ClockKind::ReplyBy).stopped_on
    };
    assert_eq!(met("2027-01-21"), Some(day("2027-01-22")));
    assert_eq!(met("2027-01-22"), None, "a decision of the day of the chaser is no answer to it");
    assert_eq!(met("2027-01-25"), None, "nor is an earlier one");
    let mut history = History::sent(Regime::Foia);
    history.event(EventKind::ChaserSent, "2026-12-23", Fact::ChaserSent(EMAILED));
    history.reply("2026-12-29", &OPEN);
    assert_eq!(history.clock(ClockKind::ReplyBy).stopped_on, Some(day("2026-12-29")));
    let mut late = History::sent(Regime::Foia);
    late.event(EventKind::ChaserSent, "2027-12-23", Fact::ChaserSent(EMAILED));
    assert!(late.clock(ClockKind::ReplyBy).provisional, "it ends in 2028, which is not loaded");
}

#[test]
fn in_scotland_asking_for_a_review_uses_the_window_that_silence_opened() {
    let mut history = History::sent(Regime::Foisa);
    assert_eq!(history.clock(ClockKind::ReviewRequest).stopped_on, None);
    history.write_and_send(LetterKind::Review, None, "2027-01-05");
    assert_eq!(history.clock(ClockKind::ReviewRequest).stopped_on, Some(day("2027-01-05")));
}

/// Section 20(5) of the Scottish Act: from the end of the time, unless the answer came after it.
#[test]
fn in_scotland_an_answer_of_the_last_day_is_not_late() {
    let fact = |dated: &str| {
        let mut history = History::sent(Regime::Foisa);
        history.reply(dated, &OPEN);
        history.clock(ClockKind::ReviewRequest).counted_from_fact
    };
    assert_eq!(fact("2026-12-22"), "the time for an answer ended");
    assert_eq!(fact("2026-12-23"), "the late reply was received");
}

#[test]
fn what_a_decision_orders_is_done_by_the_reply_after_it() {
    let mut history = complained();
    let decision = Fact::DecisionNotice(Some(ReviewResult::Overturned), notice(Some("2027-07-08")));
    history.event(EventKind::DecisionNotice, "2027-06-03", decision);
    assert_eq!(history.clock(ClockKind::Comply).stopped_on, None);
    history.reply("2027-06-24", &[(2, Outcome::Answered)]);
    assert_eq!(history.clock(ClockKind::Comply).stopped_on, Some(day("2027-06-24")));
}
