//! What happened is looked at for what it would do, recorded, and undone.

use serde_json::{Value, json};

use super::Window;

fn args(reference: &str, happening: &Value) -> Value {
    json!({ "reference": reference, "happening": happening })
}

fn letter(dated: &str, files: &[&str]) -> Value {
    json!({ "dated": dated, "received_on": null, "their_reference": "ABC/1", "notes": [],
        "files": files })
}

fn due(deadlines: &Value) -> &str {
    let found = deadlines.as_array().expect("limits").iter().find(|one| one["limit"] == "response");
    found.expect("a limit for the response")["due"].as_str().expect("a day")
}

#[test]
fn an_arrival_is_foreseen_recorded_and_undone() {
    let window = Window::a_month_later();
    let arrived = json!({ "kind": "received", "on": "2026-10-23" });
    let effect = window.ok("record_effect", args("HT-001/1", &arrived));
    assert_eq!(effect["arrivals"][0]["letter"], json!("HT-001/1"));
    assert_eq!(due(&effect["deadlines_before"]), "2026-11-17");
    assert_eq!(due(&effect["deadlines_after"]), "2026-11-20");
    assert_eq!(window.told(), Vec::<String>::new(), "a look changes nothing");
    window.ok("record", args("HT-001/1", &arrived));
    assert_eq!(window.told(), ["requests", "history"]);
    let request = |of: &Window| of.ok("request", json!({ "reference": "HT-001" }));
    assert_eq!(request(&window)["response_due"], json!("2026-11-20"));
    window.ok("undo", json!({}));
    assert_eq!(request(&window)["response_due"], json!("2026-11-17"));
    let future = json!({ "kind": "received", "on": "2026-11-21" });
    for command in ["record_effect", "record"] {
        let field = window.refused(command, args("HT-001/1", &future));
        assert_eq!(field.as_deref(), Some("on"), "{command}");
    }
}

#[test]
fn what_else_happened_is_offered_foreseen_and_recorded() {
    let window = Window::a_month_later();
    let kinds = window.ok("course_kinds", json!({ "reference": "HT-001" }));
    let codes: Vec<&str> =
        kinds.as_array().expect("kinds").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert!(codes.contains(&"fees_notice") && !codes.contains(&"fees_paid"), "{codes:?}");
    let asked = json!({ "kind": "course", "notes": ["By letter."], "files": [],
        "told": { "kind": "fees_notice", "date": "2026-11-16", "their_reference": "FEE/1" } });
    window.ok("record_effect", args("HT-001", &asked));
    assert_eq!(window.told(), Vec::<String>::new(), "a look changes nothing");
    let recorded = window.ok("record", args("HT-001", &asked));
    assert_eq!(recorded["request"]["their_reference"], json!("FEE/1"));
    let unchosen = json!({ "kind": "course", "notes": [], "files": ["/etc/hosts"],
        "told": { "kind": "holding_reply", "date": "2026-11-16" } });
    assert_eq!(window.refused("record", args("HT-001", &unchosen)).as_deref(), Some("file"));
}

#[test]
fn an_acknowledgement_brings_only_files_that_a_person_chose() {
    let window = Window::a_month_later();
    let unchosen =
        json!({ "kind": "acknowledged", "letter": letter("2026-10-20", &["/etc/hosts"]) });
    let field = window.refused("record", args("HT-001", &unchosen));
    assert_eq!(field.as_deref(), Some("file"));
    let acknowledged = json!({ "kind": "acknowledged", "letter": letter("2026-10-20", &[]) });
    let recorded = window.ok("record", args("HT-001", &acknowledged));
    assert_eq!(recorded["request"]["their_reference"], json!("ABC/1"));
    let again = window.refused("record", args("HT-001", &acknowledged));
    assert_eq!(again.as_deref(), Some("request"), "nothing is recorded twice");
}

#[test]
fn a_note_and_an_end_are_kept_in_their_words() {
    let window = Window::a_month_later();
    let noted = json!({ "kind": "noted", "on": "2026-11-20", "note": "They rang." });
    window.ok("record", args("HT-001", &noted));
    let unsaid = json!({ "kind": "ended", "ending": "closed", "on": "2026-11-20", "reason": " " });
    assert_eq!(window.refused("record", args("HT-001", &unsaid)).as_deref(), Some("reason"));
    let ended =
        json!({ "kind": "ended", "ending": "withdrawn", "on": "2026-11-20", "reason": "enough" });
    let effect = window.ok("record_effect", args("HT-001", &ended));
    assert_eq!(effect["stage_after"], json!("withdrawn"));
    window.ok("record", args("HT-001", &ended));
    let request = window.ok("request", json!({ "reference": "HT-001" }));
    let events = request["correspondence"].as_array().expect("events");
    let said: Vec<(&Value, &Value)> = events.iter().map(|e| (&e["what"], &e["note"])).collect();
    let (noted, withdrawn) =
        ((json!("Note"), json!("They rang.")), (json!("Withdrawn"), json!("enough")));
    assert_eq!(said[said.len() - 2..], [(&noted.0, &noted.1), (&withdrawn.0, &withdrawn.1)]);
    let (kind, field) = window.error("record", args("HT-001", &json!({ "kind": "forgotten" })));
    assert_eq!((kind.as_str(), field.as_deref()), ("input", Some("happening")));
}

#[test]
fn an_outcome_is_put_right_only_where_a_reply_gave_it() {
    let window = Window::a_month_later();
    let correction = json!({ "correction": {
        "request": "HT-001", "on": "2026-11-20", "reply": null, "note": null,
        "outcomes": [{ "question": "2a", "outcome": "A", "sections": "", "note": null }],
    }});
    for command in ["correction_effect", "record_correction"] {
        assert_eq!(window.refused(command, correction.clone()).as_deref(), Some("request"));
    }
    window.ok("record_reply", json!({ "reply": super::reply() }));
    let outcome = |of: &Window| {
        let request = of.ok("request", json!({ "reference": "HT-001" }));
        let questions = request["questions"].as_array().expect("questions").clone();
        questions.into_iter().find(|one| one["question"] == "2a").expect("2a")["outcome"].clone()
    };
    assert_eq!(outcome(&window), json!("refused"));
    let effect = window.ok("correction_effect", correction.clone());
    assert_eq!((&effect["answered_before"], &effect["answered_after"]), (&json!(1), &json!(2)));
    window.told();
    window.ok("record_correction", correction);
    assert_eq!(window.told(), ["requests", "history"]);
    assert_eq!(outcome(&window), json!("answered"));
    window.ok("undo", json!({}));
    assert_eq!(outcome(&window), json!("refused"));
}

#[test]
fn a_file_that_came_is_saved_and_a_copy_of_it_opened() {
    let window = Window::a_month_later();
    let came = |name: &str, text: &str| {
        let file = window.path(name);
        std::fs::write(&file, text).expect("a file");
        file
    };
    let (letter, program) = (came("letter.txt", "Dear Madam"), came("setup.exe", "MZ"));
    let chosen = format!("{}\n{}", letter.display(), program.display());
    std::fs::write(window.path("choose-files"), chosen).expect("an answer");
    let files = window.ok("choose_files", json!({}));
    let mut reply = super::reply();
    reply["letter"]["files"] = files;
    window.ok("record_reply", json!({ "reply": reply }));
    let request = window.ok("request", json!({ "reference": "HT-001" }));
    let kept = request["correspondence"].as_array().expect("events").last().expect("one")["files"]
        .as_array()
        .expect("files")
        .clone();
    let file = |name: &str| {
        let found = kept.iter().find(|one| one["name"] == name).expect("a file that was kept");
        json!({ "reference": "HT-001", "hash": found["hash"] })
    };
    assert_eq!(window.ok("save_file", file("letter.txt")), Value::Null, "no place was chosen");
    let out = window.path("saved.txt");
    std::fs::write(window.path("save-path"), out.to_str().expect("a path")).expect("an answer");
    assert_eq!(window.ok("save_file", file("letter.txt")), json!(out));
    assert_eq!(std::fs::read_to_string(&out).expect("the file"), "Dear Madam");
    window.ok("open_file", file("letter.txt"));
    let opened = std::fs::read_to_string(window.path("opened")).expect("what was opened");
    let copy = std::path::PathBuf::from(opened.trim());
    assert!(copy.ends_with("letter.txt") && !copy.starts_with(window.path("library")));
    assert_eq!(std::fs::read_to_string(&copy).expect("a copy"), "Dear Madam");
    let field = window.refused("open_file", file("setup.exe"));
    assert_eq!(field.as_deref(), Some("file"), "what could run is not opened");
    let mut other = file("letter.txt");
    other["reference"] = json!("HT-002");
    assert_eq!(window.refused("save_file", other).as_deref(), Some("file"));
    window.closed();
    assert!(!copy.exists(), "the copies go with the window");
}

#[test]
fn the_sample_comes_to_a_library_of_ones_own_without_its_sender() {
    let window = Window::open();
    window.ok("create_library", json!({ "sample": false }));
    window.told();
    let added = window.ok("add_sample_campaign", json!({}));
    assert_eq!((&added["prefix"], &added["sample"]), (&json!("HT"), &json!(true)));
    assert_eq!(window.told(), ["campaigns", "library", "history"]);
    assert_eq!(window.ok("sender", json!({})), Value::Null, "nobody writes under an invented name");
    let again = window.refused("add_sample_campaign", json!({}));
    assert_eq!(again.as_deref(), Some("prefix"));
}
