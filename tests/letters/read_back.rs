//! What other programs read in the file of a letter: its words, its fonts, and what it says of
//! itself.

use letters::letter::Letter;

use crate::printer::words_on_paper;
use crate::set::{GOLDENS, Golden, golden};
use crate::tools::OnDisk;

/// The words of a text.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// The words that were read, without the head of the later pages and the foot of every page.
fn without_furniture(letter: &Letter, pages: &[String]) -> Result<Vec<String>, String> {
    let count = pages.len();
    let mut all = Vec::new();
    for (number, page) in (1..).zip(pages) {
        let mut read = words(page);
        let mut foot = words(&letter.foot.references);
        foot.extend(letter.foot.notice.iter().flat_map(|notice| words(notice)));
        foot.extend(words(&format!("Page {number} of {count}")));
        if !read.ends_with(&foot) {
            return Err(format!("page {number} does not end with its foot {foot:?}"));
        }
        read.truncate(read.len() - foot.len());
        if number > 1 {
            let mut head = words(&letter.running_head.left);
            head.extend(words(&letter.running_head.right));
            if !read.starts_with(&head) {
                return Err(format!("page {number} does not begin with its head {head:?}"));
            }
            read.drain(..head.len());
        }
        all.extend(read);
    }
    Ok(all)
}

/// Where the words that were read are not those of the letter. A word that is broken over two lines
/// at a hyphen or a slash is read as two; two words are never one.
fn first_difference(written: &[String], read: &[String]) -> Option<String> {
    let mut rest = read.iter();
    for word in written {
        let mut got = String::new();
        while got.len() < word.len() {
            match rest.next() {
                Some(next) => got.push_str(next),
                None => return Some(format!("“{word}” is missing at the end")),
            }
        }
        if got != *word {
            return Some(format!("“{word}” was read as “{got}”"));
        }
    }
    rest.next().map(|more| format!("“{more}” is too much at the end"))
}

fn differs(letter: &Letter, pages: &[String]) -> Option<String> {
    let written: Vec<String> = words_on_paper(letter).iter().flat_map(|text| words(text)).collect();
    match without_furniture(letter, pages) {
        Ok(read) => first_difference(&written, &read),
        Err(fault) => Some(fault),
    }
}

/// Fails with what is wrong with each letter.
fn each(check: impl Fn(&Golden, &OnDisk) -> Option<String>) {
    let faults: Vec<String> = GOLDENS
        .iter()
        .filter_map(|one| {
            check(one, &OnDisk::new(&one.pdf)).map(|fault| format!("{}: {fault}", one.name))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn the_text_of_every_file_is_the_text_of_its_letter() {
    each(|one, file| differs(&one.told.letter, &file.raw_pages()));
}

#[test]
fn welsh_letters_pound_dash_and_apostrophe_are_read_back_as_typed() {
    let one = golden("welsh-request");
    let text = OnDisk::new(&one.pdf).raw_pages().join(" ");
    let typed = [
        "Sawl tŷ a chwiliwyd, a faint (£) a wariwyd ar y gwaith?",
        "y cŵn – Tŷ Ŵyn, ‘Ŷd Melyn’ neu arall?",
        "(a) gŵyl neu orymdaith;",
        "Tŷ’r Heddlu, Heol Ŷd",
        "ŴYN",
        "Llangŵyryfon",
        "Siân Gŵyr",
    ];
    let text = words(&text).join(" ");
    for typed in typed {
        assert!(text.contains(typed), "“{typed}” is not in: {text}");
    }
}

#[test]
fn every_font_is_embedded_as_a_subset_with_its_unicode_map() {
    each(|_, file| {
        let fonts = file.fonts();
        let bad: Vec<&String> = fonts
            .iter()
            .filter(|(_, flags)| flags.contains(&false))
            .map(|(name, _)| name)
            .collect();
        (fonts.is_empty() || !bad.is_empty()).then(|| format!("{bad:?} of {fonts:?}"))
    });
}

#[test]
fn every_file_passes_the_check_of_qpdf() {
    each(|one, file| {
        file.check(&one.name);
        None
    });
}

#[test]
fn every_file_says_what_it_is_and_when_it_was_written() {
    each(|one, file| {
        let letter = &one.told.letter;
        let expected = [
            ("PDF version", "1.7".to_owned()),
            ("Title", letter.title.clone()),
            ("Author", letter.author.clone()),
            ("CreationDate", format!("D:{}120000Z", letter.dated.format("%Y%m%d"))),
            ("Tagged", "yes".to_owned()),
            ("Pages", one.pages.pages.len().to_string()),
            ("Page size", "595.276 x 841.89 pts (A4)".to_owned()),
        ];
        let information = file.information();
        expected.into_iter().find_map(|(name, wanted)| {
            let found = information.get(name);
            (found != wanted).then(|| format!("{name} is “{found}”, not “{wanted}”"))
        })
    });
}

#[test]
fn the_references_stand_beside_the_address() {
    let text = OnDisk::new(&golden("follow-up-a-foia").pdf).side_by_side();
    let row = |begins: &str, ends: &str| {
        assert!(
            text.lines().any(|line| line.starts_with(begins) && line.ends_with(ends)),
            "no line from “{begins}” to “{ends}” in:\n{text}"
        );
    };
    row("Freedom of Information Unit", "17 November 2026");
    row("Devon and Cornwall Police", "HT-011/2");
    row("Police Headquarters", "FOI/2026/1234");
}

mod proofs {
    use super::*;

    fn read(texts: &[&str]) -> Option<String> {
        let read: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
        first_difference(&words("Trafficking/slavery indicators; £5 – Tŷ"), &read)
    }

    #[test]
    fn a_word_that_is_lost_changed_or_joined_to_the_next_is_found() {
        assert_eq!(read(&["Trafficking/slavery", "indicators; £5 – Tŷ"]), None);
        assert_eq!(read(&["Trafficking/", "slavery indicators; £5 – Tŷ"]), None);
        assert!(read(&["Trafficking/slavery £5 – Tŷ"]).is_some());
        assert!(read(&["Trafficking/slavery indicators; £5 – Ty"]).is_some());
        assert!(read(&["Trafficking/slavery indicators;£5 – Tŷ"]).is_some());
        assert!(read(&["Trafficking/slavery indicators; £5 – Tŷ more"]).is_some());
        assert!(read(&["Trafficking/slavery indicators; £5 –"]).is_some());
    }

    #[test]
    fn a_page_without_its_head_or_foot_is_found() {
        let one = golden("request-foia");
        let mut pages = OnDisk::new(&one.pdf).raw_pages();
        assert_eq!(differs(&one.told.letter, &pages), None);
        pages.swap(0, 1);
        assert!(differs(&one.told.letter, &pages).is_some());
    }
}
