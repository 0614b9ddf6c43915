//! Laid-out pages as PDF, and kept PDFs as one job for the printer.
//!
//! The same letter gives the same bytes, on every computer and in every time zone: nothing here
//! reads a clock, and every number that a PDF library likes to draw at random is set from the
//! content. The letters carry tags, a title and a language; no conformance to PDF/A, PDF/X or
//! PDF/UA is claimed.

mod content;
mod deflate;
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
    /// A print job without letters.
    #[error("there is no letter to print")]
    NothingToPrint,
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

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object};

    use super::*;
    use crate::layout::{lay_out, sample};

    fn written(letter: &Letter) -> Vec<u8> {
        to_pdf(&lay_out(letter).unwrap(), letter).unwrap()
    }

    #[test]
    fn the_same_letter_gives_the_same_bytes() {
        let letter = sample::letter_of(9);
        let first = written(&letter);
        // Another letter in between, and another thread, leave no trace.
        let _ = written(&sample::letter_of(2));
        assert_eq!(first, written(&letter));
        let elsewhere = std::thread::spawn(move || written(&letter)).join().unwrap();
        assert_eq!(first, elsewhere);
    }

    #[test]
    fn the_file_says_what_it_is() {
        let mut letter = sample::letter_of(2);
        letter.title = "HT-011/1: Heddlu Ŵ".to_owned();
        let document = Document::load_mem(&written(&letter)).unwrap();
        assert_eq!(document.version, "1.7");
        let information = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let information = document.get_dictionary(information).unwrap();
        assert_eq!(
            information.get(b"Title").unwrap().as_str().unwrap(),
            finish::utf16(&letter.title)
        );
        assert_eq!(
            information.get(b"CreationDate").unwrap().as_str().unwrap(),
            b"D:20261116120000Z"
        );
        assert!(!information.has(b"GTS_PDFXVersion"));
        let catalog = document.catalog().unwrap();
        assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
        let preferences = catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap();
        assert_eq!(preferences.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true));
        let identity = document.trailer.get(b"ID").unwrap().as_array().unwrap();
        assert_eq!(identity[0].as_str().unwrap().len(), 16);
    }

    #[test]
    fn every_face_is_embedded_as_a_subset() {
        let document = Document::load_mem(&written(&sample::letter_of(2))).unwrap();
        let descriptors: Vec<_> = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|entries| entries.has_type(b"FontDescriptor"))
            .collect();
        assert_eq!(descriptors.len(), 3);
        for descriptor in descriptors {
            let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
            assert!(name.iter().take(6).all(u8::is_ascii_uppercase) && name[6] == b'+');
            let file = descriptor.get(b"FontFile2").unwrap().as_reference().unwrap();
            let file = document.get_object(file).unwrap().as_stream().unwrap();
            assert!(file.decompressed_content().unwrap().len() > 10_000);
        }
    }

    #[test]
    fn rarer_characters_bring_a_face_of_their_own() {
        let mut letter = sample::letter_of(1);
        let plain = written(&letter);
        letter.salutation = "Annwyl Źródło Ελένη".to_owned();
        let rarer = written(&letter);
        assert_ne!(plain, rarer);
        assert_eq!(rarer, written(&letter));
    }
}
