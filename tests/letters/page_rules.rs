//! How every golden letter must look: nothing outside its column, no heading or signature alone, no
//! page half empty but the last.

use letters::layout::{Line, Page, Pages, Role};

use crate::set::GOLDENS;

/// Text stands between these, in millimetres from the left edge of the paper.
const COLUMN: (f64, f64) = (25.0, 188.0);
/// The lowest baseline of the text, in millimetres from the top.
const LOWEST: f64 = 272.0;
/// A page that is not the last is filled at least to here.
const FILLED: f64 = 215.0;

fn is_text(line: &Line) -> bool {
    !matches!(
        line.role,
        Role::LetterheadName
            | Role::LetterheadContact
            | Role::Address
            | Role::ParticularLabel
            | Role::ParticularValue
            | Role::RunningHead
            | Role::FootReferences
            | Role::FootNotice
            | Role::FootPage
    )
}

fn text(page: &Page) -> Vec<&Line> {
    page.lines.iter().filter(|line| is_text(line)).collect()
}

fn outside_its_column(pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for line in pages.pages.iter().flat_map(|page| &page.lines) {
        let (left, right) = (line.x.to_mm(), (line.x + line.width()).to_mm());
        let low = is_text(line) && line.baseline.to_mm() > LOWEST;
        if left < COLUMN.0 - 0.01 || right > COLUMN.1 + 0.01 || low {
            faults.push(format!("outside its column: {}", line.text()));
        }
    }
    faults
}

fn headings_alone(pages: &Pages) -> Vec<String> {
    let is_heading =
        |line: &&&Line| matches!(line.role, Role::Heading | Role::PartHeading | Role::GroupHeading);
    let last_lines = pages.pages.iter().filter_map(|page| text(page).last().copied());
    let alone: Vec<&Line> = last_lines.collect();
    alone.iter().filter(is_heading).map(|line| format!("heading alone: {}", line.text())).collect()
}

/// Two lines of the letter's text at the least stand above the valediction, on its page.
fn signature_alone(pages: &Pages) -> Vec<String> {
    let Some(page) =
        pages.pages.iter().find(|p| p.lines.iter().any(|line| line.role == Role::Valediction))
    else {
        return vec!["no valediction".to_owned()];
    };
    let above = text(page).iter().take_while(|line| line.role != Role::Valediction).count();
    let signed = page.lines.iter().any(|line| line.role == Role::Signature);
    if above < 2 || !signed {
        vec![format!("{above} lines above the signature")]
    } else {
        Vec::new()
    }
}

fn half_empty(pages: &Pages) -> Vec<String> {
    let before_last = pages.pages.len().saturating_sub(1);
    let mut faults = Vec::new();
    for (number, page) in (1..).zip(&pages.pages[..before_last]) {
        let lowest = text(page).last().map_or(0.0, |line| line.baseline.to_mm());
        if lowest < FILLED {
            faults.push(format!("page {number} ends at {lowest:.0} mm"));
        }
    }
    faults
}

/// No page begins or ends with a single line of a paragraph of more.
fn lone_lines(pages: &Pages) -> Vec<String> {
    let mut faults = Vec::new();
    for pair in pages.pages.windows(2) {
        let (before, after) = (text(&pair[0]), text(&pair[1]));
        let (Some(last), Some(first)) = (before.last(), after.first()) else { continue };
        if last.piece != first.piece {
            continue;
        }
        let count = |lines: &[&Line]| lines.iter().filter(|l| l.piece == last.piece).count();
        if count(&before) < 2 || count(&after) < 2 {
            faults.push(format!("a lone line: {}", first.text()));
        }
    }
    faults
}

fn every_letter_keeps(rule: fn(&Pages) -> Vec<String>) {
    let faults: Vec<String> = GOLDENS
        .iter()
        .flat_map(|one| {
            rule(&one.pages)
                .into_iter()
                .map(|fault| format!("{}: {fault}", one.name))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_line_stands_outside_its_column() {
    every_letter_keeps(outside_its_column);
}

#[test]
fn no_heading_is_the_last_line_of_a_page() {
    every_letter_keeps(headings_alone);
}

#[test]
fn two_lines_of_text_at_the_least_stand_above_every_signature() {
    every_letter_keeps(signature_alone);
}

#[test]
fn no_page_is_left_half_empty_before_the_last() {
    every_letter_keeps(half_empty);
}

#[test]
fn no_line_of_a_paragraph_is_left_alone_at_the_edge_of_a_page() {
    every_letter_keeps(lone_lines);
}

mod proofs {
    use super::*;
    use crate::set::golden;

    fn caught(rule: fn(&Pages) -> Vec<String>, spoil: impl FnOnce(&mut Pages)) {
        let mut pages = golden("follow-up-a-foia").pages.clone();
        assert_eq!(rule(&pages), Vec::<String>::new());
        spoil(&mut pages);
        assert!(!rule(&pages).is_empty(), "the rule let it pass");
    }

    fn keep_text(page: &mut Page, keep: impl Fn(&Line) -> bool) {
        page.lines.retain(|line| !is_text(line) || keep(line));
    }

    #[test]
    fn a_page_that_is_spoilt_is_caught() {
        caught(outside_its_column, |pages| {
            let line = pages.pages[0].lines.iter_mut().find(|line| is_text(line)).expect("text");
            line.x += line.x * 8;
        });
        caught(headings_alone, |pages| keep_text(&mut pages.pages[0], |l| l.role == Role::Heading));
        caught(signature_alone, |pages| {
            for page in &mut pages.pages {
                keep_text(page, |l| matches!(l.role, Role::Valediction | Role::Signature));
            }
        });
        caught(half_empty, |pages| keep_text(&mut pages.pages[0], |l| l.role == Role::Salutation));
        caught(lone_lines, |pages| {
            let piece = text(&pages.pages[0]).last().expect("text").piece;
            let line = pages.pages[1].lines.iter_mut().find(|line| is_text(line)).expect("text");
            line.piece = piece;
        });
    }
}
