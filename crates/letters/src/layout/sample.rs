//! A letter for tests.

use chrono::NaiveDate;

use crate::letter::{Block, Foot, Item, Letter, Letterhead, Particular, RunningHead};

/// Three lines at the measure of the page.
pub(crate) const THREE_LINES: &str = "Please give us the recorded information about the training \
    of officers, with the names of the courses, the dates on which they were held, how many \
    officers attended each of them, and how their understanding was examined afterwards, if it \
    was examined at all.";

/// A letter with so many paragraphs of three lines.
pub(crate) fn letter_of(paragraphs: usize) -> Letter {
    let body = vec![Block::Paragraph(THREE_LINES.to_owned()); paragraphs];
    letter(body)
}

/// A letter that says this.
pub(crate) fn letter(body: Vec<Block>) -> Letter {
    let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    let particular =
        |label: &str, value: &str| Particular { label: label.to_owned(), value: value.to_owned() };
    Letter {
        dated: NaiveDate::from_ymd_opt(2026, 11, 16).unwrap(),
        title: "HT-011/1: request to Essex Police".to_owned(),
        author: "Rosa Whitfield".to_owned(),
        letterhead: Letterhead {
            name: "Harbour Street Justice Project".to_owned(),
            contact: "14 Harbour Street, Leeds LS0 0AA · foi@harbourstreet.example".to_owned(),
        },
        addressee: owned(&["Information Management", "Essex Police", "CHELMSFORD", "CM2 6DA"]),
        particulars: vec![
            particular("Date", "16 November 2026"),
            particular("Our reference", "HT-011/1"),
        ],
        salutation: "Dear Sir or Madam".to_owned(),
        heading: "Freedom of Information Act 2000: request for information".to_owned(),
        subject: owned(&["Human trafficking and slavery training"]),
        body,
        valediction: "Yours faithfully".to_owned(),
        signature: owned(&["Rosa Whitfield", "for Harbour Street Justice Project"]),
        enclosures: Vec::new(),
        running_head: RunningHead {
            left: "Harbour Street Justice Project".to_owned(),
            right: "Essex Police".to_owned(),
        },
        foot: Foot { references: "Our reference HT-011/1".to_owned(), notice: None },
    }
}

/// An item of a list.
pub(crate) fn item(number: &str, text: &str, parts: Vec<Item>) -> Item {
    Item { number: number.to_owned(), text: text.to_owned(), remarks: Vec::new(), parts }
}
