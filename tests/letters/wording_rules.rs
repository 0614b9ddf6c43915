//! What no letter may say, and what each must: rules over the words of every golden letter. Each
//! rule is a function of one letter, and `proofs` shows that it fails on an invented offender.

use casework::letter::{LetterKind, Mode};
use casework::outcome::Outcome;
use casework::question::{Question, Role};
use law::regime::Regime;
use letters::letter::{Block, Item};

use crate::printer::{sentences, words_on_paper};
use crate::set::GOLDENS;
use crate::story::Told;

/// What is wrong with a letter, as sentences; nothing where nothing is.
type Rule = fn(&Told) -> Vec<String>;

/// What never stands on paper, in capitals or not.
const NEVER: [&str; 15] = [
    "{{", "}}", "{%", "%}", "[[", "]]", "if you", "  ", "mr ", "mrs ", "..", " ,", " .", "()", "( ",
];

/// Nobody speaks in the first person: the letter is the applicant's, whoever signs.
const FIRST_PERSON: [&str; 8] = ["i", "we", "our", "us", "my", "me", "i’d", "we’d"];

/// What harms: threats, accusation, sarcasm.
const HARSH: [&str; 8] =
    ["illegal", "invalid", "failed", "failure", "breach", "unacceptable", "legal action", "!"];

const SCOTLAND_NEVER: [&str; 6] = [
    "section 17(1)(c)",
    "section 17(1)(b)",
    "section 50",
    "(section 16(1))",
    "Freedom of Information Act 2000",
    "Code of Practice",
];

const FOIA_NEVER: [&str; 4] = ["section 20(1)", "section 21(1)", "(Scotland)", "section 15(1)"];

const REGULATIONS_NEVER: [&str; 10] = [
    "section 1(1)",
    "section 10(1)",
    "section 17(1)",
    "section 12",
    "section 10",
    "the Act ",
    "The Act ",
    "of the Act.",
    "cost limit",
    "exempt",
];

fn body(told: &Told) -> String {
    sentences(&told.letter).join("\n")
}

fn holds(texts: &[&str], told: &Told) -> Vec<String> {
    let body = body(told);
    texts.iter().filter(|text| body.contains(*text)).map(|text| format!("says “{text}”")).collect()
}

fn nothing_left_over(told: &Told) -> Vec<String> {
    let mut faults = Vec::new();
    for text in words_on_paper(&told.letter) {
        let small = format!("{} ", text.to_lowercase());
        let found = NEVER.iter().filter(|never| {
            let standing_alone = never.ends_with(' ') && never.starts_with('m');
            if standing_alone {
                small.split(' ').any(|w| w == never.trim())
            } else {
                small.contains(*never)
            }
        });
        faults.extend(found.map(|never| format!("“{never}” stands in “{text}”")));
    }
    faults
}

/// The wording's own sentences: neither questions nor the printed note, which are the user's.
fn own_words(told: &Told) -> Vec<String> {
    let note = told.campaign.note.as_deref().unwrap_or_default();
    let theirs: Vec<&str> =
        told.campaign.questions.iter().map(|question| question.text.as_str()).collect();
    sentences(&told.letter)
        .into_iter()
        .filter(|text| !theirs.contains(text) && *text != note && *text != told.campaign.title)
        .map(str::to_owned)
        .collect()
}

fn courteous_and_in_no_first_person(told: &Told) -> Vec<String> {
    let mut faults = Vec::new();
    for text in own_words(told) {
        let small = text.to_lowercase();
        let bare = |word: &str| word.trim_matches(|c: char| ",.;:?!".contains(c)).to_owned();
        let mut words = small.split_whitespace().map(bare);
        if let Some(word) = words.find(|word| FIRST_PERSON.contains(&word.as_str())) {
            faults.push(format!("“{word}” stands in “{text}”"));
        }
        faults.extend(
            HARSH.iter().filter(|h| small.contains(*h)).map(|h| format!("“{h}” in “{text}”")),
        );
    }
    faults.retain(|fault| !fault.contains("our reference"));
    faults
}

fn cites_its_own_act(told: &Told) -> Vec<String> {
    match told.regime {
        Regime::Foia => holds(&FOIA_NEVER, told),
        Regime::Foisa => holds(&SCOTLAND_NEVER, told),
        Regime::Eir | Regime::Eisr => holds(&REGULATIONS_NEVER, told),
    }
}

/// How the first sentence begins, by mode.
fn opening(told: &Told) -> Vec<&'static str> {
    let scotland = told.regime.is_scottish();
    let review = if told.regime == Regime::Eisr {
        "This letter is a requirement for a review (regulation 16(1))"
    } else if scotland {
        "This letter is a requirement for a review (section 20(1))"
    } else {
        "This letter is a request for an internal review"
    };
    match (told.kind, told.mode) {
        (LetterKind::Request, _) => vec![", this is a request for the recorded information"],
        (LetterKind::Review, _) | (_, Some(Mode::Review)) => vec![review],
        (_, Some(Mode::FreshRequest)) => vec!["This letter is a fresh request"],
        (_, Some(Mode::Both)) => vec![review, "(part 1), and a fresh request"],
        (_, Some(Mode::Enquiry)) => vec!["This letter is an enquiry."],
        (LetterKind::FollowUp, None) => vec!["a follow-up has a mode"],
    }
}

fn the_first_sentence_says_what_it_is(told: &Told) -> Vec<String> {
    let Some(Block::Paragraph(first)) = told.letter.body.first() else {
        return vec!["does not begin with a paragraph".to_owned()];
    };
    let end = first.find(". ").map_or(first.len(), |at| at + 1);
    let sentence = &first[..end];
    opening(told)
        .into_iter()
        .filter(|wanted| !sentence.contains(wanted))
        .map(|wanted| format!("begins “{sentence}”, without “{wanted}”"))
        .collect()
}

fn a_fresh_request_is_not_taken_for_a_review(told: &Told) -> Vec<String> {
    if told.mode.is_none_or(Mode::asks_review) {
        return Vec::new();
    }
    let body = body(told)
        .replace("It is not a request for an internal review", "")
        .replace("It is not a request for a review", "")
        .replace("nor a request for an internal review", "")
        .replace("nor a request for a review", "");
    ["request for an internal review", "request for a review", "requirement for a review"]
        .into_iter()
        .filter(|text| body.contains(text))
        .map(|text| format!("says “{text}”"))
        .collect()
}

/// All items of the body, a part with the item that it stands under.
fn items(told: &Told) -> Vec<(&Item, Option<&Item>)> {
    let mut items = Vec::new();
    for block in &told.letter.body {
        if let Block::Item(item) = block {
            items.push((item, None));
            items.extend(item.parts.iter().map(|part| (part, Some(item))));
        }
    }
    items
}

/// Whether a question is quoted: with its number and its whole text, a part under its question.
fn is_quoted(told: &Told, question: &Question) -> bool {
    let stem = told
        .campaign
        .questions
        .iter()
        .find(|stem| stem.number == question.number && stem.part.is_none());
    items(told).iter().any(|(item, above)| {
        let itself = item.number == question.printed_number() && item.text == question.text;
        let under = match (question.part, stem) {
            (Some(_), Some(stem)) => above.is_some_and(|above| {
                above.number == stem.printed_number() && above.text == stem.text
            }),
            _ => above.is_none(),
        };
        itself && under
    })
}

fn every_question_taken_up_is_quoted_in_full(told: &Told) -> Vec<String> {
    let mut wanted: Vec<&Question> =
        told.campaign.questions.iter().filter(|q| told.taken_up.contains(&q.id)).collect();
    if told.kind == LetterKind::Request {
        wanted = told.campaign.questions.iter().collect();
    }
    if wanted.is_empty() {
        return vec!["takes up no question".to_owned()];
    }
    let missing = wanted.into_iter().filter(|question| !is_quoted(told, question));
    missing.map(|question| format!("does not quote question {}", question.label())).collect()
}

fn with_outcome(told: &Told, wanted: Outcome) -> Vec<&Question> {
    let is_wanted = |question: &&Question| told.outcomes.contains(&(question.id, wanted));
    told.campaign.questions.iter().filter(is_wanted).collect()
}

fn has_closing_questions(told: &Told) -> bool {
    body(told).contains("that stays unanswered, please say")
}

/// What the letter says under the heading of a group, as one text.
fn group<'a>(told: &'a Told, heading: &str) -> Option<Vec<&'a str>> {
    let blocks = &told.letter.body;
    let at = blocks.iter().position(
        |block| matches!(block, Block::GroupHeading(text) if text.starts_with(heading)),
    )?;
    let mut said = Vec::new();
    for block in &blocks[at + 1..] {
        match block {
            Block::GroupHeading(_) | Block::PartHeading { .. } => break,
            Block::Paragraph(text) if text.starts_with("For any question above") => break,
            Block::Paragraph(text) => said.push(text.as_str()),
            Block::Item(item) => said.extend(item.remarks.iter().map(String::as_str)),
        }
    }
    Some(said)
}

fn what_is_neither_confirmed_nor_denied_is_not_asked_about(told: &Told) -> Vec<String> {
    let denied = with_outcome(told, Outcome::NeitherConfirmedNorDenied);
    if denied.is_empty() || told.kind == LetterKind::Request {
        return Vec::new();
    }
    let mut faults = Vec::new();
    let others = told.taken_up.iter().any(|id| denied.iter().all(|q| q.id != *id));
    if has_closing_questions(told) {
        let names = casework::question::list_of_questions(denied.iter().copied());
        if !others {
            faults.push("asks the closing questions where there is nothing to ask".to_owned());
        }
        if !body(told).contains(&format!("For any question above, other than {names}, that stays"))
        {
            faults.push(format!("does not except {names} from the closing questions"));
        }
    }
    let asks = ["whether the information is held", "does the data exist", "whether it is held"];
    for said in group(told, "Neither confirmed nor denied").unwrap_or_default() {
        let asked = asks.iter().filter(|asks| said.contains(*asks));
        faults
            .extend(asked.map(|asks| format!("asks “{asks}” under neither confirmed nor denied")));
    }
    for block in &told.letter.body {
        let Block::Paragraph(text) = block else { continue };
        if text.contains("please give the recorded information that shows") {
            let labels: Vec<&str> = text.split([' ', ',', ':']).collect();
            let named = denied.iter().filter(|q| labels.contains(&q.label().as_str()));
            faults.extend(named.map(|q| format!("asks afresh about question {}", q.label())));
        }
    }
    faults
}

fn what_is_not_held_is_not_asked_for_again(told: &Told) -> Vec<String> {
    let not_held = with_outcome(told, Outcome::NotHeld);
    let request = told.kind == LetterKind::Request;
    if request || !not_held.iter().any(|q| told.taken_up.contains(&q.id)) {
        return Vec::new();
    }
    let Some(said) = group(told, "Not held") else {
        return vec!["does not say what was not held".to_owned()];
    };
    let said = said.join(" ");
    let mut faults = Vec::new();
    if !said.contains("not asked for again") {
        faults.push(format!("does not say that it is not asked for again: “{said}”"));
    }
    for asks in ["Please answer", "please answer", "give the rest", "have it answered"] {
        if said.contains(asks) {
            faults.push(format!("asks “{asks}” of what is not held"));
        }
    }
    for question in not_held {
        let quoted = items(told).iter().filter(|(item, _)| item.text == question.text).count();
        if quoted > 1 {
            faults.push(format!("quotes question {} {quoted} times", question.label()));
        }
    }
    faults
}

fn no_question_is_quoted_twice(told: &Told) -> Vec<String> {
    let counted = told.campaign.questions.iter().filter(|question| question.role == Role::Counted);
    counted
        .filter(|question| {
            let same = |(item, _): &&(&Item, Option<&Item>)| {
                item.text == question.text && item.number == question.printed_number()
            };
            items(told).iter().filter(same).count() > 1
        })
        .map(|question| format!("quotes question {} twice", question.label()))
        .collect()
}

/// Every sentence ends as one.
fn paragraphs_end_as_sentences(told: &Told) -> Vec<String> {
    let note = told.campaign.note.as_deref();
    let ends = |text: &str| text.ends_with(['.', ':', '?']);
    let mut faults = Vec::new();
    for block in &told.letter.body {
        match block {
            Block::Paragraph(text) if !ends(text) && Some(text.as_str()) != note => {
                faults.push(format!("a paragraph ends “{text}”"));
            }
            Block::Item(item) => {
                let bad = item.remarks.iter().filter(|remark| !ends(remark));
                faults.extend(bad.map(|remark| format!("a remark ends “{remark}”")));
            }
            Block::Paragraph(_) | Block::PartHeading { .. } | Block::GroupHeading(_) => {}
        }
    }
    faults
}

fn every_letter_keeps(rule: Rule) {
    let faults: Vec<String> = GOLDENS
        .iter()
        .flat_map(|one| {
            rule(&one.told)
                .into_iter()
                .map(|fault| format!("{} {fault}", one.name))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_letter_has_a_placeholder_an_if_or_a_slip_of_spacing_left_in_it() {
    every_letter_keeps(nothing_left_over);
}

#[test]
fn no_letter_threatens_accuses_or_speaks_in_the_first_person() {
    every_letter_keeps(courteous_and_in_no_first_person);
}

#[test]
fn every_letter_cites_the_act_of_its_force_and_no_other() {
    every_letter_keeps(cites_its_own_act);
}

#[test]
fn the_first_sentence_of_every_letter_says_what_it_is_in_law() {
    every_letter_keeps(the_first_sentence_says_what_it_is);
}

#[test]
fn a_follow_up_that_asks_for_no_review_says_so_and_cannot_be_taken_for_one() {
    every_letter_keeps(a_fresh_request_is_not_taken_for_a_review);
    let kept = GOLDENS.iter().filter(|one| one.told.mode == Some(Mode::FreshRequest));
    for one in kept {
        assert!(body(&one.told).contains("It is not a request for a"), "{}", one.name);
    }
}

#[test]
fn every_question_that_a_letter_takes_up_is_quoted_in_full_under_its_own_number() {
    every_letter_keeps(every_question_taken_up_is_quoted_in_full);
}

#[test]
fn no_question_stands_twice_in_a_letter() {
    every_letter_keeps(no_question_is_quoted_twice);
}

#[test]
fn a_question_that_is_neither_confirmed_nor_denied_is_never_asked_whether_it_is_held() {
    every_letter_keeps(what_is_neither_confirmed_nor_denied_is_not_asked_about);
    let with = GOLDENS.iter().filter(|one| has_closing_questions(&one.told)).count();
    assert!(with > 0, "the closing questions were not found anywhere");
}

#[test]
fn what_is_not_held_is_asked_about_but_not_asked_for_again() {
    every_letter_keeps(what_is_not_held_is_not_asked_for_again);
}

#[test]
fn every_paragraph_ends_as_a_sentence_or_leads_to_a_list() {
    every_letter_keeps(paragraphs_end_as_sentences);
}

#[path = "wording_proofs.rs"]
mod proofs;
