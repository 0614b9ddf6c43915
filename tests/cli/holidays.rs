//! Bank holidays change: every open deadline follows in one act, which says what moved, leaves alone
//! what is met, and can be undone and done again.

use serde_json::{Value, json};
use tests::program::Desktop;

/// CU-001 to Kent and CU-002 to Police Scotland, e-mailed on 23 November 2026: both due on 22 December,
/// since 30 November is left out in both.
fn desk() -> Desktop {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    let line = "send --campaign CU --dated 2026-11-23 --force kent --force police-scotland";
    desktop.data("2026-11-23", line);
    desktop.data("2026-11-23", "emailed --on 2026-11-23 --all");
    desktop
}

fn due(desktop: &Desktop, request: &str) -> String {
    let standing = desktop.data("2026-12-01", &format!("standing --request {request}"));
    standing["clocks"][0]["due"].as_str().expect("a day").to_owned()
}

fn moved(report: &Value) -> Vec<String> {
    let moved = report["moved"].as_array().expect("a list").iter().map(|moved| {
        format!("{} {} {} {}", moved["request"], moved["limit"], moved["from"], moved["to"])
            .replace('"', "")
    });
    moved.filter(|line| line.contains(" response ")).collect()
}

#[test]
fn a_day_added_by_hand_moves_what_it_touches_and_can_be_taken_back() {
    let desktop = desk();
    assert_eq!(
        (due(&desktop, "CU-001"), due(&desktop, "CU-002")),
        ("2026-12-22".into(), "2026-12-22".into())
    );
    // Wednesday 16 December, in England and Wales: left out under the Act of 2000 alone.
    let line = "holidays add --date 2026-12-16 --title Jubilee --division england-and-wales";
    let report = desktop.data("2026-12-01", line);
    assert_eq!(moved(&report), ["CU-001 response 2026-12-22 2026-12-23"]);
    assert_eq!(
        (due(&desktop, "CU-001"), due(&desktop, "CU-002")),
        ("2026-12-23".into(), "2026-12-22".into())
    );
    let before = desktop.contents();
    assert_eq!(desktop.json("2026-12-01", line).refused()["field"], "date");
    assert!(desktop.contents() == before, "a day is added once");
    desktop.data("2026-12-01", "undo");
    assert_eq!(due(&desktop, "CU-001"), "2026-12-22");
    assert_eq!(desktop.data("2026-12-01", "check")["clean"], true);
}

#[test]
fn a_list_takes_the_place_of_the_years_it_covers_and_days_by_hand_stay() {
    let desktop = desk();
    desktop
        .data("2026-12-01", "holidays add --date 2026-12-16 --title Jubilee --division scotland");
    assert_eq!(due(&desktop, "CU-002"), "2026-12-23");
    // Scotland's 2026 with no St Andrew's Day: both dates come one day nearer, and the day added by
    // hand goes on counting.
    let day = |date: &str, title: &str| json!({"title": title, "date": date, "notes": "", "bunting": true});
    let list = json!({"scotland": {"division": "scotland", "events": [
        day("2026-01-01", "New Year’s Day"), day("2026-12-25", "Christmas Day"),
        day("2026-12-28", "Boxing Day"),
    ]}});
    desktop.write("list.json", &list.to_string());
    let report = desktop.data("2026-12-01", "holidays import list.json");
    let expected =
        ["CU-001 response 2026-12-23 2026-12-22", "CU-002 response 2026-12-23 2026-12-22"];
    assert_eq!(moved(&report), expected);
    let kept = desktop.data("2026-12-01", "holidays list --year 2026");
    let scotland: Vec<&str> = kept
        .as_array()
        .expect("a list")
        .iter()
        .filter(|day| day["division"] == "scotland")
        .filter_map(|day| day["date"].as_str())
        .collect();
    assert_eq!(scotland, ["2026-01-01", "2026-12-16", "2026-12-25", "2026-12-28"]);
    let other_year = desktop.data("2026-12-01", "holidays list --year 2027");
    assert!(other_year.to_string().contains("scotland"), "2027 is not in the list, and stays");
    let again = desktop.data("2026-12-01", "holidays import list.json");
    assert_eq!((&again["added"], &again["removed"]), (&json!([]), &json!([])));
    desktop.data("2026-12-01", "undo");
    assert_eq!(
        (due(&desktop, "CU-001"), due(&desktop, "CU-002")),
        ("2026-12-23".into(), "2026-12-23".into())
    );
    assert_eq!(desktop.data("2026-12-01", "check")["clean"], true);
}

#[test]
fn a_file_that_is_no_list_changes_nothing() {
    let desktop = desk();
    for text in [
        "",
        "{}",
        "[]",
        r#"{"wales": {"events": []}}"#,
        r#"{"scotland": {"events": [{"title": "X", "date": "soon"}]}}"#,
    ] {
        desktop.write("list.json", text);
        let before = desktop.contents();
        let error = desktop.json("2026-12-01", "holidays import list.json").refused();
        assert_ne!(error["message"], "", "{text}");
        assert!(desktop.contents() == before, "{text}");
    }
}

#[test]
fn many_due_dates_come_in_one_table() {
    let desktop = desk();
    desktop.write(
        "in.csv",
        "id,regime,limit,from\n1,foia,response,2026-11-23\n2,foia,tea,2026-11-23\n",
    );
    let rows = desktop.data("2026-12-01", "due --csv in.csv");
    assert_eq!(
        rows[0],
        json!({"id": "1", "due": "2026-12-22", "provisional": false, "error": null})
    );
    assert!(rows[1]["error"].as_str().is_some_and(|error| error.contains("tea")));
}
