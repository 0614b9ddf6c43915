//! `foi exemptions` and `foi refusal`: without a library.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;
use tests::program::Desktop;

const LETTER: &str = "Dear Ms Whitfield,\n\nSections 31(1)(a) and (b) and 40(2) of the Act apply. The\n\
                      stop was made under section 23 of PACE.\u{c}This is our notice under s.17(1).\n";

fn codes(found: &Value) -> Vec<String> {
    let found = found.as_array().expect("a list");
    found
        .iter()
        .map(|one| {
            format!("{}:{} {}", one["line"], one["column"], one["code"].as_str().unwrap_or("-"))
        })
        .collect()
}

#[test]
fn the_references_of_a_letter_are_found_with_their_places_and_what_they_mean() {
    let desktop = Desktop::empty();
    desktop.write("reply.txt", LETTER);
    let found = desktop.data("2026-11-20", "exemptions find --regime foia reply.txt");
    assert_eq!(
        codes(&found),
        ["3:1 31(1)(a)", "3:23 31(1)(b)", "3:31 40(2)", "4:66 17(1)"],
        "{found:#}"
    );
    assert_eq!(found[0]["words"], "the prevention or detection of crime");
    assert_eq!(found[0]["title"], "law enforcement");
    assert_eq!(found[0]["public_interest"], "qualified");
    assert_eq!(found[0]["limbs"], "(1)(a)");
    assert_eq!(found[0]["written"], "Sections 31(1)(a)");
    assert_eq!(found[3]["kind"], "procedure");
    let ran = desktop.run("2026-11-20", ["exemptions", "find", "--regime", "foia", "reply.txt"]);
    let shown = ran.done().out;
    assert!(shown.contains("3:1    foia  31(1)(a)"), "{shown}");
}

#[test]
fn the_number_means_what_the_law_of_the_letter_says() {
    let desktop = Desktop::empty();
    desktop.write("reply.txt", "Section 30(c) applies, and regulation 10(4)(b).");
    let found = desktop.data("2026-11-20", "exemptions find --regime foisa reply.txt");
    assert_eq!(found[0]["title"], "effective conduct of public affairs");
    assert_eq!(found[1]["regime"], "eisr");
    desktop.write("none.txt", "Nothing on page 31.");
    let ran = desktop.run("2026-11-20", ["exemptions", "find", "--regime", "eir", "none.txt"]);
    assert_eq!(ran.done().out, "No reference is found.\n");
}

#[test]
fn a_letter_can_come_from_the_standard_input() {
    let desktop = Desktop::empty();
    let arguments = ["exemptions", "find", "--regime", "foia", "-", "--json"];
    let mut child = desktop
        .command("2026-11-20", arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("foi runs");
    child.stdin.take().expect("its input").write_all(LETTER.as_bytes()).expect("written");
    let ended = child.wait_with_output().expect("it ends");
    let found: Value = serde_json::from_slice(&ended.stdout).expect("data");
    assert_eq!(found.as_array().map(Vec::len), Some(4));
}

#[test]
fn what_is_no_text_and_what_is_no_law_are_refused() {
    let desktop = Desktop::empty();
    std::fs::write(desktop.path("reply.pdf"), b"%PDF-1.7").expect("a file");
    let error = desktop.json("2026-11-20", "exemptions find --regime foia reply.pdf").refused();
    assert_eq!(error["field"], "file");
    assert!(error["message"].to_string().contains("PDF"), "{error}");
    let error = desktop.json("2026-11-20", "exemptions list --regime gdpr").refused();
    assert_eq!(error["field"], "regime");
    assert!(error["hint"].to_string().contains("foia, foisa, eir, eisr"), "{error}");
    let error = desktop.json("2026-11-20", "exemptions find --regime foia nothing.txt").refused();
    assert_eq!(error["field"], "file");
}

#[test]
fn every_law_has_its_list() {
    let desktop = Desktop::empty();
    for (law, code, twin) in [
        ("foia", "31(1)(a)", "35(1)(a)"),
        ("foisa", "35(1)(a)", "31(1)(a)"),
        ("eir", "12(4)(b)", "10(4)(b)"),
        ("eisr", "10(5)(e)", "12(5)(e)"),
    ] {
        let list = desktop.data("2026-11-20", &format!("exemptions list --regime {law}"));
        let list = list.as_array().expect("a list");
        let one = list.iter().find(|one| one["code"] == code).expect(code);
        assert_eq!(one["twin"]["code"], twin, "{law}");
        assert!(one["challenges"].as_array().is_some_and(|asked| !asked.is_empty()), "{law}");
        assert!(list.iter().all(|one| one["words"] != ""), "{law}");
    }
    let ran = desktop.run("2026-11-20", ["exemptions", "list", "--regime", "foia"]);
    assert!(ran.done().out.contains("the prevention or detection of crime"));
}

#[test]
fn a_notice_is_checked_and_its_faults_are_grounds() {
    let desktop = Desktop::empty();
    let line = "refusal check --regime foia --grounds 31(1)(a) --contains \
                in-writing,fact,why,harm,review";
    let faults = desktop.data("2026-11-20", line);
    let parts: Vec<&Value> =
        faults.as_array().expect("a list").iter().map(|fault| &fault["part"]).collect();
    assert_eq!(parts, ["public-interest", "commissioner"]);
    assert!(faults[0]["ground"].to_string().contains("section 17(3)"), "{faults:#}");
    let whole = format!("{line},commissioner,public-interest");
    let ran = desktop.run("2026-11-20", whole.split_whitespace());
    assert_eq!(ran.done().out, "The notice lacks nothing that the law requires of it.\n");
    let error = desktop.json("2026-11-20", "refusal check --regime foia --contains kindness");
    assert_eq!(error.refused()["field"], "contains");
    let wrong =
        ["refusal", "check", "--regime", "foia", "--grounds", "31(1)(a), secrecy", "--json"];
    let error = desktop.run("2026-11-20", wrong).refused();
    assert_eq!(error["field"], "grounds");
    assert!(error["message"].to_string().contains("At character 11"), "{error}");
}
