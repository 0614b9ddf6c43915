//! What a force said, question by question: first replies, later ones, and how a request ends.

use desk::{Ending, ErrorKind, ReplyInput};
use tests::day;
use tests::journey::{Journey, on, reply};

const FIRST: &str = "1,refused,31(1)(a); 40(2),no reasons\n2a,answered,,\n3,not_addressed,,";

/// CU-001 to Kent with a first reply of 13 November, which says nothing of 2b.
fn replied() -> Journey {
    let mut journey = Journey::posted_to("kent");
    journey.reply("CU-001", "2026-11-13", "2026-11-16", FIRST);
    journey
}

fn score(journey: &Journey) -> (usize, usize) {
    let request = journey.request("CU-001", "2026-12-01").request;
    (request.answered, request.counted)
}

#[test]
fn a_question_that_a_reply_does_not_list_stays_as_it_was_and_is_named() {
    let mut journey = Journey::posted_to("kent");
    let recorded = journey.reply("CU-001", "2026-11-13", "2026-11-16", FIRST);
    assert_eq!(recorded.not_listed, ["2b"]);
    assert!(recorded.notices.iter().any(|notice| notice.contains("2b")), "{recorded:?}");
    assert_eq!(journey.outcome("CU-001", "2b"), "awaiting");
    assert_eq!(score(&journey), (1, 4));
    let one = &journey.request("CU-001", "2026-11-16").questions[0];
    assert_eq!(one.exemptions, ["s.31(1)(a)", "s.40(2)"], "several sections, with their limbs");
    assert_eq!(one.note.as_deref(), Some("no reasons"));
    // The limit of section 10 is missed for what is still owed.
    assert_eq!(journey.request("CU-001", "2026-11-18").request.late, ["2b", "3"]);
}

#[test]
fn a_later_reply_changes_only_the_questions_it_deals_with() {
    let mut journey = replied();
    journey.reply("CU-001", "2026-11-24", "2026-11-25", "2b,answered,,\n3,partly,,");
    let outcomes = ["1", "2a", "2b", "3"].map(|question| journey.outcome("CU-001", question));
    assert_eq!(outcomes, ["refused", "answered", "answered", "partly"]);
    assert_eq!(score(&journey), (2, 4));
    let request = journey.request("CU-001", "2026-11-25").request;
    assert_eq!(request.stage, "to_follow_up");
    assert!(request.late.is_empty(), "nothing is owed any more");
    assert_eq!(journey.limit("CU-001", "response", "2026-11-25").state, "met_late");
    // Each reply that left a question open has its window: 40 after 13 and after 24 November. The
    // first is counted in the story of the main job; from the second: 25–27 November (3), 1–24
    // December (21), 29–31 (24), 5–22 January (38), 25 and 26 (40).
    let windows: Vec<_> = journey
        .limits("CU-001", "review-request", "2026-11-25")
        .iter()
        .map(|window| window.due)
        .collect();
    assert_eq!(windows, ["2027-01-15", "2027-01-26"].map(day));
    assert_eq!(request.review_request_due, Some(day("2027-01-15")), "the one that closes first");
    journey.is_whole();
}

#[test]
fn a_reply_that_replaces_an_earlier_one_takes_back_what_that_said() {
    let mut journey = replied();
    let replaced = journey.event("CU-001", "reply_received");
    let input = ReplyInput {
        supersedes: Some(replaced),
        ..reply("CU-001", "2026-11-24", "2026-11-25", "1,answered,,")
    };
    journey.try_reply(input).expect("a reply that replaces another");
    let outcomes = ["1", "2a", "3"].map(|question| journey.outcome("CU-001", question));
    assert_eq!(outcomes, ["answered", "awaiting", "awaiting"], "only the new letter speaks");
    assert_eq!(score(&journey), (1, 4));
    journey.is_whole();
}

#[test]
fn only_a_reply_to_this_request_can_be_replaced() {
    let mut journey = replied();
    let written = journey.event("CU-001", "letter_written");
    for event in [written, 9_999] {
        let input = ReplyInput {
            supersedes: Some(event),
            ..reply("CU-001", "2026-11-24", "2026-11-25", "1,answered,,")
        };
        let error = journey.try_reply(input).expect_err("no reply has that number");
        assert_eq!(error.field.as_deref(), Some("supersedes"));
    }
    assert_eq!(journey.outcome("CU-001", "1"), "refused");
}

#[test]
fn two_replies_of_one_day_show_a_problem_until_one_says_that_it_replaces_the_other() {
    let mut journey = replied();
    journey.reply("CU-001", "2026-11-13", "2026-11-16", "2b,answered,,");
    let request = journey.request("CU-001", "2026-11-16").request;
    assert_eq!(request.problems.len(), 1, "{:?}", request.problems);
    let second = journey.event("CU-001", "reply_received");
    journey
        .desk
        .strike("CU-001", second, "the same letter twice", on("2026-11-17"))
        .expect("an event that can be struck");
    assert!(journey.request("CU-001", "2026-11-17").request.problems.is_empty());
    assert_eq!(journey.outcome("CU-001", "2b"), "awaiting");
}

#[test]
fn the_same_reply_is_not_recorded_twice() {
    let mut journey = replied();
    let error = journey
        .try_reply(reply("CU-001", "2026-11-13", "2026-11-16", FIRST))
        .expect_err("it is recorded already");
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some("request")));
}

#[test]
fn a_request_is_complete_when_all_is_answered_available_elsewhere_or_not_applicable() {
    let mut journey = Journey::posted_to("kent");
    let rows = "1,answered,,\n2a,elsewhere,21,on their site\n2b,not_applicable,,\n3,A,,";
    journey.reply("CU-001", "2026-11-13", "2026-11-16", rows);
    let request = journey.request("CU-001", "2027-06-01").request;
    assert_eq!((request.stage, request.due), ("complete", None));
    assert_eq!((request.answered, request.counted), (3, 3), "what fell away is not counted");
    assert!(request.late.is_empty());
    assert_eq!(journey.limit("CU-001", "response", "2027-06-01").state, "met");
    assert!(journey.limits("CU-001", "review-request", "2027-06-01").is_empty());
}

#[test]
fn not_applicable_leaves_the_denominator_and_closing_questions_were_never_in_it() {
    let mut journey = Journey::sample();
    journey.send("HT", &["devon-and-cornwall"], "2026-10-15");
    journey.post("HT-001", "2026-10-16");
    let before = journey.request("HT-001", "2026-10-16").request;
    assert_eq!((before.answered, before.counted), (0, 13), "12 questions, 5 parts, 3 closing");
    journey.reply("HT-001", "2026-11-13", "2026-11-16", "8,answered,,\n9,not_applicable,,");
    let after = journey.request("HT-001", "2026-11-16").request;
    assert_eq!((after.answered, after.counted), (1, 12));
    // Withdrawing a question does the same.
    journey.reply("HT-001", "2026-11-17", "2026-11-18", "7,withdrawn,,");
    let after = journey.request("HT-001", "2026-11-18").request;
    assert_eq!((after.answered, after.counted), (1, 11));
}

#[test]
fn while_one_question_is_open_a_request_is_not_complete() {
    for open in ["partly", "refused", "not_held", "ncnd", "not_addressed"] {
        let mut journey = Journey::posted_to("kent");
        let rows = format!("1,answered,,\n2a,answered,,\n2b,answered,,\n3,{open},,");
        journey.reply("CU-001", "2026-11-13", "2026-11-16", &rows);
        assert_eq!(journey.stage("CU-001", "2026-11-16"), "to_follow_up", "{open}");
        assert_eq!(score(&journey), (3, 4), "{open}");
    }
}

#[test]
fn a_person_closes_or_withdraws_a_request_with_a_reason() {
    let endings = [(Ending::Closed, "closed"), (Ending::Withdrawn, "withdrawn")];
    for (ending, stage) in endings {
        let mut journey = replied();
        let end = |journey: &mut Journey, reason: &str| {
            journey.end("CU-001", ending, "2026-12-01", reason)
        };
        let error = end(&mut journey, "  ").expect_err("no reason");
        assert_eq!(error.field.as_deref(), Some("reason"));
        end(&mut journey, "enough is known").expect("an end with a reason");
        let request = journey.request("CU-001", "2027-06-01").request;
        assert_eq!((request.stage, request.due), (stage, None));
        assert!(request.next_step.contains("enough is known"), "{}", request.next_step);
        assert!(end(&mut journey, "again").is_err(), "it ends once");
        journey.is_whole();
    }
}

#[test]
fn a_reply_is_refused_before_the_request_left_and_with_days_that_cannot_be() {
    let mut journey = Journey::custody();
    journey.send("CU", &["kent"], "2026-10-15");
    let error = journey
        .try_reply(reply("CU-001", "2026-10-20", "2026-10-21", FIRST))
        .expect_err("it has not been sent");
    assert_eq!(error.field.as_deref(), Some("request"));
    journey.post("CU-001", "2026-10-16");
    for (dated, received, field) in
        [("2026-10-15", "2026-10-20", "dated"), ("2026-11-13", "2026-11-12", "received")]
    {
        let error = journey
            .desk
            .record_reply(&reply("CU-001", dated, received, FIRST), on("2026-11-20"))
            .expect_err("a day that cannot be");
        assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Refused, Some(field)));
    }
    let future = reply("CU-001", "2026-11-13", "2026-11-16", FIRST);
    let error = journey.desk.record_reply(&future, on("2026-11-12")).expect_err("a day to come");
    assert_eq!(error.field.as_deref(), Some("dated"));
    assert_eq!(journey.stage("CU-001", "2026-11-12"), "awaiting");
}

#[test]
fn files_and_caveats_are_kept_with_the_reply_as_they_came() {
    let mut journey = Journey::posted_to("kent");
    let path = journey.folder().join("Their letter.pdf");
    let bytes = b"%PDF-1.4 not a real one, kept as it is \x00\xff";
    std::fs::write(&path, bytes).expect("a file");
    let mut input = reply("CU-001", "2026-11-13", "2026-11-16", FIRST);
    input.letter.files = vec![path];
    input.letter.notes = vec!["Figures may differ.".to_owned(), "Do not compare.".to_owned()];
    input.letter.their_reference = Some("FOI/26/007".to_owned());
    journey.try_reply(input).expect("a reply with a file");
    let detail = journey.request("CU-001", "2026-11-16");
    assert_eq!(detail.request.their_reference.as_deref(), Some("FOI/26/007"));
    let event = detail.correspondence.iter().find(|event| event.kind == "reply_received");
    let event = event.expect("the reply in the correspondence");
    assert_eq!(event.note.as_deref(), Some("Figures may differ.\n\nDo not compare."));
    assert_eq!(event.files[0].name, "Their letter.pdf");
    let kept = journey.folder().join("documents").join(&event.files[0].hash);
    assert_eq!(std::fs::read(kept).expect("the kept file"), bytes);
}
