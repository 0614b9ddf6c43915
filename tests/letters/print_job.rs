//! Several letters as one job for the printer, read back.

use letters::pdf::{JobLetter, print_job};
use serde_json::Value;

use crate::set::{Golden, golden};
use crate::tools::OnDisk;

/// One letter of one page and two of two: the one of an odd number comes before others.
const NAMES: [&str; 3] = ["no-closing-request", "request-foia", "request-scotland"];

fn letters() -> Vec<&'static Golden> {
    NAMES.iter().map(|name| golden(name)).collect()
}

fn job() -> Vec<u8> {
    let letters: Vec<JobLetter<'_>> = letters()
        .iter()
        .map(|one| JobLetter { title: one.told.letter.title.clone(), pdf: &one.pdf })
        .collect();
    print_job(&letters).expect("a job")
}

/// On which page of the job each letter begins, from 1, and how many pages there are in all.
fn expected_pages() -> (Vec<usize>, usize) {
    let mut begins = Vec::new();
    let mut pages: usize = 0;
    for one in letters() {
        pages = pages.next_multiple_of(2);
        begins.push(pages + 1);
        pages += one.pages.pages.len();
    }
    (begins, pages)
}

#[test]
fn a_job_has_every_page_of_its_letters_and_each_letter_begins_on_a_sheet_of_its_own() {
    let odd = letters().iter().any(|one| one.pages.pages.len() % 2 == 1);
    assert!(odd, "without a letter of an odd number of pages there is no blank back to see");
    let file = OnDisk::new(&job());
    let (begins, count) = expected_pages();
    assert_eq!(file.information().get("Pages"), count.to_string());
    let pages = file.raw_pages();
    assert_eq!(pages.len(), count);
    for (one, first) in letters().into_iter().zip(begins) {
        let own = OnDisk::new(&one.pdf).raw_pages();
        assert_eq!(pages[first - 1..first - 1 + own.len()], own, "{}", one.name);
        if let Some(after) = pages.get(first - 1 + own.len())
            && own.len() % 2 == 1
        {
            assert_eq!(after.trim(), "", "the back of {} is not blank", one.name);
        }
    }
}

#[test]
fn the_bookmarks_of_a_job_name_the_letters_and_point_to_their_first_pages() {
    let described = OnDisk::new(&job()).described();
    let outlines = described["outlines"].as_array().expect("bookmarks");
    let found: Vec<(&str, u64)> = outlines
        .iter()
        .map(|mark| {
            let page = mark["destpageposfrom1"].as_u64().expect("a page");
            (mark["title"].as_str().expect("a title"), page)
        })
        .collect();
    let (begins, _) = expected_pages();
    let wanted: Vec<(&str, u64)> = letters()
        .iter()
        .zip(begins)
        .map(|(one, page)| (one.told.letter.title.as_str(), u64::try_from(page).expect("few")))
        .collect();
    assert_eq!(found, wanted);
    let nested = |mark: &Value| mark["kids"].as_array().is_some_and(|kids| !kids.is_empty());
    assert!(!outlines.iter().any(nested));
}

#[test]
fn a_job_is_sound_and_carries_the_fonts_of_its_letters() {
    let file = OnDisk::new(&job());
    file.check("the job");
    let fonts = file.fonts();
    assert!(!fonts.is_empty());
    for (name, flags) in fonts {
        assert_eq!(flags, [true; 3], "{name}");
    }
    let information = file.information();
    assert_eq!(information.get("PDF version"), "1.7");
    assert_eq!(information.get("Title"), "3 letters for printing");
    assert_eq!(information.get("Tagged"), "no");
}

#[test]
fn the_same_letters_make_the_same_job() {
    assert!(job() == job());
    let elsewhere = std::thread::spawn(job).join().expect("a thread");
    assert!(job() == elsewhere);
}
