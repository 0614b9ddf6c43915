//! Each rule about words fails on a letter that offends against it.

use super::*;
use crate::campaigns;
use crate::story::{Story, police_scotland};
use casework::outcome::Outcome::{NeitherConfirmedNorDenied, NotHeld, Refused};

fn story() -> Story {
    Story::new(campaigns::plain()).answered(&[
        ("1", Refused, "31(1)(a)"),
        ("2", NotHeld, ""),
        ("3a", NeitherConfirmedNorDenied, "30(3)"),
    ])
}

fn follow_up() -> Told {
    story().follow_up(Mode::FreshRequest)
}

/// The letter passes the rule, and fails it once something was done to it.
fn caught(rule: Rule, told: impl Fn() -> Told, spoil: impl FnOnce(&mut Told)) -> Vec<String> {
    let mut told = told();
    assert_eq!(rule(&told), Vec::<String>::new());
    spoil(&mut told);
    let faults = rule(&told);
    assert!(!faults.is_empty(), "the rule let it pass");
    faults
}

fn paragraph(told: &mut Told, text: &str) {
    told.letter.body.push(Block::Paragraph(text.to_owned()));
}

#[test]
fn what_is_left_over_is_caught() {
    for text in
        ["{{ act }}.", "Answer, if you can.", "two  blanks.", "Dear Mr Smith.", "End..", "()."]
    {
        caught(nothing_left_over, follow_up, |told| paragraph(told, text));
    }
    let fault = |told: &mut Told| told.letter.addressee.push("[[list]]".to_owned());
    caught(nothing_left_over, follow_up, fault);
}

#[test]
fn a_threat_and_the_first_person_are_caught() {
    for text in ["We ask again.", "This is our right.", "This refusal is illegal.", "Answer now!"] {
        caught(courteous_and_in_no_first_person, follow_up, |told| paragraph(told, text));
    }
}

#[test]
fn the_wrong_act_is_caught() {
    let scottish = || Story::new(campaigns::plain()).to(police_scotland()).request();
    for text in SCOTLAND_NEVER {
        caught(cites_its_own_act, scottish, |told| paragraph(told, text));
    }
    for text in FOIA_NEVER {
        caught(cites_its_own_act, follow_up, |told| paragraph(told, text));
    }
}

#[test]
fn a_first_sentence_that_hides_the_mode_is_caught() {
    caught(the_first_sentence_says_what_it_is, follow_up, |told| told.mode = Some(Mode::Both));
    caught(the_first_sentence_says_what_it_is, follow_up, |told| {
        told.letter.body.insert(0, Block::Paragraph("Thank you for your letter.".to_owned()));
    });
}

#[test]
fn a_fresh_request_that_asks_for_a_review_is_caught() {
    caught(a_fresh_request_is_not_taken_for_a_review, follow_up, |told| {
        paragraph(told, "Please take it as a request for an internal review.");
    });
}

fn first_item(told: &mut Told) -> &mut Item {
    let mut items = told.letter.body.iter_mut().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        Block::Paragraph(_) | Block::PartHeading { .. } | Block::GroupHeading(_) => None,
    });
    items.next().expect("an item")
}

#[test]
fn a_question_that_is_shortened_renumbered_or_repeated_is_caught() {
    let rule = every_question_taken_up_is_quoted_in_full;
    caught(rule, follow_up, |told| first_item(told).text.truncate(20));
    caught(rule, follow_up, |told| first_item(told).number = "4.".to_owned());
    caught(no_question_is_quoted_twice, follow_up, |told| {
        let again = first_item(told).clone();
        told.letter.body.push(Block::Item(again));
    });
}

#[test]
fn a_question_about_what_is_neither_confirmed_nor_denied_is_caught() {
    let rule = what_is_neither_confirmed_nor_denied_is_not_asked_about;
    caught(rule, follow_up, |told| {
        for block in &mut told.letter.body {
            if let Block::Paragraph(text) = block {
                *text = text.replace(", other than question 3(a),", "");
            }
        }
    });
    caught(rule, follow_up, |told| {
        let at = told.letter.body.iter().position(
            |block| matches!(block, Block::GroupHeading(text) if text.starts_with("Neither")),
        );
        let asks = Block::Paragraph("Please say whether the information is held.".to_owned());
        told.letter.body.insert(at.expect("the group") + 1, asks);
    });
    caught(rule, follow_up, |told| {
        paragraph(told, "For 3(a), please give the recorded information that shows: 3(a) and 4.");
    });
}

#[test]
fn asking_again_for_what_is_not_held_is_caught() {
    let rule = what_is_not_held_is_not_asked_for_again;
    caught(rule, follow_up, |told| {
        for block in &mut told.letter.body {
            if let Block::Item(item) = block
                && item.number == "2."
            {
                item.remarks = vec!["Please answer.".to_owned()];
            }
        }
    });
}

#[test]
fn a_paragraph_that_stops_short_is_caught() {
    caught(paragraphs_end_as_sentences, follow_up, |told| paragraph(told, "It ends with"));
}
