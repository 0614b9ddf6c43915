use super::*;
use crate::event::{EventKind, Fact};
use crate::outcome::{Answer, Outcome};
use crate::question::Role;
use crate::testing::{EMAILED, History, POSTED, answer, day, ground, theirs};
use law::receipt::PostClass;
use law::regime::Regime;

const MIXED: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Refused), (3, Outcome::NotHeld)];
const ANSWERED: [(i64, Outcome); 3] =
    [(1, Outcome::Answered), (2, Outcome::Elsewhere), (3, Outcome::NotApplicable)];

/// Refused on this field, with these words, and with a way out.
fn refused<T: std::fmt::Debug>(result: Result<T, Refusal>, field: &str, words: &str) {
    let refusal = result.expect_err(words);
    assert_eq!(refusal.field.as_deref(), Some(field), "{}", refusal.message);
    assert!(refusal.message.contains(words), "{}", refusal.message);
    assert!(!refusal.hint.is_empty(), "{}", refusal.message);
}

fn replied(outcomes: &[(i64, Outcome)]) -> History {
    let mut history = History::sent(Regime::Foia);
    history.reply("2026-12-14", outcomes);
    history
}

fn follow_up(history: &History, mode: Mode) -> Result<FollowUpPlan, Refusal> {
    write_follow_up(&history.case(), mode, &history.clocks(), day("2026-12-16"))
}

fn review(history: &History, today: &str) -> Result<ReviewPlan, Refusal> {
    write_review(&history.case(), &history.clocks(), day(today))
}

#[test]
fn a_letter_leaves_on_a_day_from_its_date_until_today() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-23");
    let send =
        |on, sending| send_letter(&history.case(), letter, day(on), sending, day("2026-11-27"));
    assert_eq!(send("2026-11-23", EMAILED), Ok(()));
    assert_eq!(send("2026-11-27", POSTED), Ok(()));
    refused(send("2026-11-22", POSTED), "on", "bears the date 23 November 2026");
    refused(send("2026-11-28", POSTED), "on", "28 November 2026 is after today");
    let arrived = |on| Sending::Posted { class: PostClass::Second, received_on: Some(day(on)) };
    assert_eq!(send("2026-11-24", arrived("2026-11-24")), Ok(()));
    assert_eq!(send("2026-11-24", arrived("2026-11-27")), Ok(()));
    refused(send("2026-11-24", arrived("2026-11-23")), "received", "before it left");
    refused(send("2026-11-24", arrived("2026-11-28")), "received", "is after today");
    let other =
        send_letter(&history.case(), LetterId(77), day("2026-11-23"), POSTED, day("2026-11-27"));
    refused(other, "request", "no such letter");
}

#[test]
fn a_letter_leaves_once_by_each_channel() {
    let history = History::sent(Regime::Foia);
    let letter = history.file.letters[0].id;
    let send = |sending| {
        send_letter(&history.case(), letter, day("2026-11-24"), sending, day("2026-11-27"))
    };
    refused(send(EMAILED), "request", "already left by e-mail on 23 November 2026");
    assert_eq!(send(POSTED), Ok(()));
}

#[test]
fn a_letter_arrives_between_the_day_it_left_and_today() {
    let mut history = History::new(Regime::Foia);
    let letter = history.write(LetterKind::Request, None, "2026-11-23");
    let arrive = |history: &History, on| {
        letter_received(history.case().request().expect("the letter"), day(on), day("2026-11-27"))
    };
    refused(arrive(&history, "2026-11-24"), "request", "has not left");
    history.send(letter, "2026-11-24", POSTED);
    assert_eq!(arrive(&history, "2026-11-24"), Ok(()));
    assert_eq!(arrive(&history, "2026-11-27"), Ok(()));
    refused(arrive(&history, "2026-11-23"), "on", "left on 24 November 2026");
    refused(arrive(&history, "2026-11-28"), "on", "is after today");
}

/// Question 2 with parts (a) and (b) in place of question 2.
fn with_parts() -> Vec<Question> {
    let mut questions = History::new(Regime::Foia).file.questions;
    questions[1].role = Role::Stem;
    for (part, id) in [('a', 21), ('b', 22)] {
        let stem = questions[1].clone();
        questions.push(Question {
            id: QuestionId(id),
            part: Some(part),
            role: Role::Counted,
            ..stem
        });
    }
    questions
}

fn named(question: &str, answer: Answer) -> NamedAnswer {
    NamedAnswer { question: question.to_owned(), answer }
}

#[test]
fn answers_are_named_by_questions_that_have_outcomes() {
    let questions = with_parts();
    let name = |answers: &[NamedAnswer]| name_answers(&questions, answers);
    let refused_under = Answer { grounds: vec![ground("31(1)(a)")], ..answer(Outcome::Refused) };
    let right = [named("2b", refused_under.clone()), named("1", answer(Outcome::Answered))];
    assert_eq!(
        name(&right),
        Ok(vec![
            (QuestionId(22), refused_under.clone()),
            (QuestionId(1), answer(Outcome::Answered))
        ])
    );
    let unknown = name(&[named("9", answer(Outcome::Answered))]);
    assert!(unknown.clone().is_err_and(|refusal| refusal.hint.ends_with("are 1, 3, 2a, 2b.")));
    refused(unknown, "outcome of question 9", "no question 9");
    let stem = name(&[named("2", answer(Outcome::Answered))]);
    assert!(stem.clone().is_err_and(|refusal| refusal.hint == "Give an outcome for 2a, 2b."));
    refused(stem, "outcome of question 2", "has parts");
    refused(
        name(&[named("4", answer(Outcome::Answered))]),
        "outcome of question 4",
        "closing question",
    );
    let twice = [named("1", answer(Outcome::Answered)), named("1", answer(Outcome::Refused))];
    refused(name(&twice), "outcome of question 1", "two outcomes");
    refused(name(&[named("1", answer(Outcome::Awaiting))]), "outcome of question 1", "no outcome");
}

#[test]
fn sections_stand_only_beside_outcomes_that_carry_them() {
    use law::Coded;
    let questions = with_parts();
    for outcome in Outcome::ALL.iter().copied().filter(|outcome| *outcome != Outcome::Awaiting) {
        let with_ground = Answer { grounds: vec![ground("40(2)")], ..answer(outcome) };
        let result = name_answers(&questions, &[named("1", with_ground)]);
        if outcome.may_carry_grounds() {
            assert_eq!(result.map(|answers| answers.len()), Ok(1), "{outcome}");
        } else {
            refused(result, "outcome of question 1", "carries no section");
        }
    }
}

#[test]
fn a_reply_lies_between_the_day_of_sending_and_today() {
    let history = History::sent(Regime::Foia);
    let record = |dated, received: Option<&str>| {
        let reply = FromForce { received_on: received.map(day), ..theirs(&MIXED) };
        record_reply(&history.case(), &history.file, day(dated), &reply, day("2026-12-16"))
    };
    assert_eq!(record("2026-11-23", None), Ok(()));
    assert_eq!(record("2026-12-16", None), Ok(()));
    assert_eq!(record("2026-12-14", Some("2026-12-14")), Ok(()));
    assert_eq!(record("2026-12-14", Some("2026-12-16")), Ok(()));
    refused(record("2026-11-22", None), "dated", "cannot answer what was sent on 23 November 2026");
    refused(record("2026-12-17", None), "dated", "is after today");
    refused(record("2026-12-14", Some("2026-12-13")), "received", "cannot have arrived");
    refused(record("2026-12-14", Some("2026-12-17")), "received", "is after today");
}

#[test]
fn a_reply_to_what_has_not_left_is_refused() {
    let mut history = History::new(Regime::Foia);
    history.write(LetterKind::Request, None, "2026-11-23");
    let (case, today) = (history.case(), day("2026-12-16"));
    let record = record_reply(&case, &history.file, today, &theirs(&MIXED), today);
    refused(record, "request", "has not been sent");
    refused(record_acknowledgement(&case, today, None, today), "request", "has not been sent");
}

#[test]
fn the_same_reply_is_recorded_once() {
    let mut history = replied(&MIXED);
    let record = |history: &History, outcomes: &[(i64, Outcome)]| {
        let (case, today) = (history.case(), day("2026-12-16"));
        record_reply(&case, &history.file, day("2026-12-14"), &theirs(outcomes), today)
    };
    refused(record(&history, &MIXED), "request", "recorded already");
    assert_eq!(record(&history, &ANSWERED), Ok(()), "another reply of that day");
    let reply = history.file.events.last().expect("the reply").id;
    history.strike(reply);
    assert_eq!(record(&history, &MIXED), Ok(()), "the first was struck");
}

#[test]
fn an_acknowledgement_has_the_days_of_a_reply() {
    let case = History::sent(Regime::Foia).case();
    let record = |dated, received: Option<&str>| {
        record_acknowledgement(&case, day(dated), received.map(day), day("2026-12-16"))
    };
    assert_eq!(record("2026-11-25", None), Ok(()));
    refused(record("2026-11-22", None), "dated", "cannot answer");
    refused(record("2026-11-25", Some("2026-11-24")), "received", "cannot have arrived");
}

#[test]
fn a_follow_up_follows_something() {
    let unsent = History::new(Regime::Foia);
    refused(follow_up(&unsent, Mode::Review), "request", "has not been sent");
    let silent = History::sent(Regime::Foia);
    refused(follow_up(&silent, Mode::Review), "request", "has had no reply");
    refused(follow_up(&replied(&ANSWERED), Mode::Review), "request", "no open question");
}

#[test]
fn a_follow_up_takes_up_every_open_question() {
    let plan = follow_up(&replied(&MIXED), Mode::Review).expect("a plan");
    assert_eq!(plan.questions, [QuestionId(2), QuestionId(3)]);
    assert_eq!(plan.fresh_questions, []);
    assert_eq!((plan.mode, plan.recommended), (Mode::Review, Mode::Review));
    assert!(
        plan.warnings.iter().any(|warning| warning.contains("until the end of 12 February 2027")),
        "{:?}",
        plan.warnings
    );
}

#[test]
fn what_may_be_asked_afresh_follows_from_the_outcome_and_the_mode() {
    let fresh = |outcome, mode| {
        let history = replied(&[(1, outcome), (2, Outcome::NotHeld)]);
        let plan = follow_up(&history, mode).expect("a plan");
        plan.fresh_questions.contains(&QuestionId(1))
    };
    for outcome in [Outcome::Refused, Outcome::Partly, Outcome::NotAddressed] {
        assert!(fresh(outcome, Mode::FreshRequest), "{outcome}");
        assert!(!fresh(outcome, Mode::Both), "{outcome}: that is the review's matter");
        assert!(!fresh(outcome, Mode::Enquiry), "{outcome}: an enquiry asks for nothing afresh");
    }
    assert!(fresh(Outcome::NotHeld, Mode::Both));
    assert!(!fresh(Outcome::NeitherConfirmedNorDenied, Mode::FreshRequest), "section 2(1)");
}

#[test]
fn a_mode_that_asks_afresh_needs_something_to_ask() {
    let silent_on_existence = replied(&[(1, Outcome::NeitherConfirmedNorDenied)]);
    refused(follow_up(&silent_on_existence, Mode::FreshRequest), "mode", "Mode A needs a question");
    let withheld = replied(&[(1, Outcome::Refused)]);
    refused(follow_up(&withheld, Mode::Both), "mode", "Mode C needs a question");
    assert_eq!(follow_up(&withheld, Mode::Enquiry).map(|plan| plan.mode), Ok(Mode::Enquiry));
}

#[test]
fn a_mode_that_lets_a_right_run_on_is_warned_of() {
    let warned = |mode| {
        let plan = follow_up(&replied(&MIXED), mode).expect("a plan");
        plan.warnings.iter().any(|warning| warning.contains("does not move the time"))
    };
    assert!(warned(Mode::FreshRequest));
    assert!(warned(Mode::Enquiry));
    assert!(!warned(Mode::Review));
    assert!(!warned(Mode::Both));
}

#[test]
fn there_is_no_volley_of_letters() {
    let mut queued = replied(&MIXED);
    queued.write(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-15");
    refused(follow_up(&queued, Mode::Enquiry), "request", "HT-011/2 is written and has not left");
    refused(review(&queued, "2026-12-16"), "request", "HT-011/2 is written and has not left");

    let mut followed_up = replied(&MIXED);
    followed_up.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-15");
    let again = follow_up(&followed_up, Mode::Enquiry);
    refused(again, "mode", "HT-011/2 already follows up the reply of 14 December 2026");
    assert!(follow_up(&followed_up, Mode::Review).is_ok(), "the right to a review is kept");

    let mut in_review = replied(&MIXED);
    in_review.write_and_send(LetterKind::Review, None, "2026-12-15");
    refused(follow_up(&in_review, Mode::Enquiry), "request", "review open since 15 December 2026");
    refused(review(&in_review, "2026-12-16"), "request", "review open since 15 December 2026");
    let elsewhere =
        review_asked_elsewhere(&in_review.case(), day("2026-12-16"), POSTED, day("2026-12-16"));
    refused(elsewhere, "request", "review open since 15 December 2026");
}

#[test]
fn a_follow_up_of_the_day_of_the_reply_follows_it_up() {
    let mut history = replied(&MIXED);
    history.write_and_send(LetterKind::FollowUp, Some(Mode::FreshRequest), "2026-12-14");
    refused(follow_up(&history, Mode::Enquiry), "mode", "already follows up the reply");
    history.reply("2026-12-15", &[(3, Outcome::Refused)]);
    assert!(follow_up(&history, Mode::Enquiry).is_ok(), "another reply, another follow-up");
}

#[test]
fn an_answer_is_reviewed_once() {
    let mut decided = replied(&MIXED);
    decided.write_and_send(LetterKind::Review, None, "2026-12-15");
    decided.decide("2026-12-18", &[(2, Outcome::Refused)]);
    refused(review(&decided, "2026-12-19"), "request", "was decided on 18 December 2026");
    refused(follow_up(&decided, Mode::Review), "request", "was decided on 18 December 2026");
    let today = day("2026-12-19");
    let elsewhere = review_asked_elsewhere(&decided.case(), today, POSTED, today);
    refused(elsewhere, "request", "was decided on 18 December 2026");
    decided.reply("2026-12-21", &[(3, Outcome::Refused)]);
    assert!(review(&decided, "2026-12-22").is_ok(), "another answer, another review");
}

/// Of one day the reply comes before the decision: it is what was reviewed.
#[test]
fn a_reply_of_the_day_of_the_decision_is_no_new_answer() {
    let mut decided = replied(&MIXED);
    decided.write_and_send(LetterKind::Review, None, "2026-12-15");
    decided.reply("2026-12-18", &[(3, Outcome::Refused)]);
    decided.decide("2026-12-18", &[(2, Outcome::Refused)]);
    refused(review(&decided, "2026-12-21"), "request", "was decided on 18 December 2026");
}

#[test]
fn a_review_is_of_a_decision_or_of_a_missed_limit() {
    refused(review(&History::new(Regime::Foia), "2026-12-22"), "request", "has not been sent");
    let silent = History::sent(Regime::Foisa);
    let early = review(&silent, "2026-12-22");
    let citation = early.clone().expect_err("in time").citation;
    assert_eq!(citation.as_deref(), Some("section 10(1)"));
    refused(early, "request", "until the end of 22 December 2026");
    let plan = review(&silent, "2026-12-23").expect("a plan");
    assert_eq!(plan.questions, [QuestionId(1), QuestionId(2), QuestionId(3)]);
    refused(review(&replied(&ANSWERED), "2026-12-23"), "request", "no open question");
}

#[test]
fn a_review_of_silence_is_warned_of_where_the_commissioner_needs_none() {
    let warned = |regime| {
        let plan = review(&History::sent(regime), "2026-12-23").expect("a plan");
        plan.warnings.iter().any(|warning| warning.contains("without a review"))
    };
    assert!(warned(Regime::Foia));
    assert!(!warned(Regime::Foisa), "there it is the only way");
}

#[test]
fn a_review_puts_in_issue_what_is_open_and_what_was_never_dealt_with() {
    let partly = replied(&[(1, Outcome::Answered), (3, Outcome::Refused)]);
    let plan = review(&partly, "2026-12-16").expect("a plan");
    assert_eq!(plan.questions, [QuestionId(2), QuestionId(3)]);
    assert!(partly.clock(ClockKind::Response).stopped_on.is_none(), "question 2 is still owed");
    let windows = plan.warnings.iter().filter(|warning| warning.contains("for a review"));
    assert_eq!(windows.count(), 1, "only the time to ask for a review is spoken of");
}

#[test]
fn a_review_asked_late_is_not_refused_but_said_to_be_late() {
    let warnings = |today| review(&replied(&MIXED), today).expect("a plan").warnings;
    assert!(warnings("2027-02-12")[0].contains("Still in time"), "{:?}", warnings("2027-02-12"));
    assert!(
        warnings("2027-02-13")[0].contains("ended on 12 February 2027"),
        "{:?}",
        warnings("2027-02-13")
    );
}

#[test]
fn a_review_asked_for_elsewhere_has_days_that_can_be() {
    let case = replied(&MIXED).case();
    let ask = |on, received: Option<&str>| {
        let sending = Sending::Emailed { received_on: received.map(day) };
        review_asked_elsewhere(&case, day(on), sending, day("2026-12-18"))
    };
    assert_eq!(ask("2026-12-16", None), Ok(()));
    assert_eq!(ask("2026-12-16", Some("2026-12-16")), Ok(()));
    assert_eq!(ask("2026-11-23", None), Ok(()), "on the day on which the request left");
    refused(ask("2026-12-19", None), "on", "is after today");
    refused(ask("2026-11-22", None), "on", "a review cannot be asked on 22 November 2026");
    refused(ask("2026-12-16", Some("2026-12-15")), "received", "before it left");
    refused(ask("2026-12-16", Some("2026-12-19")), "received", "is after today");
    let unsent = History::new(Regime::Foia).case();
    let early = review_asked_elsewhere(&unsent, day("2026-12-16"), EMAILED, day("2026-12-18"));
    refused(early, "request", "has not been sent");
}

#[test]
fn a_decision_follows_the_request_for_it() {
    let none_open =
        review_decided(&replied(&MIXED).case(), day("2027-01-18"), None, day("2027-01-20"));
    refused(none_open, "request", "no internal review open");
    let mut history = replied(&MIXED);
    history.write_and_send(LetterKind::Review, None, "2026-12-15");
    let case = history.case();
    let decide = |dated, received: Option<&str>| {
        review_decided(&case, day(dated), received.map(day), day("2027-01-20"))
    };
    assert_eq!(decide("2026-12-15", None), Ok(()));
    assert_eq!(decide("2027-01-18", Some("2027-01-20")), Ok(()));
    refused(
        decide("2026-12-14", None),
        "dated",
        "cannot answer what was asked on 15 December 2026",
    );
    refused(decide("2027-01-21", None), "dated", "is after today");
    refused(decide("2027-01-18", Some("2027-01-17")), "received", "cannot have arrived");
}

#[test]
fn a_request_ends_once_with_a_reason_when_it_has_been_sent() {
    let mut history = History::sent(Regime::Foia);
    let finish =
        |history: &History, on, reason| end(&history.case(), day(on), reason, day("2026-12-16"));
    assert_eq!(finish(&history, "2026-12-16", "enough"), Ok(()));
    refused(finish(&history, "2026-12-16", " \n"), "reason", "closed with a reason");
    refused(finish(&history, "2026-12-17", "enough"), "on", "is after today");
    refused(
        finish(&History::new(Regime::Foia), "2026-12-16", "enough"),
        "request",
        "has not been sent",
    );
    history.event(EventKind::Closed, "2026-12-15", Fact::Closed("enough".to_owned()));
    refused(finish(&history, "2026-12-16", "enough"), "request", "ended on 15 December 2026");
}

#[test]
fn under_the_regulations_any_follow_up_is_warned_to_ask_for_a_review() {
    for (regime, warned) in
        [(Regime::Foia, false), (Regime::Foisa, false), (Regime::Eir, true), (Regime::Eisr, true)]
    {
        for mode in [Mode::FreshRequest, Mode::Enquiry, Mode::Review] {
            let mut history = History::sent(regime);
            history.reply("2026-12-14", &[(1, Outcome::NotHeld), (2, Outcome::Answered)]);
            let plan = write_follow_up(&history.case(), mode, &history.clocks(), day("2026-12-15"))
                .expect("a follow-up");
            let says = plan.warnings.iter().any(|warning| warning.contains("whatever it calls"));
            assert_eq!(says, warned && mode != Mode::Review, "{regime}, {mode}");
        }
    }
}

#[test]
fn a_sentence_says_by_which_channel() {
    use crate::event::Channel;
    assert_eq!(by(Channel::Post), "by post");
    assert_eq!(by(Channel::Email), "by e-mail");
}
