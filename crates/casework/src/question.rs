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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_named_for_letters_for_files_and_before_its_text() {
        let whole = Question {
            id: QuestionId(1),
            position: 1,
            number: 2,
            part: None,
            role: Role::Counted,
            text: "How many?".to_owned(),
        };
        let part = Question { part: Some('a'), ..whole.clone() };
        let names =
            |question: &Question| [question.label(), question.key(), question.printed_number()];
        assert_eq!(names(&whole), ["2", "2", "2."]);
        assert_eq!(names(&part), ["2(a)", "2a", "(a)"]);
        assert_eq!(list_of_questions([]), "");
        assert_eq!(list_of_questions([&whole]), "question 2");
        assert_eq!(list_of_questions([&whole, &part]), "questions 2 and 2(a)");
        assert_eq!(list_of_questions([&whole, &part, &whole]), "questions 2, 2(a) and 2");
    }
}
