//! What is remembered from one start to the next, apart from the library: the size of the window, and
//! which libraries were open.

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
    /// The libraries that were open, the last first.
    libraries: Vec<PathBuf>,
    /// The folder that a person chose instead of the usual one.
    chosen: Option<PathBuf>,
}

/// How many libraries are remembered.
const LIBRARIES: usize = 20;

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
        let mut notes = self.read();
        if notes.libraries.first().is_none_or(|last| last != folder) {
            notes.libraries.retain(|other| other != folder);
            notes.libraries.insert(0, folder.to_owned());
            notes.libraries.truncate(LIBRARIES);
            self.write(&notes);
        }
    }

    /// Whether this library was open before.
    pub fn had_library(&self, folder: &Path) -> bool {
        self.read().libraries.iter().any(|library| library == folder)
    }

    /// Forgets that a library was in this folder: a person wants to begin another there.
    pub fn forget_library(&self, folder: &Path) {
        let mut notes = self.read();
        notes.libraries.retain(|library| library != folder);
        self.write(&notes);
    }

    /// The folder that a person chose.
    pub fn chosen(&self) -> Option<PathBuf> {
        self.read().chosen
    }

    /// Notes the folder that a person chose.
    pub fn note_chosen(&self, folder: &Path) {
        self.write(&Notes { chosen: Some(folder.to_owned()), ..self.read() });
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
        notes.note_library(Path::new("/another"));
        assert!(notes.had_library(Path::new("/a/library")), "the one before is still known");
        notes.forget_library(Path::new("/a/library"));
        assert!(!notes.had_library(Path::new("/a/library")));
        assert_eq!(notes.chosen(), None);
        notes.note_chosen(Path::new("/chosen"));
        assert_eq!(notes.chosen(), Some(PathBuf::from("/chosen")));
        notes.note_size(2.0, 800.0);
        assert_eq!(notes.size(), None);
        std::fs::write(&file, "{ damaged").expect("a damaged file");
        assert_eq!(notes.size(), None);
    }
}
