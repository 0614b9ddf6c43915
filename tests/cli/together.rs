//! Two programs at one library, at the same time: each waits for the other, and nothing is lost.

use std::collections::BTreeSet;
use std::process::Stdio;

use tests::program::Desktop;

/// The forces of this story, as many as there are rounds.
const FORCES: [&str; 20] = [
    "avon-and-somerset",
    "bedfordshire",
    "cambridgeshire",
    "cheshire",
    "cleveland",
    "cumbria",
    "derbyshire",
    "dorset",
    "durham",
    "essex",
    "gloucestershire",
    "hampshire",
    "humberside",
    "kent",
    "lancashire",
    "norfolk",
    "police-scotland",
    "suffolk",
    "surrey",
    "wiltshire",
];

#[test]
fn a_letter_is_posted_and_a_note_is_taken_at_once_twenty_times_and_nothing_is_lost() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    let forces: Vec<String> = FORCES.iter().map(|force| format!("--force {force}")).collect();
    let send = format!("send --campaign CU --dated 2026-10-15 {}", forces.join(" "));
    desktop.data("2026-10-15", &send);
    for round in 1..=FORCES.len() {
        let reference = format!("CU-{round:03}");
        let lines = [
            format!("posted --on 2026-10-16 --request {reference}"),
            format!("record note --request {reference} --on 2026-10-16 --text round-{round}"),
        ];
        let children = lines.map(|line| {
            let mut command = desktop.command("2026-10-16", line.split(' '));
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().expect("a program that can be run")
        });
        for child in children {
            let output = child.wait_with_output().expect("a program that ends");
            let error = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "round {round}: {error}");
        }
    }
    let (mut notes, mut posted) = (BTreeSet::new(), 0);
    for round in 1..=FORCES.len() {
        let shown = desktop.data("2026-10-16", &format!("request show CU-{round:03}"));
        assert_eq!(shown["stage"], "awaiting", "round {round}");
        for event in shown["correspondence"].as_array().expect("events") {
            posted += usize::from(event["kind"] == "request_sent");
            notes.extend(event["note"].as_str().map(str::to_owned));
        }
    }
    assert_eq!(posted, 20, "each letter left once");
    let expected: BTreeSet<String> = (1..=20).map(|round| format!("round-{round}")).collect();
    assert_eq!(notes, expected, "each note is there");
    desktop.is_whole();
}

#[test]
fn the_same_letter_posted_by_two_programs_at_once_leaves_once() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    let forces = FORCES[..5].iter().map(|force| format!("--force {force}")).collect::<Vec<_>>();
    let send = format!("send --campaign CU --dated 2026-10-15 {}", forces.join(" "));
    desktop.data("2026-10-15", &send);
    let both = [(), ()].map(|()| {
        let mut command = desktop.command("2026-10-16", ["posted", "--on", "2026-10-16", "--all"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("a program that can be run")
    });
    for child in both {
        let output = child.wait_with_output().expect("a program that ends");
        assert!([Some(0), Some(3)].contains(&output.status.code()), "{output:?}");
    }
    for round in 1..=5 {
        let shown = desktop.data("2026-10-16", &format!("request show CU-{round:03}"));
        let events = shown["correspondence"].as_array().expect("events");
        let sent = events.iter().filter(|event| event["kind"] == "request_sent").count();
        assert_eq!(sent, 1, "CU-{round:03}");
    }
    desktop.is_whole();
}

#[test]
fn the_same_reply_recorded_by_two_programs_at_once_is_recorded_once() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    desktop.data("2026-10-15", "send --campaign CU --dated 2026-10-15 --force kent");
    desktop.data("2026-10-16", "posted --on 2026-10-16 --all");
    desktop.write("reply.csv", "question,outcome,exemptions,note\n1,refused,31(1)(a),\n");
    let line = "record reply --request CU-001 --dated 2026-11-13 --outcomes reply.csv";
    let both = [(), ()].map(|()| {
        let mut command = desktop.command("2026-11-16", line.split(' '));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("a program that can be run")
    });
    let mut codes = both.map(|child| {
        child.wait_with_output().expect("a program that ends").status.code().unwrap_or(-1)
    });
    codes.sort_unstable();
    assert_eq!(codes, [0, 3], "one is recorded, the other refused");
    let shown = desktop.data("2026-11-16", "request show CU-001");
    let events = shown["correspondence"].as_array().expect("events");
    assert_eq!(events.iter().filter(|event| event["kind"] == "reply_received").count(), 1);
    assert_eq!(shown["problems"], serde_json::json!([]));
    desktop.is_whole();
}

#[test]
fn a_campaign_sent_by_two_programs_at_once_reaches_each_force_once() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    let forces: Vec<&str> = FORCES[..6].iter().flat_map(|force| ["--force", force]).collect();
    let both = [(), ()].map(|()| {
        let line = ["send", "--campaign", "CU", "--dated", "2026-10-15"];
        let mut command = desktop.command("2026-10-15", line.iter().chain(&forces));
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("a program that can be run")
    });
    for child in both {
        let output = child.wait_with_output().expect("a program that ends");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!([Some(0), Some(3)].contains(&output.status.code()), "{:?} {error}", output.status);
    }
    let requests = desktop.data("2026-10-15", "requests list");
    let forces: Vec<&str> = requests
        .as_array()
        .expect("requests")
        .iter()
        .filter_map(|request| request["force"].as_str())
        .collect();
    assert_eq!(forces.iter().collect::<BTreeSet<_>>().len(), 6, "{forces:?}");
    assert_eq!(forces.len(), 6, "none twice: {forces:?}");
    assert_eq!(desktop.data("2026-10-15", "queue").as_array().map(Vec::len), Some(6));
    desktop.is_whole();
}
