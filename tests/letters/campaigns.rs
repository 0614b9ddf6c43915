//! The campaigns that the golden letters belong to.

use casework::campaign::{Campaign, Prefix};
use casework::id::{CampaignId, QuestionId};
use casework::question::{Question, Role};
use imports::{Outline, read_outline};

/// The questions of the sample campaign, as the program ships them.
const SAMPLE: &str = include_str!("../../crates/desk/data/sample/questions.txt");

/// The longest question that a campaign may have.
pub const LONGEST: usize = 4_000;

fn questions(outline: &Outline) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for question in &outline.questions {
        let counted = if question.follow_up { Role::FollowUp } else { Role::Counted };
        let stem = if question.parts.is_empty() { counted } else { Role::Stem };
        let whole = (None, stem, &question.text);
        let parts = question.parts.iter().map(|part| (Some(part.letter), counted, &part.text));
        for (part, role, text) in std::iter::once(whole).chain(parts) {
            let position = u32::try_from(questions.len() + 1).expect("few questions");
            questions.push(Question {
                id: QuestionId(i64::from(position)),
                position,
                number: question.number,
                part,
                role,
                text: text.clone(),
            });
        }
    }
    questions
}

/// A campaign from an outline as a person types it.
pub fn campaign(prefix: &str, title: &str, outline: &str) -> Campaign {
    let outline = read_outline(outline).expect("an outline that can be read");
    Campaign {
        id: CampaignId(1),
        prefix: Prefix::parse(prefix).expect("a prefix"),
        title: title.to_owned(),
        periods: Vec::new(),
        questions: questions(&outline),
        note: outline.note,
        note_printed: false,
        sample: false,
    }
}

/// The sample: two periods, twelve questions, of which the last three are closing questions.
pub fn sample() -> Campaign {
    Campaign {
        periods: vec![
            "01 January 2017 – 01 January 2018".to_owned(),
            "01 January 2018 – 01 January 2019".to_owned(),
        ],
        sample: true,
        ..campaign("HT", "Human trafficking and slavery training", SAMPLE)
    }
}

/// Five questions, the third in three parts; no closing question, no period.
pub fn plain() -> Campaign {
    let outline = "\
        1. How many officers hold a current qualification in the use of tasers?\n\
        2. How much was spent on that training, in pounds (£)?\n\
        3. For each use of a taser, please give:\n\
           (a) the month;\n\
           (b) whether it was drawn, aimed or fired;\n\
           (c) the age band of the person concerned.\n\
        4. How many of those uses were referred to the Independent Office for Police Conduct?\n\
        5. What is the retention period of the body-worn video of such a use?\n";
    campaign("TZ", "Use of tasers", outline)
}

/// One question for each way in which a force can leave a question open, and one answered.
pub fn one_for_each_outcome() -> Campaign {
    let subjects = [
        "were dismissed",
        "were suspended",
        "were moved to other duties",
        "made a complaint",
        "were promoted",
        "left the force",
        "were reinstated",
        "were investigated by another force",
        "were named in an intelligence report",
        "were trained again",
        "were on sick leave",
        "were recruited",
        "were given an award",
    ];
    let outline: String = (1..)
        .zip(subjects)
        .map(|(number, what)| format!("{number}. How many officers {what} in 2025?\n"))
        .collect();
    campaign("AL", "Officers and outcomes", &outline)
}

/// Questions and title in Welsh, as a person types them. The program has no Welsh of its own.
pub fn welsh() -> Campaign {
    let outline = "\
        1. Sawl tŷ a chwiliwyd, a faint (£) a wariwyd ar y gwaith?\n\
        2. Ym mha orsaf y cedwir y cŵn – Tŷ Ŵyn, ‘Ŷd Melyn’ neu arall?\n\
        3. A oes polisi ar gyfer:\n\
           (a) gŵyl neu orymdaith;\n\
           (b) dŵr a llifogydd?\n";
    campaign("CY", "Cŵn heddlu a thŷ’r Ŵyl", outline)
}

/// So many short questions.
pub fn many(count: u32) -> Campaign {
    let outline: String = (1..=count)
        .map(|number| {
            format!("{number}. How many officers attended course {number}, and on which dates?\n")
        })
        .collect();
    campaign("MQ", "Courses", &outline)
}

/// One question of 4,000 characters between two short ones.
pub fn very_long() -> Campaign {
    let mut long = String::from("Please describe the course for each station:");
    for station in 1.. {
        let more = format!(
            " at station {station}, who taught it, for how many hours, with which materials and at what cost;"
        );
        if long.chars().count() + more.chars().count() >= LONGEST {
            break;
        }
        long.push_str(&more);
    }
    for word in
        ["and", "so", "on", "for", "the", "other", "stations", "of", "the", "force"].iter().cycle()
    {
        if long.chars().count() + word.len() + 12 > LONGEST {
            break;
        }
        long.push(' ');
        long.push_str(word);
    }
    let missing = LONGEST - long.chars().count() - " up to .".len();
    long.push_str(&format!(" up to {}.", "9".repeat(missing)));
    assert_eq!(long.chars().count(), LONGEST);
    let outline = format!(
        "1. How many stations are there?\n2. {long}\n3. How many courses were held in all?\n"
    );
    campaign("LQ", "One very long question", &outline)
}
