//! Extensions and transfers; reviews refused or asked for elsewhere; the Commissioner and the appeal.

use super::*;
use crate::event::{Claim, Notice, ReviewResult, Sending, Transfer};

fn notice(names_day: Option<&str>, received_on: Option<&str>) -> Notice {
    Notice { names_day: names_day.map(day), received_on: received_on.map(day), ..Notice::default() }
}

fn extended(history: &mut History, on: &str, until: &str) {
    let fact = Fact::ExtensionClaimed(notice(Some(until), None));
    history.event(EventKind::ExtensionClaimed, on, fact);
}

/// The request is due on 22 December 2026; forty working days end on 25 January 2027: 23 and 24, 29 to
/// 31 December, 5 to 8, 11 to 15, 18 to 22 and 25 January.
#[test]
fn more_time_counts_when_it_is_claimed_in_time_and_once() {
    let mut history = History::sent(Regime::Foia);
    extended(&mut history, "2026-12-22", "2027-01-15");
    let clock = history.clock(ClockKind::Extended);
    assert_eq!(clock.due, day("2027-01-25"));
    assert_eq!(clock.claim.map(|claim| claim.due), Some(day("2027-01-15")));
    assert!(!history.has_clock(ClockKind::Response));
    extended(&mut history, "2027-01-14", "2027-01-22");
    let clock = history.clock(ClockKind::Extended);
    assert_eq!(clock.claim.map(|claim| claim.due), Some(day("2027-01-15")), "the first");
    let mut late = History::sent(Regime::Foia);
    extended(&mut late, "2026-12-23", "2027-01-15");
    assert_eq!(late.clock(ClockKind::Response).due, day("2026-12-22"));
    assert!(!late.has_clock(ClockKind::Extended));
}

#[test]
fn a_question_after_the_last_day_stops_nothing() {
    let asked = |on: &str| {
        let mut history = History::sent(Regime::Foia);
        let fact = Fact::ClarificationAsked(Notice::default());
        history.event(EventKind::ClarificationAsked, on, fact);
        history.has_clock(ClockKind::Response)
    };
    assert!(!asked("2026-12-22"));
    assert!(asked("2026-12-23"));
}

/// Twenty working days after 1 December: 2 to 4, 7 to 11, 14 to 18, 21 to 24, 29 to 31.
#[test]
fn a_request_that_was_passed_on_is_counted_from_its_receipt_there() {
    let mut history = History::sent(Regime::Foia);
    let to = "Kent Police".to_owned();
    let passed = Transfer { to, received_on: Some(day("2026-12-01")), questions: Vec::new() };
    history.event(EventKind::Transferred, "2026-11-27", Fact::Transferred(passed));
    let clock = history.clock(ClockKind::Response);
    assert_eq!((clock.counted_from, clock.due), (day("2026-12-01"), day("2026-12-31")));
    assert_eq!(clock.subject, "HT-011/1, passed to Kent Police");
    assert_eq!(clock.counted_from_fact, "Kent Police received the request");
}

#[test]
fn the_day_that_the_force_gives_for_a_review_stands_beside_ours() {
    let mut history = History::sent(Regime::Foia);
    for (claim, date) in [(Claim::ReviewRequest, "2027-02-10"), (Claim::Due, "2026-12-23")] {
        history.event(EventKind::DateClaimed, "2026-12-14", Fact::DateClaimed(claim, day(date)));
    }
    history.reply("2026-12-14", &OPEN);
    let clock = history.clock(ClockKind::ReviewRequest);
    assert_eq!(clock.due, day("2027-02-12"));
    assert_eq!(clock.claim.as_ref().map(|claim| claim.due), Some(day("2027-02-10")));
    assert_eq!(clock.safe_day(), day("2027-02-10"), "the safe day is the earlier");
}

#[test]
fn a_review_that_was_asked_for_elsewhere_runs_too() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &OPEN);
    history.event(EventKind::ReviewAsked, "2026-12-15", Fact::ReviewAskedElsewhere(EMAILED));
    let clock = history.clock(ClockKind::Review);
    assert_eq!(clock.due, day("2027-01-18"));
    assert_eq!(clock.subject, "review asked on 15 December 2026");
    assert_eq!(history.clock(ClockKind::ReviewRequest).stopped_on, Some(day("2026-12-15")));
}

/// Six weeks from the date of the refusal; in Scotland six months from its receipt.
#[test]
fn a_refusal_to_review_ends_the_review_and_opens_the_way_to_the_commissioner() {
    let refused = |regime| {
        let mut history = History::sent(regime);
        history.reply("2026-12-14", &OPEN);
        history.write_and_send(LetterKind::Review, None, "2026-12-15");
        let fact = Fact::ReviewRefused(notice(None, Some("2026-12-23")));
        history.event(EventKind::ReviewRefused, "2026-12-21", fact);
        assert_eq!(history.clock(ClockKind::Review).stopped_on, Some(day("2026-12-21")));
        let complaint = history.clock(ClockKind::Complaint);
        (complaint.counted_from, complaint.due)
    };
    assert_eq!(refused(Regime::Foia), (day("2026-12-21"), day("2027-02-01")));
    assert_eq!(refused(Regime::Foisa), (day("2026-12-23"), day("2027-06-23")));
}

fn ruled(regime: Regime, received_on: Option<&str>) -> History {
    let mut history = History::sent(regime);
    history.reply("2026-12-14", &OPEN);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    assert_eq!(history.clock(ClockKind::Complaint).stopped_on, None);
    history.event(EventKind::ComplaintMade, "2027-02-01", Fact::ComplaintMade(EMAILED));
    assert_eq!(history.clock(ClockKind::Complaint).stopped_on, Some(day("2027-02-01")));
    let fact = Fact::DecisionNotice(Some(ReviewResult::Upheld), notice(None, received_on));
    history.event(EventKind::DecisionNotice, "2027-06-03", fact);
    history
}

/// 28 days from sending to the Tribunal; 42 to the Court of Session, by another reading from receipt.
#[test]
fn an_appeal_runs_from_the_decision_notice_until_it_is_made() {
    let appeal = |history: &History| {
        let clock = history.clock(ClockKind::Appeal);
        (clock.due, clock.readings.first().map(|other| other.due))
    };
    assert_eq!(appeal(&ruled(Regime::Foia, Some("2027-06-07"))), (day("2027-07-01"), None));
    let scottish = |received_on| appeal(&ruled(Regime::Foisa, received_on));
    assert_eq!(scottish(Some("2027-06-07")), (day("2027-07-15"), Some(day("2027-07-19"))));
    assert_eq!(scottish(Some("2027-06-03")), (day("2027-07-15"), None));
    assert_eq!(scottish(None), (day("2027-07-15"), None));
    let mut history = ruled(Regime::Foia, None);
    assert_eq!(history.clock(ClockKind::Appeal).stopped_on, None);
    history.event(EventKind::AppealMade, "2027-06-14", Fact::AppealMade(EMAILED));
    assert_eq!(history.clock(ClockKind::Appeal).stopped_on, Some(day("2027-06-14")));
}

#[test]
fn a_clock_says_how_our_letter_came_there() {
    let fact = |sending| {
        let mut history = History::new(Regime::Foia);
        let letter = history.write(LetterKind::Request, None, "2026-11-23");
        history.send(letter, "2026-11-23", sending);
        history.clock(ClockKind::Response).counted_from_fact
    };
    assert_eq!(fact(EMAILED), "the request was sent by e-mail");
    let form = Sending::WebForm { received_on: None };
    assert_eq!(fact(form), "the request was submitted by web form");
    let arrived = Sending::WebForm { received_on: Some(day("2026-11-24")) };
    assert_eq!(fact(arrived), "the request was received");
}

/// The Scottish Act counted 60 for 20 from 7 April to 26 May 2020. Received on Monday 9 March, the 20
/// end on 6 April; with 16 and 17 March disregarded for a fee, on 8 April: within those weeks.
#[test]
fn a_pause_can_bring_an_answer_into_the_weeks_of_sixty_days() {
    let paused = |sent_on: &str, given: &str, paid: &str| {
        let mut history = History::new(Regime::Foisa);
        let letter = history.write(LetterKind::Request, None, sent_on);
        history.send(letter, sent_on, EMAILED);
        let fees = Fact::FeesNotice(Notice::default());
        history.event(EventKind::FeesNotice, given, fees);
        history.event(EventKind::FeesPaid, paid, Fact::FeesPaid);
        let clock = history.clock(ClockKind::Response);
        (clock.due, clock.length, clock.citation.confirmed)
    };
    let (twenty, sixty) = (Length::WorkingDays(20), Length::WorkingDays(60));
    let within = paused("2020-03-09", "2020-03-16", "2020-03-17");
    assert_eq!(within, (day("2020-05-26"), Some(sixty), false), "and that is not confirmed");
    let before = paused("2020-03-02", "2020-03-09", "2020-03-10");
    assert_eq!((before.0, before.1), (day("2020-04-01"), Some(twenty)));
    let after = paused("2020-04-28", "2020-05-04", "2020-05-05");
    assert_eq!((after.0, after.1), (day("2020-05-28"), Some(twenty)));
}
