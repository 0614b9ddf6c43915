mod course;
mod letters;
mod order;

use law::receipt::ReceiptBasis;

use super::*;
use crate::event::{Fact, FromForce};
use crate::letter::Mode;
use crate::testing::{EMAILED, History, POSTED, answer, day, theirs};
use law::regime::Regime;

fn outcomes(history: &History) -> Vec<Outcome> {
    history.case().counted().map(|(_, current)| current.answer.outcome).collect()
}

#[test]
fn before_any_reply_every_counted_question_is_awaiting_and_the_closing_one_is_not_counted() {
    let history = History::new(Regime::Foia);
    assert_eq!(outcomes(&history), [Outcome::Awaiting; 3]);
    let case = history.case();
    assert_eq!(case.score(), (0, 3));
    assert_eq!((case.sent_on(), case.request().is_some()), (None, false));
    assert!(!case.is_complete());
}

#[test]
fn writing_is_not_sending() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-23");
    assert_eq!(history.case().sent_on(), None);
    assert_eq!(history.case().queued().count(), 1);
    history.send(letter, "2026-11-25", EMAILED);
    assert_eq!(history.case().sent_on(), Some(day("2026-11-25")));
    assert_eq!(history.case().queued().count(), 0);
}

#[test]
fn of_post_and_e_mail_the_earlier_arrival_counts() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-20");
    history.send(letter, "2026-11-20", POSTED);
    history.send(letter, "2026-11-23", EMAILED);
    let case = history.case();
    let ours = case.request().expect("the request");
    let counted = ours.receipt().expect("it was sent");
    assert_eq!(counted.receipt.on, day("2026-11-23"), "the post is deemed to arrive on the 24th");
    assert_eq!(case.sent_on(), Some(day("2026-11-20")), "it left when it first left");
}

#[test]
fn a_known_arrival_replaces_what_was_presumed_of_the_post() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-20");
    history.send(letter, "2026-11-20", POSTED);
    let receipt = |history: &History| {
        history.case().request().and_then(OurLetter::receipt).expect("it was sent").receipt
    };
    assert_eq!(receipt(&history).basis, ReceiptBasis::Deemed);
    history.event(EventKind::LetterReceived, "2026-11-27", Fact::LetterReceived(letter));
    assert_eq!(receipt(&history).on, day("2026-11-27"));
    assert_eq!(receipt(&history).basis, ReceiptBasis::Actual);
    assert_eq!(history.problems(), [""; 0]);
}

#[test]
fn a_letter_may_arrive_on_the_day_on_which_it_left_whatever_it_is() {
    for (kind, mode) in [
        (LetterKind::Request, None),
        (LetterKind::FollowUp, Some(Mode::FreshRequest)),
        (LetterKind::Review, None),
    ] {
        let mut history = History::sent(Regime::Foia);
        let letter = history.write(kind, mode, "2026-12-15");
        history.send(letter, "2026-12-15", POSTED);
        history.event(EventKind::LetterReceived, "2026-12-15", Fact::LetterReceived(letter));
        let case = history.case();
        let ours = case.letters.iter().find(|ours| ours.facts.id == letter).expect("the letter");
        let receipt = ours.receipt().expect("it was sent").receipt;
        assert_eq!(
            (receipt.on, receipt.basis),
            (day("2026-12-15"), ReceiptBasis::Actual),
            "{kind}"
        );
        if kind == LetterKind::Review {
            assert_eq!(case.reviews[0].receipt.on, day("2026-12-15"));
        }
        assert_eq!(history.problems(), [""; 0]);
    }
}

#[test]
fn a_letter_that_arrived_before_it_left_is_odd_and_its_arrival_is_presumed() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-20");
    history.send(letter, "2026-11-23", POSTED);
    history.event(EventKind::LetterReceived, "2026-11-21", Fact::LetterReceived(letter));
    assert_eq!(history.problems(), ["A letter arrived before it left."]);
    let case = history.case();
    let sent = case.request().and_then(OurLetter::receipt).expect("it was sent");
    assert_eq!(sent.receipt.basis, ReceiptBasis::Deemed);
}

#[test]
fn an_e_mail_keeps_its_own_day() {
    let mut history = History::sent(Regime::Foia);
    let letter = history.file.letters[0].id;
    history.event(EventKind::LetterReceived, "2026-11-27", Fact::LetterReceived(letter));
    let case = history.case();
    let sent = case.request().and_then(OurLetter::receipt).expect("it was sent");
    assert_eq!(sent.receipt.on, day("2026-11-23"));
}

#[test]
fn a_letter_taken_back_is_not_among_ours() {
    let mut history = History::new(Regime::Foia);
    history.write(LetterKind::Request, None, "2026-11-20");
    let written = history.file.events[0].id;
    history.strike(written);
    assert_eq!(history.case().letters.len(), 0);
    let letter = history.file.letters[0].id;
    history.send(letter, "2026-11-23", EMAILED);
    history.event(EventKind::LetterReceived, "2026-11-23", Fact::LetterReceived(letter));
    assert_eq!(
        history.problems(),
        [
            "A letter left that was never written, or was taken back.",
            "A letter arrived that was never written, or was taken back.",
        ]
    );
}

#[test]
fn a_letter_that_is_not_in_the_library_is_odd() {
    let mut history = History::new(Regime::Foia);
    history.event(EventKind::LetterWritten, "2026-11-20", Fact::LetterWritten(LetterId(77)));
    assert_eq!(history.problems(), ["It names a letter that is not in the library."]);
}

#[test]
fn a_reply_before_the_request_was_sent_is_odd_and_still_counts() {
    let mut history = History::new(Regime::Foia);
    history.reply("2026-11-23", &[(1, Outcome::Answered)]);
    assert_eq!(history.problems(), ["A reply to a request that has not been sent."]);
    assert_eq!(outcomes(&history)[0], Outcome::Answered);

    let mut history = History::sent(Regime::Foia);
    history.reply("2026-11-22", &[(1, Outcome::Answered)]);
    assert_eq!(history.problems(), ["A reply to a request that has not been sent."]);

    let mut history = History::sent(Regime::Foia);
    let arrived = FromForce { received_on: Some(day("2026-12-01")), ..theirs(&[]) };
    history.event(EventKind::ReplyReceived, "2026-11-22", Fact::ReplyReceived(arrived));
    assert_eq!(history.problems(), ["A reply that bears a date before the request was sent."]);
}

#[test]
fn a_reply_of_the_day_of_sending_is_nothing_odd() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-11-23", &[(1, Outcome::Answered)]);
    assert_eq!(history.problems(), [""; 0]);
}

const TWO_OF_ONE_DAY: &str =
    "There are two replies of one day, and neither says which replaces which.";

#[test]
fn two_replies_of_one_day_are_odd_unless_one_says_that_it_replaces_the_other() {
    let mut history = History::sent(Regime::Foia);
    let first = history.reply("2026-12-14", &[(1, Outcome::Refused)]);
    let second = FromForce { supersedes: Some(first), ..theirs(&[(1, Outcome::Answered)]) };
    history.reply("2026-12-14", &[(1, Outcome::Answered)]);
    assert_eq!(history.problems(), [TWO_OF_ONE_DAY]);
    history.file.events.pop();
    history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(second));
    assert_eq!(history.problems(), [""; 0]);
    assert_eq!(outcomes(&history), [Outcome::Answered, Outcome::Awaiting, Outcome::Awaiting]);
}

#[test]
fn of_three_replies_of_one_day_each_may_replace_the_one_before() {
    let mut history = History::sent(Regime::Foia);
    let mut last = history.reply("2026-12-14", &[(1, Outcome::Refused)]);
    for outcome in [Outcome::Partly, Outcome::Answered] {
        let next = FromForce { supersedes: Some(last), ..theirs(&[(1, outcome)]) };
        last = history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(next));
    }
    assert_eq!(history.problems(), [""; 0]);
    assert_eq!(outcomes(&history)[0], Outcome::Answered);
    let superseded: Vec<bool> =
        history.case().replies.iter().map(|reply| reply.superseded).collect();
    assert_eq!(superseded, [true, true, false]);
}

#[test]
fn the_day_of_arrival_orders_replies_and_not_the_date_that_they_bear() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-16", &[(1, Outcome::Answered)]);
    let slow =
        FromForce { received_on: Some(day("2026-12-18")), ..theirs(&[(1, Outcome::Refused)]) };
    history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(slow));
    assert_eq!(outcomes(&history)[0], Outcome::Refused, "what came last stands");
    assert_eq!(history.problems(), [""; 0]);
}

#[test]
fn what_a_replaced_reply_said_falls_away_as_if_it_had_never_been_said() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-01", &[(1, Outcome::Answered)]);
    let second = history.reply("2026-12-08", &[(1, Outcome::Refused), (2, Outcome::Refused)]);
    let third = FromForce { supersedes: Some(second), ..theirs(&[(3, Outcome::NotHeld)]) };
    history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(third));
    assert_eq!(
        outcomes(&history),
        [Outcome::Answered, Outcome::Awaiting, Outcome::NotHeld],
        "the first reply still stands for question 1"
    );
}

#[test]
fn a_reply_cannot_replace_itself() {
    let mut history = History::sent(Regime::Foia);
    let own_number = EventId(3);
    let strange = FromForce { supersedes: Some(own_number), ..theirs(&[(1, Outcome::Answered)]) };
    let id = history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(strange));
    assert_eq!(id, own_number);
    assert_eq!(outcomes(&history)[0], Outcome::Answered);
}

#[test]
fn an_outcome_for_a_question_that_is_not_counted_is_odd() {
    for question in [4, 77] {
        let mut history = History::sent(Regime::Foia);
        history.reply("2026-12-14", &[(question, Outcome::Answered)]);
        assert_eq!(history.problems(), ["It has an outcome for a question that is not counted."]);
    }
}

#[test]
fn a_struck_event_counts_for_nothing() {
    let mut history = History::sent(Regime::Foia);
    let before = format!("{:?}", history.case());
    let reply = history.reply("2026-12-14", &[(1, Outcome::Refused)]);
    let closed = history.event(EventKind::Closed, "2026-12-15", Fact::Closed("enough".to_owned()));
    history.strike(reply);
    history.strike(closed);
    assert_eq!(format!("{:?}", history.case()), before);
}

#[test]
fn what_fell_away_leaves_the_denominator() {
    let mut history = History::sent(Regime::Foia);
    history.reply(
        "2026-12-14",
        &[(1, Outcome::Answered), (2, Outcome::NotApplicable), (3, Outcome::NotHeld)],
    );
    assert_eq!(history.case().score(), (1, 2));
    assert!(!history.case().is_complete());
    history.reply("2026-12-16", &[(3, Outcome::Elsewhere)]);
    assert_eq!(history.case().score(), (2, 2));
    assert!(history.case().is_complete());
}

#[test]
fn a_review_decides_what_it_speaks_of_and_says_what_changed() {
    let mut history = History::sent(Regime::Foia);
    history.reply(
        "2026-12-14",
        &[(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::Refused)],
    );
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    assert!(history.case().open_review().is_some());
    let decision = history.decide("2027-01-18", &[(2, Outcome::Partly), (3, Outcome::Refused)]);
    let case = history.case();
    assert!(case.open_review().is_none());
    let decided = case.reviews[0].decided.as_ref().expect("the decision");
    assert_eq!(decided.event, decision);
    assert_eq!(decided.changed, [(QuestionId(2), Outcome::Refused, Outcome::Partly)]);
}

#[test]
fn a_decision_on_a_review_that_nobody_asked_for_is_recorded_all_the_same() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Refused)]);
    history.decide("2027-01-18", &[(1, Outcome::Answered)]);
    let case = history.case();
    assert_eq!(case.reviews.len(), 1);
    assert_eq!(case.open_review().map(|review| review.event), None);
    assert_eq!(outcomes(&history)[0], Outcome::Answered);
}

#[test]
fn the_last_reference_that_the_force_gave_is_its_reference() {
    let mut history = History::sent(Regime::Foia);
    let reference =
        |text: &str| FromForce { their_reference: Some(text.to_owned()), ..theirs(&[]) };
    history.event(EventKind::Acknowledged, "2026-11-25", Fact::Acknowledged(reference("FOI 1")));
    history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(theirs(&[])));
    assert_eq!(history.case().their_reference.as_deref(), Some("FOI 1"));
    history.event(EventKind::ReplyReceived, "2026-12-16", Fact::ReplyReceived(reference("FOI 2")));
    assert_eq!(history.case().their_reference.as_deref(), Some("FOI 2"));
}

#[test]
fn grounds_and_notes_stay_with_the_answer_that_they_came_with() {
    let mut history = History::sent(Regime::Foia);
    let with_ground = Answer {
        grounds: vec![crate::testing::ground("31(1)(a)")],
        note: Some("an inquiry".to_owned()),
        ..answer(Outcome::Refused)
    };
    let reply = FromForce { answers: vec![(QuestionId(1), with_ground.clone())], ..theirs(&[]) };
    let id = history.event(EventKind::ReplyReceived, "2026-12-14", Fact::ReplyReceived(reply));
    let case = history.case();
    let current = &case.answers[&QuestionId(1)];
    assert_eq!(current, &CurrentAnswer { answer: with_ground, from: Some(id) });
}
