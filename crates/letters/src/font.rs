//! The four faces in which letters are set.
//!
//! They are part of the program: a letter looks the same on every computer, and nothing is taken
//! from the fonts that happen to be installed.

use crate::layout::Length;
use crate::layout::shape::{self, Figures, Span, Style};

/// A face of Source Serif 4.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// The running text.
    #[default]
    Regular,
    /// The subject of the letter.
    Italic,
    /// Headings, and the name at the head.
    SemiBold,
    /// Headings of groups of questions.
    SemiBoldItalic,
}

/// How far the letters of these faces rise above the baseline, in thousandths of an em.
pub(crate) const ASCENT: i64 = 1036;
/// How far they go below it, in thousandths of an em.
pub(crate) const DESCENT: i64 = 335;

impl Face {
    /// Every face.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Italic, Self::SemiBold, Self::SemiBoldItalic];

    /// The whole font file.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../fonts/SourceSerif4_400Regular.ttf"),
            Self::Italic => include_bytes!("../fonts/SourceSerif4_400Regular_Italic.ttf"),
            Self::SemiBold => include_bytes!("../fonts/SourceSerif4_600SemiBold.ttf"),
            Self::SemiBoldItalic => include_bytes!("../fonts/SourceSerif4_600SemiBold_Italic.ttf"),
        }
    }

    /// Its PostScript name, by which a PDF calls it.
    #[must_use]
    pub const fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSerif4-Regular",
            Self::Italic => "SourceSerif4-Italic",
            Self::SemiBold => "SourceSerif4-SemiBold",
            Self::SemiBoldItalic => "SourceSerif4-SemiBoldItalic",
        }
    }

    /// Its name in the readable form of a layout.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Italic => "italic",
            Self::SemiBold => "semibold",
            Self::SemiBoldItalic => "semibold-italic",
        }
    }
}

/// How wide this text is in one line, with ligatures, kerning and lining figures: as an address is
/// set. A character that the face lacks counts as wide as the face's box for it; `lay_out` refuses
/// it by name.
#[must_use]
pub fn measure(text: &str, face: Face, size_pt: f64) -> Length {
    let size = Length::from_pt(size_pt);
    let spans = [Span::new(text, face, Figures::Lining)];
    shape::lines_as_they_are(&spans, Style::plain(size), None)
        .iter()
        .map(|line| line.width(size))
        .max()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_and_ligatures_are_measured() {
        let together = measure("AV", Face::Regular, 11.0);
        let apart = measure("A", Face::Regular, 11.0) + measure("V", Face::Regular, 11.0);
        assert!(together < apart, "AV is kerned: {together:?} < {apart:?}");
    }

    #[test]
    fn semibold_is_wider_than_regular() {
        let text = "Harbour Street Justice Project";
        assert!(measure(text, Face::SemiBold, 11.0) > measure(text, Face::Regular, 11.0));
    }

    #[test]
    fn nothing_has_no_width() {
        assert_eq!(measure("", Face::Regular, 11.0), Length::ZERO);
    }
}
