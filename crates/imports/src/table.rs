//! Tables with a header line, and a word for every cell that cannot be placed.
//!
//! The `csv` reader is lenient: a quotation mark left open swallows the rest of the file into one
//! cell, and a line number is that of the blank line before the row. Both are put right here.

use crate::problem::{Problem, Problems};
use crate::text::{count, decode};

/// A line that no file can hold, since [`decode`] refuses control characters: if it does not come
/// back as a row of its own, a quotation mark above it was left open.
const LAST_LINE: &str = "\u{4}";

/// A column that a table may have.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column {
    /// The table cannot be read without it.
    Needed(&'static str),
    /// It may be left out.
    Optional(&'static str),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Column::Needed(name) | Column::Optional(name) => name,
        }
    }
}

/// How the cells of a line are kept apart.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Separator {
    /// Always a comma: a format of ours.
    Comma,
    /// A comma, a semicolon or a tab, whichever the header line uses.
    AsInHeader,
}

/// A table whose header has been understood.
#[derive(Debug)]
pub(crate) struct Table {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

/// One row of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// The line the row begins on.
    pub(crate) line: u64,
    header: &'a [String],
    cells: &'a [String],
}

impl Table {
    /// Reads a table that has these columns, in any order, and no others.
    ///
    /// Cells are trimmed, wholly empty rows are passed over, and a short row ends in empty cells.
    pub(crate) fn read(
        bytes: &[u8],
        columns: &[Column],
        separator: Separator,
    ) -> Result<Table, Vec<Problem>> {
        let text = decode(bytes).map_err(|problem| vec![problem])?;
        let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        let expected = format!("The first line must name the columns: {}", names.join(", "));
        let Some(first) = text.lines().find(|line| !line.trim().is_empty()) else {
            return Err(vec![Problem::at(1, "the file is empty", expected)]);
        };
        let separator = match separator {
            Separator::Comma => b',',
            Separator::AsInHeader => sniff(first),
        };
        let mut lines = split(&text, separator)?.into_iter();
        let Some((line, header)) = lines.next() else {
            return Err(vec![Problem::at(1, "the file is empty", expected)]);
        };
        let header: Vec<String> = header.iter().map(|name| name.to_lowercase()).collect();
        let mut problems = Problems::default();
        check_header(line, &header, columns, &mut problems);
        let rows: Vec<(u64, Vec<String>)> =
            lines.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())).collect();
        for (line, cells) in &rows {
            let spare = cells.get(header.len()..).unwrap_or_default();
            if spare.iter().any(|cell| !cell.is_empty()) {
                problems.push(Problem::at(
                    *line,
                    format!(
                        "this row has {} cells, and the header names {}",
                        cells.len(),
                        header.len()
                    ),
                    "Put a cell that holds the separator between quotation marks",
                ));
            }
        }
        if rows.is_empty() {
            problems.push(Problem::at(
                line,
                "there are no rows under the header",
                "Write one row for each entry",
            ));
        }
        problems.finish(Table { header, rows })
    }

    /// Its rows, in the order of the file.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { line: *line, header: &self.header, cells })
    }
}

impl<'a> Row<'a> {
    /// The cell of this column, or nothing where the table has no such column or cell.
    pub(crate) fn cell(self, name: &str) -> &'a str {
        self.place(name).and_then(|index| self.cells.get(index)).map_or("", String::as_str)
    }

    /// The cell of this column, if something is written there.
    pub(crate) fn written(self, name: &str) -> Option<String> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    /// The cell of this column, or a problem where nothing is written there.
    pub(crate) fn needed(self, name: &str, problems: &mut Problems) -> Option<String> {
        let cell = self.written(name);
        if cell.is_none() {
            problems.push(self.problem(
                name,
                format!("there is no {}", name.replace('_', " ")),
                "Fill in this cell",
            ));
        }
        cell
    }

    /// A problem of this row's cell in this column.
    pub(crate) fn problem(
        self,
        name: &str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Problem {
        Problem {
            column: self.place(name).map(|index| 1 + count(index)),
            field: Some(name.to_owned()),
            ..Problem::at(self.line, message, hint)
        }
    }

    fn place(self, name: &str) -> Option<usize> {
        self.header.iter().position(|header| header == name)
    }
}

/// The separator that stands most often in the header line; a comma where none does.
fn sniff(header: &str) -> u8 {
    let often = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    if often(b';') > often(b',').max(often(b'\t')) {
        b';'
    } else if often(b'\t') > often(b',') {
        b'\t'
    } else {
        b','
    }
}

/// The lines of a table as trimmed cells, each with the line it begins on.
fn split(text: &str, separator: u8) -> Result<Vec<(u64, Vec<String>)>, Vec<Problem>> {
    let text = format!("{text}\n{LAST_LINE}\n");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows: Vec<(u64, Vec<String>)> = Vec::new();
    let mut line = 1;
    let mut counted_to = 0;
    for record in reader.records() {
        let record = record.map_err(|error| {
            vec![Problem::at(
                line,
                format!("this row cannot be read as a table: {error}"),
                "Save the table again as CSV (UTF-8)",
            )]
        })?;
        let begins = record
            .position()
            .and_then(|position| usize::try_from(position.byte()).ok())
            .map_or(counted_to, |byte| after_line_ends(&text, byte));
        line += count(text.get(counted_to..begins).unwrap_or_default().matches('\n').count());
        counted_to = begins.max(counted_to);
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        rows.push((line, cells));
    }
    match rows.pop() {
        Some((_, cells)) if cells == [LAST_LINE] => Ok(rows),
        Some((line, _)) => Err(vec![Problem::at(
            line,
            "a quotation mark in this row is opened and not closed",
            "Close it, or write \"\" for a quotation mark inside a quoted cell",
        )]),
        None => Ok(rows),
    }
}

fn after_line_ends(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or_default();
    byte + (rest.len() - rest.trim_start_matches('\n').len())
}

fn check_header(line: u64, header: &[String], columns: &[Column], problems: &mut Problems) {
    let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
    let in_column = |index: usize, name: &str, message: String, hint: String| Problem {
        column: Some(1 + count(index)),
        field: Some(name.to_owned()),
        ..Problem::at(line, message, hint)
    };
    for (index, name) in header.iter().enumerate() {
        let before = header.iter().take(index).any(|other| other == name);
        if name.is_empty() {
            problems.push(in_column(
                index,
                name,
                "a column has no name".to_owned(),
                format!("Name it, or delete it; the columns are {}", names.join(", ")),
            ));
        } else if !names.contains(&name.as_str()) {
            problems.push(in_column(
                index,
                name,
                format!("the column “{name}” is not known here"),
                format!("Delete or rename it; the columns are {}", names.join(", ")),
            ));
        } else if before {
            problems.push(in_column(
                index,
                name,
                format!("the column “{name}” stands here twice"),
                "Keep one of the two".to_owned(),
            ));
        }
    }
    for column in columns {
        match column {
            Column::Needed(name) if !header.iter().any(|other| other == name) => {
                problems.push(Problem {
                    field: Some((*name).to_owned()),
                    ..Problem::at(
                        line,
                        format!("the column “{name}” is missing"),
                        format!("Name it in the first line; the columns are {}", names.join(", ")),
                    )
                });
            }
            Column::Needed(_) | Column::Optional(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] =
        [Column::Needed("one"), Column::Needed("two"), Column::Optional("three")];

    fn read(text: &str) -> Vec<(u64, [String; 3])> {
        let table = Table::read(text.as_bytes(), &COLUMNS, Separator::AsInHeader).unwrap();
        let cells = |row: Row<'_>| ["one", "two", "three"].map(|name| row.cell(name).to_owned());
        table.rows().map(|row| (row.line, cells(row))).collect()
    }

    fn problems(text: &str) -> Vec<Problem> {
        Table::read(text.as_bytes(), &COLUMNS, Separator::AsInHeader).unwrap_err()
    }

    fn one(text: &str, line: u64, words: &str) {
        let found = problems(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].line, line, "{found:?}");
        assert!(found[0].message.contains(words), "{found:?}");
    }

    fn cells(line: u64, one: &str, two: &str, three: &str) -> (u64, [String; 3]) {
        (line, [one, two, three].map(str::to_owned))
    }

    #[test]
    fn columns_come_in_any_order_and_with_any_separator() {
        let read_back = [cells(2, "1", "2", "3")];
        assert_eq!(read("one,two,three\n1,2,3\n"), read_back);
        assert_eq!(read("\u{feff}Two;three;ONE\r\n2;3;1\r\n"), read_back);
        assert_eq!(read("three\tone\ttwo\n3\t1\t2"), read_back);
    }

    #[test]
    fn lines_are_counted_past_blank_lines_and_cells_of_several_lines() {
        let text = "\n\none,two\n\n\na,\"b\r\n\r\nc\"\n,\n\n d , e \nf\n";
        assert_eq!(
            read(text),
            [cells(6, "a", "b\n\nc", ""), cells(11, "d", "e", ""), cells(12, "f", "", "")]
        );
    }

    #[test]
    fn an_open_quotation_mark_is_refused_where_it_begins() {
        one("one,two\n1,\"2\n3,4\n5,6\n", 2, "opened and not closed");
        one("one,two\n1,\"", 2, "opened and not closed");
        one("\"one,two\n1,2\n", 1, "opened and not closed");
        assert_eq!(read("one,two\n\"say \"\"yes\"\"\",2")[0].1[0], "say \"yes\"");
    }

    #[test]
    fn columns_unknown_missing_repeated_or_unnamed_are_refused_by_name() {
        one("one,two,colour\n1,2,3", 1, "the column “colour” is not known here");
        one("one,two,one\n1,2,3", 1, "“one” stands here twice");
        one("one,two,\n1,2,3", 1, "a column has no name");
        one("\none\n1", 2, "the column “two” is missing");
        assert_eq!(problems("one,two,colour\n1,2,3")[0].column, Some(3));
    }

    #[test]
    fn a_row_longer_than_the_header_is_refused() {
        one("one,two\n1,2\n3,4,5\n", 3, "this row has 3 cells, and the header names 2");
        assert_eq!(read("one,two\n1,2,,\n").len(), 1, "empty cells at the end are harmless");
    }

    #[test]
    fn an_empty_table_is_refused() {
        one("", 1, "the file is empty");
        one("\n \n", 1, "the file is empty");
        one("one,two\n,\n", 1, "there are no rows");
    }
}
