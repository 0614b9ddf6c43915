//! A letter as content: what is said, as data, before anything is placed on a page.
//!
//! The composer (`wording`) makes these values, `layout` places them, `pdf` writes them. A test can
//! therefore compare what a letter says without looking at where it says it.

use chrono::NaiveDate;

/// One letter, complete: every word that will stand on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The date that the letter bears (a civil date; also the only date in the file's metadata).
    pub dated: NaiveDate,
    /// The document title in the file's metadata, such as `HT-011/1: request to Essex Police`.
    pub title: String,
    /// The author in the file's metadata: the applicant.
    pub author: String,
    /// Name and contact line at the head of the first page.
    pub letterhead: Letterhead,
    /// The lines of the address, already in posting form (town in capitals, postcode last). Empty
    /// where no address is known: the letter is kept, but cannot be posted.
    pub addressee: Vec<String>,
    /// Date, references and channel, beside the address.
    pub particulars: Vec<Particular>,
    /// `Dear Sir or Madam`.
    pub salutation: String,
    /// The one heading: the Act, and what the letter is.
    pub heading: String,
    /// Lines below the heading in italic: the campaign's title and periods.
    pub subject: Vec<String>,
    /// What the letter says, from the first paragraph to the last.
    pub body: Vec<Block>,
    /// `Yours faithfully`.
    pub valediction: String,
    /// The lines below the space for a signature: the signatory, and for whom.
    pub signature: Vec<String>,
    /// What is enclosed, one entry a line; empty where nothing is.
    pub enclosures: Vec<String>,
    /// The head of every page after the first.
    pub running_head: RunningHead,
    /// The foot of every page. "Page x of y" is added by the layout.
    pub foot: Foot,
}

/// The head of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// The organisation, or the applicant where there is none.
    pub name: String,
    /// Address, e-mail and telephone in one line.
    pub contact: String,
}

/// A labelled line beside the address, such as `Our reference` / `HT-011/1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particular {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: String,
}

/// The head of a page after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunningHead {
    /// Who writes.
    pub left: String,
    /// To whom, and their reference where there is one.
    pub right: String,
}

/// The foot of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foot {
    /// Our reference, at the left.
    pub references: String,
    /// A notice in the middle: `Sample: not for posting`.
    pub notice: Option<String>,
}

/// One piece of the body. Items that follow one another are one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph of running text.
    Paragraph(String),
    /// The heading of a part of the letter: semibold, with its own reference in ordinary weight.
    PartHeading {
        /// `Part 1. Request for an internal review`.
        text: String,
        /// `our reference HT-015/2`, printed in brackets.
        reference: Option<String>,
    },
    /// The heading of a group of questions: semibold italic.
    GroupHeading(String),
    /// A numbered item of a list.
    Item(Item),
}

/// A numbered item: a question with its parts, keeping the number of the original request.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// The number as printed: `2.` or `(a)`.
    pub number: String,
    /// The whole text; empty where only the parts are printed.
    pub text: String,
    /// What the letter says of this item, as paragraphs under its text.
    pub remarks: Vec<String>,
    /// The parts (a), (b) …, each indented below it.
    pub parts: Vec<Item>,
}
