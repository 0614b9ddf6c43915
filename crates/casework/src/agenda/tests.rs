mod course;

use law::Coded;

use super::*;
use crate::action;
use crate::event::Fact;
use crate::outcome::Outcome;
use crate::testing::{EMAILED, History, day};
use law::regime::Regime;

/// Answered, refused, not held: a review is recommended.
const MIXED: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::NotHeld)];
/// Answered, answered, not held: a fresh request is recommended.
const NOT_HELD: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Answered), (3, Outcome::NotHeld)];
const ANSWERED: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Elsewhere), (3, Outcome::NotApplicable)];

#[test]
fn nothing_has_left_until_a_letter_has_left() {
    let mut history = History::new(Regime::Foia);
    assert_eq!(history.on("2026-11-23"), (Stage::NotSent, vec![StepKind::WriteRequest]));
    let letter = history.write(LetterKind::Request, None, "2026-11-23");
    assert_eq!(history.on("2026-11-23"), (Stage::NotSent, vec![StepKind::SendLetter]));
    assert_eq!(history.on("2027-11-23"), (Stage::NotSent, vec![StepKind::SendLetter]));
    let standing = history.agenda().on(day("2026-11-23"));
    assert_eq!(standing.steps[0].letter, Some(letter));
    assert_eq!(standing.due, None);
}

#[test]
fn nothing_is_late_on_the_last_lawful_day_and_it_is_the_day_after() {
    let history = History::sent(Regime::Foia);
    assert_eq!(history.on("2026-11-23"), (Stage::Awaiting, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-22"), (Stage::Awaiting, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-23"), (Stage::Overdue, vec![StepKind::Chase]));
    assert_eq!(history.on("2030-01-01"), (Stage::Overdue, vec![StepKind::Chase]));
    assert_eq!(history.agenda().on(day("2026-12-23")).due, Some(day("2026-12-22")));
}

#[test]
fn in_scotland_silence_is_answered_by_asking_for_a_review() {
    let history = History::sent(Regime::Foisa);
    assert_eq!(history.on("2026-12-22"), (Stage::Awaiting, vec![StepKind::Wait]));
    assert_eq!(history.on("2026-12-23"), (Stage::Overdue, vec![StepKind::AskReview]));
    assert_eq!(history.on("2027-02-22"), (Stage::Overdue, vec![StepKind::AskReview]));
    let reason = |today| history.agenda().on(day(today)).steps[0].reason.clone();
    assert!(reason("2027-02-22").contains("Still in time until the end of 22 February 2027"));
    assert!(reason("2027-02-23").contains("ended on 22 February 2027"), "{}", reason("2027-02-23"));
}

#[test]
fn a_reply_that_leaves_something_open_is_to_be_followed_up() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &MIXED);
    let steps = vec![StepKind::FollowUp, StepKind::AskReview];
    assert_eq!(history.on("2026-12-14"), (Stage::ToFollowUp, steps.clone()));
    assert_eq!(history.on("2027-02-12"), (Stage::ToFollowUp, steps), "the last day of the window");
    let late = history.agenda().on(day("2027-02-13"));
    assert_eq!(late.stage, Stage::ToFollowUp);
    let kinds: Vec<StepKind> = late.steps.iter().map(|step| step.kind).collect();
    assert_eq!(kinds, [StepKind::FollowUp, StepKind::AskReview]);
    for step in late.steps {
        assert!(step.reason.contains("ended on 12 February 2027"), "{}", step.reason);
    }
}

#[test]
fn once_the_time_for_a_review_is_over_what_can_be_asked_afresh_is() {
    let mode_after = |outcome| {
        let mut history = History::sent(Regime::Foia);
        history.reply("2026-12-14", &[(1, outcome)]);
        let steps = history.agenda().on(day("2027-02-13")).steps;
        steps.iter().find(|step| step.kind == StepKind::FollowUp).map(|step| step.mode)
    };
    assert_eq!(mode_after(Outcome::Refused), Some(Some(Mode::FreshRequest)));
    assert_eq!(mode_after(Outcome::NeitherConfirmedNorDenied), None, "section 2(1)");
}

#[test]
fn the_mode_that_is_recommended_follows_from_what_is_open() {
    let mode = |regime, outcomes: &[(i64, Outcome)]| {
        let mut history = History::sent(regime);
        history.reply("2026-12-14", outcomes);
        let steps = history.agenda().on(day("2026-12-15")).steps;
        let step = steps.iter().find(|step| step.kind == StepKind::FollowUp).expect("a follow-up");
        assert_eq!(step.mode, Some(recommended_mode(&history.case())));
        step.mode
    };
    assert_eq!(mode(Regime::Foia, &MIXED), Some(Mode::Review));
    assert_eq!(mode(Regime::Foia, &NOT_HELD), Some(Mode::FreshRequest));
    assert_eq!(mode(Regime::Foisa, &NOT_HELD), Some(Mode::Review), "a notice like a refusal");
    for outcome in [Outcome::Partly, Outcome::NotAddressed, Outcome::NeitherConfirmedNorDenied] {
        assert_eq!(mode(Regime::Foia, &[(1, outcome)]), Some(Mode::Review), "{outcome}");
    }
}

#[test]
fn a_letter_that_is_written_takes_the_place_of_the_step_to_write_it() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &MIXED);
    let letter = history.write(LetterKind::Review, None, "2026-12-15");
    assert_eq!(history.on("2026-12-15"), (Stage::ToFollowUp, vec![StepKind::SendLetter]));
    let step = history.agenda().on(day("2026-12-15")).steps[0].clone();
    assert_eq!((step.letter, step.until), (Some(letter), Some(day("2027-02-12"))));
    history.send(letter, "2026-12-15", EMAILED);
    assert_eq!(history.on("2026-12-15"), (Stage::InReview, vec![StepKind::Wait]));
}

#[test]
fn a_letter_that_is_written_is_still_to_be_sent_when_its_time_is_over() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &MIXED);
    let letter = history.write(LetterKind::Review, None, "2026-12-15");
    for today in ["2027-02-12", "2027-02-13"] {
        assert_eq!(history.on(today), (Stage::ToFollowUp, vec![StepKind::SendLetter]), "{today}");
    }
    let late = history.agenda().on(day("2027-02-13")).steps[0].clone();
    assert_eq!(late.letter, Some(letter));
    assert!(late.reason.contains("ended on 12 February 2027"), "{}", late.reason);
}

#[test]
fn a_queued_follow_up_does_not_hide_the_right_to_a_review() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &NOT_HELD);
    history.write(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-15");
    let steps = vec![StepKind::SendLetter, StepKind::AskReview];
    assert_eq!(history.on("2026-12-15"), (Stage::ToFollowUp, steps));
}

#[test]
fn a_fresh_request_neither_moves_nor_hides_the_window_for_a_review() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &NOT_HELD);
    let until = |history: &History, today: &str| {
        let standing = history.agenda().on(day(today));
        let step = standing.steps.iter().find(|step| step.kind == StepKind::AskReview);
        step.expect("the right to a review is shown").until
    };
    assert_eq!(until(&history, "2026-12-16"), Some(day("2027-02-12")));
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-16");
    let steps = vec![StepKind::AskReview, StepKind::Wait];
    assert_eq!(history.on("2026-12-16"), (Stage::FollowedUp, steps.clone()));
    assert_eq!(
        history.on("2027-01-19"),
        (Stage::FollowedUp, steps),
        "the last day of the fresh part"
    );
    let steps = vec![StepKind::AskReview, StepKind::Chase];
    assert_eq!(history.on("2027-01-20"), (Stage::Overdue, steps));
    for today in ["2026-12-16", "2027-01-19", "2027-01-20", "2027-02-12"] {
        assert_eq!(until(&history, today), Some(day("2027-02-12")), "{today}");
    }
    assert_eq!(until(&history, "2027-02-13"), None, "late, and said to be so");
}

#[test]
fn an_enquiry_is_waited_for_until_our_own_date_and_is_never_overdue() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &MIXED);
    let letter = history.write(LetterKind::FollowUp, Some(Mode::Enquiry), "2026-12-16");
    history.letter(letter).reply_by = Some(day("2027-01-19"));
    history.send(letter, "2026-12-16", EMAILED);
    let steps = vec![StepKind::AskReview, StepKind::Wait];
    assert_eq!(history.on("2027-01-19"), (Stage::FollowedUp, steps));
    assert_eq!(history.on("2027-01-20"), (Stage::ToFollowUp, vec![StepKind::AskReview]));
}

#[test]
fn a_follow_up_of_the_day_of_the_reply_follows_it_up() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &NOT_HELD);
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-14");
    let steps = vec![StepKind::AskReview, StepKind::Wait];
    assert_eq!(history.on("2026-12-14"), (Stage::FollowedUp, steps));
}

#[test]
fn a_second_reply_is_to_be_followed_up_anew() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &NOT_HELD);
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-16");
    history.reply("2027-01-12", &[(3, Outcome::Refused)]);
    let steps = vec![StepKind::FollowUp, StepKind::AskReview];
    assert_eq!(history.on("2027-01-12"), (Stage::ToFollowUp, steps));
}

#[test]
fn a_review_is_late_after_twenty_days_and_the_commissioners_after_forty() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &MIXED);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    assert_eq!(history.on("2027-01-18"), (Stage::InReview, vec![StepKind::Wait]), "day 20");
    assert_eq!(
        history.on("2027-01-19"),
        (Stage::ReviewLate, vec![StepKind::ChaseReview]),
        "day 21"
    );
    assert_eq!(
        history.on("2027-02-15"),
        (Stage::ReviewLate, vec![StepKind::ChaseReview]),
        "day 40"
    );
    assert_eq!(history.on("2027-02-16"), (Stage::ReviewLate, vec![StepKind::Complain]), "day 41");
    assert_eq!(history.on("2028-02-16"), (Stage::ReviewLate, vec![StepKind::Complain]));
}

#[test]
fn in_scotland_a_late_review_is_the_commissioners_at_once_for_six_months() {
    let mut history = History::sent(Regime::Foisa);
    history.write_and_send(LetterKind::Review, None, "2027-01-05");
    assert_eq!(history.on("2027-02-02"), (Stage::InReview, vec![StepKind::Wait]));
    assert_eq!(history.on("2027-02-03"), (Stage::ReviewLate, vec![StepKind::Complain]));
    assert_eq!(history.on("2027-08-02"), (Stage::ReviewLate, vec![StepKind::Complain]));
    let late = history.agenda().on(day("2027-08-03")).steps;
    assert_eq!(late.len(), 1, "it is never left with nothing to do");
    assert_eq!((late[0].kind, late[0].until), (StepKind::Complain, None));
    assert!(late[0].reason.contains("ended on 2 August 2027"), "{}", late[0].reason);
}

#[test]
fn a_decision_that_leaves_something_wanting_is_the_commissioners() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Partly)]);
    assert_eq!(history.on("2027-01-18"), (Stage::ToFollowUp, vec![StepKind::Complain]));
    assert_eq!(history.on("2027-03-01"), (Stage::ToFollowUp, vec![StepKind::Complain]));
    let late = history.agenda().on(day("2027-03-02")).steps;
    assert_eq!((late[0].kind, late[0].until), (StepKind::Complain, None));
    assert!(late[0].reason.contains("ended on 1 March 2027"), "{}", late[0].reason);
    let reason = history.agenda().on(day("2027-01-18")).steps[0].reason.clone();
    assert!(reason.contains("questions 2 and 3"), "{reason}");
}

#[test]
fn a_decision_that_answers_everything_but_what_was_never_dealt_with_names_that() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    history.decide("2027-01-18", &[(2, Outcome::Answered)]);
    let step = history.agenda().on(day("2027-01-18")).steps[0].clone();
    assert!(step.reason.contains("question 3"), "{}", step.reason);
    assert_eq!(step.until, Some(day("2027-03-01")));
}

#[test]
fn a_request_with_every_question_answered_is_complete_and_asks_for_nothing() {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", &ANSWERED);
    assert_eq!(history.on("2026-12-14"), (Stage::Complete, vec![StepKind::Nothing]));
    assert_eq!(history.on("2028-12-14"), (Stage::Complete, vec![StepKind::Nothing]));
}

#[test]
fn a_request_that_a_person_ended_asks_for_nothing_and_says_why() {
    for (kind, fact, stage) in [
        (EventKind::Closed, Fact::Closed("enough".to_owned()), Stage::Closed),
        (EventKind::Withdrawn, Fact::Withdrawn("enough".to_owned()), Stage::Withdrawn),
    ] {
        let mut history = History::sent(Regime::Foia);
        history.write(LetterKind::FollowUp, Some(Mode::Enquiry), "2026-12-16");
        history.event(kind, "2026-12-17", fact);
        assert_eq!(history.on("2026-12-17"), (stage, vec![StepKind::Nothing]));
        assert_eq!(history.agenda().steps[0].reason, "enough");
    }
}

#[test]
fn a_day_before_the_first_fact_reads_as_the_first() {
    let history = History::sent(Regime::Foia);
    assert_eq!(history.on("2020-01-01"), (Stage::Awaiting, vec![]));
}

/// Histories that between them come to every stage but the last three.
fn histories() -> Vec<History> {
    let mut all = Vec::new();
    for regime in Regime::ALL.iter().copied() {
        all.push(History::sent(regime));
        for outcomes in [&MIXED[..], &NOT_HELD[..], &[(1, Outcome::NeitherConfirmedNorDenied)]] {
            let mut history = History::sent(regime);
            history.reply("2026-12-14", outcomes);
            all.push(history);
            for mode in Mode::ALL.iter().copied() {
                let mut history = History::sent(regime);
                history.reply("2026-12-14", outcomes);
                history.write_and_send(LetterKind::FollowUp, Some(mode), "2026-12-16");
                all.push(history);
            }
            let mut history = History::sent(regime);
            history.reply("2026-12-14", outcomes);
            history.write_and_send(LetterKind::Review, None, "2026-12-16");
            history.decide("2027-01-11", outcomes);
            all.push(history);
        }
    }
    all
}

#[test]
fn what_is_to_be_done_may_be_done() {
    let mut tried = std::collections::BTreeSet::new();
    for history in histories() {
        let (case, clocks, agenda) = (history.case(), history.clocks(), history.agenda());
        let mut today = day("2026-11-23");
        while today < day("2027-09-01") {
            for step in agenda.on(today).steps {
                let allowed = match step.kind {
                    StepKind::FollowUp => {
                        let mode = step.mode.expect("a follow-up has a mode");
                        action::write_follow_up(&case, mode, &clocks, today).map(drop)
                    }
                    StepKind::AskReview => action::write_review(&case, &clocks, today).map(drop),
                    StepKind::WriteRequest
                    | StepKind::SendLetter
                    | StepKind::Wait
                    | StepKind::Chase
                    | StepKind::ChaseReview
                    | StepKind::Complain
                    | StepKind::AnswerClarification
                    | StepKind::PayFee
                    | StepKind::Appeal
                    | StepKind::Close
                    | StepKind::Nothing => continue,
                };
                tried.insert(step.kind);
                assert_eq!(allowed, Ok(()), "{} on {today}: {:?}", step.kind, history.file.events);
            }
            today = day_after(today);
        }
    }
    assert_eq!(tried.len(), 2, "both kinds of step came up");
}
