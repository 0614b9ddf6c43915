//! What is to be done where something happened in the course of a request: a claim, a chaser, a
//! question of theirs, a fee.

use super::*;
use crate::event::{Claim, FromForce, Notice, ReviewResult, Wording};
use crate::id::QuestionId;
use crate::testing::theirs;

fn sent() -> History {
    History::sent(Regime::Foia)
}

#[test]
fn no_step_ends_before_it_begins() {
    for history in histories() {
        for step in history.agenda().steps {
            assert!(step.until.is_none_or(|until| step.from <= until), "{step:?}");
        }
    }
}

/// Due on 22 December by our count, on 24 December by theirs.
#[test]
fn between_two_readings_there_is_nothing_to_do_but_wait() {
    let mut history = sent();
    let claim = Fact::DateClaimed(Claim::Due, day("2026-12-24"));
    history.event(EventKind::DateClaimed, "2026-11-27", claim);
    assert_eq!(history.on("2026-12-22"), (Stage::Awaiting, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-23"), (Stage::Overdue, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-24"), (Stage::Overdue, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-25"), (Stage::Overdue, vec![StepKind::Chase]));
    let wait = history.agenda().on(day("2026-12-23")).steps[0].clone();
    assert!(wait.reason.contains("by another reading it is due by 24 December"), "{}", wait.reason);
}

/// Due on 22 December; a chaser of 23 December asks for a reply by the tenth working day after it: 24,
/// 29, 30 and 31 December, 5 to 8, 11 and 12 January. 4 January is a holiday in Scotland.
#[test]
fn only_a_chaser_after_the_last_day_leads_to_the_commissioner() {
    let chased = |on: &str| {
        let mut history = sent();
        history.event(EventKind::ChaserSent, on, Fact::ChaserSent(EMAILED));
        history
    };
    let too_early = chased("2026-12-22");
    assert_eq!(too_early.on("2026-12-23"), (Stage::Overdue, vec![StepKind::Chase]));
    let history = chased("2026-12-23");
    let due = history.clock(ClockKind::ReplyBy).due;
    assert_eq!(due, day("2027-01-12"));
    assert_eq!(history.on("2027-01-12"), (Stage::Overdue, vec![StepKind::Wait]));
    assert_eq!(history.on("2027-01-13"), (Stage::Overdue, vec![StepKind::Complain]));
}

#[test]
fn what_is_late_after_a_reply_is_what_it_left_out() {
    let late = |history: &History| {
        let standing = history.agenda().on(day("2026-12-23"));
        standing.steps[0].reason.clone()
    };
    assert_eq!(late(&sent()), "No full reply by 22 December 2026.");
    let mut history = sent();
    let first = history.reply("2026-12-14", &[(1, Outcome::Answered)]);
    assert_eq!(late(&history), "Late: questions 2 and 3. It was due by 22 December 2026.");
    // What a reply replaced is no reply.
    let nothing = FromForce { supersedes: Some(first), ..theirs(&[]) };
    history.event(EventKind::ReplyReceived, "2026-12-16", Fact::ReplyReceived(nothing));
    assert_eq!(late(&history), "Late: questions 1, 2 and 3. It was due by 22 December 2026.");
}

/// The Code under section 45: after two months of silence the request may be closed.
#[test]
fn their_question_is_ours_to_answer_and_nothing_of_theirs_runs() {
    let mut history = sent();
    let asked = Fact::ClarificationAsked(Notice::default());
    history.event(EventKind::ClarificationAsked, "2026-11-30", asked);
    let steps = vec![StepKind::AnswerClarification];
    assert_eq!(history.on("2026-11-30"), (Stage::ClarificationAsked, steps.clone()));
    assert_eq!(history.on("2027-01-30"), (Stage::ClarificationAsked, steps.clone()));
    assert_eq!(history.agenda().on(day("2027-01-30")).due, Some(day("2027-01-30")));
    let reason = |today| history.agenda().on(day(today)).steps[0].reason.clone();
    assert!(reason("2027-01-30").starts_with("They asked what is meant (HT-011/1)"));
    assert_eq!(history.on("2027-01-31"), (Stage::ClarificationAsked, steps));
    assert!(reason("2027-01-31").contains("may have closed the request"));
}

/// Where no rule says how long they wait, there is no last day.
#[test]
fn under_another_enactment_their_question_waits_without_a_day() {
    let mut history = History::sent(Regime::Foisa);
    let asked = Fact::ClarificationAsked(Notice::default());
    history.event(EventKind::ClarificationAsked, "2026-11-30", asked);
    let steps = vec![StepKind::AnswerClarification];
    assert_eq!(history.on("2026-12-01"), (Stage::ClarificationAsked, steps));
    let standing = history.agenda().on(day("2028-11-30"));
    assert_eq!((standing.due, standing.steps[0].until), (None, None));
}

/// Section 9(2): three months beginning with the day of the notice.
#[test]
fn a_fee_is_paid_within_three_months_or_the_request_lapses() {
    let mut history = sent();
    let notice = Fact::FeesNotice(Notice::default());
    history.event(EventKind::FeesNotice, "2026-12-01", notice);
    assert_eq!(history.on("2027-02-28"), (Stage::FeesAsked, vec![StepKind::PayFee]));
    assert_eq!(history.agenda().on(day("2027-02-28")).due, Some(day("2027-02-28")));
    assert_eq!(history.on("2027-03-01"), (Stage::FeesAsked, vec![StepKind::Close]));
}

/// An early chaser asks for a reply by a day of its own; what counts is the one after the last day.
#[test]
fn an_early_chaser_does_not_shorten_the_wait_after_a_later_one() {
    let mut history = sent();
    for on in ["2026-12-10", "2026-12-23"] {
        history.event(EventKind::ChaserSent, on, Fact::ChaserSent(EMAILED));
    }
    assert_eq!(history.on("2027-01-12"), (Stage::Overdue, vec![StepKind::Wait]));
    assert_eq!(history.on("2027-01-13"), (Stage::Overdue, vec![StepKind::Complain]));
}

/// A review asked for on 15 December should be decided by 18 January, and 40 days end on 15 February.
fn in_review() -> History {
    let mut history = sent();
    history.reply("2026-12-14", &MIXED);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history
}

#[test]
fn only_a_chaser_after_the_last_day_of_a_review_is_waited_on() {
    let on_the_19th = |chased: &str| {
        let mut history = in_review();
        history.event(EventKind::ChaserSent, chased, Fact::ChaserSent(EMAILED));
        history.on("2027-01-20")
    };
    assert_eq!(on_the_19th("2027-01-18"), (Stage::ReviewLate, vec![StepKind::ChaseReview]));
    assert_eq!(on_the_19th("2027-01-19"), (Stage::ReviewLate, vec![StepKind::Wait]));
}

#[test]
fn more_time_for_a_review_is_waited_on_where_it_is_more() {
    let extended = |until: &str| {
        let mut history = in_review();
        let notice = Notice { names_day: Some(day(until)), ..Notice::default() };
        history.event(EventKind::ReviewExtended, "2027-01-11", Fact::ReviewExtended(notice));
        for step in history.agenda().steps {
            assert!(step.until.is_none_or(|until| step.from <= until), "{step:?}");
        }
        history.on("2027-01-19")
    };
    assert_eq!(extended("2027-01-18"), (Stage::ReviewLate, vec![StepKind::ChaseReview]));
    assert_eq!(extended("2027-01-19"), (Stage::ReviewLate, vec![StepKind::Wait]));
    let mut history = in_review();
    let notice = Notice { names_day: Some(day("2027-01-29")), ..Notice::default() };
    history.event(EventKind::ReviewExtended, "2027-01-11", Fact::ReviewExtended(notice));
    assert_eq!(history.on("2027-01-29"), (Stage::ReviewLate, vec![StepKind::Wait]));
    assert_eq!(history.on("2027-01-30"), (Stage::ReviewLate, vec![StepKind::ChaseReview]));
}

#[test]
fn a_reply_after_the_decision_of_a_review_is_followed_up_anew() {
    let mut history = in_review();
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    assert_eq!(history.on("2027-01-20"), (Stage::ToFollowUp, vec![StepKind::Complain]));
    history.reply("2027-01-20", &[(3, Outcome::Refused)]);
    let steps = vec![StepKind::FollowUp, StepKind::AskReview];
    assert_eq!(history.on("2027-01-20"), (Stage::ToFollowUp, steps));
}

#[test]
fn a_narrowed_request_after_a_reply_is_waited_for() {
    let narrowed = |on: &str| {
        let mut history = sent();
        let text = "How many in 2025?".to_owned();
        let wording = vec![Wording { question: QuestionId(3), text }];
        history.event(EventKind::Narrowed, on, Fact::Narrowed(EMAILED, wording));
        history.reply("2026-12-14", &NOT_HELD);
        history.on("2026-12-16")
    };
    let steps = vec![StepKind::AskReview, StepKind::Wait];
    assert_eq!(narrowed("2026-12-16"), (Stage::FollowedUp, steps));
    let steps = vec![StepKind::AskReview, StepKind::FollowUp];
    assert_eq!(narrowed("2026-12-10"), (Stage::ToFollowUp, steps), "the reply came after it");
}

/// A decision of 3 June orders something by 8 July; an appeal is due on 1 July.
#[test]
fn with_the_commissioner_one_waits_and_after_the_decision_one_appeals_or_sees_it_done() {
    let mut history = in_review();
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    history.event(EventKind::ComplaintMade, "2027-02-01", Fact::ComplaintMade(EMAILED));
    assert_eq!(history.on("2027-06-03"), (Stage::WithCommissioner, vec![StepKind::Wait]));
    let notice = Notice { names_day: Some(day("2027-07-08")), ..Notice::default() };
    let fact = Fact::DecisionNotice(Some(ReviewResult::Partly), notice);
    history.event(EventKind::DecisionNotice, "2027-06-03", fact);
    let stage = Stage::DecisionNotice;
    assert_eq!(history.on("2027-07-01"), (stage, vec![StepKind::Appeal, StepKind::Wait]));
    assert_eq!(history.on("2027-07-02"), (stage, vec![StepKind::Close, StepKind::Wait]));
    assert_eq!(history.on("2027-07-08"), (stage, vec![StepKind::Close, StepKind::Wait]));
    assert_eq!(history.on("2027-07-09"), (stage, vec![StepKind::Chase, StepKind::Close]));
    assert_eq!(history.agenda().on(day("2027-06-10")).due, Some(day("2027-07-01")));
    history.event(EventKind::AppealMade, "2027-06-14", Fact::AppealMade(EMAILED));
    assert_eq!(history.on("2027-07-09"), (Stage::OnAppeal, vec![StepKind::Wait]));
    let fact = Fact::AppealDecided(Some(ReviewResult::Upheld), Notice::default());
    history.event(EventKind::AppealDecided, "2027-09-01", fact);
    assert_eq!(history.on("2027-09-01"), (stage, vec![StepKind::Close]));
}
