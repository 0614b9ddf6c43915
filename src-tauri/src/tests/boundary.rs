//! The edge of the shell: what the page may ask for, and that it hears one form of error only.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Window;

fn quoted(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","))
        .map(str::to_owned)
        .collect()
}

#[test]
fn each_command_has_a_permission_and_the_window_has_no_other() {
    let between = |text: &str, from: &str, to: &str| {
        let rest = text.split_once(from).expect(from).1;
        rest.split_once(to).expect(to).0.to_owned()
    };
    let handled = between(include_str!("../lib.rs"), "generate_handler![", "])");
    let handled: BTreeSet<String> = handled
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once("::"))
        .map(|(_, name)| name.to_owned())
        .collect();
    assert!(handled.len() > 40, "the commands were not found");
    let built = quoted(&between(include_str!("../../build.rs"), "COMMANDS: &[&str] = &[", "];"));
    assert_eq!(built, handled);
    let capability: Value =
        serde_json::from_str(include_str!("../../capabilities/main.json")).expect("JSON");
    let mut permitted: BTreeSet<String> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .map(|permission| permission.as_str().expect("a name").to_owned())
        .collect();
    for name in ["core:event:allow-listen", "core:event:allow-unlisten"] {
        assert!(permitted.remove(name), "{name}");
    }
    let allowed: BTreeSet<String> =
        handled.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(permitted, allowed);
    assert_eq!(capability["windows"], json!(["main"]));
}

#[test]
fn the_page_may_load_nothing_from_elsewhere() {
    let config: Value =
        serde_json::from_str(include_str!("../../../tauri.conf.json")).expect("JSON");
    let security = &config["app"]["security"]["csp"];
    assert_eq!(security["default-src"], json!("'self'"));
    assert_eq!(security["connect-src"], json!("ipc: http://ipc.localhost"));
    for (name, sources) in security.as_object().expect("directives") {
        let sources = sources.as_str().expect("sources");
        assert!(!sources.contains("unsafe") && !sources.contains("https:"), "{name}: {sources}");
    }
    assert_eq!(config["app"]["withGlobalTauri"], json!(false));
}

#[test]
fn no_words_of_the_core_point_to_the_command_line() {
    let window = Window::open();
    let state = window.ok("library_state", json!({}));
    assert!(!state["hint"].as_str().expect("a hint").contains("foi "), "{state}");
    let window = Window::with_sample();
    let report = window.ok("send", json!({ "order": super::send_order(&["kent"]) }));
    assert!(!report.to_string().contains("“foi "), "{report}");
    let error = window.answer("board", json!({ "campaign": "XX" })).expect_err("no such campaign");
    assert!(!error.to_string().contains("“foi "), "{error}");
}

#[test]
fn an_argument_that_cannot_be_read_is_a_typed_error_with_its_name() {
    let window = Window::with_sample();
    let order = json!({ "campaign": "HT", "dated": "31/02/2026", "forces": [] });
    let (kind, field) = window.error("send", json!({ "order": order }));
    assert_eq!((kind.as_str(), field.as_deref()), ("input", Some("order")));
    let (kind, field) = window.error("campaign", json!({}));
    assert_eq!((kind.as_str(), field.as_deref()), ("input", Some("prefix")));
    // A path to write to is not the page's to choose.
    let order = json!({ "campaign": "HT", "dated": "2026-10-16", "forces": [], "out": "/tmp" });
    assert_eq!(window.error("send", json!({ "order": order })).0, "input");
}
