//! Every screen in the real window, light and dark: axe finds nothing serious, and a picture is
//! taken where `FOI_DESK_SCREENS` names a folder.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::path::{Path, PathBuf};

use desk::{Desk, Moment};
use serde_json::json;

use crate::main_job::Place;

const TODAY: &str = "2026-11-24";

/// The library of the demonstration: requests, a reply, a follow-up and a review.
fn demonstration(place: &Place) {
    let out = place.library().with_file_name("demo");
    desk::demo::demo(&out).expect("the demonstration");
    std::fs::rename(out.join("library"), place.library()).expect("its library");
    let mut desk = Desk::open(&place.library()).expect("it opens");
    let moment = Moment::noon(TODAY.parse().expect("a day"));
    let order = desk::WriteOrder {
        what: desk::WhatToWrite::Review,
        which: desk::WhichRequests::Due,
        dated: moment.today,
        reply_by: None,
        out: None,
    };
    desk.write_letters(&order, moment, &mut *desk::batch::silently()).expect("a letter waits");
}

fn axe_source() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).expect("axe-core is installed by scripts/setup")
}

#[test]
fn no_screen_keeps_anybody_out() {
    let place = Place::new();
    demonstration(&place);
    let axe = axe_source();
    let pictures = std::env::var_os("FOI_DESK_SCREENS").map(PathBuf::from);
    let window = place.window(TODAY);
    window.says("Tuesday 24 November");
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
        for (name, way, words) in SCREENS {
            window.click(way);
            window.says(words);
            window.settled();
            let faults = window.axe(&axe);
            found.extend(faults.into_iter().map(|fault| format!("{name}, {theme}: {fault}")));
            if let Some(folder) = &pictures {
                std::fs::create_dir_all(folder).expect("a folder for pictures");
                window.picture(&folder.join(format!("{name}-{theme}.png")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A screen, what leads there, and words that it shows.
const SCREENS: [(&str, &str, &str); 9] = [
    ("board", "//nav//button[starts-with(normalize-space(), 'Board')]", "Answered"),
    (
        "requests",
        "//nav//button[starts-with(normalize-space(), 'Requests')]",
        "Avon and Somerset Police",
    ),
    ("reviews", "//nav//button[starts-with(normalize-space(), 'Reviews')]", "Internal review:"),
    ("queue", "//nav//button[starts-with(normalize-space(), 'Print')]", "Print as one job"),
    ("record", "//nav//button[starts-with(normalize-space(), 'Re')]", "Whose reply came?"),
    ("forces", "//nav//button[starts-with(normalize-space(), 'Forces')]", "Bedfordshire"),
    ("history", "//nav//button[starts-with(normalize-space(), 'History')]", "What was done"),
    (
        "sender",
        "//nav//button[contains(normalize-space(), 'Sender') or contains(normalize-space(), 'Who writes')]",
        "Applicant",
    ),
    ("today", "//nav//button[starts-with(normalize-space(), 'Today')]", "Tuesday 24 November"),
];
