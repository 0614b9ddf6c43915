//! Which Act a reference is to: the one named right after it, or right before it, or else the one
//! under which the letter is written. A section of any other Act is no reference of ours.

use super::scan::{Scan, is_space};
use crate::regime::Regime;

/// The Act that a text names beside a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// One of the Acts that give a right to information.
    Ours(Regime),
    /// "the Act": that of the letter.
    TheAct,
    /// "that Act": the one named last.
    ThatAct,
    /// Another Act, or a document that has sections of its own.
    Other,
}

/// How far an Act's name is looked for, in bytes either way.
const LONGEST_NAME: usize = 160;

/// How many words an Act's name may have.
const MOST_WORDS: usize = 14;

/// What an Act's name ends with.
const ENDINGS: &[&str] = &[
    "act",
    "acts",
    "order",
    "orders",
    "regulations",
    "rules",
    "code",
    "convention",
    "directive",
    "gdpr",
    "measure",
    "ordinance",
    "statute",
    "charter",
    "treaty",
    "schedule",
];

/// Acts that letters of the police name by their letters alone.
const BY_LETTERS: &[&str] = &[
    "PACE", "DPA", "GDPR", "UKGDPR", "RIPA", "RIPSA", "IPA", "CJA", "CJPOA", "CJIA", "TACT", "MHA",
    "MCA", "HRA", "POCA", "PRA", "PRSRA", "RTA", "RTRA", "SOCPA", "SOCA", "POA", "ECHR", "CPIA",
    "CDA", "OAPA", "PHA", "SOA", "LGA", "EA", "MDA", "PSA", "CJPA", "ASBCPA", "PCSCA", "ICCPR",
];

/// Words of an Act's name that are written small.
const SMALL_WORDS: &[&str] =
    &["and", "of", "the", "for", "to", "etc", "in", "on", "by", "with", "or", "a", "from"];

/// What may follow "of the" without being a document with sections: the reference stays ours.
const NO_DOCUMENT: &[&str] = &[
    "above",
    "same",
    "legislation",
    "exemption",
    "exemptions",
    "exception",
    "exceptions",
    "information",
    "statute",
    "said",
    "freedom",
];

/// The Act named from here on, and where its name ends.
pub(super) fn named_after(scan: &Scan<'_>, at: usize, own: Regime) -> Option<(Named, usize)> {
    let mut here = scan.spaces(scan.past_title(at));
    if scan.peek(here) == Some(',') {
        here = scan.spaces(here + 1);
    }
    if scan.peek(here) == Some('(') {
        here = scan.spaces(here + 1);
    }
    let joint = scan.word(here).to_ascii_lowercase();
    let is_of = joint == "of";
    if is_of || matches!(joint.as_str(), "in" | "under" | "within" | "from") {
        here = scan.spaces(here + joint.len());
    }
    let words = words_from(scan, here);
    // "in" and "under" only join a reference to a name: what else they say does not take it away.
    name(&words, own, is_of)
}

/// The Act named right before, and whether a comma parts it from the reference.
pub(super) fn named_before(scan: &Scan<'_>, at: usize, own: Regime) -> Option<(Named, bool)> {
    let mut start = at.saturating_sub(LONGEST_NAME);
    while !scan.text().is_char_boundary(start) {
        start += 1;
    }
    let mut end = at;
    let (mut has_comma, mut marks) = (false, 0);
    while let Some(character) = scan.before(end).filter(|_| end > start) {
        if matches!(character, ',' | '(' | '[' | '-' | '\u{2013}' | '\u{2014}' | ':') {
            has_comma |= character == ',';
            marks += 1;
        } else if !is_space(character) {
            break;
        }
        end -= character.len_utf8();
    }
    if marks > 2 {
        return None;
    }
    let words = words_until(scan, start, end);
    let named: Vec<Named> = (0..words.len())
        .filter_map(|first| name(words.get(first..)?, own, false))
        .filter(|(_, last)| *last == end)
        .map(|(named, _)| named)
        .collect();
    // The longest name may have taken in what stands before it: "Dear Ms Whitfield, Freedom of …".
    let named = named.iter().find(|named| matches!(named, Named::Ours(_))).or(named.first())?;
    Some((*named, has_comma))
}

/// A word with where it ends.
struct Word<'t> {
    text: &'t str,
    small: String,
    end: usize,
}

fn words_from<'t>(scan: &Scan<'t>, at: usize) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut here = at;
    while words.len() < MOST_WORDS && here < at + LONGEST_NAME {
        let start = past_joints(scan, here);
        let end = word_end(scan, start);
        if end == start {
            break;
        }
        words.push(word(scan, start, end));
        here = end;
    }
    words
}

fn words_until<'t>(scan: &Scan<'t>, start: usize, end: usize) -> Vec<Word<'t>> {
    let mut words: Vec<Word<'t>> = Vec::new();
    let mut here = start;
    while here < end {
        let Some(character) = scan.peek(here) else { break };
        let to = word_end(scan, here);
        if to > here {
            words.push(word(scan, here, to));
            here = to;
        } else {
            // A sentence or a clause that ends is no part of the name.
            if matches!(character, '.' | ';' | ':' | '!' | '?') {
                words.clear();
            }
            here += character.len_utf8();
        }
    }
    let kept = words.len().saturating_sub(MOST_WORDS);
    words.split_off(kept)
}

fn word<'t>(scan: &Scan<'t>, start: usize, end: usize) -> Word<'t> {
    let text = scan.text().get(start..end).unwrap_or_default();
    Word { text, small: text.to_ascii_lowercase(), end }
}

/// Past spaces, brackets, quotes and commas between the words of a name.
fn past_joints(scan: &Scan<'_>, mut at: usize) -> usize {
    let start = at;
    while let Some(character) = scan.peek(at).filter(|_| at - start < LONGEST_NAME) {
        let is_joint = is_space(character)
            || matches!(character, '(' | ')' | ',' | '\'' | '"' | '\u{2018}'..='\u{201d}' | '&');
        if !is_joint {
            break;
        }
        at += character.len_utf8();
    }
    at
}

fn word_end(scan: &Scan<'_>, at: usize) -> usize {
    let mut end = at;
    while let Some(character) = scan.peek(end).filter(|_| end - at < LONGEST_NAME) {
        if !character.is_alphanumeric() {
            break;
        }
        end += character.len_utf8();
    }
    end
}

/// The Act that these words begin with. `is_joined`: "of" stands before them, so that whatever they
/// are, the section is theirs.
fn name(words: &[Word<'_>], own: Regime, is_joined: bool) -> Option<(Named, usize)> {
    let mut rest = words;
    let mut determiner = None;
    while let [first, more @ ..] = rest {
        if !matches!(
            first.small.as_str(),
            "the" | "said" | "that" | "this" | "same" | "our" | "your" | "its" | "their" | "a"
        ) {
            break;
        }
        determiner = Some(first.small.as_str());
        rest = more;
    }
    if let Some(found) = ours(rest, own) {
        return Some(found);
    }
    let first = rest.first()?;
    match (first.small.as_str(), determiner) {
        ("act" | "regulations", Some("that" | "same")) => return Some((Named::ThatAct, first.end)),
        ("act" | "regulations", _) if is_year(rest.get(1)) => {
            return Some((Named::TheAct, rest.get(1)?.end));
        }
        ("act" | "regulations", Some(_)) => return Some((Named::TheAct, first.end)),
        ("act", None) => return Some((Named::TheAct, first.end)),
        _ => {}
    }
    if let Some(end) = another_act(rest, is_joined) {
        return Some((Named::Other, end));
    }
    let is_document = is_joined
        && (determiner.is_some() || first.text.len() > 1 && is_capitals(first.text))
        && !NO_DOCUMENT.contains(&first.small.as_str());
    is_document.then_some((Named::Other, first.end))
}

/// The Acts that give a right to information, by any of their names.
fn ours(words: &[Word<'_>], own: Regime) -> Option<(Named, usize)> {
    let small: Vec<&str> = words.iter().map(|word| word.small.as_str()).collect();
    let (regime, mut used) = match small.as_slice() {
        ["freedom", "of", "information", rest @ ..] => {
            let (is_scottish, used) = act_of(rest, "act");
            (if is_scottish { Regime::Foisa } else { Regime::Foia }, 3 + used)
        }
        ["foisa", ..] => (Regime::Foisa, 1),
        ["foia", ..] => (Regime::Foia, 1),
        ["foi", "s", "a", ..] => (Regime::Foisa, 3),
        ["foi", rest @ ..] => {
            let (is_scottish, used) = act_of(rest, "act");
            (if is_scottish { Regime::Foisa } else { Regime::Foia }, 1 + used)
        }
        ["2000", "act", ..] => (Regime::Foia, 2),
        ["2002", "act", ..] if own.is_scottish() => (Regime::Foisa, 2),
        ["environmental", "information", rest @ ..] => {
            let (is_scottish, used) = act_of(rest, "regulations");
            (environmental(is_scottish, own), 2 + used)
        }
        ["eir" | "eirs", rest @ ..] => {
            let (is_scottish, used) = act_of(rest, "regulations");
            (environmental(is_scottish, own), 1 + used)
        }
        ["eisr" | "eisrs", ..] => (Regime::Eisr, 1),
        _ => return None,
    };
    if is_year(words.get(used)) {
        used += 1;
    }
    Some((Named::Ours(regime), words.get(used.checked_sub(1)?)?.end))
}

/// The Scots call theirs "the EIRs" too.
fn environmental(is_named_scottish: bool, own: Regime) -> Regime {
    if is_named_scottish { Regime::Eisr } else { own.environmental() }
}

/// "(Scotland) Act", "Act", "Act (Scotland)", "Act 2002": how many words, and whether Scotland's.
fn act_of(rest: &[&str], noun: &str) -> (bool, usize) {
    match rest {
        ["scotland" | "scottish", act, ..] if *act == noun => (true, 2),
        [act, "scotland", ..] if *act == noun => (true, 2),
        [act, ..] if *act == noun => (false, 1),
        ["scotland" | "scottish", ..] => (true, 1),
        _ => (false, 0),
    }
}

fn is_year(word: Option<&Word<'_>>) -> bool {
    word.is_some_and(|word| {
        word.text.len() == 4
            && word.text.chars().all(|c| c.is_ascii_digit())
            && matches!(word.text.get(..2), Some("17" | "18" | "19" | "20"))
    })
}

/// Another Act: by its title with "Act" or the like at its end, or by its letters.
fn another_act(words: &[Word<'_>], is_joined: bool) -> Option<usize> {
    let first = words.first()?;
    if is_year(Some(first)) && words.get(1).is_some_and(|word| word.small == "act") {
        return words.get(1).map(|word| word.end);
    }
    if BY_LETTERS.contains(&first.text) {
        return Some(with_year(words, 0));
    }
    for (at, word) in words.iter().enumerate() {
        if ENDINGS.contains(&word.small.as_str()) && (at > 0 || word.text != word.small) {
            // "of the act" was read before; here it ends a title, with its year.
            let is_title = is_joined || word.text.starts_with(|c: char| c.is_ascii_uppercase());
            return is_title.then(|| with_year(words, at));
        }
        let is_of_title = word.text.starts_with(|c: char| c.is_uppercase())
            || SMALL_WORDS.contains(&word.small.as_str())
            || is_joined && word.text.chars().all(|c| c.is_ascii_lowercase());
        if !is_of_title || (at == 0 && SMALL_WORDS.contains(&word.small.as_str())) {
            return None;
        }
    }
    None
}

fn with_year(words: &[Word<'_>], at: usize) -> usize {
    let last = if is_year(words.get(at + 1)) { at + 1 } else { at };
    words.get(last).map_or(0, |word| word.end)
}

fn is_capitals(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_uppercase())
}
