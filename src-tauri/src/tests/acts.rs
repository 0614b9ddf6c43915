//! What is done: each act tells its tags after the commit, and a refused one tells nothing.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tauri::Listener;

use super::{TODAY, Window, posted_today, reply, send_order};
use crate::changed::CHANGED;

#[test]
fn a_change_is_told_only_after_its_commit() {
    let window = Window::with_sample();
    let library = window.path("library");
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = Arc::clone(&seen);
    window.app.listen_any(CHANGED, move |_| {
        // Another program sees what is committed, and only that.
        let other = desk::Desk::open(&library).expect("the library");
        let last = other.history().expect("its history").remove(0);
        notes.lock().expect("a list").push(last.label);
    });
    let sender = json!({
        "applicant": "Rosa Whitfield", "signatory": null, "signatory_title": null,
        "organisation": null, "address": ["14 Harbour Street", "Leeds LS0 0AA"],
        "email": null, "telephone": null,
    });
    window.ok("set_sender", json!({ "sender": sender }));
    assert_eq!(*seen.lock().expect("a list"), ["Set the sender to Rosa Whitfield"]);
    assert_eq!(window.told(), ["sender", "library", "history"]);
    assert_eq!(window.ok("sender", json!({}))["applicant"], json!("Rosa Whitfield"));
    let mut nobody = sender;
    nobody["applicant"] = json!(" ");
    assert_eq!(
        window.refused("set_sender", json!({ "sender": nobody })).as_deref(),
        Some("applicant")
    );
}

#[test]
fn a_campaign_is_made_from_typed_text() {
    let window = Window::with_sample();
    let campaign = |prefix: &str, questions: &str| {
        json!({ "campaign": {
            "title": "Stop and search", "prefix": prefix, "periods": ["2025"],
            "questions": questions, "print_note": false,
        }})
    };
    let made = window.ok("new_campaign", campaign("SS", "1. How many?\n2. Why?\n"));
    assert_eq!(made["counted"], json!(2));
    assert_eq!(window.told(), ["campaigns", "library", "history"]);
    let taken = window.refused("new_campaign", campaign("HT", "1. How many?\n"));
    assert_eq!(taken.as_deref(), Some("prefix"));
    let (kind, field) = window.error("new_campaign", campaign("ST", "no numbers"));
    assert_eq!((kind.as_str(), field.as_deref()), ("input", Some("questions")));
}

#[test]
fn a_force_is_edited_confirmed_and_added() {
    let window = Window::with_sample();
    let edit = |address: &str| {
        json!({ "force": "kent", "edit": {
            "name": null, "address": address, "email": null, "website": null,
            "legal_authority": null, "source": "their page",
        }})
    };
    let force = window.ok("edit_force", edit("Sutton Road, Maidstone, ME15 9BZ"));
    assert_eq!(force["address_state"], json!("unconfirmed"));
    assert_eq!(window.told(), ["forces", "requests", "queue", "history"]);
    assert_eq!(window.refused("edit_force", edit("nowhere")).as_deref(), Some("address"));
    let confirm = |on: Value| json!({ "force": "kent", "parts": ["address"], "on": on });
    let force = window.ok("confirm_force", confirm(Value::Null));
    assert_eq!(force["address_confirmed_on"], json!(TODAY));
    assert_eq!(
        window.refused("confirm_force", confirm(json!("2026-10-17"))).as_deref(),
        Some("on")
    );
    let new = |id: &str| {
        let edit = json!({ "name": null, "address": null, "email": null, "website": null,
            "legal_authority": null, "source": null });
        json!({ "force": {
            "id": id, "name": "North Sea Police", "short_name": null, "nation": "England",
            "regime": "foia", "kind": "special-police", "edit": edit,
        }})
    };
    window.ok("add_force", new("north-sea"));
    assert_eq!(window.refused("add_force", new("north-sea")).as_deref(), Some("id"));
    let forces = window.ok("forces", json!({}));
    assert!(forces.as_array().expect("forces").iter().any(|force| force["id"] == "north-sea"));
}

#[test]
fn a_campaign_is_sent_out_with_its_progress_told() {
    let window = Window::with_sample();
    let report = window.ok("send", json!({ "order": send_order(&["essex", "kent"]) }));
    assert_eq!(report["written"].as_array().map(Vec::len), Some(2));
    let progress = window.progress();
    assert_eq!(progress[1], json!({ "at": 2, "of": 2, "subject": "kent" }));
    assert_eq!(window.told(), ["requests", "queue", "campaigns", "library", "history"]);
    let again = window.refused("send", json!({ "order": send_order(&["kent"]) }));
    assert_eq!(again.as_deref(), Some("force"));
    window.ok("stop_work", json!({}));
    let report = window.ok("send", json!({ "order": send_order(&["surrey"]) }));
    assert_eq!(report["written"].as_array().map(Vec::len), Some(1), "an old wish to stop is gone");
}

#[test]
fn the_queue_is_printed_to_the_file_that_was_chosen() {
    let window = Window::with_sample();
    assert_eq!(window.refused("print", json!({})).as_deref(), Some("queue"));
    assert_eq!(
        window.refused("show_print_job", json!({ "inFolder": false })).as_deref(),
        Some("job")
    );
    window.ok("send", json!({ "order": send_order(&["essex", "kent"]) }));
    assert_eq!(window.ok("print", json!({})), Value::Null, "no file was chosen");
    let job = window.path("job.pdf");
    std::fs::write(window.path("save-path"), job.to_str().expect("a path")).expect("an answer");
    let report = window.ok("print", json!({}));
    assert_eq!((&report["letters"], &report["job"]), (&json!(2), &json!(job)));
    assert!(std::fs::read(&job).expect("the job").starts_with(b"%PDF"));
    window.ok("show_print_job", json!({ "inFolder": true }));
    let opened = std::fs::read_to_string(window.path("opened")).expect("what was opened");
    assert_eq!(opened.lines().count(), 2);
    let saved = window.ok("save_letter", json!({ "reference": "HT-001/1" }));
    assert_eq!(saved, json!(job));
    assert_eq!(window.ok("queue", json!({})).as_array().map(Vec::len), Some(2));
}

#[test]
fn letters_are_marked_as_posted_and_the_clock_starts() {
    let window = Window::with_queue();
    let mut early = posted_today();
    early["on"] = json!("2026-10-20");
    early["all"] = json!(false);
    early["references"] = json!(["HT-001"]);
    assert_eq!(window.refused("mark_sent", json!({ "order": early })).as_deref(), Some("on"));
    let report = window.ok("mark_sent", json!({ "order": posted_today() }));
    assert_eq!(report["clocks"][0]["limit"], json!("response"));
    assert_eq!(window.told(), ["requests", "queue", "library", "history"]);
    let email = json!({ "references": ["HT-001"], "all": false, "departure": { "by": "email" },
        "on": TODAY, "received_on": null });
    window.ok("mark_sent", json!({ "order": email }));
}

#[test]
fn a_reply_is_recorded_and_followed_up_and_a_review_asked_and_decided() {
    let window = Window::a_month_later();
    let mut wrong = reply();
    wrong["outcomes"][1]["sections"] = json!("s.999");
    let field = window.refused("record_reply", json!({ "reply": wrong }));
    assert_eq!(field.as_deref(), Some("exemptions of question 2a"));
    let mut unchosen = reply();
    unchosen["letter"]["files"] = json!(["/etc/passwd"]);
    assert_eq!(
        window.refused("record_reply", json!({ "reply": unchosen })).as_deref(),
        Some("file")
    );
    let file = window.path("reply.txt");
    std::fs::write(&file, "Dear Madam").expect("a file");
    std::fs::write(window.path("choose-files"), file.to_str().expect("a path")).expect("an answer");
    let mut chosen = reply();
    chosen["letter"]["files"] = window.ok("choose_files", json!({}));
    window.ok("record_reply", json!({ "reply": chosen }));
    assert_eq!(window.told(), ["requests", "history"]);
    let order = |what: Value| {
        json!({ "order": {
            "what": what, "which": { "kind": "named", "references": ["HT-001"] },
            "dated": "2026-11-20", "reply_by": null,
        }})
    };
    let follow_up = window.ok("write_letters", order(json!({ "kind": "follow_up", "mode": "A" })));
    assert_eq!(follow_up["written"][0]["mode"], json!("A"));
    let mark = json!({ "order": {
        "references": ["HT-001"], "all": false, "departure": { "by": "post", "class": "first" },
        "on": "2026-11-20", "received_on": null,
    }});
    window.ok("mark_sent", mark.clone());
    window.ok("write_letters", order(json!({ "kind": "review" })));
    window.ok("mark_sent", mark);
    assert_eq!(window.ok("reviews", json!({}))[0]["state"], json!("open"));
    let decision = |result: &str| {
        json!({ "decision": {
            "request": "HT-001", "result": result, "outcomes": [],
            "letter": { "dated": "2026-11-20", "received_on": "2026-11-20",
                "their_reference": null, "notes": [], "files": [] },
        }})
    };
    let wrong = window.refused("record_review_decided", decision("perhaps"));
    assert_eq!(wrong.as_deref(), Some("result"));
    let effect = window.ok("decision_effect", decision("upheld"));
    let limits = effect["deadlines_after"].as_array().expect("limits");
    assert!(limits.iter().any(|one| one["limit"] == "complaint" && one["due"] == "2027-01-01"));
    assert_eq!(window.ok("reviews", json!({}))[0]["state"], json!("open"), "nothing is saved");
    window.ok("record_review_decided", decision("upheld"));
    assert_eq!(window.ok("reviews", json!({}))[0]["state"], json!("decided"));
}

#[test]
fn every_act_of_this_window_is_undone_and_done_again() {
    let window = Window::with_queue();
    let state = window.ok("undo_state", json!({}));
    assert_eq!(state, json!({ "undo": "Wrote 2 requests of HT", "why_not": null, "redo": null }));
    assert_eq!(window.ok("undo", json!({}))["label"], json!("Wrote 2 requests of HT"));
    assert_eq!(window.ok("queue", json!({})), json!([]));
    assert_eq!(window.ok("undo_state", json!({}))["redo"], json!("Wrote 2 requests of HT"));
    assert_eq!(window.ok("redo", json!({}))["label"], json!("Wrote 2 requests of HT"));
    assert_eq!(window.ok("queue", json!({})).as_array().map(Vec::len), Some(2));
    assert!(window.told().contains(&"queue".to_owned()));
    assert!(window.refused("redo", json!({})).is_some());
    window.ok("mark_sent", json!({ "order": posted_today() }));
    assert!(window.refused("undo", json!({})).is_some(), "what has left is not undone");
    let events = window.ok("request", json!({ "reference": "HT-001" }));
    let sent = events["correspondence"].as_array().expect("events").last().expect("one").clone();
    let strike =
        |reason: &str| json!({ "reference": "HT-001", "event": sent["event"], "reason": reason });
    assert_eq!(window.refused("strike", strike("")).as_deref(), Some("reason"));
    assert_eq!(window.ok("strike", strike("not posted after all"))["stage"], json!("not_sent"));
}
