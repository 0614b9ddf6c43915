//! The pages as drawing operators.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Greyscale, LinePoint, Mm, Op, PdfDocument, PdfFont,
    PdfFontHandle, PdfPage, PdfSaveOptions, PdfWarnMsg, Point, Pt, TextItem,
};

use super::PdfProblem;
use super::program::Program;
use super::tags::{Mark, PageTags};
use crate::font::Face;
use crate::layout::sheet::PAPER_HEIGHT;
use crate::layout::{Glyph, Ink, Length, Line, Page, Pages, Rule, Run};

type Programs = BTreeMap<Face, Program>;

/// The pages as a document that still lacks its metadata.
pub(crate) fn document(
    pages: &Pages,
    programs: &Programs,
    plan: &[PageTags],
) -> Result<lopdf::Document, PdfProblem> {
    let mut document = PdfDocument::new("");
    for program in programs.values() {
        let font = PdfFont::new(program.font().clone());
        document
            .resources
            .fonts
            .map
            .insert(FontId(program.tag.clone()), font);
    }
    for (page, tags) in pages.pages.iter().zip(plan) {
        let ops = operators(page, programs, tags)?;
        document.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops));
    }
    let options = PdfSaveOptions {
        // The faces are reduced already.
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let written = document.to_lopdf_document(&options, &mut warnings);
    if warnings.is_empty() {
        Ok(written)
    } else {
        let texts: Vec<String> = warnings.into_iter().map(|warning| warning.msg).collect();
        Err(PdfProblem::Writing(texts.join("; ")))
    }
}

fn operators(
    page: &Page,
    programs: &Programs,
    tags: &PageTags,
) -> Result<Vec<Op>, PdfProblem> {
    let mut ops = Vec::new();
    for rule in &page.rules {
        draw_rule(rule, &mut ops);
    }
    let mut ink = None;
    for (line, mark) in page.lines.iter().zip(&tags.marks) {
        if ink != Some(line.ink) {
            ops.push(Op::SetFillColor {
                col: grey(line.ink),
            });
            ink = Some(line.ink);
        }
        ops.push(begin(mark));
        draw_line(line, programs, &mut ops)?;
        ops.push(Op::EndMarkedContent);
    }
    Ok(ops)
}

fn begin(mark: &Mark) -> Op {
    match mark {
        Mark::Artifact => Op::BeginMarkedContent {
            tag: "Artifact".to_owned(),
        },
        Mark::Content { tag, number } => Op::BeginMarkedContentWithProperties {
            tag: (*tag).to_owned(),
            properties: DictItem::Dict {
                map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(*number))]),
            },
        },
    }
}

fn draw_rule(rule: &Rule, ops: &mut Vec<Op>) {
    let end = |x| LinePoint {
        p: point(x, rule.y),
        bezier: false,
    };
    ops.extend([
        Op::BeginMarkedContent {
            tag: "Artifact".to_owned(),
        },
        Op::SetOutlineColor {
            col: grey(rule.ink),
        },
        Op::SetOutlineThickness {
            pt: points(rule.thickness),
        },
        Op::DrawLine {
            line: printpdf::Line {
                points: vec![end(rule.x), end(rule.x + rule.width)],
                is_closed: false,
            },
        },
        Op::EndMarkedContent,
    ]);
}

fn draw_line(line: &Line, programs: &Programs, ops: &mut Vec<Op>) -> Result<(), PdfProblem> {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetTextCursor {
        pos: point(line.x, line.baseline),
    });
    let last = line.runs.len().saturating_sub(1);
    for (index, run) in line.runs.iter().enumerate() {
        let program = programs.get(&run.face).ok_or_else(|| {
            PdfProblem::Typeface(format!("{} is not prepared", run.face.postscript_name()))
        })?;
        ops.push(Op::SetFont {
            font: PdfFontHandle::External(FontId(program.tag.clone())),
            size: points(line.size),
        });
        let space = line.space.as_ref().filter(|_| index == last);
        show(run, space, program, ops);
    }
    ops.push(Op::EndTextSection);
    Ok(())
}

/// Shows the glyphs of a run. A glyph that stands for something else here than elsewhere in the
/// letter, or that is raised, is shown on its own.
fn show(run: &Run, space: Option<&Glyph>, program: &Program, ops: &mut Vec<Op>) {
    let mut plain: Vec<TextItem> = Vec::new();
    let flush = |plain: &mut Vec<TextItem>, ops: &mut Vec<Op>| {
        if !plain.is_empty() {
            ops.push(Op::ShowText {
                items: std::mem::take(plain),
            });
        }
    };
    for glyph in run.glyphs.iter().chain(space) {
        let meaning = program.meanings.get(&glyph.id);
        let differs = meaning.is_none_or(|meaning| *meaning != glyph.text);
        let items = items(glyph, program, meaning.map_or("", String::as_str));
        if !differs && glyph.up == 0 {
            plain.extend(items);
            continue;
        }
        flush(&mut plain, ops);
        if differs {
            ops.push(actual_text(&glyph.text));
        }
        if glyph.up != 0 {
            ops.push(rise(glyph.up));
        }
        ops.push(Op::ShowText { items });
        if glyph.up != 0 {
            ops.push(rise(0));
        }
        if differs {
            ops.push(Op::EndMarkedContent);
        }
    }
    flush(&mut plain, ops);
}

/// One glyph with the corrections that put it, and the next one, where the shaper wants them.
fn items(glyph: &Glyph, program: &Program, meaning: &str) -> Vec<TextItem> {
    let mut items = Vec::with_capacity(2);
    if glyph.right != 0 {
        items.push(TextItem::Offset(thousandths(-glyph.right)));
    }
    let correction = program.nominal_advance(glyph.id) - glyph.advance + glyph.right;
    items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(
        program.number(glyph.id),
        thousandths(correction),
        meaning.to_owned(),
    )]));
    items
}

fn actual_text(text: &str) -> Op {
    Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict {
            map: BTreeMap::from([(
                "ActualText".to_owned(),
                DictItem::String {
                    data: super::finish::utf16(text),
                    literal: false,
                },
            )]),
        },
    }
}

fn rise(up: i32) -> Op {
    Op::SetLineOffset {
        multiplier: thousandths(up),
    }
}

#[allow(clippy::cast_precision_loss)] // At most five digits.
fn thousandths(units: i32) -> f32 {
    units as f32
}

fn point(x: Length, from_top: Length) -> Point {
    Point {
        x: points(x),
        y: points(PAPER_HEIGHT - from_top),
    }
}

/// To a hundredth of a point, which no printer can tell from less.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // At most five digits.
fn points(length: Length) -> Pt {
    let hundredths = (length.thousandths() + 5).div_euclid(10);
    Pt((hundredths as f64 / 100.0) as f32)
}

fn grey(ink: Ink) -> Color {
    let lightness = f32::from(ink.lightness()) / 255.0;
    Color::Greyscale(Greyscale::new((lightness * 1000.0).round() / 1000.0, None))
}
