//! What each clock says of itself, and what moves it in the course of a request.

use super::*;
use crate::event::{Claim, Notice, ReviewResult};

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
