//! What stands around the text: letterhead, address, particulars, running head, foot, fold marks.

use super::flow::Pieces;
use super::length::Length;
use super::pages::{Ink, Line, Page, Role, Rule, RuleRole};
use super::problem::LayoutProblem;
use super::shape::{self, Figures, SetLine, Span, Style};
use super::sheet;
use crate::font::Face;
use crate::letter::{Foot, Letter, Letterhead, Particular, RunningHead};

/// Everything but the text, and how much room it leaves.
pub(crate) struct Furniture {
    first_lines: Vec<Line>,
    first_rules: Vec<Rule>,
    running_lines: Vec<Line>,
    running_rules: Vec<Rule>,
    running_extra: Length,
    foot: FootLines,
}

struct FootLines {
    references: Vec<SetLine>,
    notice: Option<SetLine>,
    piece: usize,
}

impl Furniture {
    pub(crate) fn new(letter: &Letter, pieces: &mut Pieces) -> Result<Self, LayoutProblem> {
        let mut first_lines = Vec::new();
        let rule = letterhead(&letter.letterhead, pieces, &mut first_lines)?;
        address(&letter.addressee, pieces, &mut first_lines)?;
        particulars(&letter.particulars, pieces, &mut first_lines)?;
        let mut running_lines = Vec::new();
        let running_extra = running_head(&letter.running_head, pieces, &mut running_lines)?;
        let running_y = sheet::HEAD_TOP
            + sheet::RUNNING_LEADING
            + running_extra
            + sheet::RUNNING_RULE_ABOVE
            + sheet::RULE_THICKNESS.half();
        Ok(Self {
            first_lines,
            first_rules: vec![rule],
            running_lines,
            running_rules: vec![across(RuleRole::RunningHead, running_y)],
            running_extra,
            foot: foot(&letter.foot, pieces)?,
        })
    }

    /// Where the text of a later page begins.
    pub(crate) fn later_top(&self) -> Length {
        sheet::LATER_TOP + self.running_extra
    }

    /// Where text must end.
    pub(crate) fn text_bottom(&self) -> Length {
        let more = self.foot.references.len().saturating_sub(1);
        sheet::TEXT_BOTTOM - sheet::FOOT_LATER_LEADING * count(more)
    }

    /// Letterhead, address and particulars, or the running head.
    pub(crate) fn place_above(&self, index: usize, page: &mut Page) {
        let (lines, rules) = if index == 0 {
            (&self.first_lines, &self.first_rules)
        } else {
            (&self.running_lines, &self.running_rules)
        };
        page.lines.extend(lines.iter().cloned());
        page.rules.extend(rules.iter().copied());
    }

    /// The foot and the fold marks.
    pub(crate) fn place_below(
        &self,
        number: usize,
        of: usize,
        page: &mut Page,
    ) -> Result<(), LayoutProblem> {
        self.foot.place(number, of, page)?;
        for y in sheet::FOLDS {
            page.rules.push(Rule {
                role: RuleRole::Fold,
                x: Length::ZERO,
                y: y + sheet::RULE_THICKNESS.half(),
                width: sheet::FOLD_LENGTH,
                thickness: sheet::RULE_THICKNESS,
                ink: Ink::Pale,
            });
        }
        Ok(())
    }
}

fn across(role: RuleRole, y: Length) -> Rule {
    Rule {
        role,
        x: sheet::LEFT,
        y,
        width: sheet::MEASURE,
        thickness: sheet::RULE_THICKNESS,
        ink: Ink::Black,
    }
}

/// A column of lines of one kind.
struct Stack {
    role: Role,
    x: Length,
    top: Length,
    size: Length,
    leading: Length,
    ink: Ink,
}

impl Stack {
    /// Places the lines below one another and says where the next would begin.
    fn place(&self, piece: usize, lines: Vec<SetLine>, into: &mut Vec<Line>) -> Length {
        let mut y = self.top;
        for line in lines {
            into.push(Line {
                role: self.role,
                piece,
                x: self.x,
                baseline: y + sheet::baseline(self.size, self.leading),
                size: self.size,
                ink: self.ink,
                runs: line.runs,
                space: line.space,
            });
            y += self.leading;
        }
        y
    }
}

/// Figures as high as capitals: all that stands around the text is looked up, not read.
const fn lining(text: &str) -> Span<'_> {
    Span::new(text, Face::Regular, Figures::Lining)
}

fn letterhead(
    head: &Letterhead,
    pieces: &mut Pieces,
    into: &mut Vec<Line>,
) -> Result<Rule, LayoutProblem> {
    let name = Span::new(&head.name, Face::SemiBold, Figures::Lining);
    let style = Style::tracked(sheet::NAME_SIZE, sheet::NAME_TRACKING);
    let names = shape::lines(&[name], style, Some(sheet::MEASURE))?;
    let contacts = shape::lines(
        &[lining(&head.contact)],
        Style::plain(sheet::CONTACT_SIZE),
        Some(sheet::MEASURE),
    )?;
    let lines = names.len() + contacts.len();
    if lines > sheet::LETTERHEAD_LINES {
        return Err(LayoutProblem::LetterheadTooLong { lines });
    }
    let name = Stack {
        role: Role::LetterheadName,
        x: sheet::LEFT,
        top: sheet::HEAD_TOP,
        size: sheet::NAME_SIZE,
        leading: sheet::NAME_LEADING,
        ink: Ink::Black,
    };
    let below_name = name.place(pieces.next(), names, into);
    let contact = Stack {
        role: Role::LetterheadContact,
        x: sheet::LEFT,
        top: below_name + sheet::CONTACT_ABOVE,
        size: sheet::CONTACT_SIZE,
        leading: sheet::CONTACT_LEADING,
        ink: Ink::Dark,
    };
    let below = contact.place(pieces.next(), contacts, into);
    let y = below + sheet::HEAD_RULE_ABOVE + sheet::RULE_THICKNESS.half();
    Ok(across(RuleRole::Letterhead, y))
}

fn address(
    lines: &[String],
    pieces: &mut Pieces,
    into: &mut Vec<Line>,
) -> Result<(), LayoutProblem> {
    let mut address = Vec::new();
    for line in lines {
        let style = Style::plain(sheet::TEXT_SIZE);
        for set in shape::lines(&[lining(line)], style, None)? {
            let width = set.width(sheet::TEXT_SIZE);
            if width > sheet::ADDRESS_WIDTH {
                return Err(LayoutProblem::AddressLineTooWide {
                    line: set.text(),
                    width_mm: (width.to_mm() * 10.0).round() / 10.0,
                });
            }
            address.push(set);
        }
    }
    if address.len() > sheet::ADDRESS_LINES {
        return Err(LayoutProblem::AddressTooLong { lines: address.len() });
    }
    let stack = Stack {
        role: Role::Address,
        x: sheet::LEFT,
        top: sheet::ADDRESS_TOP,
        size: sheet::TEXT_SIZE,
        leading: sheet::ADDRESS_LEADING,
        ink: Ink::Black,
    };
    stack.place(pieces.next(), address, into);
    Ok(())
}

fn particulars(
    particulars: &[Particular],
    pieces: &mut Pieces,
    into: &mut Vec<Line>,
) -> Result<(), LayoutProblem> {
    let style = Style::plain(sheet::PARTICULARS_SIZE);
    let mut top = sheet::ADDRESS_TOP;
    let mut rows = 0;
    for particular in particulars {
        let labels = shape::lines(&[lining(&particular.label)], style, Some(sheet::LABEL_WIDTH))?;
        let values = shape::lines(&[lining(&particular.value)], style, Some(sheet::VALUE_WIDTH))?;
        let taken = labels.len().max(values.len());
        let mut stack = Stack {
            role: Role::ParticularLabel,
            x: sheet::PARTICULARS_LEFT,
            top,
            size: sheet::PARTICULARS_SIZE,
            leading: sheet::PARTICULARS_LEADING,
            ink: Ink::Dark,
        };
        stack.place(pieces.next(), labels, into);
        stack.role = Role::ParticularValue;
        stack.x = sheet::PARTICULARS_LEFT + sheet::LABEL_COLUMN;
        stack.ink = Ink::Black;
        stack.place(pieces.next(), values, into);
        top += sheet::PARTICULARS_LEADING * count(taken);
        rows += taken;
    }
    if rows > sheet::PARTICULAR_LINES {
        return Err(LayoutProblem::ParticularsTooLong { lines: rows });
    }
    Ok(())
}

/// Places the running head and says how much higher it is than one line.
fn running_head(
    head: &RunningHead,
    pieces: &mut Pieces,
    into: &mut Vec<Line>,
) -> Result<Length, LayoutProblem> {
    let style = Style::plain(sheet::RUNNING_SIZE);
    let set = |text: &str, measure| shape::lines(&[lining(text)], style, measure);
    let mut left = set(&head.left, None)?;
    let mut right = set(&head.right, None)?;
    let together = widest(&left, style.size) + sheet::GAP + widest(&right, style.size);
    if together > sheet::MEASURE {
        // A side that stands alone has all of the measure.
        let (left_width, right_width) = if left.is_empty() || right.is_empty() {
            (sheet::MEASURE, sheet::MEASURE)
        } else {
            (sheet::RUNNING_LEFT_WIDTH, sheet::RUNNING_RIGHT_WIDTH)
        };
        left = set(&head.left, Some(left_width))?;
        right = set(&head.right, Some(right_width))?;
    }
    let lines = left.len().max(right.len()).max(1);
    if lines > sheet::RUNNING_HEAD_LINES {
        let longer = if left.len() > right.len() { &head.left } else { &head.right };
        return Err(LayoutProblem::RunningHeadTooLong { lines, text: longer.clone() });
    }
    let mut stack = Stack {
        role: Role::RunningHead,
        x: sheet::LEFT,
        top: sheet::HEAD_TOP,
        size: sheet::RUNNING_SIZE,
        leading: sheet::RUNNING_LEADING,
        ink: Ink::Dark,
    };
    stack.place(pieces.next(), left, into);
    let piece = pieces.next();
    for line in right {
        stack.x = sheet::LEFT + sheet::MEASURE - line.width(style.size);
        stack.top = stack.place(piece, vec![line], into);
    }
    Ok(sheet::RUNNING_LEADING * count(lines - 1))
}

fn foot(foot: &Foot, pieces: &mut Pieces) -> Result<FootLines, LayoutProblem> {
    let style = Style::plain(sheet::FOOT_SIZE);
    let notice = match &foot.notice {
        None => None,
        Some(notice) => set_notice(notice)?,
    };
    let notice_width =
        notice.as_ref().map_or(Length::ZERO, |line| line.width(sheet::FOOT_SIZE) + sheet::GAP);
    // Room for the widest number of pages that a letter may have.
    let page_width = page_label(888, 888)?.width(sheet::FOOT_SIZE) + sheet::GAP;
    let measure = sheet::MEASURE - notice_width - page_width;
    if measure < sheet::NARROWEST_REFERENCES {
        return Err(LayoutProblem::NoticeTooWide {
            notice: foot.notice.clone().unwrap_or_default(),
        });
    }
    let references = shape::lines(&[lining(&foot.references)], style, Some(measure))?;
    if references.len() > sheet::FOOT_LINES {
        return Err(LayoutProblem::FootTooLong {
            lines: references.len(),
            text: foot.references.clone(),
        });
    }
    Ok(FootLines { references, notice, piece: pieces.next() })
}

fn set_notice(notice: &str) -> Result<Option<SetLine>, LayoutProblem> {
    let span = Span::new(notice, Face::SemiBold, Figures::Lining);
    let style = Style::tracked(sheet::FOOT_SIZE, sheet::NOTICE_TRACKING);
    let mut lines = shape::lines(&[span], style, None)?;
    if lines.len() > 1 {
        return Err(LayoutProblem::NoticeTooWide { notice: notice.to_owned() });
    }
    Ok(lines.pop())
}

fn page_label(number: usize, of: usize) -> Result<SetLine, LayoutProblem> {
    let label = format!("Page {number} of {of}");
    let style = Style::plain(sheet::FOOT_SIZE);
    let mut lines = shape::lines(&[lining(&label)], style, None)?;
    Ok(lines.pop().unwrap_or_default())
}

impl FootLines {
    /// References left, notice between, page number right; their first lines share a baseline.
    fn place(&self, number: usize, of: usize, page: &mut Page) -> Result<(), LayoutProblem> {
        let size = sheet::FOOT_SIZE;
        let label = page_label(number, of)?;
        let more = count(self.references.len().saturating_sub(1));
        let baseline = sheet::PAPER_HEIGHT - sheet::FOOT_BOTTOM - sheet::FOOT_LEADING
            + sheet::baseline(size, sheet::FOOT_LEADING)
            - sheet::FOOT_LATER_LEADING * more;
        let line = |role, offset: usize, x, ink, baseline, set: &SetLine| Line {
            role,
            piece: self.piece + offset,
            x,
            baseline,
            size,
            ink,
            runs: set.runs.clone(),
            space: set.space.clone(),
        };
        let mut y = baseline;
        for set in &self.references {
            let x = sheet::LEFT;
            page.lines.push(line(Role::FootReferences, 0, x, Ink::Dark, y, set));
            y += sheet::FOOT_LATER_LEADING;
        }
        let right = sheet::LEFT + sheet::MEASURE - label.width(size);
        if let Some(notice) = &self.notice {
            // In the middle of what the other two leave free.
            let left = sheet::LEFT + widest(&self.references, size);
            let x = left + (right - left - notice.width(size)).half();
            page.lines.push(line(Role::FootNotice, 1, x, Ink::Black, baseline, notice));
        }
        page.lines.push(line(Role::FootPage, 2, right, Ink::Dark, baseline, &label));
        Ok(())
    }
}

fn widest(lines: &[SetLine], size: Length) -> Length {
    lines.iter().map(|line| line.width(size)).max().unwrap_or_default()
}

fn count(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(i64::MAX)
}
