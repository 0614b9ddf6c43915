//! The pages stay true: a test that `docs/architecture.md` names is there, and so is every file
//! that a page points to.

use std::fs;
use std::path::Path;

use crate::none_of;
use crate::workspace::{Source, root, sources};

const PAGES: &[&str] =
    &["README.md", "docs/architecture.md", "docs/decisions.md", "docs/glossary.md", "docs/law.md"];

/// The names of tests on a page: a whole sentence in code, `a_library_is_named_by_one_crate_alone`.
fn tests_named(page: &str) -> Vec<&str> {
    page.split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| code.matches('_').count() >= 3)
        .filter(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        .collect()
}

fn tests_not_there(page: &str, sources: &[Source]) -> Vec<String> {
    tests_named(page)
        .into_iter()
        .filter(|name| {
            let begins = format!("fn {name}(");
            !sources.iter().any(|source| source.line_with(&begins).is_some())
        })
        .map(|name| format!("there is no test {name}"))
        .collect()
}

/// The files that a page links to, as written: `docs/law.md`.
fn links(page: &str) -> Vec<&str> {
    page.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains("://"))
        .collect()
}

fn links_to_nothing(page: &str, is_there: impl Fn(&str) -> bool) -> Vec<String> {
    let dead = links(page).into_iter().filter(|link| !is_there(link));
    dead.map(|link| format!("{link} is not there")).collect()
}

#[test]
fn every_test_that_the_map_names_is_there() {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    assert!(tests_named(&page).len() >= 5, "the names of tests were not found");
    let sources: Vec<Source> =
        ["crates", "tests", "src-tauri"].into_iter().flat_map(sources).collect();
    none_of(&tests_not_there(&page, &sources));
}

#[test]
fn every_page_points_to_files_that_are_there() {
    for page in PAGES {
        let path = root().join(page);
        let folder: &Path = path.parent().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let dead = links_to_nothing(&text, |link| folder.join(link).exists());
        none_of(&dead.into_iter().map(|fault| format!("{page}: {fault}")).collect::<Vec<_>>());
    }
}

mod proofs {
    use super::*;

    #[test]
    fn a_test_that_is_gone_is_found() {
        let page = "kept by `clippy.toml` and `no_letter_is_sent_twice`, see `happened_on`";
        let text = "#[test]\nfn no_letter_is_sent_twice() {}\n".to_owned();
        let there = Source { path: "a.rs".into(), text };
        assert!(tests_not_there(page, &[there]).is_empty());
        assert_eq!(tests_not_there(page, &[]), ["there is no test no_letter_is_sent_twice"]);
    }

    #[test]
    fn a_link_to_nothing_is_found() {
        let page =
            "[law](law.md), [limits](law.md#limits), [gone](gone.md), [Rust](https://rustup.rs)";
        assert_eq!(links_to_nothing(page, |link| link == "law.md"), ["gone.md is not there"]);
    }
}
