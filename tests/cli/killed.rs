//! A program that is killed at any write, as by a power cut: the library is whole, and a repeat ends
//! where an undisturbed run ends. `FOI_DESK_ABORT_AT=n` kills a debug build at its nth write.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde_json::Value;
use tests::program::{Desktop, Ran, ran};

const FORCES: [&str; 5] = ["dorset", "essex", "kent", "norfolk", "police-scotland"];

/// A library with a sender and a campaign of one question.
fn prepared() -> Desktop {
    Desktop::with_campaign("CU", "1. How many custody officers work in your force?\n")
}

fn send() -> String {
    let forces: Vec<String> = FORCES.iter().map(|force| format!("--force {force}")).collect();
    format!("send --campaign CU --dated 2026-10-15 {}", forces.join(" "))
}

/// Runs a command and kills it at its nth write.
fn killed_at(desktop: &Desktop, today: &str, line: &str, n: u64) -> Ran {
    let arguments = line.split_whitespace().chain(["--json"]);
    ran(desktop.command(today, arguments).env("FOI_DESK_ABORT_AT", n.to_string()))
}

/// Kills a command at write 1, 2, 3 and so on, each time on a copy of the library, until it runs to
/// its end; asserts each time what a person would find. Says at how many writes it was killed. Two
/// threads take turns, so a point or two past the end may be tried as well.
fn at_every_write(
    library: &Desktop,
    today: &str,
    line: &str,
    afterwards: impl Fn(&Desktop, u64) + Sync,
) -> u64 {
    let (next, killed, ended) = (AtomicU64::new(1), AtomicU64::new(0), AtomicBool::new(false));
    let highest = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !ended.load(Ordering::SeqCst) {
                    let n = next.fetch_add(1, Ordering::SeqCst);
                    let desktop = library.copy();
                    let ran = killed_at(&desktop, today, line, n);
                    match ran.code {
                        // Killed by a signal, with no code of its own.
                        None => {
                            killed.fetch_add(1, Ordering::SeqCst);
                            highest.fetch_max(n, Ordering::SeqCst);
                        }
                        Some(0) => ended.store(true, Ordering::SeqCst),
                        Some(code) => panic!("write {n} ended with {code}: {}", ran.err),
                    }
                    desktop.is_whole();
                    afterwards(&desktop, n);
                }
            });
        }
    });
    let killed = killed.into_inner();
    assert_eq!(killed, highest.into_inner(), "no number is skipped, and none beyond the end kills");
    killed
}

/// The values of a field in a list.
fn column<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().filter_map(|row| row[field].as_str()).collect()
}

/// The PDFs in the folder of documents.
fn pdfs(desktop: &Desktop) -> usize {
    let kept = desktop.contents().files;
    kept.iter().filter(|(name, bytes)| !name.starts_with('.') && bytes.starts_with(b"%PDF")).count()
}

#[test]
fn sending_to_five_forces_survives_a_kill_at_every_write() {
    let library = prepared();
    let points = at_every_write(&library, "2026-10-15", &send(), |desktop, n| {
        // Where all five were written before the kill, the repeat says that there is nothing to do.
        let again = desktop.json("2026-10-15", &send());
        assert!([Some(0), Some(3)].contains(&again.code), "killed at {n}: {}", again.err);
        let queue = desktop.data("2026-10-15", "queue");
        let letters = ["CU-001/1", "CU-002/1", "CU-003/1", "CU-004/1", "CU-005/1"];
        assert_eq!(column(&queue, "reference"), letters, "killed at {n}");
        let forces: BTreeSet<&str> = column(&queue, "force").into_iter().collect();
        assert_eq!(forces, BTreeSet::from(FORCES), "killed at {n}");
        assert_eq!(pdfs(desktop), 5, "killed at {n}");
        let report = desktop.data("2026-10-15", "check");
        assert_eq!((&report["clean"], &report["requests"]), (&true.into(), &5.into()), "{report}");
    });
    assert!(points >= 50, "five letters are more than {points} writes");
}

#[test]
fn posting_five_letters_survives_a_kill_at_every_write() {
    let library = prepared();
    library.data("2026-10-15", &send());
    let post = "posted --on 2026-10-16 --all";
    let points = at_every_write(&library, "2026-10-16", post, |desktop, n| {
        let queue = desktop.data("2026-10-16", "queue");
        let waiting: BTreeSet<&str> = column(&queue, "force").into_iter().collect();
        for request in desktop.data("2026-10-16", "requests list").as_array().expect("requests") {
            // In the queue with no clock, or gone with one: never both, never neither.
            let waits = waiting.contains(request["force"].as_str().unwrap_or_default());
            let stage = if waits { "not_sent" } else { "awaiting" };
            assert_eq!(request["stage"], stage, "killed at {n}: {request:#}");
            assert_eq!(request["response_due"].is_null(), waits, "killed at {n}: {request:#}");
        }
        let again = desktop.json("2026-10-16", post);
        assert!([Some(0), Some(3)].contains(&again.code), "killed at {n}: {}", again.err);
        for request in desktop.data("2026-10-16", "requests list").as_array().expect("requests") {
            let due = if request["regime"] == "foisa" { "2026-11-16" } else { "2026-11-17" };
            assert_eq!(request["response_due"], due, "killed at {n}");
        }
        let rows = desktop.contents().rows;
        let sent = |row: &&String| row.starts_with("events:") && row.contains("\"request_sent\"");
        assert_eq!(rows.iter().filter(sent).count(), 5, "killed at {n}: each left once");
        desktop.is_whole();
    });
    assert!(points >= 20, "five postings are more than {points} writes");
}

#[test]
fn making_a_library_survives_a_kill_at_a_write() {
    // The register and the bank holidays are some eight hundred writes of one transaction: a few of
    // them stand for the rest.
    for n in [1, 2, 3, 100, 700] {
        let desktop = Desktop::empty();
        let ran = killed_at(&desktop, "2026-10-01", "init --sample", n);
        assert_eq!(ran.code, None, "write {n} is reached");
        let made = desktop.json("2026-10-01", "init --sample");
        assert_eq!(made.code, Some(0), "killed at {n}: {}", made.err);
        let library = made.json();
        assert_eq!(library["police_forces"], 48, "killed at {n}");
        assert_eq!(library["campaigns"], 1, "killed at {n}");
        desktop.is_whole();
    }
}
