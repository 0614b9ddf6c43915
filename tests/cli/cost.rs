//! The cost limit is watched where something new is asked of a force that was asked before.

use serde_json::Value;
use tests::program::{Desktop, text_of};

const QUESTIONS: &str = "1. How many?\n2. Which?\nIf unable to answer\n3. Why not?\n";

fn warnings(report: &Value, force: &str) -> Vec<String> {
    report["written"]
        .as_array()
        .expect("letters")
        .iter()
        .filter(|letter| letter["force"] == force)
        .flat_map(|letter| letter["warnings"].as_array().cloned().unwrap_or_default())
        .map(|warning| warning.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// CU to Kent and Police Scotland, received on 26 November 2026, and a second campaign.
fn desk() -> Desktop {
    let desktop = Desktop::with_campaign("CU", QUESTIONS);
    desktop.write("more.txt", QUESTIONS);
    let line =
        ["campaigns", "new", "--title", "Custody", "--prefix", "CY", "--questions", "more.txt"];
    desktop.run("2026-11-20", line).done();
    let first = desktop.data(
        "2026-11-24",
        "send --campaign CU --dated 2026-11-24 --force kent --force police-scotland",
    );
    assert!(warnings(&first, "kent").is_empty(), "nothing was asked before: {first:#}");
    assert_eq!(first["notices"].to_string().matches("not aggregation").count(), 0);
    desktop.data("2026-11-26", "emailed --on 2026-11-26 --all");
    desktop
}

#[test]
fn a_second_campaign_to_the_same_force_is_warned_with_the_first_safe_day() {
    let desktop = desk();
    let report = desktop.data(
        "2026-12-10",
        "send --campaign CY --dated 2026-12-10 --force kent --force essex --force police-scotland",
    );
    let kent = warnings(&report, "kent");
    assert_eq!(kent.len(), 1, "{report:#}");
    assert!(kent[0].contains("CU-001") && kent[0].contains("26 February 2027"), "{}", kent[0]);
    assert!(warnings(&report, "essex").is_empty(), "Essex was asked nothing before");
    assert!(
        warnings(&report, "police-scotland").is_empty(),
        "one person's requests are apart there"
    );
    assert!(report["notices"].to_string().contains("not aggregation"), "{report:#}");
}

#[test]
fn on_the_first_safe_day_nothing_is_said() {
    let desktop = desk();
    let report = desktop.data("2027-02-26", "send --campaign CY --dated 2027-02-26 --force kent");
    assert!(warnings(&report, "kent").is_empty(), "{report:#}");
}

#[test]
fn a_follow_up_is_watched_when_it_has_a_fresh_part_and_only_then() {
    for (mode, is_warned) in [("A", true), ("B", false), ("C", true), ("D", false)] {
        let desktop = desk();
        desktop
            .write("reply.csv", "question,outcome,exemptions\n1,refused,31(1)(a)\n2,not_held,\n");
        desktop.data(
            "2026-12-15",
            "record reply --request CU-001 --dated 2026-12-15 --outcomes reply.csv",
        );
        let line = format!("write follow-up --mode {mode} --request CU-001 --dated 2026-12-16");
        let report = desktop.data("2026-12-16", &line);
        let found = warnings(&report, "kent");
        let is_found = found.iter().any(|warning| warning.contains("section 12(4)"));
        assert_eq!(is_found, is_warned, "mode {mode}: {found:?}");
    }
}

#[test]
fn sections_are_taken_as_the_reader_reads_them() {
    let desktop = desk();
    desktop.write(
        "reply.csv",
        "question,outcome,exemptions\n1,refused,\"s31(1)(a)-(c), 40(2)\"\n2,refused,sections 30 & 31\n",
    );
    let line = "record reply --request CU-001 --dated 2026-12-15 --outcomes reply.csv";
    desktop.data("2026-12-15", line);
    let shown = desktop.data("2026-12-15", "request show CU-001");
    let of_question = |at: usize| shown["questions"][at]["exemptions"].to_string();
    let first = r#"["s.31(1)(a)","s.31(1)(b)","s.31(1)(c)","s.40(2)"]"#;
    assert_eq!(of_question(0), first, "{shown:#}");
    assert_eq!(of_question(1), r#"["s.30","s.31"]"#, "{shown:#}");
}

#[test]
fn a_request_for_less_is_watched_and_counts_as_asked() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions\n1,refused,12(1)\n2,answered,\n");
    desktop.data(
        "2026-12-15",
        "record reply --request CU-001 --dated 2026-12-15 --outcomes reply.csv",
    );
    let told = [
        "record",
        "narrowed",
        "--request",
        "CU-001",
        "--on",
        "2026-12-16",
        "--question",
        "1=How many in 2025?",
        "--json",
    ];
    let recorded = desktop.run("2026-12-16", told).done().json();
    let notices = recorded["notices"].to_string();
    assert!(notices.contains("section 12(4)") && notices.contains("CU-001"), "{recorded:#}");
    // Sixty working days after the first request, but not after the narrowed one.
    let report = desktop.data("2027-02-26", "send --campaign CY --dated 2027-02-26 --force kent");
    let kent = warnings(&report, "kent");
    assert_eq!(kent.len(), 1, "{report:#}");
    assert!(kent[0].contains("CU-001 as narrowed on 16 December 2026"), "{}", kent[0]);
}

#[test]
fn a_round_of_fresh_follow_ups_says_that_many_forces_are_no_aggregation() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions\n1,refused,31(1)(a)\n2,not_held,\n");
    for request in ["CU-001", "CU-002"] {
        let line = "record reply --dated 2026-12-15 --outcomes reply.csv --request";
        let outcomes = if request == "CU-001" { "reply.csv" } else { "scottish.csv" };
        desktop.write(
            "scottish.csv",
            "question,outcome,exemptions\n1,refused,35(1)(a)\n2,not_held,\n",
        );
        let line = line.replace("reply.csv", outcomes);
        desktop.data("2026-12-15", &format!("{line} {request}"));
    }
    let line = "write follow-up --mode A --request CU-001 --request CU-002 --dated 2026-12-16";
    let report = desktop.data("2026-12-16", line);
    assert_eq!(report["notices"].to_string().matches("not aggregation").count(), 1, "{report:#}");
    let alone = "write follow-up --mode A --request CU-001 --dated 2026-12-16";
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions\n1,refused,31(1)(a)\n2,not_held,\n");
    desktop.data(
        "2026-12-15",
        "record reply --request CU-001 --dated 2026-12-15 --outcomes reply.csv",
    );
    let report = desktop.data("2026-12-16", alone);
    assert_eq!(report["notices"].to_string().matches("not aggregation").count(), 0, "{report:#}");
}

#[test]
fn a_letter_put_into_a_web_form_is_received_on_that_day() {
    let desktop = desk();
    let line = "send --campaign CY --dated 2027-03-01 --force kent --force police-scotland";
    desktop.data("2027-03-01", line);
    let report = desktop.data("2027-03-01", "submitted --on 2027-03-01 --all");
    for clock in report["clocks"].as_array().expect("clocks") {
        assert_eq!(clock["received_on"], "2027-03-01", "{clock:#}");
        assert_eq!(clock["receipt"], "same-day", "{clock:#}");
    }
    let shown = desktop.data("2027-03-01", "request show CY-001");
    assert!(shown.to_string().contains("\"web_form\""), "{shown:#}");
    assert!(shown.to_string().contains("submitted by web form"), "{shown:#}");
}

#[test]
fn a_narrowed_question_is_shown_followed_up_and_reviewed_as_narrowed() {
    let desktop = desk();
    desktop.write("reply.csv", "question,outcome,exemptions\n1,refused,12(1)\n2,answered,\n");
    let line = "record reply --request CU-001 --dated 2026-12-15 --outcomes reply.csv";
    desktop.data("2026-12-15", line);
    let told = ["record", "narrowed", "--request", "CU-001", "--on", "2026-12-16", "--question"];
    let told = told.into_iter().chain(["1=How many in 2025?", "--json"]);
    desktop.run("2026-12-16", told).done();
    let shown = desktop.data("2026-12-16", "request show CU-001");
    let question = &shown["questions"][0];
    assert_eq!(question["text"], "How many in 2025?", "{question:#}");
    assert_eq!(question["first_text"], "How many?");
    assert_eq!(question["narrowed_on"], "2026-12-16");
    assert_eq!(shown["questions"][1]["narrowed_on"], Value::Null);
    let line = "write review --request CU-001 --dated 2026-12-17 --out letters";
    desktop.data("2026-12-17", line);
    let files = std::fs::read_dir(desktop.path("letters")).expect("the folder");
    let file = files.map(|file| file.expect("a file").path()).next().expect("a letter");
    let letter = text_of(&file).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(letter.contains("How many in 2025? (as narrowed on 16 December 2026)"), "{letter}");
}
