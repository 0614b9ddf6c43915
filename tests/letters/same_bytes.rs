//! The same letter is the same file, wherever and however often it is made.

use letters::layout::lay_out;
use letters::letter::Letter;
use letters::pdf::to_pdf;

use crate::set::GOLDENS;

fn written(letter: &Letter) -> Vec<u8> {
    to_pdf(&lay_out(letter).expect("pages"), letter).expect("a file")
}

/// The names of the letters whose file, made again here, is another.
fn changed() -> Vec<&'static str> {
    let other = |one: &&crate::set::Golden| written(&one.told.letter) != one.pdf;
    GOLDENS.iter().filter(other).map(|one| one.name.as_str()).collect()
}

#[test]
fn a_letter_made_twice_is_the_same_file() {
    assert_eq!(changed(), Vec::<&str>::new());
}

#[test]
fn a_letter_made_in_another_thread_is_the_same_file() {
    let elsewhere = std::thread::spawn(changed).join().expect("a thread");
    assert_eq!(elsewhere, Vec::<&str>::new());
}

#[test]
fn another_date_is_another_file() {
    let mut letter = GOLDENS[0].told.letter.clone();
    letter.dated = letter.dated.succ_opt().expect("a day");
    assert!(written(&letter) != GOLDENS[0].pdf);
}
