//! Where a line must not end: inside a date, between "section" and its number, after the hyphen of
//! "e-mail".
//!
//! The rules only forbid breaks; they never change a character. What a reader copies out of the PDF
//! has therefore ordinary spaces and hyphens.

/// For every character of a text, whether a line break before it is forbidden.
pub(crate) fn forbidden_breaks(text: &[char]) -> Vec<bool> {
    let mut forbidden = vec![false; text.len()];
    let words = words(text);
    for word in &words {
        let letters = &text[word.start..word.end];
        for (index, forbidden) in forbidden[word.start..word.end].iter_mut().enumerate() {
            *forbidden = index > 0 && holds_together(letters, index);
        }
    }
    for pair in words.windows(2) {
        let [left, right] = pair else { continue };
        let before = core(&text[left.start..left.end]);
        let after = core(&text[right.start..right.end]);
        if bound(&before, &after) {
            forbidden[right.start] = true;
        }
    }
    for three in words.windows(3) {
        let [first, joint, last] = three else {
            continue;
        };
        let first = core(&text[first.start..first.end]);
        let joining = core(&text[joint.start..joint.end]);
        let after = core(&text[last.start..last.end]);
        // "4 and 6", "2(a) to 2(c)": the last of a row of numbers stays with its "and".
        if matches!(joining.as_str(), "and" | "or" | "to" | "of")
            && starts_with_digit(&first)
            && starts_with_digit(&after)
        {
            forbidden[last.start] = true;
        }
    }
    for index in 1..text.len() {
        if is_no_break_space(text[index - 1]) || is_no_break_space(text[index]) {
            forbidden[index] = true;
        }
        if text[index - 1] == NO_BREAK_HYPHEN || text[index] == NO_BREAK_HYPHEN {
            forbidden[index] = true;
        }
    }
    forbidden
}

/// The hyphen that does not break, as it may be typed or pasted.
pub(crate) const NO_BREAK_HYPHEN: char = '\u{2011}';

/// Whether this is one of the spaces at which no line may end.
pub(crate) const fn is_no_break_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

struct Word {
    start: usize,
    end: usize,
}

fn words(text: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (index, character) in text.iter().enumerate() {
        match (character.is_whitespace(), start) {
            (true, Some(begun)) => {
                words.push(Word { start: begun, end: index });
                start = None;
            }
            (false, None) => start = Some(index),
            (true, None) | (false, Some(_)) => {}
        }
    }
    if let Some(begun) = start {
        words.push(Word { start: begun, end: text.len() });
    }
    words
}

/// Whether a word may not be broken before its character at `index`.
fn holds_together(word: &[char], index: usize) -> bool {
    let (before, after) = word.split_at(index);
    // e-mail, non-punishment: whoever copies text that was broken after a hyphen loses the hyphen.
    if before.last() == Some(&'-') {
        return true;
    }
    let written: String = word.iter().collect();
    if written.contains("://") || written.starts_with("www.") {
        return false;
    }
    // Mail addresses, references and numbers: HT-011/2, 10(1), 21764/26, 2026–27.
    if word.contains(&'@') || word.iter().any(char::is_ascii_digit) {
        return true;
    }
    // Brackets in brackets: (a)(ii).
    before.last() == Some(&')') && after.first() == Some(&'(')
}

/// A word without the punctuation round it.
fn core(word: &[char]) -> String {
    let written: String = word.iter().collect();
    written
        .trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '“' | '”' | '‘' | '’' | '"' | '\''))
        .trim_start_matches(['(', '['])
        .to_owned()
}

fn bound(before: &str, after: &str) -> bool {
    // No line begins with a dash.
    if matches!(after, "–" | "—") {
        return true;
    }
    let number_before = starts_with_digit(before) || before.starts_with('£');
    if number_before && is_day(before) && is_month(after.trim_end_matches(['.', ')'])) {
        return true;
    }
    if (is_month(before) || is_instrument(before)) && is_year(after) {
        return true;
    }
    if number_before && is_unit(after.trim_end_matches(['.', ')', '?', '!'])) {
        return true;
    }
    // "working days", "calendar months": the unit of the number before them.
    if matches!(before, "working" | "calendar" | "school")
        && matches!(
            after.trim_end_matches(['.', ')']),
            "day" | "days" | "week" | "weeks" | "month" | "months"
        )
    {
        return true;
    }
    if is_named_number(before) && begins_like_a_number(after) {
        return true;
    }
    is_title(before) && after.chars().next().is_some_and(char::is_uppercase)
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// `10(1)`, `(a)`, `2(b)`, `HT-011/2`, `21764/26`; a word of letters alone is none.
fn begins_like_a_number(word: &str) -> bool {
    if word.chars().any(|c| c.is_ascii_digit()) {
        return true;
    }
    // `core` has taken an opening bracket away.
    let inside = word.split(')').next().unwrap_or_default();
    let short = (1..=4).contains(&inside.chars().count());
    word.contains(')') && short && inside.chars().all(char::is_alphabetic)
}

fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let suffix = &word[digits.len()..];
    (1..=2).contains(&digits.len())
        && digits.chars().all(|c| c.is_ascii_digit())
        && matches!(suffix, "" | "st" | "nd" | "rd" | "th")
}

fn is_year(word: &str) -> bool {
    let digits: Vec<char> = word.chars().take(4).collect();
    digits.len() == 4 && digits.iter().all(char::is_ascii_digit)
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
            // The months in Welsh.
            | "Ionawr"
            | "Chwefror"
            | "Mawrth"
            | "Ebrill"
            | "Mai"
            | "Mehefin"
            | "Gorffennaf"
            | "Awst"
            | "Medi"
            | "Hydref"
            | "Tachwedd"
            | "Rhagfyr"
    )
}

/// An Act or instrument, whose year follows.
fn is_instrument(word: &str) -> bool {
    matches!(word, "Act" | "Regulations" | "Order" | "Rules" | "Code")
}

/// A word that is nothing without the number after it.
fn is_named_number(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "section"
            | "sections"
            | "subsection"
            | "s."
            | "ss."
            | "question"
            | "questions"
            | "part"
            | "parts"
            | "paragraph"
            | "paragraphs"
            | "page"
            | "pages"
            | "p."
            | "pp."
            | "regulation"
            | "regulations"
            | "reg."
            | "article"
            | "articles"
            | "schedule"
            | "annex"
            | "appendix"
            | "item"
            | "items"
            | "point"
            | "points"
            | "chapter"
            | "rule"
            | "step"
            | "table"
            | "figure"
            | "no."
            | "nos."
            | "number"
            | "reference"
            | "references"
            | "ref"
            | "ref."
            | "box"
            | "version"
            | "volume"
            | "vol."
    )
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "working"
            | "calendar"
            | "school"
            | "day"
            | "days"
            | "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "page"
            | "pages"
            | "copies"
            | "sheets"
            | "per"
            | "%"
            | "percent"
            | "pence"
            | "pounds"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
            | "mm"
            | "cm"
            | "m"
            | "km"
            | "miles"
            | "g"
            | "kg"
            | "kB"
            | "KB"
            | "MB"
            | "GB"
            | "am"
            | "pm"
            | "a.m"
            | "p.m"
            | "o’clock"
            | "noon"
    )
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Miss"
            | "Mx"
            | "Dr"
            | "Prof"
            | "Professor"
            | "Sir"
            | "Lord"
            | "Lady"
            | "PC"
            | "PS"
            | "DC"
            | "DS"
            | "DI"
            | "St"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `~` where an ordinary space may not be broken and `^` for other forbidden
    /// breaks after a hyphen or slash.
    fn shown(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let forbidden = forbidden_breaks(&chars);
        let mut out = String::new();
        for (index, character) in chars.iter().enumerate() {
            let next_forbidden = forbidden.get(index + 1).copied().unwrap_or(false);
            match (*character, next_forbidden) {
                (' ', true) => out.push('~'),
                ('-' | '/', true) => {
                    out.push(*character);
                    out.push('^');
                }
                (other, _) => out.push(other),
            }
        }
        out
    }

    #[test]
    fn dates_sections_and_references_hold_together() {
        for (text, expected) in [
            ("on 13 November 2026 to", "on 13~November~2026 to"),
            ("the 1st March 2026,", "the 1st~March~2026,"),
            ("section 10(1) says", "section~10(1) says"),
            ("(section 17(1)(c)) or", "(section~17(1)(c)) or"),
            ("Page 1 of 2", "Page~1 of~2"),
            ("by e-mail and", "by e-^mail and"),
            ("the non-punishment principle", "the non-^punishment principle"),
            ("our reference HT-011/2 is", "our reference~HT-^011/^2 is"),
            ("question 5, with", "question~5, with"),
            ("part (a) of", "part~(a) of"),
            ("gives 20 working days for", "gives 20~working~days for"),
            ("a limit of £450 or 18 hours.", "a limit of £450 or 18~hours."),
            ("£1.5 million", "£1.5~million"),
            ("2(b), 3, 4 and 6.", "2(b), 3, 4 and~6."),
            ("the Act 2000: x", "the Act~2000: x"),
            ("law – which", "law~– which"),
            ("Mrs Whitfield", "Mrs~Whitfield"),
            ("PO Box 2", "PO Box~2"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn ordinary_words_may_be_broken() {
        for text in [
            "May we ask",
            "in part because",
            "the section on review",
            "https://example.org/a/c",
            "to refer crime suspects",
        ] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn a_typed_no_break_space_is_kept() {
        let text: Vec<char> = "a\u{a0}b".chars().collect();
        assert_eq!(forbidden_breaks(&text), [false, true, true]);
    }
}
