//! Laid-out pages as PDF, and kept PDFs as one job for the printer.
//!
//! The same letter gives the same bytes, on every computer and in every time zone: nothing here
//! reads a clock, and every number that a PDF library likes to draw at random is set from the
//! content. The letters carry tags, a title and a language; no conformance to PDF/A, PDF/X or
//! PDF/UA is claimed.

mod content;
mod finish;
mod print_job;
mod program;
mod tags;

pub use print_job::{JobLetter, print_job};

use thiserror::Error;

use crate::layout::Pages;
use crate::letter::Letter;

/// Why no PDF could be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfProblem {
    /// A face could not be reduced to the characters of the letter.
    #[error("the typeface could not be embedded: {0}")]
    Typeface(String),
    /// The library that writes PDF was not content with a page.
    #[error("the letter could not be written as PDF: {0}")]
    Writing(String),
    /// A kept letter could not be read back.
    #[error("“{title}” could not be read for printing: {reason}")]
    Unreadable {
        /// The title of the letter.
        title: String,
        /// What is wrong with it.
        reason: String,
    },
}

/// The pages as a PDF.
///
/// # Errors
///
/// Only if a library refuses what it is given: every letter that can be laid out can be written.
pub fn to_pdf(pages: &Pages, letter: &Letter) -> Result<Vec<u8>, PdfProblem> {
    let programs = program::programs(pages)?;
    let plan = tags::plan(pages);
    let document = content::document(pages, &programs, &plan)?;
    finish::finish(document, letter, &programs, &plan)
}
