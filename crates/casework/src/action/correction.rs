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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{EventKind, Fact, FromForce};
    use crate::outcome::Outcome;
    use crate::testing::{History, answer, day, theirs};
    use law::regime::Regime;

    const TODAY: &str = "2027-01-20";

    /// Replies of 14 December (events 3), about questions 1 and 2, and of 16 December (event 4),
    /// about question 3.
    fn two_replies() -> (History, EventId, EventId) {
        let mut history = History::sent(Regime::Foia);
        let first = history.reply("2026-12-14", &[(1, Outcome::Answered), (2, Outcome::Refused)]);
        let second = history.reply("2026-12-16", &[(3, Outcome::NotHeld)]);
        (history, first, second)
    }

    fn correct(
        history: &History,
        of: Option<EventId>,
        questions: &[i64],
        on: &str,
    ) -> Result<EventId, Refusal> {
        let answers: Vec<_> =
            questions.iter().map(|id| (QuestionId(*id), answer(Outcome::Partly))).collect();
        correct_outcomes(&history.case(), of, &answers, day(on), day(TODAY))
    }

    fn refused(result: Result<EventId, Refusal>, field: &str, words: &str) {
        let refusal = result.expect_err(words);
        assert_eq!(refusal.field.as_deref(), Some(field));
        assert!(refusal.message.contains(words), "{}", refusal.message);
    }

    #[test]
    fn what_is_put_right_is_found_in_the_reply_that_said_it() {
        let (history, first, second) = two_replies();
        assert_eq!(correct(&history, None, &[1, 2], TODAY), Ok(first));
        assert_eq!(correct(&history, None, &[3], TODAY), Ok(second));
        assert_eq!(correct(&history, None, &[4], TODAY), Ok(second), "no letter: the last reply");
        assert_eq!(correct(&history, Some(first), &[3], TODAY), Ok(first), "the one named");
        refused(correct(&history, None, &[1, 3], TODAY), "reply", "different letters");
        refused(correct(&history, Some(EventId(99)), &[1], TODAY), "reply", "still counts");
        refused(correct(&history, None, &[], TODAY), "outcomes", "No outcome is given");
    }

    #[test]
    fn nothing_is_put_right_before_it_came_or_after_today() {
        let (history, first, _) = two_replies();
        assert_eq!(correct(&history, None, &[1], "2026-12-14"), Ok(first), "the day it came");
        refused(correct(&history, None, &[1], "2026-12-13"), "on", "it came on 14 December 2026");
        refused(correct(&history, None, &[1], "2027-01-21"), "on", "is after today");
        let silent = History::sent(Regime::Foia);
        refused(correct(&silent, None, &[1], TODAY), "request", "has had no reply");
    }

    #[test]
    fn a_reply_that_was_replaced_cannot_be_put_right() {
        let mut history = History::sent(Regime::Foia);
        let first = history.reply("2026-12-14", &[(1, Outcome::Refused)]);
        let second = FromForce { supersedes: Some(first), ..theirs(&[(1, Outcome::Partly)]) };
        let second =
            history.event(EventKind::ReplyReceived, "2026-12-16", Fact::ReplyReceived(second));
        refused(correct(&history, Some(first), &[1], TODAY), "reply", "still counts");
        assert_eq!(correct(&history, Some(second), &[1], TODAY), Ok(second));
    }
}
