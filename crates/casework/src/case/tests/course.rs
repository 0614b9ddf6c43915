//! What is made of the facts in the course of a request, and what is odd about them.

use super::*;
use crate::event::{Claim, Correction, Notice, ReviewResult, Wording};
use crate::id::{EventId, QuestionId};

fn sent() -> History {
    History::sent(Regime::Foia)
}

fn about(questions: &[i64]) -> Notice {
    let questions = questions.iter().copied().map(QuestionId).collect();
    Notice { questions, ..Notice::default() }
}

fn claims(history: &mut History, claim: Claim, date: &str) {
    history.event(EventKind::DateClaimed, "2026-11-27", Fact::DateClaimed(claim, day(date)));
}

/// Question 2 is refused, the review is decided, and a complaint is made.
fn complained() -> History {
    let mut history = sent();
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Refused)]);
    history.event(EventKind::ComplaintMade, "2027-02-01", Fact::ComplaintMade(EMAILED));
    history
}

#[test]
fn what_came_before_the_request_was_sent_is_odd_and_of_that_day_is_not() {
    let asked = |on: &str| {
        let mut history = sent();
        let fact = Fact::ClarificationAsked(Notice::default());
        history.event(EventKind::ClarificationAsked, on, fact);
        history.problems()
    };
    assert_eq!(asked("2026-11-22"), ["It came before the request was sent."]);
    assert_eq!(asked("2026-11-23"), [""; 0]);
    assert_eq!(asked("2026-11-24"), [""; 0]);
    let mut unsent = History::new(Regime::Foia);
    unsent.event(EventKind::ComplaintMade, "2026-11-27", Fact::ComplaintMade(EMAILED));
    assert_eq!(unsent.problems(), ["A complaint before the request was sent."]);
}

#[test]
fn two_dates_for_one_thing_are_odd() {
    let mut history = sent();
    claims(&mut history, Claim::Due, "2026-12-23");
    claims(&mut history, Claim::Received, "2026-11-24");
    assert_eq!(history.problems(), [""; 0], "two things, each with its date");
    claims(&mut history, Claim::Due, "2026-12-23");
    assert_eq!(history.problems(), [""; 0], "the same again");
    claims(&mut history, Claim::Due, "2026-12-24");
    assert_eq!(history.problems().len(), 1);
    assert!(history.problems()[0].contains("two different dates"), "{:?}", history.problems());
}

/// The questions that each turn is about.
fn turns(history: &History) -> Vec<Vec<i64>> {
    let case = history.case();
    case.turns.iter().map(|turn| turn.questions.iter().map(|id| id.0).collect()).collect()
}

#[test]
fn an_answer_is_about_what_was_asked_since_the_last_one() {
    let mut history = sent();
    let ask = |history: &mut History, on: &str, questions: &[i64]| {
        let fact = Fact::ClarificationAsked(about(questions));
        history.event(EventKind::ClarificationAsked, on, fact);
    };
    let answered = |history: &mut History, on: &str| {
        let fact = Fact::ClarificationAnswered(EMAILED);
        history.event(EventKind::ClarificationAnswered, on, fact);
    };
    ask(&mut history, "2026-11-24", &[1]);
    answered(&mut history, "2026-11-25");
    ask(&mut history, "2026-11-26", &[3]);
    ask(&mut history, "2026-11-27", &[2, 3]);
    answered(&mut history, "2026-12-01");
    assert_eq!(turns(&history), [vec![1], vec![1], vec![3], vec![2, 3], vec![3, 2]]);
    // Answered once more: about what was asked last.
    answered(&mut history, "2026-12-02");
    assert_eq!(turns(&history)[5], [2, 3]);
    ask(&mut history, "2026-12-03", &[]);
    answered(&mut history, "2026-12-04");
    assert_eq!(turns(&history)[7], [0; 0], "the whole request");
}

#[test]
fn a_payment_is_for_the_notices_since_the_last_one() {
    let mut history = sent();
    for (notice, paid, question) in
        [("2026-11-24", "2026-11-25", 1), ("2026-11-26", "2026-11-27", 2)]
    {
        history.event(EventKind::FeesNotice, notice, Fact::FeesNotice(about(&[question])));
        history.event(EventKind::FeesPaid, paid, Fact::FeesPaid);
    }
    assert_eq!(turns(&history), [[1], [1], [2], [2]]);
    for (notice, question) in [("2026-12-01", 3), ("2026-12-02", 1)] {
        history.event(EventKind::FeesNotice, notice, Fact::FeesNotice(about(&[question])));
    }
    history.event(EventKind::FeesPaid, "2026-12-03", Fact::FeesPaid);
    assert_eq!(turns(&history)[6], [3, 1], "one payment for two notices");
}

#[test]
fn what_is_no_longer_asked_leaves_the_count() {
    let mut history = sent();
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    let withdraw = |history: &mut History, question| {
        let fact = Fact::PartsWithdrawn(vec![QuestionId(question)]);
        history.event(EventKind::PartsWithdrawn, "2026-12-15", fact);
    };
    withdraw(&mut history, 2);
    assert_eq!(outcomes(&history), [Outcome::Answered, Outcome::Withdrawn, Outcome::Awaiting]);
    assert_eq!(history.case().score(), (1, 2));
    assert_eq!(history.problems(), [""; 0]);
    withdraw(&mut history, 4);
    assert_eq!(history.problems(), ["It withdraws a question that is not counted."]);
}

#[test]
fn a_request_moves_to_the_regulations_of_its_own_country() {
    let moved = |to| {
        let mut history = sent();
        history.event(EventKind::RegimeMoved, "2026-12-01", Fact::RegimeMoved(to));
        (history.case().regime, history.problems().len())
    };
    assert_eq!(moved(Regime::Eir), (Regime::Eir, 0));
    assert_eq!(moved(Regime::Eisr), (Regime::Foia, 1));
    assert_eq!(moved(Regime::Foisa), (Regime::Foia, 1));
}

#[test]
fn only_two_moves_of_one_day_disagree() {
    let mut history = sent();
    let move_to = |history: &mut History, on: &str, to| {
        history.event(EventKind::RegimeMoved, on, Fact::RegimeMoved(to))
    };
    move_to(&mut history, "2026-12-01", Regime::Eir);
    move_to(&mut history, "2026-12-04", Regime::Foia);
    assert_eq!(history.problems(), [""; 0], "there and back again");
    let wrong = move_to(&mut history, "2026-12-04", Regime::Eir);
    assert_eq!(history.problems().len(), 2, "of one day, both are odd");
    history.strike(wrong);
    assert_eq!(history.problems(), [""; 0]);
}

#[test]
fn a_narrowed_question_has_its_last_words_for_this_force() {
    let mut history = sent();
    let narrow = |history: &mut History, on: &str, question: i64, text: &str| {
        let wording = vec![Wording { question: QuestionId(question), text: text.to_owned() }];
        history.event(EventKind::Narrowed, on, Fact::Narrowed(EMAILED, wording));
    };
    narrow(&mut history, "2026-12-01", 2, "How many in 2025?");
    narrow(&mut history, "2026-12-02", 3, "How many in Leeds?");
    assert_eq!(history.problems(), [""; 0]);
    assert_eq!(history.case().wording_of(QuestionId(2)), Some("How many in 2025?"));
    assert_eq!(history.case().wording_of(QuestionId(1)), None);
    narrow(&mut history, "2026-12-03", 2, "How many in May 2025?");
    assert_eq!(history.case().wording_of(QuestionId(2)), Some("How many in May 2025?"));
    let asked: Vec<String> =
        history.case().questions_as_asked().into_iter().map(|question| question.text).collect();
    let expected = ["Question 1?", "How many in May 2025?", "How many in Leeds?", "Question 4?"];
    assert_eq!(asked, expected, "every question, in its words for this force");
    let narrowed_on = |question| history.case().narrowed_on(QuestionId(question));
    assert_eq!(narrowed_on(1), None);
    assert_eq!(narrowed_on(2), Some(day("2026-12-03")), "the last time");
    assert_eq!(narrowed_on(3), Some(day("2026-12-02")));
    narrow(&mut history, "2026-12-04", 4, "The closing question");
    assert_eq!(history.problems(), ["It narrows a question that is not counted."]);
}

#[test]
fn a_complaint_is_acknowledged_decided_and_appealed_in_that_order() {
    let mut history = complained();
    let acknowledged = Notice { received_on: Some(day("2027-02-05")), ..Notice::default() };
    let fact = Fact::ComplaintAcknowledged(acknowledged);
    history.event(EventKind::ComplaintAcknowledged, "2027-02-03", fact);
    let complaint = |history: &History| history.case().complaint.expect("a complaint");
    assert_eq!(complaint(&history).acknowledged_on, Some(day("2027-02-05")));

    let appeal = |history: &mut History, on: &str| {
        history.event(EventKind::AppealMade, on, Fact::AppealMade(EMAILED))
    };
    let decided = |history: &mut History, on: &str| {
        let fact = Fact::AppealDecided(Some(ReviewResult::Upheld), Notice::default());
        history.event(EventKind::AppealDecided, on, fact)
    };
    let early = appeal(&mut history, "2027-03-01");
    assert_eq!(history.problems(), ["An appeal without a decision notice."]);
    assert_eq!(complaint(&history).appeal, None);
    history.strike(early);
    let notice = Fact::DecisionNotice(Some(ReviewResult::Upheld), Notice::default());
    history.event(EventKind::DecisionNotice, "2027-06-03", notice);
    let early = decided(&mut history, "2027-06-10");
    assert_eq!(history.problems(), ["An appeal was decided that was never made."]);
    assert!(complaint(&history).appeal_decided.is_none());
    history.strike(early);
    let made = appeal(&mut history, "2027-06-14");
    decided(&mut history, "2027-09-01");
    assert_eq!(history.problems(), [""; 0]);
    assert_eq!(complaint(&history).appeal, Some((made, day("2027-06-14"))));
    assert_eq!(complaint(&history).appeal_decided.map(|it| it.sent_on), Some(day("2027-09-01")));
}

#[test]
fn a_request_ends_once() {
    let mut history = sent();
    let close = |history: &mut History, reason: &str| {
        history.event(EventKind::Closed, "2026-12-15", Fact::Closed(reason.to_owned()));
    };
    close(&mut history, "enough");
    close(&mut history, "enough");
    assert_eq!(history.problems(), [""; 0], "the same fact entered twice");
    close(&mut history, "too dear");
    assert!(
        history.problems().iter().any(|it| it == "The request had ended already."),
        "{:?}",
        history.problems()
    );
}

fn correct(history: &mut History, of: EventId, question: i64, outcome: Outcome) {
    let answers = vec![(QuestionId(question), answer(outcome))];
    let fact = Fact::OutcomeCorrected(Correction { of, answers });
    history.event(EventKind::OutcomeCorrected, "2027-01-20", fact);
}

#[test]
fn what_is_put_right_in_a_reply_or_a_decision_counts_in_its_place() {
    let mut history = sent();
    let reply = history.reply(
        "2026-12-14",
        &[(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::Refused)],
    );
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    let decision = history.decide("2027-01-18", &[(3, Outcome::Partly)]);
    correct(&mut history, reply, 2, Outcome::NotHeld);
    assert_eq!(outcomes(&history), [Outcome::Answered, Outcome::NotHeld, Outcome::Partly]);
    correct(&mut history, decision, 3, Outcome::Answered);
    assert_eq!(outcomes(&history), [Outcome::Answered, Outcome::NotHeld, Outcome::Answered]);
    assert_eq!(history.problems(), [""; 0]);
    correct(&mut history, EventId(1), 2, Outcome::Answered);
    assert_eq!(history.problems().len(), 1, "the letter written is no reply");
    assert_eq!(outcomes(&history)[1], Outcome::NotHeld);
}

#[test]
fn their_reference_is_read_from_every_letter_of_theirs() {
    let given = Some("FOI/26/1".to_owned());
    let answers = FromForce { their_reference: given.clone(), ..theirs(&[]) };
    let notice = Notice { their_reference: given.clone(), ..Notice::default() };
    assert_eq!(Fact::ReplyReceived(answers).their_reference(), given.as_ref());
    assert_eq!(Fact::HoldingReply(notice).their_reference(), given.as_ref());
    assert_eq!(Fact::FeesPaid.their_reference(), None);
}

#[test]
fn what_no_reply_dealt_with_is_unanswered() {
    let unanswered = |history: &History| -> Vec<i64> {
        history.case().unanswered().map(|(question, _)| question.id.0).collect()
    };
    assert_eq!(unanswered(&sent()), [1, 2, 3]);
    let mut history = sent();
    history.reply("2026-12-14", &[(1, Outcome::Refused), (2, Outcome::NotAddressed)]);
    assert_eq!(unanswered(&history), [2, 3], "a refusal deals with its question");
}
