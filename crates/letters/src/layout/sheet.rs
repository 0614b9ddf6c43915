//! The measures of the sheet, as the design gives them.

use super::length::Length;
use crate::font::{ASCENT, DESCENT};

const fn mm(mm: f64) -> Length {
    Length::from_mm(mm)
}

const fn pt(pt: f64) -> Length {
    Length::from_pt(pt)
}

/// A4.
pub(crate) const PAPER_WIDTH: Length = mm(210.0);
/// A4.
pub(crate) const PAPER_HEIGHT: Length = mm(297.0);

/// Where text begins.
pub(crate) const LEFT: Length = mm(25.0);
/// How wide text is: 22 mm stay free at the right.
pub(crate) const MEASURE: Length = mm(163.0);

/// Letterhead and running head begin here.
pub(crate) const HEAD_TOP: Length = mm(16.0);
/// The name and the contact line may each take a second line before the window is near.
pub(crate) const LETTERHEAD_LINES: usize = 4;
pub(crate) const NAME_SIZE: Length = pt(15.0);
pub(crate) const NAME_LEADING: Length = pt(18.0);
pub(crate) const NAME_TRACKING: i16 = -5;
pub(crate) const CONTACT_SIZE: Length = pt(9.0);
pub(crate) const CONTACT_LEADING: Length = pt(12.5);
pub(crate) const CONTACT_ABOVE: Length = mm(1.2);
pub(crate) const HEAD_RULE_ABOVE: Length = mm(3.2);

/// Address and particulars begin here; the window of a DL envelope shows 50 to 85 mm.
pub(crate) const ADDRESS_TOP: Length = mm(53.0);
pub(crate) const ADDRESS_LEADING: Length = pt(13.6);
/// What the envelope's window shows.
pub(crate) const ADDRESS_LINES: usize = 6;
/// What the envelope's window shows.
pub(crate) const ADDRESS_WIDTH: Length = mm(82.0);

pub(crate) const PARTICULARS_LEFT: Length = mm(130.0);
pub(crate) const LABEL_COLUMN: Length = mm(27.0);
pub(crate) const LABEL_WIDTH: Length = mm(26.0);
pub(crate) const VALUE_WIDTH: Length = mm(31.0);
pub(crate) const PARTICULARS_SIZE: Length = pt(10.0);
pub(crate) const PARTICULARS_LEADING: Length = pt(14.0);
/// So many fit above the text.
pub(crate) const PARTICULAR_LINES: usize = 8;

/// The text of the first page begins here.
pub(crate) const FIRST_TOP: Length = mm(94.0);
/// The text of a later page begins here, below a running head of one line.
pub(crate) const LATER_TOP: Length = mm(31.0);
/// The text ends here, above a foot of one line.
pub(crate) const TEXT_BOTTOM: Length = mm(272.0);

pub(crate) const TEXT_SIZE: Length = pt(11.0);
pub(crate) const TEXT_LEADING: Length = pt(15.0);
pub(crate) const HEADING_SIZE: Length = pt(12.5);
pub(crate) const HEADING_LEADING: Length = pt(16.0);
pub(crate) const HEADING_TRACKING: i16 = -3;
pub(crate) const ENCLOSURE_SIZE: Length = pt(10.0);

pub(crate) const AFTER_PARAGRAPH: Length = pt(7.5);
pub(crate) const AFTER_HEADING: Length = pt(3.0);
pub(crate) const AFTER_SUBJECT: Length = pt(9.0);
pub(crate) const BEFORE_LATER_PART: Length = pt(9.0);
pub(crate) const AFTER_PART: Length = pt(3.0);
pub(crate) const BEFORE_GROUP: Length = pt(5.0);
pub(crate) const AFTER_GROUP: Length = pt(2.5);
pub(crate) const AFTER_ITEM: Length = pt(4.0);
pub(crate) const AFTER_LIST: Length = pt(7.5);
pub(crate) const BEFORE_PARTS: Length = pt(3.0);
pub(crate) const AFTER_PART_OF_ITEM: Length = pt(2.2);
pub(crate) const BEFORE_REMARK: Length = pt(3.0);
pub(crate) const BEFORE_ENCLOSURES: Length = pt(10.0);
pub(crate) const SIGNATURE_SPACE: Length = mm(15.0);

/// A number hangs in this column.
pub(crate) const NUMBER_COLUMN: Length = mm(8.0);
/// At least so much stays between a number and its text.
pub(crate) const NUMBER_GAP: Length = mm(1.5);
/// No item is set narrower, however deep it is indented.
pub(crate) const NARROWEST_ITEM: Length = mm(60.0);

pub(crate) const RUNNING_SIZE: Length = pt(9.5);
pub(crate) const RUNNING_LEADING: Length = pt(15.0);
pub(crate) const RUNNING_RULE_ABOVE: Length = mm(2.0);
/// When the two sides do not fit into one line.
pub(crate) const RUNNING_LEFT_WIDTH: Length = mm(60.0);
/// When the two sides do not fit into one line.
pub(crate) const RUNNING_RIGHT_WIDTH: Length = mm(95.0);
/// More would take the place of the text.
pub(crate) const RUNNING_HEAD_LINES: usize = 4;

/// The lowest line of the foot ends this far above the lower edge.
pub(crate) const FOOT_BOTTOM: Length = mm(12.0);
pub(crate) const FOOT_SIZE: Length = pt(9.0);
pub(crate) const FOOT_LEADING: Length = pt(15.0);
pub(crate) const FOOT_LATER_LEADING: Length = pt(11.5);
pub(crate) const NOTICE_TRACKING: i16 = 10;
/// The notice must leave at least so much to our references.
pub(crate) const NARROWEST_REFERENCES: Length = mm(30.0);
/// More would take the place of the text.
pub(crate) const FOOT_LINES: usize = 4;

/// Two texts beside one another keep at least this distance.
pub(crate) const GAP: Length = mm(6.0);

pub(crate) const RULE_THICKNESS: Length = pt(0.5);
/// Where an A4 sheet is folded into a DL envelope.
pub(crate) const FOLDS: [Length; 2] = [mm(99.0), mm(198.0)];
pub(crate) const FOLD_LENGTH: Length = mm(4.0);

/// How far below the top of its line the baseline of a text stands: the space that is left by the
/// type is shared above and below.
pub(crate) fn baseline(size: Length, leading: Length) -> Length {
    let type_height = Length::from_em_thousandths(ASCENT + DESCENT, size);
    (leading - type_height).half() + Length::from_em_thousandths(ASCENT, size)
}
