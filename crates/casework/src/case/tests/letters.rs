//! Letters of ours that left by two channels, left again, or came back.

use super::*;
use crate::case::Review;
use crate::event::{Channel, Sending};
use crate::id::LetterId;

/// The review that this letter asks for.
fn review(history: &History, letter: LetterId) -> Option<Review> {
    history.case().reviews.into_iter().find(|review| review.letter == Some(letter))
}

/// A request of 23 November and an answer of 14 December, and a request for review that is written.
fn with_review_written() -> (History, LetterId) {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    let letter = history.write(LetterKind::Review, None, "2026-12-15");
    (history, letter)
}

fn resent(history: &mut History, letter: LetterId, on: &str, sending: Sending) {
    history.event(EventKind::Resent, on, Fact::Resent(letter, sending));
}

fn came_back(history: &mut History, letter: LetterId, on: &str, channel: Option<Channel>) {
    history.event(EventKind::DeliveryFailed, on, Fact::DeliveryFailed(letter, channel));
}

#[test]
fn a_request_for_review_counts_from_the_earlier_arrival_of_two() {
    let (mut history, letter) = with_review_written();
    history.send(letter, "2026-12-15", POSTED);
    history.send(letter, "2026-12-16", EMAILED);
    let asked = review(&history, letter).expect("a review");
    assert_eq!(asked.receipt.on, day("2026-12-16"), "the post is deemed to arrive on the 17th");
    assert_eq!(asked.asked_on, day("2026-12-15"), "it was asked for when it first left");

    let (mut history, letter) = with_review_written();
    history.send(letter, "2026-12-15", POSTED);
    history.send(letter, "2026-12-21", EMAILED);
    let asked = review(&history, letter).expect("a review");
    assert_eq!(asked.receipt.on, day("2026-12-17"));

    let (mut history, letter) = with_review_written();
    history.send(letter, "2026-12-15", POSTED);
    history.send(letter, "2026-12-17", EMAILED);
    let asked = review(&history, letter).expect("a review");
    assert_eq!(asked.receipt.on, day("2026-12-17"));
    assert_eq!(asked.receipt.basis, ReceiptBasis::Deemed, "of one day, what left first");
}

#[test]
fn each_letter_that_asks_for_a_review_asks_for_its_own() {
    let (mut history, first) = with_review_written();
    history.send(first, "2026-12-15", EMAILED);
    history.decide("2027-01-04", &[(2, Outcome::Partly)]);
    history.reply("2027-01-06", &[(3, Outcome::Refused)]);
    let second = history.write_and_send(LetterKind::Review, None, "2027-01-07");
    assert_eq!(history.case().reviews.len(), 2);
    assert_eq!(review(&history, first).map(|it| it.asked_on), Some(day("2026-12-15")));
    assert_eq!(review(&history, second).map(|it| it.asked_on), Some(day("2027-01-07")));
    // What comes back of one is nothing to the other.
    came_back(&mut history, second, "2027-01-08", None);
    assert!(review(&history, second).is_none());
    assert_eq!(review(&history, first).map(|it| it.receipt.on), Some(day("2026-12-15")));
}

#[test]
fn a_request_for_review_that_came_back_by_one_channel_counts_by_the_other() {
    let (mut history, letter) = with_review_written();
    history.send(letter, "2026-12-15", POSTED);
    history.send(letter, "2026-12-15", EMAILED);
    assert_eq!(review(&history, letter).map(|it| it.receipt.on), Some(day("2026-12-15")));
    came_back(&mut history, letter, "2026-12-16", Some(Channel::Email));
    assert_eq!(
        review(&history, letter).map(|it| it.receipt.on),
        Some(day("2026-12-17")),
        "what was posted is deemed to arrive then"
    );
    assert_eq!(history.problems(), [""; 0]);
    came_back(&mut history, letter, "2026-12-21", Some(Channel::Post));
    assert!(review(&history, letter).is_none(), "nothing arrived, so nothing was asked");
}

#[test]
fn what_left_on_the_day_on_which_it_came_back_came_back_and_what_left_again_did_not() {
    let mut history = History::sent(Regime::Foia);
    let letter = history.file.letters[0].id;
    came_back(&mut history, letter, "2026-11-23", None);
    assert_eq!(history.case().sent_on(), None, "an e-mail comes back at once");
    resent(&mut history, letter, "2026-11-23", POSTED);
    assert_eq!(history.case().sent_on(), Some(day("2026-11-23")));
    assert_eq!(history.problems(), [""; 0]);
    let case = history.case();
    let ours = case.request().expect("the request");
    assert_eq!((ours.sent.len(), ours.came_back.len()), (1, 1));
    // On a later day what left again comes back too.
    came_back(&mut history, letter, "2026-11-27", None);
    assert_eq!(history.case().sent_on(), None);
}

#[test]
fn a_request_for_review_that_comes_back_on_the_day_it_left_was_never_made() {
    let (mut history, letter) = with_review_written();
    history.send(letter, "2026-12-15", EMAILED);
    came_back(&mut history, letter, "2026-12-15", None);
    assert!(review(&history, letter).is_none(), "an e-mail comes back at once");
    assert_eq!(history.problems(), [""; 0]);
    resent(&mut history, letter, "2026-12-15", POSTED);
    assert_eq!(review(&history, letter).map(|it| it.receipt.on), Some(day("2026-12-17")));
    assert_eq!(history.problems(), [""; 0]);
}

#[test]
fn a_follow_up_that_arrives_on_the_day_it_left_is_known_to_have_arrived() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-15");
    history.send(letter, "2026-12-15", POSTED);
    history.event(EventKind::LetterReceived, "2026-12-15", Fact::LetterReceived(letter));
    assert_eq!(history.problems(), [""; 0]);
    let case = history.case();
    let ours = case.letters.iter().find(|ours| ours.facts.id == letter).expect("the follow-up");
    assert_eq!(ours.receipt().map(|it| it.receipt.on), Some(day("2026-12-15")));
}

#[test]
fn what_left_after_the_day_did_not_come_back_on_it() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-20");
    came_back(&mut history, letter, "2026-11-22", None);
    history.send(letter, "2026-11-23", EMAILED);
    assert_eq!(history.problems(), ["A letter came back that had not left by then."]);
    assert_eq!(history.case().sent_on(), Some(day("2026-11-23")));
}

#[test]
fn a_letter_is_sent_again_only_after_it_had_left() {
    let mut history = History::sent(Regime::Foia);
    let letter = history.file.letters[0].id;
    resent(&mut history, letter, "2026-11-27", POSTED);
    assert_eq!(history.problems(), [""; 0], "it had left, and may have arrived");
    let case = history.case();
    let counted = case.request().and_then(OurLetter::receipt).expect("it left");
    assert_eq!(counted.receipt.on, day("2026-11-23"), "to send again starts nothing anew");

    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-20");
    resent(&mut history, letter, "2026-11-23", EMAILED);
    assert_eq!(history.problems(), ["A letter was sent again that had not left before."]);
}

#[test]
fn of_two_letters_that_make_the_request_the_one_that_left_made_it() {
    let mut history = History::new(Regime::Foia);
    history.write(LetterKind::Request, None, "2026-11-20");
    let second = history.write(LetterKind::Request, None, "2026-11-23");
    history.send(second, "2026-11-23", EMAILED);
    assert_eq!(history.case().request().map(|ours| ours.facts.id), Some(second));
    assert_eq!(history.case().sent_on(), Some(day("2026-11-23")));
}

#[test]
fn a_fact_about_a_letter_of_ours_names_it() {
    let letter = LetterId(1);
    for fact in [
        Fact::LetterWritten(letter),
        Fact::LetterSent(letter, EMAILED),
        Fact::LetterReceived(letter),
        Fact::DeliveryFailed(letter, None),
        Fact::Resent(letter, EMAILED),
    ] {
        assert_eq!(fact.letter(), Some(letter), "{fact:?}");
    }
    assert_eq!(Fact::FeesPaid.letter(), None);
}
