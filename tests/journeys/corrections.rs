//! An outcome put right: the reply stays as it was recorded, and what follows from it follows anew.

use desk::{CorrectionInput, DeskError, ErrorKind, OutcomeRow, Recorded};
use tests::day;
use tests::journey::{Journey, on};

const REPLY: &str = "1,answered,,\n2a,answered,,\n2b,answered,,\n3,not_addressed,,";

fn correct(journey: &mut Journey, outcome: (&str, &str, &str)) -> Result<Recorded, DeskError> {
    let (question, outcome, sections) = outcome;
    let input = CorrectionInput {
        request: "CU-001".to_owned(),
        on: day("2026-11-20"),
        reply: None,
        outcomes: vec![OutcomeRow {
            question: question.to_owned(),
            outcome: outcome.to_owned(),
            sections: sections.to_owned(),
            ..OutcomeRow::default()
        }],
        note: Some("read too fast".to_owned()),
    };
    journey.desk.record_correction(&input, on("2026-11-20"))
}

#[test]
fn an_outcome_is_put_right_and_its_clocks_follow_the_reply_and_not_the_day_of_correcting() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    assert_eq!(journey.limit("CU-001", "response", "2026-11-20").state, "over", "3 is left out");
    correct(&mut journey, ("3", "refused", "31(1)(a)")).expect("a correction");
    assert_eq!(journey.outcome("CU-001", "3"), "refused");
    let response = journey.limit("CU-001", "response", "2026-11-20");
    assert_eq!(response.state, "met", "the reply of 13 November did deal with it");
    // 40 working days after the reply of 13 November, as the story of the main job counts them.
    assert_eq!(journey.limit("CU-001", "review-request", "2026-11-20").due, day("2027-01-15"));
    journey.is_whole();
    journey.desk.undo(None, on("2026-11-20")).expect("an undo");
    assert_eq!(journey.outcome("CU-001", "3"), "not_addressed", "the reply still says so");
    journey.is_whole();
}

#[test]
fn the_later_correction_of_a_question_counts() {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", REPLY);
    correct(&mut journey, ("3", "refused", "31(1)(a)")).expect("a correction");
    correct(&mut journey, ("3", "not_held", "")).expect("another");
    assert_eq!(journey.outcome("CU-001", "3"), "not_held");
}

#[test]
fn without_a_reply_there_is_nothing_to_put_right() {
    let mut journey = Journey::posted_to("kent");
    let refused = correct(&mut journey, ("3", "refused", "")).expect_err("no reply");
    assert_eq!((refused.kind, refused.field.as_deref()), (ErrorKind::Refused, Some("request")));
    assert!(refused.hint.contains("Record the reply first"), "{}", refused.hint);
}
