//! What the letters say, where it stands and what bytes they are, compared with the files under
//! `tests/golden/letters/`.
//!
//! No test writes a golden file. Where one differs, the test says in which lines; with
//! `FOI_DESK_GOLDEN_OUT` set to a folder it also puts there the text as it is now, under the same
//! name, and beside them the letters whose bytes differ, to be looked at. To renew a golden file, read the difference, copy that text over it, and commit it by
//! itself with a message that says what moved on the page.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::printer::readable;
use crate::set::{GOLDENS, Golden, golden};

/// The letters whose every line is kept with its place on the page.
const LAID_OUT: [&str; 4] = ["request-foia", "follow-up-a-foia", "review-foia", "review-scotland"];

/// Lines of a difference that are shown.
const SHOWN: usize = 60;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/letters")
}

/// Where to put what was found, if anywhere.
fn out() -> Option<PathBuf> {
    std::env::var_os("FOI_DESK_GOLDEN_OUT").map(PathBuf::from)
}

/// What differs, as text for a person; nothing where nothing does. A difference is also put in the
/// folder for what was found, if there is one.
fn difference(golden: &Path, name: &str, found: &str, out: Option<&Path>) -> Option<String> {
    let kept = std::fs::read_to_string(golden.join(name)).ok();
    if kept.as_deref() == Some(found) {
        return None;
    }
    let mut said = match &kept {
        Some(kept) => {
            format!("{name} differs (- golden, + now):\n{}", lines_that_differ(kept, found))
        }
        None => format!("{name} is not there.\n"),
    };
    match out {
        Some(out) => {
            let path = out.join(name);
            let folder = path.parent().expect("a file stands in a folder");
            std::fs::create_dir_all(folder).expect("a folder for what was found");
            std::fs::write(&path, found).expect("a file for what was found");
            let _ = writeln!(said, "The text as it is now was put at {}.", path.display());
        }
        None => said.push_str("Set FOI_DESK_GOLDEN_OUT to a folder to have the text put there.\n"),
    }
    Some(said)
}

/// The lines that differ, with two lines around them. Only so many are shown.
fn lines_that_differ(kept: &str, found: &str) -> String {
    let (kept, found): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), found.lines().collect());
    let same_start = kept.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let most = kept.len().min(found.len()) - same_start;
    let same_end =
        kept.iter().rev().zip(found.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let mut said = String::new();
    let mut shown = |mark: char, lines: &[&str]| {
        for line in lines.iter().take(SHOWN) {
            let _ = writeln!(said, "{mark} {line}");
        }
        if lines.len() > SHOWN {
            let _ = writeln!(said, "{mark} … and {} more lines", lines.len() - SHOWN);
        }
    };
    shown(' ', &kept[same_start.saturating_sub(2)..same_start]);
    shown('-', &kept[same_start..kept.len() - same_end]);
    shown('+', &found[same_start..found.len() - same_end]);
    let after = kept.len() - same_end;
    shown(' ', &kept[after..(after + 2).min(kept.len())]);
    said
}

/// Fails with every difference.
fn the_same(found: impl IntoIterator<Item = (String, String)>) {
    let out = out();
    let faults: Vec<String> = found
        .into_iter()
        .filter_map(|(name, text)| difference(&folder(), &name, &text, out.as_deref()))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_letter_says_what_its_golden_text_says() {
    the_same(
        GOLDENS.iter().map(|one| (format!("content/{}.txt", one.name), readable(&one.told.letter))),
    );
}

#[test]
fn the_lines_of_the_main_letters_stand_where_they_stood() {
    the_same(
        LAID_OUT.iter().map(|name| (format!("layout/{name}.txt"), golden(name).pages.to_text())),
    );
}

#[test]
fn the_bytes_of_every_letter_are_the_golden_ones() {
    let line = |one: &Golden| {
        let hash: String = Sha256::digest(&one.pdf).iter().map(|b| format!("{b:02x}")).collect();
        format!("{hash} {:>2} {}\n", one.pages.pages.len(), one.name)
    };
    let kept = std::fs::read_to_string(folder().join("bytes.txt")).unwrap_or_default();
    if let Some(out) = out() {
        std::fs::create_dir_all(&out).expect("a folder for what was found");
        for one in GOLDENS.iter().filter(|one| !kept.contains(&line(one))) {
            std::fs::write(out.join(format!("{}.pdf", one.name)), &one.pdf).expect("a file");
        }
    }
    the_same([("bytes.txt".to_owned(), GOLDENS.iter().map(line).collect())]);
}

#[test]
fn every_golden_file_belongs_to_a_letter() {
    let mut stray = Vec::new();
    for kind in ["content", "layout"] {
        let files = std::fs::read_dir(folder().join(kind)).expect("the golden files");
        for file in files {
            let name = file.expect("a file").file_name().into_string().expect("a plain name");
            let letter = name.trim_end_matches(".txt");
            let known = match kind {
                "content" => GOLDENS.iter().any(|one| one.name == letter),
                _ => LAID_OUT.contains(&letter),
            };
            if !known {
                stray.push(format!("{kind}/{name}"));
            }
        }
    }
    assert!(stray.is_empty(), "no letter has these golden files: {stray:?}");
}

mod proofs {
    use super::*;

    #[test]
    fn a_difference_is_shown_in_its_lines_and_nothing_is_written() {
        let golden = tempfile::tempdir().expect("a folder");
        std::fs::write(golden.path().join("a.txt"), "one\ntwo\nthree\nfour\nfive\n")
            .expect("a file");
        let said = difference(golden.path(), "a.txt", "one\ntwo\nthree\n4\nfive\n", None);
        let said = said.expect("a difference");
        assert!(said.contains("  two\n  three\n- four\n+ 4\n  five\n"), "{said}");
        assert!(said.contains("FOI_DESK_GOLDEN_OUT"), "{said}");
        let kept = std::fs::read_to_string(golden.path().join("a.txt")).expect("the golden file");
        assert_eq!(kept, "one\ntwo\nthree\nfour\nfive\n");
        assert_eq!(std::fs::read_dir(golden.path()).expect("the folder").count(), 1);
    }

    #[test]
    fn with_a_folder_named_the_text_as_it_is_now_is_put_there_and_nowhere_else() {
        let (golden, out) = (tempfile::tempdir().expect("a"), tempfile::tempdir().expect("b"));
        let said =
            difference(golden.path(), "x/a.txt", "now\n", Some(out.path())).expect("missing");
        assert!(said.contains("is not there") && said.contains("was put at"), "{said}");
        assert_eq!(std::fs::read_to_string(out.path().join("x/a.txt")).expect("put"), "now\n");
        assert_eq!(std::fs::read_dir(golden.path()).expect("the folder").count(), 0);
    }

    #[test]
    fn the_same_text_is_no_difference() {
        let golden = tempfile::tempdir().expect("a folder");
        std::fs::write(golden.path().join("a.txt"), "one\n").expect("a file");
        assert_eq!(difference(golden.path(), "a.txt", "one\n", None), None);
        assert!(difference(golden.path(), "a.txt", "one", None).is_some());
    }
}
