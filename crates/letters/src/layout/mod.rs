//! A letter as pages: every line of text at its place.
//!
//! `flow` turns the letter's text into rows, `breaks` cuts the rows into pages, `furniture` places
//! what stands around the text. The result is data that can be read (`Pages::to_text`) and compared
//! without printing anything.

mod breaks;
mod flow;
mod furniture;
mod length;
mod pages;
mod prepare;
mod problem;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod shape;
pub(crate) mod sheet;
#[cfg(test)]
mod tests;
mod unbreakable;

pub use length::Length;
pub use pages::{Glyph, Ink, Line, Page, Pages, Role, Rule, RuleRole, Run};
pub use problem::LayoutProblem;

use crate::letter::Letter;

/// The letter on as many pages as it takes.
///
/// # Errors
///
/// Nothing is cut: an address that does not show in the window, a head or foot that would cover
/// the text, and a character that the typeface lacks are refused and named.
pub fn lay_out(letter: &Letter) -> Result<Pages, LayoutProblem> {
    let mut flow = flow::flow(letter)?;
    let furniture = furniture::Furniture::new(letter, &mut flow.pieces)?;
    let room = breaks::Room {
        first: furniture.text_bottom() - sheet::FIRST_TOP,
        later: furniture.text_bottom() - furniture.later_top(),
    };
    let sheets = breaks::into_pages(flow.rows, room);
    let count = sheets.len();
    let mut pages = Pages::default();
    for (index, rows) in sheets.into_iter().enumerate() {
        let mut page = Page::default();
        furniture.place_above(index, &mut page);
        let top = if index == 0 { sheet::FIRST_TOP } else { furniture.later_top() };
        place(rows, top, &mut page);
        furniture.place_below(index + 1, count, &mut page)?;
        pages.pages.push(page);
    }
    Ok(pages)
}

/// The rows from this height downwards. The space above the first is dropped.
fn place(rows: Vec<flow::Row>, top: Length, page: &mut Page) {
    let mut y = top;
    for (index, row) in rows.into_iter().enumerate() {
        if index > 0 {
            y += row.space_before;
        }
        for part in row.parts {
            page.lines.push(Line {
                role: part.role,
                piece: part.piece,
                x: sheet::LEFT + part.indent,
                baseline: y + row.baseline,
                size: part.size,
                ink: Ink::Black,
                runs: part.line.runs,
                space: part.line.space,
            });
        }
        y += row.height;
    }
}
