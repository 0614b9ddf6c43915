//! Where a page ends.

use super::flow::{Hold, Row};
use super::length::Length;

/// How high the text may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    /// On the first page.
    pub(crate) first: Length,
    /// On every other page.
    pub(crate) later: Length,
}

/// The rows, page by page. A page is filled to the last place where it may end; only when there is
/// none does the weakest of the rules give way, so that nothing is ever cut.
pub(crate) fn into_pages(rows: Vec<Row>, room: Room) -> Vec<Vec<Row>> {
    let mut pages = Vec::new();
    let mut rest = rows;
    while !rest.is_empty() {
        let height = if pages.is_empty() { room.first } else { room.later };
        let next = page_end(&rest, height);
        let following = rest.split_off(next);
        pages.push(std::mem::replace(&mut rest, following));
    }
    if pages.is_empty() {
        pages.push(Vec::new());
    }
    pages
}

/// How many of the rows stand on this page: at least one.
fn page_end(rows: &[Row], height: Length) -> usize {
    let mut filled = Length::ZERO;
    let mut fit = 0;
    for (index, row) in rows.iter().enumerate() {
        let space = if index == 0 { Length::ZERO } else { row.space_before };
        filled += space + row.height;
        if filled > height {
            break;
        }
        fit = index + 1;
    }
    if fit == rows.len() {
        return fit;
    }
    for hold in Hold::WEAKEST_FIRST {
        let end = (1..=fit).rev().find(|end| rows[*end].hold <= hold);
        if let Some(end) = end {
            return end;
        }
    }
    fit.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(hold: Hold) -> Row {
        Row { height: Length::from_pt(10.0), hold, ..Row::default() }
    }

    fn lengths(holds: &[Hold], rows_per_page: i64) -> Vec<usize> {
        let height = Length::from_pt(10.0) * rows_per_page;
        let room = Room { first: height, later: height };
        let rows = holds.iter().copied().map(row).collect();
        into_pages(rows, room).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_page_ends_at_the_last_free_place() {
        use Hold::{Free, InItem};
        assert_eq!(lengths(&[Free, Free, InItem, InItem, Free], 3), [1, 3, 1]);
    }

    #[test]
    fn what_is_taller_than_a_page_splits_at_the_weakest_hold() {
        use Hold::{BetweenParts, Free, Lines};
        assert_eq!(lengths(&[Free, Lines, BetweenParts, Lines, Lines], 4), [2, 3]);
    }

    #[test]
    fn nothing_is_lost() {
        use Hold::Closing;
        assert_eq!(lengths(&[Closing; 7], 3), [3, 3, 1]);
    }

    #[test]
    fn a_letter_of_no_rows_is_one_page() {
        assert_eq!(lengths(&[], 3), [0]);
    }

    #[test]
    fn a_row_taller_than_the_page_stands_alone() {
        assert_eq!(lengths(&[Hold::Free, Hold::Free], 0), [1, 1]);
    }
}
