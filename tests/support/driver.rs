//! The real window, driven through WebKit's WebDriver: plain JSON over HTTP to this machine itself.
//!
//! WebDriver reaches the page and nothing else: native dialogs are answered from a folder by the
//! build with feature `drive`. Every step has a time limit.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test cannot do ends it")]

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long a step may take.
const STEP: Duration = Duration::from_secs(20);
/// How often a condition is looked at again.
const AGAIN: Duration = Duration::from_millis(50);

/// The name of an element in WebDriver's answers.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A window under the driver; both end when this is dropped.
pub struct Window {
    driver: Child,
    port: u16,
    session: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct Element(String);

fn program(variable: &str) -> PathBuf {
    let path = std::env::var(variable).unwrap_or_else(|_| {
        panic!("{variable} is not set: run ./scripts/test, or name the program that was built")
    });
    PathBuf::from(path)
}

/// The program of the window.
pub fn window_program() -> PathBuf {
    program("FOI_DESK_WINDOW")
}

/// A window that was closed a moment ago may still hold the library.
fn wait_until_free(library: &Path) {
    let Ok(lock) = std::fs::File::open(library.join("foi-desk.lock")) else { return };
    for _ in 0..STEP.as_millis() / AGAIN.as_millis() {
        if lock.try_lock().is_ok() {
            return;
        }
        thread::sleep(AGAIN);
    }
    panic!("the window before did not end");
}

#[allow(clippy::disallowed_methods, reason = "every step has a time limit")]
fn now() -> Instant {
    Instant::now()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

impl Window {
    /// Opens the window on a library, on a fixed day.
    pub fn open(library: &Path, answers: &Path, today: &str) -> Self {
        wait_until_free(library);
        Self::open_beside(library, answers, today)
    }

    /// Opens a window on a library that another window may have open.
    pub fn open_beside(library: &Path, answers: &Path, today: &str) -> Self {
        Self::open_by(&window_program(), library, answers, today)
    }

    /// Opens the window by a program that ends in it: one that limits what it may do.
    pub fn open_by(window: &Path, library: &Path, answers: &Path, today: &str) -> Self {
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "there is no display: run ./scripts/test, which starts one"
        );
        let port = free_port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("FOI_DESK_LIBRARY", library)
            .env("FOI_DESK_ANSWERS", answers)
            .env("FOI_DESK_TODAY", today)
            .env("XDG_CONFIG_HOME", answers.join("config"))
            .env("XDG_DATA_HOME", answers.join("data"))
            .env("XDG_CACHE_HOME", answers.join("cache"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver: install the package webkit2gtk-driver");
        let mut opened = Self { driver, port, session: String::new() };
        opened.wait_until("the driver answers", || {
            TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
        });
        let capabilities = json!({
            "capabilities": { "alwaysMatch": {
                "webkitgtk:browserOptions": { "binary": window, "args": [] },
            } }
        });
        let session = opened.call("POST", "/session", &capabilities).expect("a session");
        opened.session = session["sessionId"].as_str().expect("its name").to_owned();
        opened
    }

    /// The driver's own process; the window and WebKit's processes come from it.
    pub fn driver_process(&self) -> u32 {
        self.driver.id()
    }

    fn wait_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        // What is asked may itself take long, so the time is measured and not the number of tries.
        let begun = now();
        while begun.elapsed() < STEP {
            if holds() {
                return;
            }
            thread::sleep(AGAIN);
        }
        let page = if self.session.is_empty() { String::new() } else { self.text_if_any() };
        panic!("not within {} seconds: {what}; the page says: {page}", STEP.as_secs());
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if method == "GET" { String::new() } else { body.to_string() };
        let mut stream =
            TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(|e| e.to_string())?;
        stream.set_read_timeout(Some(STEP)).map_err(|e| e.to_string())?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).map_err(|e| e.to_string())?;
        stream.write_all(body.as_bytes()).map_err(|e| e.to_string())?;
        let answer = read_answer(&mut stream)?;
        let value = &answer["value"];
        match value.get("error").and_then(Value::as_str) {
            Some(error) => {
                Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default()))
            }
            None => Ok(value.clone()),
        }
    }

    fn session_call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        self.call(method, &format!("/session/{}{path}", self.session), body)
    }

    /// Runs a script in the page and returns what it returns.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        let body = json!({ "script": script, "args": arguments });
        self.session_call("POST", "/execute/sync", &body)
            .unwrap_or_else(|error| panic!("{error}\nin the script {script}"))
    }

    fn found(&self, xpath: &str) -> Option<Element> {
        let body = json!({ "using": "xpath", "value": xpath });
        let found = self.session_call("POST", "/element", &body).ok()?;
        Some(Element(found[ELEMENT].as_str()?.to_owned()))
    }

    /// Waits for an element.
    pub fn element(&self, xpath: &str) -> Element {
        let mut element = None;
        self.wait_until(xpath, || {
            element = self.found(xpath);
            element.is_some()
        });
        element.expect("found")
    }

    /// Waits until there is no such element.
    pub fn gone(&self, xpath: &str) {
        self.wait_until(&format!("{xpath} is gone"), || self.found(xpath).is_none());
    }

    fn text_if_any(&self) -> String {
        let body = json!({ "script": "return document.body.innerText", "args": [] });
        let text = self.session_call("POST", "/execute/sync", &body).ok();
        text.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Lets go of the field that has the focus, so that keys are the window's.
    pub fn leave_fields(&self) {
        self.script("document.activeElement.blur()", &[]);
    }

    /// Waits until the page says something.
    pub fn says(&self, words: &str) {
        self.wait_until(&format!("the page says “{words}”"), || {
            self.text_if_any().contains(words)
        });
    }

    /// All the text of the page.
    pub fn text(&self) -> String {
        self.text_if_any()
    }

    /// Clicks an element once it stands still and can be clicked: what is still moving, because
    /// something above it arrives, would be missed.
    pub fn click(&self, xpath: &str) {
        let mut before = Value::Null;
        self.wait_until(&format!("{xpath} can be clicked"), || {
            let Some(Element(id)) = self.found(xpath) else { return false };
            let place = self.session_call("GET", &format!("/element/{id}/rect"), &json!({}));
            let place = json!([id, place.ok()]);
            if place != before {
                before = place;
                return false;
            }
            self.session_call("POST", &format!("/element/{id}/click"), &json!({})).is_ok()
        });
    }

    /// Clicks the button whose words begin so (keys may stand after them).
    pub fn press(&self, words: &str) {
        self.click(&format!(
            "//button[starts-with(normalize-space(), '{words}') and not(@disabled)]"
        ));
    }

    /// Clicks the button of the open dialog whose words begin so.
    pub fn in_dialog(&self, words: &str) {
        self.click(&format!(
            "//*[self::dialog or @role='dialog' or @role='alertdialog']//button[starts-with(normalize-space(), '{words}') and not(@disabled)]"
        ));
    }

    /// Clicks what leads to a screen, in the sidebar.
    pub fn click_link_like(&self, words: &str) {
        self.click(&format!("//nav//button[starts-with(normalize-space(), '{words}')]"));
    }

    /// Chooses the radio button or part of a switch with these words.
    pub fn choose(&self, words: &str) {
        self.click(&format!("//label[contains(normalize-space(), '{words}')]"));
    }

    /// Clicks a button in the row that names something.
    pub fn in_row(&self, name: &str, words: &str) {
        self.click(&format!(
            "//*[self::li or self::tr or @role='row'][contains(., '{name}')]//button[starts-with(normalize-space(), '{words}')]"
        ));
    }

    /// Sets a date field, as choosing a day does.
    pub fn set_date(&self, id: &str, day: &str) {
        self.element(&format!("//input[@id='{id}']"));
        self.script(
            "const field = document.getElementById(arguments[0]); field.value = arguments[1]; \
             field.dispatchEvent(new Event('input', { bubbles: true })); \
             field.dispatchEvent(new Event('change', { bubbles: true }))",
            &[json!(id), json!(day)],
        );
    }

    /// Chooses an option of a list that opens, by its value.
    pub fn choose_option(&self, list: &str, value: &str) {
        self.click(&format!("{list}//option[@value='{value}']"));
    }

    /// Waits until a page of a letter is drawn: its canvas has ink on it.
    pub fn pages_are_drawn(&self) {
        let inked = "const page = document.querySelector('canvas'); \
            if (!page || !page.width) return false; \
            const ink = page.getContext('2d').getImageData(0, 0, page.width, page.height).data; \
            for (let at = 0; at < ink.length; at += 4) if (ink[at + 3] && ink[at] < 80) return true; \
            return false";
        self.wait_until("a page is drawn", || {
            self.session_call("POST", "/execute/sync", &json!({ "script": inked, "args": [] }))
                .is_ok_and(|drawn| drawn == json!(true))
        });
    }

    /// Waits until a file is there.
    pub fn wait_for_file(&self, path: &Path) {
        self.wait_until(&format!("{} is written", path.display()), || path.exists());
    }

    /// Puts text in place of what a field holds.
    pub fn fill(&self, xpath: &str, text: &str) {
        let Element(id) = self.element(xpath);
        let _ = self.session_call("POST", &format!("/element/{id}/clear"), &json!({}));
        // WebKit types no line feed; the key Enter makes a new line.
        let text = text.replace('\n', &named("Enter").to_string());
        self.session_call("POST", &format!("/element/{id}/value"), &json!({ "text": text }))
            .unwrap_or_else(|error| panic!("{error}: {xpath}"));
    }

    /// What a field with this id holds.
    pub fn value(&self, id: &str) -> String {
        let value = self.script("return document.getElementById(arguments[0]).value", &[json!(id)]);
        value.as_str().expect("the value of a field").to_owned()
    }

    /// Presses keys, one after the other, wherever the focus is. `Ctrl+Shift+z` holds all but the last
    /// down.
    pub fn keys(&self, keys: &[&str]) {
        for combination in keys {
            let (held, key) = match combination.rsplit_once('+') {
                Some((held, key)) if !key.is_empty() => {
                    (held.split('+').map(named).collect(), named(key))
                }
                Some(_) | None => (Vec::new(), named(combination)),
            };
            let action = |kind: &str, key: char| json!({ "type": kind, "value": key.to_string() });
            let mut actions: Vec<Value> =
                held.iter().map(|held| action("keyDown", *held)).collect();
            actions.extend([action("keyDown", key), action("keyUp", key)]);
            actions.extend(held.iter().rev().map(|held| action("keyUp", *held)));
            let body =
                json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
            self.session_call("POST", "/actions", &body).expect("keys are pressed");
        }
    }

    /// Presses Tab until the focus is on an element of this class, as a person would.
    pub fn tab_to(&self, class: &str) {
        let is_there = "return document.activeElement.classList.contains(arguments[0])";
        for _ in 0..40 {
            if self.script(is_there, &[json!(class)]) == json!(true) {
                return;
            }
            self.keys(&["Tab"]);
        }
        panic!("forty times Tab do not reach .{class}");
    }

    /// Waits until nothing on the page moves any more.
    pub fn settled(&self) {
        let moving = "return document.getAnimations().length === 0";
        self.wait_until("the page is at rest", || self.script(moving, &[]) == json!(true));
    }

    /// What axe finds on the page that keeps people out: its serious and critical violations.
    pub fn axe(&self, axe: &str) -> Vec<String> {
        self.script(&format!("{axe}; window.axe = axe;"), &[]);
        let run = "const done = arguments[arguments.length - 1]; \
            axe.run(document).then(found => done(found.violations \
              .filter(one => one.impact === 'serious' || one.impact === 'critical') \
              .map(one => one.id + ': ' + one.nodes.map(node => node.html).slice(0, 3).join(' '))))";
        let found = self
            .session_call("POST", "/execute/async", &json!({ "script": run, "args": [] }))
            .expect("axe runs");
        let found = found.as_array().expect("a list");
        found.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    }

    /// A picture of the page as a PNG file.
    pub fn picture(&self, path: &Path) {
        let encoded = self.session_call("GET", "/screenshot", &json!({})).expect("a picture");
        let bytes = decoded(encoded.as_str().expect("as text"));
        std::fs::write(path, bytes).expect("it is written");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The window is a child of the driver: closed by the session's end, and with the whole group
        // of processes where it does not listen.
        let _ = self.session_call("DELETE", "", &json!({}));
        for signal in ["-TERM", "-KILL"] {
            let group = format!("-{}", self.driver.id());
            let _ =
                Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
            thread::sleep(Duration::from_millis(300));
        }
        let _ = self.driver.wait();
    }
}

/// The code points that WebDriver has for keys without a character.
fn named(key: &str) -> char {
    match key {
        "Ctrl" => '\u{E009}',
        "Shift" => '\u{E008}',
        "Alt" => '\u{E00A}',
        "Enter" => '\u{E007}',
        "Escape" => '\u{E00C}',
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Down" => '\u{E015}',
        "Up" => '\u{E013}',
        "Space" => ' ',
        other => other.chars().next().expect("a key"),
    }
}

fn read_answer(stream: &mut TcpStream) -> Result<Value, String> {
    let mut bytes = Vec::new();
    let mut piece = [0_u8; 65_536];
    loop {
        if let Some(body) = whole_body(&bytes) {
            return serde_json::from_slice(body).map_err(|error| error.to_string());
        }
        match stream.read(&mut piece) {
            Ok(0) => {
                return Err(format!("cut off: {}", String::from_utf8_lossy(&bytes)));
            }
            Ok(count) => bytes.extend_from_slice(&piece[..count]),
            Err(error) => return Err(error.to_string()),
        }
    }
}

/// The body of an answer, once all of it is there.
fn whole_body(bytes: &[u8]) -> Option<&[u8]> {
    let head_end = bytes.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&bytes[..head_end]).to_lowercase();
    let length: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length:"))
        .and_then(|length| length.trim().parse().ok())?;
    bytes.get(head_end..head_end + length)
}

/// Base64, as WebDriver sends pictures.
fn decoded(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => Some(u32::from(c - b'A')),
        b'a'..=b'z' => Some(u32::from(c - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(c - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = text.bytes().filter_map(value).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for group in digits.chunks(4) {
        let number =
            group.iter().fold(0, |number, digit| number << 6 | digit) << (6 * (4 - group.len()));
        for at in 0..group.len().saturating_sub(1) {
            bytes.push((number >> (16 - 8 * at) & 0xFF) as u8);
        }
    }
    bytes
}
