//! Rules that the text of the sources keeps: the clock, files and sockets, the length of a file,
//! the opening of a crate, and that no test is switched off.

use crate::none_of;
use crate::workspace::{Source, shipped_sources, sources};

/// A file has one subject and fits in this many lines. No file is excepted.
const MOST_LINES: usize = 500;

/// Today is an argument: these alone read the clock and pass it on.
const READ_THE_CLOCK: &[&str] = &["crates/foi/src/main.rs", "src-tauri/src/clock.rs"];

/// What reads a clock.
const CLOCKS: &[&str] = &["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];

/// Where a call that `clippy.toml` bans is allowed by name: the clock, and the one place that opens
/// the library.
const ALLOW_BANNED_CALLS: &[&str] =
    &["crates/foi/src/main.rs", "src-tauri/src/clock.rs", "crates/store/src/open.rs"];

/// What reaches out of a crate that is pure.
const OUTSIDE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "println!",
    "print!",
    "eprintln!",
    "serde::",
];

/// What opens a socket.
const SOCKETS: &[&str] =
    &["std::net", "std::os::unix::net", "TcpStream", "TcpListener", "UdpSocket"];

/// Files outside those allowed that hold one of these texts.
fn holding(texts: &[&str], allowed: &[&str], sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|source| !allowed.contains(&source.path.as_str())) {
        for text in texts {
            if let Some(line) = source.line_with(text) {
                faults.push(format!("{}:{line} has {text}", source.path));
            }
        }
    }
    faults
}

fn too_long(sources: &[Source]) -> Vec<String> {
    let lines = |source: &Source| source.text.lines().count();
    sources
        .iter()
        .filter(|source| lines(source) > MOST_LINES)
        .map(|source| {
            format!("{} has {} lines, more than {MOST_LINES}", source.path, lines(source))
        })
        .collect()
}

/// The roots of crates that do not open with why they exist.
fn without_opening(sources: &[Source]) -> Vec<String> {
    let is_root = |path: &str| path.ends_with("src/lib.rs") || path.ends_with("src/main.rs");
    sources
        .iter()
        .filter(|source| is_root(&source.path) && !source.text.starts_with("//! "))
        .map(|source| format!("{} does not open with //!", source.path))
        .collect()
}

fn switched_off(sources: &[Source]) -> Vec<String> {
    let is_off = |line: &str| {
        let line = line.trim_start();
        line.starts_with("#[ignore") || (line.starts_with("#[cfg_attr") && line.contains("ignore"))
    };
    let mut faults = Vec::new();
    for source in sources {
        for (index, _) in source.text.lines().enumerate().filter(|(_, line)| is_off(line)) {
            faults.push(format!("{}:{} switches a test off", source.path, index + 1));
        }
    }
    faults
}

fn without_comments(text: &str) -> String {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    text.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// All the Rust there is, tests too.
fn all_sources() -> Vec<Source> {
    ["crates", "tests", "src-tauri"].into_iter().flat_map(sources).collect()
}

#[test]
fn the_clock_is_read_in_one_place_of_each_program() {
    none_of(&holding(CLOCKS, READ_THE_CLOCK, &shipped_sources()));
}

#[test]
fn a_banned_call_is_allowed_by_name_only_where_it_must_be() {
    none_of(&holding(&["clippy::disallowed_methods"], ALLOW_BANNED_CALLS, &shipped_sources()));
}

#[test]
fn law_and_casework_reach_for_nothing_outside() {
    let pure: Vec<Source> =
        ["crates/law/src", "crates/casework/src"].into_iter().flat_map(sources).collect();
    none_of(&holding(OUTSIDE, &[], &pure));
}

/// What the core says is read in the window too, where there is no command to type. The
/// demonstration is the command line's own.
#[test]
fn the_core_names_no_command() {
    let core: Vec<Source> = shipped_sources()
        .into_iter()
        .filter(|source| !source.path.starts_with("crates/foi/"))
        .filter(|source| !source.path.starts_with("src-tauri/src/tests"))
        .filter(|source| source.path != "crates/desk/src/demo.rs")
        .map(|source| Source { text: without_comments(&source.text), ..source })
        .collect();
    let found = |source: &Source| {
        source.text.contains("“foi ").then(|| format!("{} names a command", source.path))
    };
    none_of(&core.iter().filter_map(found).collect::<Vec<_>>());
}

#[test]
fn no_source_opens_a_socket() {
    none_of(&holding(SOCKETS, &[], &shipped_sources()));
}

#[test]
fn a_file_fits_in_five_hundred_lines() {
    none_of(&too_long(&all_sources()));
}

#[test]
fn a_crate_opens_with_why_it_exists() {
    none_of(&without_opening(&shipped_sources()));
}

#[test]
fn no_test_is_switched_off() {
    none_of(&switched_off(&all_sources()));
}

mod proofs {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.into(), text: text.into() }
    }

    #[test]
    fn a_second_clock_is_found() {
        let reads = "fn today() -> NaiveDate {\n    chrono::Local::now().date_naive()\n}\n";
        let found = holding(
            CLOCKS,
            READ_THE_CLOCK,
            &[source("crates/foi/src/main.rs", reads), source("crates/desk/src/today.rs", reads)],
        );
        assert_eq!(found, ["crates/desk/src/today.rs:2 has Local::now"]);
    }

    #[test]
    fn a_comment_and_a_longer_word_are_no_offence() {
        let text = "    // never Utc::now()\n/// Not Utc::now.\nMyUtc::now();\n";
        assert!(holding(CLOCKS, &[], &[source("crates/law/src/lib.rs", text)]).is_empty());
        let after = "MyUtc::now(); Utc::now();";
        assert_eq!(holding(CLOCKS, &[], &[source("crates/law/src/lib.rs", after)]).len(), 1);
    }

    #[test]
    fn a_banned_call_allowed_elsewhere_is_found() {
        let text = "#[allow(clippy::disallowed_methods)]\nfn now() {}\n";
        let texts = ["clippy::disallowed_methods"];
        let allowed = source("crates/store/src/open.rs", text);
        let elsewhere = source("crates/store/src/door.rs", text);
        assert_eq!(holding(&texts, ALLOW_BANNED_CALLS, &[allowed, elsewhere]).len(), 1);
    }

    #[test]
    fn reaching_outside_is_found() {
        for line in ["use std::fs;", "std::env::var(\"TZ\")", "#[derive(serde::Serialize)]"] {
            assert_eq!(holding(OUTSIDE, &[], &[source("a.rs", line)]).len(), 1, "{line}");
        }
        for line in ["use std::net::TcpStream;", "let it = UdpSocket::bind(at);"] {
            assert!(!holding(SOCKETS, &[], &[source("a.rs", line)]).is_empty(), "{line}");
        }
    }

    #[test]
    fn a_file_of_one_line_too_many_is_found() {
        assert!(too_long(&[source("a.rs", &"\n".repeat(500))]).is_empty());
        assert_eq!(too_long(&[source("a.rs", &"\n".repeat(501))]).len(), 1);
    }

    #[test]
    fn a_crate_without_an_opening_is_found() {
        let found = without_opening(&[
            source("crates/law/src/lib.rs", "//! What the Acts say.\n"),
            source("crates/desk/src/lib.rs", "pub mod today;\n"),
            source("crates/desk/src/today.rs", "pub fn today() {}\n"),
        ]);
        assert_eq!(found, ["crates/desk/src/lib.rs does not open with //!"]);
    }

    #[test]
    fn a_test_switched_off_is_found() {
        let off = ["#[ignore]", "    #[ignore = \"slow\"]", "#[cfg_attr(windows, ignore)]"];
        for line in off {
            assert_eq!(switched_off(&[source("a.rs", line)]).len(), 1, "{line}");
        }
        assert!(switched_off(&[source("a.rs", "// ignore it\n#[test]\n")]).is_empty());
    }
}
