//! Many kept letters as one job for the printer.
//!
//! The kept files are taken as they are: what is printed is what was kept. The job has a bookmark
//! for every letter, and every letter begins on a sheet of its own when printed on both sides. It
//! carries no tags: nobody has it read out.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use super::PdfProblem;
use super::finish::{self, Description};
use crate::layout::sheet::{PAPER_HEIGHT, PAPER_WIDTH};

/// A kept letter that goes into a print job.
#[derive(Debug, Clone)]
pub struct JobLetter<'a> {
    /// Its title among the bookmarks.
    pub title: String,
    /// Its PDF, exactly as kept.
    pub pdf: &'a [u8],
}

/// The letters one after the other, as one PDF.
///
/// # Errors
///
/// If there is no letter, or if a kept file is no PDF that can be read: it is named.
pub fn print_job(letters: &[JobLetter<'_>]) -> Result<Vec<u8>, PdfProblem> {
    if letters.is_empty() {
        return Err(PdfProblem::NothingToPrint);
    }
    let mut job = Job::new();
    for (index, letter) in letters.iter().enumerate() {
        job.add(letter)?;
        if index + 1 < letters.len() {
            job.fill_up_sheet();
        }
    }
    job.write(letters.len())
}

struct Job {
    document: Document,
    root_of_pages: ObjectId,
    pages: Vec<ObjectId>,
    bookmarks: Vec<(String, ObjectId)>,
    /// Streams and faces by what is in them: those that are alike are kept once.
    alike: BTreeMap<Vec<u8>, ObjectId>,
    pages_of_letter: usize,
}

impl Job {
    fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let root_of_pages = document.new_object_id();
        Self {
            document,
            root_of_pages,
            pages: Vec::new(),
            bookmarks: Vec::new(),
            alike: BTreeMap::new(),
            pages_of_letter: 0,
        }
    }

    fn add(&mut self, letter: &JobLetter<'_>) -> Result<(), PdfProblem> {
        let unreadable =
            |reason: String| PdfProblem::Unreadable { title: letter.title.clone(), reason };
        let kept = Document::load_mem(letter.pdf).map_err(|e| unreadable(e.to_string()))?;
        let pages: Vec<ObjectId> = kept.page_iter().collect();
        if pages.is_empty() {
            return Err(unreadable("it has no pages".to_owned()));
        }
        let mut taken = Taken { kept: &kept, ids: BTreeMap::new() };
        for (index, page) in pages.iter().enumerate() {
            let dictionary = kept.get_dictionary(*page).map_err(|e| unreadable(e.to_string()))?;
            let mut own = inherited(&kept, dictionary);
            for entry in ["StructParents", "Tabs", "Annots"] {
                own.remove(entry.as_bytes());
            }
            own.remove(b"Parent");
            let mut object = Object::Dictionary(own);
            taken.bring(&mut object, self);
            let mut own = object.as_dict().cloned().unwrap_or_default();
            own.set("Parent", Object::Reference(self.root_of_pages));
            let id = self.document.add_object(own);
            self.pages.push(id);
            if index == 0 {
                self.bookmarks.push((letter.title.clone(), id));
            }
        }
        self.pages_of_letter = pages.len();
        Ok(())
    }

    /// After an odd number of pages, an empty one: the next letter begins on a new sheet.
    fn fill_up_sheet(&mut self) {
        if self.pages_of_letter.is_multiple_of(2) {
            return;
        }
        let paper = [
            Object::Integer(0),
            Object::Integer(0),
            real(PAPER_WIDTH.to_pt()),
            real(PAPER_HEIGHT.to_pt()),
        ];
        let page = dictionary! {
            "Type" => "Page",
            "MediaBox" => Object::Array(paper.to_vec()),
            "Parent" => Object::Reference(self.root_of_pages),
            "Resources" => Dictionary::new(),
        };
        let id = self.document.add_object(page);
        self.pages.push(id);
    }

    fn write(mut self, letters: usize) -> Result<Vec<u8>, PdfProblem> {
        let kids: Vec<Object> = self.pages.iter().map(|id| Object::Reference(*id)).collect();
        let root = dictionary! {
            "Type" => "Pages",
            "Count" => i64::try_from(kids.len()).unwrap_or(i64::MAX),
            "Kids" => Object::Array(kids),
        };
        self.document.set_object(self.root_of_pages, root);
        let mut catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => Object::Reference(self.root_of_pages),
            "Lang" => finish::text("en-GB"),
        };
        if let Some(outlines) = self.write_bookmarks() {
            catalog.set("Outlines", Object::Reference(outlines));
            catalog.set("PageMode", "UseOutlines");
        }
        finish::set_viewer_preferences(&mut catalog);
        let catalog = self.document.add_object(catalog);
        self.document.trailer.set("Root", Object::Reference(catalog));
        let title = match letters {
            1 => "1 letter for printing".to_owned(),
            several => format!("{several} letters for printing"),
        };
        finish::describe(
            &mut self.document,
            Description { title: &title, author: None, dated: None },
        );
        finish::save(self.document)
    }

    fn write_bookmarks(&mut self) -> Option<ObjectId> {
        let ids: Vec<ObjectId> =
            self.bookmarks.iter().map(|_| self.document.new_object_id()).collect();
        let (first, last) = (*ids.first()?, *ids.last()?);
        let outlines = self.document.new_object_id();
        for (index, (title, page)) in self.bookmarks.iter().enumerate() {
            let destination = vec![Object::Reference(*page), Object::Name(b"Fit".to_vec())];
            let mut bookmark = dictionary! {
                "Title" => finish::text(title),
                "Parent" => Object::Reference(outlines),
                "Dest" => Object::Array(destination),
            };
            let before = index.checked_sub(1).and_then(|before| ids.get(before));
            if let Some(before) = before {
                bookmark.set("Prev", Object::Reference(*before));
            }
            if let Some(after) = ids.get(index + 1) {
                bookmark.set("Next", Object::Reference(*after));
            }
            self.document.set_object(ids[index], bookmark);
        }
        self.document.set_object(
            outlines,
            dictionary! {
                "Type" => "Outlines",
                "First" => Object::Reference(first),
                "Last" => Object::Reference(last),
                "Count" => i64::try_from(ids.len()).unwrap_or(i64::MAX),
            },
        );
        Some(outlines)
    }

    /// Adds an object that does not refer to itself, unless there is one like it.
    fn add_once(&mut self, object: Object) -> ObjectId {
        let mut hash = Sha256::new();
        if let Ok(stream) = object.as_stream() {
            hash.update(format!("{:?}", stream.dict));
            hash.update(&stream.content);
        } else {
            hash.update(format!("{object:?}"));
        }
        let key = hash.finalize().to_vec();
        if let Some(id) = self.alike.get(&key) {
            return *id;
        }
        let id = self.document.add_object(object);
        self.alike.insert(key, id);
        id
    }
}

/// What has been taken over from one kept file so far.
struct Taken<'a> {
    kept: &'a Document,
    ids: BTreeMap<ObjectId, ObjectId>,
}

impl Taken<'_> {
    /// Brings everything that an object refers to into the job, and points it there.
    fn bring(&mut self, object: &mut Object, job: &mut Job) {
        match object {
            Object::Reference(id) => *id = self.bring_object(*id, job),
            Object::Array(items) => {
                for item in items {
                    self.bring(item, job);
                }
            }
            Object::Dictionary(entries) => self.bring_entries(entries, job),
            Object::Stream(stream) => self.bring_entries(&mut stream.dict, job),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..) => {}
        }
    }

    fn bring_entries(&mut self, entries: &mut Dictionary, job: &mut Job) {
        for (_, value) in entries.iter_mut() {
            self.bring(value, job);
        }
    }

    fn bring_object(&mut self, id: ObjectId, job: &mut Job) -> ObjectId {
        if let Some(known) = self.ids.get(&id) {
            return *known;
        }
        let mut object = self.kept.objects.get(&id).cloned().unwrap_or(Object::Null);
        if is_leaf(&object) {
            self.bring(&mut object, job);
            let new = job.add_once(object);
            self.ids.insert(id, new);
            return new;
        }
        // The number first: an object may refer back to itself.
        let new = job.document.new_object_id();
        self.ids.insert(id, new);
        self.bring(&mut object, job);
        job.document.set_object(new, object);
        new
    }
}

/// Streams and faces refer to nothing above them.
fn is_leaf(object: &Object) -> bool {
    let of_kind = |entries: &Dictionary| {
        [&b"Font"[..], b"FontDescriptor"].iter().any(|kind| entries.has_type(kind))
    };
    object.as_stream().is_ok() || object.as_dict().is_ok_and(of_kind)
}

/// The page with what it has from the nodes above it.
fn inherited(kept: &Document, page: &Dictionary) -> Dictionary {
    let mut own = page.clone();
    let mut above = page.get(b"Parent").and_then(Object::as_reference);
    // Pages are nested a few deep; a file that nests without end is broken.
    for _ in 0..32 {
        let Ok(node) = above.and_then(|id| kept.get_dictionary(id)) else {
            break;
        };
        for entry in ["MediaBox", "CropBox", "Resources", "Rotate"] {
            if !own.has(entry.as_bytes())
                && let Ok(value) = node.get(entry.as_bytes())
            {
                own.set(entry, value.clone());
            }
        }
        above = node.get(b"Parent").and_then(Object::as_reference);
    }
    own
}

#[allow(clippy::cast_possible_truncation)] // The size of a sheet.
fn real(points: f64) -> Object {
    Object::Real(points as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{lay_out, sample};
    use crate::pdf::to_pdf;

    fn pdf(paragraphs: usize) -> Vec<u8> {
        let letter = sample::letter_of(paragraphs);
        to_pdf(&lay_out(&letter).unwrap(), &letter).unwrap()
    }

    fn letter(title: &str, pdf: &'static [u8]) -> JobLetter<'static> {
        JobLetter { title: title.to_owned(), pdf }
    }

    #[test]
    fn every_letter_begins_on_a_sheet_of_its_own() {
        let (one, two): (&[u8], &[u8]) = (pdf(1).leak(), pdf(12).leak());
        let letters = [letter("a", one), letter("b", two), letter("c", one)];
        let job = print_job(&letters).unwrap();
        let document = Document::load_mem(&job).unwrap();
        assert_eq!(document.version, "1.7");
        let empty: Vec<bool> =
            document.page_iter().map(|page| document.get_page_contents(page).is_empty()).collect();
        assert_eq!(empty, [false, true, false, false, false]);
    }

    #[test]
    fn every_letter_has_a_bookmark() {
        let one: &[u8] = pdf(1).leak();
        let job = print_job(&[letter("Heddlu Gwent – ŵ", one), letter("(b)", one)]).unwrap();
        let document = Document::load_mem(&job).unwrap();
        let outlines = document.get_toc().unwrap();
        let titles: Vec<&str> = outlines.toc.iter().map(|entry| entry.title.as_str()).collect();
        let pages: Vec<usize> = outlines.toc.iter().map(|entry| entry.page).collect();
        assert_eq!(titles, ["Heddlu Gwent – ŵ", "(b)"]);
        assert_eq!(pages, [1, 3]);
    }

    #[test]
    fn faces_are_carried_once() {
        let one: &[u8] = pdf(1).leak();
        let letters: Vec<JobLetter<'_>> = (0..20).map(|_| letter("a", one)).collect();
        let job = print_job(&letters).unwrap();
        assert!(job.len() < 2 * one.len(), "{} bytes", job.len());
    }

    #[test]
    fn the_same_letters_give_the_same_job() {
        let one: &[u8] = pdf(3).leak();
        let letters = [letter("a", one), letter("b", one)];
        assert_eq!(print_job(&letters), print_job(&letters));
    }

    #[test]
    fn a_damaged_file_is_named() {
        let problem = print_job(&[letter("HT-011/1", b"%PDF-1.7 no more")]).unwrap_err();
        assert!(matches!(
            problem,
            PdfProblem::Unreadable { title, .. } if title == "HT-011/1"
        ));
        assert_eq!(print_job(&[]), Err(PdfProblem::NothingToPrint));
    }
}
