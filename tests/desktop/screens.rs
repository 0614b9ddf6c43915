//! Every screen and dialog in the real window, light and dark, wide and narrow: axe finds nothing
//! serious, and nothing sticks out. Where `FOI_DESK_SCREENS` names a folder, pictures are put there
//! with an index: `scripts/screens`.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;
use tests::picture;

use crate::campaign::{TODAY, under_way};
use crate::driver::Window;
use crate::main_job::Place;
use crate::tour::{SHORTCUTS, STOPS, Stop};

/// One way of looking at everything.
struct Look {
    theme: &'static str,
    size: (u32, u32),
    /// What stands after the name of a picture.
    suffix: &'static str,
    /// Of which stops there is a picture; of every stop where none is named.
    pictures: &'static [&'static str],
}

const LOOKS: [Look; 3] = [
    Look { theme: "light", size: (1440, 900), suffix: "", pictures: &[] },
    Look {
        theme: "dark",
        size: (1440, 900),
        suffix: "-dark",
        pictures: &[
            "01-today",
            "02-board",
            "03-request",
            "04-composer",
            "06-record-reply",
            "10-reviews",
            "14-history",
        ],
    },
    Look {
        theme: "light",
        size: (1100, 700),
        suffix: "-1100",
        pictures: &[
            "01-today",
            "02-board",
            "03-request",
            "04-composer",
            "05-print-queue",
            "06-record-reply",
            "07-forces",
            "08-first-run",
            "10-reviews",
        ],
    },
];

/// What sticks out of the window, or of its own frame without a way to scroll to it.
const STICKS_OUT: &str = "const wide = document.documentElement; \
    const found = []; \
    if (wide.scrollWidth > wide.clientWidth) found.push('the page is wider than the window'); \
    for (const one of document.querySelectorAll('main button, main input, main h1, main h2, dialog button')) { \
      const box = one.getBoundingClientRect(); \
      if (!box.width || one.closest('.vh')) continue; \
      let scrolls = false; \
      for (let up = one.parentElement; up; up = up.parentElement) \
        if (/auto|scroll/.test(getComputedStyle(up).overflowX) && up.scrollWidth > up.clientWidth) scrolls = true; \
      if (!scrolls && (box.right > innerWidth + 1 || box.left < -1)) \
        found.push('sticks out: ' + one.outerHTML.slice(0, 120)); \
    } \
    return found";

/// The text of axe-core.
pub fn axe_source() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).expect("axe-core is installed by scripts/setup")
}

/// What is wrong at the stops, and the pictures taken.
struct Tour {
    axe: String,
    folder: Option<PathBuf>,
    faults: Vec<String>,
    index: Vec<(String, &'static str)>,
}

impl Tour {
    fn look(&mut self, window: &Window, look: &Look, name: &'static str, title: &'static str) {
        let at = format!("{name}, {}, {} wide", look.theme, look.size.0);
        let found = window.axe(&self.axe);
        self.faults.extend(found.into_iter().map(|fault| format!("{at}: {fault}")));
        let found = window.script(STICKS_OUT, &[]);
        for fault in found.as_array().into_iter().flatten() {
            self.faults.push(format!("{at}: {fault}"));
        }
        let Some(folder) = &self.folder else { return };
        if look.pictures.is_empty() || look.pictures.contains(&name) {
            let file = format!("{name}{}.png", look.suffix);
            let path = folder.join(&file);
            window.picture(&path);
            picture::shrink(&path);
            self.index.push((file, title));
        }
    }

    fn visit(&mut self, window: &Window, look: &Look, stop: &Stop) {
        stop.visit(window);
        self.look(window, look, stop.name, stop.title);
        stop.leave(window);
    }

    /// The page that names every picture.
    fn write_index(&mut self) {
        let Some(folder) = &self.folder else { return };
        self.index.sort();
        let mut page = String::from(
            "# Screens\n\nMade by `scripts/screens`: the real window with the sample campaign well under way, \
             on Monday 23 November 2026. The numbers are those of the design.\n\n| | |\n|---|---|\n",
        );
        for (file, title) in &self.index {
            let how = match file {
                file if file.ends_with("-dark.png") => ", dark",
                file if file.ends_with("-1100.png") => ", in the smallest window",
                _ => "",
            };
            writeln!(page, "| {title}{how} | [{file}]({file}) |").expect("text");
        }
        std::fs::write(folder.join("README.md"), page).expect("the index");
    }
}

fn shows(window: &Window, theme: &str) {
    window.script("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
}

#[test]
fn no_screen_keeps_anybody_out_and_nothing_sticks_out() {
    let folder = std::env::var_os("FOI_DESK_SCREENS").map(PathBuf::from);
    let mut tour = Tour { axe: axe_source(), folder, faults: Vec::new(), index: Vec::new() };
    let (place, nothing) = (Place::new(), Place::new());
    under_way(&place);
    for look in &LOOKS {
        for place in [&place, &nothing] {
            place.remember_size(look.size);
        }
        let window = nothing.window(TODAY);
        window.says("Who is asking?");
        shows(&window, look.theme);
        window.settled();
        tour.look(&window, look, "08-first-run", "First run");
        drop(window);

        let window = place.window(TODAY);
        window.says("Monday 23 November");
        let size = window.script("return [innerWidth, innerHeight]", &[]);
        assert_eq!(size, json!([look.size.0, look.size.1]), "the size of the window");
        shows(&window, look.theme);
        for stop in STOPS.iter().chain([&SHORTCUTS]) {
            tour.visit(&window, look, stop);
        }
    }
    tour.write_index();
    assert!(tour.faults.is_empty(), "{}", tour.faults.join("\n"));
}
