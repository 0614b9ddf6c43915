//! The fields that every wording may use.

use casework::clock::words;
use minijinja::Value;

use super::compose::Facts;
use super::law_words::{LawWords, law_words};

/// A field and its value.
pub(super) type Fields = Vec<(&'static str, Value)>;

/// Fields as a value that a wording can look names up in.
pub(super) fn value_of(fields: Fields) -> Value {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect::<std::collections::BTreeMap<String, Value>>()
        .into()
}

/// The law's words as fields: `law.reasons` and so on.
fn law(words: &LawWords) -> Value {
    value_of(vec![
        ("right", words.right.into()),
        ("response", words.response.into()),
        ("answer_time", words.answer_time.into()),
        ("advice", words.advice.into()),
        ("form", words.form.into()),
        ("confirm", words.confirm.into()),
        ("name_exemption", words.name_exemption.into()),
        ("reasons", words.reasons.into()),
        ("public_interest", words.public_interest.into()),
        ("balance", words.balance.into()),
        ("cost_notice", words.cost_notice.into()),
        ("cost_confirm", words.cost_confirm.into()),
        ("vexatious_notice", words.vexatious_notice.into()),
        ("held_by_another", words.held_by_another.into()),
        ("not_held_notice", words.not_held_notice.unwrap_or_default().into()),
        ("ncnd", words.ncnd.into()),
        ("review", words.review.into()),
        ("review_time", words.review_time.into()),
        ("commissioner", words.commissioner.into()),
    ])
}

/// The fields of a campaign, a force and a sender.
pub(super) fn common(facts: &Facts<'_>) -> Fields {
    let words_of_law = law_words(facts.regime);
    let scotland = facts.regime.is_scottish();
    let environmental = facts.regime.is_environmental();
    let campaign = facts.campaign;
    let (review_name, review_what, review_title, review_short_title, review_part_title) =
        if scotland {
            (
                "a review",
                format!("a requirement for a review ({})", words_of_law.review),
                "requirement for review",
                "review",
                "Requirement for review",
            )
        } else {
            (
                "an internal review",
                "a request for an internal review".to_owned(),
                "request for an internal review",
                "internal review",
                "Request for an internal review",
            )
        };
    vec![
        ("act", facts.regime.act().into()),
        ("law", law(&words_of_law)),
        ("scotland", scotland.into()),
        ("environmental", environmental.into()),
        ("the_act", if environmental { "the Regulations" } else { "the Act" }.into()),
        ("unit", if environmental { "regulation" } else { "section" }.into()),
        ("exempt", if environmental { "withheld" } else { "exempt" }.into()),
        ("exemption", if environmental { "exception" } else { "exemption" }.into()),
        ("applicant", facts.sender.applicant.as_str().into()),
        ("applicant_address", facts.sender.address.join(", ").into()),
        ("force", facts.force.name.as_str().into()),
        ("campaign", campaign.title.as_str().into()),
        ("periods", periods(&campaign.periods).into()),
        ("many_periods", (campaign.periods.len() > 1).into()),
        ("reply_email", facts.sender.email.clone().unwrap_or_default().into()),
        ("reference", facts.letter_reference().into()),
        (
            "second_reference",
            facts
                .second_number
                .map(|number| facts.reference.letter(number))
                .unwrap_or_default()
                .into(),
        ),
        ("dated", words(facts.dated).into()),
        ("review_name", review_name.into()),
        ("review_what", review_what.into()),
        ("review_title", review_title.into()),
        ("review_short_title", review_short_title.into()),
        ("review_part_title", review_part_title.into()),
    ]
}

/// Points to the periods named under the heading; empty where the campaign names none.
fn periods(periods: &[String]) -> &'static str {
    match periods {
        [] => "",
        [_] => "for the period named above",
        [_, _, ..] => "for the periods named above",
    }
}
