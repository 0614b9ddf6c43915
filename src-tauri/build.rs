//! Prepares what Tauri builds in: the page, the permissions and the icons.

use std::path::Path;

/// The page where the interface was not built: Rust alone can then build and test everything else.
const PLACEHOLDER: &str = "<!doctype html><title>FOI Desk</title><p>The interface is not built: run “npm ci” and “npm run build” in ui.</p>\n";

/// Every command. Each has a permission of its own, and the window has those that
/// `capabilities/main.json` gives it.
const COMMANDS: &[&str] = &[
    "library_state",
    "create_library",
    "open_again",
    "open_to_read",
    "choose_library",
    "begin_anew",
    "check",
    "choices",
    "read_date",
    "stop_work",
    "sender",
    "set_sender",
    "campaigns",
    "campaign",
    "read_questions",
    "new_campaign",
    "add_sample_campaign",
    "board",
    "forces",
    "edit_force",
    "confirm_force",
    "add_force",
    "requests",
    "request",
    "today",
    "send",
    "letter_preview",
    "preview_page",
    "letter_page",
    "write_letters",
    "save_letter",
    "queue",
    "posted",
    "print",
    "show_print_job",
    "sending_preview",
    "mark_sent",
    "choose_files",
    "reply_effect",
    "record_reply",
    "course_kinds",
    "record_effect",
    "record",
    "correction_effect",
    "record_correction",
    "save_file",
    "open_file",
    "reviews",
    "decision_effect",
    "record_review_decided",
    "history",
    "undo_state",
    "undo",
    "redo",
    "strike",
];

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        let made =
            std::fs::create_dir_all("ui/dist").and_then(|()| std::fs::write(page, PLACEHOLDER));
        if let Err(error) = made {
            println!("cargo:warning=ui/dist/index.html: {error}");
        }
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*.json")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}
