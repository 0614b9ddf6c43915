//! Why a letter cannot be laid out. Nothing is ever cut or squeezed: it is refused, and this says
//! what to shorten.

use thiserror::Error;

/// What stands in the way of a letter that prints right.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum LayoutProblem {
    /// The envelope's window shows six lines.
    #[error("the address has {lines} lines; the envelope's window shows {most}", most = super::sheet::ADDRESS_LINES)]
    AddressTooLong {
        /// How many lines it has.
        lines: usize,
    },
    /// The envelope's window is 90 mm wide.
    #[error("“{line}” is {width_mm:.1} mm wide; the envelope's window shows {most:.0} mm", most = super::sheet::ADDRESS_WIDTH.to_mm())]
    AddressLineTooWide {
        /// The line.
        line: String,
        /// How wide it is as printed, to a tenth of a millimetre.
        width_mm: f64,
    },
    /// The letterhead would reach into the envelope's window.
    #[error("the letterhead takes {lines} lines; there is room for {most}", most = super::sheet::LETTERHEAD_LINES)]
    LetterheadTooLong {
        /// How many lines it takes.
        lines: usize,
    },
    /// Date, references and channel would reach into the text of the letter.
    #[error("the references beside the address take {lines} lines; there is room for {most}", most = super::sheet::PARTICULAR_LINES)]
    ParticularsTooLong {
        /// How many lines they take.
        lines: usize,
    },
    /// The head of the later pages would push the text down.
    #[error("the head of the later pages takes {lines} lines; there is room for {most}: “{text}”", most = super::sheet::RUNNING_HEAD_LINES)]
    RunningHeadTooLong {
        /// How many lines it takes.
        lines: usize,
        /// The longer side of it.
        text: String,
    },
    /// The foot would reach into the text.
    #[error("the foot of the page takes {lines} lines; there is room for {most}: “{text}”", most = super::sheet::FOOT_LINES)]
    FootTooLong {
        /// How many lines it takes.
        lines: usize,
        /// The references at its left.
        text: String,
    },
    /// The notice in the foot is one line between our references and the number of the page.
    #[error("the notice “{notice}” does not fit into one line of the foot")]
    NoticeTooWide {
        /// The notice.
        notice: String,
    },
    /// The typeface has no such character.
    #[error("the typeface of the letters has no “{character}” (U+{code:04X}), in “{text}”", code = u32::from(*.character))]
    MissingGlyph {
        /// The character.
        character: char,
        /// The text in which it stands.
        text: String,
    },
}
