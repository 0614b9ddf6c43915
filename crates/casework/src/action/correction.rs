//! Putting an outcome right: what a reply says is read better, and nothing is typed over.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::days::not_after_today;
use crate::case::Case;
use crate::clock::words;
use crate::id::{EventId, QuestionId};
use crate::outcome::Answer;
use crate::refusal::Refusal;

/// May these outcomes be put right on this day, and in which letter of theirs? That is the one named,
/// else the one that gave these questions their outcomes, else the last reply.
///
/// # Errors
/// Refused where nothing came back, where the letter named is none of theirs, where nothing is to be
/// put right, or for a day that cannot be right.
pub fn correct_outcomes(
    case: &Case,
    of: Option<EventId>,
    answers: &[(QuestionId, Answer)],
    on: NaiveDate,
    today: NaiveDate,
) -> Result<EventId, Refusal> {
    not_after_today(on, today, "on")?;
    let replies = case.replies.iter().filter(|reply| !reply.superseded);
    let theirs: Vec<(EventId, NaiveDate)> = replies
        .map(|reply| (reply.event, reply.known_on))
        .chain(case.decisions().map(|decided| (decided.event, decided.known_on)))
        .collect();
    let Some(last) = theirs.iter().max_by_key(|(event, known_on)| (*known_on, *event)) else {
        return Err(Refusal::new(
            format!("{} has had no reply, so no outcome can be put right.", case.reference),
            "Record the reply first.",
        )
        .on("request"));
    };
    if answers.is_empty() {
        return Err(Refusal::new(
            "No outcome is given.",
            "Say which question is put right, and how.",
        )
        .on("outcomes"));
    }
    let given_by: BTreeSet<EventId> = answers
        .iter()
        .filter_map(|(question, _)| case.answers.get(question).and_then(|current| current.from))
        .collect();
    let of = match (of, given_by.len()) {
        (Some(named), _) => named,
        (None, 0) => last.0,
        (None, 1) => given_by.first().copied().unwrap_or(last.0),
        (None, _) => {
            return Err(Refusal::new(
                "These questions have their outcomes from different letters.",
                "Put them right one letter at a time, naming the reply by the number of its event.",
            )
            .on("reply"));
        }
    };
    let Some((_, known_on)) = theirs.iter().find(|(event, _)| *event == of) else {
        return Err(Refusal::new(
            "That is not the number of a reply to this request that still counts.",
            "Choose one of its replies or the decision of a review, by the number of its event.",
        )
        .on("reply"));
    };
    if on < *known_on {
        return Err(Refusal::new(
            format!(
                "It cannot have been put right on {}: it came on {}.",
                words(on),
                words(*known_on)
            ),
            "Give the day on which you put it right.",
        )
        .on("on"));
    }
    Ok(of)
}
