//! The shell.

/// Opens the window.
pub fn run() {
    let _ = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .run(tauri::generate_context!());
    let _ = hayro::hayro_syntax::Pdf::new(Vec::new());
}
