//! A question of a campaign, or one part of it.

use law::coded;

use crate::id::QuestionId;

coded! {
    /// How a question counts.
    pub enum Role {
        /// It has an outcome and is counted.
        Counted = "counted", "counted question";
        /// It only introduces its parts (a), (b) …, which are counted instead of it.
        Stem = "stem", "introduces its parts";
        /// A closing question: never counted, never open by itself; it goes into a letter while
        /// another question is open.
        FollowUp = "follow_up", "closing question";
    }
}

/// A question, or a part of one, in the campaign's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its row.
    pub id: QuestionId,
    /// Its place among all questions and parts, from 1.
    pub position: u32,
    /// The number of the question, 1 to n without gaps.
    pub number: u32,
    /// The letter of the part, for a part.
    pub part: Option<char>,
    /// How it counts.
    pub role: Role,
    /// Its whole text.
    pub text: String,
}

impl Question {
    /// The name in letters and sentences: `2(a)`.
    pub fn label(&self) -> String {
        self.part.map_or_else(|| self.number.to_string(), |part| format!("{}({part})", self.number))
    }

    /// The name in files and column heads: `2a`.
    pub fn key(&self) -> String {
        self.part.map_or_else(|| self.number.to_string(), |part| format!("{}{part}", self.number))
    }

    /// The number as it stands before the text: `2.` or `(a)`.
    pub fn printed_number(&self) -> String {
        self.part.map_or_else(|| format!("{}.", self.number), |part| format!("({part})"))
    }
}

/// Names of questions as a sentence has them: "question 5", "questions 2(a), 2(b) and 3".
pub fn list_of_questions<'a>(questions: impl IntoIterator<Item = &'a Question>) -> String {
    let labels: Vec<String> = questions.into_iter().map(Question::label).collect();
    match labels.as_slice() {
        [] => String::new(),
        [one] => format!("question {one}"),
        [first @ .., last] => format!("questions {} and {last}", first.join(", ")),
    }
}
