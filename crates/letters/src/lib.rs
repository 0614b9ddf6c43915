//! A letter as content, then as laid-out pages, then as PDF.
//!
//! `wording` says what a letter says, `layout` where each line stands, `pdf` writes the file. The
//! only crate that names printpdf.

pub mod font;
pub mod layout;
pub mod letter;
pub mod pdf;
pub mod wording;
