//! Two facts of one kind and one day come in the same order, whichever was entered first.

use law::receipt::PostClass;

use super::*;
use crate::event::{Channel, Claim, Correction, Notice, ReviewResult, Sending, Transfer, Wording};
use crate::id::{EventId, LetterId, QuestionId};

const DAY: &str = "2027-01-11";

/// Two replies (events 3 and 4), and these facts of one day, entered in both orders.
fn entered(kind: EventKind, one: &Fact, other: &Fact) -> [History; 2] {
    [[one, other], [other, one]].map(|facts| {
        let mut history = History::sent(Regime::Foia);
        history.reply("2026-12-14", &[(1, Outcome::Refused)]);
        history.reply("2026-12-16", &[(2, Outcome::Refused)]);
        for fact in facts {
            history.event(kind, DAY, fact.clone());
        }
        history
    })
}

fn of_that_day(history: &History) -> Vec<Fact> {
    let (events, _) = Ahead::of(&history.file, &history.holidays);
    let those = events.iter().filter(|event| event.happened_on == day(DAY));
    those.map(|event| event.fact.clone()).collect()
}

fn notice(names: &str) -> Notice {
    Notice { names_day: Some(day(names)), ..Notice::default() }
}

fn replacing(event: i64) -> FromForce {
    FromForce { supersedes: Some(EventId(event)), ..theirs(&[(3, Outcome::NotHeld)]) }
}

fn put_right(event: i64, outcome: Outcome) -> Fact {
    let answers = vec![(QuestionId(1), answer(outcome))];
    Fact::OutcomeCorrected(Correction { of: EventId(event), answers })
}

fn passed(to: &str, received_on: Option<&str>, question: i64) -> Fact {
    let received_on = received_on.map(day);
    let questions = vec![QuestionId(question)];
    Fact::Transferred(Transfer { to: to.to_owned(), received_on, questions })
}

fn worded(question: i64, text: &str) -> Fact {
    let wording = vec![Wording { question: QuestionId(question), text: text.to_owned() }];
    Fact::Narrowed(EMAILED, wording)
}

fn decided(result: ReviewResult, outcomes: &[(i64, Outcome)]) -> Fact {
    Fact::ReviewDecided(result, theirs(outcomes))
}

fn claimed(claim: Claim, date: &str) -> Fact {
    Fact::DateClaimed(claim, day(date))
}

#[test]
fn whatever_two_facts_differ_in_they_have_one_order() {
    let second = Sending::Posted { class: PostClass::Second, received_on: None };
    let reply = Fact::ReplyReceived(theirs(&[(3, Outcome::NotHeld)]));
    let replied = |change: fn(&mut FromForce)| {
        let mut said = theirs(&[(3, Outcome::NotHeld)]);
        change(&mut said);
        Fact::ReplyReceived(said)
    };
    let (upheld, partly) = (ReviewResult::Upheld, ReviewResult::Partly);
    let left = Some(Channel::Post);
    let right = Some(Channel::Email);
    let letter = LetterId(1);
    for (kind, one, other) in [
        (
            EventKind::LetterReceived,
            Fact::LetterReceived(letter),
            Fact::LetterReceived(LetterId(2)),
        ),
        (EventKind::ChaserSent, Fact::ChaserSent(POSTED), Fact::ChaserSent(second)),
        (
            EventKind::DeliveryFailed,
            Fact::DeliveryFailed(letter, left),
            Fact::DeliveryFailed(letter, right),
        ),
        (
            EventKind::HoldingReply,
            Fact::HoldingReply(notice("2027-02-01")),
            Fact::HoldingReply(notice("2027-02-02")),
        ),
        (
            EventKind::DateClaimed,
            claimed(Claim::Due, "2026-12-23"),
            claimed(Claim::Received, "2026-12-23"),
        ),
        (
            EventKind::DateClaimed,
            claimed(Claim::Due, "2026-12-23"),
            claimed(Claim::Due, "2026-12-24"),
        ),
        (EventKind::RegimeMoved, Fact::RegimeMoved(Regime::Foia), Fact::RegimeMoved(Regime::Foisa)),
        (EventKind::Transferred, passed("a", None, 1), passed("b", None, 1)),
        (EventKind::Transferred, passed("a", None, 1), passed("a", None, 2)),
        (EventKind::Transferred, passed("a", None, 1), passed("a", Some(DAY), 1)),
        (EventKind::Narrowed, worded(1, "This year?"), worded(1, "Last year?")),
        (
            EventKind::ReplyReceived,
            reply.clone(),
            replied(|said| said.received_on = Some(day(DAY))),
        ),
        (
            EventKind::ReplyReceived,
            reply.clone(),
            replied(|said| said.their_reference = Some("FOI/1".to_owned())),
        ),
        (
            EventKind::ReplyReceived,
            reply,
            replied(|said| said.answers = vec![(QuestionId(3), answer(Outcome::Answered))]),
        ),
        (
            EventKind::ReplyReceived,
            Fact::ReplyReceived(replacing(3)),
            Fact::ReplyReceived(replacing(4)),
        ),
        (
            EventKind::OutcomeCorrected,
            put_right(3, Outcome::Partly),
            put_right(3, Outcome::NotHeld),
        ),
        (EventKind::OutcomeCorrected, put_right(3, Outcome::Partly), put_right(4, Outcome::Partly)),
        (
            EventKind::ReviewDecided,
            decided(upheld, &[(1, Outcome::Refused)]),
            decided(partly, &[(1, Outcome::Refused)]),
        ),
        (
            EventKind::PartsWithdrawn,
            Fact::PartsWithdrawn(vec![QuestionId(1)]),
            Fact::PartsWithdrawn(vec![QuestionId(2)]),
        ),
        (EventKind::Closed, Fact::Closed("enough".to_owned()), Fact::Closed("too dear".to_owned())),
    ] {
        let [as_told, backwards] = entered(kind, &one, &other);
        assert_eq!(of_that_day(&as_told).len(), 2, "{kind}");
        assert_eq!(of_that_day(&as_told), of_that_day(&backwards), "{kind}");
    }
}

/// How many problems of either history speak of these words.
fn odd(kind: EventKind, one: &Fact, other: &Fact, words: &str) -> usize {
    let [as_told, backwards] = entered(kind, one, other);
    let count = |history: &History| {
        history.problems().iter().filter(|problem| problem.contains(words)).count()
    };
    assert_eq!(count(&as_told), count(&backwards), "{kind}");
    count(&as_told)
}

#[test]
fn only_what_is_said_twice_of_one_question_disagrees() {
    let narrowed =
        |other: Fact| odd(EventKind::Narrowed, &worded(1, "This year?"), &other, "two ways");
    assert_eq!(narrowed(worded(1, "Last year?")), 1);
    assert_eq!(narrowed(worded(2, "Last year?")), 0, "another question");
    let reviewed = |outcomes: &[(i64, Outcome)]| {
        let one = decided(ReviewResult::Upheld, &[(1, Outcome::Refused)]);
        let other = decided(ReviewResult::Partly, outcomes);
        odd(EventKind::ReviewDecided, &one, &other, "Two decisions of one day")
    };
    assert_eq!(reviewed(&[(1, Outcome::Answered)]), 1);
    assert_eq!(reviewed(&[(2, Outcome::Answered)]), 0, "another question");
    assert_eq!(reviewed(&[(1, Outcome::Refused)]), 0, "the same answer");
    let corrected = |of, outcome| {
        let one = put_right(3, Outcome::Partly);
        odd(EventKind::OutcomeCorrected, &one, &put_right(of, outcome), "put right in two ways")
    };
    assert_eq!(corrected(3, Outcome::NotHeld), 1);
    assert_eq!(corrected(4, Outcome::NotHeld), 0, "another reply");
}

#[test]
fn the_whole_request_and_a_question_of_it_cannot_go_to_two_authorities() {
    let whole = Transfer { to: "a".to_owned(), received_on: None, questions: Vec::new() };
    let whole = Fact::Transferred(whole);
    let kind = EventKind::Transferred;
    assert_eq!(odd(kind, &whole, &passed("b", None, 1), "two authorities"), 1);
    assert_eq!(odd(kind, &whole, &passed("a", None, 1), "two authorities"), 0);
    assert_eq!(odd(kind, &passed("a", None, 2), &passed("b", None, 1), "two authorities"), 0);
}
