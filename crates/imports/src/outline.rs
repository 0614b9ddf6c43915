//! A person's own questions, from plain numbered text.
//!
//! Words are kept as typed and never moved to where they might belong: a line that is neither a
//! question, a part, a note nor the closing heading is refused with its number.

mod mark;
#[cfg(test)]
mod tests;

use crate::problem::{Problem, Problems};
use crate::text::{count, decode};
use mark::{Mark, mark};

/// The most questions that one request may have.
pub const MOST_QUESTIONS: usize = 200;

/// The most characters that one question may have with its parts, and a note likewise.
pub const MOST_CHARACTERS: usize = 4_000;

/// What may stand in an outline, said to whoever wrote something else.
const UNDERSTOOD: &str =
    "Only numbered questions, lettered parts, notes (NOTE:) and the closing heading are understood";

/// The questions of a request, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The questions, numbered 1, 2, 3 and so on.
    pub questions: Vec<OutlineQuestion>,
    /// The notes without their label, a blank line between them.
    pub note: Option<String>,
    /// The heading over the closing questions, as typed.
    pub closing_heading: Option<String>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineQuestion {
    /// Its number.
    pub number: u32,
    /// Its words, or where it has parts the words above them.
    pub text: String,
    /// Its parts, lettered a, b, c and so on.
    pub parts: Vec<OutlinePart>,
    /// Whether it stands under the closing heading.
    pub follow_up: bool,
    /// The line it begins on.
    pub line: u64,
}

/// One part of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlinePart {
    /// Its letter.
    pub letter: char,
    /// Its words.
    pub text: String,
    /// The line it begins on.
    pub line: u64,
}

/// Reads questions (`1.` or `1)`), their parts (`(a)`, `a)` or `a.`), notes (`NOTE:`) and the
/// heading over the closing questions ("If unable to answer …", "Closing questions:").
pub fn read_outline(text: impl AsRef<[u8]>) -> Result<Outline, Vec<Problem>> {
    let text = decode(text.as_ref()).map_err(|problem| vec![problem])?;
    // A tab is a way of writing a space; no letter has one.
    let text = text.replace('\t', " ");
    let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
    let mut reading = Reading::default();
    for (index, line) in lines.iter().enumerate() {
        let rest = lines.get(index + 1..).unwrap_or_default();
        reading.read(1 + count(index), line, rest);
    }
    reading.finish()
}

/// What the words of a line without a mark would be added to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// Nothing: they are refused.
    #[default]
    Nothing,
    /// The last question.
    Question,
    /// The last part of the last question.
    Part,
    /// The last note, until a blank line.
    Note,
    /// A paragraph that is refused already.
    Refused,
}

/// What has been read so far.
#[derive(Debug, Default)]
struct Reading {
    questions: Vec<OutlineQuestion>,
    notes: Vec<(u64, String)>,
    closing_heading: Option<(u64, String)>,
    problems: Problems,
    open: Open,
    /// How many blank lines stand right above.
    blank_lines: usize,
    /// The number after which the next question is expected.
    last_number: u32,
}

impl Reading {
    fn read(&mut self, line: u64, text: &str, below: &[&str]) {
        match mark(text) {
            Mark::Blank => {
                if matches!(self.open, Open::Note | Open::Refused) {
                    self.open = Open::Nothing;
                }
            }
            Mark::Number { digits, rest } => self.question(line, digits, rest),
            Mark::Part { letter, rest } => self.part(line, letter, rest),
            Mark::SubPart { mark } => self.sub_part(line, mark),
            Mark::DoubleLetter { mark } => {
                if self.last_letter() == Some('z') {
                    self.refuse(
                        line,
                        format!("{mark} comes after (z), the last letter a part can have"),
                        "Make a new question of the parts after (z)",
                    );
                } else {
                    self.words(line, text, below);
                }
            }
            Mark::NumberedPart { digits, letter } => {
                if digits.parse() == Ok(self.last_number) {
                    self.refuse(
                        line,
                        format!("part {letter} is written together with its question's number"),
                        format!("Write ({letter}) alone, under question {digits}"),
                    );
                } else {
                    self.words(line, text, below);
                }
            }
            Mark::OtherNumber { mark } => self.refuse(
                line,
                format!("“{mark}” is not how questions are numbered here"),
                "Write 1. or 1) before a question, or join this line to the one above",
            ),
            Mark::Note { rest } => {
                self.notes.push((line, rest.to_owned()));
                self.open = Open::Note;
            }
            Mark::Closing => self.closing(line, text, below),
            Mark::Words => self.words(line, text, below),
        }
        self.blank_lines = if text.is_empty() { self.blank_lines + 1 } else { 0 };
    }

    fn question(&mut self, line: u64, digits: &str, rest: &str) {
        let expected = self.last_number.saturating_add(1);
        let number = digits.parse().unwrap_or(u32::MAX);
        if number != expected || digits.starts_with('0') {
            let earlier = self.questions.iter().find(|q| q.number == number);
            let again = earlier.map_or_else(String::new, |earlier| {
                format!("; line {} has a question {number} already", earlier.line)
            });
            self.problems.push(Problem::at(
                line,
                format!("question {expected} was expected here, and {digits} was found{again}"),
                "Number the questions 1, 2, 3 and so on to the end; if the number belongs to the \
                 words above, join the lines",
            ));
        }
        // After a gap the count goes on from what was found, so that one gap is one problem.
        self.last_number = number.max(expected);
        if self.questions.len() == MOST_QUESTIONS {
            self.problems.push(Problem::at(
                line,
                format!("there are more than {MOST_QUESTIONS} questions"),
                "Put the questions from here on into a request of their own",
            ));
        }
        self.questions.push(OutlineQuestion {
            number,
            text: rest.to_owned(),
            parts: Vec::new(),
            follow_up: self.closing_heading.is_some(),
            line,
        });
        self.open = Open::Question;
    }

    fn part(&mut self, line: u64, letter: char, rest: &str) {
        let Some(question) = self.questions.last_mut() else {
            self.refuse(
                line,
                format!("part ({letter}) stands before any question"),
                "Put a numbered question above it",
            );
            return;
        };
        let last = question.parts.iter().map(|part| part.letter).max();
        let expected = last.map_or(Some('a'), after);
        if letter == 'i' && last.is_some() && expected != Some('i') {
            self.sub_part(line, "(i)");
            return;
        }
        if expected != Some(letter) {
            let expected = expected.map_or_else(
                || "no part can come after (z)".to_owned(),
                |expected| format!("part ({expected}) was expected here"),
            );
            let twice = question.parts.iter().find(|part| part.letter == letter);
            let again = twice.map_or_else(String::new, |twice| {
                format!("; line {} has a part ({letter}) already", twice.line)
            });
            self.problems.push(Problem::at(
                line,
                format!("{expected}, and ({letter}) was found{again}"),
                "Letter the parts of each question (a), (b), (c) and so on",
            ));
        }
        question.parts.push(OutlinePart { letter, text: rest.to_owned(), line });
        self.open = Open::Part;
    }

    fn sub_part(&mut self, line: u64, mark: &str) {
        if self.last_letter().is_some() {
            self.refuse(
                line,
                format!("{mark} stands under a part, and a part cannot have parts of its own"),
                "Write it as a part, or in the text of the part above",
            );
        } else {
            self.refuse(
                line,
                format!("part (a) was expected here, and {mark} was found"),
                "Letter the parts of each question (a), (b), (c) and so on",
            );
        }
    }

    fn closing(&mut self, line: u64, text: &str, below: &[&str]) {
        match below.iter().map(|line| mark(line)).find(|mark| *mark != Mark::Blank) {
            Some(Mark::Number { .. }) => {}
            None => {
                self.refuse(
                    line,
                    "no question stands under the closing heading",
                    "Write the closing questions under it, or delete it",
                );
                return;
            }
            // The words of a heading, but in the middle of something else.
            Some(
                Mark::Blank
                | Mark::Part { .. }
                | Mark::SubPart { .. }
                | Mark::DoubleLetter { .. }
                | Mark::NumberedPart { .. }
                | Mark::OtherNumber { .. }
                | Mark::Note { .. }
                | Mark::Closing
                | Mark::Words,
            ) => {
                self.words(line, text, below);
                return;
            }
        }
        if let Some((first, _)) = self.closing_heading {
            self.refuse(
                line,
                format!("the closing heading stands here again; line {first} has it already"),
                "Keep the first one: every question under it is a closing question",
            );
        } else if self.questions.is_empty() {
            self.refuse(
                line,
                "the closing heading stands before any question",
                "Write the questions that the force is to answer above it",
            );
        } else {
            self.closing_heading = Some((line, text.to_owned()));
            self.open = Open::Nothing;
        }
    }

    fn words(&mut self, line: u64, text: &str, below: &[&str]) {
        let heading = self.blank_lines > 0 && looks_like_a_heading(text, below);
        let apart = self.blank_lines > 1;
        let open = match self.open {
            Open::Nothing => None,
            Open::Refused => return,
            Open::Note => self.notes.last_mut().map(|(_, words)| words),
            Open::Question => self.questions.last_mut().map(|question| &mut question.text),
            Open::Part => self
                .questions
                .last_mut()
                .and_then(|question| question.parts.last_mut())
                .map(|part| &mut part.text),
        };
        match open {
            Some(words) if apart && words.ends_with(['.', '?', '!']) => self.refuse(
                line,
                "this paragraph stands apart from what is above it",
                format!("{UNDERSTOOD}: delete it, or take out the blank lines above it"),
            ),
            Some(words) if heading && words.ends_with(['.', '?', '!', ';']) => self.refuse(
                line,
                "this line looks like a heading",
                format!("{UNDERSTOOD}: delete it, or join it to the line above"),
            ),
            Some(words) => {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(text);
            }
            None => self.refuse(
                line,
                "this line belongs to no question",
                format!("{UNDERSTOOD}: delete it, or number it as a question"),
            ),
        }
    }

    /// Says what is wrong with a line, once for its paragraph.
    fn refuse(&mut self, line: u64, message: impl Into<String>, hint: impl Into<String>) {
        self.problems.push(Problem::at(line, message, hint));
        self.open = Open::Refused;
    }

    fn last_letter(&self) -> Option<char> {
        let parts = &self.questions.last()?.parts;
        parts.last().map(|part| part.letter)
    }

    fn finish(mut self) -> Result<Outline, Vec<Problem>> {
        if self.questions.is_empty() {
            self.problems.push(Problem::at(
                1,
                "there is no question in this text",
                "Write each question on a line of its own with its number before it: 1. How many …",
            ));
        }
        for question in &self.questions {
            check_question(question, &mut self.problems);
        }
        for (line, note) in &self.notes {
            let what = "this note";
            if note.is_empty() {
                self.problems.push(empty(*line, what));
            } else if note.chars().count() > MOST_CHARACTERS {
                self.problems.push(too_long(*line, what, note.chars().count()));
            }
        }
        let notes: Vec<String> = self.notes.into_iter().map(|(_, note)| note).collect();
        self.problems.finish(Outline {
            questions: self.questions,
            note: (!notes.is_empty()).then(|| notes.join("\n\n")),
            closing_heading: self.closing_heading.map(|(_, heading)| heading),
        })
    }
}

/// The letter that comes after this one, up to z.
fn after(letter: char) -> Option<char> {
    ('a'..='z').find(|next| *next > letter)
}

/// A short paragraph of one line that ends like a title, or stands right above the next question.
fn looks_like_a_heading(text: &str, below: &[&str]) -> bool {
    let mut rest = below.iter().map(|line| mark(line)).skip_while(|mark| *mark == Mark::Blank);
    let next_is_question = matches!(rest.next(), Some(Mark::Number { .. }));
    let alone = below.first().is_none_or(|next| mark(next) != Mark::Words);
    let title = !text.ends_with(['.', '?', '!', ';', ',', ':']);
    alone
        && text.chars().count() <= 100
        && !text.starts_with(|c: char| c.is_lowercase())
        && (title || (text.ends_with(':') && next_is_question))
}

fn check_question(question: &OutlineQuestion, problems: &mut Problems) {
    let what = format!("question {}", question.number);
    if question.text.is_empty() {
        problems.push(empty(question.line, &what));
    }
    for part in &question.parts {
        if part.text.is_empty() {
            problems.push(empty(part.line, &format!("part ({}) of {what}", part.letter)));
        }
    }
    let parts: usize = question.parts.iter().map(|part| part.text.chars().count()).sum();
    let characters = question.text.chars().count() + parts;
    if characters > MOST_CHARACTERS {
        problems.push(too_long(question.line, &what, characters));
    }
}

fn empty(line: u64, what: &str) -> Problem {
    Problem::at(line, format!("{what} has no words"), "Write its words, or delete it")
}

fn too_long(line: u64, what: &str, characters: usize) -> Problem {
    Problem::at(
        line,
        format!("{what} has {characters} characters, and {MOST_CHARACTERS} are the most"),
        "Shorten it, or make two of it",
    )
}
