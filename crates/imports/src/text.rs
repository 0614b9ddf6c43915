//! Bytes into text with plain line ends, or the line that keeps them from being text.

use crate::problem::Problem;

const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How other kinds of file begin, and what to do with one.
const OTHER_KINDS: [(&[u8], &str, &str); 5] = [
    (b"\xFF\xFE", "the file is in UTF-16", "Save it again as UTF-8"),
    (b"\xFE\xFF", "the file is in UTF-16", "Save it again as UTF-8"),
    (
        b"PK\x03\x04",
        "the file is a spreadsheet, a word processor's document or an archive, not text",
        "Save a table as CSV (UTF-8) and questions as plain text, and bring that file",
    ),
    (
        b"%PDF",
        "the file is a PDF, not text",
        "Copy its text into a plain text file, and bring that file",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "the file is an old spreadsheet or document, not text",
        "Save a table as CSV (UTF-8) and questions as plain text, and bring that file",
    ),
];

/// The text of a letter that came from elsewhere: its byte-order mark taken off, every line ended by
/// `\n` alone, and a space for each control character (a page's end in text taken from a PDF is one), so
/// that every line and column stays where it was.
///
/// # Errors
/// Bytes that are no text in UTF-8, with the line.
pub fn read_letter(bytes: &[u8]) -> Result<String, Problem> {
    Ok(decoded(bytes)?.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), " "))
}

/// The text of a file: its byte-order mark taken off, every line ended by `\n` alone.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let text = decoded(bytes)?;
    let stray = text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    match stray {
        None => Ok(text),
        Some((index, c)) => {
            let (line, column) = place(text.get(..index).unwrap_or_default());
            Err(Problem {
                column: Some(column),
                ..Problem::at(
                    line,
                    format!(
                        "this line holds a control character (U+{:04X}) that cannot be printed",
                        u32::from(c)
                    ),
                    "Delete that character, or type the line again",
                )
            })
        }
    }
}

fn decoded(bytes: &[u8]) -> Result<String, Problem> {
    for (start, message, hint) in OTHER_KINDS {
        if bytes.starts_with(start) {
            return Err(Problem::at(1, message, hint));
        }
    }
    let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = plain_line_ends(&String::from_utf8_lossy(good));
        let (line, column) = place(&good);
        Problem {
            column: Some(column),
            ..Problem::at(
                line,
                "this line holds a byte that is not UTF-8 text",
                "Save the file as UTF-8 and bring it again",
            )
        }
    })?;
    Ok(plain_line_ends(text))
}

/// The line and column that come after this text.
fn place(before: &str) -> (u64, u64) {
    let line = 1 + count(before.matches('\n').count());
    let last = before.rsplit('\n').next().unwrap_or_default();
    (line, 1 + count(last.chars().count()))
}

/// A count as the number that problems carry.
pub(crate) fn count(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

fn plain_line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_are_made_plain() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb\rc\n").unwrap(), "a\nb\nc\n");
        assert_eq!(decode(b"").unwrap(), "");
        assert_eq!(decode("Heddlu Ŵ – ’".as_bytes()).unwrap(), "Heddlu Ŵ – ’");
    }

    #[test]
    fn the_first_bad_byte_is_named_by_line_and_column() {
        let problem = decode(b"one\r\ntwo \x92 three\nfour \xFF").unwrap_err();
        assert_eq!((problem.line, problem.column), (2, Some(5)));
        assert!(problem.hint.contains("UTF-8"));
        let cut_short = decode("line\nŴ".as_bytes().split_last().unwrap().1).unwrap_err();
        assert_eq!(cut_short.line, 2);
    }

    #[test]
    fn other_kinds_of_file_are_named() {
        assert!(decode(b"PK\x03\x04rest").unwrap_err().message.contains("spreadsheet"));
        assert!(decode(b"%PDF-1.7").unwrap_err().message.contains("PDF"));
        assert!(decode(b"\xFF\xFE1\0").unwrap_err().message.contains("UTF-16"));
        assert!(decode(b"\xD0\xCF\x11\xE0").unwrap_err().message.contains("old"));
    }

    #[test]
    fn control_characters_are_refused_with_their_line() {
        let problem = decode(b"1. One\n2. T\0wo\n").unwrap_err();
        assert_eq!((problem.line, problem.column), (2, Some(5)));
        assert!(problem.message.contains("U+0000"));
    }
}
