//! Wordings: a text with placeholders becomes blocks of a letter, or is refused with its line.
//!
//! A paragraph is a run of lines; a blank line ends it. A line that begins with `#`, `##` or `###` is
//! the letter's heading, the heading of a part or of a group; a line `[[name]]` puts a list in, such
//! as the questions. Only the wording's own text can do so: what a placeholder brings in is text,
//! whatever it contains.

use std::collections::BTreeMap;

use minijinja::{Environment, Error, UndefinedBehavior, Value};
use thiserror::Error;

use crate::letter::Block;

/// Why a wording cannot be used. Nothing is written with it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WordingProblem {
    /// The wording names a field that there is none of, or cannot be read.
    #[error("wording “{wording}”, line {line}: {what}")]
    Template {
        /// Which wording.
        wording: String,
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// A field that the wording needs is empty.
    #[error("wording “{wording}” needs {field}, which is empty")]
    EmptyField {
        /// Which wording.
        wording: String,
        /// Which field.
        field: String,
    },
    /// Nobody is named as the applicant.
    #[error("no applicant is named: a letter needs one")]
    NoApplicant,
}

/// Marks put in place of `#` and `[[` at the start of the wording's own lines before the fields are
/// filled in, so that a field's text can never pass for one. They are stripped from every field.
const PART: char = '\u{E001}';
const GROUP: char = '\u{E002}';
const HEADING: char = '\u{E003}';
const LIST: char = '\u{E004}';

/// A wording filled in: its heading, and its blocks.
pub(super) struct Filled {
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// Fills a wording in. `lists` are the blocks that `[[name]]` puts in.
pub(super) fn fill(
    wording: &str,
    source: &str,
    fields: Value,
    lists: &BTreeMap<String, Vec<Block>>,
) -> Result<Filled, WordingProblem> {
    let (heading, blocks) = read(wording, &render(wording, source, fields)?, lists)?;
    let heading = heading.ok_or_else(|| WordingProblem::Template {
        wording: wording.to_owned(),
        line: 1,
        what: "it has no heading (a line “# …”)".to_owned(),
    })?;
    Ok(Filled { heading, blocks })
}

/// Fills in a wording that is a part of a letter and has no heading of its own.
pub(super) fn fill_blocks(
    wording: &str,
    source: &str,
    fields: Value,
    lists: &BTreeMap<String, Vec<Block>>,
) -> Result<Vec<Block>, WordingProblem> {
    read(wording, &render(wording, source, fields)?, lists).map(|(_, blocks)| blocks)
}

fn render(wording: &str, source: &str, fields: Value) -> Result<String, WordingProblem> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.set_fuel(Some(200_000));
    environment.set_formatter(|out, state, value| {
        if value.is_undefined() {
            return minijinja::escape_formatter(out, state, value);
        }
        out.write_str(&as_text(&value.to_string())).map_err(Error::from)
    });
    let marked = mark(source);
    environment
        .render_named_str(wording, &marked, fields)
        .map_err(|error| problem(wording, &marked, &error))
}

/// The text of a field: one line, without the marks that only a wording may use.
fn as_text(value: &str) -> String {
    value
        .chars()
        .filter(|c| !matches!(*c, PART | GROUP | HEADING | LIST))
        .map(|c| if c == '\n' || c == '\r' { ' ' } else { c })
        .collect()
}

fn mark(source: &str) -> String {
    let mut marked = String::with_capacity(source.len());
    for line in source.lines() {
        let marks = [("### ", GROUP), ("## ", PART), ("# ", HEADING), ("[[", LIST)];
        match marks.iter().find_map(|(from, to)| Some((line.strip_prefix(from)?, to))) {
            Some((rest, mark)) => {
                marked.push(*mark);
                marked.push_str(rest);
            }
            None => marked.push_str(line),
        }
        marked.push('\n');
    }
    marked
}

fn problem(wording: &str, source: &str, error: &Error) -> WordingProblem {
    let line = error.line().unwrap_or(1);
    let named = error
        .range()
        .and_then(|range| source.get(range))
        .map(|name| format!("“{name}”: "))
        .unwrap_or_default();
    let kind = error.kind();
    let what = if kind == minijinja::ErrorKind::UndefinedError {
        format!("{named}there is no such field")
    } else if kind == minijinja::ErrorKind::OutOfFuel {
        "the wording repeats without end".to_owned()
    } else {
        let said = error.detail().map_or_else(|| kind.to_string(), str::to_owned);
        format!("{named}{said}")
    };
    WordingProblem::Template { wording: wording.to_owned(), line, what }
}

fn read(
    wording: &str,
    rendered: &str,
    lists: &BTreeMap<String, Vec<Block>>,
) -> Result<(Option<String>, Vec<Block>), WordingProblem> {
    let refused = |line: usize, what: String| WordingProblem::Template {
        wording: wording.to_owned(),
        line,
        what,
    };
    let mut heading = None;
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let end_paragraph = |paragraph: &mut Vec<&str>, blocks: &mut Vec<Block>| {
        if !paragraph.is_empty() {
            blocks.push(Block::Paragraph(folded(&paragraph.join(" "))));
            paragraph.clear();
        }
    };
    for (at, line) in rendered.lines().enumerate() {
        let line = line.trim();
        let mut rest = line.chars();
        match rest.next() {
            None => end_paragraph(&mut paragraph, &mut blocks),
            Some(HEADING) => heading = Some(folded(rest.as_str())),
            Some(PART) => {
                end_paragraph(&mut paragraph, &mut blocks);
                let text = folded(rest.as_str());
                let (text, reference) = match text.split_once(" | ") {
                    Some((text, reference)) => (text.to_owned(), Some(reference.to_owned())),
                    None => (text, None),
                };
                blocks.push(Block::PartHeading { text, reference });
            }
            Some(GROUP) => {
                end_paragraph(&mut paragraph, &mut blocks);
                blocks.push(Block::GroupHeading(folded(rest.as_str())));
            }
            Some(LIST) => {
                end_paragraph(&mut paragraph, &mut blocks);
                let name = rest.as_str().trim_end_matches("]]").trim();
                let list = lists
                    .get(name)
                    .ok_or_else(|| refused(at + 1, format!("there is no list “{name}”")))?;
                blocks.extend(list.iter().cloned());
            }
            Some(_) => {
                if line.contains("{{") || line.contains("{%") {
                    return Err(refused(at + 1, format!("a placeholder is left over in “{line}”")));
                }
                paragraph.push(line);
            }
        }
    }
    end_paragraph(&mut paragraph, &mut blocks);
    Ok((heading, blocks))
}

/// Runs of blanks become one.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use minijinja::context;

    fn filled(source: &str, fields: Value) -> Result<Filled, WordingProblem> {
        let lists = BTreeMap::from([("questions".to_owned(), vec![Block::Paragraph("Q".into())])]);
        fill("test", source, fields, &lists)
    }

    #[test]
    fn an_unknown_field_is_refused_with_its_line() {
        let problem = filled(
            "# Heading\n\nDear {{ force.nmae }}",
            context! { force => context! { name => "X" } },
        )
        .err()
        .expect("refused");
        let WordingProblem::Template { line, what, .. } = problem else { panic!("{problem}") };
        assert_eq!(line, 3);
        assert!(what.contains("no such field"), "{what}");
    }

    #[test]
    fn an_unclosed_placeholder_is_refused_with_its_line() {
        let problem = filled("# Heading\n\nDear {{ force", context! {}).err().expect("refused");
        assert!(matches!(problem, WordingProblem::Template { line: 3, .. }), "{problem}");
    }

    #[test]
    fn a_field_cannot_pass_for_a_heading_or_a_list() {
        let filled = filled(
            "# Heading\n\n{{ a }}\n\n{{ b }}\n\n[[questions]]",
            context! { a => "# not a heading", b => "[[questions]]\n\n## no" },
        )
        .expect("filled");
        assert_eq!(
            filled.blocks,
            [
                Block::Paragraph("# not a heading".into()),
                Block::Paragraph("[[questions]] ## no".into()),
                Block::Paragraph("Q".into()),
            ]
        );
    }

    #[test]
    fn an_unknown_list_and_a_missing_heading_are_refused() {
        assert!(filled("# Heading\n\n[[nothing]]", context! {}).is_err());
        assert!(filled("Text only", context! {}).is_err());
    }

    #[test]
    fn a_left_over_placeholder_in_a_field_is_refused() {
        let problem =
            filled("# H\n\n{{ a }}", context! { a => "Dear {{ name }}" }).err().expect("refused");
        assert!(problem.to_string().contains("left over"), "{problem}");
    }
}
