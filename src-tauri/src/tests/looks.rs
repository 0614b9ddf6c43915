//! What is looked at.

use serde_json::{Value, json};
use tauri::ipc::InvokeResponseBody;

use super::{TODAY, Window, posted_today, reply};

#[test]
fn the_library_is_none_then_open_and_elsewhere_for_a_second_window() {
    let window = Window::open();
    let state = window.ok("library_state", json!({}));
    assert_eq!((&state["kind"], &state["today"]), (&json!("none"), &json!(TODAY)));
    assert!(!window.path("library").exists(), "looking makes nothing");
    assert_eq!(window.error("forces", json!({})), ("no_library".to_owned(), None));
    let view = window.ok("create_library", json!({ "sample": true }));
    assert_eq!((&view["police_forces"], &view["campaigns"]), (&json!(48), &json!(1)));
    assert!(window.told().contains(&"library".to_owned()));
    let state = window.ok("library_state", json!({}));
    assert_eq!((&state["kind"], &state["has_sender"]), (&json!("open"), &json!(true)));
    let moment = desk::Moment::noon(TODAY.parse().expect("a day"));
    let second = desk::library_state(&window.path("library"), moment);
    assert_eq!(second.kind, desk::LibraryStateKind::Elsewhere);
    assert_eq!(window.error("create_library", json!({ "sample": false })).0, "busy");
    assert_eq!(window.ok("check", json!({}))["clean"], json!(true));
}

#[test]
fn a_library_that_is_gone_is_no_reason_to_begin_another() {
    let window = Window::with_sample();
    window.ok("library_state", json!({}));
    let folder = window.closed();
    std::fs::rename(folder.path().join("library"), folder.path().join("moved")).expect("a move");
    let window = Window::in_folder(folder, TODAY);
    assert_eq!(window.ok("library_state", json!({}))["kind"], json!("missing"));
    assert!(!window.path("library").exists(), "nothing is made in its place");
    // Another folder without a library is refused, and the first stays the one that is missed.
    window.answers("choose-folder", &window.path("settings"));
    assert_eq!(window.error("choose_library", json!({})).0, "no_library");
    assert_eq!(window.ok("library_state", json!({}))["kind"], json!("missing"));
    window.answers("choose-folder", &window.path("moved"));
    assert_eq!(window.ok("choose_library", json!({}))["kind"], json!("open"));
    assert_eq!(window.ok("campaigns", json!({}))[0]["prefix"], json!("HT"));
}

#[test]
fn another_library_is_begun_where_one_was_only_when_a_person_says_so() {
    let window = Window::with_sample();
    window.ok("library_state", json!({}));
    let folder = window.closed();
    std::fs::remove_dir_all(folder.path().join("library")).expect("a loss");
    let window = Window::in_folder(folder, TODAY);
    assert_eq!(window.ok("library_state", json!({}))["kind"], json!("missing"));
    assert_eq!(window.ok("begin_anew", json!({}))["kind"], json!("none"));
    assert!(!window.path("library").exists(), "nothing is made yet");
    window.ok("create_library", json!({ "sample": false }));
    assert_eq!(window.ok("library_state", json!({}))["kind"], json!("open"));
}

#[test]
fn a_damaged_library_is_named_and_left_as_it_was() {
    let window = Window::open();
    std::fs::create_dir_all(window.path("library")).expect("a folder");
    let file = window.path("library/foi-desk.sqlite");
    std::fs::write(&file, b"not a library, and long enough to look like one").expect("a file");
    assert_eq!(window.ok("library_state", json!({}))["kind"], json!("damaged"));
    assert_eq!(window.error("today", json!({})).0, "damaged");
    let kept = std::fs::read(&file).expect("the file");
    assert_eq!(kept, b"not a library, and long enough to look like one");
}

#[test]
fn forms_get_their_words_and_dates_from_the_core() {
    let window = Window::open();
    let choices = window.ok("choices", json!({}));
    assert_eq!(
        choices["outcomes"][0],
        json!({
            "code": "answered", "label": "Answered", "key": "A",
            "may_carry_sections": false, "is_open": false, "is_answer": true,
        })
    );
    let date = |text: &str| json!({ "field": "dated", "text": text });
    assert_eq!(window.ok("read_date", date("2026-05-01")), json!("2026-05-01"));
    assert_eq!(window.refused("read_date", date("32 May")).as_deref(), Some("dated"));
    let outline = window.ok("read_questions", json!({ "text": "1. How many?\n2. And why?\n" }));
    assert_eq!((&outline["counted"], &outline["problems"]), (&json!(2), &json!([])));
    let outline = window.ok("read_questions", json!({ "text": "1. How many?\n3. And why?\n" }));
    assert_eq!(outline["problems"][0]["line"], json!(2));
}

#[test]
fn a_campaign_shows_its_board_and_what_needs_doing() {
    let window = Window::a_month_later();
    assert_eq!(window.ok("campaigns", json!({})).as_array().map(Vec::len), Some(1));
    let board = window.ok("board", json!({ "campaign": "HT" }));
    let rows = board["rows"].as_array().expect("rows");
    assert_eq!((rows.len(), &rows[0]["stage"]), (2, &json!("overdue")));
    let cells = rows[0]["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), board["questions"].as_array().expect("columns").len());
    assert_eq!((&cells[0]["outcome"], &cells[0]["late"]), (&json!("awaiting"), &json!(true)));
    assert_eq!(board["questions"][0]["counted"], json!(2));
    let detail = window.ok("request", json!({ "reference": "HT-001" }));
    assert_eq!((&detail["reference"], &detail["campaign"]), (&json!("HT-001"), &json!("HT")));
    assert!(!window.ok("today", json!({}))["groups"].as_array().expect("groups").is_empty());
    assert_eq!(window.ok("requests", json!({})).as_array().map(Vec::len), Some(2));
    assert_eq!(window.ok("reviews", json!({})), json!([]));
    let no = |command: &str, args: Value| window.refused(command, args);
    assert_eq!(no("board", json!({ "campaign": "XX" })).as_deref(), Some("campaign"));
    assert_eq!(no("campaign", json!({ "prefix": "XX" })).as_deref(), Some("campaign"));
    assert_eq!(no("request", json!({ "reference": "HT-099" })).as_deref(), Some("request"));
    assert_eq!(no("requests", json!({ "campaign": "XX" })).as_deref(), Some("campaign"));
}

#[test]
fn a_letter_is_looked_at_before_it_is_written_and_is_then_the_same_to_the_pixel() {
    let window = Window::with_sample();
    let what = json!({ "kind": "request", "campaign": "HT", "force": "kent", "forces": ["kent"] });
    let order = json!({ "what": what, "dated": TODAY, "reply_by": null });
    let preview = window.ok("letter_preview", json!({ "order": order }));
    assert_eq!((&preview["reference"], &preview["mode"]), (&json!("HT-001/1"), &Value::Null));
    let plain = preview["plain"].as_str().expect("words");
    assert!(plain.contains("Freedom of Information Act 2000"), "{plain}");
    let page = |command: &str, args: Value| match window.answer(command, args) {
        Ok(InvokeResponseBody::Raw(bytes)) => bytes,
        Ok(InvokeResponseBody::Json(text)) => panic!("{command} gave JSON: {text}"),
        Err(error) => panic!("{command}: {error}"),
    };
    let bytes = page("preview_page", json!({ "order": order, "page": 1, "scale": 1.0 }));
    assert_eq!(bytes[..8], [83, 2, 0, 0, 73, 3, 0, 0], "595 by 841 points");
    assert_eq!(bytes.len(), 8 + 595 * 841 * 4);
    assert!(bytes[8..].chunks_exact(4).any(|pixel| pixel[0] < 64), "there is ink");
    assert_eq!(
        window.ok("history", json!({})).as_array().map(Vec::len),
        Some(3),
        "nothing is kept"
    );
    window.ok("send", json!({ "order": super::send_order(&["kent"]) }));
    let kept = json!({ "reference": "HT-001/1", "page": 1, "scale": 1.0 });
    assert!(page("letter_page", kept) == bytes, "the kept letter is the letter that was looked at");
    let wrong = json!({ "reference": "HT-001/1", "page": 99, "scale": 1.0 });
    assert_eq!(window.refused("letter_page", wrong).as_deref(), Some("page"));
    let wrong = json!({ "reference": "HT-001/1", "page": 1, "scale": 100.0 });
    assert_eq!(window.refused("letter_page", wrong).as_deref(), Some("scale"));
    let wrong = json!({ "reference": "HT-001/9", "page": 1, "scale": 1.0 });
    assert_eq!(window.refused("letter_page", wrong).as_deref(), Some("letter"));
    let again = window.refused("letter_preview", json!({ "order": order }));
    assert_eq!(again.as_deref(), Some("force"));
}

#[test]
fn a_follow_up_is_written_as_it_was_looked_at() {
    let window = Window::a_month_later();
    window.ok("record_reply", json!({ "reply": reply() }));
    let what = json!({ "kind": "follow_up", "request": "HT-001", "mode": "A" });
    let order = json!({ "what": what, "dated": "2026-11-20", "reply_by": null });
    let preview = window.ok("letter_preview", json!({ "order": order }));
    assert_eq!((&preview["reference"], &preview["mode"]), (&json!("HT-001/2"), &json!("A")));
    assert!(preview["questions"].as_array().expect("questions").contains(&json!("2(a)")));
    let page = |command: &str, args: Value| match window.answer(command, args) {
        Ok(InvokeResponseBody::Raw(bytes)) => bytes,
        _ => panic!("{command} gave no page"),
    };
    let bytes = page("preview_page", json!({ "order": order, "page": 2, "scale": 0.5 }));
    let written = json!({ "order": {
        "what": { "kind": "follow_up", "mode": "A" },
        "which": { "kind": "named", "references": ["HT-001"] },
        "dated": "2026-11-20", "reply_by": null,
    }});
    let written = window.ok("write_letters", written);
    assert_eq!(written["written"][0]["pages"], preview["pages"]);
    let kept = json!({ "reference": "HT-001/2", "page": 2, "scale": 0.5 });
    assert!(page("letter_page", kept) == bytes, "the kept letter is the letter that was looked at");
    let mut early = order;
    early["reply_by"] = json!("2026-11-20");
    let refused = window.refused("letter_preview", json!({ "order": early }));
    assert!(refused.is_some(), "what would be refused is refused before");
}

#[test]
fn the_effect_of_a_reply_and_of_posting_is_shown_and_nothing_is_saved() {
    let window = Window::with_queue();
    let preview = window.ok("sending_preview", json!({ "order": posted_today() }));
    let mut posted = window.ok("mark_sent", json!({ "order": posted_today() }));
    let act = window.ok("history", json!({}))[0]["operation"].clone();
    assert_eq!((&preview["operation"], &posted["operation"]), (&json!(null), &act));
    posted["operation"] = json!(null);
    assert_eq!(preview, posted, "what was shown is what came of it");
    let window = Window::a_month_later();
    let acts = window.ok("history", json!({}));
    let effect = window.ok("reply_effect", json!({ "reply": reply() }));
    assert_eq!(window.ok("history", json!({})), acts);
    let recorded = window.ok("record_reply", json!({ "reply": reply() }));
    assert_eq!(effect["stage_before"], json!("overdue"));
    assert_eq!(effect["stage_after"], recorded["request"]["stage"]);
    assert_eq!(effect["answered_after"], recorded["request"]["answered"]);
    assert_eq!(effect["next_step_after"], recorded["request"]["next_step"]);
    assert_eq!(effect["not_listed"], recorded["not_listed"]);
    assert_eq!(effect["notices"], recorded["notices"]);
    let detail = window.ok("request", json!({ "reference": "HT-001" }));
    assert_eq!(effect["deadlines_after"], detail["deadlines"]);
    assert_ne!(effect["deadlines_before"], effect["deadlines_after"]);
}
