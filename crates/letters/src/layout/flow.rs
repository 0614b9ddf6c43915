//! The text of a letter as one column of rows, each of which knows how strongly it holds on to the
//! row above.

use super::length::Length;
use super::pages::Role;
use super::problem::LayoutProblem;
use super::shape::{self, Figures, SetLine, Span, Style};
use super::sheet;
use crate::font::Face;
use crate::letter::{Block, Item, Letter};

/// A row of text: what stands on one baseline.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// From left to right: a number and its text, or text alone.
    pub(crate) parts: Vec<Part>,
    /// Kept free above, except at the head of a page.
    pub(crate) space_before: Length,
    /// From its top to the top of the next.
    pub(crate) height: Length,
    /// From its top to the baseline.
    pub(crate) baseline: Length,
    /// How strongly it holds on to the row above.
    pub(crate) hold: Hold,
}

/// One text in a row.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) role: Role,
    pub(crate) piece: usize,
    pub(crate) indent: Length,
    pub(crate) size: Length,
    pub(crate) line: SetLine,
}

/// Why a page should not end above a row, from no reason at all to the strongest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hold {
    /// A page may end here.
    #[default]
    Free,
    /// A new part or remark of the same item.
    BetweenParts,
    /// Lines of one item, two of them at least on either side.
    InItem,
    /// A lone line would be left on one side.
    Lines,
    /// A heading, or a lead-in, and what it leads to.
    Heading,
    /// Two lines of text, valediction, signature and enclosures.
    Closing,
}

impl Hold {
    /// In the order in which they give way.
    pub(crate) const WEAKEST_FIRST: [Self; 6] =
        [Self::Free, Self::BetweenParts, Self::InItem, Self::Lines, Self::Heading, Self::Closing];
}

/// The rows of a letter.
pub(crate) struct Flow {
    pub(crate) rows: Vec<Row>,
    /// How many pieces there are so far.
    pub(crate) pieces: Pieces,
}

/// Gives numbers to the pieces of a letter.
#[derive(Debug, Default)]
pub(crate) struct Pieces(usize);

impl Pieces {
    pub(crate) fn next(&mut self) -> usize {
        self.0 += 1;
        self.0
    }
}

/// The letter from the salutation to the enclosures.
pub(crate) fn flow(letter: &Letter) -> Result<Flow, LayoutProblem> {
    let mut column = Column::default();
    column.opening(letter)?;
    let mut parts_before = 0;
    let mut blocks = letter.body.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        match block {
            Block::Paragraph(text) => {
                let leads_in =
                    text.trim_end().ends_with(':') && matches!(rest.first(), Some(Block::Item(_)));
                column.paragraph(text, leads_in)?;
                blocks = rest;
            }
            Block::PartHeading { text, reference } => {
                column.part_heading(text, reference.as_deref(), parts_before)?;
                parts_before += 1;
                blocks = rest;
            }
            Block::GroupHeading(text) => {
                column.group_heading(text)?;
                blocks = rest;
            }
            Block::Item(_) => {
                let (items, after) = leading_items(blocks);
                column.list(&items)?;
                blocks = after;
            }
        }
    }
    column.closing(letter)?;
    Ok(Flow { rows: column.rows, pieces: column.pieces })
}

/// The items at the head of these blocks, which are one list, and what follows.
fn leading_items(blocks: &[Block]) -> (Vec<&Item>, &[Block]) {
    let mut items = Vec::new();
    let mut rest = blocks;
    while let Some((Block::Item(item), after)) = rest.split_first() {
        items.push(item);
        rest = after;
    }
    (items, rest)
}

/// The column as it grows.
#[derive(Default)]
struct Column {
    rows: Vec<Row>,
    pieces: Pieces,
    /// The space that the last row wants below itself. Of two spaces that meet, the larger counts.
    space_after: Length,
    /// How strongly the next row holds on to the last.
    next_hold: Hold,
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Setting {
    role: Role,
    style: Style,
    leading: Length,
    indent: Length,
}

impl Setting {
    const fn text(role: Role) -> Self {
        Self {
            role,
            style: Style::plain(sheet::TEXT_SIZE),
            leading: sheet::TEXT_LEADING,
            indent: Length::ZERO,
        }
    }
}

/// How the lines of one piece hold together.
#[derive(Clone, Copy)]
enum Lines {
    /// Two lines stay together at either end.
    Paragraph,
    /// As a paragraph, and no page ends in it unless it must.
    Item,
    /// No page ends in it.
    Together(Hold),
}

impl Lines {
    fn hold(self, index: usize, count: usize) -> Hold {
        let lone = count < 4 || index == 1 || index + 1 == count;
        match self {
            Self::Together(hold) => hold,
            Self::Paragraph | Self::Item if lone => Hold::Lines,
            Self::Paragraph => Hold::Free,
            Self::Item => Hold::InItem,
        }
    }
}

impl Column {
    fn opening(&mut self, letter: &Letter) -> Result<(), LayoutProblem> {
        let together = Lines::Together(Hold::Heading);
        let salutation = Setting::text(Role::Salutation);
        self.piece(&[roman(&letter.salutation)], salutation, together)?;
        self.finish(sheet::AFTER_PARAGRAPH, Hold::Heading);
        let heading = Setting {
            style: Style::tracked(sheet::HEADING_SIZE, sheet::HEADING_TRACKING),
            leading: sheet::HEADING_LEADING,
            ..Setting::text(Role::Heading)
        };
        let words = Span::new(&letter.heading, Face::SemiBold, Figures::Text);
        self.piece(&[words], heading, together)?;
        let subject: Vec<&str> =
            letter.subject.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        if subject.is_empty() {
            self.finish(sheet::AFTER_PARAGRAPH, Hold::Heading);
            return Ok(());
        }
        self.finish(sheet::AFTER_HEADING, Hold::Heading);
        let lines = subject.join("\n");
        let words = Span::new(&lines, Face::Italic, Figures::Text);
        self.piece(&[words], Setting::text(Role::Subject), together)?;
        self.finish(sheet::AFTER_SUBJECT, Hold::Heading);
        Ok(())
    }

    fn paragraph(&mut self, text: &str, leads_in: bool) -> Result<(), LayoutProblem> {
        let setting = Setting::text(Role::Paragraph);
        self.piece(&running(text), setting, Lines::Paragraph)?;
        let hold = if leads_in { Hold::Heading } else { Hold::Free };
        self.finish(sheet::AFTER_PARAGRAPH, hold);
        Ok(())
    }

    fn part_heading(
        &mut self,
        text: &str,
        reference: Option<&str>,
        parts_before: usize,
    ) -> Result<(), LayoutProblem> {
        if parts_before > 0 {
            self.space_after = self.space_after.max(sheet::BEFORE_LATER_PART);
        }
        let reference = reference.map(|reference| format!(" ({reference})"));
        let mut words = vec![Span::new(text, Face::SemiBold, Figures::Text)];
        if let Some(reference) = &reference {
            words.push(Span::new(reference, Face::Regular, Figures::Lining));
        }
        let setting = Setting::text(Role::PartHeading);
        self.piece(&words, setting, Lines::Together(Hold::Heading))?;
        self.finish(sheet::AFTER_PART, Hold::Heading);
        Ok(())
    }

    fn group_heading(&mut self, text: &str) -> Result<(), LayoutProblem> {
        self.space_after = self.space_after.max(sheet::BEFORE_GROUP);
        let words = Span::new(text, Face::SemiBoldItalic, Figures::Text);
        let setting = Setting::text(Role::GroupHeading);
        self.piece(&[words], setting, Lines::Together(Hold::Heading))?;
        self.finish(sheet::AFTER_GROUP, Hold::Heading);
        Ok(())
    }

    fn list(&mut self, items: &[&Item]) -> Result<(), LayoutProblem> {
        let column = number_column(items)?;
        for (index, item) in items.iter().enumerate() {
            let begun = self.rows.len();
            self.item(item, Length::ZERO, column, Vec::new())?;
            self.release_if_too_tall(begun);
            let below = self.space_after;
            // A short first item is not left behind by the rest of its list.
            let short_first = index == 0 && items.len() > 1 && self.rows.len() - begun <= 2;
            let hold = if short_first { Hold::BetweenParts } else { Hold::Free };
            self.finish(below + sheet::AFTER_ITEM, hold);
        }
        // After the last, the list's own space takes the place of the item's.
        self.space_after += sheet::AFTER_LIST - sheet::AFTER_ITEM;
        Ok(())
    }

    /// One item and its parts. `numbers` are those of the items around it that have no text of
    /// their own: they stand in the same row.
    fn item(
        &mut self,
        item: &Item,
        indent: Length,
        column: Length,
        mut numbers: Vec<Part>,
    ) -> Result<(), LayoutProblem> {
        if let Some(number) = set_number(&item.number)? {
            numbers.push(Part {
                role: Role::ItemNumber,
                piece: self.pieces.next(),
                indent,
                size: sheet::TEXT_SIZE,
                line: number,
            });
        }
        let inner = (indent + column).min(sheet::MEASURE - sheet::NARROWEST_ITEM);
        let begun = self.rows.len();
        let setting = Setting { indent: inner, ..Setting::text(Role::ItemText) };
        self.piece(&running(&item.text), setting, Lines::Item)?;
        self.begin_with(begun, &mut numbers);

        let parts: Vec<&Item> = item.parts.iter().collect();
        let inner_column = number_column(&parts)?;
        for (index, part) in parts.iter().enumerate() {
            if numbers.is_empty() && self.rows.len() > begun {
                if index == 0 {
                    // The first part stays with the words that lead to it.
                    self.finish(sheet::BEFORE_PARTS, Hold::Lines);
                } else {
                    let space = self.space_after;
                    self.finish(space, Hold::BetweenParts);
                }
            }
            self.item(part, inner, inner_column, std::mem::take(&mut numbers))?;
            self.space_after += sheet::AFTER_PART_OF_ITEM;
        }
        for remark in &item.remarks {
            if self.rows.len() > begun {
                let space = self.space_after.max(sheet::BEFORE_REMARK);
                self.finish(space, Hold::BetweenParts);
            }
            let before = self.rows.len();
            let setting = Setting { indent: inner, ..Setting::text(Role::Remark) };
            self.piece(&running(remark), setting, Lines::Item)?;
            self.begin_with(before, &mut numbers);
        }
        if !numbers.is_empty() {
            // A number with nothing beside it still has to be printed.
            let mut row = self.row(sheet::TEXT_SIZE, sheet::TEXT_LEADING);
            row.parts = numbers;
            self.rows.push(row);
        }
        Ok(())
    }

    /// Puts the numbers into the row at `index`, if it exists.
    fn begin_with(&mut self, index: usize, numbers: &mut Vec<Part>) {
        if let Some(row) = self.rows.get_mut(index) {
            let text = std::mem::replace(&mut row.parts, std::mem::take(numbers));
            row.parts.extend(text);
        }
    }

    /// An item that no page can hold is split where it reads best, and may begin anywhere.
    fn release_if_too_tall(&mut self, begun: usize) {
        let own = &self.rows[begun..];
        let height: Length = own.iter().map(|row| row.space_before + row.height).sum();
        if height <= sheet::TEXT_BOTTOM - sheet::LATER_TOP {
            return;
        }
        let has_parts = own.iter().skip(1).any(|row| row.hold == Hold::BetweenParts);
        let weakest = if has_parts { Hold::BetweenParts } else { Hold::InItem };
        for row in self.rows.iter_mut().skip(begun + 1) {
            if row.hold == weakest {
                row.hold = Hold::Free;
            }
        }
    }

    fn closing(&mut self, letter: &Letter) -> Result<(), LayoutProblem> {
        // The last two lines of the text go with the signature.
        let last = self.rows.len();
        if let Some(row) = self.rows.last_mut()
            && last > 1
        {
            row.hold = Hold::Closing;
        }
        self.next_hold = Hold::Closing;
        let together = Lines::Together(Hold::Closing);
        let valediction = Setting::text(Role::Valediction);
        self.piece(&[roman(&letter.valediction)], valediction, together)?;
        self.finish(sheet::AFTER_PARAGRAPH, Hold::Closing);
        let mut space = self.row(sheet::TEXT_SIZE, sheet::SIGNATURE_SPACE);
        space.baseline = Length::ZERO;
        self.rows.push(space);
        self.finish(Length::ZERO, Hold::Closing);
        let names = letter.signature.join("\n");
        self.piece(&[roman(&names)], Setting::text(Role::Signature), together)?;
        self.finish(sheet::BEFORE_ENCLOSURES, Hold::Closing);
        for enclosure in &letter.enclosures {
            let setting = Setting {
                style: Style::plain(sheet::ENCLOSURE_SIZE),
                ..Setting::text(Role::Enclosure)
            };
            self.piece(&[roman(enclosure)], setting, together)?;
            self.finish(Length::ZERO, Hold::Closing);
        }
        Ok(())
    }

    /// Adds the lines of one text.
    fn piece(
        &mut self,
        words: &[Span],
        setting: Setting,
        lines: Lines,
    ) -> Result<(), LayoutProblem> {
        let measure = sheet::MEASURE - setting.indent;
        let set = shape::lines(words, setting.style, Some(measure))?;
        let piece = self.pieces.next();
        let count = set.len();
        for (index, line) in set.into_iter().enumerate() {
            let mut row = self.row(setting.style.size, setting.leading);
            if index > 0 {
                row.hold = lines.hold(index, count);
            }
            row.parts.push(Part {
                role: setting.role,
                piece,
                indent: setting.indent,
                size: setting.style.size,
                line,
            });
            self.rows.push(row);
        }
        Ok(())
    }

    /// The next row, empty, with the space and the hold that the last one asked for.
    fn row(&mut self, size: Length, leading: Length) -> Row {
        Row {
            parts: Vec::new(),
            space_before: std::mem::take(&mut self.space_after),
            height: leading,
            baseline: sheet::baseline(size, leading),
            hold: std::mem::take(&mut self.next_hold),
        }
    }

    /// Asks for space below the last row, and for its hold on the next.
    fn finish(&mut self, space_after: Length, next_hold: Hold) {
        self.space_after = space_after;
        self.next_hold = next_hold;
    }
}

/// A few words by themselves.
const fn roman(text: &str) -> Span<'_> {
    Span::new(text, Face::Regular, Figures::Text)
}

/// Running text. Postcodes and references keep their figures as high as capitals: in old-style
/// figures "LS0 0AA" would read as "LSo oAA".
fn running(text: &str) -> Vec<Span<'_>> {
    let mut spans: Vec<(usize, usize, Figures)> = Vec::new();
    for word in text.split_inclusive(' ') {
        let figures = if is_reference(word) { Figures::Lining } else { Figures::Text };
        match spans.last_mut() {
            Some((_, end, last)) if *last == figures => *end += word.len(),
            Some(&mut (_, end, _)) => spans.push((end, end + word.len(), figures)),
            None => spans.push((0, word.len(), figures)),
        }
    }
    let span = |(start, end, figures): &(usize, usize, Figures)| {
        Span::new(&text[*start..*end], Face::Regular, *figures)
    };
    spans.iter().map(span).collect()
}

/// Capitals and figures in one word, which is no section of an Act: "HT-011/2", "0AA".
fn is_reference(word: &str) -> bool {
    let has = |wanted: fn(&char) -> bool| word.chars().any(|c| wanted(&c));
    has(char::is_ascii_digit) && has(char::is_ascii_uppercase) && !word.contains('(')
}

/// The number of an item, in figures that stand below one another.
fn set_number(number: &str) -> Result<Option<SetLine>, LayoutProblem> {
    let span = Span::new(number, Face::Regular, Figures::Tabular);
    let mut lines = shape::lines(&[span], Style::plain(sheet::TEXT_SIZE), None)?;
    Ok(lines.drain(..).next())
}

/// Eight millimetres, or more where a number of the list needs it.
fn number_column(items: &[&Item]) -> Result<Length, LayoutProblem> {
    let mut column = sheet::NUMBER_COLUMN;
    for item in items {
        if let Some(number) = set_number(&item.number)? {
            column = column.max(number.width(sheet::TEXT_SIZE) + sheet::NUMBER_GAP);
        }
    }
    Ok(column)
}
