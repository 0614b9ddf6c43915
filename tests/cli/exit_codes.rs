//! 0 done, 1 fault, 2 wrong usage, 3 refused: what a script can rely on.

use tests::program::Desktop;

#[test]
fn what_is_done_ends_with_0_and_prints_what_was_done() {
    let desktop = Desktop::new();
    let ran = desktop.run("2026-10-01", ["forces", "show", "kent"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("Kent Police"), "{}", ran.out);
}

#[test]
fn a_fault_ends_with_1_and_says_what_is_wrong() {
    let desktop = Desktop::new();
    std::fs::write(desktop.library().join(store::DATABASE), "this is no database").expect("a file");
    let ran = desktop.run("2026-10-01", ["campaigns", "list"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("is not a FOI Desk library"), "{}", ran.err);
}

#[test]
fn a_check_that_finds_something_ends_with_1_and_names_it() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    desktop.data("2026-10-01", "send --campaign CU --dated 2026-10-01 --force kent");
    desktop.run("2026-10-01", ["check"]).done();
    let documents = desktop.library().join(store::DOCUMENTS);
    let letter = std::fs::read_dir(documents).expect("documents").next().expect("one").expect("it");
    std::fs::write(letter.path(), "changed").expect("a file that can be changed");
    let ran = desktop.json("2026-10-01", "check");
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.json()["clean"], false);
    let findings = ran.json()["findings"].to_string();
    assert!(findings.contains(&*letter.file_name().to_string_lossy()), "{findings}");
}

#[test]
fn wrong_usage_ends_with_2_and_shows_how_it_is_used() {
    let desktop = Desktop::new();
    let wrong: [&[&str]; 7] = [
        &[],
        &["posts"],
        &["send", "--campaign", "CU"],
        &["posted", "--on", "2026-10-01"],
        &["posted", "--on", "2026-10-01", "--all", "--request", "CU-001"],
        &["posted", "--on", "2026-10-01", "--all", "--class", "third"],
        &["write", "follow-up", "--mode", "E", "--due"],
    ];
    for arguments in wrong {
        let ran = desktop.run("2026-10-01", arguments);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(ran.err.contains("Usage: foi") || ran.err.contains("--help"), "{}", ran.err);
    }
}

#[test]
fn what_is_refused_ends_with_3_and_says_why_where_and_what_to_do() {
    let desktop = Desktop::new();
    let ran = desktop.run("2026-10-01", ["forces", "show", "atlantis"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
    assert!(ran.err.contains("atlantis"), "{}", ran.err);
    assert!(ran.err.contains("field: force"), "{}", ran.err);
    assert!(ran.err.contains("foi forces list"), "{}", ran.err);
    assert!(ran.err.contains("Nothing was changed."), "{}", ran.err);
}

#[test]
fn help_and_version_end_with_0() {
    let desktop = Desktop::empty();
    let help = desktop.run("2026-10-01", ["--help"]).done();
    assert!(help.out.contains("Exit codes: 0 done, 1 fault, 2 wrong usage, 3 refused"));
    let version = desktop.run("2026-10-01", ["--version"]).done();
    assert!(version.out.starts_with("foi 0."), "{}", version.out);
    assert!(!desktop.library().exists(), "asking for help makes nothing");
}

#[test]
fn a_batch_in_which_nothing_was_written_ends_with_3_and_names_every_reason() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    let wide = "A Name Of A Building That Is Far Too Long To Stand In The Window Of Any Envelope";
    let address = format!("{wide}, Town, AB1 2CD");
    desktop.run("2026-10-01", ["forces", "edit", "kent", "--address", &address]).done();
    let ran = desktop.json("2026-10-01", "send --campaign CU --dated 2026-10-01 --force kent");
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    assert_eq!(ran.json()["items"][0]["state"], "failed");
    assert!(ran.json()["items"][0]["reason"].to_string().contains("wide"), "{}", ran.out);
}

#[test]
fn the_letter_that_is_named_is_the_one_that_is_marked() {
    let desktop = Desktop::with_campaign("CU", "1. How many?\n");
    desktop.data("2026-10-01", "send --campaign CU --dated 2026-10-01 --force kent");
    let ran = desktop.run("2026-10-02", ["posted", "--on", "2026-10-02", "--request", "CU-001/2"]);
    assert_eq!(ran.code, Some(3), "{}", ran.out);
    assert!(ran.err.contains("CU-001/2 has no letter in the queue"), "{}", ran.err);
    desktop.run("2026-10-02", ["posted", "--on", "2026-10-02", "--request", "CU-001/1"]).done();
}

#[test]
fn a_library_made_without_its_sample_is_given_it_as_long_as_nothing_was_done() {
    let desktop = Desktop::new();
    desktop.run("2026-10-01", ["init", "--sample"]).done();
    let campaigns = desktop.data("2026-10-01", "campaigns list");
    assert_eq!(campaigns.as_array().map(Vec::len), Some(1));
    let again = desktop.run("2026-10-01", ["init", "--sample"]);
    assert_eq!(again.code, Some(3), "{}", again.out);
}
