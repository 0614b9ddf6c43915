//! What is remembered from one start to the next, apart from the library: the size of the window, and
//! which library was open.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager, Runtime};

/// The smallest and the largest size that is believed.
const BELIEVED: std::ops::RangeInclusive<f64> = 400.0..=10_000.0;

/// Where it is kept; nowhere on a system that names no folder for settings.
#[derive(Debug, Default)]
pub struct Remembered {
    file: Option<PathBuf>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Notes {
    width: Option<f64>,
    height: Option<f64>,
    library: Option<PathBuf>,
}

/// The file in the app's folder for settings.
pub fn file<R: Runtime>(app: &AppHandle<R>) -> Remembered {
    Remembered { file: app.path().app_config_dir().ok().map(|folder| folder.join("window.json")) }
}

impl Remembered {
    /// A file to remember in.
    #[cfg(test)]
    pub fn in_file(file: PathBuf) -> Self {
        Self { file: Some(file) }
    }

    fn read(&self) -> Notes {
        let text = self.file.as_ref().and_then(|file| std::fs::read_to_string(file).ok());
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// What cannot be remembered is forgotten: it is a comfort, and no person's data.
    fn write(&self, notes: &Notes) {
        let Some(file) = &self.file else { return };
        let Ok(text) = serde_json::to_string_pretty(notes) else { return };
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        let _ = std::fs::write(file, text);
    }

    /// The size of the window when it was closed.
    pub fn size(&self) -> Option<(f64, f64)> {
        let notes = self.read();
        let size = notes.width.zip(notes.height)?;
        (BELIEVED.contains(&size.0) && BELIEVED.contains(&size.1)).then_some(size)
    }

    /// Notes the size of the window.
    pub fn note_size(&self, width: f64, height: f64) {
        self.write(&Notes { width: Some(width), height: Some(height), ..self.read() });
    }

    /// Notes which library was open.
    pub fn note_library(&self, folder: &Path) {
        if !self.had_library(folder) {
            self.write(&Notes { library: Some(folder.to_owned()), ..self.read() });
        }
    }

    /// Whether this library was open before.
    pub fn had_library(&self, folder: &Path) -> bool {
        self.read().library.as_deref() == Some(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_and_library_are_remembered_apart_and_nonsense_is_not_believed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("settings/window.json");
        let notes = Remembered::in_file(file.clone());
        assert_eq!(notes.size(), None);
        notes.note_size(1200.0, 800.0);
        notes.note_library(Path::new("/a/library"));
        assert_eq!(notes.size(), Some((1200.0, 800.0)));
        assert!(notes.had_library(Path::new("/a/library")));
        assert!(!notes.had_library(Path::new("/another")));
        notes.note_size(2.0, 800.0);
        assert_eq!(notes.size(), None);
        std::fs::write(&file, "{ damaged").expect("a damaged file");
        assert_eq!(notes.size(), None);
    }
}
