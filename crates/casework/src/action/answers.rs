//! Answers named in a file or on the command line, read against the campaign's questions.

use std::collections::BTreeSet;

use crate::id::QuestionId;
use crate::outcome::{Answer, Outcome};
use crate::question::{Question, Role};
use crate::refusal::Refusal;

/// A question named in a file or on the command line, with the answer given for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAnswer {
    /// The question's name: `2a`.
    pub question: String,
    /// What is said to it.
    pub answer: Answer,
}

/// Reads named answers against the campaign's questions.
///
/// # Errors
/// Refused, with the field, for a question that does not exist or has no outcome of its own, one
/// that is named twice, and sections beside an outcome that carries none.
pub fn name_answers(
    questions: &[Question],
    named: &[NamedAnswer],
) -> Result<Vec<(QuestionId, Answer)>, Refusal> {
    let mut answers = Vec::new();
    let mut seen = BTreeSet::new();
    for NamedAnswer { question: name, answer } in named {
        let field = format!("outcome of question {name}");
        let question = questions.iter().find(|q| q.key() == *name).ok_or_else(|| {
            let known: Vec<String> =
                questions.iter().filter(|q| q.role == Role::Counted).map(Question::key).collect();
            Refusal::new(
                format!("There is no question {name} in this campaign."),
                format!("The questions with outcomes are {}.", known.join(", ")),
            )
            .on(field.clone())
        })?;
        match question.role {
            Role::Counted => {}
            Role::Stem => {
                let parts: Vec<String> = questions
                    .iter()
                    .filter(|q| q.number == question.number && q.part.is_some())
                    .map(Question::key)
                    .collect();
                return Err(Refusal::new(
                    format!("Question {name} has parts, and each part has an outcome of its own."),
                    format!("Give an outcome for {}.", parts.join(", ")),
                )
                .on(field));
            }
            Role::FollowUp => {
                return Err(Refusal::new(
                    format!("Question {name} is a closing question and has no outcome of its own."),
                    "Leave it out: it is asked again while another question is open.",
                )
                .on(field));
            }
        }
        if !seen.insert(question.id) {
            return Err(Refusal::new(
                format!("Question {name} has two outcomes in one reply."),
                "Keep the one that is right.",
            )
            .on(field));
        }
        if answer.outcome == Outcome::Awaiting {
            return Err(Refusal::new(
                format!("“Awaiting” is no outcome of a reply (question {name})."),
                "Leave the question out, or say that it was not addressed.",
            )
            .on(field));
        }
        if !answer.grounds.is_empty() && !answer.outcome.may_carry_grounds() {
            return Err(Refusal::new(
                format!(
                    "Question {name} is marked “{}”, which carries no section, yet sections are given.",
                    answer.outcome
                ),
                "Mark it refused, partly answered, neither confirmed nor denied or available elsewhere, or leave the sections out.",
            )
            .on(field));
        }
        answers.push((question.id, answer.clone()));
    }
    Ok(answers)
}
