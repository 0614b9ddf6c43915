//! Every refusal with its line, and the sample's questions whole.

use super::*;

const SAMPLE: &[u8] = include_bytes!("../../../desk/data/sample/questions.txt");

/// The line and message of each problem.
fn problems(text: &str) -> Vec<(u64, String)> {
    let problems = read_outline(text).unwrap_err();
    assert!(problems.iter().all(|problem| !problem.hint.is_empty()));
    problems.into_iter().map(|problem| (problem.line, problem.message)).collect()
}

/// That exactly one problem is found, on this line, in these words.
fn one(text: &str, line: u64, words: &str) {
    let found = problems(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, line, "{found:?}");
    assert!(found[0].1.contains(words), "{found:?}");
}

#[test]
fn the_sample_is_twelve_questions_five_parts_and_three_closing_questions() {
    let outline = read_outline(SAMPLE).unwrap();
    let numbers: Vec<u32> = outline.questions.iter().map(|q| q.number).collect();
    assert_eq!(numbers, (1..=12).collect::<Vec<u32>>());
    let parts: Vec<(u32, char)> = outline
        .questions
        .iter()
        .flat_map(|q| q.parts.iter().map(|part| (q.number, part.letter)))
        .collect();
    assert_eq!(parts, [(2, 'a'), (2, 'b'), (2, 'c'), (2, 'd'), (2, 'e')]);
    let closing: Vec<u32> =
        outline.questions.iter().filter(|q| q.follow_up).map(|q| q.number).collect();
    assert_eq!(closing, [10, 11, 12]);
    assert_eq!(
        outline.closing_heading.as_deref(),
        Some("If unable to answer questions/provide data")
    );
    let note = outline.note.unwrap();
    assert!(note.starts_with("This document is merely a freedom of information request"));
    assert!(note.ends_with("as a lay person."));
    assert!(outline.questions[0].text.ends_with("in response to Hestia’s FOI)."));
    assert!(outline.questions[1].parts[4].text.contains(") – which requires police to"));
    assert_eq!(outline.questions[11].text, "If the data does not exist, why not?");
}

#[test]
fn numbers_letters_and_indentation_are_free() {
    let text = "\u{feff}1) One\r\n\ta) first\r\n      b. second\n(C) third\n2. Two\n";
    let outline = read_outline(text).unwrap();
    let letters: Vec<char> = outline.questions[0].parts.iter().map(|p| p.letter).collect();
    assert_eq!(letters, ['a', 'b', 'c']);
    assert_eq!(outline.questions[1].text, "Two");
    assert_eq!(outline.questions[1].line, 5);
    assert_eq!(outline.questions[0].parts[2].line, 4);
}

#[test]
fn lines_of_one_item_are_joined_with_one_space() {
    let text = "1. How many\n   officers,\n\n\n   and of what rank?\n2.\n  On its own line\n\
                (a) part\n  goes on\n";
    let outline = read_outline(text).unwrap();
    assert_eq!(outline.questions[0].text, "How many officers, and of what rank?");
    assert_eq!(outline.questions[1].text, "On its own line");
    assert_eq!(outline.questions[1].parts[0].text, "part goes on");
}

#[test]
fn a_number_inside_words_is_not_a_question() {
    let text = "1. Spending of more than\n1.5 million, under section\n31(1)(a) of the Act\n";
    let outline = read_outline(text).unwrap();
    assert_eq!(outline.questions.len(), 1);
    assert!(outline.questions[0].text.ends_with("31(1)(a) of the Act"));
}

#[test]
fn notes_stay_apart_from_questions() {
    let text = "Note: first\n  goes on\n1. One?\nNOTE: second\n\n2. Two?\n(a) part\n";
    let outline = read_outline(text).unwrap();
    assert_eq!(outline.note.as_deref(), Some("first goes on\n\nsecond"));
    assert_eq!(outline.questions[0].text, "One?");
    assert_eq!(outline.questions[1].parts.len(), 1);
    assert_eq!(read_outline("1. One?").unwrap().note, None);
}

#[test]
fn words_after_a_note_are_not_guessed_at() {
    one("1. One?\nNOTE: a\n\nmore words\n2. Two?", 4, "belongs to no question");
    one("1. One?\nNOTE:\n\n2. Two?", 2, "this note has no words");
}

#[test]
fn closing_questions_stand_under_their_heading() {
    for heading in [
        "Closing questions:",
        "FOLLOW-UP QUESTIONS:",
        "If you cannot answer",
        "If unable to answer questions/provide data",
    ] {
        let outline = read_outline(format!("1. One?\n{heading}\n2. Why not?")).unwrap();
        let follow_up: Vec<bool> = outline.questions.iter().map(|q| q.follow_up).collect();
        assert_eq!(follow_up, [false, true], "{heading}");
        assert_eq!(outline.closing_heading.as_deref(), Some(heading));
    }
    let inside = "1. Say why\nif you cannot answer\nall of it.\n2. Two?";
    assert_eq!(read_outline(inside).unwrap().closing_heading, None);
}

#[test]
fn a_closing_heading_out_of_place_is_refused() {
    one("Closing questions:\n1. One?", 1, "before any question");
    one("1. One?\nClosing questions:\n", 2, "no question stands under");
    one(
        "1. One?\nClosing questions:\n2. Two?\nClosing questions:\n3. Three?",
        4,
        "line 2 has it already",
    );
}

#[test]
fn other_headings_are_refused_and_not_lost() {
    one("My request\n\n1. One?", 1, "belongs to no question");
    one("Two lines\nof title\n\n1. One?", 1, "belongs to no question");
    assert_eq!(problems("Title\n\nDates\n\n1. One?").len(), 2);
    one("1. One?\n\nTraining records\n\n2. Two?", 3, "looks like a heading");
    one("1. One?\n\nTraining records:\n2. Two?", 3, "looks like a heading");
    let hint = read_outline("Title\n1. One?").unwrap_err()[0].hint.clone();
    assert!(hint.contains("closing heading"));
}

#[test]
fn a_paragraph_apart_is_not_glued_to_the_question_above() {
    let below = "1. One?\n\n\nPlease find attached our response.\n\nMore of it.";
    let found = problems(below);
    assert_eq!(found[0].0, 4);
    assert!(found[0].1.contains("stands apart"));
    assert_eq!(found[1].0, 6);
    let second = read_outline("1. One?\n\nPlease answer by year.").unwrap();
    assert_eq!(second.questions[0].text, "One? Please answer by year.");
}

#[test]
fn numbers_that_restart_skip_or_repeat_are_refused_with_what_was_expected() {
    assert_eq!(
        problems("1. a\n2. b\n1. c\n1. d\n2. e\n"),
        [
            (
                3,
                "question 3 was expected here, and 1 was found; line 1 has a question 1 already"
                    .into()
            ),
            (
                4,
                "question 4 was expected here, and 1 was found; line 1 has a question 1 already"
                    .into()
            ),
            (
                5,
                "question 5 was expected here, and 2 was found; line 2 has a question 2 already"
                    .into()
            ),
        ]
    );
    one("1. a\n2. b\n4. c\n5. d", 3, "question 3 was expected here, and 4 was found");
    one("1. a\n2. b\n2. c", 3, "line 2 has a question 2 already");
    one("2. a", 1, "question 1 was expected here, and 2 was found");
    one("0. a", 1, "question 1 was expected here, and 0 was found");
    one("1. a\n99999999999999999999. b", 2, "and 99999999999999999999 was found");
    one("1. a\n02. b", 2, "and 02 was found");
}

#[test]
fn a_number_written_another_way_is_refused() {
    one("1. One?\nQ2. Two?", 2, "“Q2.” is not how questions are numbered");
    one("1. One?\n(2) Two?", 2, "“(2)” is not how");
    one("1. One?\n2: Two?", 2, "“2:” is not how");
    one("1. One?\n1a) Part", 2, "part a is written together");
}

#[test]
fn parts_out_of_place_are_refused() {
    one("(a) part\n1. One?", 1, "part (a) stands before any question");
    one("1. One?\n(b) part", 2, "part (a) was expected here, and (b) was found");
    one("1. One?\n(a) p\n(c) p\n(d) p", 3, "part (b) was expected here, and (c) was found");
    one("1. One?\n(a) p\n(a) q", 3, "line 2 has a part (a) already");
}

fn lettered(letters: impl Iterator<Item = char>) -> String {
    letters.fold("1. One?\n".to_owned(), |text, letter| format!("{text}({letter}) part\n"))
}

#[test]
fn letters_run_to_z() {
    let all = lettered('a'..='z');
    assert_eq!(read_outline(&all).unwrap().questions[0].parts.len(), 26);
    one(&format!("{all}(aa) one more"), 28, "(aa) comes after (z)");
    one(&format!("{all}(a) again"), 28, "no part can come after (z)");
}

#[test]
fn the_letter_i_is_told_from_the_numeral() {
    let parts = &read_outline(lettered('a'..='k')).unwrap().questions[0].parts;
    assert_eq!(parts[8].letter, 'i');
    let nested = "a part cannot have parts of its own";
    one("1. One?\n(a) part\n(i) sub\n(b) part", 3, nested);
    assert_eq!(problems("1. One?\n(a) part\n(i) sub\n(ii) sub\n").len(), 2);
    one("1. One?\n(ii) part", 2, "part (a) was expected here, and (ii) was found");
    one("1. One?\n(i) part", 2, "part (a) was expected here, and (i) was found");
}

#[test]
fn questions_and_parts_need_words() {
    one("1.\n2. Two?", 1, "question 1 has no words");
    one("1.\n(a) part", 1, "question 1 has no words");
    one("1. One?\n(a)\n(b) part", 2, "part (a) of question 1 has no words");
}

#[test]
fn a_text_without_questions_is_refused() {
    for text in ["", "\n \n", "NOTE: only this"] {
        one(text, 1, "there is no question");
    }
}

#[test]
fn the_limits_are_said_with_their_line() {
    let full = |count: usize| -> String { (1..=count).map(|n| format!("{n}. Why?\n")).collect() };
    assert!(read_outline(full(MOST_QUESTIONS)).is_ok());
    one(&full(MOST_QUESTIONS + 2), 201, "more than 200 questions");
    let long = |count: usize| format!("1. Short?\n2. {}", "é".repeat(count));
    assert!(read_outline(long(MOST_CHARACTERS)).is_ok());
    one(&long(MOST_CHARACTERS + 1), 2, "question 2 has 4001 characters");
    let parts = format!("1. One?\n(a) {0}\n(b) {0}", "x".repeat(2_000));
    one(&parts, 1, "question 1 has 4004 characters");
    let note = format!("1. One?\nNOTE: {}", "x".repeat(4_001));
    one(&note, 2, "this note has 4001 characters");
}

#[test]
fn text_is_kept_as_typed() {
    let decomposed = "1. Cafe\u{301} – ‘Heddlu Gwent’ ﬁle Ŵ 😀?";
    let outline = read_outline(decomposed).unwrap();
    assert_eq!(outline.questions[0].text, &decomposed[3..]);
}

#[test]
fn bytes_that_are_not_text_are_refused_with_their_line() {
    let problems = read_outline(b"1. One?\n2. T\xE9").unwrap_err();
    assert_eq!((problems.len(), problems[0].line), (1, 2));
}

#[test]
fn a_long_list_of_problems_is_cut_and_counted() {
    let found = problems(&"Title\n\n".repeat(150));
    assert_eq!(found.len(), 101);
    assert_eq!(found[100].1, "51 more problems are not listed");
}
