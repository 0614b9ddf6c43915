//! What one line of an outline begins with.

/// How a line begins, and the words after that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// Nothing stands on it.
    Blank,
    /// `1.` or `1)`: a question.
    Number { digits: &'a str, rest: &'a str },
    /// `(a)`, `a)` or `a.`: a part, its letter made small.
    Part { letter: char, rest: &'a str },
    /// `(ii)`, `(iv)`: a part of a part.
    SubPart { mark: &'a str },
    /// `(aa)`: a part after the last letter.
    DoubleLetter { mark: &'a str },
    /// `2a)` or `2(a)`: a part written together with its question, if that question is open.
    NumberedPart { digits: &'a str, letter: char },
    /// `Q1.`, `(1)` or `1:`: a question, numbered in a way that is not ours.
    OtherNumber { mark: &'a str },
    /// `NOTE:`.
    Note { rest: &'a str },
    /// The words of the heading over the closing questions, if questions stand below.
    Closing,
    /// Anything else.
    Words,
}

/// Reads the beginning of a trimmed line.
pub(super) fn mark(line: &str) -> Mark<'_> {
    if line.is_empty() {
        return Mark::Blank;
    }
    note(line)
        .or_else(|| number(line))
        .or_else(|| other_number(line))
        .or_else(|| part(line))
        .unwrap_or_else(|| if is_closing_heading(line) { Mark::Closing } else { Mark::Words })
}

fn note(line: &str) -> Option<Mark<'_>> {
    let (label, rest) = line.split_once(':')?;
    let is_note = ["note", "notes"].contains(&label.to_lowercase().trim_end());
    is_note.then(|| Mark::Note { rest: rest.trim() })
}

fn number(line: &str) -> Option<Mark<'_>> {
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.strip_suffix(after).filter(|digits| !digits.is_empty())?;
    if let Some(rest) = after.strip_prefix(['.', ')']) {
        // "1.5 million" goes on with the line above.
        return (!rest.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| Mark::Number { digits, rest: rest.trim_start() });
    }
    let (letter, rest) = match after.strip_prefix('(') {
        Some(inside) => {
            let (letter, rest) = first(inside)?;
            (letter, rest.strip_prefix(')')?)
        }
        None => {
            let (letter, rest) = first(after)?;
            (letter, rest.strip_prefix(['.', ')'])?)
        }
    };
    let part = letter.is_ascii_alphabetic() && ends_a_mark(rest);
    part.then(|| Mark::NumberedPart { digits, letter: letter.to_ascii_lowercase() })
}

fn other_number(line: &str) -> Option<Mark<'_>> {
    let lower = line.to_ascii_lowercase();
    let word = ["question ", "q"].into_iter().find(|word| lower.starts_with(word));
    let start = word.map_or("", |word| line.get(..word.len()).unwrap_or_default());
    let bracketed = line.starts_with('(');
    let from = if bracketed { "(" } else { start };
    let rest = line.strip_prefix(from)?;
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if after.len() == rest.len() {
        return None;
    }
    let end = match (bracketed, word) {
        (true, _) => after.strip_prefix(')')?,
        (false, Some(_)) => after.strip_prefix(['.', ')', ':'])?,
        (false, None) => after.strip_prefix(':')?,
    };
    let mark = line.strip_suffix(end)?;
    ends_a_mark(end).then_some(Mark::OtherNumber { mark })
}

fn part(line: &str) -> Option<Mark<'_>> {
    let Some(inside) = line.strip_prefix('(') else {
        let (letter, after) = first(line)?;
        let rest = after.strip_prefix(['.', ')'])?;
        let part = letter.is_ascii_alphabetic() && ends_a_mark(rest);
        return part
            .then(|| Mark::Part { letter: letter.to_ascii_lowercase(), rest: rest.trim_start() });
    };
    let (letters, rest) = inside.split_once(')')?;
    let mark = line.strip_suffix(rest)?;
    let rest = rest.trim_start();
    match (first(letters)?, letters.len()) {
        ((letter, _), 1) if letter.is_ascii_alphabetic() => {
            // "(a)(ii) of the Act" goes on with the line above.
            (!rest.starts_with('('))
                .then(|| Mark::Part { letter: letter.to_ascii_lowercase(), rest })
        }
        (_, 2..) if is_roman(letters) => Some(Mark::SubPart { mark }),
        ((letter, other), 2) if letter.is_ascii_lowercase() && other.starts_with(letter) => {
            Some(Mark::DoubleLetter { mark })
        }
        ((_, _), _) => None,
    }
}

/// The Roman numerals that anyone would count parts by.
fn is_roman(letters: &str) -> bool {
    letters.len() <= 5 && letters.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'))
}

fn first(text: &str) -> Option<(char, &str)> {
    let mut characters = text.chars();
    characters.next().map(|letter| (letter, characters.as_str()))
}

fn ends_a_mark(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}

/// Whether a line could be the heading over the questions that close a request.
fn is_closing_heading(line: &str) -> bool {
    let lower = line.to_lowercase();
    let title = lower.strip_suffix(':').unwrap_or(&lower).trim_end();
    let named = ["closing questions", "follow-up questions", "follow up questions"];
    let begins = ["if unable to answer", "if you cannot answer", "if you are unable to answer"];
    named.contains(&title)
        || (begins.iter().any(|words| title.starts_with(words))
            && !title.ends_with(['.', '?', '!', ';', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_parts_are_told_from_words() {
        let question = |digits, rest| Mark::Number { digits, rest };
        assert_eq!(mark("1. How many?"), question("1", "How many?"));
        assert_eq!(mark("12)How many?"), question("12", "How many?"));
        assert_eq!(mark("7."), question("7", ""));
        assert_eq!(mark("1.5 million"), Mark::Words);
        let part = |letter, rest| Mark::Part { letter, rest };
        assert_eq!(mark("(a) One"), part('a', "One"));
        assert_eq!(mark("(B)Two"), part('b', "Two"));
        assert_eq!(mark("c) Three"), part('c', "Three"));
        assert_eq!(mark("d. Four"), part('d', "Four"));
        assert_eq!(mark("e.g. lectures"), Mark::Words);
        assert_eq!(mark("(a)(ii) of the Act"), Mark::Words);
        assert_eq!(mark("(UK) officers"), Mark::Words);
        assert_eq!(mark("(é) other"), Mark::Words);
        assert_eq!(mark("("), Mark::Words);
        assert_eq!(mark("()"), Mark::Words);
    }

    #[test]
    fn other_ways_of_numbering_are_seen() {
        for (line, seen) in [
            ("Q1. Text", "Q1."),
            ("Question 12: Text", "Question 12:"),
            ("(3) Text", "(3)"),
            ("4: Text", "4:"),
        ] {
            assert_eq!(mark(line), Mark::OtherNumber { mark: seen });
        }
        assert_eq!(mark("10:30 in the morning"), Mark::Words);
        assert_eq!(mark("question 1 above"), Mark::Words);
        assert_eq!(mark("(ii) Text"), Mark::SubPart { mark: "(ii)" });
        let numbered = |digits, letter| Mark::NumberedPart { digits, letter };
        assert_eq!(mark("2a) Text"), numbered("2", 'a'));
        assert_eq!(mark("31(a) of the Act"), numbered("31", 'a'));
        assert_eq!(mark("31(1)(a) of the Act"), Mark::Words);
    }

    #[test]
    fn notes_and_the_closing_heading_are_seen_in_any_case() {
        assert_eq!(mark("NOTE: lay person"), Mark::Note { rest: "lay person" });
        assert_eq!(mark("note :"), Mark::Note { rest: "" });
        assert_eq!(mark("Noted: nothing"), Mark::Words);
        for heading in [
            "If unable to answer questions/provide data",
            "CLOSING QUESTIONS:",
            "Follow-up questions",
            "If you cannot answer:",
        ] {
            assert_eq!(mark(heading), Mark::Closing, "{heading}");
        }
        assert_eq!(mark("If unable to answer, say so."), Mark::Words);
    }
}
