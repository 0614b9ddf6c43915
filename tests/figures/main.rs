//! Figures of the real window: how long from its start until it can be used, and how much memory
//! all its processes take. `scripts/bench` runs it; it measures and judges nothing.
//!
//! What it needs: `FOI_DESK_WINDOW` and `FOI_DESK_FOI` name the programs, and there is a display.
//! `FOI_DESK_PICTURE` names a file for a picture of the last window.
#![allow(clippy::expect_used, clippy::panic, reason = "what cannot be measured ends it")]

mod processes;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use tests::driver::Window;

/// How often each start is measured; one more goes before, to warm up.
const RUNS: usize = 7;
/// The day on which the window is opened: the sample's letters are then on their way.
const TODAY: &str = "2026-11-24";

fn main() {
    let work = TempDir::new().expect("a folder");
    let nothing = work.path().join("nothing");
    std::fs::create_dir(&nothing).expect("a folder");
    figures("first run", &nothing, "Who is asking?", &work.path().join("first"));
    figures("48 requests", &sample(work.path()), "Today", &work.path().join("sample"));
}

/// The library of the demonstration: 48 requests sent, a reply, a follow-up and a review.
fn sample(work: &Path) -> PathBuf {
    let foi = std::env::var_os("FOI_DESK_FOI").expect("FOI_DESK_FOI names the command line");
    let out = work.join("demo");
    let made = Command::new(foi)
        .args(["demo", "--out"])
        .arg(&out)
        .stdout(Stdio::null())
        .status()
        .expect("foi runs");
    assert!(made.success(), "foi demo makes a library");
    out.join("library")
}

/// Starts the window on a library time and again, and says what that took.
fn figures(name: &str, library: &Path, says: &str, answers: &Path) {
    std::fs::create_dir_all(answers).expect("a folder");
    let mut times = Vec::new();
    let mut memory = None;
    for run in 0..=RUNS {
        let window = Window::open(library, answers, TODAY);
        window.says(says);
        let took = processes::age(window.driver_process(), "foidesk");
        if run > 0 {
            times.push(took);
        }
        if run == RUNS {
            window.settled();
            memory = Some(processes::memory(window.driver_process()));
            if let Some(picture) = std::env::var_os("FOI_DESK_PICTURE") {
                window.picture(Path::new(&picture));
            }
        }
    }
    times.sort_unstable();
    let at = |index: usize| times.get(index).copied().unwrap_or_default();
    println!(
        "{name}: from the start of its process to a usable window, to 10 ms: median {} ms, least {} \
         ms, most {} ms ({RUNS} runs)",
        at(RUNS / 2),
        at(0),
        at(RUNS - 1)
    );
    let memory = memory.unwrap_or_default();
    for process in &memory {
        println!("{name}: memory {:>7.1} MB  {}", process.proportional, process.name);
    }
    let all: f64 = memory.iter().map(|process| process.proportional).sum();
    println!("{name}: memory {all:>7.1} MB  all of them (what is shared counted once)");
}
