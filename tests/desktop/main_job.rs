//! The main job in the window: from nothing to posted letters, a reply by the keyboard, a follow-up
//! and a request for review, whose text is read back from the PDFs that were kept.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use tests::program::{self, ran, text_of, tool};

use crate::driver::Window;

/// Where a person works: a library, and the answers to the system's dialogs.
pub struct Place {
    folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        let place = Self { folder: TempDir::new().expect("a folder") };
        std::fs::create_dir_all(place.answers()).expect("a folder for answers");
        std::fs::write(place.answers().join("save-path"), place.job().display().to_string())
            .expect("the answer to where the job is saved");
        place
    }

    pub fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    /// The window will open in this size, as if it had been closed so.
    pub fn remember_size(&self, (width, height): (u32, u32)) {
        let folder = self.answers().join("config/org.foidesk.desktop");
        std::fs::create_dir_all(&folder).expect("a folder for settings");
        let notes = serde_json::json!({ "width": f64::from(width), "height": f64::from(height) });
        std::fs::write(folder.join("window.json"), notes.to_string()).expect("a file");
    }

    pub fn answers(&self) -> PathBuf {
        self.folder.path().join("answers")
    }

    /// What `foi` reads in the library, on a day.
    pub fn data(&self, today: &str, line: &str) -> Value {
        let mut foi = Command::new(program::foi());
        foi.args(line.split_whitespace().chain(["--json"]))
            .env("FOI_DESK_LIBRARY", self.library())
            .env("FOI_DESK_TODAY", today)
            .env("HOME", self.folder.path())
            .stdin(Stdio::null());
        ran(&mut foi).done().json()
    }

    /// The answers to the dialogs of a second window.
    pub fn second_answers(&self) -> PathBuf {
        let answers = self.folder.path().join("second-answers");
        std::fs::create_dir_all(&answers).expect("a folder for answers");
        answers
    }

    pub fn job(&self) -> PathBuf {
        self.folder.path().join("job.pdf")
    }

    pub fn window(&self, today: &str) -> Window {
        Window::open(&self.library(), &self.answers(), today)
    }

    /// The text of the letter with this reference, from the bytes that the library keeps.
    fn letter(&self, today: &str, reference: &str) -> String {
        let request = reference.split('/').next().expect("a request");
        let window = self.window(today);
        window.says("FOI Desk");
        drop(window);
        let desk = desk::Desk::open(&self.library()).expect("the library");
        let day = today.parse().expect("a day");
        let detail = desk.request(request, day).expect("the request");
        let letter = detail.letters.iter().find(|letter| letter.reference == reference);
        let hash = &letter.expect("the letter").hash;
        text_of(&self.library().join("documents").join(hash))
    }
}

/// Counts what a person does: each click and each field is one.
pub struct Counted<'a> {
    window: &'a Window,
    pub actions: u32,
}

impl<'a> Counted<'a> {
    pub fn new(window: &'a Window) -> Self {
        Self { window, actions: 0 }
    }

    pub fn fill(&mut self, field: &str, text: &str) {
        self.window.fill(&format!("//*[@id='{field}']"), text);
        self.actions += 1;
    }

    pub fn choose(&mut self, words: &str) {
        self.window.choose(words);
        self.actions += 1;
    }

    pub fn press(&mut self, words: &str) {
        self.window.press(words);
        self.actions += 1;
    }

    pub fn in_dialog(&mut self, words: &str) {
        self.window.in_dialog(words);
        self.actions += 1;
    }
}

/// From nothing to a saved print job, on the sample campaign.
fn to_print_job(window: &Window, job: &Path) -> u32 {
    window.says("Who is asking?");
    let mut person = Counted::new(window);
    person.press("Open my desk");
    person.press("Write 48 requests");
    person.in_dialog("Write 48 requests");
    window.says("48 letters written");
    person.in_dialog("Open print queue");
    person.press("Print as one job");
    window.wait_for_file(job);
    person.actions
}

/// The print job holds these letters: a heading and a bookmark for each, and each letter on a sheet
/// of its own.
pub fn is_job_of(job: &Path, letters: usize) {
    let text = text_of(job);
    assert_eq!(text.matches("request for information").count(), letters, "one heading a letter");
    let asked = ["--json=2", "--json-key=outlines", "--json-key=pages"].map(OsStr::new);
    let told = tool("qpdf", &[asked[0], asked[1], asked[2], job.as_os_str()]);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let pages = told["pages"].as_array().expect("pages").len();
    let bookmarks = told["outlines"].as_array().expect("bookmarks");
    assert_eq!(bookmarks.len(), letters, "one bookmark a letter");
    let page = |mark: &Value| mark["destpageposfrom1"].as_u64().expect("a page of the job");
    let begins: Vec<u64> = bookmarks.iter().map(page).collect();
    assert_eq!(begins[0], 1);
    for pair in begins.windows(2) {
        let length = pair[1].checked_sub(pair[0]).expect("bookmarks in order");
        assert!(length > 0 && length % 2 == 0, "each letter begins on a sheet: {begins:?}");
    }
    let last = begins.last().and_then(|last| usize::try_from(*last).ok()).expect("the last");
    assert!(last <= pages && pages >= 2 * letters - 1, "{pages} pages");
}

pub fn post_all(window: &Window, words: &str) {
    window.press(words);
    window.in_dialog("Mark as posted");
    window.in_dialog("Close");
}

#[test]
fn from_nothing_to_a_review_request_with_each_letter_read_back() {
    let place = Place::new();

    let window = place.window("2026-10-16");
    let actions = to_print_job(&window, &place.job());
    assert!(actions <= 12, "from nothing to a saved print job took {actions} actions");
    println!("from nothing to a saved print job of the sample: {actions} actions");
    is_job_of(&place.job(), 48);
    post_all(&window, "Mark 48 as posted");
    window.says("Every letter has been posted");
    drop(window);

    // A month later the reply comes, and is recorded without the mouse.
    let window = place.window("2026-11-16");
    window.says("FOI Desk");
    window.keys(&["Ctrl+r"]);
    window.says("Whose reply came?");
    window.fill("//input[@type='search']", "Devon");
    window.keys(&["Enter"]);
    window.says("Devon and Cornwall Police");
    window.set_date("dated", "2026-11-13");
    window.set_date("received", "2026-11-16");
    window.fill("//input[@id='their-reference']", "FOI/77/26");
    window.tab_to("question");
    // 1 refused, 2a and 2b answered, 2c partly, 2d and 2e not addressed, 3 to 5 answered, 6 refused,
    // 7 partly, 8 not held, 9 answered.
    for key in ["r", "a", "a", "p", "n", "n", "a", "a", "a", "r", "p", "h", "a"] {
        window.keys(&[key]);
    }
    window.says("To follow up");
    window.press("Save, open request");
    window.says("6 of 13 answered");
    window.says("Reply received");
    drop(window);

    // The follow-up as an enquiry of its own kind, then the request for review.
    let window = place.window("2026-11-17");
    write(&window, "Devon", "Write follow-up", |window| window.choose("Fresh request"));
    window.click_link_like("Print queue");
    post_all(&window, "Mark");
    drop(window);
    let follow_up = place.letter("2026-11-17", "HT-011/2");
    assert!(follow_up.contains("It is not a request for an internal review"), "{follow_up}");
    assert!(follow_up.contains("does the data exist?"), "{follow_up}");
    assert!(follow_up.contains("FOI/77/26"), "{follow_up}");

    let window = place.window("2026-11-20");
    write(&window, "Devon", "Ask for review", |window| {
        window.choose("Internal review request");
    });
    drop(window);
    let review = place.letter("2026-11-20", "HT-011/3");
    assert!(review.contains("request for an internal review"), "{review}");
    assert!(review.contains("Code of Practice under section 45"), "{review}");
}

/// Writes a letter to a force from its row of Today, after a choice of its kind or mode.
fn write(window: &Window, force: &str, act: &str, choose: impl FnOnce(&Window)) {
    window.says("FOI Desk");
    window.in_row(force, act);
    window.says("Add to print queue");
    choose(window);
    window.pages_are_drawn();
    window.press("Add to print queue");
    window.gone("//button[starts-with(normalize-space(), 'Add to print queue')]");
}
