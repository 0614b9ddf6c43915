//! Reading what a person writes into a field: one citation, or several. Unlike a letter, a field holds
//! nothing else, so that whatever is not understood is named, with its place.

use std::ops::Range;

use super::{Ground, GroundError};
use crate::{coded::Coded, reference::list_of_citations, regime::Regime};

/// What in a field cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitationProblem {
    /// Where it stands: bytes of the field, on the boundaries of characters.
    pub range: Range<usize>,
    /// What is wrong with it.
    pub error: GroundError,
}

impl std::fmt::Display for CitationProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for CitationProblem {}

impl Ground {
    /// Reads one citation: "31(1)(a)", "s.31(1)(a)", "S40(2)", "section 12(1)".
    ///
    /// # Errors
    ///
    /// When it is no citation, or names what is no ground of refusal under the Act.
    pub fn parse(regime: Regime, text: &str) -> Result<Self, GroundError> {
        let bare = without_act(regime, &without_prefix(regime, text));
        if bare.is_empty() {
            return Err(GroundError::Empty);
        }
        let not_a_citation = || GroundError::NotACitation { written: text.trim().to_owned() };
        if bare.starts_with('(') {
            return Err(GroundError::LimbWithoutSection { written: text.trim().to_owned() });
        }
        let (number, limbs) = bare.split_at(bare.find('(').unwrap_or(bare.len()));
        let number = section_number(number).ok_or_else(not_a_citation)?;
        let limbs = limbs_of(limbs).ok_or_else(not_a_citation)?;
        Self::new(regime, &number, limbs)
    }

    /// Reads a field that cites one or several, as people write them: parted by `;`, `,`, `&`, `/`,
    /// "and" or "or", with ranges such as "31(1)(a)-(c)". A limb alone belongs to the section before
    /// it: "31(1)(a) and (b)" cites 31(1)(a) and 31(1)(b). Cited twice is cited once; the order is the
    /// writer's.
    ///
    /// # Errors
    ///
    /// The first that cannot be read, or that none is there.
    pub fn parse_all(regime: Regime, text: &str) -> Result<Vec<Self>, GroundError> {
        Self::read_all(regime, text).map_err(|problem| problem.error)
    }

    /// The same, with the place of what cannot be read.
    ///
    /// # Errors
    ///
    /// The first that cannot be read, with its place in the field, or that none is there.
    pub fn read_all(regime: Regime, text: &str) -> Result<Vec<Self>, CitationProblem> {
        let mut grounds: Vec<Self> = Vec::new();
        let mut last: Option<Self> = None;
        for range in pieces(text) {
            let piece = text.get(range.clone()).unwrap_or_default();
            let read = read_piece(regime, piece, last.as_ref())
                .map_err(|error| CitationProblem { range, error })?;
            last = read.last().cloned().or(last);
            for ground in read {
                if !grounds.contains(&ground) {
                    grounds.push(ground);
                }
            }
        }
        if grounds.is_empty() {
            Err(CitationProblem { range: 0..text.len(), error: GroundError::Empty })
        } else {
            Ok(grounds)
        }
    }

    /// The same section with these limbs in the place of those of the same rank.
    fn with_limb(&self, written: &str) -> Result<Self, GroundError> {
        let fresh = limbs_of(written)
            .ok_or_else(|| GroundError::NotACitation { written: written.to_owned() })?;
        let Some(first) = fresh.first() else {
            return Err(GroundError::NotACitation { written: written.to_owned() });
        };
        let kept = if is_number(first) {
            0
        } else {
            let letters = self.limbs.iter().position(|limb| !is_number(limb));
            match letters {
                None => self.limbs.len(),
                Some(at) if self.limbs.len() > at + 1 && is_roman(first) => self.limbs.len() - 1,
                Some(at) => at,
            }
        };
        let limbs = self.limbs.iter().take(kept).cloned().chain(fresh).collect();
        Self::new(self.regime, self.section.number, limbs)
    }
}

/// The grounds that one piece of a field cites: one, or those of a range or of limbs side by side.
fn read_piece(
    regime: Regime,
    piece: &str,
    before: Option<&Ground>,
) -> Result<Vec<Ground>, GroundError> {
    if let (Some(before), true) = (before, piece.starts_with('(')) {
        return before.with_limb(piece).map(|ground| vec![ground]);
    }
    match list_of_citations(regime, piece) {
        Some(cited) => {
            cited.into_iter().map(|(number, limbs)| Ground::new(regime, &number, limbs)).collect()
        }
        None => Ground::parse(regime, piece).map(|ground| vec![ground]),
    }
}

/// Where the pieces of a field stand, without what parts them.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    let mut take = |start: &mut Option<usize>, end: usize| {
        if let Some(from) = start.take() {
            found.push(from..end);
        }
    };
    let mut words = words(text).into_iter().peekable();
    while let Some(word) = words.next() {
        let written = text.get(word.clone()).unwrap_or_default();
        let parts = matches!(written, ";" | "," | "&" | "/")
            || ["and", "or", "plus"].iter().any(|joint| written.eq_ignore_ascii_case(joint));
        let is_line_end = words.peek().is_some_and(|next| {
            text.get(word.end..next.start).is_some_and(|between| between.contains('\n'))
        });
        if parts {
            take(&mut start, end);
            continue;
        }
        start.get_or_insert(word.start);
        end = word.end;
        if is_line_end {
            take(&mut start, end);
        }
    }
    take(&mut start, end);
    found
}

/// The words of a field, each mark that parts citations being one of its own.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    for (at, character) in text.char_indices() {
        let is_mark = matches!(character, ';' | ',' | '&' | '/');
        if is_mark || character.is_whitespace() {
            if let Some(from) = start.take() {
                found.push(from..at);
            }
            if is_mark {
                found.push(at..at + 1);
            }
        } else {
            start.get_or_insert(at);
        }
    }
    if let Some(from) = start {
        found.push(from..text.len());
    }
    found
}

/// The citation without "section", "ss.", "S" or, for the Regulations, "reg." before it, and without
/// spaces.
fn without_prefix(regime: Regime, text: &str) -> String {
    let squeezed: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let lower = squeezed.to_ascii_lowercase();
    let of_an_act = ["sections", "section", "sect.", "sec.", "ss.", "ss", "s.", "s"];
    let of_regulations =
        ["regulations", "regulation", "regs.", "regs", "reg.", "reg", "r.", "exception"];
    let prefixes = if regime.is_environmental() { of_regulations } else { of_an_act };
    for prefix in prefixes {
        if lower.starts_with(prefix) {
            return squeezed.chars().skip(prefix.len()).collect();
        }
    }
    squeezed
}

/// The citation without "of the Act", "FOIA" or the Act's title after it.
fn without_act(regime: Regime, squeezed: &str) -> String {
    let lower = squeezed.to_ascii_lowercase();
    let title: String = regime.act().to_ascii_lowercase().split(' ').collect();
    let cited = lower
        .strip_suffix("theact")
        .or_else(|| lower.strip_suffix(&title).map(|rest| rest.strip_suffix("the").unwrap_or(rest)))
        .or_else(|| lower.strip_suffix(regime.code()))
        .map(|rest| rest.strip_suffix("of").unwrap_or(rest))
        .unwrap_or(&lower);
    squeezed.get(..cited.len()).unwrap_or(squeezed).to_owned()
}

/// "22a" as "22A"; nothing if it is no section number.
fn section_number(text: &str) -> Option<String> {
    let letters = text.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = text.strip_suffix(letters)?;
    let plausible = !digits.is_empty()
        && digits.len() <= 3
        && letters.len() <= 2
        && letters.chars().all(|character| character.is_ascii_alphabetic());
    plausible.then(|| text.to_ascii_uppercase())
}

/// "(1)(A)" as ["1", "a"], "(5b)" as ["5B"]; nothing if the brackets or what is in them are wrong.
fn limbs_of(text: &str) -> Option<Vec<String>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    inside.split(")(").map(limb).collect()
}

fn limb(text: &str) -> Option<String> {
    if text.starts_with(|character: char| character.is_ascii_digit()) {
        return section_number(text);
    }
    let plausible = (1..=4).contains(&text.len())
        && text.chars().all(|character| character.is_ascii_alphabetic());
    plausible.then(|| text.to_ascii_lowercase())
}

fn is_number(limb: &str) -> bool {
    limb.starts_with(|character: char| character.is_ascii_digit())
}

fn is_roman(limb: &str) -> bool {
    limb.chars().all(|character| matches!(character, 'i' | 'v' | 'x'))
}
