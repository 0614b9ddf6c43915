//! What recording would do is said before it is done, by the very working out that does it.

use desk::{ChangedArrival, Effect, Ending, ErrorKind, Happening, OutcomeRow, ReviewDecisionRows};
use tests::day;
use tests::journey::{Journey, on, their_letter};

const REPLY: &str = "1,refused,31(1)(a),\n2a,answered,,\n2b,answered,,\n3,not_held,,";

/// The last day of a limit, before and after.
fn last_days(effect: &Effect, limit: &str) -> (Option<String>, Option<String>) {
    let of = |deadlines: &[desk::view::DeadlineView]| {
        deadlines.iter().find(|one| one.limit == limit).map(|one| one.due.to_string())
    };
    (of(&effect.deadlines_before), of(&effect.deadlines_after))
}

#[test]
fn an_arrival_says_how_the_deemed_day_becomes_actual_and_where_the_limit_moves() {
    let mut journey = Journey::posted_to("kent");
    let arrived = Happening::Received { on: day("2026-10-23") };
    let today = day("2026-10-26");
    let effect = journey.desk.record_effect("CU-001/1", &arrived, today).expect("an effect");
    assert_eq!(
        effect.arrivals,
        [ChangedArrival {
            letter: "CU-001/1".to_owned(),
            before: "deemed 20 October 2026".to_owned(),
            after: "actual 23 October 2026".to_owned(),
        }]
    );
    let moved = (Some("2026-11-17".to_owned()), Some("2026-11-20".to_owned()));
    assert_eq!(last_days(&effect, "response"), moved);
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-17"), "nothing was saved");
    journey.desk.record("CU-001/1", &arrived, on("2026-10-26")).expect("a record");
    assert_eq!(journey.due("CU-001", "response"), day("2026-11-20"));
    let request = journey.desk.request("CU-001", today).expect("the request");
    assert_eq!(request.deadlines, effect.deadlines_after, "what was foreseen came");
}

#[test]
fn an_acknowledgement_and_a_note_move_no_limit() {
    let journey = Journey::posted_to("kent");
    let letter = their_letter("2026-10-21", "2026-10-22");
    let note = "They rang.".to_owned();
    for happening in
        [Happening::Acknowledged { letter }, Happening::Noted { on: day("2026-10-22"), note }]
    {
        let effect =
            journey.desk.record_effect("CU-001", &happening, day("2026-10-26")).expect("an effect");
        assert_eq!(effect.deadlines_before, effect.deadlines_after, "{happening:?}");
        assert_eq!(effect.stage_before, effect.stage_after, "{happening:?}");
        assert!(effect.arrivals.is_empty() && effect.notices.is_empty(), "{happening:?}");
    }
}

#[test]
fn an_end_says_that_the_request_is_over() {
    let journey = Journey::posted_to("kent");
    for (ending, stage) in [(Ending::Closed, "closed"), (Ending::Withdrawn, "withdrawn")] {
        let reason = "They publish it now.".to_owned();
        let ended = Happening::Ended { ending, on: day("2026-10-26"), reason };
        let effect =
            journey.desk.record_effect("CU-001", &ended, day("2026-10-26")).expect("an effect");
        assert_eq!((effect.stage_before, effect.stage_after), ("awaiting", stage));
    }
}

#[test]
fn a_decision_says_until_when_the_commissioner_can_be_asked() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    journey.review("CU-001", "2026-11-20").expect("a letter");
    journey.post("CU-001", "2026-11-20");
    let row = |question: &str, outcome: &str| OutcomeRow {
        question: question.to_owned(),
        outcome: outcome.to_owned(),
        ..OutcomeRow::default()
    };
    let decision = ReviewDecisionRows {
        request: "CU-001".to_owned(),
        letter: their_letter("2026-12-10", "2026-12-11"),
        result: "partly".to_owned(),
        outcomes: vec![row("3", "A")],
    };
    let today = day("2026-12-14");
    let effect = journey.desk.decision_effect(&decision, today).expect("an effect");
    assert_eq!((effect.answered_before, effect.answered_after), (2, 3));
    assert_eq!((effect.stage_before, effect.stage_after), ("in_review", "to_follow_up"));
    // Six weeks after the decision of Thursday 10 December.
    assert_eq!(last_days(&effect, "complaint"), (None, Some("2027-01-21".to_owned())));
    journey.desk.record_decision_rows(&decision, on("2026-12-14")).expect("a decision");
    let request = journey.desk.request("CU-001", today).expect("the request");
    assert_eq!(request.deadlines, effect.deadlines_after, "what was foreseen came");
}

#[test]
fn an_effect_is_refused_where_the_record_would_be() {
    let mut journey = Journey::posted_to("kent");
    let early = Happening::Acknowledged { letter: their_letter("2026-10-01", "2026-10-22") };
    let unsaid =
        Happening::Ended { ending: Ending::Closed, on: day("2026-10-26"), reason: " ".to_owned() };
    let late = Happening::Noted { on: day("2026-10-27"), note: "x".to_owned() };
    for (happening, field) in [(early, "dated"), (unsaid, "reason"), (late, "on")] {
        let looked = journey.desk.record_effect("CU-001", &happening, day("2026-10-26"));
        let looked = looked.expect_err("it cannot be");
        assert_eq!((looked.kind, looked.field.as_deref()), (ErrorKind::Refused, Some(field)));
        let done = journey.desk.record("CU-001", &happening, on("2026-10-26"));
        assert_eq!(done.expect_err("it cannot be"), looked, "the same words");
    }
}
