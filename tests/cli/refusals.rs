//! What is refused changes nothing: every table and every document is compared, byte for byte,
//! before and after, and each message names its field.

use serde_json::Value;
use tests::program::Desktop;

const QUESTIONS: &str = "1. How many?\n2. Which of these:\n   (a) One;\n   (b) Other.\n\
                         If unable to answer\n3. Why not?\n";

/// CU-001 to Kent, posted; CU-002 to Essex, written and not posted.
fn desk() -> Desktop {
    let desktop = Desktop::with_campaign("CU", QUESTIONS);
    desktop.data("2026-10-15", "send --campaign CU --dated 2026-10-15 --force kent");
    desktop.data("2026-10-16", "posted --on 2026-10-16 --all");
    desktop.data("2026-10-17", "send --campaign CU --dated 2026-10-17 --force essex");
    desktop
}

/// Runs a command that must be refused on 20 November 2026, asserts that nothing changed, and gives
/// its error.
#[track_caller]
fn refused(desktop: &Desktop, line: &str, field: &str) -> Value {
    let before = desktop.contents();
    let error = desktop.json("2026-11-20", line).refused();
    assert_eq!(error["field"], field, "{line}: {error:#}");
    assert_ne!(error["message"], "", "{line}");
    assert_ne!(error["hint"], "", "{line}: what to do instead is said");
    assert!(desktop.contents() == before, "{line} was refused and changed something");
    error
}

/// Writes a table of outcomes and asserts that a reply with it is refused.
#[track_caller]
fn reply_refused(desktop: &Desktop, rows: &str, field: &str) -> String {
    desktop.write("reply.csv", &format!("question,outcome,exemptions,note\n{rows}\n"));
    let line = "record reply --request CU-001 --dated 2026-11-13 --outcomes reply.csv";
    let error = refused(desktop, line, field);
    error["message"].as_str().expect("a message").to_owned()
}

#[test]
fn the_same_campaign_goes_to_the_same_force_once() {
    let desktop = desk();
    for dated in ["2026-10-15", "2026-11-20"] {
        let line = format!("send --campaign CU --dated {dated} --force kent --force essex");
        let error = refused(&desktop, &line, "force");
        let message = error["message"].as_str().unwrap_or_default();
        assert!(message.contains("CU-001") && message.contains("CU-002"), "{message}");
    }
}

#[test]
fn an_unknown_force_is_refused_and_the_known_ones_beside_it_are_not_written_to() {
    let desktop = desk();
    let line = "send --campaign CU --dated 2026-11-20 --force dorset --force atlantis";
    assert!(refused(&desktop, line, "force")["message"].to_string().contains("atlantis"));
    refused(&desktop, "forces show atlantis", "force");
    refused(&desktop, "forces edit atlantis --email a@b.example", "force");
    refused(&desktop, "forces confirm atlantis", "force");
}

#[test]
fn the_national_crime_agency_is_refused_with_the_reason() {
    let desktop = desk();
    let line = "send --campaign CU --dated 2026-11-20 --force dorset --force nca";
    let error = refused(&desktop, line, "force");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("National Crime Agency is not subject to"), "{message}");
    assert!(error["citation"].to_string().contains("Schedule 1"), "{error}");
}

#[test]
fn a_date_that_is_not_one_is_refused_wherever_it_is_given() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,answered,,\n");
    let reply = "record reply --request CU-001 --outcomes reply.csv";
    let commands = [
        ("dated", "send --campaign CU --force dorset --dated".to_owned()),
        ("on", "posted --all --on".to_owned()),
        ("received", "posted --all --on 2026-10-19 --received".to_owned()),
        ("on", "emailed --request CU-002 --on".to_owned()),
        ("dated", format!("{reply} --dated")),
        ("received", format!("{reply} --dated 2026-11-13 --received")),
        ("on", "record received --request CU-001 --on".to_owned()),
        ("on", "record note --request CU-001 --text a --on".to_owned()),
        ("on", "record closed --request CU-001 --reason a --on".to_owned()),
        ("on", "record withdrawn --request CU-001 --reason a --on".to_owned()),
        ("on", "record review-asked --request CU-001 --on".to_owned()),
        ("dated", "record review-decided --request CU-001 --result upheld --dated".to_owned()),
        ("dated", "write review --request CU-001 --dated".to_owned()),
        ("reply-by", "write follow-up --request CU-001 --reply-by".to_owned()),
        ("on", "forces confirm kent --on".to_owned()),
        ("from", "due --regime foia --limit response --from".to_owned()),
    ];
    for (field, command) in commands {
        refused(&desktop, &format!("{command} 2026-02-30"), field);
    }
    let wrong = [
        "2026-02-30",
        "2026-13-01",
        "2027-02-29",
        "2026-00-10",
        "01/05/2026",
        "2026-5-1",
        "tomorrow",
        "2026-11-20T12:00",
        "20261120",
        "0026-11-20",
        "9999-12-31",
        "２０２６-11-20",
    ];
    for date in wrong {
        let line = format!("send --campaign CU --force dorset --dated {date}");
        refused(&desktop, &line, "dated");
    }
    let before = desktop.contents();
    let empty = ["send", "--campaign", "CU", "--force", "dorset", "--json", "--dated", ""];
    assert_eq!(desktop.run("2026-11-20", empty).refused()["field"], "dated");
    let ran =
        desktop.json("the first of May", "record note --request CU-001 --on 2026-11-01 --text a");
    assert_eq!(ran.refused()["field"], "FOI_DESK_TODAY");
    assert!(desktop.contents() == before);
}

#[test]
fn days_that_cannot_be_are_refused() {
    let desktop = desk();
    for (field, line) in [
        ("on", "posted --on 2026-10-16 --request CU-002"),
        ("on", "posted --on 2026-10-16 --all"),
        ("on", "posted --on 2026-11-21 --request CU-002"),
        ("on", "emailed --on 2026-11-21 --all"),
        ("received", "posted --on 2026-10-19 --received 2026-10-18 --request CU-002"),
        ("received", "posted --on 2026-10-19 --received 2026-11-21 --request CU-002"),
        ("on", "record received --request CU-001 --on 2026-10-15"),
        ("on", "record note --request CU-001 --on 2026-11-21 --text soon"),
        ("on", "record closed --request CU-001 --on 2026-11-21 --reason soon"),
        ("on", "record review-asked --request CU-001 --on 2026-10-15"),
        ("dated", "record acknowledgement --request CU-001 --dated 2026-10-15"),
        ("on", "forces confirm kent --on 2026-11-21"),
    ] {
        refused(&desktop, line, field);
    }
}

#[test]
fn nothing_can_come_back_before_the_request_was_sent() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,answered,,\n");
    let line = "record reply --request CU-002 --dated 2026-11-13 --outcomes reply.csv";
    refused(&desktop, line, "request");
    let on_time = "record reply --request CU-001 --dated 2026-10-15 --outcomes reply.csv";
    refused(&desktop, on_time, "dated");
    for line in [
        "record acknowledgement --request CU-002 --dated 2026-11-13",
        "record received --request CU-002 --on 2026-11-13",
        "record review-asked --request CU-002 --on 2026-11-13",
        "record review-decided --request CU-002 --dated 2026-11-13 --result upheld",
        "record closed --request CU-002 --on 2026-11-13 --reason enough",
        "write follow-up --request CU-002",
        "write review --request CU-002",
    ] {
        refused(&desktop, line, "request");
    }
}

#[test]
fn an_outcome_needs_a_question_that_has_one_of_its_own() {
    let desktop = desk();
    let message = reply_refused(&desktop, "1,answered,,\n9,answered,,", "outcome of question 9");
    assert!(message.contains("line 3") && message.contains("no question 9"), "{message}");
    let message = reply_refused(&desktop, "2c,answered,,", "outcome of question 2c");
    assert!(message.contains("no question 2c"), "{message}");
    let message = reply_refused(&desktop, "2,answered,,", "outcome of question 2");
    assert!(message.contains("has parts"), "{message}");
    let message = reply_refused(&desktop, "3,answered,,", "outcome of question 3");
    assert!(message.contains("closing question"), "{message}");
    reply_refused(&desktop, "1,awaiting,,", "outcome of question 1");
    reply_refused(&desktop, "1,answered,31(1)(a),", "outcome of question 1");
}

#[test]
fn a_section_that_is_not_understood_is_named_with_its_place() {
    let desktop = desk();
    let message = reply_refused(&desktop, "1,refused,\"31(1)(a), secrecy\",", "exemptions");
    assert!(message.contains("line 2, exemptions: At character 11: \"secrecy\""), "{message}");
    let message = reply_refused(&desktop, "1,refused,secrecy,", "exemptions");
    assert!(message.contains("line 2, exemptions: \"secrecy\""), "{message}");
}

#[test]
fn an_outcome_or_a_section_that_does_not_exist_is_refused_with_its_line() {
    let desktop = desk();
    let message = reply_refused(&desktop, "1,answered,,\n2a,perhaps,,", "outcome");
    assert!(message.contains("line 3") && message.contains("perhaps"), "{message}");
    for section in ["99", "45", "31(1)(z)x", "section", "s."] {
        let rows = format!("2a,answered,,\n1,refused,{section},");
        let message = reply_refused(&desktop, &rows, "exemptions");
        assert!(message.contains("line 3"), "{section}: {message}");
    }
}

#[test]
fn a_table_of_outcomes_that_cannot_be_read_is_refused() {
    let desktop = desk();
    reply_refused(&desktop, "1,answered,,\n1,refused,,", "outcomes");
    reply_refused(&desktop, "one,answered,,", "outcomes");
    let line = "record reply --request CU-001 --dated 2026-11-13 --outcomes reply.csv";
    for text in ["", "question;answer\n1;A\n", "question,outcome\n", "no table at all"] {
        desktop.write("reply.csv", text);
        refused(&desktop, line, "outcomes");
    }
}

#[test]
fn no_letter_goes_out_without_an_applicant() {
    let desktop = Desktop::new();
    desktop.write("questions.txt", QUESTIONS);
    desktop.data("2026-10-01", "campaigns new --title T --prefix CU --questions questions.txt");
    refused(&desktop, "send --campaign CU --dated 2026-11-20 --force kent", "applicant");
    let before = desktop.contents();
    for (applicant, address, field) in
        [(" ", "Lane, EX1 1AA", "applicant"), ("Ann", " , ", "address")]
    {
        let set = ["sender", "set", "--json", "--applicant", applicant, "--address", address];
        assert_eq!(desktop.run("2026-11-20", set).refused()["field"], field);
    }
    assert!(desktop.contents() == before);
}

#[test]
fn an_outline_that_cannot_be_read_is_refused_with_its_line() {
    let desktop = desk();
    let new = "campaigns new --title T --prefix NEW --questions bad.txt";
    for (text, line) in [
        ("1. One?\n3. Three?\n", 2),
        ("1. One?\n\nA heading\n\n2. Two?\n", 3),
        ("1. One?\n   (b) second first\n", 2),
        ("Dear Sir\n1. One?\n", 1),
    ] {
        desktop.write("bad.txt", text);
        let error = refused(&desktop, new, "questions");
        assert_eq!(error["problems"][0]["line"], line, "{text}: {error:#}");
        assert!(error["message"].to_string().contains(&format!("line {line}")), "{error:#}");
    }
    for text in ["", "\n\n", "no questions here"] {
        desktop.write("bad.txt", text);
        refused(&desktop, new, "questions");
    }
}

#[test]
fn a_prefix_is_given_once_and_has_its_shape() {
    let desktop = desk();
    let new = |prefix: &str| {
        format!("campaigns new --title T --questions questions.txt --prefix {prefix}")
    };
    for taken in ["CU", "cu"] {
        let error = refused(&desktop, &new(taken), "prefix");
        assert!(error["message"].to_string().contains("already"), "{error}");
    }
    for wrong in ["1A", "TOOLONGX", "A-B", "Ŵ", "A.B"] {
        refused(&desktop, &new(wrong), "prefix");
    }
}

#[test]
fn an_empty_queue_is_refused() {
    let desktop = Desktop::with_campaign("CU", QUESTIONS);
    refused(&desktop, "print --out job.pdf", "queue");
    refused(&desktop, "posted --on 2026-11-20 --all", "queue");
    refused(&desktop, "emailed --on 2026-11-20 --all", "queue");
    assert!(!desktop.path("job.pdf").exists());
}

#[test]
fn what_is_not_there_is_refused_by_its_field() {
    let desktop = desk();
    for (field, line) in [
        ("campaign", "send --campaign XX --dated 2026-11-20"),
        ("campaign", "campaigns show XX"),
        ("campaign", "requests list --campaign XX"),
        ("request", "request show CU-009"),
        ("request", "request show nonsense"),
        ("request", "posted --on 2026-11-20 --request CU-009"),
        ("request", "record note --request CU-009 --on 2026-11-20 --text a"),
        ("request", "write follow-up --request CU-001"),
        ("event", "strike --request CU-001 --event 99 --because wrong"),
        ("operation", "undo 99"),
        ("regime", "due --regime eir2 --limit response --from 2026-11-20"),
        ("limit", "due --regime foia --limit never --from 2026-11-20"),
        ("limit", "due --regime foisa --limit review-extended --from 2026-11-20"),
        ("id", "forces add --id kent --name K --nation England --regime foia"),
        ("id", "forces add --id a/b --name K --nation England --regime foia"),
        ("regime", "forces add --id new --name K --nation England --regime none"),
        ("kind", "forces add --id new --name K --nation England --regime foia --kind club"),
        ("address", "forces edit kent --address nowhere"),
        ("email", "forces edit kent --email nobody"),
        ("force", "forces edit kent"),
    ] {
        refused(&desktop, line, field);
    }
}

#[test]
fn a_file_that_does_not_exist_is_refused_and_nothing_is_recorded() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,answered,,\n");
    let reply = "record reply --request CU-001 --dated 2026-11-13 --outcomes";
    for (field, line) in [
        ("outcomes", format!("{reply} missing.csv")),
        ("outcomes", format!("{reply} .")),
        ("file", format!("{reply} reply.csv --file reply.csv --file missing.pdf")),
        ("file", format!("{reply} reply.csv --file .")),
        ("questions", "campaigns new --title T --prefix NEW --questions missing.txt".to_owned()),
        ("out", "send --campaign CU --dated 2026-11-20 --force dorset --out reply.csv".to_owned()),
        ("out", "print --out library".to_owned()),
        ("out", "demo --out reply.csv".to_owned()),
    ] {
        refused(&desktop, &line, field);
    }
    let left: Vec<_> = std::fs::read_dir(desktop.path("."))
        .expect("the folder")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("unfinished"))
        .collect();
    assert!(left.is_empty(), "nothing half-written is left: {left:?}");
}
