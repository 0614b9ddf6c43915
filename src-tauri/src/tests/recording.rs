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
    let said: Vec<&Value> =
        request["correspondence"].as_array().expect("events").iter().map(|e| &e["what"]).collect();
    assert_eq!(said[said.len() - 2..], [&json!("Note: They rang."), &json!("Withdrawn: enough")]);
    let (kind, field) = window.error("record", args("HT-001", &json!({ "kind": "forgotten" })));
    assert_eq!((kind.as_str(), field.as_deref()), ("input", Some("happening")));
}
