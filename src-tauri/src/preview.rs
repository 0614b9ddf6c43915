//! Pages as pictures: the very bytes of a letter, drawn for a canvas.

use std::collections::VecDeque;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use desk::{DeskError, ErrorKind};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use tauri::ipc::Response;

use crate::error::{Answer, fault};
use crate::state::Shell;

/// Scales that make sense: a page is 595 points wide.
const SCALES: std::ops::RangeInclusive<f32> = 0.1..=6.0;
/// How many pages are kept: those of a letter, in two sizes.
const KEPT: usize = 12;

/// A page by the hash of its file, its number and the bits of its scale.
type Key = (u64, u32, u32);

/// The pages drawn last.
#[derive(Debug, Default)]
pub struct PageCache {
    pages: VecDeque<(Key, Arc<Vec<u8>>)>,
}

impl PageCache {
    fn get(&self, key: Key) -> Option<Arc<Vec<u8>>> {
        self.pages.iter().find(|(known, _)| *known == key).map(|(_, page)| Arc::clone(page))
    }

    fn keep(&mut self, key: Key, page: &Arc<Vec<u8>>) {
        self.pages.push_back((key, Arc::clone(page)));
        if self.pages.len() > KEPT {
            self.pages.pop_front();
        }
    }
}

/// A page as the interface reads it: width and height as little-endian u32, then RGBA, row by row.
pub fn page_of(shell: &Shell, pdf: Vec<u8>, page: u32, scale: f32) -> Answer<Response> {
    let mut hasher = DefaultHasher::new();
    pdf.hash(&mut hasher);
    let key = (hasher.finish(), page, scale.to_bits());
    let known = shell.pages().get(key);
    let drawn = match known {
        Some(drawn) => drawn,
        None => {
            let drawn = Arc::new(draw(pdf, page, scale)?);
            shell.pages().keep(key, &drawn);
            drawn
        }
    };
    Ok(Response::new(drawn.as_ref().clone()))
}

fn draw(pdf: Vec<u8>, page: u32, scale: f32) -> Answer<Vec<u8>> {
    if !SCALES.contains(&scale) {
        return Err(DeskError::refused(
            "scale",
            format!("{scale} is no scale for a page."),
            "Give one between 0.1 and 6.",
        ));
    }
    let pdf = Pdf::new(pdf).map_err(|error| {
        let told = fault("The letter cannot be drawn", &format!("{error:?}"));
        DeskError { kind: ErrorKind::Damaged, ..told }
    })?;
    let pages = pdf.pages();
    let at = usize::try_from(page).ok().and_then(|page| page.checked_sub(1));
    let sheet = at.and_then(|at| pages.get(at)).ok_or_else(|| {
        DeskError::refused(
            "page",
            format!("The letter has no page {page}."),
            format!("It has {}.", pages.len()),
        )
    })?;
    let pixels = render(
        sheet,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let rgba = pixels.data_as_u8_slice();
    let mut bytes = Vec::with_capacity(8 + rgba.len());
    bytes.extend_from_slice(&width.to_le_bytes());
    bytes.extend_from_slice(&height.to_le_bytes());
    bytes.extend_from_slice(rgba);
    Ok(bytes)
}
