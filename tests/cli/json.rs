//! `--json`: every command that prints data prints it as JSON, with the fields that scripts rely on.

use serde_json::Value;
use tests::program::Desktop;

/// Asserts that a value has these fields, whatever is in them.
#[track_caller]
fn has(value: &Value, fields: &str) {
    let object = value.as_object().expect("an object");
    for field in fields.split(' ') {
        assert!(object.contains_key(field), "no “{field}” in {value:#}");
    }
}

/// Asserts that each text that begins as a date does is one, `2026-05-01`, wherever it stands.
fn dates_are_iso(path: &str, value: &Value) -> usize {
    match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| dates_are_iso(&format!("{path}.{name}"), value)).sum()
        }
        Value::Array(items) => items.iter().map(|item| dates_are_iso(path, item)).sum(),
        Value::String(text) => {
            let name = path.rsplit_once('.').map_or(path, |(_, name)| name);
            let is_date = name == "due"
                || name == "dated"
                || name == "date"
                || name == "on"
                || name == "from"
                || name == "until"
                || name == "today"
                || name.ends_with("_on")
                || name.ends_with("_due");
            if is_date {
                assert!(
                    chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok(),
                    "{path}: {text}"
                );
                assert_eq!(text.len(), 10, "{path}: {text}");
            }
            usize::from(is_date)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

/// The commands of one story, in order: the day, the line, and the fields of what it prints (of the
/// first item, for a list).
const STORY: [(&str, &str, &str); 37] = [
    ("2026-10-01", "init --sample", "folder police_forces other_bodies campaigns requests"),
    ("2026-10-01", "sender show", "applicant signatory organisation address"),
    (
        "2026-10-01",
        "sender set --applicant A --signatory B --organisation C --address D,EX1,E",
        "applicant address",
    ),
    ("2026-10-01", "forces list", "id name regime address_state email_state police"),
    ("2026-10-01", "forces list --all", "id name regime kind"),
    ("2026-10-01", "forces show kent", "id address postcode address_state source confidence"),
    (
        "2026-10-01",
        "forces add --id harbour --name Harbour --nation England --regime foia",
        "id address_state",
    ),
    ("2026-10-01", "forces edit kent --email foi@kent.example.org", "id email email_state"),
    (
        "2026-10-01",
        "forces confirm kent --address --email",
        "address_confirmed_on email_confirmed_on",
    ),
    (
        "2026-10-01",
        "campaigns new --title Cameras --prefix CU --questions questions.txt",
        "prefix questions",
    ),
    ("2026-10-01", "campaigns list", "prefix title periods sample counted requests"),
    ("2026-10-01", "campaigns show HT", "prefix questions note note_printed sources"),
    (
        "2026-10-15",
        "send --campaign CU --dated 2026-10-15 --force dorset --force kent --force essex",
        "operation written items notices",
    ),
    (
        "2026-10-15",
        "queue",
        "reference force kind dated pages address address_state printed remark",
    ),
    ("2026-10-15", "print --out job.pdf --letters copies", "job posting_list letters pages lines"),
    ("2026-10-16", "posted --on 2026-10-16 --request CU-001", "operation on items clocks"),
    ("2026-10-16", "emailed --on 2026-10-16 --request CU-001", "operation on items clocks"),
    ("2026-10-16", "posted --on 2026-10-16 --class second --all", "operation on items clocks"),
    (
        "2026-10-20",
        "record acknowledgement --request CU-001 --dated 2026-10-19",
        "operation event request notices",
    ),
    ("2026-10-20", "record received --request CU-001 --on 2026-10-19", "operation event request"),
    (
        "2026-10-20",
        "record note --request CU-001 --on 2026-10-19 --text rang",
        "operation event request",
    ),
    (
        "2026-11-16",
        "record reply --request CU-001 --dated 2026-11-13 --outcomes reply.csv",
        "operation event request not_listed notices",
    ),
    ("2026-11-16", "today", "today groups"),
    (
        "2026-11-17",
        "write follow-up --request CU-001 --mode a --reply-by 2026-12-24",
        "operation written items notices",
    ),
    ("2026-11-17", "posted --on 2026-11-17 --request CU-001", "operation on items clocks"),
    ("2026-11-20", "write review --due", "operation written items notices"),
    ("2026-11-20", "posted --on 2026-11-20 --request CU-001", "operation on items clocks"),
    (
        "2026-11-20",
        "reviews list",
        "reference force regime asked_on due state questions grounds next_step",
    ),
    (
        "2027-01-05",
        "record review-decided --request CU-001 --dated 2027-01-04 --result upheld",
        "operation event request",
    ),
    (
        "2027-01-05",
        "record review-asked --request CU-002 --on 2027-01-04 --by email",
        "operation event request",
    ),
    (
        "2027-01-05",
        "record closed --request CU-001 --on 2027-01-05 --reason enough",
        "operation event request",
    ),
    ("2027-01-05", "strike --request CU-001 --event 5 --because wrong", "reference stage"),
    ("2027-01-05", "undo", "operation label"),
    (
        "2027-01-05",
        "history",
        "operation label kind recorded_at undoes undone_by references can_undo why_not offer items",
    ),
    ("2027-01-05", "requests list --campaign CU", "reference force regime stage due next_step"),
    (
        "2027-01-05",
        "request show CU-001",
        "reference force regime stage due next_step questions deadlines correspondence letters",
    ),
    ("2027-01-05", "check", "clean requests findings"),
];

#[test]
fn every_command_prints_its_data_as_json_with_iso_dates() {
    let desktop = Desktop::empty();
    desktop.write("questions.txt", "1. How many?\n2. Where?\n");
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,refused,31(1)(a),\n2,A,,\n");
    let mut dates = 0;
    for (today, line, fields) in STORY {
        let data = desktop.data(today, line);
        let one = data.as_array().map_or(&data, |list| list.first().expect(line));
        has(one, fields);
        dates += dates_are_iso(line, &data);
    }
    assert!(dates > 200, "the story is full of dates: {dates}");
}

#[test]
fn a_request_has_at_least_what_scripts_need_in_lists_and_by_itself() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    desktop.data("2026-10-15", "send --campaign CU --dated 2026-10-15 --force kent");
    desktop.data("2026-10-16", "posted --on 2026-10-16 --all");
    let list = desktop.data("2026-10-20", "requests list");
    let one = desktop.data("2026-10-20", "request show CU-001");
    for request in [&list[0], &one] {
        assert_eq!(request["reference"], "CU-001");
        assert_eq!(request["force"], "kent");
        assert_eq!(request["regime"], "foia");
        assert_eq!(request["stage"], "awaiting");
        assert_eq!(request["due"], "2026-11-17");
        let next = request["next_step"].as_str().expect("a sentence");
        assert!(next.contains("17 November 2026"), "{next}");
    }
    let unsent = Desktop::with_campaign("CU", "1. How many?\n");
    unsent.data("2026-10-15", "send --campaign CU --dated 2026-10-15 --force kent");
    let request = &unsent.data("2026-10-20", "requests list")[0];
    assert_eq!((&request["stage"], &request["due"]), (&"not_sent".into(), &Value::Null));
}

#[test]
fn a_limit_is_worked_out_without_a_library_and_shows_its_working() {
    let desktop = Desktop::empty();
    let due = desktop.data("2026-10-01", "due --regime foisa --limit response --from 2026-11-26");
    has(&due, "regime limit from due length provisional skipped authority citation working");
    // The example of the law pages: received on 26 November, due on 29 December.
    assert_eq!(due["due"], "2026-12-29");
    assert_eq!(due["authority"], "statute");
    let skipped: Vec<&str> = due["skipped"]
        .as_array()
        .expect("days")
        .iter()
        .filter_map(|d| d["date"].as_str())
        .collect();
    assert_eq!(skipped.len(), 13, "five weekends and three bank holidays: {skipped:?}");
    assert!(skipped.contains(&"2026-11-30"));
    for (regime, limit, from, day) in [
        ("foia", "response", "2026-10-20", "2026-11-17"),
        ("foia", "review-request", "2026-11-13", "2027-01-15"),
        ("foia", "review", "2026-11-24", "2026-12-23"),
        ("foisa", "review-request", "2026-12-29", "2027-02-25"),
        ("foisa", "review", "2027-01-02", "2027-02-01"),
    ] {
        let line = format!("due --regime {regime} --limit {limit} --from {from}");
        assert_eq!(desktop.data("2026-10-01", &line)["due"], day, "{line}");
    }
    assert!(!desktop.library().exists(), "it makes no library");
}

#[test]
fn an_error_is_json_too_with_its_kind_field_and_hint() {
    let desktop = Desktop::new();
    let error = desktop.json("2026-10-01", "request show CU-001").refused();
    has(&error, "kind message hint field citation problems");
    assert_eq!((&error["kind"], &error["field"]), (&"refused".into(), &"request".into()));
    let none = Desktop::empty().json("2026-10-01", "campaigns list").refused();
    assert_eq!(none["kind"], "no_library");
}

#[test]
fn the_demonstration_reports_its_files_and_requests_as_json() {
    let desktop = Desktop::empty();
    let report = desktop.data("2026-10-01", "demo --out out");
    has(&report, "library files requests on notices");
    assert_eq!(report["requests"].as_array().expect("requests").len(), 48);
    for file in report["files"].as_array().expect("files") {
        let path = desktop.path(file.as_str().expect("a path"));
        assert!(path.is_file(), "{}", path.display());
    }
    dates_are_iso("demo", &report);
}
