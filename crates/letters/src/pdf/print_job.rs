//! Many kept letters as one job for the printer.
//!
//! The kept files are taken as they are: what is printed is what was kept. The job has a bookmark
//! for every letter, and every letter begins on a sheet of its own when printed on both sides. It
//! carries no tags: nobody has it read out.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
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
/// If one of the kept files is no PDF that can be read: it is named.
pub fn print_job(letters: &[JobLetter<'_>]) -> Result<Vec<u8>, PdfProblem> {
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
    /// Streams by what is in them: faces that are alike are kept once.
    streams: BTreeMap<Vec<u8>, ObjectId>,
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
            streams: BTreeMap::new(),
            pages_of_letter: 0,
        }
    }

    fn add(&mut self, letter: &JobLetter<'_>) -> Result<(), PdfProblem> {
        let unreadable = |reason: String| PdfProblem::Unreadable {
            title: letter.title.clone(),
            reason,
        };
        let kept = Document::load_mem(letter.pdf).map_err(|e| unreadable(e.to_string()))?;
        let pages: Vec<ObjectId> = kept.page_iter().collect();
        if pages.is_empty() {
            return Err(unreadable("it has no pages".to_owned()));
        }
        let mut taken = Taken {
            kept: &kept,
            ids: BTreeMap::new(),
        };
        for (index, page) in pages.iter().enumerate() {
            let dictionary = kept
                .get_dictionary(*page)
                .map_err(|e| unreadable(e.to_string()))?;
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
            Description {
                title: &title,
                author: None,
                dated: None,
            },
        );
        finish::save(self.document)
    }

    fn write_bookmarks(&mut self) -> Option<ObjectId> {
        let ids: Vec<ObjectId> = self
            .bookmarks
            .iter()
            .map(|_| self.document.new_object_id())
            .collect();
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

    fn add_stream(&mut self, stream: Stream) -> ObjectId {
        let mut hash = Sha256::new();
        hash.update(format!("{:?}", stream.dict));
        hash.update(&stream.content);
        let key = hash.finalize().to_vec();
        if let Some(id) = self.streams.get(&key) {
            return *id;
        }
        let id = self.document.add_object(stream);
        self.streams.insert(key, id);
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
        if let Object::Stream(mut stream) = object {
            self.bring_entries(&mut stream.dict, job);
            let new = job.add_stream(stream);
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
