//! Where pages end, what is refused, and that nothing is lost.

use super::sample::{THREE_LINES, item, letter, letter_of};
use super::*;
use crate::letter::Block;

/// So many paragraphs of one line nearly fill the first page, or just do not fit on it.
const NEAR_THE_END: std::ops::Range<usize> = 12..22;

fn pages(letter: &Letter) -> Pages {
    lay_out(letter).unwrap()
}

/// The lines of the letter's own text on one page.
fn text_lines(page: &Page) -> Vec<&Line> {
    let around = |line: &&Line| {
        !matches!(
            line.role,
            Role::LetterheadName
                | Role::LetterheadContact
                | Role::Address
                | Role::ParticularLabel
                | Role::ParticularValue
                | Role::RunningHead
                | Role::FootReferences
                | Role::FootNotice
                | Role::FootPage
        )
    };
    page.lines.iter().filter(around).collect()
}

fn lines_of_piece(page: &Page, piece: usize) -> usize {
    page.lines.iter().filter(|line| line.piece == piece).count()
}

#[test]
fn no_paragraph_leaves_a_lone_line_on_either_page() {
    let long = [THREE_LINES; 3].join(" ");
    for before in NEAR_THE_END {
        let mut body = vec![Block::Paragraph("One line.".to_owned()); before];
        body.extend(vec![Block::Paragraph(long.clone()); 6]);
        let pages = pages(&letter(body));
        for two in pages.pages.windows(2) {
            let last = text_lines(&two[0]).last().unwrap().piece;
            let (above, below) = (lines_of_piece(&two[0], last), lines_of_piece(&two[1], last));
            assert!(below == 0 || (above >= 2 && below >= 2), "{above} and {below}");
        }
    }
}

#[test]
fn a_paragraph_of_three_lines_is_kept_together() {
    for paragraphs in 6..12 {
        let pages = pages(&letter_of(paragraphs));
        for page in &pages.pages {
            for line in text_lines(page) {
                if line.role == Role::Paragraph {
                    assert_eq!(lines_of_piece(page, line.piece), 3);
                }
            }
        }
    }
}

#[test]
fn two_lines_of_text_stand_above_the_signature() {
    for lines in NEAR_THE_END.chain(1..3).chain(42..50) {
        let body = vec![Block::Paragraph("One line.".to_owned()); lines];
        let pages = pages(&letter(body));
        let last = pages.pages.last().unwrap();
        let roles: Vec<Role> = text_lines(last).iter().map(|line| line.role).collect();
        let valediction = roles.iter().position(|role| *role == Role::Valediction);
        assert!(valediction.unwrap() >= 2, "{lines} lines: {roles:?}");
        assert_eq!(roles.last(), Some(&Role::Signature));
    }
}

#[test]
fn an_item_is_not_split_over_pages() {
    let parts =
        || ["(a)", "(b)", "(c)"].map(|number| item(number, THREE_LINES, Vec::new())).to_vec();
    for before in 8..22 {
        let mut body = vec![Block::Paragraph("One line.".to_owned()); before];
        body.push(Block::Item(item("1.", THREE_LINES, parts())));
        let pages = pages(&letter(body));
        let with_item: Vec<usize> = pages
            .pages
            .iter()
            .map(|page| {
                let lines = text_lines(page).into_iter();
                lines.filter(|line| line.role == Role::ItemText).count()
            })
            .filter(|count| *count > 0)
            .collect();
        assert_eq!(with_item.len(), 1, "{before} lines before");
    }
}

#[test]
fn an_item_taller_than_a_page_is_split_between_its_parts() {
    let parts =
        (1..=20).map(|number| item(&format!("({number})"), THREE_LINES, Vec::new())).collect();
    let pages = pages(&letter(vec![Block::Item(item("1.", "Say:", parts))]));
    assert_eq!(pages.pages.len(), 3);
    for page in pages.pages.iter().skip(1) {
        assert_eq!(text_lines(page)[0].role, Role::ItemNumber);
    }
    let numbers = pages.to_text().matches(" number ").count();
    assert_eq!(numbers, 21, "nothing is lost");
}

#[test]
fn headings_stay_with_what_follows() {
    for before in NEAR_THE_END {
        let mut body = vec![Block::Paragraph("One line.".to_owned()); before];
        body.push(Block::PartHeading {
            text: "Part 1. Review".to_owned(),
            reference: Some("our reference HT-015/2".to_owned()),
        });
        body.push(Block::GroupHeading("Refused, section 31(1)(a)".to_owned()));
        body.push(Block::Paragraph("Please say:".to_owned()));
        body.push(Block::Item(item("1.", THREE_LINES, Vec::new())));
        let pages = pages(&letter(body));
        for page in &pages.pages {
            let last = text_lines(page).last().unwrap().role;
            assert!(!matches!(last, Role::PartHeading | Role::GroupHeading));
            assert_ne!(text_lines(page).last().unwrap().text(), "Please say:");
        }
    }
}

#[test]
fn no_text_reaches_the_foot_or_the_right_margin() {
    let mut letter = letter_of(20);
    letter.foot.references = (1..30).map(|n| format!("HT-{n:03}/2, ")).collect();
    for page in &pages(&letter).pages {
        let foot = page
            .lines
            .iter()
            .filter(|line| line.role == Role::FootReferences)
            .map(|line| line.baseline)
            .min()
            .unwrap();
        for line in text_lines(page) {
            assert!(line.baseline + Length::from_mm(6.0) < foot);
            assert!(line.x + line.width() <= sheet::LEFT + sheet::MEASURE);
        }
    }
}

#[test]
fn a_number_without_text_stands_beside_its_first_part() {
    let body = vec![Block::Item(item("2.", "", vec![item("(c)", "The duty.", Vec::new())]))];
    let pages = pages(&letter(body));
    let row: Vec<(String, f64)> = text_lines(&pages.pages[0])
        .iter()
        .filter(|line| matches!(line.role, Role::ItemNumber | Role::ItemText))
        .map(|line| (line.text(), (line.x.to_mm() * 10.0).round() / 10.0))
        .collect();
    let expected = [("2.", 25.0), ("(c)", 33.0), ("The duty.", 41.0)];
    assert_eq!(row, expected.map(|(text, x)| (text.to_owned(), x)));
}

#[test]
fn a_wide_number_pushes_its_list_in() {
    let body = vec![
        Block::Item(item("1.", "Short.", Vec::new())),
        Block::Item(item("12(a)(iii).", "Wide.", Vec::new())),
    ];
    let pages = pages(&letter(body));
    let lines = text_lines(&pages.pages[0]);
    let number = lines.iter().find(|l| l.text().starts_with("12")).unwrap();
    let texts: Vec<&&Line> = lines.iter().filter(|l| l.role == Role::ItemText).collect();
    assert_eq!(texts[0].x, texts[1].x);
    assert!(number.x + number.width() < texts[1].x);
}

#[test]
fn an_address_of_seven_lines_is_refused() {
    let mut letter = letter_of(1);
    letter.addressee = vec!["Line".to_owned(); 7];
    assert_eq!(lay_out(&letter), Err(LayoutProblem::AddressTooLong { lines: 7 }));
    letter.addressee.pop();
    assert!(lay_out(&letter).is_ok());
}

#[test]
fn an_address_line_wider_than_the_window_is_refused() {
    let mut letter = letter_of(1);
    let line = "The Chief Constable of the Devon and Cornwall Constabulary, Exeter".to_owned();
    letter.addressee.push(line.clone());
    let problem = lay_out(&letter).unwrap_err();
    let LayoutProblem::AddressLineTooWide { line: at, width_mm } = &problem else {
        panic!("{problem}");
    };
    assert_eq!(*at, line);
    assert!(*width_mm > 82.0 && *width_mm < 130.0, "{width_mm}");
    let measured = crate::font::measure(&line, crate::font::Face::Regular, 11.0);
    assert!((measured.to_mm() - width_mm).abs() <= 0.05);
}

#[test]
fn what_stands_around_the_text_wraps_or_is_refused() {
    let long = "Very long words ".repeat(14);
    let mut letter = letter_of(20);
    letter.particulars[1].value = "HT-011/1, HT-011/2 and HT-011/3".to_owned();
    assert!(lay_out(&letter).is_ok());
    letter.particulars[1].value = long.clone();
    let problem = lay_out(&letter).unwrap_err();
    assert!(matches!(problem, LayoutProblem::ParticularsTooLong { .. }));

    let mut letter = letter_of(20);
    letter.letterhead.name = long.clone();
    let problem = lay_out(&letter).unwrap_err();
    assert!(matches!(problem, LayoutProblem::LetterheadTooLong { .. }));

    let mut letter = letter_of(20);
    letter.running_head.right = "Very long words ".repeat(8);
    let pages = pages(&letter);
    let heads = pages.pages[1].lines.iter().filter(|line| line.role == Role::RunningHead);
    assert!(heads.count() > 2);
    letter.running_head.right = long.repeat(3);
    let problem = lay_out(&letter).unwrap_err();
    assert!(matches!(problem, LayoutProblem::RunningHeadTooLong { .. }));

    let mut letter = letter_of(1);
    letter.foot.notice = Some(long.clone());
    let problem = lay_out(&letter).unwrap_err();
    assert!(matches!(problem, LayoutProblem::NoticeTooWide { .. }));
    letter.foot.notice = None;
    letter.foot.references = long.repeat(5);
    let problem = lay_out(&letter).unwrap_err();
    assert!(matches!(problem, LayoutProblem::FootTooLong { .. }));
}

#[test]
fn a_missing_character_is_refused_with_its_text() {
    let mut letter = letter_of(1);
    letter.signature.push("Rosa ✒".to_owned());
    let problem = lay_out(&letter).unwrap_err();
    let LayoutProblem::MissingGlyph { character, text } = &problem else {
        panic!("{problem}");
    };
    assert_eq!(*character, '✒');
    assert!(text.contains("Rosa ✒"));
    assert!(problem.to_string().contains("U+2712"));
}

#[test]
fn every_page_has_its_number_and_its_fold_marks() {
    let pages = pages(&letter_of(40));
    let count = pages.pages.len();
    assert!(count > 2);
    for (index, page) in pages.pages.iter().enumerate() {
        let label = page.lines.iter().find(|line| line.role == Role::FootPage);
        let expected = format!("Page {} of {count}", index + 1);
        assert_eq!(label.unwrap().text(), expected);
        let folds = page.rules.iter().filter(|rule| rule.role == RuleRole::Fold);
        assert_eq!(folds.count(), 2);
    }
}

#[test]
fn the_readable_form_says_where_each_line_stands() {
    let text = pages(&letter_of(1)).to_text();
    for expected in [
        " 1 letterhead     25.0   21.0 semibold 15 Harbour Street Justice Project\n",
        " 1 address        25.0   56.8 regular 11 Information Management\n",
        " 1 value         157.0   56.7 regular 10 16 November 2026\n",
        " 1 salutation     25.0   98.0 regular 11 Dear Sir or Madam\n",
    ] {
        assert!(text.contains(expected), "{expected:?} in\n{text}");
    }
}

#[test]
fn a_short_first_item_is_not_left_behind_by_its_list() {
    for before in NEAR_THE_END {
        let mut body = vec![Block::Paragraph("One line.".to_owned()); before];
        body.push(Block::Paragraph("Please give:".to_owned()));
        for (number, text) in [("(a)", "the first;"), ("(b)", "the second;"), ("(c)", "the last.")]
        {
            body.push(Block::Item(item(number, text, Vec::new())));
        }
        let pages = pages(&letter(body));
        let page_of = |text: &str| {
            pages.pages.iter().position(|page| page.lines.iter().any(|line| line.text() == text))
        };
        assert!(page_of("the first;").is_some());
        assert_eq!(page_of("the first;"), page_of("the second;"), "{before} paragraphs before");
        assert_eq!(page_of("Please give:"), page_of("the first;"), "{before} paragraphs before");
    }
}

#[test]
fn a_postcode_in_a_sentence_has_figures_as_high_as_capitals() {
    let body = vec![Block::Paragraph("0 is not the 0 of LS0 or the 0 of 40(5B)0.".to_owned())];
    let pages = pages(&letter(body));
    let line = text_lines(&pages.pages[0]).into_iter().find(|l| l.role == Role::Paragraph).unwrap();
    let zeros: Vec<u16> = line
        .runs
        .iter()
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| glyph.text == "0")
        .map(|glyph| glyph.id)
        .collect();
    let [plain, again, postcode, last, _, section] = zeros[..] else { panic!("{zeros:?}") };
    assert_ne!(plain, postcode, "the figures are told apart by their glyphs");
    assert_eq!([plain, again, last, section], [plain; 4]);
}
