use super::*;

mod course;
mod later;

use crate::event::{EventKind, Fact, FromForce};
use crate::letter::{LetterKind, Mode};
use crate::outcome::Outcome;
use crate::testing::{EMAILED, History, POSTED, day, theirs};
use law::Coded;
use law::regime::Regime;

const OPEN: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::NotHeld)];

#[test]
fn no_clock_starts_by_writing() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-23");
    assert_eq!(history.clocks(), []);
    history.send(letter, "2026-11-23", POSTED);
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.counted_from, day("2026-11-25"), "deemed: the second working day");
    assert_eq!(clock.due, day("2026-12-24"));
    assert_eq!(clock.subject, "HT-011/1");
    assert!(
        clock.counted_from_fact.contains("posted 23 November 2026"),
        "{}",
        clock.counted_from_fact
    );
}

#[test]
fn the_reply_is_due_twenty_working_days_after_the_request_arrived() {
    for regime in [Regime::Foia, Regime::Foisa] {
        let clock = History::sent(regime).clock(ClockKind::Response);
        assert_eq!((clock.counted_from, clock.due), (day("2026-11-23"), day("2026-12-22")));
        assert_eq!(clock.stopped_on, None);
        assert!(!clock.provisional);
    }
}

#[test]
fn the_clock_of_the_reply_stops_with_the_letter_that_left_nothing_out() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.stopped_on, Some(day("2026-12-14")));
    assert_eq!(clock.outstanding, []);
}

#[test]
fn a_later_letter_does_not_make_a_reply_late_that_came_in_time() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.reply("2027-02-01", &[(2, Outcome::Partly)]);
    assert_eq!(history.clock(ClockKind::Response).stopped_on, Some(day("2026-12-14")));
}

#[test]
fn a_question_left_out_stays_due_until_a_letter_deals_with_it() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::NotAddressed)]);
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.stopped_on, None);
    assert_eq!(clock.outstanding, [QuestionId(2), QuestionId(3)]);
    history.reply("2027-01-11", &[(2, Outcome::Refused), (3, Outcome::NotHeld)]);
    assert_eq!(history.clock(ClockKind::Response).stopped_on, Some(day("2027-01-11")));
}

#[test]
fn a_review_that_deals_with_the_rest_stops_the_clock_on_its_own_day() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Answered)]);
    history.write_and_send(LetterKind::Review, None, "2026-12-23");
    history.decide("2027-01-11", &[(3, Outcome::Answered)]);
    assert_eq!(history.clock(ClockKind::Response).stopped_on, Some(day("2027-01-11")));
}

#[test]
fn a_reply_that_opens_what_was_dealt_with_starts_it_again() {
    let mut history = History::sent(Regime::Foia);
    let first = history.reply("2026-12-14", &OPEN);
    let second = FromForce { supersedes: Some(first), ..theirs(&[(1, Outcome::Answered)]) };
    history.event(EventKind::ReplyReceived, "2026-12-16", Fact::ReplyReceived(second));
    let clock = history.clock(ClockKind::Response);
    assert_eq!(clock.stopped_on, None);
    assert_eq!(clock.outstanding, [QuestionId(2), QuestionId(3)]);
}

#[test]
fn the_window_for_a_review_is_forty_working_days_from_the_date_of_the_reply() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let clock = history.clock(ClockKind::ReviewRequest);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-14"), day("2027-02-12")));
    assert_eq!(clock.subject, "reply of 14 December 2026");
    assert_eq!(clock.readings, []);
}

#[test]
fn a_reply_that_took_its_time_has_a_second_reading_from_its_arrival() {
    let mut history = History::sent(Regime::Foia);
    let reply = FromForce { received_on: Some(day("2026-12-16")), ..theirs(&OPEN) };
    history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(reply));
    let clock = history.clock(ClockKind::ReviewRequest);
    assert_eq!(clock.due, day("2027-02-12"));
    let other = clock.readings.first().expect("the other reading");
    assert_eq!(other.due, day("2027-02-16"));
    assert!(other.why.contains("16 December 2026"), "{}", other.why);
}

#[test]
fn a_reply_that_leaves_nothing_open_opens_no_window() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Elsewhere)]);
    assert!(!history.has_clock(ClockKind::ReviewRequest));
}

#[test]
fn in_scotland_the_window_runs_from_the_end_of_the_time_or_from_a_late_reply() {
    let mut history = History::sent(Regime::Foisa);
    history.reply("2026-12-14", &OPEN);
    let clock = history.clock(ClockKind::ReviewRequest);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-22"), day("2027-02-22")));
    let safe = clock.readings.first().expect("the safe date");
    assert_eq!(safe.due, day("2027-02-12"), "counted from the reply");

    let mut history = History::sent(Regime::Foisa);
    history.reply("2026-12-24", &OPEN);
    let clock = history.clock(ClockKind::ReviewRequest);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-24"), day("2027-02-24")));
    assert_eq!(clock.readings, []);
}

#[test]
fn silence_opens_a_window_in_scotland_alone() {
    let clock = History::sent(Regime::Foisa).clock(ClockKind::ReviewRequest);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-22"), day("2027-02-22")));
    assert!(!History::sent(Regime::Foia).has_clock(ClockKind::ReviewRequest));
}

#[test]
fn asking_for_a_review_uses_the_window_and_starts_the_clocks_of_the_review() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    assert_eq!(history.clock(ClockKind::ReviewRequest).stopped_on, Some(day("2026-12-15")));
    assert_eq!(history.clock(ClockKind::Review).due, day("2027-01-18"));
    assert_eq!(history.clock(ClockKind::ReviewSilence).due, day("2027-02-15"));
    assert!(!history.has_clock(ClockKind::Complaint), "silence has no last day under this Act");
}

#[test]
fn in_scotland_a_silent_review_may_be_taken_further_for_six_months() {
    let mut history = History::sent(Regime::Foisa);
    history.write_and_send(LetterKind::Review, None, "2027-01-05");
    assert_eq!(history.clock(ClockKind::Review).due, day("2027-02-02"));
    assert!(!history.has_clock(ClockKind::ReviewSilence), "there is no second limit");
    let complaint = history.clock(ClockKind::Complaint);
    assert_eq!((complaint.counted_from, complaint.due), (day("2027-02-02"), day("2027-08-02")));
}

#[test]
fn after_the_decision_the_time_for_the_commissioner_runs_while_anything_is_wanting() {
    let asked = |regime| {
        let mut history = History::sent(regime);
        history.reply("2026-12-14", &OPEN);
        history.write_and_send(LetterKind::Review, None, "2026-12-15");
        history
    };
    let mut history = asked(Regime::Foia);
    history.decide("2027-01-18", &[(2, Outcome::Partly)]);
    assert_eq!(history.clock(ClockKind::Complaint).due, day("2027-03-01"), "42 days of any kind");
    assert_eq!(history.clock(ClockKind::Review).stopped_on, Some(day("2027-01-18")));

    let mut history = asked(Regime::Foisa);
    history.decide("2027-01-18", &[(2, Outcome::Partly)]);
    assert_eq!(history.clock(ClockKind::Complaint).due, day("2027-07-18"), "six months");

    let mut history = asked(Regime::Foia);
    history.decide("2027-01-18", &[(2, Outcome::Answered), (3, Outcome::Answered)]);
    assert!(!history.has_clock(ClockKind::Complaint), "everything is answered");
}

#[test]
fn what_no_letter_ever_dealt_with_is_wanting_too() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Answered)]);
    assert!(history.has_clock(ClockKind::Complaint), "question 3 was never answered");
}

#[test]
fn a_fresh_request_has_twenty_working_days_and_moves_no_window() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let window = history.clock(ClockKind::ReviewRequest);
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-16");
    let fresh = history.clock(ClockKind::FreshRequest);
    assert_eq!((fresh.counted_from, fresh.due), (day("2026-12-16"), day("2027-01-19")));
    assert_eq!(fresh.subject, "HT-011/2");
    assert_eq!(history.clock(ClockKind::ReviewRequest), window);
    assert!(!history.has_clock(ClockKind::Review));
    history.reply("2027-01-12", &[(3, Outcome::NotHeld)]);
    assert_eq!(history.clock(ClockKind::FreshRequest).stopped_on, Some(day("2027-01-12")));
    let windows: Vec<_> = history
        .clocks()
        .into_iter()
        .filter(|clock| clock.kind == ClockKind::ReviewRequest)
        .map(|clock| clock.due)
        .collect();
    assert_eq!(windows[0], window.due, "the answer to it moves nothing either");
}

#[test]
fn a_reply_of_the_day_on_which_a_follow_up_left_is_no_answer_to_it() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-14");
    assert_eq!(history.clock(ClockKind::FreshRequest).stopped_on, None);
}

#[test]
fn each_mode_of_a_follow_up_starts_its_own_clocks_and_no_others() {
    let started = |mode| {
        let mut history = History::sent(Regime::Foia);
        history.reply("2026-12-14", &OPEN);
        let letter = history.write(LetterKind::FollowUp, Some(mode), "2026-12-16");
        history.letter(letter).reply_by = Some(day("2027-01-19"));
        history.send(letter, "2026-12-16", EMAILED);
        [ClockKind::FreshRequest, ClockKind::Review, ClockKind::ReplyBy]
            .map(|kind| history.has_clock(kind))
    };
    assert_eq!(started(Mode::FreshRequest), [true, false, true]);
    assert_eq!(started(Mode::Review), [false, true, true]);
    assert_eq!(started(Mode::Both), [true, true, true]);
    assert_eq!(started(Mode::Enquiry), [false, false, true]);
}

#[test]
fn our_own_date_is_a_courtesy_and_has_no_length() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::Enquiry), "2026-12-16");
    history.letter(letter).reply_by = Some(day("2027-01-19"));
    history.send(letter, "2026-12-17", POSTED);
    let clock = history.clock(ClockKind::ReplyBy);
    assert_eq!(clock.citation.basis, law::citation::Basis::Courtesy);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-17"), day("2027-01-19")));
    assert_eq!(clock.length, None);
}

#[test]
fn a_letter_under_two_references_answers_for_its_fresh_part_under_the_second() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::Both), "2026-12-16");
    history.letter(letter).second_number = Some(3);
    history.send(letter, "2026-12-16", EMAILED);
    assert_eq!(history.clock(ClockKind::FreshRequest).subject, "HT-011/3");
    assert_eq!(history.clock(ClockKind::Review).subject, "HT-011/2");
}

#[test]
fn a_count_past_the_bank_holidays_that_are_loaded_is_provisional() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2028-02-01");
    history.send(letter, "2028-02-01", EMAILED);
    assert!(history.clock(ClockKind::Response).provisional);
}

#[test]
fn what_runs_from_our_letter_and_what_from_theirs() {
    let with_ours: Vec<&str> = ClockKind::ALL
        .iter()
        .filter(|kind| kind.starts_with_the_letter())
        .map(|kind| kind.code())
        .collect();
    assert_eq!(with_ours, ["response", "fresh-request", "reply-by", "review", "review-extended"]);
}

#[test]
fn what_is_a_right_of_ours_and_what_a_duty_of_theirs() {
    let ours: Vec<&str> =
        ClockKind::ALL.iter().filter(|kind| kind.is_ours()).map(|kind| kind.code()).collect();
    assert_eq!(ours, ["review-request", "complaint", "clarification", "fees", "appeal"]);
}
