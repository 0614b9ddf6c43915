//! The pages as drawing operators.
//!
//! printpdf makes the document: faces, their tables of characters, pages and resources. It is shown
//! every glyph of the letter once; what stands on the pages is then written over that, in the
//! shortest form and in a quarter of the time.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use lopdf::{Document, Object, Stream};
use printpdf::{
    Codepoint, FontId, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions,
    PdfWarnMsg, Pt, TextItem,
};

use super::program::Program;
use super::tags::{Mark, PageTags};
use super::{PdfProblem, finish};
use crate::font::Face;
use crate::layout::sheet::PAPER_HEIGHT;
use crate::layout::{Glyph, Ink, Length, Line, Page, Pages, Rule, Run};

type Programs = BTreeMap<Face, Program>;

/// The pages as a document that still lacks its metadata.
pub(crate) fn document(
    pages: &Pages,
    programs: &Programs,
    plan: &[PageTags],
) -> Result<Document, PdfProblem> {
    let mut document = skeleton(pages.pages.len(), programs)?;
    let ids: Vec<lopdf::ObjectId> = document.page_iter().collect();
    for ((page, tags), id) in pages.pages.iter().zip(plan).zip(ids) {
        let content = operators(page, programs, tags)?;
        let contents = document
            .get_dictionary(id)
            .and_then(|page| page.get(b"Contents"))
            .and_then(Object::as_reference)
            .map_err(|problem| PdfProblem::Writing(problem.to_string()))?;
        let stream = Stream::new(lopdf::Dictionary::new(), content.into_bytes());
        document.set_object(contents, stream);
    }
    Ok(document)
}

/// A document of so many pages with these faces, on whose first page every glyph is named once.
fn skeleton(pages: usize, programs: &Programs) -> Result<Document, PdfProblem> {
    let mut document = PdfDocument::new("");
    let mut glyphs = vec![Op::StartTextSection];
    for program in programs.values() {
        let font = FontId(program.tag.clone());
        document.resources.fonts.map.insert(font.clone(), PdfFont::new(program.font().clone()));
        glyphs.push(Op::SetFont { font: PdfFontHandle::External(font), size: Pt(10.0) });
        let named = program.meanings.iter().map(|(glyph, meaning)| {
            Codepoint::with_cid(program.number(*glyph), 0.0, meaning.clone())
        });
        glyphs.push(Op::ShowText { items: vec![TextItem::GlyphIds(named.collect())] });
    }
    glyphs.push(Op::EndTextSection);
    for _ in 0..pages {
        let ops = std::mem::take(&mut glyphs);
        let page = PdfPage::new(Mm(210.0), Mm(297.0), ops);
        document.pages.push(page);
    }
    let options = PdfSaveOptions {
        // The faces are reduced already.
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let skeleton = document.to_lopdf_document(&options, &mut warnings);
    if warnings.is_empty() {
        Ok(skeleton)
    } else {
        let texts: Vec<String> = warnings.into_iter().map(|warning| warning.msg).collect();
        Err(PdfProblem::Writing(texts.join("; ")))
    }
}

/// What is drawn on one page, as PDF writes it.
fn operators(page: &Page, programs: &Programs, tags: &PageTags) -> Result<String, PdfProblem> {
    let mut out = String::new();
    write_page(&mut out, page, programs, tags)
        .map_err(|_| PdfProblem::Writing("a face is not prepared".to_owned()))?;
    Ok(out)
}

fn write_page(out: &mut String, page: &Page, programs: &Programs, tags: &PageTags) -> fmt::Result {
    for rule in &page.rules {
        write_rule(out, rule)?;
    }
    let mut ink = None;
    for (line, mark) in page.lines.iter().zip(&tags.marks) {
        if ink != Some(line.ink) {
            writeln!(out, "{} g", grey(line.ink))?;
            ink = Some(line.ink);
        }
        match mark {
            Mark::Artifact => writeln!(out, "/Artifact BMC")?,
            Mark::Content { tag, number } => writeln!(out, "/{tag} <</MCID {number}>> BDC")?,
        }
        write_line(out, line, programs)?;
        writeln!(out, "EMC")?;
    }
    Ok(())
}

fn write_rule(out: &mut String, rule: &Rule) -> fmt::Result {
    let (left, right) = (points(rule.x), points(rule.x + rule.width));
    let y = from_below(rule.y);
    writeln!(out, "/Artifact BMC")?;
    writeln!(out, "{} G {} w", grey(rule.ink), points(rule.thickness))?;
    writeln!(out, "{left} {y} m {right} {y} l S")?;
    writeln!(out, "EMC")
}

fn write_line(out: &mut String, line: &Line, programs: &Programs) -> fmt::Result {
    writeln!(out, "BT")?;
    let mut place = format!("{} {} Td", points(line.x), from_below(line.baseline));
    let last = line.runs.len().saturating_sub(1);
    for (index, run) in line.runs.iter().enumerate() {
        let program = programs.get(&run.face).ok_or(fmt::Error)?;
        writeln!(out, "/{} {} Tf {place}", program.tag, points(line.size))?;
        // The next run goes on where this one ends.
        place.clear();
        let space = line.space.as_ref().filter(|_| index == last);
        write_run(out, run, space, line.size, program)?;
    }
    writeln!(out, "ET")
}

/// Shows the glyphs of a run. A glyph that stands for something else here than elsewhere in the
/// letter, or that is raised, is shown on its own.
fn write_run(
    out: &mut String,
    run: &Run,
    space: Option<&Glyph>,
    size: Length,
    program: &Program,
) -> fmt::Result {
    let mut row = GlyphRow::default();
    for glyph in run.glyphs.iter().chain(space) {
        let meaning = program.meanings.get(&glyph.id);
        let differs = meaning.is_none_or(|meaning| *meaning != glyph.text);
        if !differs && glyph.up == 0 {
            row.push(glyph, program)?;
            continue;
        }
        row.flush(out)?;
        if differs {
            write!(out, "/Span <</ActualText <")?;
            for byte in finish::utf16(&glyph.text) {
                write!(out, "{byte:02X}")?;
            }
            writeln!(out, ">>> BDC")?;
        }
        if glyph.up != 0 {
            let rise = Length::from_em_thousandths(i64::from(glyph.up), size);
            writeln!(out, "{} Ts", points(rise))?;
        }
        row.push(glyph, program)?;
        row.flush(out)?;
        if glyph.up != 0 {
            writeln!(out, "0 Ts")?;
        }
        if differs {
            writeln!(out, "EMC")?;
        }
    }
    row.flush(out)
}

/// Glyphs to be shown together, as the operand of one operator.
#[derive(Default)]
struct GlyphRow {
    operand: String,
    /// Whether the operand ends within a string of glyphs.
    in_string: bool,
}

impl GlyphRow {
    /// Adds one glyph, with the corrections that put it, and the next one, where the shaper wants
    /// them. A correction is taken off the position, in thousandths of an em.
    fn push(&mut self, glyph: &Glyph, program: &Program) -> fmt::Result {
        self.correct(-glyph.right)?;
        if !self.in_string {
            self.operand.push('<');
            self.in_string = true;
        }
        write!(self.operand, "{:04X}", program.number(glyph.id))?;
        self.correct(program.nominal_advance(glyph.id) - glyph.advance + glyph.right)
    }

    fn correct(&mut self, by: i32) -> fmt::Result {
        if by == 0 {
            return Ok(());
        }
        self.end_string();
        write!(self.operand, "{by}")
    }

    fn end_string(&mut self) {
        if self.in_string {
            self.operand.push('>');
            self.in_string = false;
        } else if !self.operand.is_empty() {
            self.operand.push(' ');
        }
    }

    fn flush(&mut self, out: &mut String) -> fmt::Result {
        if self.operand.is_empty() {
            return Ok(());
        }
        if self.in_string {
            self.end_string();
        }
        writeln!(out, "[{}] TJ", self.operand)?;
        self.operand.clear();
        Ok(())
    }
}

fn from_below(from_top: Length) -> Decimal {
    points(PAPER_HEIGHT - from_top)
}

/// To a hundredth of a point, which no printer can tell from less.
fn points(length: Length) -> Decimal {
    Decimal { thousandths: (length.thousandths() + 5).div_euclid(10) * 10 }
}

fn grey(ink: Ink) -> Decimal {
    Decimal { thousandths: (i64::from(ink.lightness()) * 1000 + 127) / 255 }
}

/// A number as PDF writes it: `12.5`, without an exponent or idle zeros.
struct Decimal {
    thousandths: i64,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.thousandths < 0 { "-" } else { "" };
        let whole = self.thousandths.abs() / 1000;
        let rest = self.thousandths.abs() % 1000;
        write!(f, "{sign}{whole}")?;
        if rest == 0 {
            return Ok(());
        }
        let decimals = format!("{rest:03}");
        write!(f, ".{}", decimals.trim_end_matches('0'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_idle_zeros() {
        for (thousandths, written) in [(12_500, "12.5"), (-70, "-0.07"), (3_000, "3"), (0, "0")] {
            assert_eq!(Decimal { thousandths }.to_string(), written);
        }
    }

    #[test]
    fn points_are_rounded_to_the_hundredth() {
        assert_eq!(points(Length::from_pt(70.867)).to_string(), "70.87");
        assert_eq!(grey(Ink::Dark).to_string(), "0.2");
    }
}
