//! The faces as they are embedded: reduced to the glyphs that letters need.
//!
//! Nearly every letter needs the same two hundred glyphs. They are prepared once and embedded whole,
//! which is quicker than choosing anew for each letter, and lets a print job of fifty letters carry
//! each face once. A letter with rarer characters gets a face of its own: its bytes depend on that
//! letter alone, never on what was printed before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use lopdf::Stream;
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::PdfProblem;
use super::deflate::deflate;
use crate::font::Face;
use crate::layout::shape::{self, Figures, Span, Style};
use crate::layout::{Length, Pages, Run};

/// A face as one letter embeds it.
pub(crate) struct Program {
    /// Six capital letters, after the glyphs chosen: also its name in the pages' resources.
    pub(crate) tag: String,
    /// What each glyph used by the letter stands for.
    pub(crate) meanings: BTreeMap<u16, String>,
    chosen: Arc<Chosen>,
}

/// A choice of glyphs out of a face.
struct Chosen {
    tag: String,
    numbers: BTreeMap<u16, u16>,
    advances: BTreeMap<u16, i32>,
    font: ParsedFont,
    compressed: Stream,
}

impl Program {
    /// The number of a glyph in the embedded face.
    pub(crate) fn number(&self, glyph: u16) -> u16 {
        self.chosen.numbers.get(&glyph).copied().unwrap_or(0)
    }

    /// How far a reader moves on after a glyph, before any correction.
    pub(crate) fn nominal_advance(&self, glyph: u16) -> i32 {
        self.chosen.advances.get(&glyph).copied().unwrap_or(0)
    }

    /// The embedded face.
    pub(crate) fn font(&self) -> &ParsedFont {
        &self.chosen.font
    }

    /// Its name in the file: `ABCDEF+SourceSerif4-Regular`.
    pub(crate) fn name(&self) -> &str {
        self.chosen.font.font_name.as_deref().unwrap_or_default()
    }

    /// Its bytes, deflated.
    pub(crate) fn compressed(&self) -> &Stream {
        &self.chosen.compressed
    }
}

/// The faces that these pages use.
pub(crate) fn programs(pages: &Pages) -> Result<BTreeMap<Face, Program>, PdfProblem> {
    let mut programs = BTreeMap::new();
    for (face, meanings) in used(pages) {
        let base = base(face)?;
        let rarer: BTreeSet<u16> =
            meanings.keys().filter(|glyph| !base.numbers.contains_key(glyph)).copied().collect();
        let chosen = if rarer.is_empty() {
            base
        } else {
            Arc::new(choose(face, &base_glyphs(face), &rarer)?)
        };
        let program = Program { tag: chosen.tag.clone(), meanings, chosen };
        programs.insert(face, program);
    }
    Ok(programs)
}

/// Every glyph on the pages with what it stands for where it is first seen.
fn used(pages: &Pages) -> BTreeMap<Face, BTreeMap<u16, String>> {
    let mut used: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
    for line in pages.pages.iter().flat_map(|page| &page.lines) {
        for run in &line.runs {
            let meanings = used.entry(run.face).or_default();
            for glyph in run.glyphs.iter().chain(&line.space) {
                let meaning = meanings.entry(glyph.id).or_default();
                if meaning.is_empty() {
                    meaning.clone_from(&glyph.text);
                }
            }
        }
    }
    used
}

/// The characters of English and Welsh letters.
const LETTERS: &str = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z \
    a b c d e f g h i j k l m n o p q r s t u v w x y z \
    Â Ê Î Ô Û Ŵ Ŷ â ê î ô û ŵ ŷ À È Ì Ò Ù Ẁ Ỳ à è ì ò ù ẁ ỳ \
    Á É Í Ó Ú Ẃ Ý á é í ó ú ẃ ý Ä Ë Ï Ö Ü Ẅ Ÿ ä ë ï ö ü ẅ ÿ ç ñ \
    . , : ; ! ? ' \" ( ) [ ] { } / \\ | - – — ‘ ’ “ ” … · • * # & @ % + = < > _ ~ ^ ` \
    £ € $ § © ° × ½ ¼ ¾ 0 1 2 3 4 5 6 7 8 9";

/// Letters that may be joined into one glyph.
const JOINED: &str = "ff fi fl ffi ffl ft fft tt Th fb fh fj fk ffb ffh ffj ffk";

fn base(face: Face) -> Result<Arc<Chosen>, PdfProblem> {
    static BASES: [OnceLock<Result<Arc<Chosen>, PdfProblem>>; 4] = [const { OnceLock::new() }; 4];
    let place = match face {
        Face::Regular => &BASES[0],
        Face::Italic => &BASES[1],
        Face::SemiBold => &BASES[2],
        Face::SemiBoldItalic => &BASES[3],
    };
    place.get_or_init(|| choose(face, &base_glyphs(face), &BTreeSet::new()).map(Arc::new)).clone()
}

fn base_glyphs(face: Face) -> BTreeSet<u16> {
    let mut glyphs = BTreeSet::new();
    for figures in [Figures::Text, Figures::Lining, Figures::Tabular] {
        for text in [LETTERS, JOINED] {
            let spans = [Span::new(text, face, figures)];
            let style = Style::plain(Length::from_pt(10.0));
            let lines = shape::lines_as_they_are(&spans, style, None);
            let runs = lines.iter().flat_map(|line| &line.runs);
            glyphs.extend(runs.flat_map(Run::glyph_ids));
        }
    }
    glyphs
}

fn choose(face: Face, base: &BTreeSet<u16>, rarer: &BTreeSet<u16>) -> Result<Chosen, PdfProblem> {
    let mut mapper = GlyphRemapper::new();
    let mut numbers = BTreeMap::new();
    let mut hash = Sha256::new();
    hash.update(face.postscript_name());
    for glyph in base.iter().chain(rarer) {
        numbers.insert(*glyph, mapper.remap(*glyph));
        hash.update(glyph.to_be_bytes());
    }
    let tag: String =
        hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    let refused =
        |reason: String| PdfProblem::Typeface(format!("{}: {reason}", face.postscript_name()));
    let bytes = subsetter::subset(face.bytes(), 0, &mapper)
        .map_err(|problem| refused(problem.to_string()))?;
    // A reduced face has no table of characters: the PDF names glyphs by number. The one warning
    // that this brings is expected.
    let mut warnings = Vec::new();
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut warnings)
        .ok_or_else(|| refused("the reduced face cannot be read".to_owned()))?;
    // The bytes go into the file deflated, once the rest of it is made: printpdf, which copies them
    // several times, gets no more than the mark by which it knows their kind.
    font.original_bytes.truncate(4);
    font.font_name = Some(format!("{tag}+{}", face.postscript_name()));
    let advances = numbers
        .iter()
        .map(|(glyph, number)| {
            let advance = font.get_glyph_width(*number).unwrap_or(0);
            (*glyph, i32::from(advance))
        })
        .collect();
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let dictionary = lopdf::dictionary! { "Length1" => length };
    let mut compressed = Stream::new(dictionary, bytes);
    deflate(&mut compressed);
    Ok(Chosen { tag, numbers, advances, font, compressed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_face_has_its_own_tag_of_six_capitals() {
        let tags: BTreeSet<String> =
            Face::ALL.iter().map(|face| base(*face).unwrap().tag.clone()).collect();
        assert_eq!(tags.len(), Face::ALL.len());
        for tag in &tags {
            assert_eq!(tag.len(), 6);
            assert!(tag.chars().all(|c| c.is_ascii_uppercase()), "{tag}");
        }
    }

    #[test]
    fn the_base_has_every_letter_of_welsh() {
        for face in Face::ALL {
            let glyphs = base_glyphs(face);
            assert!(!glyphs.contains(&0), "{face:?} lacks a character of the base");
            assert!(glyphs.len() > 180);
        }
    }

    #[test]
    fn rarer_glyphs_change_no_number_of_the_base() {
        let glyphs = base_glyphs(Face::Regular);
        let plain = choose(Face::Regular, &glyphs, &BTreeSet::new()).unwrap();
        let more = choose(Face::Regular, &glyphs, &BTreeSet::from([1400])).unwrap();
        assert_ne!(plain.tag, more.tag);
        for (glyph, number) in &plain.numbers {
            assert_eq!(more.numbers.get(glyph), Some(number));
        }
    }
}
