//! What each line is, for those who have the letter read out: headings, paragraphs, lists with
//! their numbers. What repeats on every page is no part of the text.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::layout::{Length, Line, Pages, Role};

/// The marks of one page, line by line.
#[derive(Debug, Default)]
pub(crate) struct PageTags {
    /// For every line of the page.
    pub(crate) marks: Vec<Mark>,
    /// For every numbered mark of the page, the element that it belongs to.
    elements: Vec<usize>,
    /// The tree, kept with the first page.
    tree: Vec<Element>,
}

/// What a line is marked as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// It repeats on every page.
    Artifact,
    /// A part of the text, numbered within its page.
    Content {
        /// What kind of part.
        tag: &'static str,
        /// Its number.
        number: i64,
    },
}

/// A node of the tree.
#[derive(Debug)]
struct Element {
    tag: &'static str,
    kids: Vec<Kid>,
}

#[derive(Debug)]
enum Kid {
    Element(usize),
    /// Page and number.
    Marked(usize, i64),
}

const ROOT: usize = 0;

/// Decides what every line is marked as.
pub(crate) fn plan(pages: &Pages) -> Vec<PageTags> {
    let mut tree = Tree::default();
    let mut plan = Vec::new();
    for (page_index, page) in pages.pages.iter().enumerate() {
        let mut tags = PageTags::default();
        for line in &page.lines {
            let Some(element) = tree.element_of(line) else {
                tags.marks.push(Mark::Artifact);
                continue;
            };
            let number = i64::try_from(tags.elements.len()).unwrap_or(i64::MAX);
            tags.marks.push(Mark::Content { tag: tree.elements[element].tag, number });
            tags.elements.push(element);
            tree.elements[element].kids.push(Kid::Marked(page_index, number));
        }
        plan.push(tags);
    }
    if let Some(first) = plan.first_mut() {
        first.tree = tree.elements;
    }
    plan
}

/// A list that is open: where its numbers stand, and its current item's body.
struct OpenList {
    x: Length,
    list: usize,
    body: usize,
}

struct Tree {
    elements: Vec<Element>,
    by_piece: BTreeMap<usize, usize>,
    open: Vec<OpenList>,
}

impl Default for Tree {
    fn default() -> Self {
        Self {
            elements: vec![Element { tag: "Document", kids: Vec::new() }],
            by_piece: BTreeMap::new(),
            open: Vec::new(),
        }
    }
}

impl Tree {
    /// The element that a line belongs to, made if it is the first of its piece.
    fn element_of(&mut self, line: &Line) -> Option<usize> {
        if let Some(element) = self.by_piece.get(&line.piece) {
            return Some(*element);
        }
        let element = match line.role {
            Role::RunningHead | Role::FootReferences | Role::FootNotice | Role::FootPage => {
                return None;
            }
            Role::Heading => self.outside_lists("H1"),
            Role::PartHeading => self.outside_lists("H2"),
            Role::GroupHeading => self.outside_lists("H3"),
            Role::LetterheadName
            | Role::LetterheadContact
            | Role::Address
            | Role::ParticularLabel
            | Role::ParticularValue
            | Role::Salutation
            | Role::Subject
            | Role::Paragraph
            | Role::Valediction
            | Role::Signature
            | Role::Enclosure => self.outside_lists("P"),
            Role::ItemNumber => self.number(line.x),
            Role::ItemText | Role::Remark => self.in_item(line.x),
        };
        self.by_piece.insert(line.piece, element);
        Some(element)
    }

    fn add(&mut self, parent: usize, tag: &'static str) -> usize {
        let element = self.elements.len();
        self.elements.push(Element { tag, kids: Vec::new() });
        self.elements[parent].kids.push(Kid::Element(element));
        element
    }

    fn outside_lists(&mut self, tag: &'static str) -> usize {
        self.open.clear();
        self.add(ROOT, tag)
    }

    /// A number begins an item of the list whose numbers stand at this place.
    fn number(&mut self, x: Length) -> usize {
        self.open.retain(|list| list.x <= x);
        let list = match self.open.pop() {
            Some(same) if same.x == x => same.list,
            Some(outer) => {
                let body = outer.body;
                self.open.push(outer);
                self.add(body, "L")
            }
            None => self.add(ROOT, "L"),
        };
        let item = self.add(list, "LI");
        let label = self.add(item, "Lbl");
        let body = self.add(item, "LBody");
        self.open.push(OpenList { x, list, body });
        label
    }

    /// A text belongs to the innermost item whose number stands to its left.
    fn in_item(&mut self, x: Length) -> usize {
        self.open.retain(|list| list.x < x);
        let parent = self.open.last().map_or(ROOT, |list| list.body);
        self.add(parent, "P")
    }
}

/// Writes the tree into the document.
pub(crate) fn write(document: &mut Document, plan: &[PageTags], pages: &[ObjectId]) -> ObjectId {
    let elements: &[Element] = plan.first().map_or(&[], |first| &first.tree);
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = elements.iter().map(|_| document.new_object_id()).collect();
    let mut parents = vec![root; elements.len()];
    for (index, element) in elements.iter().enumerate() {
        for kid in &element.kids {
            if let Kid::Element(kid) = kid {
                parents[*kid] = ids[index];
            }
        }
    }
    for (index, element) in elements.iter().enumerate() {
        let object = element_dictionary(element, parents[index], &ids, pages);
        document.set_object(ids[index], object);
    }
    let mut numbers = Vec::new();
    for (page_index, tags) in plan.iter().enumerate() {
        let key = i64::try_from(page_index).unwrap_or(i64::MAX);
        let elements = tags.elements.iter().map(|element| reference(ids[*element]));
        numbers.push(Object::Integer(key));
        numbers.push(Object::Array(elements.collect()));
        if let Some(page) = pages.get(page_index)
            && let Ok(page) = document.get_dictionary_mut(*page)
        {
            page.set("StructParents", key);
            page.set("Tabs", Object::Name(b"S".to_vec()));
        }
    }
    let parent_tree = document.add_object(dictionary! { "Nums" => Object::Array(numbers) });
    let kids: Vec<Object> = ids.first().map(|id| reference(*id)).into_iter().collect();
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => Object::Array(kids),
            "ParentTree" => reference(parent_tree),
            "ParentTreeNextKey" => i64::try_from(plan.len()).unwrap_or(i64::MAX),
        },
    );
    root
}

fn element_dictionary(
    element: &Element,
    parent: ObjectId,
    ids: &[ObjectId],
    pages: &[ObjectId],
) -> Dictionary {
    let home = element.kids.iter().find_map(|kid| match kid {
        Kid::Element(_) => None,
        Kid::Marked(page, _) => Some(*page),
    });
    let kids = element
        .kids
        .iter()
        .map(|kid| match kid {
            Kid::Element(kid) => reference(ids[*kid]),
            Kid::Marked(page, number) if Some(*page) == home => Object::Integer(*number),
            Kid::Marked(page, number) => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => reference(pages[*page]),
                "MCID" => *number,
            }),
        })
        .collect();
    let mut object = dictionary! {
        "S" => element.tag,
        "P" => reference(parent),
        "K" => Object::Array(kids),
    };
    if let Some(page) = home {
        object.set("Pg", reference(pages[page]));
    }
    object
}

const fn reference(id: ObjectId) -> Object {
    Object::Reference(id)
}
