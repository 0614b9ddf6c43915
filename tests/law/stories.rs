//! Stories: a case told in a file, and what is to be said of it on some days.
//!
//! Each file of `stories/` names in `about` the line of the life cycles that it shows. What it is to
//! say was worked out from the law, not by this code; its days were counted by a separate script over
//! the same bank holidays. A line of `says` is one of:
//!
//! `stage S` · `regime R` · `score A N` · `late Q …` · `problem WORDS` · `first STEP [until DAY]` ·
//! `step STEP [until DAY]` · `no step STEP` · `clock LIMIT DAY [STATE]` · `no clock LIMIT` ·
//! `reading LIMIT DAY` · `claim LIMIT DAY`

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use desk::StandingView;
use serde_json::Value;

type Says = BTreeMap<String, Vec<String>>;

fn stories() -> Vec<(String, Value, Says)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("law/stories");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the stories")
        .map(|entry| entry.expect("a story").path())
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = std::fs::read(&path).expect("a story");
            let mut story: Value = serde_json::from_slice(&text).expect("a story is JSON");
            let fields = story.as_object_mut().expect("a story is an object");
            let says = fields.remove("says").expect("a story says something");
            let says: Says = serde_json::from_value(says).expect("lines for each day");
            fields.insert("on".to_owned(), says.keys().cloned().collect());
            (path.file_name().expect("a name").to_string_lossy().into_owned(), story, says)
        })
        .collect()
}

fn told(story: &Value) -> Vec<StandingView> {
    desk::story(story.to_string().as_bytes()).expect("a story that can be told")
}

fn holds(view: &StandingView, line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let until = |step: &desk::view::StepView, day: &str| {
        step.until.is_some_and(|until| until.to_string() == day)
    };
    let step = |kind: &str| view.next_steps.iter().any(|step| step.step == kind);
    let clocks = |kind: &str| {
        let kind = kind.to_owned();
        view.clocks.iter().filter(move |clock| clock.limit.limit == kind)
    };
    match words.as_slice() {
        ["stage", stage] => view.stage == *stage,
        ["regime", regime] => view.regime == *regime,
        ["score", answered, counted] => {
            format!("{} {}", view.answered, view.counted) == format!("{answered} {counted}")
        }
        ["late", late @ ..] => view.late == late,
        ["problem", ..] => {
            view.problems.iter().any(|problem| problem.contains(&line["problem ".len()..]))
        }
        ["first", kind] => view.next_steps.first().is_some_and(|step| step.step == *kind),
        ["first", kind, "until", day] => {
            view.next_steps.first().is_some_and(|step| step.step == *kind && until(step, day))
        }
        ["step", kind] => step(kind),
        ["step", kind, "until", day] => {
            view.next_steps.iter().any(|step| step.step == *kind && until(step, day))
        }
        ["no", "step", kind] => !step(kind),
        ["no", "clock", kind] => clocks(kind).next().is_none(),
        ["clock", kind, due] => clocks(kind).any(|clock| clock.limit.due.to_string() == *due),
        ["clock", kind, due, state] => clocks(kind)
            .any(|clock| clock.limit.due.to_string() == *due && clock.limit.state == *state),
        ["reading", kind, due] => clocks(kind)
            .any(|clock| clock.limit.readings.iter().any(|other| other.due.to_string() == *due)),
        ["claim", kind, due] => clocks(kind).any(|clock| {
            clock.limit.claim.as_ref().is_some_and(|claim| claim.due.to_string() == *due)
        }),
        _ => panic!("no line of a story: {line}"),
    }
}

#[test]
fn each_story_says_on_each_day_what_the_law_has_it_say() {
    let stories = stories();
    assert!(stories.len() >= 60, "only {} stories", stories.len());
    let mut wrong = Vec::new();
    for (name, story, says) in &stories {
        for view in told(story) {
            for line in &says[&view.on.to_string()] {
                if !holds(&view, line) {
                    wrong.push(format!("{name}, {}: {line}\n  {view:?}", view.on));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same events in another order, with the numbers by which they name one another put right.
fn reordered(story: &Value, order: &[usize]) -> Value {
    let mut story = story.clone();
    let events = story["events"].as_array().expect("events").clone();
    let moved: Vec<Value> = order
        .iter()
        .map(|at| {
            let mut event = events[*at].clone();
            if let Some(named) = event.get("supersedes").and_then(Value::as_u64) {
                let at = usize::try_from(named).expect("a small number") - 1;
                let now = order.iter().position(|old| *old == at).expect("it is one of them");
                event["supersedes"] = (now + 1).into();
            }
            event
        })
        .collect();
    story["events"] = moved.into();
    story
}

/// What is said, without the numbers of events.
fn said(views: &[StandingView]) -> String {
    let mut said = serde_json::to_value(views).expect("a standing is JSON");
    for view in said.as_array_mut().expect("a standing for each day") {
        // A notice names its reply by the number that it has in the file.
        for notice in view["notices"].as_array_mut().expect("notices") {
            notice.as_object_mut().expect("a notice").remove("reply").expect("its reply");
        }
    }
    said.to_string()
}

#[test]
fn any_order_of_entry_gives_the_same_standing() {
    for (name, story, _) in stories() {
        let count = story["events"].as_array().expect("events").len();
        let as_told = said(&told(&story));
        let backwards: Vec<usize> = (0..count).rev().collect();
        assert_eq!(said(&told(&reordered(&story, &backwards))), as_told, "{name}, backwards");
        for turned in 1..count {
            let order: Vec<usize> = (0..count).map(|at| (at + turned) % count).collect();
            assert_eq!(said(&told(&reordered(&story, &order))), as_told, "{name}, by {turned}");
        }
    }
}

#[test]
fn what_comes_later_changes_nothing_that_was_said_before() {
    for (name, story, _) in stories() {
        for view in told(&story) {
            let mut known = story.clone();
            let day = view.on.to_string();
            let events = known["events"].as_array_mut().expect("events");
            // What replaces another is named by number: such a story is told whole.
            if events.iter().any(|event| event.get("supersedes").is_some()) {
                continue;
            }
            events.retain(|event| {
                let known = match event["kind"].as_str() {
                    Some("request_sent" | "transferred") => &event["date"],
                    _ => event.get("received").unwrap_or(&event["date"]),
                };
                known.as_str().is_some_and(|known| known <= day.as_str())
            });
            known["on"] = vec![day.clone()].into();
            let moves = story["events"].as_array().expect("events");
            if moves.iter().any(|event| event["kind"] == "regime_moved") {
                continue;
            }
            assert_eq!(said(&told(&known)), said(&[view]), "{name} on {day}");
        }
    }
}

#[test]
fn a_story_that_is_wrong_is_refused_with_its_place() {
    let refused = |text: &str| {
        let error = desk::story(text.as_bytes()).expect_err("a story that is wrong");
        error.message
    };
    let unknown = r#"{"regime": "foia",
        "events": [{"kind": "request_sent", "date": "2026-11-23", "colour": "red"}], "on": []}"#;
    let message = refused(unknown);
    assert!(message.contains("colour") && message.contains("line 2"), "{message}");
    let kind = r#"{"regime": "foia", "events": [{"kind": "request_sent", "date": "2026-11-23"},
        {"kind": "rang", "date": "2026-11-24"}], "on": []}"#;
    let message = refused(kind);
    assert!(message.contains("Event 2 (rang)"), "{message}");
    let stray = r#"{"regime": "foia", "events": [{"kind": "request_sent", "date": "2026-11-23"},
        {"kind": "fees_paid", "date": "2026-11-24", "mode": "A"}], "on": []}"#;
    let message = refused(stray);
    assert!(message.contains("Event 2 (fees_paid)") && message.contains("mode"), "{message}");
    let undated = r#"{"regime": "foia", "events": [{"kind": "request_sent"}], "on": []}"#;
    assert!(refused(undated).contains("date"));
}
