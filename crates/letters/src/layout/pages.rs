//! A laid-out letter as data: what stands where, page by page.

use std::fmt;

use super::length::Length;
use crate::font::Face;

/// The pages of one letter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// In order.
    pub pages: Vec<Page>,
}

/// One sheet of A4, printed on one side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The lines of text, in reading order.
    pub lines: Vec<Line>,
    /// The drawn lines.
    pub rules: Vec<Rule>,
}

/// A line of text at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// Which piece of the letter it belongs to: the lines of one paragraph share a number, also
    /// over a page break.
    pub piece: usize,
    /// Its left end, from the left edge of the paper.
    pub x: Length,
    /// Its baseline, from the top edge of the paper.
    pub baseline: Length,
    /// The size of type.
    pub size: Length,
    /// The shade of grey.
    pub ink: Ink,
    /// Its parts in one face each, from left to right.
    pub runs: Vec<Run>,
    /// The space at which the text was broken into lines. It takes no room, but whoever copies the
    /// text, or has it read out, needs it between two words.
    pub space: Option<Glyph>,
}

/// A part of a line in one face.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The face.
    pub face: Face,
    /// From left to right.
    pub glyphs: Vec<Glyph>,
}

/// One drawn sign: a letter, or several in a ligature. Distances are in thousandths of an em.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the next one is, kerning included.
    pub advance: i32,
    /// How far it is drawn to the right of its place (marks over letters).
    pub right: i32,
    /// How far it is drawn above the baseline (marks over letters).
    pub up: i32,
    /// What it stands for.
    pub text: String,
}

/// A drawn horizontal line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// What it is.
    pub role: RuleRole,
    /// Its left end, from the left edge of the paper.
    pub x: Length,
    /// Its middle, from the top edge of the paper.
    pub y: Length,
    /// How long it is.
    pub width: Length,
    /// How thick it is.
    pub thickness: Length,
    /// The shade of grey.
    pub ink: Ink,
}

/// What a line of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The name at the head of the first page.
    LetterheadName,
    /// Address, e-mail and telephone below it.
    LetterheadContact,
    /// A line of the address in the envelope's window.
    Address,
    /// `Our reference`.
    ParticularLabel,
    /// `HT-011/1`.
    ParticularValue,
    /// `Dear Sir or Madam`.
    Salutation,
    /// The one heading.
    Heading,
    /// The campaign's title and periods.
    Subject,
    /// Running text.
    Paragraph,
    /// The heading of a part of the letter.
    PartHeading,
    /// The heading of a group of questions.
    GroupHeading,
    /// The number of a question.
    ItemNumber,
    /// The text of a question.
    ItemText,
    /// What the letter says of a question.
    Remark,
    /// `Yours faithfully`.
    Valediction,
    /// Who signs.
    Signature,
    /// What is enclosed.
    Enclosure,
    /// The head of a later page.
    RunningHead,
    /// Our references, at the foot.
    FootReferences,
    /// The notice at the foot.
    FootNotice,
    /// `Page 1 of 2`.
    FootPage,
}

impl Role {
    /// Its name in the readable form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LetterheadName => "letterhead",
            Self::LetterheadContact => "contact",
            Self::Address => "address",
            Self::ParticularLabel => "label",
            Self::ParticularValue => "value",
            Self::Salutation => "salutation",
            Self::Heading => "heading",
            Self::Subject => "subject",
            Self::Paragraph => "paragraph",
            Self::PartHeading => "part",
            Self::GroupHeading => "group",
            Self::ItemNumber => "number",
            Self::ItemText => "item",
            Self::Remark => "remark",
            Self::Valediction => "valediction",
            Self::Signature => "signature",
            Self::Enclosure => "enclosure",
            Self::RunningHead => "running-head",
            Self::FootReferences => "foot-left",
            Self::FootNotice => "foot-notice",
            Self::FootPage => "foot-page",
        }
    }
}

/// What a drawn line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleRole {
    /// Below the letterhead.
    Letterhead,
    /// Below the running head.
    RunningHead,
    /// Where to fold, at the left edge.
    Fold,
}

impl RuleRole {
    /// Its name in the readable form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Letterhead => "letterhead-rule",
            Self::RunningHead => "running-rule",
            Self::Fold => "fold",
        }
    }
}

/// A shade of grey. Letters are printed in black only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ink {
    /// The text.
    Black,
    /// What is around it.
    Dark,
    /// The fold marks.
    Pale,
}

impl Ink {
    /// How light it is, from 0 to 255.
    #[must_use]
    pub const fn lightness(self) -> u8 {
        match self {
            Self::Black => 0x11,
            Self::Dark => 0x33,
            Self::Pale => 0x99,
        }
    }
}

impl Run {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
    }

    /// The numbers of its glyphs.
    pub(crate) fn glyph_ids(&self) -> impl Iterator<Item = u16> {
        self.glyphs.iter().map(|glyph| glyph.id)
    }

    /// How wide it is, in thousandths of an em.
    #[must_use]
    pub fn advance(&self) -> i64 {
        self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum()
    }
}

impl Line {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    /// How wide it is.
    #[must_use]
    pub fn width(&self) -> Length {
        let units = self.runs.iter().map(Run::advance).sum();
        Length::from_em_thousandths(units, self.size)
    }

    fn faces(&self) -> String {
        let mut names: Vec<&str> = self.runs.iter().map(|run| run.face.name()).collect();
        names.dedup();
        names.join("+")
    }
}

impl Pages {
    /// The readable form: one line for each line of text, with its page, what it is, where it
    /// stands (millimetres from the left and to the baseline from the top), face, size and text.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, page) in self.pages.iter().enumerate() {
            let number = index + 1;
            for line in &page.lines {
                writeln!(
                    f,
                    "{number:>2} {:<12} {:>6.1} {:>6.1} {} {} {}",
                    line.role.name(),
                    line.x.to_mm(),
                    line.baseline.to_mm(),
                    line.faces(),
                    line.size.to_pt(),
                    line.text(),
                )?;
            }
            for rule in &page.rules {
                writeln!(
                    f,
                    "{number:>2} {:<12} {:>6.1} {:>6.1} {:.1} mm",
                    rule.role.name(),
                    rule.x.to_mm(),
                    rule.y.to_mm(),
                    rule.width.to_mm(),
                )?;
            }
        }
        Ok(())
    }
}
