//! stub
use crate::layout::Pages;
use crate::letter::Letter;
use thiserror::Error;

/// Why no PDF could be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PdfProblem {
    /// x
    #[error("the PDF could not be written: {0}")]
    Writing(String),
}
/// A kept letter that goes into a print job.
#[derive(Debug, Clone)]
pub struct JobLetter<'a> {
    /// Its title among the bookmarks.
    pub title: String,
    /// Its PDF, exactly as kept.
    pub pdf: &'a [u8],
}

/// x
pub fn to_pdf(_pages: &Pages, _letter: &Letter) -> Result<Vec<u8>, PdfProblem> {
    Err(PdfProblem::Writing(String::new()))
}
/// x
pub fn print_job(_letters: &[JobLetter<'_>]) -> Result<Vec<u8>, PdfProblem> {
    Err(PdfProblem::Writing(String::new()))
}
