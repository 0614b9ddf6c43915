//! Prepares what Tauri builds in: the page, the permissions and the icons.

use std::path::Path;

/// The page where the interface was not built: Rust alone can then build and test everything else.
const PLACEHOLDER: &str = "<!doctype html><title>FOI Desk</title><p>The interface is not built: run “npm ci” and “npm run build” in ui.</p>\n";

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        let written =
            std::fs::create_dir_all("ui/dist").and_then(|()| std::fs::write(page, PLACEHOLDER));
        if let Err(error) = written {
            println!("cargo:warning=ui/dist/index.html: {error}");
        }
    }
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning={error:#}");
        std::process::exit(1);
    }
}
