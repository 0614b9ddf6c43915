//! The commands over real serialisation, on Tauri's mock runtime: no window, no display.

mod acts;
mod boundary;
mod looks;
mod recording;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{App, Listener, Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

use crate::changed::{CHANGED, PROGRESS};
use crate::clock::Clock;
use crate::dialogs::Answers;
use crate::remembered::Remembered;
use crate::state::Shell;

/// The day of the tests.
const TODAY: &str = "2026-10-16";

/// A shell on a library of its own.
struct Window {
    app: App<MockRuntime>,
    webview: WebviewWindow<MockRuntime>,
    folder: TempDir,
    heard: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Window {
    /// A window on a folder where no library is yet.
    fn open() -> Self {
        Self::in_folder(tempfile::tempdir().expect("a temporary folder"), TODAY)
    }

    fn in_folder(folder: TempDir, today: &str) -> Self {
        let app = crate::with_commands(mock_builder())
            .build(mock_context(noop_assets()))
            .expect("an app without a window");
        app.manage(Shell::new(
            Ok(folder.path().join("library")),
            Clock::fixed(today),
            Box::new(Answers { folder: folder.path().to_owned() }),
            Remembered::in_file(folder.path().join("settings/window.json")),
        ));
        let webview = WebviewWindowBuilder::new(&app, "main", Default::default())
            .build()
            .expect("a mock window");
        let heard: Arc<Mutex<Vec<(String, Value)>>> = Arc::default();
        for name in [CHANGED, PROGRESS] {
            let heard = Arc::clone(&heard);
            app.listen_any(name, move |event| {
                let payload = serde_json::from_str(event.payload()).expect("a payload of JSON");
                heard.lock().expect("a list").push((name.to_owned(), payload));
            });
        }
        Self { app, webview, folder, heard }
    }

    /// A window on a new library with the sample campaign.
    fn with_sample() -> Self {
        let window = Self::open();
        window.ok("create_library", json!({ "sample": true }));
        window.told();
        window
    }

    /// The same, with requests to two forces in the queue.
    fn with_queue() -> Self {
        let window = Self::with_sample();
        window.ok("send", json!({ "order": send_order(&["essex", "kent"]) }));
        window.told();
        window
    }

    /// The same, with both requests posted and a month gone.
    fn a_month_later() -> Self {
        let window = Self::with_queue();
        window.ok("mark_sent", json!({ "order": posted_today() }));
        Self::in_folder(window.closed(), "2026-11-20")
    }

    /// Closes the window, and leaves the folder.
    fn closed(self) -> TempDir {
        crate::state::shell(self.app.handle()).close();
        self.folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lays down the answer to a dialog.
    fn answers(&self, dialog: &str, path: &std::path::Path) {
        std::fs::write(self.path(dialog), path.display().to_string()).expect("an answer");
    }

    fn answer(&self, command: &str, args: Value) -> Result<InvokeResponseBody, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("an address"),
            body: InvokeBody::Json(args),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.webview, request)
    }

    /// What a command gives where it succeeds.
    fn ok(&self, command: &str, args: Value) -> Value {
        match self.answer(command, args) {
            Ok(body) => body.deserialize().expect("JSON"),
            Err(error) => panic!("{command}: {error}"),
        }
    }

    /// The error of a command that fails: its kind and field, with every part of a `DeskError`.
    fn error(&self, command: &str, args: Value) -> (String, Option<String>) {
        let error = match self.answer(command, args) {
            Ok(_) => panic!("{command} was not refused"),
            Err(error) => error,
        };
        for part in ["kind", "message", "hint", "field", "citation", "problems"] {
            assert!(error.get(part).is_some(), "{command}: no {part} in {error}");
        }
        let text = |part: &str| error[part].as_str().map(str::to_owned);
        (text("kind").expect("a kind"), text("field"))
    }

    /// The same, and nothing is told of a change.
    fn refused(&self, command: &str, args: Value) -> Option<String> {
        self.told();
        let (kind, field) = self.error(command, args);
        assert_eq!(kind, "refused", "{command}");
        assert_eq!(self.told(), Vec::<String>::new(), "{command}");
        field
    }

    /// The tags that were told since the last look.
    fn told(&self) -> Vec<String> {
        let heard: Vec<_> = self.heard.lock().expect("a list").drain(..).collect();
        heard
            .iter()
            .filter(|(name, _)| name == CHANGED)
            .flat_map(|(_, payload)| payload["tags"].as_array().expect("tags").clone())
            .map(|tag| tag.as_str().expect("a tag").to_owned())
            .collect()
    }

    /// How often progress was told since the last look.
    fn progress(&self) -> Vec<Value> {
        let heard = self.heard.lock().expect("a list");
        heard.iter().filter(|(name, _)| name == PROGRESS).map(|(_, view)| view.clone()).collect()
    }
}

fn send_order(forces: &[&str]) -> Value {
    json!({ "campaign": "HT", "dated": TODAY, "forces": forces })
}

fn posted_today() -> Value {
    json!({
        "references": [], "all": true, "departure": { "by": "post", "class": "first" },
        "on": TODAY, "received_on": null,
    })
}

/// A reply to HT-001: question 1 answered, 2(a) refused.
fn reply() -> Value {
    json!({
        "request": "HT-001",
        "letter": {
            "dated": "2026-11-13", "received_on": "2026-11-16", "their_reference": "ABC/1",
            "notes": [], "files": [],
        },
        "outcomes": [
            { "question": "1", "outcome": "A", "sections": "", "note": null },
            { "question": "2a", "outcome": "R", "sections": "s.31(1)(a)", "note": "no limb" },
        ],
        "supersedes": null,
    })
}
