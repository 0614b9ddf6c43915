//! Reading a letter character by character: numbers, limbs in brackets, and what parts them. Nothing
//! here knows what a number means. Every look goes through [`Scan::peek`], which counts them, so that
//! a test can show that hostile text costs no more than its length.

use std::{cell::Cell, ops::Range};

use super::limb::{beside, is_number, kept_before, plausible_limb};

/// The text, and how often it was looked at.
pub(super) struct Scan<'t> {
    text: &'t str,
    looks: Cell<u64>,
}

/// A provision as it is written: its number, its limbs and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// "31", "22A".
    pub number: String,
    /// "1", "a", "i": without brackets, letters small, at most three deep.
    pub limbs: Vec<String>,
    /// Whether it is the end of a range that the item before begins: "(a) to (c)".
    pub through: bool,
}

/// What stands between two items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    List,
    Through,
}

/// How far a title in brackets may reach, in bytes: "section 31 (law enforcement) and 40(2)".
const LONGEST_TITLE: usize = 80;

/// How many letters of a word are read: no word that matters is longer.
const LONGEST_WORD: usize = 24;

/// Small words that may stand after the last number of a list. Any other small word is something
/// that is counted: "section 31 and 40 officers".
const AFTER_A_NUMBER: &[&str] = &[
    "a",
    "above",
    "act",
    "also",
    "and",
    "applied",
    "applies",
    "apply",
    "are",
    "as",
    "at",
    "because",
    "been",
    "below",
    "both",
    "but",
    "by",
    "can",
    "cannot",
    "cited",
    "concerning",
    "could",
    "did",
    "do",
    "does",
    "engaged",
    "exempt",
    "exempts",
    "exemption",
    "exemptions",
    "exception",
    "exceptions",
    "for",
    "foi",
    "foia",
    "foisa",
    "from",
    "had",
    "has",
    "have",
    "hence",
    "however",
    "i",
    "if",
    "in",
    "is",
    "it",
    "may",
    "might",
    "must",
    "no",
    "not",
    "of",
    "on",
    "or",
    "provide",
    "provides",
    "refer",
    "refers",
    "relate",
    "relates",
    "require",
    "requires",
    "respectively",
    "set",
    "shall",
    "should",
    "since",
    "so",
    "state",
    "states",
    "that",
    "the",
    "their",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "this",
    "thus",
    "to",
    "under",
    "was",
    "we",
    "were",
    "when",
    "where",
    "which",
    "will",
    "with",
    "within",
    "would",
    "you",
    "your",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

impl<'t> Scan<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, looks: Cell::new(0) }
    }

    /// How many characters were looked at.
    #[cfg(test)]
    pub fn looks(&self) -> u64 {
        self.looks.get()
    }

    pub fn text(&self) -> &'t str {
        self.text
    }

    pub fn peek(&self, at: usize) -> Option<char> {
        self.looks.set(self.looks.get().saturating_add(1));
        self.text.get(at..)?.chars().next()
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.looks.set(self.looks.get().saturating_add(1));
        self.text.get(..at)?.chars().next_back()
    }

    /// Past white space of any kind, and past characters that are not seen.
    pub fn spaces(&self, mut at: usize) -> usize {
        while let Some(character) = self.peek(at).filter(|c| is_space(*c)) {
            at += character.len_utf8();
        }
        at
    }

    /// The ASCII letters from here, as far as a word is read.
    pub fn word(&self, at: usize) -> &'t str {
        let mut end = at;
        while end - at < LONGEST_WORD && self.peek(end).is_some_and(|c| c.is_ascii_alphabetic()) {
            end += 1;
        }
        self.text.get(at..end).unwrap_or_default()
    }

    /// The provisions of one list: the number here, its limbs, and what follows by comma, "and", "or"
    /// or a dash; `is_known` says which numbers may stand alone in a list. Its end follows.
    pub fn list(
        &self,
        start: usize,
        number_at: usize,
        is_known: &dyn Fn(&str) -> bool,
    ) -> Option<(Vec<Item>, usize)> {
        let mut items = Vec::new();
        let mut end = self.provision(start, number_at, false, &mut items)?;
        while let Some((between, next)) = self.between(self.past_title(end)) {
            let through = between == Between::Through;
            let went_on = if self.peek(next) == Some('(') {
                self.more_limbs(next, through, &mut items)
            } else {
                self.another(next, through, is_known, &mut items)
            };
            let Some(next_end) = went_on else { break };
            end = next_end;
        }
        Some((items, end))
    }

    /// The one provision that begins here, with its first limb and no more; for a look ahead.
    pub fn one(&self, at: usize) -> Option<Item> {
        let (number, after) = self.number(at)?;
        let (limb, end) = self.limb(self.spaces(after))?;
        let limb = if limb == "l" { "1".to_owned() } else { limb };
        Some(Item { range: at..end, number, limbs: vec![limb], through: false })
    }

    /// Whether a list goes on here with nothing but what parts its items; where the next begins.
    pub fn parted(&self, at: usize) -> Option<usize> {
        let (between, next) = self.between(self.past_title(at))?;
        (between == Between::List).then_some(next)
    }

    /// A number with its limbs; where it ends.
    fn provision(
        &self,
        start: usize,
        at: usize,
        through: bool,
        items: &mut Vec<Item>,
    ) -> Option<usize> {
        let (number, after) = self.number(at)?;
        items.push(Item { range: start..after, number, limbs: Vec::new(), through });
        let limbs_at = self.past_subsection(after);
        if limbs_at != after
            && let Some((limb, end)) = self.number(limbs_at).filter(|(limb, _)| limb.len() <= 2)
        {
            // "section 40, subsection 2"
            if let Some(item) = items.last_mut() {
                item.limbs.push(limb);
                item.range.end = end;
            }
            return Some(self.limbs(end, items));
        }
        Some(self.limbs(limbs_at, items).max(after))
    }

    /// Past "subsection" or "paragraph" between a number and its limbs.
    fn past_subsection(&self, at: usize) -> usize {
        let here = match self.peek(at) {
            Some(',') => self.spaces(at + 1),
            Some(_) | None => self.spaces(at),
        };
        let word = self.word(here);
        let mut after = here + word.len();
        if word.eq_ignore_ascii_case("sub") && self.peek(after) == Some('-') {
            let rest = self.word(after + 1);
            if !rest.eq_ignore_ascii_case("section") {
                return at;
            }
            after += 1 + rest.len();
        } else if !["subsection", "paragraph", "para"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
        {
            return at;
        }
        self.spaces(after)
    }

    /// "31", "22A": up to three digits and one letter, and then neither a letter nor a digit nor what
    /// makes it a date, a time, a sum or the number of a heading.
    fn number(&self, at: usize) -> Option<(String, usize)> {
        let mut end = at;
        while end - at < 4 && self.peek(end).is_some_and(|c| c.is_ascii_digit()) {
            end += 1;
        }
        if !(1..=3).contains(&(end - at)) {
            return None;
        }
        if self.peek(end).is_some_and(|c| c.is_ascii_alphabetic()) {
            end += 1;
        }
        let next = self.peek(end);
        if next.is_some_and(|c| c.is_alphanumeric() || c == '%') {
            return None;
        }
        let is_joined = next.is_some_and(|c| matches!(c, '.' | ':' | '/'));
        if is_joined && self.peek(end + 1).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        Some((self.text.get(at..end)?.to_ascii_uppercase(), end))
    }

    /// The limbs from here, for the last item; limbs of the same rank side by side are items of their
    /// own. Gives where they end, which is here if there are none.
    fn limbs(&self, at: usize, items: &mut Vec<Item>) -> usize {
        let mut end = at;
        loop {
            let open = self.spaces(end);
            let Some((limb, after)) = self.limb(open) else { break };
            let Some(last) = items.last_mut() else { break };
            // "31(l)(a)" and "31(I)(a)" are what a scanner makes of "31(1)(a)"; no section's
            // paragraphs go as far as (i) without a subsection before them.
            let is_misread = last.limbs.is_empty() && matches!(limb.as_str(), "l" | "i");
            let limb = if is_misread { "1".to_owned() } else { limb };
            match beside(&last.limbs, &limb) {
                None => {
                    last.limbs.push(limb);
                    last.range.end = after;
                }
                Some(limbs) => {
                    let number = last.number.clone();
                    items.push(Item { range: open..after, number, limbs, through: false });
                }
            }
            end = after;
        }
        self.loose_letter(end, items).unwrap_or(end)
    }

    /// "31(1)a": a letter that has lost its brackets, straight after the others.
    fn loose_letter(&self, at: usize, items: &mut [Item]) -> Option<usize> {
        let last = items.last_mut()?;
        let is_after_number = last.limbs.len() == 1
            && last.limbs.first().is_some_and(|limb| is_number(limb))
            && self.before(at) == Some(')');
        let letter = self.peek(at).filter(|c| is_after_number && c.is_ascii_lowercase())?;
        if self.peek(at + 1).is_some_and(char::is_alphanumeric) {
            return None;
        }
        last.limbs.push(letter.to_string());
        last.range.end = at + 1;
        Some(at + 1)
    }

    /// One limb in brackets: "(1)", "( a )", "(5B)", "(iii)".
    fn limb(&self, at: usize) -> Option<(String, usize)> {
        if self.peek(at) != Some('(') {
            return None;
        }
        let inside = self.spaces(at + 1);
        let mut end = inside;
        while end - inside < 5 && self.peek(end).is_some_and(|c| c.is_ascii_alphanumeric()) {
            end += 1;
        }
        let limb = plausible_limb(self.text.get(inside..end)?)?;
        let close = self.spaces(end);
        (self.peek(close) == Some(')')).then_some((limb, close + 1))
    }

    /// "(b)" after "31(1)(a) and": the section before it with this limb in the place of the one of the
    /// same rank.
    fn more_limbs(&self, at: usize, through: bool, items: &mut Vec<Item>) -> Option<usize> {
        let last = items.last().filter(|item| !item.limbs.is_empty())?;
        let (limb, end) = self.limb(at)?;
        let kept = kept_before(&last.limbs, &limb);
        let limbs = last.limbs.iter().take(kept).cloned().chain([limb]).collect();
        let number = last.number.clone();
        items.push(Item { range: at..end, number, limbs, through });
        Some(self.limbs(end, items))
    }

    /// Another number of the list, where it is plainly one.
    fn another(
        &self,
        at: usize,
        through: bool,
        is_known: &dyn Fn(&str) -> bool,
        items: &mut Vec<Item>,
    ) -> Option<usize> {
        let (number, after) = self.number(at)?;
        if !is_known(&number) {
            return None;
        }
        let kept = items.len();
        let end = self.provision(at, at, through, items)?;
        let has_limbs = items.get(kept).is_some_and(|item| !item.limbs.is_empty());
        if !has_limbs && !self.may_end_a_list(after) {
            items.truncate(kept);
            return None;
        }
        Some(end)
    }

    /// Whether a bare number that ends here is one of a list, and not a number of things or a day.
    pub fn may_end_a_list(&self, at: usize) -> bool {
        if let Some(dash) = self.peek(at).filter(|c| is_dash(*c)) {
            let digits = at + dash.len_utf8();
            let end = self.past_digits(digits);
            // "12-05-2026" is a day.
            return end == digits || !self.peek(end).is_some_and(is_dash);
        }
        let here = self.spaces(at);
        let word = self.word(here);
        if word.is_empty() {
            return !(here > at && self.peek(here).is_some_and(|c| c.is_ascii_digit()));
        }
        let small = word.to_ascii_lowercase();
        if MONTHS.contains(&small.as_str()) {
            let year = self.spaces(here + word.len());
            return small == "may"
                && !self.peek(year).is_some_and(|c| c.is_ascii_digit())
                && word.starts_with('m');
        }
        word.starts_with(|c: char| c.is_ascii_uppercase())
            || AFTER_A_NUMBER.contains(&small.as_str())
    }

    fn past_digits(&self, mut at: usize) -> usize {
        let start = at;
        while at - start < 4 && self.peek(at).is_some_and(|c| c.is_ascii_digit()) {
            at += 1;
        }
        at
    }

    /// Past a title in brackets, where something of a list follows it: "(law enforcement) and".
    pub fn past_title(&self, at: usize) -> usize {
        let open = self.spaces(at);
        if self.peek(open) != Some('(') {
            return at;
        }
        let mut end = open + 1;
        while end - open < LONGEST_TITLE {
            match self.peek(end) {
                Some(')') => return end + 1,
                Some(c) if c.is_ascii_digit() || c == '(' => return at,
                Some(c) => end += c.len_utf8(),
                None => return at,
            }
        }
        at
    }

    /// What parts two items, and where the second begins.
    fn between(&self, at: usize) -> Option<(Between, usize)> {
        let mut here = self.spaces(at);
        let mut found = None;
        // ", and" and "and/or" are two; nobody writes three.
        for _ in 0..3 {
            let first = self.peek(here)?;
            let word = self.word(here).to_ascii_lowercase();
            let (between, length) = match (first, word.as_str()) {
                (',' | ';' | '&' | '/' | '+', _) => (Between::List, 1),
                (_, "and" | "or" | "plus") => (Between::List, word.len()),
                (_, "to" | "through") => (Between::Through, word.len()),
                (dash, _) if is_dash(dash) => (Between::Through, dash.len_utf8()),
                (_, _) => break,
            };
            if found.is_some() && between == Between::Through {
                break;
            }
            found = Some(between);
            here = self.spaces(here + length);
            if between == Between::Through {
                break;
            }
        }
        Some((found?, here))
    }
}

pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}'
        )
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
