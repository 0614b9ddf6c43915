//! What the record shows that a refusal notice lacks is said where the request stands, and put in issue
//! in the request for review.

use tests::program::{Desktop, text_of};

/// CU-001 to Kent, due on 22 December 2026, refused on a day under section 31 without a limb.
fn refused(dated: &str) -> Desktop {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n2. Which?\n");
    desktop.data("2026-11-23", "send --campaign CU --dated 2026-11-23 --force kent");
    desktop.data("2026-11-23", "emailed --on 2026-11-23 --all");
    desktop.write("reply.csv", "question,outcome,exemptions\n1,refused,31\n2,answered,\n");
    let line = format!("record reply --request CU-001 --dated {dated} --outcomes reply.csv");
    desktop.data("2026-12-24", &line);
    desktop
}

#[test]
fn a_late_notice_without_a_limb_is_seen_and_put_in_issue() {
    let desktop = refused("2026-12-23");
    let parts = |view: &serde_json::Value| -> Vec<String> {
        let lacks = view["notices"][0]["lacks"].as_array().expect("what it lacks");
        lacks.iter().map(|fault| fault["part"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let shown = desktop.data("2026-12-24", "request show CU-001");
    assert_eq!(parts(&shown), ["in-time", "limb"], "{shown:#}");
    let standing = desktop.data("2026-12-24", "standing --request CU-001");
    assert_eq!(parts(&standing), ["in-time", "limb"], "{standing:#}");
    let citation = standing["notices"][0]["lacks"][0]["citation"].as_str().expect("a citation");
    assert!(citation.starts_with("section 17(1)"), "{citation}");
    desktop.data("2026-12-24", "write review --request CU-001 --dated 2026-12-24 --out letters");
    let files = std::fs::read_dir(desktop.path("letters")).expect("the folder");
    let file = files.map(|file| file.expect("a file").path()).next().expect("a letter");
    let letter = text_of(&file).split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "The notice itself is also put in issue:",
        "The notice was given on 23 December 2026; the time for it ended on 22 December 2026",
        "The notice cites section 31 without a limb",
    ] {
        assert!(letter.contains(said), "{said}\n{letter}");
    }
}

#[test]
fn one_of_the_last_day_is_not_called_late() {
    let desktop = refused("2026-12-22");
    let standing = desktop.data("2026-12-24", "standing --request CU-001");
    let lacks = standing["notices"][0]["lacks"].to_string();
    assert!(!lacks.contains("in-time") && lacks.contains("limb"), "{standing:#}");
}

#[test]
fn the_check_takes_what_is_recorded_and_asks_for_the_rest() {
    let desktop = refused("2026-12-23");
    let line = "refusal check --request CU-001 --contains in-writing,fact,exemption,review";
    let found = desktop.data("2026-12-24", line);
    let parts: Vec<&str> = found
        .as_array()
        .expect("faults")
        .iter()
        .filter_map(|fault| fault["part"].as_str())
        .collect();
    assert_eq!(parts, ["in-time", "limb", "why", "public-interest", "commissioner"], "{found:#}");
    assert_eq!(desktop.json("2026-12-24", "refusal check --contains fact").code, Some(2));
}
