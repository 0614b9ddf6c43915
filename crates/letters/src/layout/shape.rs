//! Text into lines of glyphs: shaping and line breaking.
//!
//! Everything is shaped at a size of 1000, the em of these faces, so that every advance is a whole
//! number of the font's own units. Lines then break alike on every machine, and the numbers can go
//! into the PDF as they are.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{
    FontFamily, FontFeatures, FontStyle, FontWeight, LineHeight, OverflowWrap, StyleProperty,
};
use parley::{FontContext, LayoutContext, LineBreakContext};

use super::length::Length;
use super::pages::{Glyph, Run};
use super::prepare::{Paragraph, paragraphs};
use super::problem::LayoutProblem;
use crate::font::Face;

/// Which figures a text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figures {
    /// Old-style figures, as wide as each needs: running text.
    Text,
    /// Figures as high as capitals: references, addresses, the foot.
    Lining,
    /// Lining figures of one width: numbers that stand below one another.
    Tabular,
}

impl Figures {
    const fn features(self) -> &'static str {
        match self {
            Self::Text => "\"onum\", \"pnum\"",
            Self::Lining => "\"lnum\", \"pnum\"",
            Self::Tabular => "\"lnum\", \"tnum\"",
        }
    }
}

/// A piece of text in one face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'a> {
    pub(crate) text: &'a str,
    pub(crate) face: Face,
    pub(crate) figures: Figures,
}

impl<'a> Span<'a> {
    pub(crate) const fn new(text: &'a str, face: Face, figures: Figures) -> Self {
        Self { text, face, figures }
    }
}

/// What all of a text has in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// The size of type.
    pub(crate) size: Length,
    /// Space added after every letter, in thousandths of an em.
    pub(crate) tracking: i16,
}

impl Style {
    pub(crate) const fn plain(size: Length) -> Self {
        Self { size, tracking: 0 }
    }

    pub(crate) const fn tracked(size: Length, tracking: i16) -> Self {
        Self { size, tracking }
    }
}

/// A line of glyphs that is not yet anywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SetLine {
    /// The parts of the line in one face each, from left to right.
    pub(crate) runs: Vec<Run>,
    /// The space at which the line was broken.
    pub(crate) space: Option<Glyph>,
}

impl SetLine {
    /// How wide it is at this size.
    pub(crate) fn width(&self, size: Length) -> Length {
        let units = self.runs.iter().map(Run::advance).sum();
        Length::from_em_thousandths(units, size)
    }

    /// What it says.
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }
}

/// The lines of a text of this measure; line feeds begin a new line. Nothing at all for no text.
pub(crate) fn lines(
    spans: &[Span],
    style: Style,
    measure: Option<Length>,
) -> Result<Vec<SetLine>, LayoutProblem> {
    let lines = lines_as_they_are(spans, style, measure);
    for glyph in lines.iter().flat_map(|l| &l.runs).flat_map(|r| &r.glyphs) {
        if glyph.id == MISSING {
            return Err(missing(&glyph.text, spans));
        }
    }
    Ok(lines)
}

/// The lines, with the font's box where it lacks a character.
pub(crate) fn lines_as_they_are(
    spans: &[Span],
    style: Style,
    measure: Option<Length>,
) -> Vec<SetLine> {
    SETTER.with_borrow_mut(|setter| {
        paragraphs(spans)
            .iter()
            .flat_map(|paragraph| setter.set(paragraph, style, measure))
            .collect()
    })
}

/// The glyph that every font has for characters which it lacks.
const MISSING: u16 = 0;

fn missing(cluster: &str, spans: &[Span]) -> LayoutProblem {
    // A cluster is a letter with its marks: name the mark if it is the mark that is missing.
    let lone = |c: &char| {
        let mut buffer = [0; 4];
        let alone = Span::new(c.encode_utf8(&mut buffer), face_of(spans), Figures::Text);
        lines_as_they_are(&[alone], Style::plain(EM), None)
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.glyphs)
            .any(|glyph| glyph.id == MISSING)
    };
    let character = cluster
        .chars()
        .find(lone)
        .or_else(|| cluster.chars().next())
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    LayoutProblem::MissingGlyph { character, text: spans.iter().map(|span| span.text).collect() }
}

fn face_of(spans: &[Span]) -> Face {
    spans.first().map(|span| span.face).unwrap_or_default()
}

/// At this size one unit of the font is one unit of length.
const EM: Length = Length::from_pt(1000.0);

thread_local! {
    static SETTER: RefCell<Setter> = RefCell::new(Setter::new());
}

/// Fonts and scratch space, made once a thread: reading the fonts takes longer than setting a page.
struct Setter {
    fonts: FontContext,
    scratch: LayoutContext<Face>,
    layout: parley::Layout<Face>,
}

impl Setter {
    fn new() -> Self {
        let mut collection =
            Collection::new(CollectionOptions { shared: false, system_fonts: false });
        for face in Face::ALL {
            // Each face is a family of its own: asking for it can give no other.
            let as_named = FontInfoOverride {
                family_name: Some(face.postscript_name()),
                style: Some(FontStyle::Normal),
                weight: Some(FontWeight::NORMAL),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(face.bytes())), Some(as_named));
        }
        Self {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            scratch: LayoutContext::new(),
            layout: parley::Layout::new(),
        }
    }

    fn set(
        &mut self,
        paragraph: &Paragraph,
        style: Style,
        measure: Option<Length>,
    ) -> Vec<SetLine> {
        // The shaper asks about each pair of neighbours in order: counting them tells which.
        let forbidden = paragraph.forbidden.clone();
        let asked = AtomicUsize::new(0);
        let may_break = move |_: LineBreakContext| {
            let index = asked.fetch_add(1, Ordering::Relaxed) + 1;
            forbidden.get(index).copied().unwrap_or(false).then_some(false)
        };
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, &paragraph.text, 1.0, false);
        builder.set_line_break_override(Some(&may_break));
        builder.push_default(StyleProperty::FontSize(1000.0));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(1000.0)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::LetterSpacing(f32::from(style.tracking)));
        let mut begun = 0;
        for (end, face, figures) in &paragraph.ends {
            if begun < *end {
                let family = FontFamily::named(face.postscript_name());
                builder.push(StyleProperty::FontFamily(family), begun..*end);
                let features = FontFeatures::from(figures.features());
                builder.push(StyleProperty::FontFeatures(features), begun..*end);
                builder.push(StyleProperty::Brush(*face), begun..*end);
            }
            begun = *end;
        }
        builder.build_into(&mut self.layout, &paragraph.text);
        self.layout.break_all_lines(measure.map(|measure| in_font_units(measure, style.size)));
        self.layout.lines().map(|line| set_line(&line, &paragraph.text)).collect()
    }
}

#[allow(clippy::cast_possible_truncation)] // A measure in font units has five digits.
fn in_font_units(measure: Length, size: Length) -> f32 {
    (measure.to_pt() * 1000.0 / size.to_pt()).floor() as f32
}

fn set_line(line: &parley::Line<'_, Face>, text: &str) -> SetLine {
    let mut set = SetLine::default();
    for run in line.runs() {
        for cluster in run.visual_clusters() {
            let says = &text[cluster.text_range()];
            let face = cluster.style().brush;
            if set.runs.last().is_none_or(|last| last.face != face) {
                set.runs.push(Run { face, glyphs: Vec::new() });
            }
            let Some(last) = set.runs.last_mut() else {
                continue;
            };
            if cluster.is_ligature_continuation() {
                if let Some(ligature) = last.glyphs.last_mut() {
                    ligature.text.push_str(says);
                }
                continue;
            }
            let mut says = Some(says);
            for glyph in cluster.glyphs() {
                last.glyphs.push(Glyph {
                    id: u16::try_from(glyph.id).unwrap_or(MISSING),
                    advance: whole(glyph.advance),
                    right: whole(glyph.x),
                    up: -whole(glyph.y),
                    // The first glyph of a letter with marks says all of it.
                    text: says.take().unwrap_or_default().to_owned(),
                });
            }
        }
    }
    set_spaces_aside(&mut set);
    set
}

#[allow(clippy::cast_possible_truncation)] // Advances are whole numbers of at most four digits.
fn whole(units: f32) -> i32 {
    units.round() as i32
}

/// The space at which a line was broken takes no room on the paper.
fn set_spaces_aside(line: &mut SetLine) {
    while let Some(run) = line.runs.last_mut() {
        while run.glyphs.last().is_some_and(|glyph| glyph.text == " ") {
            line.space = run.glyphs.pop();
        }
        if !run.glyphs.is_empty() {
            break;
        }
        // A space alone in its face goes with it.
        line.runs.pop();
        line.space = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Length = Length::from_pt(11.0);

    fn set(text: &str, measure_mm: f64) -> Vec<String> {
        let spans = [Span::new(text, Face::Regular, Figures::Text)];
        lines(&spans, Style::plain(SIZE), Some(Length::from_mm(measure_mm)))
            .unwrap()
            .iter()
            .map(SetLine::text)
            .collect()
    }

    fn glyphs(text: &str, figures: Figures) -> Vec<u16> {
        let spans = [Span::new(text, Face::Regular, figures)];
        lines(&spans, Style::plain(SIZE), None)
            .unwrap()
            .iter()
            .flat_map(|line| &line.runs)
            .flat_map(|run| &run.glyphs)
            .map(|glyph| glyph.id)
            .collect()
    }

    #[test]
    fn a_date_stays_in_one_line_at_every_measure() {
        let text =
            "We wrote on 13 November 2026 under section 10(1) by e-mail, reference HT-011/2.";
        for measure in 40..140 {
            let lines = set(text, f64::from(measure));
            assert_eq!(lines.join(" "), text);
            for whole in ["13 November 2026", "section 10(1)", "e-mail", "reference HT-011/2"] {
                assert!(
                    lines.iter().any(|line| line.contains(whole)),
                    "{whole} is broken at {measure} mm: {lines:#?}"
                );
            }
        }
    }

    #[test]
    fn no_line_is_wider_than_its_measure() {
        let address = "https://www.example.org/a/very/long/address/without/any/place/to/break/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
        let spans = [Span::new(address, Face::Regular, Figures::Text)];
        let measure = Length::from_mm(50.0);
        let lines = lines(&spans, Style::plain(SIZE), Some(measure)).unwrap();
        assert!(lines.len() > 2);
        for line in &lines {
            assert!(line.width(SIZE) <= measure, "{}", line.text());
        }
        let whole: String = lines.iter().map(SetLine::text).collect();
        assert_eq!(whole, address);
    }

    #[test]
    fn ligatures_keep_their_letters() {
        let spans = [Span::new("office Ŵŷ £½€", Face::Italic, Figures::Text)];
        let lines = lines(&spans, Style::plain(SIZE), None).unwrap();
        assert_eq!(lines[0].text(), "office Ŵŷ £½€");
        let count: usize = lines[0].runs.iter().map(|run| run.glyphs.len()).sum();
        assert!(count < "office Ŵŷ £½€".chars().count(), "ffi is one glyph");
    }

    #[test]
    fn three_kinds_of_figures() {
        let (text, lining, tabular) = (
            glyphs("1230", Figures::Text),
            glyphs("1230", Figures::Lining),
            glyphs("1230", Figures::Tabular),
        );
        assert_ne!(text, lining);
        assert_ne!(lining, tabular);
    }

    #[test]
    fn spaces_that_do_not_break_are_ordinary_spaces_in_the_text() {
        assert_eq!(set("a\u{a0}b\u{202f}c\u{2011}d", 100.0), ["a b c-d"]);
    }

    #[test]
    fn decomposed_letters_are_composed_first() {
        assert_eq!(set("w\u{302}", 100.0), ["ŵ"]);
    }

    #[test]
    fn line_feeds_begin_a_line() {
        assert_eq!(set("one\r\ntwo\n\nthree", 100.0), ["one", "two", "three"]);
    }

    #[test]
    fn a_missing_character_is_named() {
        for (text, lacking) in [("a 漢 b", '漢'), ("smile 😀", '😀'), ("\u{7}", '\u{7}')] {
            let spans = [Span::new(text, Face::SemiBold, Figures::Text)];
            let problem = lines(&spans, Style::plain(SIZE), None).unwrap_err();
            assert_eq!(
                problem,
                LayoutProblem::MissingGlyph { character: lacking, text: text.to_owned() }
            );
        }
    }
}
