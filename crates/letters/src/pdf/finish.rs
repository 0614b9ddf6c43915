//! What printpdf leaves open: metadata, language, tags, compression, and an identity that is drawn
//! from the content.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::PdfProblem;
use super::deflate::deflate_all;
use super::program::Program;
use super::tags::{self, PageTags};
use crate::font::Face;
use crate::letter::Letter;

/// Of these faces, in thousandths of an em; printpdf gives the ascent in its place.
const CAP_HEIGHT: i64 = 670;
/// The bit of a font descriptor's flags that says: has serifs.
const SERIF: i64 = 2;

/// The document as bytes.
pub(crate) fn finish(
    mut document: Document,
    letter: &Letter,
    programs: &BTreeMap<Face, Program>,
    plan: &[PageTags],
) -> Result<Vec<u8>, PdfProblem> {
    document.version = "1.7".to_owned();
    embed(&mut document, programs);
    let pages: Vec<ObjectId> = document.page_iter().collect();
    for page in &pages {
        let page = document.get_dictionary_mut(*page).map_err(refused)?;
        // Boxes that repeat the paper, and a list of no annotations.
        for entry in ["TrimBox", "CropBox", "Annots"] {
            page.remove(entry.as_bytes());
        }
    }
    let structure = tags::write(&mut document, plan, &pages);
    let catalog = document.catalog_mut().map_err(refused)?;
    catalog.set("Lang", text("en-GB"));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", Object::Reference(structure));
    set_viewer_preferences(catalog);
    describe(
        &mut document,
        Description {
            title: &letter.title,
            author: Some(&letter.author),
            dated: Some(&letter.dated.format("%Y%m%d").to_string()),
        },
    );
    deflate_all(&mut document);
    save(document)
}

/// The window of a reader shows the title, not the name of the file.
pub(crate) fn set_viewer_preferences(catalog: &mut Dictionary) {
    let preferences = dictionary! { "DisplayDocTitle" => true };
    catalog.set("ViewerPreferences", preferences);
}

/// What a file says of itself.
pub(crate) struct Description<'a> {
    /// Its title.
    pub(crate) title: &'a str,
    /// Who wrote it.
    pub(crate) author: Option<&'a str>,
    /// Year, month and day in eight figures.
    pub(crate) dated: Option<&'a str>,
}

/// Replaces the document's information. Noon in UTC is the same civil day almost everywhere.
pub(crate) fn describe(document: &mut Document, description: Description<'_>) {
    let mut information = dictionary! {
        "Title" => text(description.title),
        "Creator" => text("FOI Desk"),
        "Producer" => text("FOI Desk, with printpdf and lopdf"),
    };
    if let Some(author) = description.author {
        information.set("Author", text(author));
    }
    if let Some(dated) = description.dated {
        let moment = text(&format!("D:{dated}120000Z"));
        information.set("CreationDate", moment.clone());
        information.set("ModDate", moment);
    }
    match document.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(id) => document.set_object(id, information),
        Err(_) => {
            let id = document.add_object(information);
            document.trailer.set("Info", Object::Reference(id));
        }
    }
}

/// Writes the document out, with an identity made from all the rest of it.
pub(crate) fn save(mut document: Document) -> Result<Vec<u8>, PdfProblem> {
    document.trailer.remove(b"ID");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(unwritten)?;
    let hash: Vec<u8> = Sha256::digest(&bytes).iter().take(16).copied().collect();
    let identity = Object::String(hash, StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![identity.clone(), identity]));
    bytes.clear();
    document.save_to(&mut bytes).map_err(unwritten)?;
    Ok(bytes)
}

/// Puts the faces in, deflated beforehand, and mends what printpdf says of them.
fn embed(document: &mut Document, programs: &BTreeMap<Face, Program>) {
    let mut files: Vec<(ObjectId, Stream)> = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(descriptor) = object.as_dict_mut() else {
            continue;
        };
        let Ok(name) = descriptor.get(b"FontName").and_then(Object::as_name) else {
            continue;
        };
        let program = programs.values().find(|program| program.name().as_bytes() == name);
        let file = descriptor.get(b"FontFile2").and_then(Object::as_reference);
        if let (Some(program), Ok(file)) = (program, file) {
            files.push((file, program.compressed().clone()));
        }
        let flags = descriptor.get(b"Flags").and_then(Object::as_i64);
        descriptor.set("Flags", flags.unwrap_or(0) | SERIF);
        descriptor.set("CapHeight", CAP_HEIGHT);
    }
    for (id, stream) in files {
        document.set_object(id, stream);
    }
}

fn unwritten(problem: std::io::Error) -> PdfProblem {
    PdfProblem::Writing(problem.to_string())
}

fn refused(problem: lopdf::Error) -> PdfProblem {
    PdfProblem::Writing(problem.to_string())
}

/// A text in a PDF: as it is if it is plain, otherwise as UTF-16.
pub(crate) fn text(text: &str) -> Object {
    if text.is_ascii() {
        Object::string_literal(text)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
}

/// UTF-16 with its mark, the other form of text in a PDF.
pub(crate) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}
