//! Text as it was typed, made ready for the shaper: composed, cut at line feeds, freed of what only
//! computers see.

use unicode_normalization::UnicodeNormalization;

use super::shape::{Figures, Span};
use super::unbreakable::{NO_BREAK_HYPHEN, forbidden_breaks, is_no_break_space};
use crate::font::Face;

/// One paragraph, ready to be shaped: characters of which each knows its span.
pub(crate) struct Paragraph {
    /// What is shaped.
    pub(crate) text: String,
    /// For every character, whether no line may end before it.
    pub(crate) forbidden: Vec<bool>,
    /// Where each span ends in `text`, with its face and figures.
    pub(crate) ends: Vec<(usize, Face, Figures)>,
}

/// The spans cut at line feeds, composed, and with every kind of space as U+0020.
pub(crate) fn paragraphs(spans: &[Span]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut chars: Vec<char> = Vec::new();
    let mut ends: Vec<(usize, Face, Figures)> = Vec::new();
    let mut close = |chars: &mut Vec<char>, ends: &mut Vec<(usize, Face, Figures)>| {
        if let Some(paragraph) = Paragraph::new(chars, ends) {
            paragraphs.push(paragraph);
        }
        chars.clear();
        ends.clear();
    };
    for span in spans {
        for character in span.text.nfc() {
            if character == '\n' {
                ends.push((chars.len(), span.face, span.figures));
                close(&mut chars, &mut ends);
            } else if !is_invisible(character) {
                chars.push(character);
            }
        }
        ends.push((chars.len(), span.face, span.figures));
    }
    close(&mut chars, &mut ends);
    paragraphs
}

impl Paragraph {
    fn new(chars: &[char], ends: &[(usize, Face, Figures)]) -> Option<Self> {
        if chars.iter().all(|c| c.is_whitespace()) {
            return None;
        }
        let forbidden = forbidden_breaks(chars);
        let mut text = String::with_capacity(chars.len());
        let mut byte_ends = Vec::with_capacity(ends.len());
        let mut begun = 0;
        for (end, face, figures) in ends {
            for character in &chars[begun..*end] {
                text.push(plain(*character));
            }
            byte_ends.push((text.len(), *face, *figures));
            begun = *end;
        }
        Some(Self { text, forbidden, ends: byte_ends })
    }
}

/// Marks that only steer computers. They have no place on paper, and the shaper would draw some as
/// spaces. (A carriage return comes with text pasted from elsewhere.)
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    )
}

/// The character that is shaped for the one that was typed.
fn plain(character: char) -> char {
    match character {
        NO_BREAK_HYPHEN => '-',
        space if space.is_whitespace() || is_no_break_space(space) => ' ',
        other => other,
    }
}
