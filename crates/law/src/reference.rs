//! References to the Acts as people write them in letters: "Sections 31 and 40(2)", "s.31(1)(a) and
//! (b)", "Regulation 12(4)(b)". Each is found with its place in the text, its limbs and what it means
//! under the law that it names, or else under the one that the letter is written under.
//!
//! A section of another Act is no reference, and neither is a page, a day or a number of hours. Where
//! a text can be read in two ways, the reference is given with a doubt for a person to settle.

mod act;
mod limb;
mod procedure;
mod range;
mod scan;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use procedure::Procedure;

use self::{
    act::{Named, named_after, named_before},
    procedure::procedure,
    range::between,
    scan::{Item, Scan},
};
use crate::{exemption::Ground, exemption_table::sections, regime::Regime};

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands: bytes of the text, on the boundaries of characters. The first of a list
    /// begins with its "section". What a range implies ("(b)" in "(a) to (c)") stands where the
    /// range ends.
    pub range: Range<usize>,
    /// The law that it is a reference to.
    pub regime: Regime,
    /// The one form in which it is kept: "31(1)(a)".
    pub code: String,
    /// What it means there.
    pub meaning: Meaning,
    /// Why a person should look at it, where it can be read in another way.
    pub doubt: Option<String>,
}

/// What a provision means under its law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A refusal can rest on it.
    Ground(Ground),
    /// It is a duty, a notice or a right, and no ground of refusal.
    Procedure(&'static Procedure),
}

impl Reference {
    /// What it is about: "law enforcement", "what a refusal notice must contain".
    #[must_use]
    pub fn title(&self) -> &'static str {
        match &self.meaning {
            Meaning::Ground(ground) => ground.title(),
            Meaning::Procedure(procedure) => procedure.title,
        }
    }

    /// The ground of refusal, if it is one.
    #[must_use]
    pub fn ground(&self) -> Option<&Ground> {
        match &self.meaning {
            Meaning::Ground(ground) => Some(ground),
            Meaning::Procedure(_) => None,
        }
    }
}

/// Every reference in a text, in the order in which they stand. `own` is the law under which the text
/// is written; another that the text names beside a reference wins. Never fails: what is not
/// understood is not reported. Takes time in proportion to the length of the text.
#[must_use]
pub fn references(own: Regime, text: &str) -> Vec<Reference> {
    let scan = Scan::new(text);
    read(&scan, own)
}

/// The distinct grounds of refusal that a text names under a law, in the order of their naming.
#[must_use]
pub fn grounds_named(own: Regime, text: &str) -> Vec<Ground> {
    let mut grounds: Vec<Ground> = Vec::new();
    for reference in references(own, text) {
        if let Meaning::Ground(ground) = reference.meaning
            && !grounds.contains(&ground)
        {
            grounds.push(ground);
        }
    }
    grounds
}

/// Line and column of places in a text, both from 1, the column in characters. The places must
/// ascend; each is a byte of the text.
#[must_use]
pub fn lines_and_columns(text: &str, places: &[usize]) -> Vec<(u64, u64)> {
    let mut found = Vec::with_capacity(places.len());
    let (mut line, mut column, mut at) = (1, 1, 0);
    for place in places {
        for character in text.get(at..*place).unwrap_or_default().chars() {
            if character == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        at = at.max(*place);
        found.push((line, column));
    }
    found
}

/// The provisions that a piece of a field cites, where all of it is one citation, a range, or limbs
/// side by side: "31(1)(a)-(c)". Nothing where there is anything else in it.
pub(crate) fn list_of_citations(regime: Regime, piece: &str) -> Option<Vec<(String, Vec<String>)>> {
    let scan = Scan::new(piece);
    let start = scan.spaces(0);
    let (unit, number_at, _) = opening(&scan, start)?;
    if unit != Unit::Own && (unit == Unit::Regulation) != regime.is_environmental() {
        return None;
    }
    let (items, end) = scan.list(start, number_at, &|_| true)?;
    let end = match named_after(&scan, end, regime) {
        Some((Named::TheAct, after)) => after,
        Some((Named::Ours(named), after)) if named == regime => after,
        Some(_) => return None,
        None => end,
    };
    if scan.spaces(end) < piece.len() {
        return None;
    }
    let mut cited: Vec<(String, Vec<String>)> = Vec::new();
    let mut before: Option<&Item> = None;
    for item in &items {
        if let Some(first) = before.filter(|_| item.through) {
            cited.extend(between(regime, first, item).into_iter().map(|i| (i.number, i.limbs)));
        }
        cited.push((item.number.clone(), item.limbs.clone()));
        before = Some(item);
    }
    Some(cited)
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Section,
    Regulation,
    /// "exemption 31": whichever the law of the letter has.
    Own,
}

/// A list of provisions with one "section" before it, or none.
struct Group {
    unit: Unit,
    items: Vec<Item>,
    named: Option<Named>,
    /// The Act that stands right before it, and whether a comma parts them.
    before: Option<(Named, bool)>,
    /// Whether only a comma or "and" parts it from the group before.
    is_chained: bool,
}

/// Words before which a bare "12(1)" is a place in some document.
const PLACES: &[&str] = &[
    "page",
    "pages",
    "pp",
    "p",
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "question",
    "questions",
    "q",
    "table",
    "article",
    "articles",
    "art",
    "clause",
    "clauses",
    "rule",
    "rules",
    "part",
    "parts",
    "annex",
    "appendix",
    "schedule",
    "chapter",
    "item",
    "items",
    "note",
    "notes",
    "figure",
    "no",
    "number",
    "numbers",
    "line",
    "step",
    "point",
    "row",
    "version",
    "volume",
    "tel",
    "principle",
];

fn read(scan: &Scan<'_>, own: Regime) -> Vec<Reference> {
    let mut groups: Vec<Group> = Vec::new();
    let (mut at, mut chain_at) = (0, None);
    while let Some(character) = scan.peek(at) {
        let starts_word = !scan.before(at).is_some_and(char::is_alphanumeric);
        let found = if starts_word && (character.is_ascii_alphanumeric() || character == '§') {
            group(scan, at, own)
        } else {
            None
        };
        let Some((mut group, end)) = found else {
            at += character.len_utf8();
            continue;
        };
        group.is_chained = chain_at == Some(at);
        at = end;
        if let Some((named, after)) = named_after(scan, end, own) {
            group.named = Some(named);
            at = at.max(after);
        }
        chain_at = scan.parted(at);
        groups.push(group);
    }
    settle(&groups, own)
}

/// The group that begins here, and where it ends.
fn group(scan: &Scan<'_>, at: usize, own: Regime) -> Option<(Group, usize)> {
    let (unit, number_at, is_short) = opening(scan, at)?;
    let is_bare = number_at == at;
    // Seen to before the list is read, so that a long list of bare numbers is not read again from
    // each of them.
    if is_bare && (is_place(scan, at) || !is_ground_by_its_limb(own, &scan.one(at)?)) {
        return None;
    }
    let known = |number: &str| is_known(unit, own, number);
    let (items, end) = scan.list(at, number_at, &known)?;
    let is_lone = items.len() == 1 && items.iter().all(|item| item.limbs.is_empty());
    if is_short && is_lone && !scan.may_end_a_list(end) {
        return None;
    }
    let before = named_before(scan, at, own);
    Some((Group { unit, items, named: None, before, is_chained: false }, end))
}

/// Whether a bare "12(1)" here is a place in a document, or part of a larger number.
fn is_place(scan: &Scan<'_>, at: usize) -> bool {
    PLACES.contains(&word_before(scan, at).as_str())
        || scan.before(at).is_some_and(|c| matches!(c, '.' | '/' | '-' | '£' | '#' | '\''))
}

/// "Section", "s.", "Regulations", "exemption": what stands here, where its number begins, and
/// whether it is so short that it could be another word.
fn opening(scan: &Scan<'_>, at: usize) -> Option<(Unit, usize, bool)> {
    let first = scan.peek(at)?;
    if first.is_ascii_digit() {
        return Some((Unit::Own, at, false));
    }
    if first == '§' {
        let next = at + first.len_utf8();
        let next = if scan.peek(next) == Some('§') { next + first.len_utf8() } else { next };
        return Some((Unit::Section, scan.spaces(next), false));
    }
    let word = scan.word(at);
    let (unit, is_short) = match word.to_ascii_lowercase().as_str() {
        "section" | "sections" | "sect" | "sects" => (Unit::Section, false),
        "sec" | "secs" | "s" | "ss" => (Unit::Section, true),
        "regulation" | "regulations" => (Unit::Regulation, false),
        "reg" | "regs" | "r" => (Unit::Regulation, true),
        "exemption" | "exemptions" => (Unit::Own, true),
        "exception" | "exceptions" => (Unit::Regulation, true),
        _ => return None,
    };
    // "the force's 31 officers"
    if scan.before(at).is_some_and(|c| matches!(c, '\'' | '\u{2019}' | '£' | '$')) {
        return None;
    }
    let mut next = scan.spaces(at + word.len());
    if scan.peek(next) == Some('.') {
        next = scan.spaces(next + 1);
    }
    // "Section: 31", "section no. 31"
    if scan.peek(next) == Some(':') {
        next = scan.spaces(next + 1);
    }
    scan.peek(next).filter(char::is_ascii_digit)?;
    Some((unit, next, is_short))
}

/// The word before, in small letters.
fn word_before(scan: &Scan<'_>, at: usize) -> String {
    let mut end = at;
    let mut steps = 0;
    while let Some(character) = scan.before(end).filter(|_| steps < 8) {
        if character.is_alphanumeric() {
            break;
        }
        end -= character.len_utf8();
        steps += 1;
    }
    let mut start = end;
    while let Some(character) = scan.before(start).filter(|_| end - start < 12) {
        if !character.is_ascii_alphabetic() {
            break;
        }
        start -= 1;
    }
    scan.text().get(start..end).unwrap_or_default().to_ascii_lowercase()
}

/// The laws that a unit can mean for a letter under `own`: that of the letter first.
fn laws(unit: Unit, own: Regime) -> [Regime; 2] {
    match unit {
        Unit::Section if own.is_scottish() => [Regime::Foisa, Regime::Foia],
        Unit::Section => [Regime::Foia, Regime::Foisa],
        Unit::Regulation if own.is_scottish() => [Regime::Eisr, Regime::Eir],
        Unit::Regulation => [Regime::Eir, Regime::Eisr],
        Unit::Own => [own, own],
    }
}

fn is_known(unit: Unit, own: Regime, number: &str) -> bool {
    laws(unit, own).iter().any(|law| is_of(*law, number))
}

fn is_of(regime: Regime, number: &str) -> bool {
    sections(regime).iter().any(|section| section.number == number)
        || procedure(regime, number, "(1)(a)").is_some()
}

fn is_ground_by_its_limb(own: Regime, item: &Item) -> bool {
    let Some(first) = item.limbs.first() else { return false };
    sections(own).iter().any(|section| {
        section.number == item.number && section.first_limbs.contains(&first.as_str())
    })
}

/// What each group means, once it is known which Act every group of its chain is of.
fn settle(groups: &[Group], own: Regime) -> Vec<Reference> {
    // "section 45, section 46 and section 47 of the Act": an Act named last is that of the chain.
    let mut inherited: Vec<Option<Named>> = vec![None; groups.len()];
    let mut later: Option<Named> = None;
    for (at, group) in groups.iter().enumerate().rev() {
        if group.named.is_some() {
            later = group.named;
        } else {
            inherited[at] = later;
        }
        if !group.is_chained {
            later = None;
        }
    }
    let mut found = Vec::new();
    let mut last_named = Named::TheAct;
    for (group, inherited) in groups.iter().zip(inherited) {
        let resolved = |named: Named| if named == Named::ThatAct { last_named } else { named };
        let (named, is_sure) = match (group.named, inherited, group.before) {
            (Some(named), _, _) => (resolved(named), true),
            (None, Some(named), _) => (resolved(named), resolved(named) != Named::Other),
            (None, None, Some((named, has_comma))) => {
                (resolved(named), resolved(named) != Named::Other || !has_comma)
            }
            (None, None, None) => (Named::TheAct, true),
        };
        if let Some(Named::Ours(_) | Named::Other) = group.named {
            last_named = named;
        }
        meanings(group, named, is_sure, own, &mut found);
    }
    found
}

fn meanings(group: &Group, named: Named, is_sure: bool, own: Regime, found: &mut Vec<Reference>) {
    let mut doubt = None;
    let regime = match named {
        Named::Other if is_sure => return,
        Named::Other => {
            doubt = Some("Another Act is named beside it: see which is meant.".to_owned());
            laws(group.unit, own)[0]
        }
        Named::Ours(regime) => regime,
        Named::TheAct | Named::ThatAct => laws(group.unit, own)[0],
    };
    let mut before: Option<&Item> = None;
    for item in &group.items {
        let implied = match before {
            Some(first) if item.through => between(regime, first, item),
            Some(_) | None => Vec::new(),
        };
        for item in implied.iter().chain([item]) {
            let Some(meaning) = meaning(regime, item) else { continue };
            // A doubt is worth a person's time only where a refusal could rest on it.
            if doubt.is_some() && matches!(meaning, Meaning::Procedure(_)) {
                continue;
            }
            let limbs: String = item.limbs.iter().map(|limb| format!("({limb})")).collect();
            let own_doubt = match &meaning {
                Meaning::Ground(ground) => ground.doubt(),
                Meaning::Procedure(_) => None,
            };
            found.push(Reference {
                range: item.range.clone(),
                regime,
                code: format!("{}{limbs}", item.number),
                meaning,
                doubt: doubt.clone().or(own_doubt),
            });
        }
        before = Some(item);
    }
}

fn meaning(regime: Regime, item: &Item) -> Option<Meaning> {
    let limbs: String = item.limbs.iter().map(|limb| format!("({limb})")).collect();
    let exact = procedure(regime, &item.number, &limbs);
    let is_limb_of_procedure = exact.is_some_and(|procedure| !procedure.limbs.is_empty());
    if !is_limb_of_procedure
        && let Ok(ground) = Ground::new(regime, &item.number, item.limbs.clone())
    {
        return Some(Meaning::Ground(ground));
    }
    exact.map(Meaning::Procedure)
}
